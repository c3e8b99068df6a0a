"""How a plan gets done: ready plans of the gemeente (blueprints), steps of an initiative, and tips for its owner."""

import hashlib
import json
import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Deferrable, F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Entry
from gemeente.places.models import Theme
from initiatives.enums import UNDER_WAY, CardPage
from initiatives.models.initiative import NO_THEME_SCENE, Initiative
from initiatives.querysets import DatedQuerySet, PlanStepQuerySet
from initiatives.timing import timing

SAFE_LINK = r"^(https://|/([^/]|$))"
LONGEST_AHEAD, LONGEST_AFTER = 730, 365  # days
STAGES = sorted(stage.value for stage in UNDER_WAY)  # in a fixed order, for migrations


class LinkedStep(models.Model):
    """What a step is, of a blueprint or of an initiative: what to do, where to look, and how long before the day."""

    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("wat"), max_length=80)
    explanation = models.TextField(_("uitleg"), max_length=500, blank=True)
    days_before = models.SmallIntegerField(null=True, help_text="Before the day itself; after it when negative")
    link_label = models.CharField(_("woorden van de link"), max_length=80, blank=True)
    link_url = models.CharField(_("link"), max_length=200, blank=True)
    is_permit = models.BooleanField(_("over een vergunning of melding"), default=False)

    class Meta:
        abstract = True
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="%(class)s_has_a_title"),
            models.CheckConstraint(
                condition=Q(link_url="", link_label="") | (~Q(link_label="") & Q(link_url__regex=SAFE_LINK)),
                name="%(class)s_link_is_safe",
            ),
            models.CheckConstraint(
                condition=Q(days_before=None) | Q(days_before__range=(-LONGEST_AFTER, LONGEST_AHEAD)),
                name="%(class)s_days_make_sense",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def timing(self) -> str:
        """How long before or after the day itself, in words; nothing where it does not matter."""
        return timing(self.days_before)


class Blueprint(models.Model):
    """A plan ready to take, as it is from a day on: of a code the row that began last counts, until its last day.

    What has begun never changes: who took it keeps the version she began under.
    """

    code = models.SlugField(_("adres"), max_length=40)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    title = models.CharField(_("titel"), max_length=80)
    intro = models.TextField(_("inleiding"), max_length=600)
    scene = models.CharField(_("tekening"), max_length=20, blank=True)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title_hint = models.CharField(_("voorbeeld van een titel"), max_length=80, blank=True)
    summary_start = models.TextField(_("begin van de tekst"), max_length=400, blank=True)
    needs = models.TextField(_("wat je vaak nodig hebt"), max_length=600, blank=True)
    starts_on = models.DateField(_("geldt vanaf"))
    ends_on = models.DateField(_("laatste dag"), null=True, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "code", "-starts_on", "-pk"]
        indexes = [models.Index(fields=["code", "-starts_on", "-id"], name="blueprint_in_force")]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(intro=""), name="blueprint_says_what_it_is"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="blueprint_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} (vanaf {self.starts_on})"

    def get_absolute_url(self) -> str:
        return reverse("initiatives:blueprint", args=[self.code])

    @property
    def drawing(self) -> str:
        """Its own drawing, else that of its theme; always the same one."""
        scene = self.scene or (self.theme.scene if self.theme else NO_THEME_SCENE)
        return reverse("places:drawing", args=[scene, self.position % 24])


class BlueprintStep(LinkedStep):
    """One step of a version of a blueprint."""

    blueprint = models.ForeignKey(Blueprint, on_delete=models.CASCADE, related_name="steps")

    class Meta(LinkedStep.Meta):
        constraints = [
            *LinkedStep.Meta.constraints,
            models.UniqueConstraint(fields=["blueprint", "position"], name="blueprintstep_once_a_place"),
        ]


class PlanStep(LinkedStep):
    """One step of an initiative, its owner's own from the moment she took it. `who` is for those who take part."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="plan_steps")
    blueprint_step = models.ForeignKey(BlueprintStep, on_delete=models.PROTECT, null=True, related_name="+")
    who = models.CharField(_("wie doet het"), max_length=60, blank=True)
    due_on = models.DateField(_("wanneer"), null=True)
    is_dated_by_hand = models.BooleanField(default=False, help_text="Stays when the day of the initiative moves")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    # What told her pen holders of this day; another day may be told again.
    soon_entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="soon_steps")
    late_entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="late_steps")
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = PlanStepQuerySet.as_manager()

    class Meta(LinkedStep.Meta):
        indexes = [models.Index(fields=["due_on"], name="planstep_open_by_day", condition=Q(done_at=None))]
        constraints = [
            *LinkedStep.Meta.constraints,
            models.UniqueConstraint(
                fields=["initiative", "position"], name="planstep_once_a_place", deferrable=Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=Q(done_by=None) | Q(done_at__isnull=False), name="planstep_done_by_when"),
        ]

    @property
    def is_done(self) -> bool:
        """It was ticked off."""
        return self.done_at is not None

    @property
    def is_late(self) -> bool:
        """Its day has passed and it is not done."""
        return not self.is_done and self.due_on is not None and self.due_on < timezone.localdate()

    @property
    def version(self) -> str:
        """What somebody sees of it, as a word that a form can carry: another word, another text."""
        told = [self.title, self.explanation, self.link_label, self.link_url, self.who, str(self.due_on)]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


class ReminderStop(models.Model):
    """Somebody who holds the pen and wants no reminders of the steps of one initiative."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="reminder_stops")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminder_stops")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["initiative", "user"], name="reminder_stop_once")]

    def __str__(self) -> str:
        return f"{self.user} - {self.initiative}"


