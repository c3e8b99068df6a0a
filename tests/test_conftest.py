"""What the fixtures make in one go is what the portal makes step by step."""

from collections.abc import Callable

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.db import connections
from django.test import Client

from gemeente.users.models import User
from tests.conftest import add_second_factor, give_code, run_sql


@pytest.mark.parametrize("second_factor", [True, False])
def test_client_is_signed_in_as_by_force_login(
    second_factor: bool, noor: User, client_for: Callable[..., Client]
) -> None:
    slow = Client()
    with time_machine.travel("2026-05-04 10:00 +0200", tick=False):
        slow.force_login(noor)
        if second_factor:
            add_second_factor(noor)
            give_code(slow, noor)
        last_login = User.objects.get(pk=noor.pk).last_login
        User.objects.filter(pk=noor.pk).update(last_login=None)

        quick = client_for(noor, second_factor=second_factor)

    assert dict(quick.session) == dict(slow.session)
    assert quick.cookies.keys() == slow.cookies.keys()
    for name, morsel in slow.cookies.items():
        assert dict(quick.cookies[name]) == dict(morsel)
    assert User.objects.get(pk=noor.pk).last_login == last_login
    assert Authenticator.objects.filter(user=noor).count() == int(second_factor)
    assert quick.get("/werkbak/").status_code == slow.get("/werkbak/").status_code


SCHEMA = (
    "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, is_identity, "
    "character_maximum_length, numeric_precision) FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace",
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'",
)


def schema() -> list[list[str]]:
    """All that the migrations made, in words."""
    found = []
    for sql in SCHEMA:
        with connections["default"].cursor() as cursor:
            cursor.execute(sql)
            found.append(sorted(row for (row,) in cursor.fetchall()))
    return found


@pytest.mark.verify
def test_database_of_the_tests_is_what_the_migrations_make(django_db_setup: None, django_db_blocker: object) -> None:
    settings = connections["default"].settings_dict
    ours, plain = settings["NAME"], f"{settings['NAME']}_plain"
    with django_db_blocker.unblock():
        quick = schema()
        run_sql(f'CREATE DATABASE "{plain}"')
        connections.close_all()
        settings["NAME"] = plain
        try:
            call_command("migrate", verbosity=0)
            assert schema() == quick
        finally:
            connections.close_all()
            settings["NAME"] = ours
            run_sql(f'DROP DATABASE "{plain}" WITH (FORCE)')
