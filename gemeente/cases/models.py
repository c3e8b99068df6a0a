"""The gemeente's side of what a resident asks or undertakes: one case, one contact person."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.cases.enums import HELD_STATES, OPEN_STATES, SPOKEN, CaseKind, CasePart, CaseState, CaseStep, Means
from gemeente.cases.querysets import CaseFileQuerySet, ContactMomentQuerySet
from gemeente.users.models import User


class FirstContactTerm(models.Model):
    """Within how many working days the gemeente is in touch for the first time, from a date. A case keeps its own."""

    kind = models.CharField(_("soort zaak"), max_length=20, choices=CaseKind)
    working_days = models.PositiveSmallIntegerField(_("werkdagen"))
    starts_on = models.DateField(_("geldt vanaf"))

    class Meta:
        ordering = ["kind", "-starts_on"]
        verbose_name = "termijn voor het eerste contact"
        verbose_name_plural = "termijnen voor het eerste contact"
        constraints = [
            models.UniqueConstraint(fields=["kind", "starts_on"], name="first_contact_term_once"),
            models.CheckConstraint(
                condition=Q(working_days__gte=1, working_days__lte=60), name="first_contact_term_sensible"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.working_days} werkdagen vanaf {self.starts_on}"


class CaseFile(models.Model):
    """A promise of the gemeente to stay in touch about a subject, from opening to result."""

    kind = models.CharField(max_length=20, choices=CaseKind)
    state = models.CharField(max_length=20, choices=CaseState, default=CaseState.NEW)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="cases")
    opened_at = models.DateTimeField(default=timezone.now)
    contact = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="contact_cases"
    )
    contact_role = models.CharField(max_length=20, blank=True, help_text="The role in which the contact took the case")
    claimed_at = models.DateTimeField(null=True)
    began_at = models.DateTimeField(default=timezone.now, help_text="Opened (again); contact before it is past")
    promised_on = models.DateField(null=True, help_text="Before this day somebody is in touch for the first time")
    silent_since = models.DateTimeField(default=timezone.now, help_text="The last real contact, or the opening")
    due_on = models.DateField(null=True, help_text="The next day by which the gemeente owes contact")
    help_declined_at = models.DateTimeField(null=True)

    objects = CaseFileQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["silent_since", "id"], name="case_open", condition=Q(state__in=OPEN_STATES)),
            models.Index(fields=["silent_since", "id"], name="case_new", condition=Q(state=CaseState.NEW)),
            models.Index(fields=["contact", "silent_since"], name="case_of_contact"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=CaseState.values), name="case_state_known"),
            models.CheckConstraint(condition=Q(kind__in=CaseKind.values), name="case_kind_known"),
            models.CheckConstraint(
                condition=Q(state=CaseState.NEW, contact=None)
                | Q(state__in=HELD_STATES, contact__isnull=False, claimed_at__isnull=False)
                | Q(state=CaseState.CLOSED),
                name="case_has_one_contact",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("contact:case", args=[self.pk])

    @property
    def desk_url(self) -> str:
        """The page of this case for civil servants."""
        return reverse("cases:case", args=[self.pk])

    @property
    def number(self) -> str:
        """What people read out on the phone: year and sequence."""
        return f"{timezone.localtime(self.opened_at):%Y}-{self.pk:05d}"

    @property
    def is_open(self) -> bool:
        """The gemeente still owes something."""
        return self.state in OPEN_STATES

    @property
    def days_late(self) -> int:
        """Calendar days past the day by which contact was due; 0 when nothing is late."""
        if not self.due_on or not self.is_open:
            return 0
        return max((timezone.localdate() - self.due_on).days, 0)

    @property
    def owner_ids(self) -> frozenset[int]:
        """Whose case it is. Expects prefetched `people`."""
        return frozenset(person.user_id for person in self.people.all() if person.part == CasePart.OWNER)

    @property
    def owner(self) -> User:
        """Who asked first; the one the contact person calls. Expects prefetched `people`."""
        return min((p for p in self.people.all() if p.part == CasePart.OWNER), key=lambda person: person.pk).user


class CasePerson(models.Model):
    """Somebody with a part in a case; the app of the noun keeps these rows in step with its owners."""

    case = models.ForeignKey(CaseFile, on_delete=models.CASCADE, related_name="people")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="case_parts")
    part = models.CharField(max_length=20, choices=CasePart)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "user", "part"], name="case_person_once")]

    def __str__(self) -> str:
        return f"{self.case}: {self.user} ({self.part})"


class ContactMoment(models.Model):
    """One time that the contact person was in touch, or tried to be. Only the people of the case read it.

    The row stays as it was written; the owner may void it ("dit klopt niet"), and then it counts for nothing.
    """

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="moments")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    means = models.CharField(max_length=10, choices=Means)
    was_reached = models.BooleanField()
    happened_on = models.DateField()
    note = models.TextField(max_length=1000, blank=True)
    next_on = models.DateField(null=True, help_text="The day of the next contact that was agreed")
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    voided_at = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=400, blank=True)

    objects = ContactMomentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["case", "-created_at"], name="contact_moment_log")]
        constraints = [
            models.CheckConstraint(condition=Q(means__in=Means.values), name="contact_moment_means_known"),
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gte=models.F("happened_on")), name="contact_moment_next_is_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.means} {self.happened_on}"

    @property
    def outcome(self) -> str:
        """What came of it, in a word for the log."""
        if not self.was_reached:
            return str(_("niet gelukt"))
        return str(_("gesproken") if self.means in SPOKEN else _("met antwoord"))

    @property
    def is_voided(self) -> bool:
        """The owner said that this did not happen so."""
        return self.voided_at is not None


class CaseChange(models.Model):
    """One step of a case: who, when, from where to where, and why or with which result. Only ever added."""

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="changes")
    name = models.CharField(max_length=20, choices=CaseStep)
    source = models.CharField(max_length=20, choices=CaseState)
    target = models.CharField(max_length=20, choices=CaseState)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(max_length=1000, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["case", "-created_at"], name="case_change_log")]
        constraints = [
            models.CheckConstraint(condition=~Q(name=CaseStep.CLOSE) | ~Q(reason=""), name="case_close_has_result"),
            models.CheckConstraint(condition=Q(name__in=CaseStep.values), name="case_change_known"),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.source} - {self.target}"
