"""An advice of a WOP: its text in versions, what neighbours say of it, and what the gemeente does with it."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.places.models import Wijk
from wijken.advice.enums import (
    AT_THE_WOP,
    OUT,
    REPLY_TONES,
    TONES,
    AdviceState,
    Asker,
    Opinion,
    ReplyOutcome,
    Stance,
)
from wijken.advice.querysets import AdviceQuerySet
from wijken.models import DecisionRule

RANK = models.Case(
    models.When(state=AdviceState.GIVEN, then=0),
    models.When(state__in=AT_THE_WOP, then=1),
    default=2,
    output_field=models.SmallIntegerField(),
)


class Advice(models.Model):
    """What a WOP advises, asked or on its own, on anything people can find (`about`) or on a matter with a title only.

    A vote makes it given; from then on its text stays. The gemeente owes an answer, and one person there gives it.
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, related_name="advices")
    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, related_name="advice")
    about = models.ForeignKey(Subject, on_delete=models.PROTECT, null=True, related_name="advices")
    title = models.CharField(_("waar het over gaat"), max_length=120, blank=True, help_text="Empty where it is about")
    state = models.CharField(max_length=10, choices=AdviceState)
    rank = models.GeneratedField(expression=RANK, output_field=models.SmallIntegerField(), db_persist=True)
    # --- Asking
    asker = models.CharField(_("wie erom vroeg"), max_length=10, choices=Asker, default=Asker.WOP)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    question = models.TextField(_("wat je wilt weten"), max_length=1000, blank=True)
    answer_by = models.DateField(_("uiterlijk op"), null=True)
    begun_at = models.DateTimeField(default=timezone.now)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # --- Writing
    rule = models.ForeignKey(DecisionRule, on_delete=models.PROTECT, null=True, related_name="+")
    stance = models.CharField(_("kort gezegd"), max_length=12, choices=Stance, blank=True)
    text = models.TextField(_("advies"), max_length=6000, blank=True)
    version_count = models.PositiveIntegerField(default=0)
    # --- The answer of the gemeente
    given_at = models.DateTimeField(null=True)
    waiting_since = models.DateTimeField(null=True, help_text="As long as there is no answer")
    reply_by = models.DateField(null=True)
    responsible = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=12, choices=ReplyOutcome, blank=True)
    replied_at = models.DateTimeField(null=True)
    reminded_on = models.DateField(null=True)
    # --- Withdrawing
    withdrawn_at = models.DateTimeField(null=True)
    withdraw_reason = models.CharField(_("waarom"), max_length=500, blank=True)

    objects = AdviceQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("rank", F("waiting_since").asc(nulls_last=True), F("id").desc(), name="advice_open_first"),
            models.Index(
                "wijk",
                "rank",
                F("waiting_since").asc(nulls_last=True),
                F("id").desc(),
                name="advice_open_first_of_wijk",
            ),
            models.Index(fields=["about"], name="advice_about"),
            models.Index(fields=["responsible"], name="advice_owed", condition=Q(state=AdviceState.GIVEN)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=AdviceState.values), name="advice_state_known"),
            models.CheckConstraint(condition=Q(asker__in=Asker.values), name="advice_asker_known"),
            models.CheckConstraint(condition=Q(stance="") | Q(stance__in=Stance.values), name="advice_stance_known"),
            models.CheckConstraint(
                condition=(Q(about=None) & ~Q(title="")) | (Q(about__isnull=False) & Q(title="")),
                name="advice_is_about_something",
            ),
            models.CheckConstraint(
                condition=Q(asker=Asker.WOP, asked_by=None)
                | (~Q(asker=Asker.WOP) & Q(asked_by__isnull=False, answer_by__isnull=False)),
                name="advice_asked_has_asker_and_term",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(AdviceState.ASKED, AdviceState.WITHDRAWN)) | Q(rule__isnull=False),
                name="advice_begun_has_a_rule",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OUT, given_at__isnull=False, reply_by__isnull=False) & ~Q(text="") & ~Q(stance="")
                | (~Q(state__in=OUT) & Q(given_at=None, reply_by=None)),
                name="advice_given_says_something",
            ),
            models.CheckConstraint(
                condition=Q(state=AdviceState.GIVEN, waiting_since__isnull=False)
                | (~Q(state=AdviceState.GIVEN) & Q(waiting_since=None)),
                name="advice_waits_while_given",
            ),
            models.CheckConstraint(
                condition=Q(state=AdviceState.REPLIED, outcome__in=ReplyOutcome.values, replied_at__isnull=False)
                | (~Q(state=AdviceState.REPLIED) & Q(outcome="", replied_at=None)),
                name="advice_replied_has_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(state=AdviceState.WITHDRAWN, withdrawn_at__isnull=False) & ~Q(withdraw_reason="")
                | (~Q(state=AdviceState.WITHDRAWN) & Q(withdrawn_at=None, withdraw_reason="")),
                name="advice_withdrawn_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.shown_title

    def get_absolute_url(self) -> str:
        return reverse("advice:advice", args=[self.wijk.slug, self.pk])

    @property
    def shown_title(self) -> str:
        """What it is about: never in words that a manager hid, or that its owner took away."""
        if self.about is None:
            return self.title
        return self.about.title if self.about.is_public else gettext("Iets dat nu niet te zien is")

    @property
    def desk_url(self) -> str:
        """Where the gemeente answers it."""
        return reverse("advice_desk:reply", args=[self.pk])

    @property
    def room_url(self) -> str:
        """Where the WOP works on it."""
        return reverse("advice:work", args=[self.wijk.slug, self.pk])

    @property
    def tone(self) -> str:
        """The look of where it stands."""
        return REPLY_TONES[ReplyOutcome(self.outcome)] if self.outcome else TONES[AdviceState(self.state)]

    @property
    def stands(self) -> str:
        """Where it stands, in a word: what the gemeente did with it, once that is known."""
        return str(self.get_outcome_display() if self.outcome else self.get_state_display())

    @property
    def is_out(self) -> bool:
        """Given, so that everybody reads its text."""
        return self.state in OUT

    @property
    def is_at_the_wop(self) -> bool:
        """Not given yet."""
        return self.state in AT_THE_WOP

    @property
    def shows_text(self) -> bool:
        """Whether everybody reads the text: given, or the wijk asks its residents what they think of it."""
        return bool(self.text) and (
            self.is_out or (self.rule is not None and self.rule.asks_residents and self.is_at_the_wop)
        )

    @property
    def takes_opinions(self) -> bool:
        """Whether residents can say what they think: where the rule asks it, until the vote is closed."""
        return self.state in (AdviceState.DRAFTING, AdviceState.VOTING) and self.shows_text

    @property
    def days_waiting(self) -> int:
        """How long it waited, or waits, for its answer."""
        if self.given_at is None:
            return 0
        return ((self.replied_at or timezone.now()).date() - timezone.localtime(self.given_at).date()).days

    @property
    def days_late(self) -> int:
        """How many days its answer is late; nothing once it was given."""
        if self.state != AdviceState.GIVEN or self.reply_by is None:
            return 0
        return max(0, (timezone.localdate() - self.reply_by).days)

    @property
    def day_given(self) -> dt.date | None:
        """The day by the clock here."""
        return timezone.localtime(self.given_at).date() if self.given_at else None


class AdviceVersion(models.Model):
    """The text as it stood after each time somebody saved it. Only ever added."""

    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    stance = models.CharField(max_length=12, choices=Stance)
    text = models.TextField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["advice", "number"], name="advice_version_once"),
            models.CheckConstraint(
                condition=Q(stance__in=Stance.values) & ~Q(text=""), name="advice_version_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.advice_id} ({self.number})"


class Say(models.Model):
    """What a neighbour thinks of an advice in the making: input for who votes. Her words are for the WOP alone."""

    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="says")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="advice_says")
    opinion = models.CharField(max_length=12, choices=Opinion)
    words = models.CharField(_("toelichting"), max_length=500, blank=True)
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["advice", "user"], name="say_once"),
            models.CheckConstraint(condition=Q(opinion__in=Opinion.values), name="say_opinion_known"),
        ]

    def __str__(self) -> str:
        return f"{self.advice_id}: {self.opinion}"


class Reply(models.Model):
    """What the gemeente does with an advice, and why. Only ever added: a later one corrects, and both stay."""

    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="replies")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(_("wat we ermee doen"), max_length=12, choices=ReplyOutcome)
    text = models.TextField(_("waarom"), max_length=4000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    replied_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        verbose_name_plural = "replies"
        constraints = [
            models.UniqueConstraint(fields=["advice", "number"], name="reply_number_once"),
            models.CheckConstraint(condition=Q(outcome__in=ReplyOutcome.values), name="reply_outcome_known"),
            models.CheckConstraint(
                condition=Q(outcome=ReplyOutcome.FOLLOWED, number=1) | Q(text__regex=r"\S"), name="reply_has_reasons"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.advice_id}: {self.outcome}"

    @property
    def tone(self) -> str:
        """The look of what is done with it."""
        return REPLY_TONES[ReplyOutcome(self.outcome)]
