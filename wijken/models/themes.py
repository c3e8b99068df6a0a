"""What a wijk calls its own themes."""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.places.models import Theme, Wijk


class WijkThemeQuerySet(models.QuerySet["WijkTheme"]):
    def on(self, day: dt.date) -> "WijkThemeQuerySet":
        """Those that can be chosen on a day."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gt=day))

    def of(self, wijk: Wijk) -> "WijkThemeQuerySet":
        """Those of one wijk, in its own order."""
        return self.filter(wijk=wijk).order_by("position", "pk")


class WijkTheme(models.Model):
    """A theme in the words of a wijk, from a day until (not including) another; it may lean on a theme of the town."""

    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, related_name="themes")
    name = models.CharField(_("naam"), max_length=40)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
    starts_on = models.DateField(default=timezone.localdate)
    ends_on = models.DateField(null=True, blank=True)

    objects = WijkThemeQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["wijk", "name", "starts_on"], name="wijk_theme_once"),
            models.CheckConstraint(condition=~Q(name=""), name="wijk_theme_has_name"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="wijk_theme_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.name
