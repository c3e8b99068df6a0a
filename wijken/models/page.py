"""The page of a wijk as its WOP arranges it, in versions: a welcome, and what stands where under which heading."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.places.models import Wijk


class PageState(models.TextChoices):
    """A draft is for the board; what was published never changes."""

    DRAFT = "draft", _("Concept")
    PUBLISHED = "published", _("Online")


class WijkPageQuerySet(models.QuerySet["WijkPage"]):
    def of_wijk(self, wijk_id: int) -> "WijkPageQuerySet":
        """Those of one wijk, the newest first."""
        return self.filter(wijk=wijk_id).order_by("-number")

    def published(self) -> "WijkPageQuerySet":
        """What visitors see or saw; never a draft."""
        return self.filter(state=PageState.PUBLISHED)

    def drafts(self) -> "WijkPageQuerySet":
        """What the board is working on."""
        return self.filter(state=PageState.DRAFT)


class WijkPage(models.Model):
    """One version of the page of a wijk. Without one its page has the common order.

    `sections` is a list of {"key", "title", "text", "is_shown"} in order (wijken.sections); an empty title is the
    common one. `version` counts the changes of a draft, so that two people of a board do not undo each other.
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, related_name="pages")
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=PageState, default=PageState.DRAFT)
    version = models.PositiveIntegerField(default=1)
    welcome = models.TextField(_("welkom"), max_length=1_000, blank=True)
    sections = models.JSONField(default=list)
    created_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = WijkPageQuerySet.as_manager()

    class Meta:
        ordering = ["wijk", "-number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=PageState.DRAFT, published_at=None, published_by=None)
                | Q(state=PageState.PUBLISHED, published_at__isnull=False),
                name="wijk_page_published_has_a_moment",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="wijk_page_number_counts_from_one"),
            models.UniqueConstraint(fields=["wijk", "number"], name="wijk_page_number_once"),
            models.UniqueConstraint(fields=["wijk"], condition=Q(state=PageState.DRAFT), name="wijk_page_one_draft"),
        ]

    def __str__(self) -> str:
        return f"{self.wijk} ({self.number})"

    @property
    def is_published(self) -> bool:
        """What visitors see, or once saw."""
        return self.state == PageState.PUBLISHED
