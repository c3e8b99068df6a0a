"""In the owner's name: her yes to what was written down for her, who helps her, and whether she is still there."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.enums import Asked, ConsentWay, Right
from initiatives.models.initiative import Initiative
from initiatives.querysets import HelperQuerySet, OfferQuerySet


class Consent(models.Model):
    """An owner's own yes to a text that somebody wrote down for her. Kept as it was given; it counts for that text."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="consents")
    way = models.CharField(max_length=10, choices=ConsentWay)
    given_on = models.DateField()
    text_digest = models.CharField(max_length=64)
    witnessed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="witnessed_consents"
    )
    card_photo = models.FileField(upload_to="cards", blank=True, help_text="For who wrote it down and its owner only")
    letter_sent_on = models.DateField(null=True)
    voided_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(way__in=ConsentWay.values), name="consent_way_known"),
            models.CheckConstraint(
                condition=Q(way=ConsentWay.LINK) | Q(witnessed_by__isnull=False), name="consent_has_a_witness"
            ),
            models.CheckConstraint(
                condition=Q(letter_sent_on=None) | Q(way=ConsentWay.CALL, letter_sent_on__gte=models.F("given_on")),
                name="consent_letter_confirms_a_call",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.way} ({self.given_on})"

    def is_for(self, initiative: Initiative) -> bool:
        """Whether it counts for the text as it is now."""
        return self.voided_at is None and self.text_digest == initiative.text_digest

    @property
    def is_complete(self) -> bool:
        """Nothing is missing before the text may go online: of a call that is the letter."""
        return self.way != ConsentWay.CALL or self.letter_sent_on is not None


class Helper(models.Model):
    """Somebody whom an owner gave a right on what is hers, until either of them ends it. History stays.

    Who may act IN_NAME does so for the owner; anybody else acts in her own name.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="helpers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="helps", verbose_name=_("helper")
    )
    email = models.EmailField(blank=True, help_text="Until she accepts; then her own account counts")
    name = models.CharField(_("naam"), max_length=80, blank=True)
    right = models.CharField(_("wat iemand mag"), max_length=10, choices=Right, default=Right.IN_NAME)
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = HelperQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "user"], condition=Q(ended_at=None), name="helper_once_a_person"
            ),
            models.UniqueConstraint(
                fields=["initiative", "email"],
                condition=Q(ended_at=None) & ~Q(email=""),
                name="helper_once_an_address",
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=False, accepted_at__isnull=False, email="")
                | Q(user=None, accepted_at=None, ended_at__isnull=False, email="")
                | (Q(user=None, accepted_at=None, ended_at=None) & ~Q(email="")),
                name="helper_accepted_or_waits_at_an_address",
            ),
            models.CheckConstraint(condition=Q(right__in=Right.values), name="helper_right_known"),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.name or self.user_id}"

    @property
    def is_active(self) -> bool:
        """She accepted, and nobody ended it."""
        return self.accepted_at is not None and self.ended_at is None

    @property
    def shown_name(self) -> str:
        """How she is called here: in public once she said yes, and until then as her owner called her."""
        return self.initiative.name_of(self.user) if self.user else self.name


class Offer(models.Model):
    """An owner who offers her initiative to somebody with a right on it: nothing changes until that person says yes."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="offers")
    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="offers")
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stays_on = models.BooleanField(help_text="The old owner becomes a co-owner")
    offered_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True, help_text="Declined, or taken back")

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["initiative"], condition=Q(accepted_at=None, ended_at=None), name="offer_one_at_a_time"
            ),
            models.CheckConstraint(condition=Q(accepted_at=None) | Q(ended_at=None), name="offer_has_one_end"),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.helper_id}"


class QuietQuestion(models.Model):
    """One time that we asked whether a silent initiative still goes on. Answered is what was heard after it."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="quiet_questions")
    asked = models.CharField(max_length=10, choices=Asked)
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["initiative", "asked_at"], name="quiet_question_of")]
        constraints = [models.CheckConstraint(condition=Q(asked__in=Asked.values), name="quiet_question_asked_known")]

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.asked_at:%Y-%m-%d}"


class DroppedReference(models.Model):
    """What an owner did not want to be brought over: an import passes it by for ever."""

    reference = models.CharField(max_length=60, unique=True)
    dropped_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.reference
