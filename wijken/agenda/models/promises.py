"""The uitvoeringsplan: what organisations answer to each point, and what came of it."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.council.models import Budget
from gemeente.partners.models import Organisation
from wijken.agenda.enums import PROGRESS_TONES, Answer, Firmness, Progress, Side
from wijken.agenda.models.opgave import Opgave


class Promise(models.Model):
    """The answer of one organisation to one opgave. What it says stands in its last version."""

    opgave = models.ForeignKey(Opgave, on_delete=models.PROTECT, related_name="promises")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="promises")
    version_count = models.PositiveIntegerField(default=0)
    answer = models.CharField(max_length=3, choices=Answer)
    signed_version = models.PositiveIntegerField(default=0, help_text="The version the board last counter-signed")
    progress = models.CharField(max_length=10, choices=Progress, default=Progress.NOT_BEGUN)
    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, null=True, related_name="promises")
    taken = models.DecimalField(max_digits=12, decimal_places=2, default=Decimal(0), help_text="Of that budget")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal = models.TextField(max_length=600, blank=True, help_text="Why it was withdrawn")
    submission_key = models.UUIDField(unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(answer__in=Answer.values), name="promise_answer_known"),
            models.CheckConstraint(condition=Q(progress__in=Progress.values), name="promise_progress_known"),
            models.CheckConstraint(condition=Q(withdrawn_at=None) | ~Q(withdrawal=""), name="promise_withdrawn_why"),
            models.CheckConstraint(
                condition=Q(budget=None, taken=0) | Q(budget__isnull=False, taken__gt=0, answer=Answer.YES),
                name="promise_takes_from_budget",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(budget=None), name="promise_withdrawn_gives_back"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.opgave_id}"

    def get_absolute_url(self) -> str:
        return reverse("agenda:promise", args=[self.opgave.wijk.slug, self.opgave.slug, self.pk])

    @property
    def is_signed(self) -> bool:
        """Whether the board counter-signed what it says now."""
        return self.version_count > 0 and self.signed_version == self.version_count

    @property
    def tone(self) -> str:
        """The tone of the badge of its progress."""
        return PROGRESS_TONES[Progress(self.progress)]


class PromiseVersion(models.Model):
    """What an organisation said, from a moment on. The database keeps it as it was written."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    answer = models.CharField(max_length=3, choices=Answer)
    function = models.CharField(_("wie is verantwoordelijk"), max_length=80, help_text="A function, not a name")
    what = models.TextField(_("wat"), max_length=1000, blank=True)
    quarter = models.DateField(_("wanneer"), null=True, help_text="First day of the quarter")
    amount = models.DecimalField(_("hoeveel euro"), max_digits=12, decimal_places=2, null=True)
    money_from = models.CharField(_("uit welke bron"), max_length=120, blank=True)
    reason = models.TextField(_("waarom niet"), max_length=1000, blank=True)
    alternative = models.TextField(_("wat wel kan"), max_length=1000, blank=True)
    firmness = models.CharField(max_length=10, choices=Firmness, default=Firmness.INTENDED)
    body = models.CharField(_("door wie vastgesteld"), max_length=80, blank=True)
    decided_on = models.DateField(_("wanneer vastgesteld"), null=True)
    decision = models.CharField(_("nummer van het besluit"), max_length=40, blank=True)
    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, null=True, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["promise", "number"], name="promise_version_once"),
            models.CheckConstraint(
                condition=(Q(answer=Answer.YES, quarter__isnull=False, reason="", alternative="") & ~Q(what=""))
                | (
                    Q(answer=Answer.NO, quarter=None, amount=None, what="", budget=None, firmness=Firmness.INTENDED)
                    & ~Q(reason="")
                    & ~Q(alternative="")
                ),
                name="promise_version_yes_or_no",
            ),
            models.CheckConstraint(condition=Q(amount=None) | Q(amount__gt=0), name="promise_version_amount_positive"),
            models.CheckConstraint(condition=Q(amount=None) | ~Q(money_from=""), name="promise_version_money_source"),
            models.CheckConstraint(
                condition=Q(firmness=Firmness.INTENDED, body="", decided_on=None, decision="", budget=None)
                | (Q(firmness=Firmness.DECIDED, decided_on__isnull=False) & ~Q(body="") & ~Q(decision="")),
                name="promise_version_decided_by",
            ),
            models.CheckConstraint(
                condition=Q(firmness=Firmness.INTENDED)
                | Q(amount=None, budget=None)
                | Q(amount__isnull=False, budget__isnull=False),
                name="promise_version_firm_euros_have_budget",
            ),
            models.CheckConstraint(condition=~Q(function=""), name="promise_version_has_function"),
        ]

    def __str__(self) -> str:
        return f"{self.promise_id}: {self.number}"

    @property
    def is_yes(self) -> bool:
        """It will be done."""
        return self.answer == Answer.YES

    @property
    def is_decided(self) -> bool:
        """More than an intention."""
        return self.firmness == Firmness.DECIDED


class CounterSignature(models.Model):
    """The board of the WOP takes an answer as it stands. A later version needs another."""

    version = models.OneToOneField(PromiseVersion, on_delete=models.PROTECT, related_name="counter_signature")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.version_id}"


class PromiseReply(models.Model):
    """What the board or the organisation says back. It stays."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="replies")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=12, choices=Side)
    text = models.TextField(max_length=1000)
    submission_key = models.UUIDField(unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "promise replies"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(side__in=Side.values), name="promise_reply_side_known"),
            models.CheckConstraint(condition=~Q(text=""), name="promise_reply_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.promise_id}: {self.pk}"


class ProgressNote(models.Model):
    """How far it is, by either side. It stays; the last one counts."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=12, choices=Side)
    state = models.CharField(max_length=10, choices=Progress)
    text = models.TextField(max_length=600)
    submission_key = models.UUIDField(unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=Progress.values), name="progress_note_state_known"),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="progress_note_side_known"),
            models.CheckConstraint(condition=~Q(text=""), name="progress_note_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.promise_id}: {self.state}"
