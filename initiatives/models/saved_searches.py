"""What somebody keeps looking for, and what was found for her."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Pace
from gemeente.places.models import Theme, Wijk
from initiatives.enums import PUBLIC_STAGES, NeedKind, Scale, Stage
from initiatives.models.initiative import Initiative
from initiatives.querysets import SavedSearchQuerySet


class SavedSearch(models.Model):
    """Choices of the list under a name. The choices are columns, so that what is new finds its readers by index."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(_("naam"), max_length=80)
    words = models.CharField(max_length=100, blank=True)
    parts = ArrayField(models.CharField(max_length=100), default=list, help_text="What a title may hold inside a word")
    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, null=True, related_name="+")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, null=True, related_name="+")
    stage = models.CharField(max_length=20, blank=True)
    need = models.CharField(max_length=10, blank=True)
    scale = models.CharField(max_length=10, blank=True)
    has_place = models.BooleanField(default=False)
    is_open_for_help = models.BooleanField(default=False)
    pace = models.CharField(_("hoe vaak"), max_length=10, choices=Pace, default=Pace.DAILY)
    paused_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    mailed_at = models.DateTimeField(null=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "saved searches"
        indexes = [
            models.Index(fields=["user", "-created_at"], name="saved_search_of_person"),
            models.Index(fields=["wijk", "theme"], name="saved_search_looks_for", condition=Q(paused_at=None)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(pace__in=Pace.values), name="saved_search_pace_known"),
            models.CheckConstraint(
                condition=Q(stage="") | Q(stage__in=PUBLIC_STAGES), name="saved_search_stage_public"
            ),
            models.CheckConstraint(condition=Q(need="") | Q(need__in=NeedKind.values), name="saved_search_need_known"),
            models.CheckConstraint(condition=Q(scale="") | Q(scale__in=Scale.values), name="saved_search_scale_known"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def choices(self) -> dict[str, str]:
        """The choices as the address of the list has them."""
        chosen = {
            "zoek": self.words,
            "wijk": self.wijk.slug if self.wijk else "",
            "thema": self.theme.code if self.theme else "",
            "fase": self.stage,
            "nodig": self.need,
            "schaal": self.scale,
            "hulp": "ja" if self.is_open_for_help else "",
            "plek": "ja" if self.has_place else "",
        }
        return {name: value for name, value in chosen.items() if value}

    @property
    def list_url(self) -> str:
        """The list with these choices, in the language of the page."""
        return f"{reverse('initiatives:list')}?{urlencode(self.choices)}"

    @property
    def in_words(self) -> list[str]:
        """The choices as people read them."""
        said = [f"\N{LEFT DOUBLE QUOTATION MARK}{self.words}\N{RIGHT DOUBLE QUOTATION MARK}" if self.words else ""]
        said += [str(one) for one in (self.wijk, self.theme) if one]
        said += [str(kind(value).label) for kind, value in self._enums() if value]
        said += [str(_("Zoekt hulp"))] if self.is_open_for_help else []
        said += [str(_("Staat op de kaart"))] if self.has_place else []
        return [one for one in said if one]

    def _enums(self) -> tuple[tuple[type[models.TextChoices], str], ...]:
        return ((Stage, self.stage), (NeedKind, self.need), (Scale, self.scale))


class SavedHit(models.Model):
    """An initiative that a saved search found, once and for all: nobody hears of it twice."""

    search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="hits")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="+")
    found_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["search", "initiative"], name="saved_hit_once")]
        indexes = [models.Index(fields=["search", "-id"], name="saved_hit_untold", condition=Q(told_at=None))]

    def __str__(self) -> str:
        return f"{self.search}: {self.initiative}"
