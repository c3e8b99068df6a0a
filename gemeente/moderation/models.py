"""The brakes: what people report, what is hidden and why, worries of neighbours, and who is blocked."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gemeente.activity.models import Entry, Receipt, Subject
from gemeente.cases.enums import VOICES
from gemeente.cases.models import CaseFile
from gemeente.moderation.enums import ReportOutcome, ReportReason
from gemeente.moderation.parts import PART_PATTERN, label_of
from gemeente.moderation.querysets import BlockQuerySet, HidingQuerySet, ReportQuerySet, WorryQuerySet
from gemeente.places.models import in_language


def involved_in(subject: Subject) -> frozenset[int]:
    """Who has a part in the cases of a subject: contact person, owners and helpers. Expects them prefetched."""
    cases = list(subject.cases.all())
    contacts = {case.contact_id for case in cases if case.contact_id}
    return frozenset(contacts | {person.user_id for case in cases for person in case.people.all()})


class HidingGround(models.Model):
    """A law on which the gemeente may hide what a resident wrote; without one it may not."""

    code = models.SlugField("code", unique=True)
    name = models.CharField("naam", max_length=120)
    name_en = models.CharField("naam (Engels)", max_length=120)
    law = models.CharField("wet en artikel", max_length=160)
    position = models.PositiveSmallIntegerField("volgorde")
    ends_on = models.DateField("te kiezen tot", null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = "grond om te verbergen"
        verbose_name_plural = "gronden om te verbergen"

    def __str__(self) -> str:
        return f"{in_language(self.name, self.name_en)} ({self.law})"


class Report(models.Model):
    """Somebody says that a text or photo should not be there. Nobody outside the desk learns that she did, or who.

    What was said stays as it was written; only what came of it is added, and her address goes with her account.
    """

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="reports")
    part = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=10, choices=ReportReason)
    text = models.TextField(max_length=1000, blank=True)
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="reports")
    email = models.EmailField(blank=True, help_text="Of a visitor who wants to hear what came of it")
    receipt = models.OneToOneField(Receipt, on_delete=models.PROTECT, related_name="report")
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    passed_at = models.DateTimeField(null=True)
    passed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    pass_note = models.TextField(max_length=1000, blank=True)
    outcome = models.CharField(max_length=10, choices=ReportOutcome, blank=True, default=ReportOutcome.OPEN)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answer = models.TextField(max_length=1000, blank=True, help_text="Why it stays; the reporter reads this")
    told_at = models.DateTimeField(null=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["subject", "part", "id"], name="report_open", condition=Q(outcome=""))]
        constraints = [
            models.CheckConstraint(condition=Q(part__regex=PART_PATTERN), name="report_part_known"),
            models.CheckConstraint(condition=Q(reason__in=ReportReason.values), name="report_reason_known"),
            models.CheckConstraint(condition=Q(outcome__in=ReportOutcome.values), name="report_outcome_known"),
            models.CheckConstraint(
                condition=Q(outcome="", settled_at=None, settled_by=None, answer="")
                | (~Q(outcome="") & Q(settled_at__isnull=False, settled_by__isnull=False)),
                name="report_settled_by_somebody",
            ),
            models.CheckConstraint(condition=~Q(outcome="left", answer=""), name="report_left_with_reason"),
            models.CheckConstraint(
                condition=Q(passed_at=None, passed_by=None, pass_note="")
                | Q(passed_at__isnull=False, passed_by__isnull=False),
                name="report_passed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"melding {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("moderation:my_report", args=[self.pk])

    @property
    def desk_url(self) -> str:
        """The page of this report for moderators."""
        return reverse("moderation_desk:report", args=[self.pk])

    @property
    def part_label(self) -> str:
        """What it is about, in words."""
        return label_of(self.subject, self.part)

    @property
    def involved_ids(self) -> frozenset[int]:
        """Who has a part in its case and so stays out of it. Expects `with_subject()`."""
        return involved_in(self.subject)


class Hiding(models.Model):
    """A page or a part of it that everybody but who wrote it no longer sees, with the law and the facts.

    What was decided stays as it was written (DSA art. 17); the owner's answer, and what came of that, is added once.
    """

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="hidings")
    part = models.CharField(max_length=60, blank=True)
    ground = models.ForeignKey(HidingGround, on_delete=models.PROTECT, related_name="hidings")
    facts = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="hiding")
    created_at = models.DateTimeField(default=timezone.now)
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="hidden_parts",
        help_text="Whose words they are, where not the owners'",
    )
    answer = models.TextField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    kept_at = models.DateTimeField(null=True)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    keep_reason = models.TextField(max_length=1000, blank=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    lift_reason = models.TextField(max_length=1000, blank=True)

    objects = HidingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "part"], name="hiding_once", condition=Q(lifted_at=None)),
            models.CheckConstraint(condition=Q(part__regex=PART_PATTERN), name="hiding_part_known"),
            models.CheckConstraint(condition=~Q(facts=""), name="hiding_has_facts"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="hiding_answer_complete",
            ),
            models.CheckConstraint(
                condition=Q(keep_reason="", kept_at=None, kept_by=None)
                | (~Q(keep_reason="") & Q(kept_at__isnull=False, kept_by__isnull=False, answered_at__isnull=False)),
                name="hiding_kept_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(lift_reason="", lifted_at=None, lifted_by=None)
                | (~Q(lift_reason="") & Q(lifted_at__isnull=False, lifted_by__isnull=False)),
                name="hiding_lifted_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"verborgen {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("moderation:my_hiding", args=[self.pk])

    @property
    def desk_url(self) -> str:
        """The page of this decision for managers."""
        return reverse("moderation_desk:hiding", args=[self.pk])

    @property
    def path(self) -> str:
        """The owner's page of it, without language prefix."""
        with translation.override("nl"):
            return self.get_absolute_url()

    @property
    def part_label(self) -> str:
        """What is hidden, in words."""
        return label_of(self.subject, self.part)

    @property
    def is_active(self) -> bool:
        """It still hides something."""
        return self.lifted_at is None

    @property
    def owner_ids(self) -> frozenset[int]:
        """Whose text it is: who wrote this part, else who speaks for its owners. Expects `with_subject()`."""
        if self.writer_id:
            return frozenset({self.writer_id})
        people = (person for case in self.subject.cases.all() for person in case.people.all())
        return frozenset(person.user_id for person in people if person.part in VOICES)

    @property
    def involved_ids(self) -> frozenset[int]:
        """Who has a part in its case or wrote this part, and so stays out of it. Expects `with_subject()`."""
        return involved_in(self.subject) | ({self.writer_id} if self.writer_id else set())


