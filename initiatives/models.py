"""What residents undertake."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.cases.models import CaseFile
from gemeente.places.models import Theme, Wijk
from initiatives.enums import TONES, Stage
from initiatives.querysets import InitiativeQuerySet

PICTURES = 24  # variations of each drawing


class Initiative(models.Model):
    """A plan of residents for their street, wijk or town. Its owner keeps the pen, from idea to result."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="initiatives")
    title = models.CharField(_("titel"), max_length=80)
    slug = models.SlugField(max_length=100, unique=True)
    summary = models.TextField(_("je idee in twee zinnen"), max_length=400)
    own_share = models.TextField(_("wat jullie zelf doen"), max_length=1000)
    wijk = models.ForeignKey(
        Wijk,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="initiatives",
        verbose_name=_("wijk"),
        help_text=_("leeg betekent: heel Capelle"),
    )
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="initiatives", verbose_name=_("thema"))
    scene = models.CharField(_("tekening"), max_length=20, blank=True, help_text=_("leeg: die van het thema"))
    stage = models.CharField(_("fase"), max_length=20, choices=Stage, default=Stage.CONCEPT)
    outcome = models.TextField(_("resultaat of reden"), max_length=1000, blank=True)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, null=True, related_name="initiative")
    case = models.OneToOneField(CaseFile, on_delete=models.PROTECT, null=True, related_name="initiative")
    created_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)

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
        ]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="initiative_stage_known"),
            models.CheckConstraint(
                condition=Q(stage=Stage.CONCEPT, published_at=None, subject=None, case=None)
                | (~Q(stage=Stage.CONCEPT) & Q(published_at__isnull=False, subject__isnull=False, case__isnull=False)),
                name="initiative_public_has_subject_and_case",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=[Stage.REALISED, Stage.STOPPED]) | ~Q(outcome=""),
                name="initiative_end_has_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("initiatives:detail", args=[self.slug])

    @property
    def place_name(self) -> str:
        """The wijk, or the whole town."""
        return self.wijk.name if self.wijk else str(_("Heel Capelle"))

    @property
    def tone(self) -> str:
        """The look of its stage."""
        return TONES[Stage(self.stage)]

    @property
    def picture(self) -> str:
        """The drawing of its theme, a different one for its neighbour in the list."""
        return reverse("places:drawing", args=[self.scene or self.theme.scene, self.pk % PICTURES])
