"""A meeting of a wijk, with the papers that lie on the table."""

import datetime as dt
import uuid
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.lib.addresses import address
from gemeente.places.models import Wijk
from wijken.meetings.enums import MeetingKind, MeetingStatus
from wijken.meetings.querysets import MeetingDocumentQuerySet, MeetingQuerySet

if TYPE_CHECKING:
    from wijken.meetings.models.points import Point


class Meeting(models.Model):
    """A public meeting of a WOP, or a spreekuur. Each change of time, place or status raises `sequence` (RFC 5545)."""

    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(_("soort"), max_length=12, choices=MeetingKind)
    title = models.CharField(_("titel"), max_length=100)
    introduction = models.TextField(_("inleiding"), max_length=2000, blank=True)
    starts_at = models.DateTimeField(_("begin"))
    ends_at = models.DateTimeField(_("einde"))
    place = models.CharField(_("plek"), max_length=160)
    is_step_free = models.BooleanField(_("zonder drempels of trappen"), default=False)
    has_hearing_loop = models.BooleanField(_("ringleiding"), default=False)
    directions = models.TextField(_("hoe je er komt"), max_length=500, blank=True)
    room_for = models.PositiveSmallIntegerField(_("aantal plekken"), null=True, blank=True)
    slot_minutes = models.PositiveSmallIntegerField(_("minuten per gesprek"), null=True, blank=True)
    status = models.CharField(max_length=10, choices=MeetingStatus, default=MeetingStatus.PLANNED)
    status_reason = models.CharField(_("reden"), max_length=300, blank=True)
    sign_up_count = models.PositiveIntegerField(default=0, help_text="Kept by the actions of signing up")
    invited_at = models.DateTimeField(null=True, help_text="When its invitation went out; only once")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1, help_text="Of its own words; a form on an older one is refused")
    changed_at = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, related_name="meeting")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["wijk", "starts_at", "id"], name="meeting_of_wijk"),
            models.Index(fields=["starts_at", "id"], name="meeting_by_day"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=MeetingKind.values), name="meeting_kind_known"),
            models.CheckConstraint(condition=Q(status__in=MeetingStatus.values), name="meeting_status_known"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_it_starts"),
            models.CheckConstraint(
                condition=~Q(status=MeetingStatus.CANCELLED) | ~Q(status_reason=""), name="meeting_cancelled_says_why"
            ),
            models.CheckConstraint(
                condition=Q(kind=MeetingKind.OFFICE_HOURS, slot_minutes__gt=0, room_for=None)
                | (~Q(kind=MeetingKind.OFFICE_HOURS) & Q(slot_minutes=None)),
                name="meeting_slots_of_office_hours",
            ),
            models.CheckConstraint(
                condition=Q(room_for=None) | Q(sign_up_count__lte=F("room_for")), name="meeting_room_for_who_comes"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address("meetings:detail", self.wijk.slug, self.pk)

    @property
    def desk_url(self) -> str:
        """Where the WOP works on it."""
        return address("meetings:desk", self.wijk.slug, self.pk)

    @property
    def is_by_appointment(self) -> bool:
        """A spreekuur: one at a time."""
        return self.kind == MeetingKind.OFFICE_HOURS

    @property
    def is_planned(self) -> bool:
        """It goes on, or went on without anybody closing it yet."""
        return self.status == MeetingStatus.PLANNED

    @property
    def is_cancelled(self) -> bool:
        """It does not go on."""
        return self.status == MeetingStatus.CANCELLED

    @property
    def is_to_come(self) -> bool:
        """Planned, and it did not begin yet."""
        return self.is_planned and self.starts_at > timezone.now()

    @property
    def has_begun(self) -> bool:
        """It was not cancelled, and people sit together or went home."""
        return not self.is_cancelled and self.starts_at <= timezone.now()

    @property
    def is_full(self) -> bool:
        """No place is left."""
        return self.room_for is not None and self.sign_up_count >= self.room_for

    @property
    def day(self) -> dt.date:
        """Its day in Capelle."""
        return timezone.localtime(self.starts_at).date()

    @property
    def when(self) -> str:
        """Day and hours, in words."""
        return in_words(self.starts_at, self.ends_at, get_language())

    @property
    def agenda(self) -> "list[Point]":
        """The points on its agenda, in order."""
        return list(self.points.accepted())

    @property
    def last_minutes_url(self) -> str:
        """The whole address of the last minutes that everybody may read, for a mail."""
        rows = Meeting.objects.public().in_wijk(self.wijk_id).filter(starts_at__lt=self.starts_at)
        last = rows.with_public_minutes().with_wijk().first()
        return f"{settings.PUBLIC_URL}{last.get_absolute_url()}#verslag" if last else ""


@lru_cache(maxsize=2_000)
def in_words(starts_at: dt.datetime, ends_at: dt.datetime, language: str | None) -> str:
    """From when to when, in the language of the page: kept, since a list says it of each row."""
    starts, ends = timezone.localtime(starts_at), timezone.localtime(ends_at)
    return gettext("%(day)s, %(start)s tot %(end)s uur") % {
        "day": date_format(starts, "l j F Y"),
        "start": f"{starts:%H:%M}",
        "end": f"{ends:%H:%M}",
    }


class MeetingDocument(models.Model):
    """A PDF with a meeting, for everybody. Unchecked it is given to nobody."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="documents")
    key = models.UUIDField(default=uuid.uuid4, primary_key=True, editable=False)
    title = models.CharField(_("titel"), max_length=80)
    name = models.CharField(max_length=100, help_text="As it is saved by who downloads it")
    file = models.FileField(upload_to="documents")
    size = models.PositiveIntegerField(help_text="Bytes")
    checked_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = MeetingDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "key"]
        constraints = [
            models.CheckConstraint(condition=Q(name__endswith=".pdf"), name="meeting_document_is_pdf"),
            models.CheckConstraint(condition=~Q(title=""), name="meeting_document_has_title"),
        ]

    def __str__(self) -> str:
        return self.title
