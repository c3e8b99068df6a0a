"""A case changes hands and is never without a contact person: hand-over, absence, stand-in, and who leaves."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from gemeente.accounts.actions import assign_role, end_role
from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.activity.models import Entry
from gemeente.cases.actions import (
    claim_case,
    close_case,
    cover_absences,
    end_absence,
    hand_over_cases,
    log_contact,
    reopen_case,
    report_absence,
)
from gemeente.cases.enums import CasePart, CaseState, Means
from gemeente.cases.models import Absence, CaseFile, CasePerson
from gemeente.cases.policies import POLICIES
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.initiatives import published
from tests.gemeente.cases.stages import at_state, history, leave, reread, spoke, told

TODAY = dt.date(2026, 3, 2)
WORD = "Ik ga iets anders doen. Karim belt je deze week."


@pytest.fixture
def held(case: CaseFile, noor: User) -> CaseFile:
    """Noor is the contact person."""
    return at_state(case, CaseState.CLAIMED, noor)


def fresh(user: User) -> User:
    """Somebody as the next request sees her."""
    return User.objects.get(pk=user.pk)


def away(user: User, actor: User, **fields: Any) -> Absence:
    """Somebody is away from today, for a week unless told otherwise."""
    told_ = {"starts_on": TODAY, "ends_on": TODAY + dt.timedelta(days=7), "stand_in": None}
    return report_absence(person=user, actor=actor, **{**told_, **fields})


# --- Handing over -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("state", [CaseState.CLAIMED, CaseState.PLANNED, CaseState.REOPENED])
def test_hand_over_leaves_state_and_clock_as_they_were(
    case: CaseFile, noor: User, karim: User, state: CaseState
) -> None:
    before = at_state(case, state, noor)

    hand_over_cases(cases=[case], to=karim, actor=noor, note=WORD)

    after = reread(case)
    assert (after.contact, after.contact_role, after.state) == (karim, "civil_servant", state)
    assert (after.due_on, after.plan, after.silent_since) == (before.due_on, before.plan, before.silent_since)
    assert history(case)[-1] == ("hand_over", state, state, "Noor Jansen", WORD)
    assert case.changes.latest("pk").successor == karim


def test_hand_over_tells_the_owner_and_the_successor(held: CaseFile, noor: User, karim: User) -> None:
    hand_over_cases(cases=[held], to=karim, actor=noor, note=WORD)

    assert (told("case_handed_over"), told("cases_passed_on")) == (["Fatima Jansen"], ["Karim Jansen"])


def test_who_handed_over_is_the_contact_no_longer(held: CaseFile, noor: User, karim: User) -> None:
    hand_over_cases(cases=[held], to=karim, actor=noor, note=WORD)

    case = reread(held)
    assert [POLICIES["log_contact"](user, case) for user in (noor, karim)] == [False, True]


def test_team_lead_hands_over_what_is_not_hers(held: CaseFile, thea: User, karim: User) -> None:
    hand_over_cases(cases=[held], to=karim, actor=thea, note=WORD)

    assert reread(held).contact == karim


def test_hand_over_is_refused_for_who_may_not(held: CaseFile, karim: User, fatima: User, noor: User) -> None:
    for actor in (karim, fatima):
        with pytest.raises(Refused, match="overdragen"):
            hand_over_cases(cases=[held], to=karim, actor=actor, note=WORD)

    assert hand_over_cases(cases=[held], to=karim, actor=noor, note=WORD)


def test_hand_over_needs_a_warm_word(held: CaseFile, noor: User, karim: User) -> None:
    with pytest.raises(Refused, match="woorden voor de eigenaar"):
        hand_over_cases(cases=[held], to=karim, actor=noor, note=" ")

    assert reread(held).contact == noor


def successors(cast: dict, held: CaseFile, karim: User) -> dict[str, tuple[User, str]]:
    """Whom a case cannot go to, and why."""
    sick = person("Sanne", role=Role.CIVIL_SERVANT)
    away(sick, sick, stand_in=karim)
    helper = person("Hilde", role=Role.CIVIL_SERVANT)
    CasePerson.objects.create(case=held, user=helper, part=CasePart.HELPER)
    return {
        "has it": (cast["noor"], "heeft deze zaak al"),
        "no contact person": (cast["joost"], "kan het vaste contact"),
        "helps the owner": (helper, "kan het vaste contact"),
        "left": (leave(person("Lies", role=Role.CIVIL_SERVANT)), "kan het vaste contact"),
        "away": (sick, "is er nu niet"),
    }


def test_hand_over_to_who_cannot_have_it_is_refused(held: CaseFile, cast: dict, noor: User, karim: User) -> None:
    for to, why in successors(cast, held, karim).values():
        with pytest.raises(Refused, match=why):
            hand_over_cases(cases=[held], to=to, actor=noor, note=WORD)

    assert reread(held).contact == noor


def test_hand_over_is_all_or_nothing(held: CaseFile, noor: User, karim: User, bram: User, oostgaarde: Wijk) -> None:
    other = published(owner=karim, wijk=oostgaarde).case
    claim_case(case=other, actor=noor)

    with pytest.raises(Refused):
        hand_over_cases(cases=[held, other], to=karim, actor=noor, note=WORD)

    assert [reread(case).contact for case in (held, other)] == [noor, noor]


# --- Somebody else, please --------------------------------------------------------------------------------------------
def test_reopening_goes_to_the_same_person(held: CaseFile, noor: User, fatima: User) -> None:
    spoke(held)
    close_case(case=held, actor=noor, result="Klaar.")

    assert reopen_case(case=held, actor=fatima).contact == noor


def test_reopening_with_somebody_else_needs_no_reason(held: CaseFile, noor: User, karim: User, fatima: User) -> None:
    spoke(held)
    close_case(case=held, actor=noor, result="Klaar.")

    case = reopen_case(case=held, actor=fatima, wants_other=True)

    assert (case.state, case.contact, case.unwanted_contact) == ("new", None, noor)
    assert told("case_reopened") == ["Karim Jansen"]
    with pytest.raises(Refused):
        claim_case(case=case, actor=noor)
    assert claim_case(case=case, actor=karim).contact == karim


def test_who_is_unwanted_gets_it_by_no_other_road(
    held: CaseFile, noor: User, karim: User, thea: User, fatima: User
) -> None:
    spoke(held)
    close_case(case=held, actor=noor, result="Klaar.")
    reopen_case(case=held, actor=fatima, wants_other=True)
    claim_case(case=held, actor=karim)

    with pytest.raises(Refused):
        hand_over_cases(cases=[held], to=noor, actor=karim, note=WORD)
    away(karim, karim, stand_in=noor)

    assert (POLICIES["log_contact"](fresh(noor), reread(held)), reread(held).contact) == (False, thea)
    with pytest.raises(IntegrityError, match="case_contact_is_not_unwanted"), transaction.atomic():
        CaseFile.objects.filter(pk=held.pk).update(contact=noor)


# --- Away with a stand-in ---------------------------------------------------------------------------------------------
def test_stand_in_acts_and_the_case_stays_hers(held: CaseFile, noor: User, karim: User) -> None:
    before = POLICIES["log_contact"](karim, reread(held))

    away(noor, noor, stand_in=karim)

    case, stand_in = reread(held), fresh(karim)
    assert (before, case.contact) == (False, noor)
    assert {name for name, policy in POLICIES.items() if policy(stand_in, case)} == {
        "read_contact", "log_contact", "plan", "hand_over", "send_message", "close", "unreached",
    }  # fmt: skip
    assert list(CaseFile.objects.held_by(stand_in)) == [held]
    log_contact(case=case, actor=stand_in, means=Means.CALL, was_reached=True, happened_on=TODAY)


def test_stand_in_acts_from_the_first_day_until_she_is_back(
    held: CaseFile, noor: User, karim: User, monday: time_machine.Traveller
) -> None:
    away(noor, noor, starts_on=dt.date(2026, 3, 4), ends_on=dt.date(2026, 3, 6), stand_in=karim)
    acts = []

    for day in range(3, 7):
        monday.move_to(f"2026-03-0{day} 09:00 +0100", tick=False)
        acts.append(POLICIES["log_contact"](fresh(karim), reread(held)))

    assert acts == [False, True, True, False]


def test_back_sooner_ends_the_stand_in(held: CaseFile, noor: User, karim: User, thea: User) -> None:
    absence = away(noor, noor, stand_in=karim)
    with pytest.raises(Refused, match="teamleider of een beheerder"):
        end_absence(absence=absence, actor=karim)
    assert POLICIES["log_contact"](fresh(karim), reread(held))

    for _ in range(2):
        end_absence(absence=absence, actor=thea)

    assert not POLICIES["log_contact"](fresh(karim), reread(held))
    assert [entry.actor for entry in Entry.objects.filter(verb="is_back")] == [thea]


def test_case_of_the_stand_in_herself_goes_to_the_team_lead(
    noor: User, karim: User, thea: User, oostgaarde: Wijk, reference: None, monday: object
) -> None:
    case = published(owner=karim, wijk=oostgaarde).case
    claim_case(case=case, actor=noor)

    away(noor, noor, stand_in=karim)

    assert reread(case).contact == thea


def test_what_comes_meanwhile_goes_to_the_stand_in(
    noor: User, karim: User, fatima: User, oostgaarde: Wijk, reference: None, monday: object
) -> None:
    away(noor, noor, stand_in=karim)

    published(owner=fatima, wijk=oostgaarde)

    assert told("new_case") == ["Karim Jansen"]


# --- Ill on Monday ----------------------------------------------------------------------------------------------------
def test_ill_on_monday_with_forty_cases(
    noor: User, karim: User, thea: User, fatima: User, oostgaarde: Wijk, reference: None, monday: object
) -> None:
    cases = [published(owner=fatima, wijk=oostgaarde, title=f"Plan {number}").case for number in range(40)]
    for case in cases:
        claim_case(case=case, actor=noor)

    away(noor, thea, ends_on=None)

    held = CaseFile.objects.filter(pk__in=[case.pk for case in cases])
    assert set(held.values_list("contact__name", "state")) == {("Thea Jansen", "claimed")}
    assert (told("cases_passed_on"), len(told("case_handed_over"))) == ([], 40)
    hand_over_cases(cases=held.filter(pk__lte=cases[19].pk), to=karim, actor=fresh(thea), note=WORD)
    assert [held.filter(contact=user).count() for user in (noor, karim, thea)] == [0, 20, 20]
    assert told("cases_passed_on") == ["Karim Jansen"]


def test_team_lead_hears_of_it_when_she_did_not_report_it(held: CaseFile, noor: User, thea: User) -> None:
    away(noor, noor)

    assert (reread(held).contact, told("cases_passed_on")) == (thea, ["Thea Jansen"])


def test_without_team_lead_a_colleague_who_is_there_has_it(held: CaseFile, noor: User, karim: User) -> None:
    away(noor, noor)

    assert reread(held).contact == karim


def test_absence_is_refused_when_nobody_can_take_over(held: CaseFile, noor: User) -> None:
    with pytest.raises(Refused, match="niemand die dit kan overnemen"):
        away(noor, noor)

    assert (reread(held).contact, Absence.objects.count()) == (noor, 0)


def test_absence_that_begins_later_is_covered_on_its_first_morning(
    held: CaseFile, noor: User, thea: User, monday: time_machine.Traveller
) -> None:
    away(noor, noor, starts_on=dt.date(2026, 3, 4), ends_on=None)
    monday.move_to("2026-03-03 06:00 +0100", tick=False)
    early = cover_absences()
    monday.move_to("2026-03-04 06:00 +0100", tick=False)

    moved = cover_absences()

    assert (early, moved, reread(held).contact) == (0, 1, thea)


def test_stand_in_who_falls_ill_is_covered_too(
    held: CaseFile, noor: User, karim: User, thea: User, monday: time_machine.Traveller
) -> None:
    away(noor, noor, stand_in=karim)
    away(fresh(karim), karim)

    cover_absences()

    assert reread(held).contact == thea


def test_contact_whose_role_ran_out_is_covered_the_next_morning(
    held: CaseFile, noor: User, thea: User, monday: time_machine.Traveller
) -> None:
    RoleAssignment.objects.filter(user=noor).update(ends_on=dt.date(2026, 3, 3))
    monday.move_to("2026-03-03 06:00 +0100", tick=False)

    cover_absences()

    assert (reread(held).contact, reread(held).state) == (thea, "claimed")
    assert cover_absences() == 0


BAD = [
    ({"starts_on": TODAY - dt.timedelta(days=1)}, "vandaag of later"),
    ({"ends_on": TODAY}, "vandaag of later"),
    ({"stand_in": "joost"}, "Kies als vervanger"),
    ({"stand_in": "noor"}, "Kies als vervanger"),
]


@pytest.mark.parametrize(("fields", "why"), BAD)
def test_absence_that_makes_no_sense_is_refused(
    held: CaseFile, noor: User, joost: User, thea: User, fields: dict, why: str
) -> None:
    people = {"joost": joost, "noor": noor}

    with pytest.raises(Refused, match=why):
        away(noor, noor, **{name: people.get(value, value) for name, value in fields.items()})

    assert away(noor, noor).pk


def test_second_absence_in_the_same_days_is_refused(held: CaseFile, noor: User, thea: User) -> None:
    away(noor, noor)

    with pytest.raises(Refused, match="staat al"):
        away(noor, noor, starts_on=TODAY + dt.timedelta(days=6), ends_on=None)

    assert away(noor, noor, starts_on=TODAY + dt.timedelta(days=7), ends_on=None).pk


def test_absence_of_somebody_else_is_reported_by_team_lead_and_manager(
    held: CaseFile, noor: User, karim: User, thea: User, mona: User, fatima: User
) -> None:
    for actor in (karim, fatima):
        with pytest.raises(Refused, match="afwezig melden"):
            away(noor, actor)

    assert [away(user, actor).reported_by for user, actor in ((noor, thea), (karim, mona))] == [thea, mona]


# --- The two sides stay apart, whoever writes -------------------------------------------------------------------------
def sql(statement: str, *values: object) -> None:
    """Write as somebody with a database prompt would."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_database_refuses_a_contact_on_the_owners_side(held: CaseFile, fatima: User, karim: User) -> None:
    update = "UPDATE cases_casefile SET contact_id = %s WHERE id = %s"

    with pytest.raises(IntegrityError, match="different people"):
        sql(update, fatima.pk, held.pk)

    sql(update, karim.pk, held.pk)
    assert reread(held).contact == karim


