"""Who is of a WOP, and who only comes to it."""

import pytest
from django.contrib.auth.models import AnonymousUser

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import SINCE
from wijken.policies import (
    ATTENDS_ONLY,
    TEAM_POLICIES,
    can_change_function,
    can_enter_room,
    can_write_way,
    is_board,
    is_member,
)

# who: is_board, is_member and can_enter_room in Oostgaarde
TABLE = {
    "fatima": (False, False, False),
    "willem": (True, True, True),
    "wilma": (False, True, True),
    "noor": (False, False, False),
    "bas": (False, False, False),
    "petra": (False, False, False),
    "hans": (False, False, False),
    "mona": (False, False, False),
}


@pytest.mark.parametrize("who", TABLE)
def test_only_its_residents_are_of_a_wop(cast: dict[str, User], oostgaarde: Wijk, who: str) -> None:
    found = tuple(policy(cast[who], oostgaarde.pk) for policy in (is_board, is_member, can_enter_room))

    assert found == TABLE[who]
    assert can_write_way(cast[who], oostgaarde.pk) == TABLE[who][0]  # its board, and nobody else


def test_nobody_is_of_the_wop_of_another_wijk(willem: User, wilma: User, schollevaar: Wijk) -> None:
    assert not any(is_member(user, schollevaar.pk) or is_board(user, schollevaar.pk) for user in (willem, wilma))


def test_nobody_is_of_the_wop_of_no_wijk(willem: User) -> None:
    assert not is_member(willem, None)


@pytest.mark.parametrize("role", sorted(ATTENDS_ONLY))
def test_who_attends_for_her_work_decides_nothing(willem: User, oostgaarde: Wijk, role: str) -> None:
    wijk = oostgaarde if role in (Role.GEBIEDSREGISSEUR, Role.BUURTCOACH) else None
    RoleAssignment.objects.create(user=willem, role=role, wijk=wijk, starts_on=SINCE)

    assert not is_board(willem, oostgaarde.pk)
    assert not is_member(willem, oostgaarde.pk)


# --- The team ---------------------------------------------------------------------------------------------------------
ACTS = ("ask_to_join", "see_team", "show_own_name", "answer_request", "appoint_member", "keep_attendees", "change_wop")
NOBODY, RESIDENT = set[str](), {"ask_to_join"}
MEMBER = {"see_team", "show_own_name"}
TEAM = {
    "anonymous": NOBODY,
    "bram": RESIDENT,
    "fatima": RESIDENT,
    "aisha": RESIDENT,
    "hans": RESIDENT,
    "wilma": MEMBER,
    "willem": set(ACTS) - RESIDENT,
    **dict.fromkeys(
        ("noor", "joost", "dirk", "els", "petra", "griet", "chris", "mona", "thea", "milan", "bas"), NOBODY
    ),
}


def test_team_is_run_by_its_own_people_alone(cast: dict[str, User | None], oostgaarde: Wijk) -> None:
    assert set(TEAM_POLICIES) == set(ACTS)
    for who, expected in TEAM.items():
        user = cast[who] or AnonymousUser()
        assert {act for act, policy in TEAM_POLICIES.items() if policy(user, oostgaarde.pk)} == expected, who
        others = {"willem": {"wilma", "willem"}, "wilma": {"wilma"}}.get(who, NOBODY)
        found = {name for name in ("wilma", "willem") if can_change_function(user, oostgaarde.pk, cast[name].pk)}
        assert found == others, who
