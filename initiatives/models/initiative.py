"""What residents undertake: the initiative itself."""

import hashlib
import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.cases.models import CaseFile
from gemeente.lib.addresses import address
from gemeente.places.geography import Place, blur
from gemeente.places.models import Theme, Wijk, in_language
from gemeente.questions.models import Question
from initiatives.enums import ENDED, TONES, UNDER_WAY, PlaceKind, Right, Scale, Stage
from initiatives.querysets import InitiativeQuerySet
from wijken.agenda.models import Opgave
from wijken.models import Werkwijze, WijkStage
from wijken.models.ways import LABEL_LENGTH

if TYPE_CHECKING:
    from gemeente.users.models import User
    from initiatives.models.ownership import Consent, Helper

PICTURES = 24  # variations of each drawing
NO_THEME_SCENE = "meeting"
# What an owner says yes to. Migration 0002 has the same list, in this order.
TEXT = ("title", "summary", "own_share", "needs", "place_kind", "place_text")


class Initiative(models.Model):
    """A plan of residents for their street, wijk or town. Its owner keeps the pen, from idea to result."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="initiatives")
    # For whom its people act, as an association; they do so with their own accounts.
    organisation = models.CharField(_("organisatie"), max_length=80, blank=True)
    title = models.CharField(_("titel"), max_length=80)
    slug = models.SlugField(max_length=100, unique=True)
    summary = models.TextField(_("je idee in twee zinnen"), max_length=400)
    own_share = models.TextField(_("wat jullie zelf doen"), max_length=1000, blank=True)
    needs = models.TextField(_("wat nog nodig is"), max_length=1000, blank=True)
    wijk = models.ForeignKey(
        Wijk,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="initiatives",
        verbose_name=_("wijk"),
        help_text=_("leeg betekent: heel Capelle"),
    )
    place_kind = models.CharField(_("soort plek"), max_length=10, choices=PlaceKind, blank=True)
    place_text = models.CharField(_("plek in woorden"), max_length=120, blank=True)
    scale = models.CharField(_("hoe groot het is"), max_length=10, choices=Scale, blank=True)
    # Where exactly. Of a home this is for the people of the case only; its subject has a blurred point.
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="initiatives", verbose_name=_("thema")
    )
    photo = models.OneToOneField(
        "Photo",
        on_delete=models.SET_NULL,
        null=True,
        related_name="shown_by",
        help_text="The one on top",
    )
    scene = models.CharField(_("tekening"), max_length=20, blank=True, help_text=_("leeg: die van het thema"))
    stage = models.CharField(_("fase"), max_length=20, choices=Stage, default=Stage.CONCEPT)
    # By which version of the way of its wijk it goes, and where it stands in that; nothing of these in the common way.
    # Its keys to both are wider than Django knows (migration 0005): the stage is of that version and of its own stage,
    # the version of its own wijk.
    werkwijze = models.ForeignKey(Werkwijze, on_delete=models.PROTECT, null=True, related_name="initiatives")
    wijk_stage = models.ForeignKey(WijkStage, on_delete=models.PROTECT, null=True, related_name="initiatives")
    stage_words = models.CharField(max_length=LABEL_LENGTH, blank=True, help_text="What its wijk calls that, for lists")
    stage_words_en = models.CharField(max_length=LABEL_LENGTH, blank=True)
    outcome = models.TextField(_("resultaat of reden"), max_length=1000, blank=True)
    realised_at = models.DateTimeField(null=True, help_text="When its owner said so")
    people_reached = models.PositiveIntegerField(_("mensen bereikt"), null=True)
    story = models.TextField(_("het hele verhaal"), max_length=6000, blank=True, help_text="Markdown, of a result")
    follow_up = models.TextField(_("hoe het verder gaat"), max_length=1000, blank=True)
    # Kept by the actions of participation and of inquiries; a test recounts them.
    support_count = models.PositiveIntegerField(default=0)
    join_count = models.PositiveIntegerField(default=0)
    inquiry_count = models.PositiveIntegerField(default=0)
    open_inquiry_count = models.PositiveIntegerField(default=0)
    # Kept by the actions of needs and offers; a test recounts them. What is hidden keeps them: ask `public()` too.
    is_open_for_help = models.BooleanField(default=False, help_text="Public, under way, and a need still open")
    needs_line = models.CharField(max_length=160, blank=True, help_text="What it still looks for, for its card")
    given_people = models.PositiveIntegerField(default=0, help_text="Neighbours who came, each of them once")
    given_hours = models.PositiveIntegerField(default=0, help_text="Hours of neighbours, as they came")
    given_goods = models.PositiveIntegerField(default=0, help_text="Goods of neighbours, as they came")
    starts_on = models.DateField(_("wanneer het is"), null=True)
    # Kept by the actions of planning; a test recounts them.
    step_count = models.PositiveSmallIntegerField(default=0)
    steps_done = models.PositiveSmallIntegerField(default=0)
    next_step = models.CharField(max_length=80, blank=True)
    next_step_on = models.DateField(null=True)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, null=True, related_name="initiative")
    case = models.OneToOneField(CaseFile, on_delete=models.PROTECT, null=True, related_name="initiative")
    from_question = models.OneToOneField(
        Question, on_delete=models.PROTECT, null=True, related_name="initiative", help_text="What it grew out of"
    )
    opgave = models.ForeignKey(
        Opgave, on_delete=models.PROTECT, null=True, related_name="initiatives", help_text="What it helps to reach"
    )
    created_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)
    # Written down for its owner by somebody who met her outdoors, or brought over from another site.
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="noted_initiatives"
    )
    reference = models.CharField(max_length=60, null=True, unique=True, help_text="Its name on the site it came from")
    source_url = models.URLField(blank=True)
    source_stage = models.CharField(max_length=20, choices=Stage, blank=True, help_text="Where it stood there")
    has_helpers = models.BooleanField(default=False, help_text="Kept by the actions of helping; spares pages a query")
    heard_at = models.DateTimeField(null=True, help_text="When its owner or her helper last did something")
    quiet_since = models.DateTimeField(null=True, help_text="Several questions stayed without an answer")
    withdrawn_at = models.DateTimeField(null=True, help_text="Its owner took everything away; the row is empty")
    # Names that people chose for this initiative alone, by user id: in the row, so that no page asks for them.
    shown_names = models.JSONField(default=dict, blank=True)
    paused_at = models.DateTimeField(null=True)
    pause_reason = models.CharField(_("waarom het stilligt"), max_length=300, blank=True)
    paused_until = models.DateField(_("wanneer het verdergaat"), null=True)
    pause_reminded_at = models.DateTimeField(null=True, help_text="When its owners heard that the pause is over")
    version_count = models.PositiveIntegerField(default=0, help_text="The number of its last version")

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="initiative_newest", condition=~Q(stage=Stage.CONCEPT)),
            models.Index(
                fields=["wijk", "-published_at", "-id"], name="initiative_wijk", condition=~Q(stage=Stage.CONCEPT)
            ),
            models.Index(
                fields=["theme", "-published_at", "-id"], name="initiative_theme", condition=~Q(stage=Stage.CONCEPT)
            ),
            models.Index(fields=["heard_at"], name="initiative_heard", condition=Q(stage__in=UNDER_WAY)),
            models.Index(
                fields=["paused_until"],
                name="initiative_pause_over",
                condition=Q(paused_until__isnull=False, pause_reminded_at=None),
            ),
            models.Index(
                fields=["is_open_for_help", "-published_at", "-id"],
                name="initiative_open_for_help",
                condition=Q(is_open_for_help=True),
            ),
            models.Index(
                fields=["-support_count", "-published_at", "-id"],
                name="initiative_most_support",
                condition=~Q(stage=Stage.CONCEPT),
            ),
            models.Index(
                fields=["-realised_at", "-id"], name="initiative_realised", condition=Q(realised_at__isnull=False)
            ),
            models.Index(fields=["-heard_at", "-id"], name="initiative_last_news", condition=~Q(stage=Stage.CONCEPT)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="initiative_stage_known"),
            models.CheckConstraint(
                condition=Q(stage=Stage.CONCEPT, published_at=None, subject=None, case=None)
                | (~Q(stage=Stage.CONCEPT) & Q(published_at__isnull=False, subject__isnull=False, case__isnull=False)),
                name="initiative_public_has_subject_and_case",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=[Stage.REALISED, Stage.STOPPED])
                | ~Q(outcome="")
                | Q(withdrawn_at__isnull=False),
                name="initiative_end_has_outcome",
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.CONCEPT)
                | (~Q(own_share="") & ~Q(place_kind=""))
                | Q(withdrawn_at__isnull=False),
                name="initiative_public_is_complete",
            ),
            models.CheckConstraint(
                condition=Q(place_kind="") | Q(place_kind__in=PlaceKind.values), name="initiative_place_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(realised_at=None) | Q(stage=Stage.REALISED), name="initiative_realised_has_moment"
            ),
            models.CheckConstraint(condition=Q(scale="") | Q(scale__in=Scale.values), name="initiative_scale_known"),
            models.CheckConstraint(
                condition=Q(longitude=None, latitude=None)
                | Q(place_kind__in=[PlaceKind.PUBLIC, PlaceKind.HOME], longitude__isnull=False, latitude__isnull=False),
                name="initiative_point_says_whose",
            ),
            models.CheckConstraint(
                condition=Q(source_stage="") | Q(source_stage__in=UNDER_WAY), name="initiative_source_stage_known"
            ),
            models.CheckConstraint(
                condition=Q(quiet_since=None) | Q(stage__in=UNDER_WAY), name="initiative_quiet_is_under_way"
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.CONCEPT) | Q(heard_at__isnull=False), name="initiative_public_was_heard"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None)
                | (
                    ~Q(stage=Stage.CONCEPT)
                    & Q(summary="", own_share="", needs="", outcome="", place_text="", longitude=None, photo=None)
                    & Q(organisation="", shown_names={}, paused_at=None)
                    & Q(needs_line="")
                    & Q(story="", follow_up="")
                ),
                name="initiative_withdrawn_is_empty",
            ),
            models.CheckConstraint(
                condition=Q(paused_at=None, pause_reason="", paused_until=None, pause_reminded_at=None)
                | (Q(paused_at__isnull=False) & ~Q(pause_reason="")),
                name="initiative_pause_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(paused_at=None) | Q(stage__in=UNDER_WAY), name="initiative_pause_is_under_way"
            ),
            models.CheckConstraint(
                condition=Q(is_open_for_help=False) | Q(stage__in=UNDER_WAY, withdrawn_at=None),
                name="initiative_open_for_help_is_under_way",
            ),
            models.CheckConstraint(condition=Q(steps_done__lte=F("step_count")), name="initiative_steps_add_up"),
            models.CheckConstraint(
                condition=Q(wijk_stage=None, stage_words="", stage_words_en="")
                & (Q(werkwijze=None) | ~Q(stage__in=UNDER_WAY))
                | Q(stage__in=UNDER_WAY, werkwijze__isnull=False, wijk_stage__isnull=False) & ~Q(stage_words=""),
                name="initiative_stands_in_its_way",
            ),
            models.CheckConstraint(
                condition=Q(werkwijze=None) | Q(wijk__isnull=False) & ~Q(stage=Stage.CONCEPT),
                name="initiative_way_is_of_a_wijk",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(step_count=0, starts_on=None, next_step=""),
                name="initiative_withdrawn_has_no_plan",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address("initiatives:detail", self.slug)

    @property
    def place_name(self) -> str:
        """The wijk, or the whole town."""
        return self.wijk.name if self.wijk else str(_("Heel Capelle"))

    @property
    def stage_label(self) -> str:
        """Its stage in words, those of its wijk where that has its own."""
        return in_language(self.stage_words, self.stage_words_en) or str(Stage(self.stage).label)

    @property
    def tone(self) -> str:
        """The look of its stage."""
        return TONES[Stage(self.stage)]

    @property
    def path(self) -> str:
        """Its page, without language prefix: also of a concept, which has no subject."""
        with translation.override("nl"):
            return self.get_absolute_url()

    @property
    def versions_url(self) -> str:
        """Its earlier texts."""
        return address("initiatives:versions", self.slug)

    @property
    def participants_path(self) -> str:
        """The owner's page of who joins in, without language prefix."""
        with translation.override("nl"):
            return reverse("initiatives:participants", args=[self.slug])

    @property
    def inquiries_path(self) -> str:
        """The page of questions and answers, without language prefix."""
        with translation.override("nl"):
            return reverse("initiatives:inquiries", args=[self.slug])

    @property
    def helpers_path(self) -> str:
        """The owner's page of who helps her, without language prefix."""
        with translation.override("nl"):
            return reverse("initiatives:helpers", args=[self.slug])

    @property
    def planning_url(self) -> str:
        """The page of its steps."""
        return address("initiatives:planning", self.slug)

    @property
    def planning_path(self) -> str:
        """The page of its steps, without language prefix."""
        with translation.override("nl"):
            return address("initiatives:planning", self.slug)

    @property
    def drawing(self) -> str:
        """The drawing of its theme, a different one for its neighbour in the list."""
        scene = self.scene or (self.theme.scene if self.theme else NO_THEME_SCENE)
        return reverse("places:drawing", args=[scene, self.pk % PICTURES])

    @property
    def picture(self) -> str:
        """What a card shows: the photo, else the drawing."""
        return reverse("initiatives:photo", args=[self.photo_id, "card"]) if self.photo_id else self.drawing

    @property
    def point(self) -> Place | None:
        """Where exactly: for the owner and the people of the case."""
        if self.longitude is None or self.latitude is None:
            return None
        return Place(self.longitude, self.latitude)

    @property
    def public_point(self) -> Place | None:
        """Where, as everybody may know: of a home only roughly."""
        return blur(self.point) if self.point and self.place_kind == PlaceKind.HOME else self.point

    @property
    def is_ended(self) -> bool:
        """Realised or stopped."""
        return self.stage in ENDED

    @property
    def note_number(self) -> str:
        """What stands on the card and the letter of a plan that was written down for its owner."""
        return f"N{timezone.localtime(self.created_at):%Y}-{self.pk:05d}"

    @property
    def text_digest(self) -> str:
        """A fingerprint of what its owner says yes to: another text asks for another yes."""
        parts = [*(getattr(self, name) for name in TEXT), str(self.wijk_id or "")]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()

    # --- Its people ---------------------------------------------------------------------------------------------------
    @property
    def active_helpers(self) -> "list[Helper]":
        """Who has a right on it now. Expects prefetched `helpers` where it has any."""
        return [helper for helper in self.helpers.all() if helper.is_active] if self.has_helpers else []

    @property
    def rights(self) -> dict[int, Right]:
        """What each of `active_helpers` may."""
        return {helper.user_id: Right(helper.right) for helper in self.active_helpers if helper.user_id}

    @property
    def co_owners(self) -> "list[Helper]":
        """Who owns it with its owner."""
        return [helper for helper in self.active_helpers if helper.right == Right.OWNER]

    @property
    def helpers_in_name(self) -> "list[Helper]":
        """Who acts in its owner's name."""
        return [helper for helper in self.active_helpers if helper.right == Right.IN_NAME]

    def name_of(self, user: "User") -> str:
        """How somebody is called here: as she chose for this initiative, else as everywhere. A child has one name.

        The one place that decides. Expects her profile.
        """
        chosen = "" if user.profile.is_young else self.shown_names.get(str(user.pk), "")
        return chosen or user.profile.public_name

    @property
    def owner_name(self) -> str:
        """How its owner is called here."""
        return self.name_of(self.owner)

    @property
    def is_paused(self) -> bool:
        """Its owners let it rest for a while."""
        return self.paused_at is not None

    @property
    def standing_yes(self) -> "Consent | None":
        """The last yes of its owner to the text as it is now. Expects prefetched `consents`."""
        given = [consent for consent in self.consents.all() if consent.is_for(self)] if self.pk else []
        return max(given, key=lambda consent: consent.pk, default=None)
