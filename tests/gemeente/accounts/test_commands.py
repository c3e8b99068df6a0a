"""What only the operator does."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.utils import timezone

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment, RoleType
from gemeente.accounts.roles import HeldRole, has_any_role, held_roles
from gemeente.activity.models import Entry
from gemeente.places.models import Wijk
from gemeente.portal.models import Rule
from gemeente.users.models import User
from tests.factories.accounts import give_device


def test_give_role_gives_a_role(fatima: User, capsys: object) -> None:
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


# --- The first manager ------------------------------------------------------------------------------------------------
def first_manager(email: str = "mona@voorbeeld.example", name: str = "Mona de Vries") -> str:
    """Run the command; returns what it prints."""
    out = StringIO()
    call_command("first_manager", email, name, stdout=out)
    return out.getvalue()


def test_first_manager_is_all_an_empty_database_needs(db: None, settings: object) -> None:
    settings.PUBLIC_URL = "https://buitenkans.example"

    said = first_manager()

    mona = User.objects.get(email="mona@voorbeeld.example")
    assert (mona.name, has_any_role(mona, Role.MANAGER)) == ("Mona de Vries", True)
    assert RoleType.objects.count() == len(Role)
    assert Rule.objects.exists()
    assert "https://buitenkans.example/account/login/" in said
    assert "https://buitenkans.example/beheer/" in said


def test_first_manager_can_be_somebody_with_an_account(fatima: User) -> None:
    first_manager("FATIMA@voorbeeld.example", "Andere Naam")

    fatima.refresh_from_db()
    assert (fatima.name, has_any_role(fatima, Role.MANAGER)) == ("Fatima Jansen", True)
    assert User.objects.count() == 1


def test_first_manager_comes_once(mona: User) -> None:
    with pytest.raises(CommandError, match="/beheer/mensen/uitnodigen/"):
        first_manager("ander@voorbeeld.example")
    assert not User.objects.filter(email="ander@voorbeeld.example").exists()

    RoleAssignment.objects.filter(user=mona).update(ends_on=timezone.localdate())
    first_manager("ander@voorbeeld.example")
    assert has_any_role(User.objects.get(email="ander@voorbeeld.example"), Role.MANAGER)


@pytest.mark.parametrize(
    ("email", "name"), [("mona", "Mona"), ("", "Mona"), ("m@x.example", " "), ("m@x.example", "a@b")]
)
def test_first_manager_says_what_is_wrong_and_writes_nothing(db: None, email: str, name: str) -> None:
    with pytest.raises(CommandError):
        first_manager(email, name)

    assert (User.objects.count(), RoleType.objects.count()) == (0, 0)
