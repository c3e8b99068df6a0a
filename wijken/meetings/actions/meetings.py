"""Planning, changing and cancelling a meeting. None is ever deleted: people have it in their calendar."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.activity.models import Subject
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused
from gemeente.places.models import Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from wijken.meetings.actions.slots import lay_out_slots
from wijken.meetings.enums import MeetingKind, MeetingStatus
from wijken.meetings.models import Meeting
from wijken.meetings.notices import CANCELLED, MOVED, RESUMED, coming_to
from wijken.meetings.policies import (
    can_cancel_meeting,
    can_change_meeting,
    can_plan_meeting,
    can_plan_office_hours,
    can_resume_meeting,
)
from wijken.meetings.tasks import send_invitation
from wijken.meetings.verbs import (
    MEETING_CANCELLED,
    MEETING_HELD,
    MEETING_MOVED,
    MEETING_PLANNED,
    MEETING_RESUMED,
    MEETING_REVISED,
)

MOVES = ("starts_at", "ends_at", "place")  # what somebody who comes must know
WORDS = ("title", "introduction", "is_step_free", "has_hearing_loop", "directions", "room_for", "slot_minutes")


@transaction.atomic
def plan_meeting(*, wijk: Wijk, actor: User, kind: MeetingKind, submission_key: uuid.UUID, **told: Any) -> Meeting:
    """Plan a meeting: everybody sees it at once. One so soon that invitations should be out, invites right away.

    `told` holds MOVES and WORDS. The same form posted twice makes one. Raises Refused for who may not, for a moment
    that has passed, and for an end before the beginning.
    """
    may = can_plan_office_hours if kind == MeetingKind.OFFICE_HOURS else can_plan_meeting
    if not may(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van het WOP plant bijeenkomsten."))
    Wijk.objects.select_for_update(no_key=True).only("pk").get(pk=wijk.pk)  # two posts of one form wait here
    if same := Meeting.objects.filter(submission_key=submission_key).with_wijk().first():
        if same.wijk_id != wijk.pk:
            raise Refused(_("Dit formulier is al gebruikt. Open de pagina opnieuw."))
        return same
    refuse_paused(actor)
    refuse_odd_times(told["starts_at"], told["ends_at"])
    subject = Subject.objects.create(
        kind="meeting", title=told["title"], path=f"/bijeenkomsten/{submission_key}/", wijk=wijk, is_public=True
    )
    meeting = Meeting.objects.create(
        wijk=wijk, kind=kind, subject=subject, submission_key=submission_key, **kept(kind, told)
    )
    lay_out_slots(meeting)
    keep_subject_true(meeting)
    record(actor=actor, verb=MEETING_PLANNED, subject=subject, changes=moment_of(meeting))
    invite_if_soon(meeting)
    return meeting


@transaction.atomic
def change_meeting(*, meeting: Meeting, actor: User, based_on: int, **told: Any) -> Meeting:
    """Change words, time or place. Another time or place raises the sequence and tells who comes.

    Raises Refused for who may not, once it began, and for impossible times; Stale when somebody changed it meanwhile.
    """
    meeting = locked(meeting)
    if not can_change_meeting(actor, meeting):
        raise Refused(_("Deze bijeenkomst kun je niet meer aanpassen."))
    if based_on != meeting.version:
        raise Stale(_("Iemand anders heeft de bijeenkomst intussen aangepast. Kijk wat er nu staat."))
    refuse_odd_times(told["starts_at"], told["ends_at"])
    before = {name: getattr(meeting, name) for name in MOVES}
    now = kept(MeetingKind(meeting.kind), told)
    if all(getattr(meeting, name) == value for name, value in now.items()):
        return meeting
    if now["room_for"] is not None and now["room_for"] < meeting.sign_up_count:
        raise Refused(_("Er hebben zich al meer mensen aangemeld dan je nu plekken kiest."))
    for name, value in now.items():
        setattr(meeting, name, value)
    is_moved = any(before[name] != getattr(meeting, name) for name in MOVES)
    meeting.version += 1
    save_changed(meeting, *now, "version", is_moved=is_moved)
    lay_out_slots(meeting, before["starts_at"])
    keep_subject_true(meeting)
    if not is_moved:
        record(actor=actor, verb=MEETING_REVISED, subject=meeting.subject)
        return meeting
    changes = {"starts_at": (before["starts_at"], meeting.starts_at), "ends_at": (before["ends_at"], meeting.ends_at)}
    entry = record(actor=actor, verb=MEETING_MOVED, subject=meeting.subject, changes=changes)
    notify(entry=entry, recipients=coming_to(meeting), template=MOVED)
    invite_if_soon(meeting)
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, actor: User, reason: str) -> Meeting:
    """Call a meeting off, with a reason that everybody reads, and tell who comes. Twice changes nothing.

    Raises Refused for who may not, without a reason, and once it began.
    """
    meeting = locked(meeting)
    if meeting.is_cancelled:
        return meeting
    if not can_cancel_meeting(actor, meeting):
        raise Refused(_("Deze bijeenkomst kun je niet meer afgelasten."))
    if not reason.strip():
        raise Refused(_("Schrijf op waarom de bijeenkomst niet doorgaat."))
    meeting.status, meeting.status_reason = MeetingStatus.CANCELLED, reason.strip()
    save_changed(meeting, "status", "status_reason", is_moved=True)
    entry = record(actor=actor, verb=MEETING_CANCELLED, subject=meeting.subject, changes=moment_of(meeting))
    notify(entry=entry, recipients=coming_to(meeting), template=CANCELLED)
    return meeting


@transaction.atomic
def resume_meeting(*, meeting: Meeting, actor: User) -> Meeting:
    """Let a meeting that was called off go on after all, and tell who wanted to come.

    Raises Refused for who may not, and when its moment has passed.
    """
    meeting = locked(meeting)
    if not can_resume_meeting(actor, meeting):
        raise Refused(_("Deze bijeenkomst kun je niet meer door laten gaan."))
    if meeting.starts_at <= timezone.now():
        raise Refused(_("Dit moment is voorbij. Plan een nieuwe bijeenkomst."))
    meeting.status, meeting.status_reason = MeetingStatus.PLANNED, ""
    save_changed(meeting, "status", "status_reason", is_moved=True)
    entry = record(actor=actor, verb=MEETING_RESUMED, subject=meeting.subject, changes=moment_of(meeting))
    notify(entry=entry, recipients=coming_to(meeting), template=RESUMED)
    invite_if_soon(meeting)
    return meeting


def hold_meetings() -> int:
    """Close what went on and ended; each night. Returns how many."""
    now, number = timezone.now(), 0
    for meeting in Meeting.objects.filter(status=MeetingStatus.PLANNED, ends_at__lte=now).order_by("pk"):
        with transaction.atomic():
            number += hold(locked(meeting), None)
    return number


def hold(meeting: Meeting, actor: User | None) -> bool:
    """Say that a planned meeting was held; says whether it was not yet so. Expects it locked."""
    if not meeting.is_planned:
        return False
    meeting.status = MeetingStatus.HELD
    save_changed(meeting, "status", is_moved=False)
    record(actor=actor, verb=MEETING_HELD, subject=meeting.subject)
    return True


# --- Bookkeeping ------------------------------------------------------------------------------------------------------
def locked(meeting: Meeting) -> Meeting:
    """The meeting as it is now, and nobody else's until this transaction ends."""
    Meeting.objects.select_for_update().only("pk").get(pk=meeting.pk)
    return Meeting.objects.with_wijk().get(pk=meeting.pk)


