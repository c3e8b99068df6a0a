"""The gemeente's side of what a resident asks or undertakes: one case, one contact person."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Receipt, Subject
from gemeente.cases.enums import (
    HELD_STATES,
    OPEN_STATES,
    SPOKEN,
    VOICES,
    CaseKind,
    CasePart,
    CaseState,
    CaseStep,
    Means,
)
from gemeente.cases.quarters import words_of_quarter
from gemeente.cases.querysets import AbsenceQuerySet, CaseFileQuerySet, ContactMomentQuerySet
from gemeente.lib.addresses import address
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
    # Her own choice, without a reason: this person is not her contact again.
    unwanted_contact = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    planned_what = models.CharField(max_length=200, blank=True)
    planned_by = models.CharField(max_length=80, blank=True, help_text="Which team or organisation does it")
    planned_quarter = models.DateField(null=True, help_text="The first day of the quarter")

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
            models.CheckConstraint(
                condition=(
                    Q(state=CaseState.PLANNED, planned_quarter__isnull=False, planned_quarter__day=1)
                    & Q(planned_quarter__month__in=[1, 4, 7, 10])
                    & ~Q(planned_what="")
                    & ~Q(planned_by="")
                )
                | (~Q(state=CaseState.PLANNED) & Q(planned_what="", planned_by="", planned_quarter=None)),
                name="case_plan_says_what_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(unwanted_contact=None) | Q(contact=None) | ~Q(contact=models.F("unwanted_contact")),
                name="case_contact_is_not_unwanted",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return address("contact:case", self.pk)

    @property
    def desk_url(self) -> str:
        """The page of this case for civil servants."""
        return address("cases:case", self.pk)

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
    def plan(self) -> str:
        """What is planned, by whom and when, in one line; empty where nothing is."""
        if self.planned_quarter is None:
            return ""
        return f"{self.planned_what} ({self.planned_by}, {self.plan_words})"

    @property
    def plan_words(self) -> str:
        """The quarter in which it is planned, in words."""
        return words_of_quarter(self.planned_quarter) if self.planned_quarter else ""

    @property
    def everybody(self) -> "list[CasePerson]":
        """Everybody on the owner's side, as `with_people()` or `for_worklist()` read them."""
        return self.__dict__.get("people_of_row") or list(self.people.all())

    @property
    def owner_ids(self) -> frozenset[int]:
        """Whose case it is. Expects prefetched `people`."""
        return frozenset(person.user_id for person in self.everybody if person.part == CasePart.OWNER)

    @property
    def voices(self) -> "list[CasePerson]":
        """Who speaks for the owner's side: owners and whom they named for that. Expects prefetched `people`."""
        return [person for person in self.everybody if person.part in VOICES]

    @property
    def voice_ids(self) -> frozenset[int]:
        """The people of `voices`."""
        return frozenset(person.user_id for person in self.voices)

    @property
    def involved_ids(self) -> frozenset[int]:
        """Everybody on the owner's side, who only reads along too: none of them is its contact person."""
        return frozenset(person.user_id for person in self.everybody)

    @property
    def owner(self) -> User:
        """Who asked first; the one the contact person calls. Expects prefetched `people`."""
        return self.first_person.user

    @property
    def contact_way(self) -> str:
        """How the owner wants to be reached."""
        first: Any = self.first_person
        return first.way if hasattr(first, "way") else first.user.profile.contact_way

    @property
    def first_person(self) -> "CasePerson":
        """The part of who asked first."""
        return min((p for p in self.everybody if p.part == CasePart.OWNER), key=lambda person: person.pk)


class CasePerson(models.Model):
    """Somebody with a part in a case; the app of the noun keeps these rows in step with its owners."""

    case = models.ForeignKey(CaseFile, on_delete=models.CASCADE, related_name="people")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="case_parts")
    part = models.CharField(max_length=20, choices=CasePart)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "user", "part"], name="case_person_once")]

    def __str__(self) -> str:
        return f"{self.case}: {self.user} ({self.part})"


class CaseMessage(models.Model):
    """A few lines between owner and contact person, for the two of them; only ever added."""

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_from_owner = models.BooleanField()
    text = models.TextField(max_length=2000)
    receipt = models.OneToOneField(Receipt, on_delete=models.PROTECT, null=True, related_name="+")
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["case", "-created_at"], name="case_message_log")]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_from_owner=True, receipt__isnull=False) | Q(is_from_owner=False, receipt=None),
                name="case_message_of_owner_has_receipt",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="case_message_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.author}"


class Absence(models.Model):
    """A contact person is away from a day until (not including) another; a stand-in acts in her place."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="absences")
    stand_in = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="stands_in"
    )
    starts_on = models.DateField(_("vanaf"))
    ends_on = models.DateField(_("tot"), null=True)
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["stand_in"], name="absence_stand_in", condition=Q(stand_in__isnull=False))]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")), name="absence_ends_after_start"
            ),
            models.CheckConstraint(condition=~Q(stand_in=models.F("person")), name="absence_stand_in_is_another"),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.starts_on})"


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
    # Who has the case from then on, where it changed hands.
    successor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(max_length=1000, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["case", "-created_at"], name="case_change_log")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name__in=[CaseStep.CLOSE, CaseStep.UNREACHED, CaseStep.PLAN]) | ~Q(reason=""),
                name="case_close_has_result",
            ),
            models.CheckConstraint(condition=Q(name__in=CaseStep.values), name="case_change_known"),
            models.CheckConstraint(
                condition=Q(name=CaseStep.HAND_OVER, successor__isnull=False)
                | (~Q(name=CaseStep.HAND_OVER) & Q(successor=None)),
                name="case_hand_over_names_successor",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.source} - {self.target}"
