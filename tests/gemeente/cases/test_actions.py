"""Opening and claiming a case: what is promised, who gets it, who is told."""

import datetime as dt

import pytest
import time_machine

from gemeente.accounts.enums import Role
from gemeente.activity.models import Entry
from gemeente.cases.actions import claim_case
from gemeente.cases.enums import CaseKind, CaseState
from gemeente.cases.models import CaseFile, FirstContactTerm
from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.initiatives import published
from tests.gemeente.cases.stages import at_state, history, leave, reread, told


def term(working_days: int, starts_on: dt.date) -> FirstContactTerm:
    """From a day on the gemeente is in touch within so many working days."""
    return FirstContactTerm.objects.create(kind=CaseKind.INITIATIVE, working_days=working_days, starts_on=starts_on)


# --- The promise ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("now", "promised_on"),
    [
        ("2026-03-02 09:00 +0100", dt.date(2026, 3, 5)),
        ("2026-03-05 09:00 +0100", dt.date(2026, 3, 10)),  # over a weekend
        ("2026-03-06 22:30 +0100", dt.date(2026, 3, 11)),  # Friday evening
        ("2026-03-07 00:30 +0100", dt.date(2026, 3, 11)),  # Saturday here, still Friday in UTC
        ("2026-03-08 23:30 +0100", dt.date(2026, 3, 11)),  # Sunday here and in UTC
        ("2026-03-09 00:30 +0100", dt.date(2026, 3, 12)),  # Monday here, still Sunday in UTC
        ("2026-04-02 16:00 +0200", dt.date(2026, 4, 9)),  # over Good Friday and Easter
        ("2026-05-01 12:00 +0200", dt.date(2026, 5, 7)),  # over Liberation Day
        ("2026-05-12 12:00 +0200", dt.date(2026, 5, 18)),  # over Ascension Day
        ("2026-12-24 12:00 +0100", dt.date(2026, 12, 30)),  # over Christmas
        ("2026-12-30 12:00 +0100", dt.date(2027, 1, 5)),  # over New Year's Day, into another year
    ],
)
def test_open_case_promises_contact_within_three_working_days(
    now: str, promised_on: dt.date, reference: None, fatima: User, oostgaarde: Wijk
) -> None:
    with time_machine.travel(now, tick=False):
        case = published(owner=fatima, wijk=oostgaarde).case

    assert (case.promised_on, case.due_on) == (promised_on, promised_on)


@pytest.mark.parametrize(
    ("now", "promised_on"),
    [
        ("2026-02-27 12:00 +0100", dt.date(2026, 3, 4)),  # the three days of the first row
        ("2026-03-01 00:30 +0100", dt.date(2026, 3, 2)),  # one day, from its first hour here
        ("2026-03-31 23:30 +0200", dt.date(2026, 4, 1)),  # one day, until its last
        ("2026-04-01 12:00 +0200", dt.date(2026, 4, 10)),  # five days, over Easter
    ],
)
def test_open_case_promises_by_the_term_in_force(
    now: str, promised_on: dt.date, reference: None, fatima: User, oostgaarde: Wijk
) -> None:
    term(5, dt.date(2026, 4, 1))
    term(1, dt.date(2026, 3, 1))

    with time_machine.travel(now, tick=False):
        case = published(owner=fatima, wijk=oostgaarde).case

    assert case.promised_on == promised_on


def test_case_keeps_its_promise_when_the_term_changes(case: CaseFile, fatima: User, oostgaarde: Wijk) -> None:
    term(1, dt.date(2026, 3, 1))

    later = published(owner=fatima, wijk=oostgaarde).case

    assert (reread(case).promised_on, later.promised_on) == (dt.date(2026, 3, 5), dt.date(2026, 3, 3))


def test_open_case_promises_nothing_where_no_term_is_set(fatima: User, oostgaarde: Wijk) -> None:
    case = published(owner=fatima, wijk=oostgaarde).case

    assert (case.promised_on, case.due_on) == (None, None)


def test_open_case_is_silent_from_the_moment_it_began(reference: None, fatima: User, oostgaarde: Wijk) -> None:
    case = published(owner=fatima, wijk=oostgaarde).case

    assert case.opened_at == case.began_at == case.silent_since


def test_open_case_logs_the_promise_and_begins_without_history(case: CaseFile, fatima: User) -> None:
    entry = Entry.objects.get(verb="case_opened")

    assert (entry.actor, entry.visibility) == (fatima, "case")
    assert entry.changes == {"state": [None, "new"], "promised_on": [None, "2026-03-05"]}
    assert history(case) == []


# --- Who looks first --------------------------------------------------------------------------------------------------
def test_open_case_tells_the_gebiedsregisseur_of_the_wijk(
    fatima: User, noor: User, karim: User, oostgaarde: Wijk
) -> None:
    published(owner=fatima, wijk=oostgaarde)

    assert told("new_case") == ["Noor Jansen"]


