"""Who may do what in which state, and which steps there are: every role in every state, without a database."""

import datetime as dt
import itertools
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import HeldRole
from wijken.advice.actions.replying import is_reminder_due
from wijken.advice.enums import AdviceState, Asker, PlanState
from wijken.advice.models import Advice, Voornemen
from wijken.advice.policies import PLAN_POLICIES, POLICIES, asker_kind
from wijken.advice.workflow import TRANSITIONS, available
from wijken.models import DecisionRule
from wijken.voting import Ballots, Outcome, Voters, tally

HERE, ELSEWHERE = 1, 2
PEOPLE: dict[str, tuple[HeldRole, ...] | None] = {
    "visitor": None,
    "resident": (),
    "board": (HeldRole(Role.WOP_BOARD, HERE),),
    "member": (HeldRole(Role.WOP_MEMBER, HERE),),
    "board elsewhere": (HeldRole(Role.WOP_BOARD, ELSEWHERE),),
    "member for the gemeente": (HeldRole(Role.WOP_MEMBER, HERE), HeldRole(Role.CIVIL_SERVANT, None)),
    "partner": (HeldRole(Role.PARTNER, None),),
    "regisseur": (HeldRole(Role.GEBIEDSREGISSEUR, HERE),),
    "colleague": (HeldRole(Role.CIVIL_SERVANT, None),),
    "team lead": (HeldRole(Role.TEAM_LEAD, None),),
    "manager": (HeldRole(Role.MANAGER, None),),
}
PKS = {name: number for number, name in enumerate(PEOPLE, start=1)}


def somebody(name: str) -> Any:
    """A user of a request with her roles."""
    roles = PEOPLE[name]
    known = roles is not None
    return SimpleNamespace(
        pk=PKS[name], is_authenticated=known, is_active=known, _held_roles=frozenset(roles or ()), _absences=[]
    )


def an_advice(state: AdviceState, voters: Voters = Voters.MEMBERS, asks: bool = False, text: str = "Tekst") -> Advice:
    """An advice in a state, asked by the colleague and answered by the regisseur."""
    rule = DecisionRule(pk=1, voters=voters, quorum=33, majority=50, asks_residents=asks)
    return Advice(
        wijk_id=HERE,
        state=state,
        rule=None if state == AdviceState.ASKED else rule,
        text=text,
        version_count=1 if text else 0,
        asked_by_id=PKS["colleague"],
        responsible_id=PKS["regisseur"],
    )


def may(policy: str, advice: Advice) -> set[str]:
    """Who may do it."""
    return {name for name in PEOPLE if POLICIES[policy](somebody(name), advice)}


WOP = {"board", "member"}
EXPECTED: dict[str, dict[AdviceState, set[str]]] = {
    "see_work": dict.fromkeys(AdviceState, WOP),
    "take_up": {AdviceState.ASKED: {"board"}},
    "write": {AdviceState.DRAFTING: WOP},
    "open_vote": {AdviceState.DRAFTING: {"board"}},
    "vote": {AdviceState.VOTING: WOP},
    "close_vote": {AdviceState.VOTING: {"board"}},
    "withdraw": {
        AdviceState.ASKED: {"board", "colleague"},
        AdviceState.DRAFTING: {"board"},
        AdviceState.VOTING: {"board"},
    },
    "say": {},
    "reply": {AdviceState.GIVEN: {"regisseur"}, AdviceState.REPLIED: {"regisseur"}},
    "hand_over": {AdviceState.GIVEN: {"regisseur", "team lead"}},
}


@pytest.mark.parametrize("state", AdviceState)
@pytest.mark.parametrize("policy", POLICIES)
def test_policy(policy: str, state: AdviceState) -> None:
    assert may(policy, an_advice(state)) == EXPECTED[policy].get(state, set())


@pytest.mark.parametrize("state", AdviceState)
def test_workflow_is_what_policies_allow(state: AdviceState) -> None:
    advice = an_advice(state)
    for name in PEOPLE:
        steps = {step.name for step in available(advice, somebody(name))}
        own = {step.name for step in TRANSITIONS if step.source == state}
        table = {
            "take_up": "take_up",
            "open_vote": "open_vote",
            "adopt": "close_vote",
            "reject": "close_vote",
            "reply": "reply",
            "withdraw": "withdraw",
        }
        assert steps == {step for step in own if name in EXPECTED[table[step]].get(state, set())}


