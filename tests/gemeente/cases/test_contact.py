"""Writing down contact, and denying it: what counts, what is owed afterwards, who hears."""

import datetime as dt
import itertools
import uuid

import pytest
import time_machine
from django.db import transaction

from gemeente.activity.models import Entry
from gemeente.cases.actions import dispute_contact
from gemeente.cases.enums import CaseState, Means
from gemeente.cases.models import CaseFile, ContactMoment
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.initiatives import published
from tests.gemeente.cases.stages import at_state, leave, reread, spoke, told, wants

PROMISED = dt.date(2026, 3, 5)
NEXT = dt.date(2026, 3, 13)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
# Which contacts count for somebody who asked for this way, once she was reached. Nothing counts that did not reach her.
COUNTS = {
    "": {"call", "visit", "meeting"},
    "phone": {"call", "visit", "meeting"},
    "visit": {"call", "visit", "meeting"},
    "writing": {"mail"},
}


@pytest.fixture
def claimed(case: CaseFile, noor: User) -> CaseFile:
    """Noor has the case of Fatima since Monday."""
    return at_state(case, CaseState.CLAIMED, noor)


def clock_of(case: CaseFile) -> tuple[str, dt.date | None]:
    """Since when it is silent, and by when contact is owed."""
    case = reread(case)
    return f"{case.silent_since.astimezone(dt.timezone(HOUR)):%a %H:%M}", case.due_on


# --- What counts ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("way", COUNTS)
def test_log_counts_what_reached_her_in_the_way_she_chose(
    way: str, claimed: CaseFile, monday: time_machine.Traveller
) -> None:
    wants(claimed.owner, way)
    monday.shift(DAY + HOUR)
    product = list(itertools.product(Means, [True, False]))

    clocks = {}
    for means, was_reached in product:
        with transaction.atomic():
            spoke(claimed, means=means, was_reached=was_reached, next_on=NEXT)
            clocks[means, was_reached] = clock_of(claimed)
            transaction.set_rollback(True)

    real = {(means, True) for means in COUNTS[way]}
    assert clocks == {cell: ("Tue 10:00", NEXT) if cell in real else ("Mon 09:00", PROMISED) for cell in product}


def test_log_keeps_what_was_said_and_tells_the_owner(claimed: CaseFile, noor: User) -> None:
    moment = spoke(claimed, means=Means.VISIT, note="  We liepen door de tuin. ", next_on=NEXT)

    kept = ContactMoment.objects.get(pk=moment.pk)
    assert (kept.case, kept.actor, kept.means, kept.was_reached) == (claimed, noor, Means.VISIT, True)
    assert (kept.happened_on, kept.next_on, kept.note) == (dt.date(2026, 3, 2), NEXT, "We liepen door de tuin.")
    assert told("contact_logged") == ["Fatima Jansen"]


def test_log_puts_no_word_of_it_in_the_common_log(claimed: CaseFile) -> None:
    spoke(claimed, note="Haar moeder is ziek.")

    entry = Entry.objects.get(verb="contact_logged")
    assert (entry.changes, entry.visibility) == ({"means": [None, "call"], "was_reached": [None, True]}, "case")


def test_log_without_appointment_leaves_nothing_owed(claimed: CaseFile) -> None:
    spoke(claimed)

    assert clock_of(claimed) == ("Mon 09:00", None)


@pytest.mark.parametrize(
    ("hours", "days_ago", "silent_since"), [(25, 0, "Tue 10:00"), (30, 0, "Tue 12:00"), (48, 1, "Tue 12:00")]
)
def test_log_counts_silence_from_the_day_of_the_contact(
    hours: int, days_ago: int, silent_since: str, claimed: CaseFile, monday: time_machine.Traveller
) -> None:
    monday.shift(hours * HOUR)

    spoke(claimed, happened_on=dt.date(2026, 3, 2) + dt.timedelta(hours=9 + hours) - days_ago * DAY)

    assert clock_of(claimed)[0] == silent_since


