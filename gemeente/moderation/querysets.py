"""How reports, hidings, worries and blocks are read."""

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from gemeente.moderation.enums import ReportOutcome
from gemeente.moderation.policies import can_moderate

if TYPE_CHECKING:
    from gemeente.activity.models import Subject
    from gemeente.cases.models import CaseFile
    from gemeente.moderation.models import Block, Hiding, Report, Worry
    from gemeente.users.models import User


def case_people() -> "models.Prefetch[str, Any, str]":
    """The cases of a subject with their people, as policies read who has a part."""
    cases = apps.get_model("cases", "CaseFile")._default_manager.prefetch_related("people")
    return models.Prefetch("subject__cases", cases)


def of_no_part(user: "User | Any") -> Q:
    """Subjects in whose cases a person has no part: nobody judges what is her own or her work."""
    cases = apps.get_model("cases", "CaseFile")._default_manager.filter(subject=OuterRef("subject"))
    return ~Q(Exists(cases.filter(Q(contact_id=user.pk) | Q(people__user_id=user.pk))))


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, user: "User | Any") -> "ReportQuerySet":
        """All for moderators and managers, but for what they have a part in themselves."""
        return self.filter(of_no_part(user)) if can_moderate(user) else self.none()

    def open(self) -> "ReportQuerySet":
        """On which nobody has decided yet."""
        return self.filter(outcome=ReportOutcome.OPEN)

    def same_part(self, report: "Report") -> "ReportQuerySet":
        """Everything that was said of the same part of the same subject."""
        return self.filter(subject=report.subject_id, part=report.part)

    def first_of_part(self) -> "ReportQuerySet":
        """Of the open reports on one part only the oldest, with how many there are (`number`)."""
        open_now = self.model._default_manager.filter(
            outcome=ReportOutcome.OPEN, subject=OuterRef("subject"), part=OuterRef("part")
        )
        older = open_now.filter(pk__lt=OuterRef("pk"))
        number = open_now.order_by().values("part").annotate(n=models.Count("pk")).values("n")
        return self.filter(~Exists(older)).annotate(number=models.Subquery(number))

    def oldest_first(self) -> "ReportQuerySet":
        """Who waits longest comes first."""
        return self.order_by("pk")

    def with_subject(self) -> "ReportQuerySet":
        """With what the desk shows of the subject, and who has a part in its cases."""
        rows = self.select_related("subject__wijk").defer(
            "subject__search", "subject__search_text", "subject__wijk__boundary"
        )
        return rows.prefetch_related(case_people())


class HidingQuerySet(models.QuerySet["Hiding"]):
    def visible_to(self, user: "User | Any") -> "HidingQuerySet":
        """All for moderators and managers, but for what they have a part in themselves."""
        return self.filter(of_no_part(user)) if can_moderate(user) else self.none()

    def active(self) -> "HidingQuerySet":
        """That still hide something."""
        return self.filter(lifted_at=None)

    def owned_by(self, user: "User | Any") -> "HidingQuerySet":
        """Of what somebody owns or helps with, and what she wrote on a page of others."""
        cases = apps.get_model("cases", "CaseFile")._default_manager.filter(subject=OuterRef("subject"))
        return self.filter(Q(writer_id=user.pk) | (Q(writer=None) & Exists(cases.owned_by(user))))

    def parts_of(self, subject_id: int | None) -> frozenset[str]:
        """The codes of what is hidden of a subject now: one query, none without a subject."""
        if subject_id is None:
            return frozenset()
        return frozenset(self.active().filter(subject=subject_id).values_list("part", flat=True))

    def answers_first(self) -> "HidingQuerySet":
        """As a manager reads them: first whose owner answered and waits, then the newest."""
        waits = Q(answered_at__isnull=False, kept_at=None)
        return self.annotate(waits=models.ExpressionWrapper(waits, models.BooleanField())).order_by("-waits", "-pk")

    def with_subject(self) -> "HidingQuerySet":
        """With what pages show of it, and who has a part in its cases."""
        rows = self.select_related("subject__wijk", "ground", "by")
        rows = rows.defer("subject__search", "subject__search_text", "subject__wijk__boundary")
        return rows.prefetch_related(case_people())


class WorryQuerySet(models.QuerySet["Worry"]):
    def about(self, case: "CaseFile | Any") -> "WorryQuerySet":
        """The worries about one case, newest first."""
        return self.filter(case=case).select_related("author__profile", "answered_by__profile").order_by("-pk")

    def with_case(self) -> "WorryQuerySet":
        """With its case, as policies of cases read it."""
        rows = self.select_related(
            "author__profile", "answered_by__profile", "case__subject__wijk", "case__contact__profile"
        )
        people = apps.get_model("cases", "CasePerson")._default_manager.select_related("user__profile")
        return rows.defer("case__subject__wijk__boundary").prefetch_related(models.Prefetch("case__people", people))


class BlockQuerySet(models.QuerySet["Block"]):
    def active(self, now: Any = None) -> "BlockQuerySet":
        """In force now, or at another moment."""
        now = now or timezone.now()
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=now), lifted_at=None, starts_at__lte=now)

    def made_by(self, owner: "User | Any") -> "BlockQuerySet":
        """By one owner, for what is hers."""
        return self.filter(owner_id=owner.pk)

    def pauses(self) -> "BlockQuerySet":
        """Of the whole portal, by a moderator."""
        return self.filter(owner=None)

    def against(self, user: "User | Any | None" = None, email: str = "") -> "BlockQuerySet":
        """Of a person, known by her account or by an address that she gives."""
        met = Q(pk__in=[])
        if user is not None and user.is_authenticated:
            met |= Q(user_id=user.pk)
            email = email or user.email or ""
        if email:
            met |= Q(email=email.lower()) | Q(user__email=email.lower())
        return self.filter(met)
