"""What the gemeente has in mind, laid before a wijk while it can still change; and what it did with reactions."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.places.geography import Place
from gemeente.places.models import Wijk
from wijken.advice.enums import PLAN_TONES, TREATMENT_TONES, PlanKind, PlanState, Treatment
from wijken.advice.querysets import ReactionQuerySet, VoornemenQuerySet


class Voornemen(models.Model):
    """A plan of the gemeente, or the maintenance of a year, before one or more wijken.

    Everybody reads what is fixed and what is open, and reacts until a day. It is decided once each reaction has its
    treatment and each advice on it its answer, and then all of that is published.
    """

    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, related_name="voornemen")
    wijken = models.ManyToManyField(Wijk, related_name="voornemens")
    kind = models.CharField(_("wat het is"), max_length=12, choices=PlanKind)
    title = models.CharField(_("titel"), max_length=100)
    text = models.TextField(_("wat we willen doen"), max_length=4000)
    fixed = models.TextField(_("wat vaststaat"), max_length=1500)
    undecided = models.TextField(_("waar je over mee kunt denken"), max_length=1500)
    place_text = models.CharField(_("waar"), max_length=160, blank=True)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    decides = models.CharField(_("wie beslist"), max_length=160)
    react_until = models.DateField(_("reageren kan tot en met"))
    responsible = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=PlanState, default=PlanState.OPEN)
    decision = models.TextField(_("wat we besluiten"), max_length=4000, blank=True)
    cancel_reason = models.CharField(_("waarom het niet doorgaat"), max_length=600, blank=True)
    laid_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = VoornemenQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "voornemens"
        indexes = [
            models.Index(F("ended_at").desc(nulls_first=True), "react_until", name="voornemen_open_first"),
            models.Index(fields=["responsible"], name="voornemen_of", condition=Q(ended_at=None)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=PlanKind.values), name="voornemen_kind_known"),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(text="") & ~Q(fixed="") & ~Q(undecided="") & ~Q(decides=""),
                name="voornemen_says_what_is_open",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=(PlanState.OPEN, PlanState.WEIGHING), ended_at=None, decision="", cancel_reason=""
                )
                | (Q(state=PlanState.DECIDED, ended_at__isnull=False, cancel_reason="") & ~Q(decision=""))
                | (Q(state=PlanState.CANCELLED, ended_at__isnull=False, decision="") & ~Q(cancel_reason="")),
                name="voornemen_ends_with_words",
            ),
            models.CheckConstraint(
                condition=Q(longitude=None, latitude=None)
                | Q(
                    longitude__isnull=False,
                    latitude__isnull=False,
                    longitude__range=(3, 8),
                    latitude__range=(50, 54),
                ),
                name="voornemen_point_in_the_netherlands",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self.subject.get_absolute_url()

    @property
    def desk_url(self) -> str:
        """Where the gemeente works on it."""
        return reverse("voornemens_desk:plan", args=[self.pk])

    @property
    def tone(self) -> str:
        """The look of where it stands."""
        return PLAN_TONES[PlanState(self.state)]

    @property
    def is_running(self) -> bool:
        """Not decided and not cancelled."""
        return self.ended_at is None

    @property
    def takes_reactions(self) -> bool:
        """Whether one can still react: until the end of its last day."""
        return self.state == PlanState.OPEN and self.react_until >= timezone.localdate()

    @property
    def point(self) -> Place | None:
        """Where it is."""
        if self.longitude is None or self.latitude is None:
            return None
        return Place(self.longitude, self.latitude)


class PlanDocument(models.Model):
    """A checked PDF with a plan, for everybody to save."""

    voornemen = models.ForeignKey(Voornemen, on_delete=models.PROTECT, related_name="documents")
    key = models.UUIDField(default=uuid.uuid4, primary_key=True, editable=False)
    title = models.CharField(_("titel"), max_length=80)
    name = models.CharField(max_length=100, help_text="As it is saved by who downloads it")
    file = models.FileField(upload_to="voornemens")
    size = models.PositiveIntegerField(help_text="Bytes")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["created_at", "key"]
        constraints = [
            models.CheckConstraint(condition=Q(name__endswith=".pdf"), name="plan_document_is_pdf"),
            models.CheckConstraint(condition=~Q(title=""), name="plan_document_has_title"),
        ]

    def __str__(self) -> str:
        return self.title


class Reaction(models.Model):
    """What somebody says of a plan, in public, under her name here. `outcome` is that of its last treatment."""

    voornemen = models.ForeignKey(Voornemen, on_delete=models.PROTECT, related_name="reactions")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="plan_reactions")
    text = models.TextField(_("jouw reactie"), max_length=2000)
    outcome = models.CharField(max_length=12, choices=Treatment, blank=True)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = ReactionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["voornemen", "-id"], name="reaction_newest"),
            models.Index(fields=["voornemen", "id"], name="reaction_untreated", condition=Q(outcome="")),
            models.Index(fields=["author", "-id"], name="reaction_of_author"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="reaction_says_something"),
            models.CheckConstraint(condition=Q(outcome__in=["", *Treatment.values]), name="reaction_outcome_known"),
        ]

    def __str__(self) -> str:
        return f"{self.voornemen_id}: {self.pk}"

    @property
    def tone(self) -> str:
        """The look of what was done with it."""
        return TREATMENT_TONES[Treatment(self.outcome)] if self.outcome else ""


class ReactionTreatment(models.Model):
    """What the gemeente did with a reaction, and why. Only ever added; the last counts, before it is published."""

    reaction = models.ForeignKey(Reaction, on_delete=models.PROTECT, related_name="treatments")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(_("wat we ermee deden"), max_length=12, choices=Treatment)
    text = models.TextField(_("waarom"), max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["reaction", "number"], name="treatment_number_once"),
            models.CheckConstraint(condition=Q(outcome__in=Treatment.values), name="treatment_outcome_known"),
            models.CheckConstraint(condition=Q(text__regex=r"\S"), name="treatment_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.reaction_id}: {self.outcome}"