def test_database_refuses_the_contact_as_helper(held: CaseFile, noor: User, wilma: User) -> None:
    insert = "INSERT INTO cases_caseperson (case_id, user_id, part) VALUES (%s, %s, 'helper')"

    with pytest.raises(IntegrityError, match="different people"):
        sql(insert, held.pk, noor.pk)

    sql(insert, held.pk, wilma.pk)
    assert wilma.pk in reread(held).voice_ids


def test_helper_cannot_claim(case: CaseFile, karim: User) -> None:
    CasePerson.objects.create(case=case, user=karim, part=CasePart.HELPER)

    with pytest.raises(Refused):
        claim_case(case=case, actor=karim)

    assert reread(case).contact is None


# --- Who leaves -------------------------------------------------------------------------------------------------------
def test_role_cannot_end_while_she_is_a_contact_person(held: CaseFile, noor: User, karim: User, mona: User) -> None:
    assignment = RoleAssignment.objects.get(user=noor)

    with pytest.raises(Refused, match="Noor is nog het vaste contact van 1 zaak"):
        end_role(assignment=assignment, ends_on=TODAY, actor=mona)
    hand_over_cases(cases=[held], to=karim, actor=noor, note=WORD)

    assert end_role(assignment=assignment, ends_on=TODAY, actor=mona).ends_on == TODAY


def test_role_can_end_when_another_keeps_her_a_contact_person(held: CaseFile, noor: User, mona: User) -> None:
    assignment = RoleAssignment.objects.get(user=noor)
    assign_role(user=noor, role=Role.CIVIL_SERVANT, wijk=None, starts_on=TODAY, actor=mona)

    assert end_role(assignment=assignment, ends_on=TODAY, actor=mona).ends_on == TODAY
