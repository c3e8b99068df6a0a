"""Roles that residents of a WOP give each other."""

import datetime as dt

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gemeente.accounts.actions import assign_role, stop_role, write_role
from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment, RoleExclusion
from gemeente.accounts.roles import HeldRole, held_roles
from gemeente.activity.models import Entry, Notice
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import undone

DAY = dt.date(2026, 3, 2)
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def days_of(user: User) -> list[tuple[dt.date, dt.date | None]]:
    return list(RoleAssignment.objects.filter(user=user).order_by("starts_on").values_list("starts_on", "ends_on"))


@pytest.fixture(autouse=True)
def _monday() -> object:
    with time_machine.travel(NOON, tick=False):
        yield


def test_role_counts_from_today_is_logged_and_tells_nobody(fatima: User, willem: User, oostgaarde: Wijk) -> None:
    held_roles(fatima)
    write_role(user=fatima, role=Role.WOP_MEMBER, wijk=oostgaarde, actor=willem)
    write_role(user=fatima, role=Role.WOP_MEMBER, wijk=oostgaarde, actor=willem)

    assert held_roles(fatima) == {HeldRole(Role.WOP_MEMBER, oostgaarde.pk)}
    assert list(Entry.objects.values_list("verb", "actor", "person")) == [("role_given", willem.pk, fatima.pk)]
    assert not Notice.objects.exists()


def test_role_taken_back_on_the_same_day_counted_on_no_day_and_can_come_back(
    fatima: User, willem: User, oostgaarde: Wijk
) -> None:
    about = {"user": fatima, "role": Role.WOP_BOARD, "wijk": oostgaarde, "actor": willem}
    write_role(**about)
    stopped = stop_role(**about)

    assert stopped == 1
    assert held_roles(fatima) == frozenset()
    assert days_of(fatima) == [(DAY, DAY)]
    write_role(**about)
    assert days_of(fatima) == [(DAY, None)]
    assert [entry.verb for entry in Entry.objects.order_by("pk")] == ["role_given", "role_ended", "role_given"]


def test_role_that_begins_later_bounds_it_and_ends_with_it(
    fatima: User, willem: User, mona: User, oostgaarde: Wijk
) -> None:
    later = DAY + dt.timedelta(days=10)
    about = {"user": fatima, "role": Role.WOP_BOARD, "wijk": oostgaarde}
    assign_role(**about, starts_on=later, actor=mona)

    write_role(**about, actor=willem)
    assert days_of(fatima) == [(DAY, later), (later, None)]
    assert stop_role(**about, actor=willem) == 2
    assert days_of(fatima) == [(DAY, DAY), (later, later)]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.WOP_BOARD, Role.WOP_MEMBER}))
def test_no_other_role_can_be_given_or_ended_so(role: Role, fatima: User, willem: User, oostgaarde: Wijk) -> None:
    for act in (write_role, stop_role):
        with pytest.raises(ValueError, match="by a manager"):
            act(user=fatima, role=role, wijk=oostgaarde, actor=willem)


def test_closed_account_and_excluded_role_are_refused(
    fatima: User, hans: User, willem: User, oostgaarde: Wijk, reference: None
) -> None:
    RoleExclusion.objects.create(
        role=Role.COUNCIL_MEMBER, other=Role.WOP_BOARD, reason="Een raadslid niet.", starts_on=DAY
    )
    with pytest.raises(Refused, match="Een raadslid niet"):
        write_role(user=hans, role=Role.WOP_BOARD, wijk=oostgaarde, actor=willem)
    User.objects.filter(pk=fatima.pk).update(is_active=False)
    with pytest.raises(Refused, match="gesloten"):
        write_role(user=fatima, role=Role.WOP_BOARD, wijk=oostgaarde, actor=willem)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.booleans(), st.integers(0, 3)), max_size=8))
def test_however_often_given_and_ended_one_row_counts_a_day(
    steps: list[tuple[bool, int]], fatima: User, willem: User, oostgaarde: Wijk
) -> None:
    about = {"user": fatima, "role": Role.WOP_MEMBER, "wijk": oostgaarde, "actor": willem}
    with undone():
        moment, truth = NOON, {}
        for gives, days in steps:
            moment += dt.timedelta(days=days)
            with time_machine.travel(moment, tick=False):
                (write_role if gives else stop_role)(**about)
            truth[moment.date()] = gives
        rows = RoleAssignment.objects.filter(user=fatima)
        held = False
        for number in range(26):
            day = DAY + dt.timedelta(days=number)
            held = truth.get(day, held)
            assert rows.on(day).count() == held
