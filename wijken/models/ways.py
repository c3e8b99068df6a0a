"""The werkwijze of a wijk: its own stages, questions to who begins something, rules and promises, in versions."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Deferrable, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.places.models import Wijk, in_language
from wijken.stages import TONES, CommonStage
from wijken.voting import Matter, Voters, explained

LABEL_LENGTH = 30


class WayKind(models.TextChoices):
    """Whose a werkwijze is."""

    WIJK = "wijk", _("Van een wijk")
    COMMON = "common", _("De gewone werkwijze")
    BLUEPRINT = "blueprint", _("Een voorbeeld")


class WayState(models.TextChoices):
    """A draft is for the board; what was published never changes."""

    DRAFT = "draft", _("Concept")
    PUBLISHED = "published", _("Vastgesteld")


class WayQuerySet(models.QuerySet["Werkwijze"]):
    def of_wijk(self, wijk_id: int) -> "WayQuerySet":
        """Those of one wijk, the newest first."""
        return self.filter(wijk=wijk_id).order_by("-number")

    def published(self) -> "WayQuerySet":
        """What counts or counted; never a draft."""
        return self.filter(state=WayState.PUBLISHED)

    def with_parts(self) -> "WayQuerySet":
        """With stages, questions and rules: three queries more."""
        return self.select_related("wijk").defer("wijk__boundary").prefetch_related("stages", "questions", "rules")


class Werkwijze(models.Model):
    """One version of how a wijk works; also the common way, and examples to begin with, which are of no wijk."""

    kind = models.CharField(max_length=10, choices=WayKind, default=WayKind.WIJK)
    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, null=True, related_name="werkwijzen")
    code = models.SlugField(max_length=40, blank=True, help_text="Of a reference row")
    name = models.CharField(_("naam"), max_length=60, blank=True, help_text="Of an example")
    intro = models.TextField(_("uitleg"), max_length=400, blank=True, help_text="Of an example")
    position = models.PositiveSmallIntegerField(default=0, help_text="Of an example")
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=WayState, default=WayState.DRAFT)
    based_on = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    meetings_per_year = models.PositiveSmallIntegerField(_("bijeenkomsten per jaar"))
    answer_days = models.PositiveSmallIntegerField(_("dagen tot een antwoord"))
    created_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = WayQuerySet.as_manager()

    class Meta:
        ordering = ["wijk", "-number"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=WayKind.values), name="werkwijze_kind_known"),
            models.CheckConstraint(
                condition=Q(kind=WayKind.WIJK, wijk__isnull=False, code="")
                | (~Q(kind=WayKind.WIJK) & Q(wijk=None) & ~Q(code="")),
                name="werkwijze_is_of_a_wijk_or_an_example",
            ),
            models.CheckConstraint(
                condition=Q(state=WayState.DRAFT, published_at=None, published_by=None)
                | Q(state=WayState.PUBLISHED, published_at__isnull=False),
                name="werkwijze_published_has_a_moment",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="werkwijze_number_counts_from_one"),
            models.CheckConstraint(condition=Q(meetings_per_year__range=(1, 52)), name="werkwijze_meetings_make_sense"),
            models.CheckConstraint(condition=Q(answer_days__range=(1, 90)), name="werkwijze_answer_days_make_sense"),
            models.UniqueConstraint(fields=["wijk", "number"], name="werkwijze_number_once"),
            models.UniqueConstraint(fields=["code", "number"], condition=~Q(code=""), name="werkwijze_code_once"),
            models.UniqueConstraint(fields=["wijk"], condition=Q(state=WayState.DRAFT), name="werkwijze_one_draft"),
            models.UniqueConstraint(fields=["id", "wijk"], name="werkwijze_of_its_wijk"),  # for a key of initiatives
        ]

    def __str__(self) -> str:
        return f"{self.name or self.wijk} ({self.number})"

    @property
    def is_published(self) -> bool:
        """In force, or once in force."""
        return self.state == WayState.PUBLISHED

    def rule_for(self, matter: str) -> "DecisionRule":
        """Its rule for a matter. Expects prefetched `rules`; raises KeyError for a draft without."""
        return {rule.matter: rule for rule in self.rules.all()}[matter]


class WijkStage(models.Model):
    """A stage as a wijk calls it, within one that all wijken have in common."""

    werkwijze = models.ForeignKey(Werkwijze, on_delete=models.CASCADE, related_name="stages")
    position = models.PositiveSmallIntegerField()
    label = models.CharField(_("naam van de stap"), max_length=LABEL_LENGTH)
    label_en = models.CharField(_("naam in het Engels"), max_length=LABEL_LENGTH, blank=True)
    common = models.CharField(_("hoort bij"), max_length=20, choices=CommonStage)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=~Q(label=""), name="wijkstage_has_a_label"),
            models.CheckConstraint(condition=Q(common__in=CommonStage.values), name="wijkstage_common_known"),
            models.UniqueConstraint(
                fields=["werkwijze", "position"], name="wijkstage_once_a_place", deferrable=Deferrable.DEFERRED
            ),
            models.UniqueConstraint(fields=["id", "werkwijze", "common"], name="wijkstage_as_initiatives_know_it"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def words(self) -> str:
        """What it is called in the language of the page."""
        return in_language(self.label, self.label_en)

    @property
    def tone(self) -> str:
        """The look of its common stage."""
        return TONES[CommonStage(self.common)]


class AskKind(models.TextChoices):
    """How a question is answered."""

    TEXT = "text", _("Met een paar zinnen")
    CHOICE = "choice", _("Met een keuze uit een lijst")
    NUMBER = "number", _("Met een getal")


class WijkQuestion(models.Model):
    """What a wijk asks who begins something there, and why."""

    werkwijze = models.ForeignKey(Werkwijze, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("hoe iemand antwoordt"), max_length=10, choices=AskKind, default=AskKind.TEXT)
    label = models.CharField(_("vraag"), max_length=100)
    help = models.CharField(_("uitleg"), max_length=200, blank=True)
    purpose = models.CharField(_("waarom jullie dit vragen"), max_length=200)
    choices = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("antwoorden"))
    is_required = models.BooleanField(_("iedereen moet antwoorden"), default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AskKind.values), name="wijkquestion_kind_known"),
            models.CheckConstraint(condition=~Q(label="") & ~Q(purpose=""), name="wijkquestion_says_what_and_why"),
            models.CheckConstraint(
                condition=Q(kind=AskKind.CHOICE, choices__len__range=(2, 10))
                | (~Q(kind=AskKind.CHOICE) & Q(choices=[])),
                name="wijkquestion_has_its_choices",
            ),
            models.UniqueConstraint(
                fields=["werkwijze", "position"], name="wijkquestion_once_a_place", deferrable=Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return self.label


class DecisionRule(models.Model):
    """How the WOP decides about a matter; what it means is counted in wijken/voting.py."""

    werkwijze = models.ForeignKey(Werkwijze, on_delete=models.CASCADE, related_name="rules")
    matter = models.CharField(max_length=10, choices=Matter)
    voters = models.CharField(_("wie er stemmen"), max_length=10, choices=Voters)
    quorum = models.PositiveSmallIntegerField(_("hoeveel er moeten stemmen"), help_text="Percentage")
    majority = models.PositiveSmallIntegerField(_("hoeveel er voor moeten zijn"), help_text="Percentage")
    asks_residents = models.BooleanField(_("vragen wat de buurt vindt"), default=False)

    class Meta:
        ordering = ["matter"]
        constraints = [
            models.CheckConstraint(condition=Q(matter__in=Matter.values), name="decisionrule_matter_known"),
            models.CheckConstraint(condition=Q(voters__in=Voters.values), name="decisionrule_voters_known"),
            models.CheckConstraint(condition=Q(quorum__range=(0, 100)), name="decisionrule_quorum_is_a_part"),
            models.CheckConstraint(condition=Q(majority__range=(50, 100)), name="decisionrule_majority_is_one"),
            models.UniqueConstraint(fields=["werkwijze", "matter"], name="decisionrule_once_a_matter"),
        ]

    def __str__(self) -> str:
        return f"{self.get_matter_display()} {self.quorum}/{self.majority}"

    def explained(self, eligible: int) -> str:
        """What it means for so many people, with an example."""
        return explained(self, self.voters, eligible)