class NextStepCard(models.Model):
    """A tip for owners at the moment it helps, as it is from a day on. What is empty does not matter (coaching.py)."""

    code = models.SlugField(_("naam"), max_length=40)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    title = models.CharField(_("titel"), max_length=80)
    text = models.TextField(_("tekst"), max_length=300)
    title_en = models.CharField(_("titel in het Engels"), max_length=80, blank=True)
    text_en = models.TextField(_("tekst in het Engels"), max_length=300, blank=True)
    page = models.CharField(_("waar de knop heen gaat"), max_length=20, choices=CardPage, blank=True)
    link_label = models.CharField(_("woorden van de knop"), max_length=60, blank=True)
    link_label_en = models.CharField(_("woorden van de knop in het Engels"), max_length=60, blank=True)
    stages = ArrayField(models.CharField(max_length=20), verbose_name=_("fasen"))
    min_days = models.PositiveSmallIntegerField(_("minstens zoveel dagen online"), null=True, blank=True)
    max_days = models.PositiveSmallIntegerField(_("hoogstens zoveel dagen online"), null=True, blank=True)
    min_silent_days = models.PositiveSmallIntegerField(_("minstens zoveel dagen stil"), null=True, blank=True)
    min_support = models.PositiveSmallIntegerField(_("minstens zoveel steun"), null=True, blank=True)
    max_support = models.PositiveSmallIntegerField(_("hoogstens zoveel steun"), null=True, blank=True)
    min_joins = models.PositiveSmallIntegerField(_("minstens zoveel meedoeners"), null=True, blank=True)
    max_joins = models.PositiveSmallIntegerField(_("hoogstens zoveel meedoeners"), null=True, blank=True)
    days_to_start = models.PositiveSmallIntegerField(
        _("hoogstens zoveel dagen voor de dag zelf"), null=True, blank=True
    )
    has_needs = models.BooleanField(_("er is nog iets nodig"), null=True, blank=True)
    has_steps = models.BooleanField(_("er is een planning"), null=True, blank=True)
    is_all_done = models.BooleanField(_("alle stappen zijn klaar"), null=True, blank=True)
    has_photo = models.BooleanField(_("er is een foto"), null=True, blank=True)
    has_start = models.BooleanField(_("de dag is bekend"), null=True, blank=True)
    starts_on = models.DateField(_("geldt vanaf"))
    ends_on = models.DateField(_("laatste dag"), null=True, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "code", "-starts_on", "-pk"]
        indexes = [models.Index(fields=["code", "-starts_on", "-id"], name="next_step_card_in_force")]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(text=""), name="next_step_card_says_something"),
            models.CheckConstraint(
                condition=Q(page="", link_label="") | (Q(page__in=CardPage.values) & ~Q(link_label="")),
                name="next_step_card_page_known",
            ),
            models.CheckConstraint(
                condition=Q(title_en="", text_en="", link_label_en="")
                | (
                    ~Q(title_en="")
                    & ~Q(text_en="")
                    & (Q(page="", link_label_en="") | ~(Q(page="") | Q(link_label_en="")))
                ),
                name="next_step_card_english_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(stages__len__gte=1, stages__contained_by=STAGES), name="next_step_card_stages_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="next_step_card_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} (vanaf {self.starts_on})"

    def words_in(self, language: str) -> tuple[str, str, str, str]:
        """Title, text and words of the button, in English where somebody wrote that, and the language they are in."""
        if language == "en" and self.title_en:
            return self.title_en, self.text_en, self.link_label_en, "en"
        return self.title, self.text, self.link_label, "nl"


class DismissedCard(models.Model):
    """A tip that who holds the pen of an initiative need not see again."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="dismissed_cards")
    code = models.SlugField(max_length=40)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["initiative", "code"], name="dismissed_card_once")]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.code}"
