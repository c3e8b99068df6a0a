"""Who comes: in public only a number. And who comes to a spreekuur, one at a time."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijken.meetings.models.meeting import Meeting


class SignUp(models.Model):
    """Somebody who comes to a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="sign_ups")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_ups")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "user"], name="sign_up_once")]

    def __str__(self) -> str:
        return f"{self.user} - {self.meeting}"


class Slot(models.Model):
    """A moment of a spreekuur that one person can take."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at"]
        constraints = [models.UniqueConstraint(fields=["meeting", "starts_at"], name="slot_once")]

    def __str__(self) -> str:
        return f"{self.meeting}: {timezone.localtime(self.starts_at):%H:%M}"


class Appointment(models.Model):
    """Who took a moment, and what for: for herself, the board and the gebiedsregisseur alone."""

    slot = models.OneToOneField(Slot, on_delete=models.PROTECT, related_name="appointment")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="appointments")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="appointments")
    topic = models.CharField(_("waarover"), max_length=120)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "user"], name="appointment_one_each")]

    def __str__(self) -> str:
        return f"{self.user} - {self.slot}"


class SignUpRequest(models.Model):
    """What a visitor typed, until she confirms her address with the link in her mail; gone after a week.

    With a slot she asks for that moment of a spreekuur.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="requests")
    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, null=True, related_name="requests")
    email = models.EmailField()
    name = models.CharField(max_length=40, blank=True)
    topic = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, default="nl")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "email"], name="sign_up_request_once")]

    def __str__(self) -> str:
        return f"{self.meeting}"
