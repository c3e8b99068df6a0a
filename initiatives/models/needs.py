"""What an initiative still needs, who offers it, and what its owners do themselves: all of it in whole numbers."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.enums import NeedKind, ShareKind
from initiatives.models.initiative import Initiative


class Need(models.Model):
    """Something that an initiative still looks for, with an amount: "5 handen", "een aanhanger".

    Beside the owners' own words (`Initiative.needs`). Money is asked for in whole euros, so that neighbours see how far
    it is; it is no ledger, nothing is paid here, and no sum of it is an account.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="needed")
    kind = models.CharField(_("soort"), max_length=10, choices=NeedKind)
    title = models.CharField(_("wat er nodig is"), max_length=80)
    amount = models.PositiveIntegerField(_("hoeveel"))
    unit = models.CharField(_("eenheid"), max_length=20)
    filled = models.PositiveIntegerField(default=0, help_text="Of open offers; may be more than was asked")
    closed_at = models.DateTimeField(null=True, help_text="The owner says: no longer needed")
    position = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["initiative", "position", "id"], name="need_in_order")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=NeedKind.values), name="need_kind_known"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="need_amount_positive"),
            models.CheckConstraint(condition=Q(filled__gte=0), name="need_filled_not_negative"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def left(self) -> int:
        """How much nobody offered yet."""
        return max(self.amount - self.filled, 0)

    @property
    def is_open(self) -> bool:
        """Still looked for."""
        return self.closed_at is None and self.left > 0


class Pledge(models.Model):
    """What a neighbour offers: for a need, or something else. Who it is, is for who holds the pen alone.

    What was delivered stays as a figure when the person says goodbye; her name and words then go.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="pledges")
    need = models.ForeignKey(Need, on_delete=models.RESTRICT, null=True, related_name="pledges")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="pledges")
    giver = models.UUIDField(default=uuid.uuid4, editable=False, help_text="One for all she offers here; names nobody")
    amount = models.PositiveIntegerField(default=1)
    message = models.TextField(max_length=500, blank=True, help_text="For the owner: what she brings or can do")
    delivered = models.PositiveIntegerField(null=True, help_text="How much of it really came, as the owner counted")
    created_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)
    thanked_at = models.DateTimeField(null=True)
    thanks = models.TextField(max_length=300, blank=True, help_text="A word of the owner, for her alone")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["need", "user"], condition=Q(withdrawn_at=None, need__isnull=False), name="pledge_once_a_need"
            ),
            models.UniqueConstraint(
                fields=["initiative", "user"],
                condition=Q(withdrawn_at=None, need=None),
                name="pledge_of_something_else_once",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="pledge_amount_positive"),
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(delivered__isnull=False, message="", thanks=""),
                name="pledge_without_person_is_a_figure",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(delivered=None, message=""), name="pledge_withdrawn_is_silent"
            ),
            models.CheckConstraint(
                condition=Q(thanks="") | Q(thanked_at__isnull=False), name="pledge_thanks_has_moment"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} - {self.need or self.initiative}"

    @property
    def own_path(self) -> str:
        """Where its giver finds it again."""
        return reverse("initiatives:own_help", args=[self.initiative.slug])


class Share(models.Model):
    """What the owners do themselves, in numbers: planned with the plan, done at its end. Never what helpers do."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="shares")
    kind = models.CharField(_("soort"), max_length=10, choices=ShareKind)
    what = models.CharField(_("wat jullie doen"), max_length=80)
    planned = models.PositiveIntegerField(_("hoeveel gepland"))
    done = models.PositiveIntegerField(_("hoeveel gedaan"), null=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["initiative", "position", "id"], name="share_in_order")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ShareKind.values), name="share_kind_known"),
            models.CheckConstraint(condition=Q(planned__gt=0), name="share_planned_positive"),
        ]

    def __str__(self) -> str:
        return self.what