def test_try_after_a_contact_changes_nothing(claimed: CaseFile, monday: time_machine.Traveller) -> None:
    spoke(claimed, next_on=NEXT)
    monday.shift(DAY)

    spoke(claimed, was_reached=False, next_on=NEXT + DAY)

    assert clock_of(claimed) == ("Mon 09:00", NEXT)


def test_contact_written_down_later_does_not_set_the_clock_back(
    claimed: CaseFile, monday: time_machine.Traveller
) -> None:
    monday.shift(2 * DAY)
    spoke(claimed, next_on=NEXT)

    spoke(claimed, happened_on=dt.date(2026, 3, 3))

    assert clock_of(claimed) == ("Wed 09:00", NEXT)


def test_new_contact_takes_the_place_of_the_appointment(claimed: CaseFile, monday: time_machine.Traveller) -> None:
    spoke(claimed, next_on=NEXT)
    monday.shift(DAY)

    spoke(claimed, next_on=NEXT + DAY)

    assert clock_of(claimed) == ("Tue 09:00", NEXT + DAY)


# --- The same form twice ----------------------------------------------------------------------------------------------
def test_log_twice_with_one_key_makes_one_row(claimed: CaseFile) -> None:
    key = uuid.uuid4()
    first = spoke(claimed, submission_key=key)

    second = spoke(claimed, submission_key=key)

    assert (second, ContactMoment.objects.count()) == (first, 1)
    assert (Entry.objects.filter(verb="contact_logged").count(), told("contact_logged")) == (1, ["Fatima Jansen"])


@pytest.mark.parametrize("keys", [(None, None), (uuid.uuid4(), uuid.uuid4())], ids=["no key", "two keys"])
def test_two_forms_make_two_rows(keys: tuple[uuid.UUID | None, ...], claimed: CaseFile) -> None:
    for key in keys:
        spoke(claimed, submission_key=key)

    assert ContactMoment.objects.count() == 2


def test_log_with_the_key_of_another_case_is_refused(claimed: CaseFile, noor: User, oostgaarde: Wijk) -> None:
    other = at_state(published(owner=claimed.owner, wijk=oostgaarde).case, CaseState.CLAIMED, noor)
    key = spoke(claimed).submission_key

    with pytest.raises(Refused, match="al gebruikt"):
        spoke(other, submission_key=key)

    assert spoke(other).case == other


# --- What is refused --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"happened_on": dt.date(2026, 3, 5)}, "tussen het begin van de zaak en vandaag"),
        ({"happened_on": dt.date(2026, 3, 1)}, "tussen het begin van de zaak en vandaag"),
        ({"next_on": dt.date(2026, 3, 3)}, "ligt vandaag of later"),
    ],
    ids=["tomorrow", "before the case began", "next was yesterday"],
)
def test_log_refuses_days_that_make_no_sense(
    change: dict[str, dt.date], words: str, claimed: CaseFile, monday: time_machine.Traveller
) -> None:
    monday.shift(2 * DAY)

    with pytest.raises(Refused, match=words):
        spoke(claimed, **change)

    assert ContactMoment.objects.count() == 0


@pytest.mark.parametrize(
    "change",
    [
        {"happened_on": dt.date(2026, 3, 4)},
        {"happened_on": dt.date(2026, 3, 2)},
        {"next_on": dt.date(2026, 3, 4)},
    ],
    ids=["today", "the day the case began", "next is today"],
)
def test_log_takes_the_outermost_days(
    change: dict[str, dt.date], claimed: CaseFile, monday: time_machine.Traveller
) -> None:
    monday.shift(2 * DAY)

    spoke(claimed, **change)

    assert ContactMoment.objects.count() == 1


def test_log_is_refused_for_everybody_but_the_contact(
    claimed: CaseFile, cast: dict[str, User | None], karim: User
) -> None:
    others = [user for who, user in cast.items() if user and who != "noor"] + [karim]

    for user in others:
        with pytest.raises(Refused, match="Alleen het vaste contact"):
            spoke(claimed, actor=user)

    assert ContactMoment.objects.count() == 0
    assert spoke(claimed, actor=cast["noor"]).actor == cast["noor"]