def test_every_state_is_reached_and_ends() -> None:
    assert {step.target for step in TRANSITIONS} == set(AdviceState) - {AdviceState.ASKED}
    assert set(AdviceState) - {step.source for step in TRANSITIONS} == {AdviceState.REPLIED, AdviceState.WITHDRAWN}


def test_board_alone_votes_where_the_rule_says_so() -> None:
    assert may("vote", an_advice(AdviceState.VOTING, Voters.BOARD)) == {"board"}


def test_without_a_text_there_is_nothing_to_vote_on() -> None:
    assert may("open_vote", an_advice(AdviceState.DRAFTING, text="")) == set()


@pytest.mark.parametrize("state", [AdviceState.DRAFTING, AdviceState.VOTING])
def test_residents_speak_where_the_rule_asks_them_and_they_do_not_vote(state: AdviceState) -> None:
    expected = {"resident", "member", "board elsewhere"}

    assert may("say", an_advice(state, Voters.BOARD, asks=True)) == expected
    assert may("say", an_advice(state, Voters.MEMBERS, asks=True)) == expected - {"member"}


@pytest.mark.parametrize("owns", [False, True])
def test_who_asks(owns: bool) -> None:
    got = {name: asker_kind(somebody(name), owns_subject=owns) for name in PEOPLE}

    gemeente = {"regisseur", "colleague", "team lead", "member for the gemeente"}
    assert {name for name, kind in got.items() if kind == Asker.GEMEENTE} == gemeente
    assert {name for name, kind in got.items() if kind == Asker.PARTNER} == {"partner"}
    residents = {"resident", "board", "member", "board elsewhere", "manager"} if owns else set()
    assert {name for name, kind in got.items() if kind == Asker.RESIDENT} == residents


PLANS = {
    PlanState.OPEN: {
        "work": {"regisseur"},
        "hand_over": {"regisseur", "team lead"},
        "react": {"resident", "board", "member", "board elsewhere", "partner"},
    },
    PlanState.WEIGHING: {"work": {"regisseur"}, "hand_over": {"regisseur", "team lead"}},
}


@pytest.mark.parametrize("state", PlanState)
@pytest.mark.parametrize("policy", PLAN_POLICIES)
def test_plan_policy(policy: str, state: PlanState) -> None:
    ended = None if state in PLANS else timezone.now()
    plan = Voornemen(state=state, ended_at=ended, responsible_id=PKS["regisseur"], react_until=timezone.localdate())

    got = {name for name in PEOPLE if PLAN_POLICIES[policy](somebody(name), plan)}
    assert got == PLANS.get(state, {}).get(policy, set())


# --- Arithmetic -------------------------------------------------------------------------------------------------------
@given(
    numbers=st.tuples(*[st.integers(0, 10)] * 4),
    silent=st.integers(0, 40),
    quorum=st.integers(0, 100),
    majority=st.integers(50, 100),
)
def test_votes_add_up(numbers: tuple[int, ...], silent: int, quorum: int, majority: int) -> None:
    rule, voted = SimpleNamespace(quorum=quorum, majority=majority), sum(numbers)
    counted = Ballots(**dict(zip(("in_favour", "against", "blank", "recused"), numbers, strict=True)))

    found = tally(rule, voted + silent, counted)

    assert found.in_favour + found.against + found.blank + found.recused == voted
    assert found.eligible == voted + silent - found.recused
    assert found.not_voted == silent
    assert (found.outcome == Outcome.NO_QUORUM) == (found.cast < found.quorum_needed)
    assert tally(rule, voted + silent, Ballots(**{n: getattr(found, n) for n in vars(counted)})) == found


DAY = dt.date(2026, 3, 2)


@given(step=st.integers(1, 30), gaps=st.lists(st.integers(1, 9), max_size=30))
def test_reminders_are_never_closer_than_the_rule_says_once_it_is_late(step: int, gaps: list[int]) -> None:
    today, last, told = DAY - dt.timedelta(days=40), None, []
    for gap in gaps:
        today += dt.timedelta(days=gap)
        if is_reminder_due(today, DAY, last, step):
            told.append(today)
            last = today

    assert len([day for day in told if day <= DAY]) <= 1
    late = [day for day in told if day > DAY]
    assert all((after - before).days >= step for before, after in itertools.pairwise(late))
    assert all(day >= DAY - dt.timedelta(days=step) for day in told)
