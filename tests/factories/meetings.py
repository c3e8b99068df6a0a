"""Meetings, dull by default: made through the actions people use."""

import datetime as dt
import uuid
from typing import Any

import time_machine
from django.utils import timezone

from gemeente.places.models import Wijk
from gemeente.portal.reference import load_rules
from gemeente.users.models import User
from wijken.meetings.actions.action_points import add_action
from wijken.meetings.actions.agenda import add_point, propose_point
from wijken.meetings.actions.meetings import plan_meeting
from wijken.meetings.actions.minutes import publish_minutes, write_minutes
from wijken.meetings.enums import MeetingKind
from wijken.meetings.models import ActionPoint, Meeting, Point

WEEK = dt.timedelta(days=7)


def evening(days: int = 30, hour: int = 20) -> dt.datetime:
    """An hour of a day from now on, in Capelle."""
    day = timezone.localdate() + dt.timedelta(days=days)
    return timezone.make_aware(dt.datetime.combine(day, dt.time(hour)))


def planned(wijk: Wijk, actor: User, *, days: int = 30, kind: MeetingKind = MeetingKind.PUBLIC, **told: Any) -> Meeting:
    """A meeting that comes; on a day that has passed it was planned a month before that."""
    load_rules()
    starts_at = told.pop("starts_at", evening(days))
    words: dict[str, Any] = {
        "title": "Wijkoverleg",
        "place": "De Wiekslag, Wiekslag 1",
        "introduction": "We praten bij over de wijk.",
        "slot_minutes": 10 if kind == MeetingKind.OFFICE_HOURS else None,
        "starts_at": starts_at,
        "ends_at": starts_at + dt.timedelta(hours=1 if kind == MeetingKind.OFFICE_HOURS else 2),
    }
    key = told.pop("submission_key", None) or uuid.uuid4()
    if starts_at > timezone.now():
        return plan_meeting(wijk=wijk, actor=actor, kind=kind, submission_key=key, **(words | told))
    with time_machine.travel(starts_at - 4 * WEEK, tick=False):
        return plan_meeting(wijk=wijk, actor=actor, kind=kind, submission_key=key, **(words | told))


def pointed(meeting: Meeting, actor: User, **told: Any) -> Point:
    """A point on its agenda."""
    return add_point(meeting=meeting, actor=actor, submission_key=uuid.uuid4(), **({"title": "Het groen"} | told))


def proposed(meeting: Meeting, actor: User, **told: Any) -> Point:
    """A point that a resident proposed."""
    words = {"title": "Licht op het pad", "explanation": "Het is er donker."}
    return propose_point(meeting=meeting, actor=actor, submission_key=uuid.uuid4(), **(words | told))


def noted(meeting: Meeting, actor: User, *, text: str = "We spraken over het groen.", **decisions: str) -> Meeting:
    """The same meeting with public minutes; `decisions` go by the title of their point."""
    by_title = {point.title: point.pk for point in meeting.points.accepted()}
    told = {by_title[title]: words for title, words in decisions.items()}
    minutes = write_minutes(meeting=meeting, actor=actor, based_on=0, text=text, decisions=told)
    publish_minutes(meeting=meeting, actor=actor, number=minutes.number)
    return Meeting.objects.with_wijk().get(pk=meeting.pk)


def acted(meeting: Meeting, actor: User, *, what: str = "De lantaarns melden", **told: Any) -> ActionPoint:
    """Something that somebody does after it."""
    return add_action(meeting=meeting, actor=actor, what=what, submission_key=uuid.uuid4(), **told)
