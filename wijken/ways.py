"""Reading the werkwijze of a wijk: the version in force, its rules, and how many people may vote."""

import datetime as dt

from django.db.models import QuerySet
from django.utils import timezone

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.models import DecisionRule, WayKind, WayState, Werkwijze, WijkStage
from wijken.policies import ATTENDS_ONLY
from wijken.voting import Voters


def way_in_force(wijk_id: int | None) -> Werkwijze | None:
    """The last published version of a wijk; None for one that works in the common way, and for the whole town."""
    if wijk_id is None:
        return None
    return Werkwijze.objects.of_wijk(wijk_id).published().first()


def first_stage_in_force(wijk_id: int | None, common: str) -> WijkStage | None:
    """Where something of a common stage begins in the way in force of a wijk; None in the common way: one query."""
    if wijk_id is None:
        return None
    rows = WijkStage.objects.filter(werkwijze__wijk=wijk_id, werkwijze__state=WayState.PUBLISHED, common=common)
    return rows.order_by("-werkwijze__number", "position").first()  # each version has one of each


def first_stage_of(way_id: int | None, common: str) -> WijkStage | None:
    """The first stage of a common one in a version; None in the common way."""
    if way_id is None:
        return None
    return WijkStage.objects.filter(werkwijze=way_id, common=common).order_by("position").first()


def common_way() -> Werkwijze:
    """How a wijk works that chose nothing. Raises Werkwijze.DoesNotExist before `load_reference`."""
    return Werkwijze.objects.with_parts().get(kind=WayKind.COMMON)


def way_of(wijk_id: int) -> Werkwijze:
    """How a wijk works now, with its parts: its own way, or else the common one."""
    rows = Werkwijze.objects.with_parts()
    return rows.of_wijk(wijk_id).published().first() or common_way()


def rule_of(wijk: Wijk, matter: str) -> DecisionRule:
    """How the WOP of a wijk decides about a matter (voting.Matter) now: by its own rule, or else by the common one.

    A row of a published version: it never changes, so a vote may keep the rule it began under by its key.
    """
    rules = DecisionRule.objects.filter(matter=matter)
    way = way_in_force(wijk.pk)
    if way is not None:
        return rules.get(werkwijze=way)
    return rules.get(werkwijze__kind=WayKind.COMMON)


def voters_of(wijk: Wijk, voters: str, day: dt.date | None = None) -> QuerySet[User]:
    """The people who may vote in a wijk: its board, or all its members with the board. Nobody who only attends."""
    today = day or timezone.localdate()
    roles = [Role.WOP_BOARD] if voters == Voters.BOARD else [Role.WOP_BOARD, Role.WOP_MEMBER]
    rows = RoleAssignment.objects.on(today)
    attending = rows.filter(role__in=ATTENDS_ONLY)
    held = rows.filter(role__in=roles, wijk=wijk)
    people = User.objects.filter(is_active=True, pk__in=held.values("user_id"))
    return people.exclude(pk__in=attending.values("user_id")).order_by("pk")
