"""The gemeente's side of what a resident asks or undertakes: one case, one contact."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from gemeente.activity.models import Subject
from gemeente.cases.enums import CaseKind, CasePart, CaseState
from gemeente.cases.querysets import CaseFileQuerySet


class CaseFile(models.Model):
    """A promise of the gemeente to stay in touch about a subject, from opening to result."""

    kind = models.CharField(max_length=20, choices=CaseKind)
    state = models.CharField(max_length=20, choices=CaseState, default=CaseState.NEW)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="cases")
    opened_at = models.DateTimeField(default=timezone.now)

    objects = CaseFileQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "opened_at"], name="case_worklist")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CaseState.values), name="case_state_known"),
            models.CheckConstraint(condition=Q(kind__in=CaseKind.values), name="case_kind_known"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """What people read out on the phone: year and sequence."""
        return f"{timezone.localtime(self.opened_at):%Y}-{self.pk:05d}"


class CasePerson(models.Model):
    """Somebody with a part in a case; the app of the noun keeps these rows in step with its owners."""

    case = models.ForeignKey(CaseFile, on_delete=models.CASCADE, related_name="people")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="case_parts")
    part = models.CharField(max_length=20, choices=CasePart)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "user", "part"], name="case_person_once")]

    def __str__(self) -> str:
        return f"{self.case}: {self.user} ({self.part})"
