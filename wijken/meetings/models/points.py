"""The agenda: points, and who wants to say something about them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from wijken.meetings.enums import PointState
from wijken.meetings.models.meeting import Meeting
from wijken.meetings.querysets import PointQuerySet


class Point(models.Model):
    """A point of an agenda; one that a resident proposed waits for the answer of the board.

    `decision` is what everybody reads once the minutes are public, `draft_decision` what the WOP is writing.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("titel"), max_length=120)
    explanation = models.TextField(_("uitleg"), max_length=1000, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minuten"), null=True, blank=True)
    about = models.ForeignKey(Subject, on_delete=models.PROTECT, null=True, related_name="points")
    state = models.CharField(max_length=10, choices=PointState, default=PointState.ACCEPTED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="proposed_points"
    )
    answer = models.TextField(_("antwoord"), max_length=500, blank=True)
    draft_decision = models.TextField(_("besluit"), max_length=1000, blank=True)
    decision = models.TextField(max_length=1000, blank=True)
    version = models.PositiveIntegerField(default=1)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = PointQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["about", "-id"], name="point_about", condition=~Q(decision=""))]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=PointState.values), name="point_state_known"),
            models.CheckConstraint(
                condition=~Q(state=PointState.DECLINED) | ~Q(answer=""), name="point_declined_says_why"
            ),
            models.CheckConstraint(
                condition=Q(state=PointState.ACCEPTED) | Q(decision="", draft_decision=""),
                name="point_decided_was_on_the_agenda",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Speaker(models.Model):
    """Somebody who wants to speak at a point: a number for everybody, a first name for the board."""

    point = models.ForeignKey(Point, on_delete=models.CASCADE, related_name="speakers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="speaking_at")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["point", "user"], name="speaker_once")]

    def __str__(self) -> str:
        return f"{self.user} - {self.point}"
