"""The end of a case and again: closing, ending, reopening, and doing without the gemeente."""

import datetime as dt
import itertools
from collections.abc import Callable

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from gemeente.activity.models import Entry
from gemeente.cases.actions import (
    accept_help,
    claim_case,
    close_case,
    decline_help,
    dispute_contact,
    end_case,
    reopen_case,
)
from gemeente.cases.enums import OPEN_STATES, CaseState, Means
from gemeente.cases.models import CaseFile
from gemeente.lib.errors import Refused
from gemeente.lib.terms import working_days_after
from gemeente.users.models import User
from tests.gemeente.cases.stages import at_state, history, leave, reread, spoke, told, wants

PROMISED = dt.date(2026, 3, 5)
NEXT = dt.date(2026, 3, 13)
DAY = dt.timedelta(days=1)
RESULT = "De tuin ligt er."
SPEAK = "Je kunt pas afronden als je elkaar hebt gesproken: bel of ga langs. Een poging telt niet."
WRITE = "Je kunt pas afronden als je hebt geschreven en antwoord hebt gekregen. Zo wilde de eigenaar het."
# What it takes to close the case of somebody who asked for this way, and what its contact person hears until then.
WAYS = {
    "": ({"call", "visit", "meeting"}, SPEAK),
    "phone": ({"call", "visit", "meeting"}, SPEAK),
    "visit": ({"call", "visit", "meeting"}, SPEAK),
    "writing": ({"mail"}, WRITE),
}


@pytest.fixture
def claimed(case: CaseFile, noor: User) -> CaseFile:
    """Noor has the case of Fatima since Monday."""
    return at_state(case, CaseState.CLAIMED, noor)


def outcome_of(act: Callable[[], CaseFile]) -> str:
    """The state an act leads to, or what it is refused with."""
    try:
        return act().state
    except Refused as refusal:
        return str(refusal)


def refused_to(act: Callable, case: CaseFile, cast: dict[str, User | None], **words: str) -> set[str]:
    """Who of the cast an act is refused to, tried one after the other."""
    refused = set()
    for who, user in cast.items():
        if user:
            try:
                act(case=case, actor=user, **words)
            except Refused:
                refused.add(who)
    return refused


# --- Closing ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("way", WAYS)
def test_close_asks_for_a_contact_that_was_real(way: str, claimed: CaseFile, noor: User) -> None:
    wants(claimed.owner, way)
    enough, words = WAYS[way]
    product = list(itertools.product(Means, ["reached", "tried"], ["stands", "denied"]))

    outcomes = {}
    for means, reached, stands in product:
        with transaction.atomic():
            moment = spoke(claimed, means=means, was_reached=reached == "reached")
            if stands == "denied":
                dispute_contact(moment=moment, actor=claimed.owner)
            outcomes[means, reached, stands] = outcome_of(lambda: close_case(case=claimed, actor=noor, result=RESULT))
            transaction.set_rollback(True)

    real = {(means, "reached", "stands") for means in enough}
    assert outcomes == {cell: "closed" if cell in real else words for cell in product}


@pytest.mark.parametrize("way", WAYS)
def test_close_without_any_contact_is_refused(way: str, claimed: CaseFile, noor: User) -> None:
    wants(claimed.owner, way)

    with pytest.raises(Refused) as refusal:
        close_case(case=claimed, actor=noor, result=RESULT)

    assert str(refusal.value) == WAYS[way][1]
    assert (reread(claimed).state, len(history(claimed)), told("case_closed")) == ("claimed", 1, [])


def test_close_keeps_the_result_and_tells_the_owner(claimed: CaseFile, noor: User) -> None:
    spoke(claimed)

    close_case(case=claimed, actor=noor, result=f"  {RESULT} ")

    assert (reread(claimed).state, reread(claimed).contact) == (CaseState.CLOSED, noor)
    assert history(claimed)[-1] == ("close", "claimed", "closed", "Noor Jansen", RESULT)
    assert told("case_closed") == ["Fatima Jansen"]
    assert Entry.objects.get(verb="case_closed").changes == {"state": ["claimed", "closed"]}


@pytest.mark.parametrize("result", ["", " \n "])
def test_close_without_result_is_refused(result: str, claimed: CaseFile, noor: User) -> None:
    spoke(claimed)

    with pytest.raises(Refused, match="Schrijf op wat het resultaat is"):
        close_case(case=claimed, actor=noor, result=result)

    assert close_case(case=claimed, actor=noor, result=RESULT).state == CaseState.CLOSED


