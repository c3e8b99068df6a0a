"""Who is away today, and who stands in her place. Read once, kept on the user of the request; policies ask."""

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.utils import timezone

from gemeente.accounts.policies import can_be_contact
from gemeente.lib.prepared import prepared

if TYPE_CHECKING:
    from gemeente.cases.models import Absence
    from gemeente.cases.querysets import AbsenceQuerySet
    from gemeente.users.models import User


def absences_today() -> "AbsenceQuerySet":
    """Absences in force today, with who stands in."""
    return absences_in_force(timezone.localdate())


def absences_in_force(day: Any) -> "AbsenceQuerySet":
    """The same on a day."""
    rows = apps.get_model("cases", "Absence")._default_manager.on(day)
    return rows.select_related("stand_in__profile")


absences_on = prepared(absences_in_force)


def absences_for(user: Any) -> "list[Absence]":
    """The same, read once for each user object: a team is small."""
    if not hasattr(user, "_absences"):
        user._absences = absences_on(timezone.localdate())
    return user._absences


def stands_in_for(user: Any) -> frozenset[int]:
    """The absent contact persons whose cases are hers today; for others than contact persons without a query."""
    if not can_be_contact(user):
        return frozenset()
    return frozenset(row.person_id for row in absences_for(user) if row.stand_in_id == user.pk)


def stand_in_of(contact: "User | None", user: Any) -> "User | None":
    """Who stands in the place of a contact person today, for a page of this reader; None when she is there herself."""
    rows = (row for row in absences_for(user) if contact and row.person_id == contact.pk)
    return next((row.stand_in for row in rows if row.stand_in), None)


def forget_stand_ins(user: Any) -> None:
    """Read them again at the next question: they have just changed."""
    user.__dict__.pop("_absences", None)


def away_today() -> set[int]:
    """Contact persons who are not there today."""
    return set(absences_today().values_list("person_id", flat=True))
