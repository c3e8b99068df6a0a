"""Every policy of cases x every state x everybody, in tables written by hand."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from gemeente.accounts.roles import held_roles
from gemeente.cases.actions import decline_help
from gemeente.cases.enums import CaseState
from gemeente.cases.models import CaseFile
from gemeente.cases.policies import POLICIES, can_read_worklist
from gemeente.cases.stand_ins import stands_in_for
from gemeente.users.models import User
from tests.gemeente.cases.stages import at_state, leave, reread

# Noor has the case of Fatima once somebody has it; Karim is a colleague, who may do no more than anybody of the town.
STATES = ("new", "claimed", "planned", "reopened", "closed")
# fmt: off
TABLE = {
    #                   new                claimed        planned        reopened       closed
    "claim":           ("noor karim thea", "",            "",            "",            ""),
    "read_contact":    ("fatima",          "fatima noor", "fatima noor", "fatima noor", "fatima noor"),
    "log_contact":     ("",                "noor",        "noor",        "noor",        ""),
    "plan":            ("",                "noor",        "noor",        "noor",        ""),
    "resume":          ("",                "",            "noor",        "",            ""),
    "hand_over":       ("",                "noor thea",   "noor thea",   "noor thea",   ""),
    "send_message":    ("fatima",          "fatima noor", "fatima noor", "fatima noor", ""),
    "close":           ("",                "noor",        "noor",        "noor",        ""),
    "unreached":       ("",                "noor",        "noor",        "noor",        ""),
    "dispute_contact": ("fatima",          "fatima",      "fatima",      "fatima",      "fatima"),
    "decline_help":    ("fatima",          "fatima",      "fatima",      "fatima",      ""),
    "accept_help":     ("",                "",            "",            "",            ""),
    "end":             ("fatima",          "fatima",      "fatima",      "fatima",      ""),
    "reopen":          ("",                "",            "",            "",            "fatima"),
}
DECLINED = TABLE | {
    "decline_help":    ("",                "",            "",            "",            ""),
    "accept_help":     ("fatima",          "fatima",      "fatima",      "fatima",      ""),
}
# fmt: on
CONTACT = {"read_contact", "log_contact", "plan", "hand_over", "send_message", "close", "unreached"}
OWNER_OF_NEW = {"read_contact", "send_message", "dispute_contact", "decline_help", "end"}


@pytest.fixture
def people(cast: dict[str, User | None], karim: User) -> dict[str, Any]:
    """Everybody, a visitor too, as policies meet them: with the roles read."""
    everybody = cast | {"karim": karim, "anonymous": AnonymousUser()}
    for user in everybody.values():
        held_roles(user)
        stands_in_for(user)
    return everybody


def allowed(case: CaseFile, people: dict[str, Any]) -> dict[str, set[str]]:
    """Whom each policy lets through."""
    return {name: {who for who, user in people.items() if policy(user, case)} for name, policy in POLICIES.items()}


def may(user: User, case: CaseFile) -> set[str]:
    """What one person may do."""
    return {name for name, policy in POLICIES.items() if policy(user, case)}


def column(table: dict[str, tuple[str, ...]], state: str) -> dict[str, set[str]]:
    """Whom the table lets through in a state."""
    return {name: set(row[STATES.index(state)].split()) for name, row in table.items()}


def as_closed(users: Iterable[User]) -> None:
    """Let people have closed their accounts."""
    for user in users:
        user.is_active = False


# --- The table --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("state", STATES)
def test_policies_let_through_whom_the_table_says(
    state: str, case: CaseFile, people: dict[str, Any], django_assert_num_queries: Callable
) -> None:
    case = at_state(case, CaseState(state), people["noor"])

    with django_assert_num_queries(0):
        found = allowed(case, people)

    assert found == column(TABLE, state)


@pytest.mark.parametrize("state", STATES)
def test_policies_after_declining_let_through_whom_the_table_says(
    state: str, case: CaseFile, people: dict[str, Any], django_assert_num_queries: Callable
) -> None:
    case = at_state(case, CaseState(state), people["noor"])
    if case.is_open:
        decline_help(case=case, actor=people["fatima"])
        case = reread(case)

    with django_assert_num_queries(0):
        found = allowed(case, people)

    assert found == column(DECLINED, state)


def test_tables_name_every_policy_and_every_state() -> None:
    assert list(TABLE) == list(DECLINED) == list(POLICIES)
    assert set(STATES) == set(CaseState)


# --- Who is the owner, who is the contact -----------------------------------------------------------------------------
def test_civil_servant_cannot_take_up_her_own_case(case: CaseFile, noor: User, karim: User) -> None:
    case.people.update(user=noor)
    case = reread(case)

    found = may(noor, case), may(karim, case)

    assert found == (OWNER_OF_NEW, {"claim"})


def test_contact_whose_role_ended_is_the_contact_no_longer(case: CaseFile, noor: User) -> None:
    case = at_state(case, CaseState.CLAIMED, noor)
    before = may(noor, case)

    former = leave(noor)

    assert (before, may(former, case)) == (CONTACT, set())


def test_who_closed_the_account_may_nothing(case: CaseFile, fatima: User, noor: User) -> None:
    case = at_state(case, CaseState.CLAIMED, noor)
    before = [bool(may(user, case)) for user in (fatima, noor)]

    as_closed([fatima, noor])

    assert (before, may(fatima, case), may(noor, case)) == ([True, True], set(), set())


# --- Reading ----------------------------------------------------------------------------------------------------------
def test_worklist_is_for_civil_servants(people: dict[str, Any]) -> None:
    assert {who for who, user in people.items() if can_read_worklist(user)} == {"noor", "karim", "thea"}


@pytest.mark.parametrize("state", STATES)
def test_case_is_visible_to_its_owner_and_civil_servants(state: str, case: CaseFile, people: dict[str, Any]) -> None:
    at_state(case, CaseState(state), people["noor"])

    seen = {who for who, user in people.items() if CaseFile.objects.visible_to(user).exists()}

    assert seen == {"fatima", "noor", "karim", "thea"}


def test_case_is_invisible_to_a_civil_servant_who_left(case: CaseFile, karim: User) -> None:
    before = CaseFile.objects.visible_to(karim).exists()

    former = leave(karim)

    assert (before, CaseFile.objects.visible_to(former).exists()) == (True, False)
