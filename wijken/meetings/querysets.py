"""How meetings are read."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from wijken.meetings.enums import MeetingKind, MeetingStatus, PointState

if TYPE_CHECKING:
    from gemeente.places.models import Wijk
    from gemeente.users.models import User
    from wijken.meetings.models import ActionPoint, Meeting, MeetingDocument, Point


def hides(kind: str, subject: str, pk: str) -> Exists:
    """Whether a manager hides a part (minutes, a point) of a meeting, both given as lookups."""
    hidings = apps.get_model("moderation", "Hiding")._default_manager.filter(lifted_at=None, subject=OuterRef(subject))
    return Exists(hidings.filter(part=Concat(Value(f"{kind}:"), Cast(OuterRef(pk), models.CharField()))))


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def public(self) -> "MeetingQuerySet":
        """What anyone may read: all but what a manager hides."""
        return self.filter(subject__is_public=True)

    def visible_to(self, user: "User | Any") -> "MeetingQuerySet":
        """The same for everybody: a meeting has no concept."""
        return self.public()

    def in_wijk(self, wijk: "Wijk | Any") -> "MeetingQuerySet":
        """Those of one wijk."""
        return self.filter(wijk=wijk)

    def to_come(self, now: "dt.datetime | Any") -> "MeetingQuerySet":
        """That did not end yet, cancelled ones too, the first one first."""
        return self.filter(ends_at__gt=now).order_by("starts_at", "pk")

    def past(self, now: "dt.datetime | Any") -> "MeetingQuerySet":
        """That ended, the last one first."""
        return self.filter(ends_at__lte=now).order_by("-starts_at", "-pk")

    def planned_from(self, now: "dt.datetime | Any") -> "MeetingQuerySet":
        """That go on and did not begin yet."""
        return self.filter(status=MeetingStatus.PLANNED, starts_at__gt=now).order_by("starts_at", "pk")

    def for_rows(self) -> "MeetingQuerySet":
        """With what a row shows: whether its minutes are public too."""
        minutes = apps.get_model("meetings", "Minutes")._default_manager
        public = minutes.filter(meeting=OuterRef("pk"), published__isnull=False)
        public = public.filter(~hides("minutes", "meeting__subject", "pk"))
        return self.with_wijk().defer("introduction", "directions").annotate(has_minutes=Exists(public))

    def with_wijk(self) -> "MeetingQuerySet":
        """With its wijk and subject, as policies and addresses read them."""
        rows = self.select_related("wijk", "subject").defer("subject__search", "subject__search_text")
        return rows.defer("wijk__boundary", "wijk__introduction", "wijk__introduction_en", "wijk__area_codes")

    def with_public_minutes(self) -> "MeetingQuerySet":
        """Of which everybody may read the minutes, the last one first."""
        rows = self.filter(written_minutes__published__isnull=False)
        return rows.filter(~hides("minutes", "subject", "written_minutes__pk")).order_by("-starts_at", "-pk")

    def to_invite(self, now: dt.datetime, days: int) -> "MeetingQuerySet":
        """Public and coming soon enough, of which nobody sent the invitation yet."""
        soon = self.public().planned_from(now).filter(starts_at__lte=now + dt.timedelta(days=days))
        return soon.filter(invited_at=None)

    def counting_in(self, year: int) -> "MeetingQuerySet":
        """The public meetings of a year that went on, or will."""
        zone = timezone.get_current_timezone()
        first, last = (dt.datetime(number, 1, 1, tzinfo=zone) for number in (year, year + 1))
        return self.filter(kind=MeetingKind.PUBLIC, starts_at__gte=first, starts_at__lt=last).exclude(
            status=MeetingStatus.CANCELLED
        )


class MeetingDocumentQuerySet(models.QuerySet["MeetingDocument"]):
    def checked(self) -> "MeetingDocumentQuerySet":
        """Those of which the file was found harmless: nothing else is ever given to anybody."""
        return self.filter(checked_at__isnull=False)


class PointQuerySet(models.QuerySet["Point"]):
    def accepted(self) -> "PointQuerySet":
        """On the agenda, in order."""
        return self.filter(state=PointState.ACCEPTED).order_by("position", "pk")

    def waiting(self) -> "PointQuerySet":
        """Proposed, without an answer."""
        return self.filter(state=PointState.PROPOSED).order_by("pk")

    def with_about(self) -> "PointQuerySet":
        """With what they are about, and how many want to speak."""
        rows = self.select_related("about", "proposed_by__profile").defer("about__search", "about__search_text")
        return rows.annotate(speaker_count=Count("speakers"))

    def told_about(self, subject: Any, now: "dt.datetime | Any") -> "PointQuerySet":
        """What everybody may know of a subject: what was decided about it, and where it is on an agenda to come."""
        decided = ~Q(decision="") & ~hides("minutes", "meeting__subject", "meeting__written_minutes__pk")
        comes = Q(meeting__status=MeetingStatus.PLANNED, meeting__starts_at__gt=now)
        rows = self.filter(about=subject, state=PointState.ACCEPTED, meeting__subject__is_public=True)
        return rows.filter(decided | comes).filter(~hides("point", "meeting__subject", "pk"))

    def newest_first(self) -> "PointQuerySet":
        """By the day of their meeting, with its address."""
        rows = self.select_related("meeting__wijk").defer("meeting__wijk__boundary", "meeting__introduction")
        return rows.order_by("-meeting__starts_at", "-pk")


class ActionPointQuerySet(models.QuerySet["ActionPoint"]):
    def open(self) -> "ActionPointQuerySet":
        """Not done yet."""
        return self.filter(done_at=None)

    def public(self) -> "ActionPointQuerySet":
        """Of minutes that everybody may read."""
        rows = self.filter(meeting__written_minutes__published__isnull=False, meeting__subject__is_public=True)
        return rows.filter(~hides("minutes", "meeting__subject", "meeting__written_minutes__pk"))

    def with_people(self) -> "ActionPointQuerySet":
        """With the names that a page shows, and where they come from."""
        rows = self.select_related("user__profile", "meeting__wijk", "point")
        return rows.defer("meeting__wijk__boundary", "meeting__introduction")

    def first_due_first(self) -> "ActionPointQuerySet":
        """By their day; without one they come last."""
        return self.order_by(models.F("due_on").asc(nulls_last=True), "pk")

    def carried_to(self, meeting: "Meeting") -> "ActionPointQuerySet":
        """What is open of earlier meetings of the wijk and comes back on this agenda."""
        earlier = Q(meeting__wijk_id=meeting.wijk_id, meeting__starts_at__lt=meeting.starts_at)
        return self.open().public().filter(earlier)