def save_changed(meeting: Meeting, *fields: str, is_moved: bool) -> None:
    """Save what changed, for calendars too: they take over what has a higher sequence."""
    meeting.changed_at = timezone.now()
    meeting.sequence += is_moved
    meeting.save(update_fields=[*fields, "changed_at", "sequence"])


def keep_subject_true(meeting: Meeting) -> None:
    """Write what changed in a meeting to its subject; whether it is public is not ours once it is there."""
    with translation.override("nl"):
        path = meeting.get_absolute_url()
    words = " ".join(filter(None, [meeting.place, meeting.introduction]))
    Subject.objects.filter(pk=meeting.subject_id).update(title=meeting.title, path=path, search_text=words)
    meeting.subject.title, meeting.subject.path = meeting.title, path


def kept(kind: MeetingKind, told: dict[str, Any]) -> dict[str, Any]:
    """What a meeting of this kind keeps of a form: places or moments, never both."""
    found = {name: told.get(name) for name in (*MOVES, *WORDS)}
    texts = ("title", "introduction", "place", "directions")
    found |= {name: (found[name] or "").strip() for name in texts}
    found |= {name: bool(found[name]) for name in ("is_step_free", "has_hearing_loop")}
    found["room_for" if kind == MeetingKind.OFFICE_HOURS else "slot_minutes"] = None
    return found


def refuse_odd_times(starts_at: dt.datetime, ends_at: dt.datetime) -> None:
    """Refuse a moment that has passed, and an end that is no end. Raises Refused."""
    if starts_at <= timezone.now():
        raise Refused(_("Dit moment is voorbij. Kies een later moment."))
    if not starts_at < ends_at <= starts_at + dt.timedelta(hours=12):
        raise Refused(_("Het einde klopt niet: kies een tijd na het begin, op dezelfde dag."))


def moment_of(meeting: Meeting) -> dict[str, tuple[Any, Any]]:
    """When it is, for the log."""
    return {"kind": (None, meeting.kind), "starts_at": (None, meeting.starts_at)}


def invite_if_soon(meeting: Meeting) -> None:
    """Send the invitation now where the night would come too late for it."""
    soon = timezone.now() + dt.timedelta(days=rule(RuleName.INVITATION_DAYS))
    if meeting.invited_at is None and meeting.starts_at <= soon:
        send_invitation.defer(meeting_id=meeting.pk)