def test_log_is_refused_for_a_contact_who_left(claimed: CaseFile, noor: User) -> None:
    spoke(claimed)
    former = leave(noor)

    with pytest.raises(Refused):
        spoke(claimed, actor=former)

    assert ContactMoment.objects.count() == 1


@pytest.mark.parametrize("state", [CaseState.NEW, CaseState.CLOSED])
def test_log_is_refused_where_nobody_has_the_case(state: CaseState, case: CaseFile, noor: User) -> None:
    case = at_state(case, state, noor)
    before = ContactMoment.objects.count()

    with pytest.raises(Refused):
        spoke(case, actor=noor)

    assert ContactMoment.objects.count() == before


# --- "Dit klopt niet" -------------------------------------------------------------------------------------------------
def test_dispute_voids_and_the_promise_is_owed_again(
    claimed: CaseFile, fatima: User, monday: time_machine.Traveller
) -> None:
    monday.shift(DAY)
    moment = spoke(claimed, next_on=NEXT)
    assert clock_of(claimed) == ("Tue 09:00", NEXT)

    dispute_contact(moment=moment, actor=fatima, reason="  Er belde niemand. ")

    moment.refresh_from_db()
    assert (moment.is_voided, moment.void_reason) == (True, "Er belde niemand.")
    assert clock_of(claimed) == ("Mon 09:00", PROMISED)
    assert told("contact_disputed") == ["Noor Jansen"]
    assert Entry.objects.get(verb="contact_disputed").changes == {}


def test_dispute_goes_back_to_the_contact_before(
    claimed: CaseFile, fatima: User, monday: time_machine.Traveller
) -> None:
    spoke(claimed, next_on=NEXT)
    monday.shift(DAY)
    moment = spoke(claimed, next_on=NEXT + DAY)

    dispute_contact(moment=moment, actor=fatima)

    assert clock_of(claimed) == ("Mon 09:00", NEXT)


def test_dispute_twice_changes_nothing(claimed: CaseFile, fatima: User, monday: time_machine.Traveller) -> None:
    moment = spoke(claimed)
    first = dispute_contact(moment=moment, actor=fatima, reason="Er belde niemand.")
    monday.shift(DAY)

    second = dispute_contact(moment=moment, actor=fatima, reason="Nee, echt niet.")

    assert (second.voided_at, second.void_reason) == (first.voided_at, "Er belde niemand.")
    assert told("contact_disputed") == ["Noor Jansen"]


def test_dispute_is_refused_for_everybody_but_the_owner(
    claimed: CaseFile, cast: dict[str, User | None], karim: User
) -> None:
    moment = spoke(claimed)
    others = [user for who, user in cast.items() if user and who != "fatima"] + [karim]

    for user in others:
        with pytest.raises(Refused, match="Alleen wie het betreft"):
            dispute_contact(moment=moment, actor=user)

    moment.refresh_from_db()
    assert not moment.is_voided
    assert dispute_contact(moment=moment, actor=cast["fatima"]).is_voided


def test_dispute_of_a_closed_case_leaves_it_closed(case: CaseFile, fatima: User, noor: User) -> None:
    closed = at_state(case, CaseState.CLOSED, noor)

    dispute_contact(moment=closed.moments.get(), actor=fatima)

    closed = reread(closed)
    assert (closed.state, closed.days_late, closed.moments.get().is_voided) == (CaseState.CLOSED, 0, True)


def test_dispute_reaches_a_colleague_where_the_contact_left(
    claimed: CaseFile, fatima: User, noor: User, karim: User
) -> None:
    moment = spoke(claimed)
    leave(noor)

    dispute_contact(moment=moment, actor=fatima)

    assert told("contact_disputed") == ["Karim Jansen"]
