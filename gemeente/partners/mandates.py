"""For whom somebody may speak today: read once, kept on the user object of the request, asked by policies."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from gemeente.accounts.enums import STAFF_ROLES
from gemeente.accounts.roles import has_any_role
from gemeente.lib.prepared import prepared
from gemeente.partners.enums import OrganisationKind
from gemeente.partners.models import Mandate
from gemeente.users.models import User


@dataclass(frozen=True)
class HeldMandate:
    """What somebody may do today in the name of one organisation."""

    organisation_id: int
    name: str
    is_gemeente: bool
    may_sign: bool
    may_promise: bool


@prepared
def mandates_on(user: Any, day: Any) -> QuerySet[Any, Any]:
    """The mandates of somebody on a day."""
    rows = Mandate.objects.filter(user=user).on(day).order_by("organisation__name")
    return rows.values_list("organisation_id", "organisation__name", "organisation__kind", "may_sign", "may_promise")


def held_mandates(user: Any, today: dt.date | None = None) -> tuple[HeldMandate, ...]:
    """The mandates of a person today, by name: one query for each user object, none for a visitor.

    For the gemeente speaks only who works there: without a staff role a mandate for it says nothing.
    """
    if not user.is_authenticated or not user.is_active:
        return ()
    if not hasattr(user, "_held_mandates"):
        found = []
        for organisation_id, name, kind, may_sign, may_promise in mandates_on(user.pk, today or timezone.localdate()):
            is_gemeente = kind == OrganisationKind.GEMEENTE
            if not is_gemeente or has_any_role(user, *STAFF_ROLES):
                found.append(HeldMandate(organisation_id, name, is_gemeente, may_sign, may_promise))
        user._held_mandates = tuple(found)
    return tuple(user._held_mandates)


def forget_mandates(user: Any) -> None:
    """Read the mandates again at the next question: they have just changed."""
    user.__dict__.pop("_held_mandates", None)


def holders_of(organisation_id: int) -> QuerySet[User]:
    """Active people who hold a mandate for an organisation today."""
    rows = Mandate.objects.filter(organisation_id=organisation_id).on(timezone.localdate())
    return User.objects.filter(pk__in=rows.values("user_id"), is_active=True).order_by("pk")


def holders_of_gemeente() -> QuerySet[User]:
    """Active people who may speak for the gemeente today, by their mandate."""
    rows = Mandate.objects.filter(organisation__kind=OrganisationKind.GEMEENTE).on(timezone.localdate())
    return User.objects.filter(pk__in=rows.values("user_id"), is_active=True).order_by("pk")
