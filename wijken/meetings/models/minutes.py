"""What was said and decided, and who does what now."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from gemeente.lib.markdown import to_html
from wijken.meetings.models.meeting import Meeting
from wijken.meetings.models.points import Point
from wijken.meetings.querysets import ActionPointQuerySet


class Minutes(models.Model):
    """The minutes of a meeting: the WOP writes, its board makes them public. Each text of them is a version."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="written_minutes")
    number = models.PositiveIntegerField(default=0, help_text="Of the newest version")
    published = models.ForeignKey("MinutesVersion", on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "minutes"
        constraints = [
            models.CheckConstraint(
                condition=Q(published=None, published_at=None) | Q(published__isnull=False, published_at__isnull=False),
                name="minutes_public_have_a_text",
            )
        ]

    def __str__(self) -> str:
        return f"{self.meeting} ({self.number})"


class MinutesVersion(models.Model):
    """One text of the minutes with the decisions of that moment; it stays as it was written (trigger)."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField(_("verslag"), max_length=20_000, blank=True)
    decisions = models.JSONField(default=list, help_text="Of each decided point: its title and the decision")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="written_minutes"
    )
    is_public = models.BooleanField(default=False, help_text="The board made this one public")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["minutes", "number"], name="minutes_version_once")]

    def __str__(self) -> str:
        return f"{self.minutes_id}: {self.number}"

    @property
    def html(self) -> SafeString:
        """The text as a page shows it, under a heading of the third level."""
        return to_html(self.text, 3)


class ActionPoint(models.Model):
    """Something that somebody does after a meeting. Public once the minutes are."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="actions")
    point = models.ForeignKey(Point, on_delete=models.SET_NULL, null=True, related_name="actions")
    what = models.CharField(_("wat"), max_length=200)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="action_points"
    )
    who = models.CharField(_("wie"), max_length=60, blank=True, help_text="In words, for who has no account")
    due_on = models.DateField(_("voor welke dag"), null=True, blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField(null=True, help_text="When who does it heard of it")
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = ActionPointQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["user", "due_on"], name="action_of_user", condition=Q(done_at=None))]
        constraints = [models.CheckConstraint(condition=~Q(what=""), name="action_says_what")]

    def __str__(self) -> str:
        return self.what

    @property
    def is_done(self) -> bool:
        """Somebody ticked it off."""
        return self.done_at is not None

    @property
    def who_name(self) -> str:
        """Who does it, by the name she shows to everybody. Expects the profile."""
        return self.user.profile.public_name if self.user else self.who

    @property
    def is_late(self) -> bool:
        """Its day has passed."""
        return bool(self.due_on and not self.is_done and self.due_on < timezone.localdate())
