"""No role ends and no account closes while somebody would be left without her contact."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from gemeente.accounts.actions import close_account, end_role
from gemeente.accounts.enums import CONTACT_ROLES, Role
from gemeente.accounts.models import RoleAssignment
from gemeente.lib import open_work
from gemeente.lib.errors import Refused
from gemeente.lib.open_work import OpenWork, left_behind, register_open_work
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.accounts import give_role
from tests.factories.users import UserFactory

WORK: dict[int, int] = {}  # how many plants each person waters, by her number


def sentence(who: str, number: int) -> str:
    """What a manager reads."""
    return f"{who} geeft nog {number} planten water. Draag die eerst over."


def plants(user: User, role: str, wijk: Any) -> int:
    """Whoever can be a contact waters plants."""
    return WORK.get(user.pk, 0) if role in CONTACT_ROLES else 0


@pytest.fixture(autouse=True)
def _plants(monkeypatch: pytest.MonkeyPatch) -> None:
    """One kind of work, whatever the apps registered."""
    monkeypatch.setattr(open_work, "_parts", {})
    register_open_work(OpenWork("plants", plants, "/planten/", sentence))
    WORK.clear()


@pytest.fixture
def row(noor: User) -> RoleAssignment:
    """The role of Noor, who waters three plants."""
    WORK[noor.pk] = 3
    return RoleAssignment.objects.get(user=noor)


def today() -> dt.date:
    return timezone.localdate()


def test_role_with_open_work_cannot_end_today(row: RoleAssignment, mona: User, noor: User) -> None:
    with pytest.raises(Refused) as refusal:
        end_role(assignment=row, ends_on=today(), actor=mona)
    row.refresh_from_db()
    assert (str(refusal.value), row.ends_on) == (
        "Noor geeft nog 3 planten water. Draag die eerst over.",
        None,
    )

    WORK[noor.pk] = 0
    end_role(assignment=row, ends_on=today(), actor=mona)
    row.refresh_from_db()
    assert row.ends_on == today()


def test_role_cannot_end_on_a_day_before_today_either(row: RoleAssignment, mona: User) -> None:
    with pytest.raises(Refused, match="planten"):
        end_role(assignment=row, ends_on=today() - dt.timedelta(days=3), actor=mona)


def test_role_may_end_later_so_that_there_is_time_to_hand_over(row: RoleAssignment, mona: User) -> None:
    end_role(assignment=row, ends_on=today() + dt.timedelta(days=30), actor=mona)

    row.refresh_from_db()
    assert row.ends_on == today() + dt.timedelta(days=30)


def test_another_role_that_allows_the_work_covers_it(row: RoleAssignment, mona: User, noor: User) -> None:
    give_role(noor, Role.CIVIL_SERVANT)

    end_role(assignment=row, ends_on=today(), actor=mona)

    row.refresh_from_db()
    assert row.ends_on == today()


@pytest.mark.parametrize(
    ("role", "fields"),
    [
        (Role.CLERK, {}),
        (Role.CIVIL_SERVANT, {"starts_on": dt.date(2999, 1, 1)}),
        (Role.CIVIL_SERVANT, {"starts_on": dt.date(2020, 1, 1), "ends_on": dt.date(2020, 2, 1)}),
    ],
)
def test_role_of_other_work_or_another_time_does_not(
    row: RoleAssignment, mona: User, noor: User, role: Role, fields: dict[str, Any]
) -> None:
    give_role(noor, role, **fields)

    with pytest.raises(Refused, match="planten"):
        end_role(assignment=row, ends_on=today(), actor=mona)


def test_role_without_the_work_ends_freely(aisha: User, mona: User) -> None:
    WORK[aisha.pk] = 3
    row = RoleAssignment.objects.get(user=aisha)

    end_role(assignment=row, ends_on=today(), actor=mona)

    row.refresh_from_db()
    assert row.ends_on == today()


def test_account_with_work_of_a_role_that_ended_cannot_close(row: RoleAssignment, noor: User) -> None:
    RoleAssignment.objects.filter(pk=row.pk).update(ends_on=today())

    with pytest.raises(Refused, match="3 planten"):
        close_account(user=noor)
    noor.refresh_from_db()
    assert noor.is_active

    WORK.clear()
    close_account(user=noor)
    noor.refresh_from_db()
    assert not noor.is_active


def test_work_is_told_once_however_many_roles_ended(row: RoleAssignment, noor: User) -> None:
    RoleAssignment.objects.filter(pk=row.pk).update(ends_on=today())
    give_role(noor, Role.CIVIL_SERVANT, starts_on=dt.date(2020, 1, 1), ends_on=dt.date(2021, 1, 1))

    with pytest.raises(Refused) as refusal:
        close_account(user=noor)

    assert str(refusal.value).count("planten") == 1


def test_account_of_who_never_worked_here_closes(fatima: User) -> None:
    WORK[fatima.pk] = 3

    close_account(user=fatima)

    fatima.refresh_from_db()
    assert not fatima.is_active


# --- The registry -----------------------------------------------------------------------------------------------------
def test_part_covers_some_of_the_work(db: None, oostgaarde: Wijk) -> None:
    user = UserFactory(name="Noor Jansen")

    def count(_user: User, _role: str, wijk: Wijk | None) -> int:
        return 5 if wijk is None else 2

    register_open_work(OpenWork("beds", count, "/bedden/"))

    (left,) = left_behind(user, Role.CIVIL_SERVANT, None, [(Role.GEBIEDSREGISSEUR, oostgaarde)])
    assert (left.number, left.path) == (3, "/bedden/")
    assert left.sentence == "Noor heeft nog werk dat loopt (3). Draag dat eerst over."


def test_name_is_taken_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        register_open_work(OpenWork("plants", plants, "/planten/"))
