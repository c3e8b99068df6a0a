"""What is planned stays open and visible, until there is a result or the owner says that it is enough."""

import datetime as dt

import pytest
import time_machine
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from gemeente.cases.actions import close_case, end_case, plan_case, resume_case
from gemeente.cases.enums import CaseState, Means
from gemeente.cases.models import CaseFile
from gemeente.cases.quarters import last_day_of, quarter_after, quarter_of, quarters_from, words_of_quarter
from gemeente.lib.errors import Refused
from gemeente.users.models import User
from tests.gemeente.cases.stages import at_state, history, plan, reread, spoke, told

NEXT = dt.date(2026, 4, 1)  # the quarter after that of the clock's Monday 2 March 2026


# --- Quarters ---------------------------------------------------------------------------------------------------------
@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_day_lies_in_its_quarter(day: dt.date) -> None:
    first = quarter_of(day)

    assert first <= day <= last_day_of(first)
    assert quarter_of(last_day_of(first)) == first
    assert quarter_after(first) == last_day_of(first) + dt.timedelta(days=1)


def test_quarters_follow_each_other_for_three_years() -> None:
    found = quarters_from(dt.date(2026, 11, 24))

    assert found[:3] == [dt.date(2026, 10, 1), dt.date(2027, 1, 1), dt.date(2027, 4, 1)]
    assert (len(found), words_of_quarter(found[1])) == (12, "januari tot en met maart 2027")


# --- Planning ---------------------------------------------------------------------------------------------------------
def test_plan_says_what_by_whom_and_when(case: CaseFile, noor: User) -> None:
    at_state(case, CaseState.CLAIMED, noor)

    plan(case)

    found = reread(case)
    assert (found.state, found.plan) == ("planned", "Nieuwe verlichting (Stadsbeheer, april tot en met juni 2026)")
    assert history(case)[-1] == ("plan", "claimed", "planned", "Noor Jansen", found.plan)
    assert told("case_planned") == ["Fatima Jansen"]


def test_planned_case_is_due_when_its_quarter_ends(case: CaseFile, noor: User, monday: time_machine.Traveller) -> None:
    at_state(case, CaseState.CLAIMED, noor)
    plan(case)
    promised = reread(case).due_on
    spoke(case)

    assert (promised, reread(case).due_on) == (dt.date(2026, 3, 5), dt.date(2026, 6, 30))
    monday.move_to("2026-07-02 09:00 +0200", tick=False)
    assert (reread(case).is_open, reread(case).days_late) == (True, 2)


def test_planning_anew_replaces_the_plan_and_keeps_both_in_the_history(case: CaseFile, noor: User) -> None:
    at_state(case, CaseState.PLANNED, noor)

    plan(case, quarter=dt.date(2026, 10, 1))

    assert [step[4] for step in history(case) if step[0] == "plan"] == [
        "Nieuwe verlichting (Stadsbeheer, april tot en met juni 2026)",
        "Nieuwe verlichting (Stadsbeheer, oktober tot en met december 2026)",
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"what": " "},
        {"by": ""},
        {"quarter": dt.date(2025, 10, 1)},
        {"quarter": dt.date(2026, 4, 2)},
    ],
)
def test_plan_that_says_too_little_is_refused(case: CaseFile, noor: User, fields: dict) -> None:
    at_state(case, CaseState.CLAIMED, noor)

    with pytest.raises(Refused):
        plan(case, **fields)

    assert reread(case).state == "claimed"
    assert plan(case, quarter=dt.date(2026, 1, 1)).state == "planned"


def test_nobody_but_the_contact_person_plans(case: CaseFile, noor: User, karim: User, fatima: User) -> None:
    at_state(case, CaseState.CLAIMED, noor)

    for actor in (karim, fatima):
        with pytest.raises(Refused):
            plan(case, actor=actor)

    assert plan(case).state == "planned"


def test_out_of_the_planning_with_a_reason(case: CaseFile, noor: User) -> None:
    at_state(case, CaseState.PLANNED, noor)

    with pytest.raises(Refused, match="waarom"):
        resume_case(case=case, actor=noor, reason=" ")
    resume_case(case=case, actor=noor, reason="Het geld is op.")

    found = reread(case)
    assert (found.state, found.plan, found.contact) == ("claimed", "", noor)
    assert told("case_resumed") == ["Fatima Jansen"]


# --- The end ----------------------------------------------------------------------------------------------------------
def test_planned_case_ends_with_a_result_only(case: CaseFile, noor: User) -> None:
    at_state(case, CaseState.PLANNED, noor)
    spoke(case)

    with pytest.raises(Refused, match="resultaat"):
        close_case(case=case, actor=noor, result="")
    close_case(case=case, actor=noor, result="De lamp brandt.")

    assert (reread(case).state, reread(case).plan) == ("closed", "")


def test_owner_can_say_that_it_is_enough(case: CaseFile, noor: User, fatima: User) -> None:
    at_state(case, CaseState.PLANNED, noor)

    end_case(case=case, actor=fatima, reason="Laat maar, ik heb zelf een lamp.")

    assert (reread(case).state, reread(case).plan) == ("closed", "")


# --- The database -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "fields",
    [
        {"planned_what": ""},
        {"planned_by": ""},
        {"planned_quarter": None},
        {"planned_quarter": dt.date(2026, 5, 1)},
        {"planned_quarter": dt.date(2026, 4, 2)},
        {"state": CaseState.CLAIMED},
    ],
)
def test_database_refuses_half_a_plan(case: CaseFile, noor: User, fields: dict) -> None:
    at_state(case, CaseState.PLANNED, noor)
    rows = CaseFile.objects.filter(pk=case.pk)

    with pytest.raises(IntegrityError, match="case_plan_says"), transaction.atomic():
        rows.update(**fields)

    assert rows.update(planned_what="Een bank") == 1


def test_plan_case_reads_what_it_was_given(case: CaseFile, noor: User) -> None:
    at_state(case, CaseState.CLAIMED, noor)

    plan_case(case=case, actor=noor, what=" Een bank ", by=" Stadsbeheer ", quarter=NEXT)

    found = reread(case)
    assert (found.planned_what, found.planned_by, found.planned_quarter) == ("Een bank", "Stadsbeheer", NEXT)
    assert spoke(case, means=Means.VISIT).was_reached
