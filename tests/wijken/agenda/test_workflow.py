"""The road of an opgave: every state x every step x who."""

from types import SimpleNamespace

import pytest

from tests.wijken.agenda.test_policies import HERE, PEOPLE
from wijken.agenda.enums import OpgaveState
from wijken.agenda.workflow import TRANSITIONS, available, step_of

S = OpgaveState
BUTTONS = {
    S.SIGNALLED: {"drop"},
    S.EXPLORED: {"drop"},
    S.AGREED: {"begin", "drop"},
    S.REALISING: {"achieve", "drop"},
    S.ACHIEVED: {"resume"},
    S.DROPPED: {"restart"},
}
BY_ACT = {
    ("explore", S.SIGNALLED): S.EXPLORED,
    ("agree", S.SIGNALLED): S.AGREED,
    ("agree", S.EXPLORED): S.AGREED,
    ("reopen", S.AGREED): S.EXPLORED,
}


@pytest.mark.parametrize("state", list(OpgaveState))
@pytest.mark.parametrize("who", sorted(PEOPLE))
def test_buttons(state: OpgaveState, who: str) -> None:
    steps = available(SimpleNamespace(wijk_id=HERE, state=state), PEOPLE[who])

    assert {step.name for step in steps} == (BUTTONS[state] if who in {"board", "member"} else set())


def test_steps_by_an_act() -> None:
    names = {step.name for step in TRANSITIONS if not step.label}

    found = {(name, state): step_of(SimpleNamespace(state=state), name) for name in names for state in OpgaveState}

    assert {key: step.target for key, step in found.items() if step} == BY_ACT


def test_stopping_and_reaching_it_ask_for_words() -> None:
    assert {step.name for step in TRANSITIONS if step.needs_text} == {"drop", "achieve"}
