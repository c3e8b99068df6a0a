"""What somebody comes to the gemeente with: the simplest thing that has a case."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.cases.models import CaseFile
from gemeente.places.geography import Place
from gemeente.places.models import Wijk
from gemeente.questions.enums import QuestionKind
from gemeente.questions.querysets import QuestionQuerySet


class Question(models.Model):
    """A question, a complaint about a place, somebody who is stuck, or who would rather be called.

    For asker and contact person only, unless she shows it to others: then in words she chose for that.
    """

    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="questions")
    kind = models.CharField(_("soort"), max_length=10, choices=QuestionKind)
    text = models.TextField(_("wat er is"), max_length=2000, blank=True)
    wijk = models.ForeignKey(
        Wijk, on_delete=models.PROTECT, null=True, blank=True, related_name="questions", verbose_name=_("wijk")
    )
    place_text = models.CharField(_("plek in woorden"), max_length=120, blank=True)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    public_title = models.CharField(_("titel voor iedereen"), max_length=80, blank=True)
    public_text = models.TextField(_("tekst voor iedereen"), max_length=1000, blank=True)
    published_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True, help_text="When its asker left and her words were erased")
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, related_name="question")
    case = models.OneToOneField(CaseFile, on_delete=models.PROTECT, related_name="question")
    created_at = models.DateTimeField(default=timezone.now)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["-published_at", "-id"], name="question_newest", condition=Q(published_at__isnull=False)
            ),
            models.Index(
                fields=["wijk", "-published_at", "-id"], name="question_wijk", condition=Q(published_at__isnull=False)
            ),
            models.Index(fields=["asker", "-created_at"], name="question_of_asker"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=QuestionKind.values), name="question_kind_known"),
            models.CheckConstraint(
                condition=Q(kind=QuestionKind.CALLBACK) | ~Q(text="") | Q(forgotten_at__isnull=False),
                name="question_says_something",
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at=None) | Q(text="", place_text="", longitude=None, latitude=None),
                name="question_forgotten_is_empty",
            ),
            models.CheckConstraint(
                condition=Q(longitude=None, latitude=None)
                | Q(
                    longitude__isnull=False,  # with half a point the ranges alone are unknown, which a CHECK lets pass
                    latitude__isnull=False,
                    longitude__range=(3, 8),
                    latitude__range=(50, 54),
                ),
                name="question_point_in_the_netherlands",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None)
                | (~Q(kind=QuestionKind.CALLBACK) & ~Q(public_title="") & ~Q(public_text="")),
                name="question_public_has_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("questions:question", args=[self.pk])

    @property
    def short(self) -> str:
        """The first words, by which its asker knows it; for her eyes and those of the case."""
        return Truncator(" ".join(self.text.split())).chars(60) or str(self.get_kind_display())

    @property
    def point(self) -> Place | None:
        """Where exactly: for the asker and the people of the case."""
        if self.longitude is None or self.latitude is None:
            return None
        return Place(self.longitude, self.latitude)

    @property
    def people_ids(self) -> frozenset[int]:
        """Who has a part in its case: the asker and who helps her. Expects `with_case()`."""
        return frozenset(person.user_id for person in self.case.people.all())
