"""What neighbours ask the owners in public."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.models.initiative import Initiative
from initiatives.querysets import InquiryQuerySet


class Inquiry(models.Model):
    """A neighbour's question to the owners and their one answer, for everybody to read.

    Not a `Question`, which goes to the gemeente. The question is its asker's: she can take it away, and the answer,
    which leans on it, goes along.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="inquiries")
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="inquiries")
    text = models.TextField(_("vraag"), max_length=500)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("antwoord"), max_length=2000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    in_name_of = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    revised_at = models.DateTimeField(null=True, help_text="When the answer was last changed")

    objects = InquiryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "inquiries"
        indexes = [models.Index(fields=["initiative", "-asked_at", "-id"], name="inquiry_newest")]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="inquiry_says_something"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None, in_name_of=None, revised_at=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="inquiry_answer_complete",
            ),
            models.CheckConstraint(
                condition=Q(revised_at=None) | Q(revised_at__gte=F("answered_at")), name="inquiry_revised_after_answer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.text[:40]}"

    @property
    def is_answered(self) -> bool:
        """The owners said something."""
        return self.answered_at is not None

    @property
    def anchor(self) -> str:
        """Its place on the page of questions."""
        return f"vraag-{self.pk}"
