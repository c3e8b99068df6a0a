"""News of the owners."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from gemeente.lib.markdown import to_html
from initiatives.models.initiative import Initiative


class Update(models.Model):
    """News of the owners, in their own words."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="updates")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    in_name_of = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    title = models.CharField(_("titel"), max_length=80)
    text = models.TextField(_("nieuws"), max_length=2000)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["initiative", "-created_at"], name="update_newest")]

    def __str__(self) -> str:
        return self.title

    @property
    def html(self) -> SafeString:
        """Its text as a page shows it, under a title of the third level."""
        return to_html(self.text, 4)

    @property
    def author_name(self) -> str:
        """How who wrote it is called here."""
        return self.initiative.name_of(self.author)

    @property
    def owner_name(self) -> str:
        """In whose name it is, where that is somebody else."""
        return self.initiative.name_of(self.in_name_of) if self.in_name_of else ""
