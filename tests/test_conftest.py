"""What the fixtures make in one go is what the portal makes step by step."""

from collections.abc import Callable

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client

from gemeente.users.models import User
from tests.conftest import add_second_factor, give_code


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
