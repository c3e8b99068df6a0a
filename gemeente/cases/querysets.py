"""How cases are read."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils import timezone

from gemeente.cases.enums import MEANS_FOR, OPEN_STATES, VOICES, CasePart, CaseState
from gemeente.cases.policies import can_read_worklist
from gemeente.cases.stand_ins import stands_in_for

if TYPE_CHECKING:
    from gemeente.cases.models import Absence, CaseFile, ContactMoment
    from gemeente.users.models import User


# Long columns of a subject and its wijk that no page of a case shows.
LONG = ("subject__search", "subject__search_text", "subject__wijk__boundary", "subject__wijk__area_codes")


class CaseFileQuerySet(models.QuerySet["CaseFile"]):
    def visible_to(self, user: "User | Any") -> "CaseFileQuerySet":
        """Every case for civil servants, one's own for anybody else."""
        if can_read_worklist(user):
            return self
        return self.owned_by(user) if user.is_authenticated else self.none()

    def owned_by(self, user: "User | Any") -> "CaseFileQuerySet":
        """Those in which somebody speaks for the owner's side."""
        return self.filter(people__user_id=user.pk, people__part__in=VOICES)

    def of_owner(self, user: "User | Any") -> "CaseFileQuerySet":
        """Her own; those of somebody she helps are not among them."""
        return self.filter(people__user_id=user.pk, people__part=CasePart.OWNER)

    def open(self) -> "CaseFileQuerySet":
        """In which the gemeente still owes something."""
        return self.filter(state__in=OPEN_STATES)

    def unclaimed(self) -> "CaseFileQuerySet":
        """That nobody at the gemeente has."""
        return self.filter(state=CaseState.NEW)

    def planned(self) -> "CaseFileQuerySet":
        """What comes later."""
        return self.filter(state=CaseState.PLANNED)

    def held_by(self, user: "User | Any") -> "CaseFileQuerySet":
        """Open cases of one contact person, and of those in whose place she stands today."""
        return self.open().filter(contact_id__in={user.pk} | stands_in_for(user))

    def closed(self) -> "CaseFileQuerySet":
        """That ended."""
        return self.filter(state=CaseState.CLOSED)

    def longest_silent_first(self) -> "CaseFileQuerySet":
        """As the werkbak shows them: who waits longest for a real contact comes first."""
        return self.order_by("silent_since", "pk")

    def with_people(self) -> "CaseFileQuerySet":
        """With subject, contact person and owners, as pages and policies read them: two queries."""
        rows = self.select_related("subject__wijk", "contact__profile")
        people = apps.get_model("cases", "CasePerson")._default_manager.select_related("user__profile")
        return rows.defer(*LONG).prefetch_related(models.Prefetch("people", people))

    def for_worklist(self) -> "CaseFileQuerySet":
        """With no more than a row of the werkbak shows: fifty of them carry seven rows each."""
        people = apps.get_model("cases", "CasePerson")._default_manager.only("case", "part", "user")
        people = people.annotate(way=models.F("user__profile__contact_way"))
        rows = self.select_related("subject__wijk", "contact").only(
            *("kind", "state", "opened_at", "contact", "began_at", "promised_on", "silent_since", "due_on"),
            *("unwanted_contact", "planned_what", "planned_by", "planned_quarter"),
            *("help_declined_at", "subject__title", "subject__wijk__name", "contact__name"),
        )
        return rows.prefetch_related(models.Prefetch("people", people, to_attr="people_of_row"))


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def on(self, day: dt.date) -> "AbsenceQuerySet":
        """Absences in force on a day; the last day itself no longer counts."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)

    def from_day(self, day: dt.date) -> "AbsenceQuerySet":
        """In force on a day or later."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day))

    def overlapping(self, first: dt.date, last: dt.date | None) -> "AbsenceQuerySet":
        """In force on some day from the first until (not including) the last; no last means for ever."""
        rows = self.from_day(first)
        return rows if last is None else rows.filter(starts_on__lt=last)


class ContactMomentQuerySet(models.QuerySet["ContactMoment"]):
    def newest_first(self) -> "ContactMomentQuerySet":
        """As a log reads."""
        return self.select_related("actor__profile").order_by("-happened_on", "-pk")

    def real(self, case: "CaseFile", way: str) -> "ContactMomentQuerySet":
        """What reached the owner in the way she chose since the case (last) opened, and that she did not deny."""
        means = [str(one) for one in MEANS_FOR[way]]
        since = {"created_at__gte": case.began_at, "happened_on__gte": timezone.localtime(case.began_at).date()}
        return self.filter(case=case, was_reached=True, voided_at=None, means__in=means, **since)
