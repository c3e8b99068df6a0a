"""An opgave: what people of a wijk see, find out about together, and want to reach."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.partners.models import Organisation
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from wijken.agenda.enums import TONES, ContributionKind, OpgaveState, Origin
from wijken.agenda.querysets import OpgaveQuerySet
from wijken.models import WijkTheme

MOST_RANKS = 3


class Opgave(models.Model):
    """What a wijk sets itself, from the first signal on. The numbers at the end are kept by the actions."""

    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, related_name="opgaven")
    slug = models.SlugField(max_length=90)
    title = models.CharField(_("titel"), max_length=80)
    signal = models.TextField(_("wat er speelt"), max_length=2000)
    theme = models.ForeignKey(WijkTheme, on_delete=models.PROTECT, null=True, blank=True, related_name="opgaven")
    state = models.CharField(max_length=12, choices=OpgaveState, default=OpgaveState.SIGNALLED)
    closing = models.TextField(max_length=1000, blank=True, help_text="Why it was dropped, or what was reached")
    origin = models.CharField(max_length=12, choices=Origin)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="opgaven")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="opgaven")
    source = models.CharField(_("bron"), max_length=120, blank=True)
    source_year = models.PositiveSmallIntegerField(_("jaar"), null=True, blank=True)
    source_url = models.URLField(_("link"), max_length=300, blank=True)
    from_question = models.OneToOneField(Question, on_delete=models.PROTECT, null=True, related_name="opgave")
    position = models.PositiveIntegerField(null=True, help_text="Its place on the agenda; none while it is not on it")
    offered_at = models.DateTimeField(null=True, help_text="Since when it waits for an answer, or waited")
    agreed_at = models.DateTimeField(null=True, help_text="When all parties had signed the text of now")
    text_count = models.PositiveIntegerField(default=0)
    support_count = models.PositiveIntegerField(default=0)
    points = models.PositiveIntegerField(default=0, help_text="3 for each first place, 2 and 1 for the next")
    contribution_count = models.PositiveIntegerField(default=0)
    answer_count = models.PositiveIntegerField(default=0, help_text="Answers that stand, yes and no")
    promise_count = models.PositiveIntegerField(default=0, help_text="Answers that say yes and stand")
    done_count = models.PositiveIntegerField(default=0, help_text="Of those, done")
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, related_name="opgave")
    created_at = models.DateTimeField(default=timezone.now)

    objects = OpgaveQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "opgaven"
        constraints = [
            models.UniqueConstraint(fields=["wijk", "slug"], name="opgave_slug_once_a_wijk"),
            models.CheckConstraint(condition=Q(state__in=OpgaveState.values), name="opgave_state_known"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="opgave_origin_known"),
            models.CheckConstraint(condition=~Q(title=""), name="opgave_has_title"),
            models.CheckConstraint(
                condition=~Q(state=OpgaveState.DROPPED) | ~Q(closing=""), name="opgave_dropped_with_reason"
            ),
            models.CheckConstraint(
                condition=~Q(origin=Origin.FIGURE) | (~Q(source="") & Q(source_year__isnull=False) & ~Q(source_url="")),
                name="opgave_figure_has_source",
            ),
            models.CheckConstraint(
                condition=~Q(state=OpgaveState.AGREED) | Q(agreed_at__isnull=False, text_count__gte=1),
                name="opgave_agreed_has_text",
            ),
            models.CheckConstraint(
                condition=Q(done_count__lte=F("promise_count"), promise_count__lte=F("answer_count")),
                name="opgave_counts_fit",
            ),
        ]
        indexes = [
            models.Index(fields=["wijk", "position", "-points", "-id"], name="opgave_in_order"),
            models.Index(fields=["wijk", "state", "position"], name="opgave_by_state"),
            models.Index(fields=["offered_at"], name="opgave_waits", condition=Q(answer_count=0)),
            models.Index(fields=["raised_by", "-created_at"], name="opgave_of_person"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("agenda:opgave", args=[self.wijk.slug, self.slug])

    @property
    def work_url(self) -> str:
        """Where the WOP works on it."""
        return reverse("agenda:work", args=[self.wijk.slug, self.slug])

    @property
    def tone(self) -> str:
        """The tone of the badge of its state."""
        return TONES[OpgaveState(self.state)]

    @property
    def is_waiting(self) -> bool:
        """Offered, and nobody said yes or no."""
        return self.offered_at is not None and self.answer_count == 0

    @property
    def days_waiting(self) -> int:
        """How many days it waits for an answer."""
        if self.offered_at is None or self.answer_count:
            return 0
        return (timezone.localdate() - timezone.localtime(self.offered_at).date()).days


class Contribution(models.Model):
    """What somebody adds to the finding out: a few sentences of one kind, a source with its link."""

    opgave = models.ForeignKey(Opgave, on_delete=models.CASCADE, related_name="contributions")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="contributions")
    kind = models.CharField(max_length=10, choices=ContributionKind)
    text = models.TextField(max_length=600)
    url = models.URLField(_("link"), max_length=300, blank=True)
    position = models.PositiveIntegerField(default=0)
    forgotten_at = models.DateTimeField(null=True, help_text="When its author took it away or left")
    submission_key = models.UUIDField(unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["opgave", "kind", "position"], name="contribution_in_order")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ContributionKind.values), name="contribution_kind_known"),
            models.CheckConstraint(
                condition=Q(forgotten_at=None) & ~Q(text="") | Q(forgotten_at__isnull=False, text="", url=""),
                name="contribution_says_something",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ContributionKind.SOURCE) | ~Q(url="") | Q(forgotten_at__isnull=False),
                name="contribution_source_has_link",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opgave_id}: {self.kind}"


class Summary(models.Model):
    """What the WOP makes of the contributions under one heading. Each text is a new row; the last one counts."""

    opgave = models.ForeignKey(Opgave, on_delete=models.PROTECT, related_name="summaries")
    kind = models.CharField(max_length=10, choices=ContributionKind)
    number = models.PositiveIntegerField()
    text = models.TextField(max_length=2000, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "summaries"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["opgave", "kind", "number"], name="summary_number_once"),
            models.CheckConstraint(condition=Q(kind__in=ContributionKind.values), name="summary_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.opgave_id}: {self.kind} {self.number}"


class Support(models.Model):
    """Somebody finds an opgave important. Only the number is public."""

    opgave = models.ForeignKey(Opgave, on_delete=models.CASCADE, related_name="supports")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="opgave_supports")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["opgave", "user"], name="opgave_supported_once")]

    def __str__(self) -> str:
        return f"{self.opgave_id}: {self.user_id}"


class Ranking(models.Model):
    """What a resident would do first, second or third in her wijk. Only the sum of the points is public."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="opgave_rankings")
    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, related_name="+")
    opgave = models.ForeignKey(Opgave, on_delete=models.CASCADE, related_name="rankings")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "wijk", "rank"], name="ranking_one_of_each"),
            models.UniqueConstraint(fields=["user", "opgave"], name="ranking_opgave_once"),
            models.CheckConstraint(condition=Q(rank__range=(1, MOST_RANKS)), name="ranking_first_three"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.rank}"


class OpgaveOffer(models.Model):
    """What an organisation puts in: hours, goods or money, in words. It can be taken back at any time."""

    opgave = models.ForeignKey(Opgave, on_delete=models.PROTECT, related_name="offers")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="offers")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    what = models.TextField(_("wat"), max_length=400)
    how_much = models.CharField(_("hoeveel"), max_length=120, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    submission_key = models.UUIDField(unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=~Q(what=""), name="opgave_offer_says_what")]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.opgave_id}"