@pytest.mark.parametrize("whole_town", [True, False])
def test_open_case_tells_the_team_where_nobody_has_the_wijk(
    whole_town: bool, bram: User, noor: User, karim: User, schollevaar: Wijk
) -> None:
    published(owner=bram, wijk=None if whole_town else schollevaar)

    assert told("new_case") == ["Karim Jansen"]


def test_open_case_tells_a_manager_where_there_is_no_team(bram: User, mona: User, schollevaar: Wijk) -> None:
    published(owner=bram, wijk=schollevaar)

    assert told("new_case") == ["Mona Jansen"]


def test_open_case_of_the_gebiedsregisseur_herself_tells_a_colleague(noor: User, karim: User, oostgaarde: Wijk) -> None:
    published(owner=noor, wijk=oostgaarde)

    assert told("new_case") == ["Karim Jansen"]


# --- Claiming ---------------------------------------------------------------------------------------------------------
def test_claim_makes_the_one_contact_and_tells_the_owner(
    case: CaseFile, noor: User, monday: time_machine.Traveller
) -> None:
    monday.shift(dt.timedelta(hours=2))

    claim_case(case=case, actor=noor)

    case = reread(case)
    assert (case.state, case.contact, case.contact_role) == (CaseState.CLAIMED, noor, Role.GEBIEDSREGISSEUR)
    assert case.claimed_at - case.opened_at == dt.timedelta(hours=2)
    assert (case.silent_since, case.due_on) == (case.opened_at, dt.date(2026, 3, 5))
    assert told("case_claimed") == ["Fatima Jansen"]
    assert history(case) == [("claim", "new", "claimed", "Noor Jansen", "")]
    assert Entry.objects.get(verb="case_claimed").changes == {"state": ["new", "claimed"]}


@pytest.mark.parametrize(
    ("role", "in_wijk", "expected"),
    [
        (Role.GEBIEDSREGISSEUR, "Oostgaarde", Role.GEBIEDSREGISSEUR),
        (Role.GEBIEDSREGISSEUR, "Schollevaar", Role.GEBIEDSREGISSEUR),
        (Role.CIVIL_SERVANT, None, Role.CIVIL_SERVANT),
    ],
)
def test_claim_keeps_in_which_role(
    role: Role, in_wijk: str | None, expected: Role, case: CaseFile, schollevaar: Wijk
) -> None:
    karim = person("Karim", role=role, role_wijk=Wijk.objects.filter(name=in_wijk).first())

    claim_case(case=case, actor=karim)

    assert reread(case).contact_role == expected


def test_claim_twice_changes_nothing(case: CaseFile, noor: User, monday: time_machine.Traveller) -> None:
    first = claim_case(case=case, actor=noor)
    monday.shift(dt.timedelta(hours=1))

    second = claim_case(case=case, actor=noor)

    assert (second, second.claimed_at) == (first, first.claimed_at)
    assert (len(history(case)), told("case_claimed")) == (1, ["Fatima Jansen"])


def test_claim_after_a_colleague_is_stale_and_names_her(case: CaseFile, noor: User, karim: User) -> None:
    claim_case(case=case, actor=noor)

    with pytest.raises(Stale, match=r"^Noor Jansen was net eerder en is nu het vaste contact\.$"):
        claim_case(case=case, actor=karim)

    assert (reread(case).contact, len(history(case))) == (noor, 1)


def test_claim_is_refused_for_who_is_no_civil_servant(case: CaseFile, cast: dict[str, User | None]) -> None:
    others = [user for who, user in cast.items() if user and who not in {"noor", "thea"}]

    for user in others:
        with pytest.raises(Refused, match="kun je nu niet oppakken"):
            claim_case(case=case, actor=user)

    assert (len(others), reread(case).contact, history(case)) == (16, None, [])
    assert claim_case(case=case, actor=cast["noor"]).contact == cast["noor"]


def test_claim_of_ones_own_is_refused(case: CaseFile, noor: User, karim: User) -> None:
    case.people.update(user=noor)

    with pytest.raises(Refused):
        claim_case(case=case, actor=noor)

    assert claim_case(case=case, actor=karim).contact == karim


def test_claim_is_refused_for_a_civil_servant_who_left(case: CaseFile, noor: User, karim: User) -> None:
    former = leave(karim)

    with pytest.raises(Refused):
        claim_case(case=case, actor=former)

    assert claim_case(case=case, actor=noor).contact == noor


def test_claim_of_what_is_closed_is_refused(case: CaseFile, noor: User, karim: User) -> None:
    at_state(case, CaseState.CLOSED, noor)

    with pytest.raises(Refused):
        claim_case(case=case, actor=karim)

    assert reread(case).contact == noor
