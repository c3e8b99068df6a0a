"""What only the operator does."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import HeldRole, has_any_role, held_roles
from gemeente.activity.models import Entry
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.accounts import give_device


def test_give_role_makes_the_first_manager(fatima: User, capsys: object) -> None:
    call_command("give_role", "FATIMA@voorbeeld.example", "manager")

    assert has_any_role(fatima, Role.MANAGER)
    assert Entry.objects.get(person=fatima).actor is None


def test_give_role_in_a_wijk(fatima: User, schollevaar: Wijk, capsys: object) -> None:
    call_command("give_role", fatima.email, "wop_board", wijk="schollevaar")

    assert HeldRole(Role.WOP_BOARD, schollevaar.pk) in held_roles(fatima)


@pytest.mark.parametrize("words", [["niemand@voorbeeld.example", "manager"], ["fatima@voorbeeld.example", "wop_board"]])
def test_give_role_says_what_is_wrong(fatima: User, words: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("give_role", *words)


def test_reset_second_step_forgets_device_and_codes(fatima: User, capsys: object) -> None:
    give_device(fatima)

    call_command("reset_second_step", fatima.email)

    assert not Authenticator.objects.filter(user=fatima).exists()
    assert Entry.objects.get(person=fatima).verb == "second_step_reset"
