"""Which roles a person holds today: read once, kept on the user object of the request, asked by policies."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment, RoleType
from gemeente.accounts.querysets import RoleAssignmentQuerySet
from gemeente.lib.prepared import prepared
from gemeente.lib.site_version import kept_setting
from gemeente.places.models import Wijk
from gemeente.users.models import User


@dataclass(frozen=True)
class HeldRole:
    """A role that counts now, in one wijk or (None) in the whole town."""

    role: str
    wijk_id: int | None


@prepared
def roles_on(user: Any, day: Any) -> QuerySet[Any, Any]:
    """Role and wijk of each role of somebody on a day."""
    return RoleAssignment.objects.filter(user=user).on(day).values_list("role", "wijk_id")


def held_roles(user: Any, today: dt.date | None = None) -> frozenset[HeldRole]:
    """The roles of a person today: one query for each user object, none for a visitor."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    if not hasattr(user, "_held_roles"):
        user._held_roles = frozenset(HeldRole(*row) for row in roles_on(user.pk, today or timezone.localdate()))
    return user._held_roles


def forget_roles(user: Any) -> None:
    """Read the roles again at the next question: they have just changed."""
    user.__dict__.pop("_held_roles", None)


def has_any_role(user: Any, *roles: Role) -> bool:
    """Whether a person holds one of these roles anywhere."""
    return any(held.role in roles for held in held_roles(user))


def people_with_role(role: Role, wijk: Wijk | None = None) -> QuerySet[User]:
    """Active people who hold a role today, if a wijk is given in that wijk."""
    return people_in(RoleAssignment.objects.of_role(role, wijk))


def people_in(rows: RoleAssignmentQuerySet) -> QuerySet[User]:
    """Active people who hold one of these assignments today."""
    rows = rows.on(timezone.localdate())
    return User.objects.filter(pk__in=rows.values("user_id"), is_active=True).order_by("pk")


def role_label(role: str) -> str:
    """The name of a role as the gemeente uses it now, in the language of the page; empty for none."""
    if not role:
        return ""
    labels = kept_setting("role_labels", lambda: {row.role: row for row in RoleType.objects.all()})
    return str(labels.get(role, role))