def test_close_is_refused_for_everybody_but_the_contact(
    claimed: CaseFile, cast: dict[str, User | None], karim: User
) -> None:
    spoke(claimed)
    others = cast | {"karim": karim, "noor": None}

    assert refused_to(close_case, claimed, others, result=RESULT) == {who for who, user in others.items() if user}
    assert close_case(case=claimed, actor=cast["noor"], result=RESULT).state == CaseState.CLOSED


def test_close_twice_changes_nothing(claimed: CaseFile, noor: User) -> None:
    spoke(claimed)
    close_case(case=claimed, actor=noor, result=RESULT)
    before = history(claimed)

    close_case(case=claimed, actor=noor, result="Iets anders.")

    assert (history(claimed), told("case_closed")) == (before, ["Fatima Jansen"])


def test_close_after_reopening_asks_for_a_new_contact(
    case: CaseFile, fatima: User, noor: User, monday: time_machine.Traveller
) -> None:
    at_state(case, CaseState.CLOSED, noor)
    monday.shift(DAY)
    reopen_case(case=case, actor=fatima)

    refused = outcome_of(lambda: close_case(case=case, actor=noor, result=RESULT))
    spoke(case, happened_on=dt.date(2026, 3, 2), note="Van gisteren, nu pas opgeschreven")
    still_refused = outcome_of(lambda: close_case(case=case, actor=noor, result=RESULT))
    spoke(case)
    closed = outcome_of(lambda: close_case(case=case, actor=noor, result=RESULT))

    assert (refused, still_refused, closed) == (SPEAK, SPEAK, "closed")


def test_close_after_reopening_on_the_same_day_asks_for_a_new_contact(
    case: CaseFile, fatima: User, noor: User, monday: time_machine.Traveller
) -> None:
    at_state(case, CaseState.CLOSED, noor)
    monday.shift(dt.timedelta(hours=3))
    reopen_case(case=case, actor=fatima)

    refused = outcome_of(lambda: close_case(case=case, actor=noor, result=RESULT))
    spoke(case)
    closed = outcome_of(lambda: close_case(case=case, actor=noor, result=RESULT))

    assert (refused, closed) == (SPEAK, "closed")


# --- The owner ends it ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("state", OPEN_STATES)
def test_end_closes_from_every_open_state(state: CaseState, case: CaseFile, fatima: User, noor: User) -> None:
    case = at_state(case, state, noor)

    end_case(case=case, actor=fatima, reason=" We kunnen het zelf. ")

    assert reread(case).state == CaseState.CLOSED
    assert history(case)[-1] == ("end", state, "closed", "Fatima Jansen", "We kunnen het zelf.")
    assert told("case_ended") == ["Noor Jansen"]


def test_end_twice_changes_nothing(case: CaseFile, fatima: User) -> None:
    end_case(case=case, actor=fatima)

    end_case(case=case, actor=fatima, reason="Nog eens.")

    assert history(case) == [("end", "new", "closed", "Fatima Jansen", "")]


@pytest.mark.parametrize("act", [end_case, decline_help], ids=lambda act: act.__name__)
def test_owner_acts_are_refused_for_others(
    act: Callable, claimed: CaseFile, cast: dict[str, User | None], karim: User
) -> None:
    others = cast | {"karim": karim, "fatima": None}

    assert refused_to(act, claimed, others) == {who for who, user in others.items() if user}
    assert (reread(claimed).state, len(history(claimed))) == (CaseState.CLAIMED, 1)
    assert refused_to(act, claimed, {"fatima": cast["fatima"]}) == set()


# --- Again ------------------------------------------------------------------------------------------------------------
def test_reopen_goes_to_the_same_contact_with_a_new_promise(
    case: CaseFile, fatima: User, noor: User, monday: time_machine.Traveller
) -> None:
    at_state(case, CaseState.CLOSED, noor)
    monday.move_to("2026-03-10 15:00 +0100", tick=False)

    reopen_case(case=case, actor=fatima, reason="Het hek is stuk.")

    case = reread(case)
    assert (case.state, case.contact, case.contact_role) == (CaseState.REOPENED, noor, "gebiedsregisseur")
    assert (case.promised_on, case.due_on) == (dt.date(2026, 3, 13), dt.date(2026, 3, 13))
    assert case.silent_since == case.began_at == dt.datetime(2026, 3, 10, 14, tzinfo=dt.UTC)
    assert told("case_reopened") == ["Noor Jansen"]
    assert history(case)[-1] == ("reopen", "closed", "reopened", "Fatima Jansen", "Het hek is stuk.")


