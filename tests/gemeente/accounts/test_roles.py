"""Dated roles: what excludes what, by the action and by the database itself."""

import datetime as dt
import threading
from collections.abc import Callable

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from gemeente.accounts.actions import assign_role, end_role
from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment, RoleExclusion
from gemeente.accounts.reference import load_roles
from gemeente.accounts.roles import HeldRole, has_any_role, held_roles, people_with_role
from gemeente.activity.models import Entry, Notice
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.accounts import give_role
from tests.factories.places import WijkFactory
from tests.factories.users import UserFactory

TODAY = dt.date(2026, 6, 15)


@pytest.fixture(autouse=True)
def _midsummer() -> object:
    with time_machine.travel(dt.datetime(2026, 6, 15, 10, tzinfo=dt.UTC), tick=False):
        yield


def day(month: int, of: int = 1) -> dt.date:
    """A day of 2026."""
    return dt.date(2026, month, of)


def insert(user: User, role: Role, wijk: Wijk | None, starts_on: dt.date, ends_on: dt.date | None = None) -> None:
    """Write a row as somebody with a database prompt would."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO accounts_roleassignment (user_id, role, wijk_id, starts_on, ends_on, given_at)"
            " VALUES (%s, %s, %s, %s, %s, now())",
            [user.pk, role.value, wijk.pk if wijk else None, starts_on, ends_on],
        )


# --- On which days an exclusion counts (which pairs exclude: test_combining) ------------------------------------------
OVERLAPS = [  # first role, second role, refused
    ((day(1), day(3)), (day(3), None), False),
    ((day(1), day(3)), (day(2, 28), None), True),
    ((day(5), None), (day(1), day(5)), False),
    ((day(5), None), (day(1), day(5, 2)), True),
    ((day(2), day(3)), (day(1), None), True),
    ((day(1), None), (day(2), day(3)), True),
]


@pytest.mark.parametrize(("first", "second", "is_refused"), OVERLAPS)
def test_exclusion_counts_on_days_they_share(reference: None, first: tuple, second: tuple, is_refused: bool) -> None:
    user, other = UserFactory(), UserFactory()
    give_role(user, Role.ASSESSOR, starts_on=first[0], ends_on=first[1])
    insert(other, Role.ASSESSOR, None, *first)

    def by_action() -> None:
        give_role(user, Role.COUNCIL_MEMBER, starts_on=second[0], ends_on=second[1])

    def by_sql() -> None:
        insert(other, Role.COUNCIL_MEMBER, None, *second)

    assert (refuses(by_action, Refused), refuses(by_sql, IntegrityError)) == (is_refused, is_refused)


def refuses(act: Callable[[], None], error: type[Exception]) -> bool:
    """Whether an act is refused."""
    try:
        act()
    except error:
        return True
    return False


@pytest.mark.parametrize(("starts_on", "is_refused"), [(day(2), True), (day(4), False), (day(3), False)])
def test_exclusion_itself_is_dated(db: None, starts_on: dt.date, is_refused: bool) -> None:
    RoleExclusion.objects.create(
        role=Role.FINANCE, other=Role.MANDATE_HOLDER, reason="Vier ogen.", starts_on=day(1), ends_on=day(3)
    )
    user, other = UserFactory(), UserFactory()
    give_role(user, Role.FINANCE, starts_on=day(1))
    insert(other, Role.FINANCE, None, day(1))

    def by_action() -> None:
        give_role(user, Role.MANDATE_HOLDER, starts_on=starts_on)

    def by_sql() -> None:
        insert(other, Role.MANDATE_HOLDER, None, starts_on)

    assert (refuses(by_action, Refused), refuses(by_sql, IntegrityError)) == (is_refused, is_refused)


def test_moving_a_row_by_sql_is_refused_too(reference: None) -> None:
    user = UserFactory()
    insert(user, Role.ASSESSOR, None, day(1), day(2))
    insert(user, Role.COUNCIL_MEMBER, None, day(2))

    with pytest.raises(IntegrityError, match="exclude"), transaction.atomic():
        RoleAssignment.objects.filter(user=user, role=Role.ASSESSOR).update(ends_on=None)


def test_two_managers_at_once_cannot_give_excluding_roles(clone: None) -> None:
    load_roles()
    user = UserFactory()
    start, outcomes = threading.Barrier(2), []

    def give(role: Role) -> None:
        try:
            start.wait(10)
            assign_role(user=user, role=role, wijk=None, starts_on=day(1), actor=None)
            outcomes.append("given")
        except Refused:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=give, args=[role]) for role in (Role.COUNCIL_MEMBER, Role.MANDATE_HOLDER)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert sorted(outcomes) == ["given", "refused"]


# --- Giving -----------------------------------------------------------------------------------------------------------
def test_assign_role_counts_at_once_and_is_logged(mona: User, fatima: User, oostgaarde: Wijk) -> None:
    assert not held_roles(fatima)

    given = assign_role(user=fatima, role=Role.WOP_MEMBER, wijk=oostgaarde, starts_on=TODAY, actor=mona)

    entry = Entry.objects.get(person=fatima, verb="role_given")
    fresh = User.objects.get(pk=fatima.pk)
    assert HeldRole(Role.WOP_MEMBER, oostgaarde.pk) in held_roles(fresh)
    assert (given.given_by, entry.actor, entry.visibility) == (mona, mona, "staff")
    assert entry.changes == {
        "role": [None, "wop_member"],
        "wijk": [None, "Oostgaarde"],
        "starts_on": [None, "2026-06-15"],
        "ends_on": [None, None],
    }
    assert Notice.objects.filter(recipient=fatima, template="role_given").count() == 1


def test_roles_are_read_again_on_the_same_object(mona: User, fatima: User) -> None:
    assert not has_any_role(fatima, Role.ASSESSOR)

    assign_role(user=fatima, role=Role.ASSESSOR, wijk=None, starts_on=TODAY, actor=mona)

    assert has_any_role(fatima, Role.ASSESSOR)


def test_command_gives_role_in_silence(fatima: User) -> None:
    give_role(fatima, Role.ASSESSOR)

    assert Entry.objects.get(person=fatima).actor is None
    assert not Notice.objects.exists()


REFUSED = [
    ({"actor": "self"}, "jezelf geen rol"),
    ({"actor": "bram"}, "Alleen een beheerder"),
    ({"role": Role.WOP_MEMBER}, "hoort bij een wijk"),
    ({"wijk": "oostgaarde"}, "hele stad"),
    ({"ends_on": TODAY}, "na de eerste dag"),
    ({"ends_on": TODAY - dt.timedelta(days=3)}, "na de eerste dag"),
]


@pytest.mark.parametrize(("change", "words"), REFUSED)
def test_assign_role_refuses(mona: User, fatima: User, bram: User, oostgaarde: Wijk, change: dict, words: str) -> None:
    named = {"self": fatima, "bram": bram, "oostgaarde": oostgaarde}
    good = {"role": Role.CLERK, "wijk": None, "starts_on": TODAY, "ends_on": None, "actor": mona}
    bad = good | {name: named.get(value, value) if isinstance(value, str) else value for name, value in change.items()}

    with pytest.raises(Refused, match=words):
        assign_role(user=fatima, **bad)
    assert not RoleAssignment.objects.filter(user=fatima).exists()
    assign_role(user=fatima, **good)
    assert RoleAssignment.objects.filter(user=fatima).count() == 1


def test_manager_cannot_give_herself_a_role(mona: User) -> None:
    with pytest.raises(Refused, match="jezelf"):
        assign_role(user=mona, role=Role.CLERK, wijk=None, starts_on=TODAY, actor=mona)


def test_same_role_twice_is_refused_but_another_wijk_is_not(fatima: User) -> None:
    first = give_role(fatima, Role.WOP_MEMBER)

    with pytest.raises(Refused, match="al in die tijd"):
        give_role(fatima, Role.WOP_MEMBER, wijk=first.wijk, starts_on=TODAY)
    give_role(fatima, Role.WOP_MEMBER, wijk=WijkFactory())

    assert RoleAssignment.objects.filter(user=fatima).count() == 2


def test_closed_account_gets_no_role(mona: User, fatima: User) -> None:
    fatima.is_active = False
    fatima.save()

    with pytest.raises(Refused, match="gesloten"):
        assign_role(user=fatima, role=Role.CLERK, wijk=None, starts_on=TODAY, actor=mona)


# --- Ending -----------------------------------------------------------------------------------------------------------
def test_end_role_stops_on_its_day(mona: User, noor: User, oostgaarde: Wijk) -> None:
    row = RoleAssignment.objects.get(user=noor)

    end_role(assignment=row, ends_on=day(7), actor=mona)

    assert set(people_with_role(Role.GEBIEDSREGISSEUR, oostgaarde)) == {noor}
    entry = Entry.objects.get(person=noor, verb="role_ended")
    assert entry.changes["ends_on"] == [None, "2026-07-01"]
    with time_machine.travel(dt.datetime(2026, 6, 30, 22, 0, 1, tzinfo=dt.UTC), tick=False):  # 1 July in Capelle
        assert not people_with_role(Role.GEBIEDSREGISSEUR, oostgaarde)
        assert not held_roles(User.objects.get(pk=noor.pk))


def test_end_role_refuses_strangers_and_nonsense(mona: User, noor: User, fatima: User) -> None:
    row = RoleAssignment.objects.get(user=noor)

    with pytest.raises(Refused, match="Alleen een beheerder"):
        end_role(assignment=row, ends_on=TODAY, actor=fatima)
    with pytest.raises(Refused, match="na de eerste dag"):
        end_role(assignment=row, ends_on=row.starts_on, actor=mona)
    end_role(assignment=row, ends_on=TODAY, actor=mona)
    with pytest.raises(Refused, match="al afgelopen"):
        end_role(assignment=row, ends_on=day(8), actor=mona)


def test_last_manager_stays(mona: User) -> None:
    row = RoleAssignment.objects.get(user=mona)

    with pytest.raises(Refused, match="geen beheerder over"):
        end_role(assignment=row, ends_on=TODAY, actor=mona)
    give_role(UserFactory(), Role.MANAGER)
    end_role(assignment=row, ends_on=TODAY, actor=mona)

    assert RoleAssignment.objects.get(user=mona).ends_on == TODAY


def test_roles_cost_one_query(noor: User, django_assert_num_queries: Callable) -> None:
    user = User.objects.get(pk=noor.pk)

    with django_assert_num_queries(1):
        for role in Role:
            has_any_role(user, role)
