"""The road of a case: every state x every step x everybody, and what the actions make of it."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser

from gemeente.cases.actions import (
    claim_case,
    close_case,
    close_unreached,
    end_case,
    reopen_case,
    resume_case,
    take_step,
)
from gemeente.cases.enums import HELD_STATES, CaseState, CaseStep
from gemeente.cases.models import CaseChange, CaseFile
from gemeente.cases.policies import POLICIES
from gemeente.cases.verbs import DID_CLAIM
from gemeente.cases.workflow import TRANSITIONS, available, find
from gemeente.lib.errors import Refused, Stale
from gemeente.users.models import User
from tests.gemeente.cases.stages import at_state, plan, reread, spoke, tried_enough

NEW, CLAIMED, CLOSED, REOPENED = CaseState.NEW, CaseState.CLAIMED, CaseState.CLOSED, CaseState.REOPENED
PLANNED = CaseState.PLANNED
OF_CONTACT = {("plan", PLANNED), ("close", CLOSED), ("unreached", CLOSED)}
# Noor has the case of Fatima once somebody has it; who is not named can take no step.
STEPS = {
    NEW: {
        "fatima": {("end", CLOSED)},
        "noor": {("claim", CLAIMED)},
        "karim": {("claim", CLAIMED)},
        "thea": {("claim", CLAIMED)},
    },
    CLAIMED: {"fatima": {("end", CLOSED)}, "noor": OF_CONTACT},
    PLANNED: {"fatima": {("end", CLOSED)}, "noor": OF_CONTACT | {("resume", CLAIMED)}},
    REOPENED: {"fatima": {("end", CLOSED)}, "noor": OF_CONTACT},
    CLOSED: {"fatima": {("reopen", REOPENED), ("reopen", NEW)}},
}
# Where each action brings a case, or what it is refused with. Karim claims, Noor closes, Fatima ends and reopens.
ROADS = {
    (NEW, "claim"): CLAIMED,
    (NEW, "close"): Refused,
    (NEW, "end"): CLOSED,
    (NEW, "reopen"): Refused,
    (NEW, "plan"): Refused,
    (NEW, "resume"): Refused,
    (NEW, "unreached"): Refused,
    (CLAIMED, "claim"): Stale,
    (CLAIMED, "close"): CLOSED,
    (CLAIMED, "end"): CLOSED,
    (CLAIMED, "reopen"): Refused,
    (CLAIMED, "plan"): PLANNED,
    (CLAIMED, "resume"): Refused,
    (CLAIMED, "unreached"): CLOSED,
    (PLANNED, "claim"): Stale,
    (PLANNED, "close"): CLOSED,
    (PLANNED, "end"): CLOSED,
    (PLANNED, "reopen"): Refused,
    (PLANNED, "plan"): PLANNED,
    (PLANNED, "resume"): CLAIMED,
    (PLANNED, "unreached"): CLOSED,
    (REOPENED, "claim"): Stale,
    (REOPENED, "close"): CLOSED,
    (REOPENED, "end"): CLOSED,
    (REOPENED, "reopen"): Refused,
    (REOPENED, "plan"): PLANNED,
    (REOPENED, "resume"): Refused,
    (REOPENED, "unreached"): CLOSED,
    (CLOSED, "claim"): Refused,
    (CLOSED, "close"): CLOSED,
    (CLOSED, "end"): CLOSED,
    (CLOSED, "reopen"): REOPENED,
    (CLOSED, "plan"): Refused,
    (CLOSED, "resume"): Refused,
    (CLOSED, "unreached"): CLOSED,
}
ACTS: dict[str, tuple[str, Callable]] = {
    "claim": ("karim", claim_case),
    "close": ("noor", lambda **who: close_case(**who, result="Het is klaar.")),
    "end": ("fatima", end_case),
    "reopen": ("fatima", reopen_case),
    "plan": ("noor", lambda case, actor: plan(case, actor=actor)),
    "resume": ("noor", lambda **who: resume_case(**who, reason="Het geld is op.")),
    "unreached": ("noor", lambda **who: close_unreached(**who, result="We kregen geen gehoor.")),
}
KEYS = [(t.name, t.source, t.target) for t in TRANSITIONS]


@pytest.mark.parametrize("state", CaseState)
def test_available_steps_of_everybody(
    state: CaseState, case: CaseFile, cast: dict[str, User | None], karim: User
) -> None:
    people = cast | {"karim": karim, "anonymous": AnonymousUser()}
    case = at_state(case, state, people["noor"])

    found = {who: {(t.name, t.target) for t in available(case, user)} for who, user in people.items()}

    assert {who: steps for who, steps in found.items() if steps} == STEPS[state]


@pytest.mark.parametrize(("state", "act"), ROADS)
def test_actions_go_where_the_table_says(
    state: CaseState, act: str, case: CaseFile, fatima: User, noor: User, karim: User
) -> None:
    case = at_state(case, state, noor)
    if state in HELD_STATES and act == "unreached":
        tried_enough(case)
    elif state in HELD_STATES:
        spoke(case)
    who, action = ACTS[act]
    expected = ROADS[state, act]

    try:
        outcome = action(case=case, actor={"fatima": fatima, "noor": noor, "karim": karim}[who]).state
    except Refused as refusal:
        outcome = type(refusal)

    assert outcome == expected
    assert reread(case).state == (expected if isinstance(expected, CaseState) else state)


# --- The table itself -------------------------------------------------------------------------------------------------
def test_every_step_stands_in_the_table_once() -> None:
    assert sorted(KEYS) == sorted(
        [
            ("claim", NEW, CLAIMED),
            ("plan", CLAIMED, PLANNED),
            ("plan", REOPENED, PLANNED),
            ("plan", PLANNED, PLANNED),
            ("resume", PLANNED, CLAIMED),
            ("close", CLAIMED, CLOSED),
            ("close", REOPENED, CLOSED),
            ("close", PLANNED, CLOSED),
            ("unreached", CLAIMED, CLOSED),
            ("unreached", REOPENED, CLOSED),
            ("unreached", PLANNED, CLOSED),
            ("end", PLANNED, CLOSED),
            ("end", NEW, CLOSED),
            ("end", CLAIMED, CLOSED),
            ("end", REOPENED, CLOSED),
            ("reopen", CLOSED, REOPENED),
            ("reopen", CLOSED, NEW),
        ]
    )


def test_every_state_can_be_reached_and_left() -> None:
    reached = {NEW}
    for _ in CaseState:
        reached |= {target for _name, source, target in KEYS if source in reached}

    assert reached == set(CaseState)
    assert {source for _name, source, _target in KEYS} == set(CaseState)


@pytest.mark.parametrize("transition", TRANSITIONS, ids=lambda t: f"{t.name}-{t.source}-{t.target}")
def test_step_has_its_policy_its_name_in_the_history_and_its_words(transition: object) -> None:
    assert transition.policy is POLICIES[transition.name]
    assert transition.name in CaseStep.values
    assert str(transition.label)
    assert str(transition.public_label)
    assert find(transition.name, transition.source, transition.target) is transition


def test_find_knows_what_stands_in_the_table_and_nothing_else() -> None:
    product = [(name, source, target) for name in CaseStep for source in CaseState for target in CaseState]

    found = [key for key in product if find(*key)]

    assert sorted(found) == sorted(KEYS)


def test_step_that_is_not_in_the_table_is_stale(case: CaseFile, noor: User) -> None:
    case = at_state(case, CLAIMED, noor)

    with pytest.raises(Stale):
        take_step(case, CaseStep.CLAIM, CLAIMED, actor=noor, verb=DID_CLAIM)

    assert CaseChange.objects.count() == 1