@pytest.mark.parametrize("is_active", [True, False], ids=["role ended", "account closed too"])
def test_reopen_is_new_again_where_the_contact_left(
    is_active: bool, case: CaseFile, fatima: User, noor: User, karim: User
) -> None:
    at_state(case, CaseState.CLOSED, noor)
    leave(noor)
    User.objects.filter(pk=noor.pk).update(is_active=is_active)

    reopen_case(case=case, actor=fatima)

    case = reread(case)
    assert (case.state, case.contact, case.contact_role, case.claimed_at) == (CaseState.NEW, None, "", None)
    assert told("case_reopened") == ["Karim Jansen"]
    assert claim_case(case=case, actor=karim).contact == karim


def test_reopen_is_new_again_where_nobody_ever_had_it(case: CaseFile, fatima: User) -> None:
    end_case(case=case, actor=fatima)

    reopen_case(case=case, actor=fatima)

    assert (reread(case).state, told("case_reopened")) == (CaseState.NEW, ["Noor Jansen"])


def test_reopen_is_refused_for_others(case: CaseFile, cast: dict[str, User | None], karim: User) -> None:
    case = at_state(case, CaseState.CLOSED, cast["noor"])
    others = cast | {"karim": karim, "fatima": None}

    assert refused_to(reopen_case, case, others) == {who for who, user in others.items() if user}
    assert refused_to(reopen_case, case, {"fatima": cast["fatima"]}) == set()


def test_reopen_forgets_that_help_was_declined(case: CaseFile, fatima: User) -> None:
    decline_help(case=case, actor=fatima)
    end_case(case=case, actor=fatima)

    reopen_case(case=case, actor=fatima)

    assert reread(case).help_declined_at is None


# --- Without the gemeente ---------------------------------------------------------------------------------------------
def test_decline_leaves_one_welcome_owed_and_nothing_after_it(
    claimed: CaseFile, fatima: User, monday: time_machine.Traveller
) -> None:
    decline_help(case=claimed, actor=fatima)
    declined = reread(claimed).due_on
    monday.shift(DAY)
    spoke(claimed, was_reached=False)
    tried = reread(claimed).due_on
    spoke(claimed, next_on=NEXT)

    assert (declined, tried, reread(claimed).due_on) == (PROMISED, PROMISED, None)


def test_decline_after_a_contact_leaves_nothing_owed(claimed: CaseFile, fatima: User) -> None:
    spoke(claimed, next_on=NEXT)

    decline_help(case=claimed, actor=fatima)

    assert reread(claimed).due_on is None


def test_accept_owes_contact_again(claimed: CaseFile, fatima: User, reference: None) -> None:
    spoke(claimed, next_on=NEXT)
    decline_help(case=claimed, actor=fatima)

    accept_help(case=claimed, actor=fatima)

    case = reread(claimed)
    assert (case.due_on, case.help_declined_at) == (case.promised_on, None)
    assert case.due_on == working_days_after(timezone.localdate(), 3)
    assert (told("help_declined"), told("help_accepted")) == (["Noor Jansen"], ["Noor Jansen"])


@pytest.mark.parametrize("who", ["bram", "noor", "karim"])
def test_accept_is_for_the_owner_who_declined(
    who: str, claimed: CaseFile, fatima: User, bram: User, noor: User, karim: User
) -> None:
    with pytest.raises(Refused):
        accept_help(case=claimed, actor=fatima)
    decline_help(case=claimed, actor=fatima)

    with pytest.raises(Refused):
        accept_help(case=claimed, actor={"bram": bram, "noor": noor, "karim": karim}[who])

    assert accept_help(case=claimed, actor=fatima).help_declined_at is None


def test_decline_twice_is_refused(claimed: CaseFile, fatima: User) -> None:
    decline_help(case=claimed, actor=fatima)

    with pytest.raises(Refused):
        decline_help(case=claimed, actor=fatima)

    assert [step[0] for step in history(claimed)] == ["claim", "decline"]


# --- The whole life ---------------------------------------------------------------------------------------------------
def test_history_tells_every_step_and_why(case: CaseFile, fatima: User, noor: User) -> None:
    decline_help(case=case, actor=fatima, reason="We redden het.")
    claim_case(case=case, actor=noor)
    accept_help(case=case, actor=fatima, reason="Toch lastig.")
    spoke(case)
    close_case(case=case, actor=noor, result=RESULT)
    reopen_case(case=case, actor=fatima, reason="Het hek is stuk.")
    end_case(case=case, actor=fatima, reason="Weer heel.")

    assert history(case) == [
        ("decline", "new", "new", "Fatima Jansen", "We redden het."),
        ("claim", "new", "claimed", "Noor Jansen", ""),
        ("accept", "claimed", "claimed", "Fatima Jansen", "Toch lastig."),
        ("close", "claimed", "closed", "Noor Jansen", RESULT),
        ("reopen", "closed", "reopened", "Fatima Jansen", "Het hek is stuk."),
        ("end", "reopened", "closed", "Fatima Jansen", "Weer heel."),
    ]