class Worry(models.Model):
    """What worries a neighbour, for the owner and the contact person alone. It is no vote: nothing public counts it."""

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="worries")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="worries")
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    text = models.TextField(max_length=2000)
    owner_sees_name = models.BooleanField(default=False)
    receipt = models.OneToOneField(Receipt, on_delete=models.PROTECT, related_name="worry")
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answer_mailed_at = models.DateTimeField(null=True)

    objects = WorryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "worries"
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="worry_says_something"),
            models.CheckConstraint(
                condition=Q(author=None) | Q(email="", name=""), name="worry_author_has_one_address"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="worry_answer_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"zorg {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("moderation:my_worry", args=[self.pk])

    @property
    def path(self) -> str:
        """The page of owner and neighbour, without language prefix."""
        with translation.override("nl"):
            return self.get_absolute_url()

    @property
    def desk_url(self) -> str:
        """The page for the contact person."""
        return reverse("moderation_desk:worry", args=[self.pk])

    @property
    def has_address(self) -> bool:
        """She can be written to."""
        return bool(self.email or (self.author and self.author.is_active and self.author.email))

    @property
    def full_name(self) -> str:
        """Who she is, for the contact person."""
        return (self.author.name if self.author else self.name) or _("Een buur")

    @property
    def name_for_owner(self) -> str:
        """Who she is, for the owner: her name only where she agreed."""
        if not self.owner_sees_name:
            return _("Een buur")
        return (self.author.profile.public_name if self.author else self.name) or _("Een buur")


class Block(models.Model):
    """Somebody who can no longer take part in what is an owner's; without owner: who is silent in public for a while.

    The person is known by her account, or by the address a visitor gave. `label` is the name the owner knew her by.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="blocks_against"
    )
    email = models.EmailField(blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="blocks")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=120)
    reason = models.TextField(max_length=1000, blank=True)
    starts_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, email="") | (Q(user=None) & ~Q(email="")), name="block_of_one_person"
            ),
            models.CheckConstraint(
                condition=Q(owner__isnull=False, ends_at=None)
                | (Q(owner=None, user__isnull=False, ends_at__isnull=False) & ~Q(reason="")),
                name="block_of_portal_has_reason_and_end",
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=models.F("starts_at")), name="block_ends_later"
            ),
            models.CheckConstraint(
                condition=Q(owner=None) | Q(user=None) | ~Q(user=models.F("owner")), name="block_of_somebody_else"
            ),
            models.UniqueConstraint(
                fields=["owner", "user"], name="block_user_once", condition=Q(lifted_at=None, user__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["owner", "email"], name="block_email_once", condition=Q(lifted_at=None, user=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({'portaal' if self.owner_id is None else self.owner_id})"
