"""What stood there before: a version for each change of substance, so that nobody is overtaken by a new text."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from gemeente.places.models import Theme, Wijk
from initiatives.enums import PlaceKind
from initiatives.models.initiative import Initiative
from initiatives.querysets import VersionQuerySet

# What a version keeps. Where exactly a home is never stands among it.
SUBSTANCE = ("title", "summary", "own_share", "needs", "place_text", "wijk", "theme", "organisation")


class Version(models.Model):
    """The text of an initiative as it stood from a moment on. The database keeps it as it was written."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    in_name_of = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    title = models.CharField(max_length=80)
    summary = models.TextField(max_length=400)
    own_share = models.TextField(max_length=1000, blank=True)
    needs = models.TextField(max_length=1000, blank=True)
    place_kind = models.CharField(max_length=10, choices=PlaceKind, blank=True, help_text="Whose place the text is of")
    place_text = models.CharField(max_length=120, blank=True, help_text="Emptied once it turns out to be a home")
    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, null=True, related_name="+")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, related_name="+")
    organisation = models.CharField(max_length=80, blank=True)
    changed = ArrayField(models.CharField(max_length=20), default=list, help_text="What differs from the one before")
    told_at = models.DateTimeField(null=True, help_text="When who follows it heard of it")

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["initiative", "number"], name="version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_counts_from_one"),
        ]
        indexes = [
            models.Index(fields=["initiative"], name="version_untold", condition=Q(told_at=None, number__gt=1)),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.number}"

    @property
    def author_name(self) -> str:
        """How who wrote it is called here."""
        return self.initiative.name_of(self.author)

    @property
    def owner_name(self) -> str:
        """In whose name it was written, where that is somebody else."""
        return self.initiative.name_of(self.in_name_of) if self.in_name_of else ""
