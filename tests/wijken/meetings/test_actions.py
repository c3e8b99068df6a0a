"""Planning, changing, cancelling and inviting; who comes; a spreekuur."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.db import DatabaseError, transaction
from django.utils import timezone

from gemeente.activity.models import Entry, Follow, Notice
from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.meetings import WEEK, evening, planned
from wijken.following.models import Watch
from wijken.meetings.actions.attending import (
    confirm_sign_up,
    give_back,
    purge_sign_up_requests,
    request_sign_up,
    sign_off,
    sign_up,
    take_slot,
)
from wijken.meetings.actions.inviting import send_invitations
from wijken.meetings.actions.meetings import (
    cancel_meeting,
    change_meeting,
    hold_meetings,
    plan_meeting,
    resume_meeting,
)
from wijken.meetings.enums import MeetingKind, MeetingStatus
from wijken.meetings.models import Appointment, Meeting, SignUpRequest

NAMES = ("title", "place", "introduction", "starts_at", "ends_at", "room_for", "slot_minutes", "directions")


def changed(meeting: Meeting, actor: User, **told: Any) -> Meeting:
    words = {name: getattr(meeting, name) for name in NAMES} | {"based_on": meeting.version}
    return change_meeting(meeting=meeting, actor=actor, **(words | told))


def told(template: str) -> set[str]:
    """First names of who got a notice."""
    return {row.recipient.first_name for row in Notice.objects.filter(template=template).select_related("recipient")}


# --- Planning ---------------------------------------------------------------------------------------------------------
def test_planned_meeting_can_be_found_and_the_same_form_makes_one(oostgaarde: Wijk, willem: User) -> None:
    key = uuid.uuid4()
    meeting = planned(oostgaarde, willem, submission_key=key)
    again = planned(oostgaarde, willem, submission_key=key)

    assert (again, meeting.sequence, meeting.status) == (meeting, 0, MeetingStatus.PLANNED)
    subject = meeting.subject
    assert (subject.kind, subject.is_public, subject.path) == ("meeting", True, meeting.get_absolute_url())
    assert [entry.verb for entry in Entry.objects.filter(subject=subject)] == ["meeting_planned"]


@pytest.mark.parametrize("who", ["fatima", "wilma", "noor", "mona"])
def test_nobody_else_plans_a_meeting(who: str, cast: dict[str, User], oostgaarde: Wijk) -> None:
    with pytest.raises(Refused):
        planned(oostgaarde, cast[who])


def test_board_of_another_wijk_can_do_nothing(oostgaarde: Wijk, schollevaar: Wijk, willem: User) -> None:
    omar = person("Omar", role="wop_board", role_wijk=schollevaar)
    meeting = planned(oostgaarde, willem)

    for act in (
        lambda: planned(oostgaarde, omar),
        lambda: changed(meeting, omar, title="Van ons"),
        lambda: cancel_meeting(meeting=meeting, actor=omar, reason="Zomaar"),
    ):
        with pytest.raises(Refused):
            act()


def test_gebiedsregisseur_plans_a_spreekuur_in_moments(oostgaarde: Wijk, noor: User) -> None:
    hours = planned(oostgaarde, noor, kind=MeetingKind.OFFICE_HOURS, slot_minutes=25)

    assert [slot.starts_at for slot in hours.slots.all()] == [evening(), evening() + dt.timedelta(minutes=25)]


@pytest.mark.parametrize("hours", [-1, 0, 13])
def test_impossible_times_are_refused(hours: int, oostgaarde: Wijk, willem: User) -> None:
    with pytest.raises(Refused):
        planned(oostgaarde, willem, ends_at=evening() + dt.timedelta(hours=hours))


def test_what_has_passed_cannot_be_planned(oostgaarde: Wijk, willem: User) -> None:
    then = timezone.now() - WEEK
    words = {"title": "x", "place": "y", "starts_at": then, "ends_at": then + dt.timedelta(hours=1)}
    with pytest.raises(Refused):
        plan_meeting(wijk=oostgaarde, actor=willem, kind=MeetingKind.PUBLIC, submission_key=uuid.uuid4(), **words)


def test_another_place_tells_who_comes_and_other_words_do_not(
    oostgaarde: Wijk, willem: User, fatima: User, bram: User
) -> None:
    meeting = planned(oostgaarde, willem)
    sign_up(meeting=meeting, actor=fatima)
    Follow.objects.create(user=bram, subject=meeting.subject)

    meeting = changed(meeting, willem, title="Wijkoverleg in mei")
    assert (meeting.sequence, told("meeting_moved")) == (0, set())
    meeting = changed(meeting, willem, place="De kerk")

    assert (meeting.sequence, told("meeting_moved")) == (1, {"Fatima", "Bram"})
    meeting.subject.refresh_from_db()
    assert meeting.subject.title == "Wijkoverleg in mei"
    assert changed(meeting, willem).sequence == 1


def test_change_on_an_older_text_is_stale(oostgaarde: Wijk, willem: User) -> None:
    meeting = planned(oostgaarde, willem)
    changed(meeting, willem, title="Eerst")

    with pytest.raises(Stale):
        changed(meeting, willem, title="Later")


def test_cancelled_meeting_says_why_and_can_go_on_after_all(oostgaarde: Wijk, willem: User, fatima: User) -> None:
    meeting = planned(oostgaarde, willem)
    sign_up(meeting=meeting, actor=fatima)
    with pytest.raises(Refused):
        cancel_meeting(meeting=meeting, actor=willem, reason=" ")

    meeting = cancel_meeting(meeting=meeting, actor=willem, reason="Storm.")
    assert (meeting.status, meeting.sequence, meeting.status_reason) == (MeetingStatus.CANCELLED, 1, "Storm.")
    assert cancel_meeting(meeting=meeting, actor=willem, reason="Nog eens.").sequence == 1
    meeting = resume_meeting(meeting=meeting, actor=willem)

    assert (meeting.status, meeting.sequence, meeting.status_reason) == (MeetingStatus.PLANNED, 2, "")
    assert told("meeting_cancelled") == told("meeting_resumed") == {"Fatima"}


def test_cancelled_meeting_cannot_go_on_when_its_moment_has_passed(oostgaarde: Wijk, willem: User) -> None:
    meeting = cancel_meeting(meeting=planned(oostgaarde, willem), actor=willem, reason="Storm.")
    with time_machine.travel(evening(31), tick=False), pytest.raises(Refused):
        resume_meeting(meeting=meeting, actor=willem)


def test_meeting_is_never_deleted(oostgaarde: Wijk, willem: User) -> None:
    meeting = planned(oostgaarde, willem)
    with pytest.raises(DatabaseError), transaction.atomic():
        meeting.delete()


def test_night_closes_what_went_on(oostgaarde: Wijk, willem: User) -> None:
    meeting = planned(oostgaarde, willem, days=-2)
    planned(oostgaarde, willem)

    assert (hold_meetings(), hold_meetings()) == (1, 0)
    meeting.refresh_from_db()
    assert meeting.status == MeetingStatus.HELD


# --- Inviting ---------------------------------------------------------------------------------------------------------
def test_invitation_leaves_once_two_weeks_before(
    oostgaarde: Wijk, willem: User, wilma: User, fatima: User, bram: User, run_jobs: Callable[[], int]
) -> None:
    now = timezone.now()
    for watch in ({"user": bram}, {"email": "els@voorbeeld.example"}):
        Watch.objects.create(wijk=oostgaarde, confirmed_at=now, **watch)
    Watch.objects.create(wijk=oostgaarde, email="nooit@voorbeeld.example")
    meeting = planned(oostgaarde, willem, days=20)
    sign_up(meeting=meeting, actor=fatima)

    assert send_invitations() == 0
    with time_machine.travel(evening(7), tick=False):
        assert (send_invitations(), send_invitations()) == (1, 0)
        run_jobs()
        run_jobs()

    assert told("meeting_invitation") == {"Willem", "Wilma", "Fatima", "Bram"}
    letters = [letter for letter in mail.outbox if "Je bent welkom" in letter.subject]
    to = sorted(letter.to[0].split("@")[0] for letter in letters)
    assert to == ["bram", "els", "fatima", "willem", "wilma"]


def test_meeting_planned_late_invites_at_once(oostgaarde: Wijk, willem: User, run_jobs: Callable[[], int]) -> None:
    meeting = planned(oostgaarde, willem, days=6)
    run_jobs()
    meeting.refresh_from_db()

    assert meeting.invited_at
    assert told("meeting_invitation") == {"Willem"}
    changed(meeting, willem, place="De kerk")
    run_jobs()
    assert Notice.objects.filter(template="meeting_invitation").count() == 1


def test_nobody_is_invited_to_what_is_called_off(oostgaarde: Wijk, willem: User, run_jobs: Callable[[], int]) -> None:
    cancel_meeting(meeting=planned(oostgaarde, willem, days=6), actor=willem, reason="Storm.")
    run_jobs()

    assert told("meeting_invitation") == set()


# --- Coming -----------------------------------------------------------------------------------------------------------
def test_count_follows_who_comes(oostgaarde: Wijk, willem: User, fatima: User) -> None:
    meeting = planned(oostgaarde, willem)

    def count() -> int:
        return Meeting.objects.get(pk=meeting.pk).sign_up_count

    sign_up(meeting=meeting, actor=fatima)
    sign_up(meeting=meeting, actor=fatima)
    assert count() == 1
    sign_off(meeting=meeting, actor=fatima)
    sign_off(meeting=meeting, actor=fatima)
    assert count() == 0


def test_full_meeting_takes_nobody(oostgaarde: Wijk, willem: User, fatima: User, bram: User) -> None:
    meeting = planned(oostgaarde, willem, room_for=1)
    sign_up(meeting=meeting, actor=fatima)

    with pytest.raises(Refused):
        sign_up(meeting=meeting, actor=bram)
    with pytest.raises(Refused):
        request_sign_up(meeting=meeting, email="els@voorbeeld.example", language="nl")
    with pytest.raises(Refused):  # nobody is sent away
        changed(meeting, willem, room_for=0)
    sign_off(meeting=meeting, actor=fatima)
    sign_up(meeting=meeting, actor=bram)


def test_visitor_counts_after_the_link_in_her_mail_and_can_sign_off(
    oostgaarde: Wijk, willem: User, run_jobs: Callable[[], int]
) -> None:
    meeting = planned(oostgaarde, willem)
    request = request_sign_up(meeting=meeting, email="Els@Voorbeeld.example", name="Els", language="nl")
    run_jobs()
    meeting.refresh_from_db()
    assert meeting.sign_up_count == 0
    assert "/bijeenkomsten/komen/" in mail.outbox[-1].body

    confirm_sign_up(request=request)
    run_jobs()

    meeting.refresh_from_db()
    assert meeting.sign_up_count == 1
    assert "/bijeenkomsten/niet-komen/" in mail.outbox[-1].body
    with pytest.raises(Refused):
        confirm_sign_up(request=request)


def test_what_was_never_confirmed_is_forgotten(oostgaarde: Wijk, willem: User) -> None:
    meeting = planned(oostgaarde, willem)
    request_sign_up(meeting=meeting, email="els@voorbeeld.example", language="nl")

    assert purge_sign_up_requests() == 0
    with time_machine.travel(timezone.now() + WEEK + dt.timedelta(hours=1), tick=False):
        assert purge_sign_up_requests() == 1
    assert not SignUpRequest.objects.exists()


# --- A spreekuur ------------------------------------------------------------------------------------------------------
def test_moment_is_for_one_and_one_has_one_moment(oostgaarde: Wijk, willem: User, fatima: User, bram: User) -> None:
    hours = planned(oostgaarde, willem, kind=MeetingKind.OFFICE_HOURS)
    first, second = hours.slots.all()[:2]
    take_slot(slot=first, actor=fatima, topic="Parkeren")

    with pytest.raises(Refused):
        take_slot(slot=first, actor=bram, topic="Ik ook")
    with pytest.raises(Refused):
        take_slot(slot=second, actor=fatima, topic="Nog een")
    with pytest.raises(Refused):
        take_slot(slot=second, actor=bram, topic=" ")
    with pytest.raises(Refused):
        sign_up(meeting=hours, actor=bram)
    give_back(meeting=hours, actor=fatima)
    take_slot(slot=first, actor=bram, topic="Ik ook")
    with pytest.raises(DatabaseError), transaction.atomic():
        Appointment.objects.create(slot=first, meeting=hours, user=fatima, topic="Toch")


def test_who_runs_a_spreekuur_hears_that_somebody_comes_but_not_why(
    oostgaarde: Wijk, willem: User, wilma: User, noor: User, fatima: User
) -> None:
    hours = planned(oostgaarde, noor, kind=MeetingKind.OFFICE_HOURS)
    take_slot(slot=hours.slots.first(), actor=fatima, topic="Ruzie met de buren")

    assert told("slot_taken") == {"Willem", "Noor"}
    assert not Entry.objects.filter(changes__icontains="Ruzie").exists()


def test_visitor_takes_a_moment_by_mail_unless_somebody_was_first(oostgaarde: Wijk, willem: User, fatima: User) -> None:
    hours = planned(oostgaarde, willem, kind=MeetingKind.OFFICE_HOURS)
    slot = hours.slots.first()
    ask = {"meeting": hours, "slot": slot, "topic": "Bomen", "name": "Els", "language": "nl"}
    request = request_sign_up(email="els@voorbeeld.example", **ask)
    late = request_sign_up(email="jan@voorbeeld.example", **ask)
    confirm_sign_up(request=request)

    assert Appointment.objects.get(slot=slot).user.name == "Els"
    with pytest.raises(Refused):
        confirm_sign_up(request=late)


def test_moved_spreekuur_takes_its_people_along(oostgaarde: Wijk, willem: User, fatima: User) -> None:
    hours = planned(oostgaarde, willem, kind=MeetingKind.OFFICE_HOURS)
    second = hours.slots.all()[1]
    take_slot(slot=second, actor=fatima, topic="Bomen")

    later = {"starts_at": hours.starts_at + dt.timedelta(minutes=10), "ends_at": hours.ends_at}
    hours = changed(hours, willem, **later)

    assert Appointment.objects.get(user=fatima).slot.starts_at == evening() + dt.timedelta(minutes=20)
    assert hours.slots.count() == 5
    with pytest.raises(Refused):  # her moment would fall outside
        changed(hours, willem, ends_at=hours.starts_at + dt.timedelta(minutes=10))
