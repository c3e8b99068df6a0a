"""Documents of a wijk: what its WOP shows everybody, on the page of the wijk or with something that lies there."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.places.models import Wijk


class WijkDocumentQuerySet(models.QuerySet["WijkDocument"]):
    def checked(self) -> "WijkDocumentQuerySet":
        """Those of which the file was found harmless: nothing else is ever given to anybody."""
        return self.filter(checked_at__isnull=False)

    def public(self) -> "WijkDocumentQuerySet":
        """What everybody may have: not where what it belongs to is not public, or hidden."""
        return self.checked().filter(Q(subject=None) | Q(subject__is_public=True))

    def of_page(self) -> "WijkDocumentQuerySet":
        """What stands on the page of the wijk itself."""
        return self.filter(subject=None)


class WijkDocument(models.Model):
    """A PDF of a wijk, or of a subject that lies there (a meeting, an opgave). Unchecked it is given to nobody."""

    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, related_name="documents")
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, null=True, related_name="wijk_documents")
    key = models.UUIDField(default=uuid.uuid4, primary_key=True, editable=False)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("titel"), max_length=80)
    name = models.CharField(max_length=100, help_text="As it is saved by who downloads it")
    file = models.FileField(upload_to="documents")
    size = models.PositiveIntegerField(help_text="Bytes")
    checked_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = WijkDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "key"]
        constraints = [
            models.CheckConstraint(condition=Q(name__endswith=".pdf"), name="wijk_document_is_pdf"),
            models.CheckConstraint(condition=~Q(title=""), name="wijk_document_has_title"),
        ]
        indexes = [models.Index(fields=["wijk", "-created_at"], name="wijk_document_newest")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where it is downloaded."""
        return reverse("wijken:document", args=[self.key])
