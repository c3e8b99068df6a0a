"""Neighbours who take part, and who of them is thanked by name when it is done."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.enums import ParticipationKind
from initiatives.models.initiative import Initiative
from initiatives.models.needs import Need


class Participation(models.Model):
    """A neighbour who supports an initiative or joins in. In public only a number."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="participations")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="participations")
    kind = models.CharField(max_length=10, choices=ParticipationKind)
    message = models.TextField(max_length=500, blank=True, help_text="For the owner: what she brings or can do")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["initiative", "user", "kind"], name="participation_once"),
            models.CheckConstraint(condition=Q(kind__in=ParticipationKind.values), name="participation_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user} - {self.initiative} ({self.kind})"


class ParticipationRequest(models.Model):
    """What a visitor typed, until she confirms her address with the link in her mail; gone after a week."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="requests")
    kind = models.CharField(max_length=10, choices=ParticipationKind)
    email = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    message = models.TextField(max_length=500, blank=True)
    # With an amount it is an offer of help; without a need then of something else.
    need = models.ForeignKey(Need, on_delete=models.SET_NULL, null=True, related_name="requests")
    amount = models.PositiveIntegerField(null=True)
    language = models.CharField(max_length=2, default="nl")
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "email", "kind", "need"],
                nulls_distinct=False,
                name="participation_request_once_a_need",
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | Q(kind=ParticipationKind.JOIN, amount__gt=0),
                name="participation_request_offer_joins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative} ({self.kind})"


class ThanksName(models.Model):
    """One question to somebody who joined in: may your name stand with the result? Without a yes it does not."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="thanks")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="thanks")
    name = models.CharField(_("naam"), max_length=40, blank=True, help_text="Empty: not named")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "thanks names"
        constraints = [
            models.UniqueConstraint(fields=["initiative", "user"], name="thanks_once"),
            models.CheckConstraint(condition=Q(name="") | Q(answered_at__isnull=False), name="thanks_name_was_given"),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.name or '-'}"
