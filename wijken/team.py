"""The team of a WOP as pages read it: who holds a role there now, with what each does.

The roles say who is in the team; rows of Membership say what she does. Somebody whom a manager gave a role without such
a row is shown as "bestuurslid" or "lid", and a row without its role does not count.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, Min, OuterRef, QuerySet
from django.db.models.functions import JSONObject, Lower
from django.utils.translation import gettext as _

from gemeente.accounts.enums import SELF_RUN_ROLES, Role
from gemeente.accounts.models import RoleAssignment
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.enums import BOARD_FUNCTIONS, OFFICES, Function
from wijken.models import Membership
from wijken.policies import ATTENDS_ONLY

OF_A_BOARD = 50  # people: more is no board
ORDER = {function: place for place, function in enumerate(Function.values)}


@dataclass(frozen=True)
class Doing:
    """One function of somebody, and since when; without a row nobody wrote down when it began."""

    function: Function
    group: str = ""
    since: dt.date | None = None

    @property
    def code(self) -> str:
        """How a form names it."""
        return f"{self.function.value}:{self.group}" if self.group else self.function.value

    @property
    def label(self) -> str:
        """What it is, in words."""
        return f"{self.function.label} {self.group}".strip()


@dataclass(frozen=True)
class TeamMember:
    """Somebody of the team. Who is not in it sees her name only where she agreed to that."""

    user: User
    is_board: bool
    shows_name: bool
    doings: tuple[Doing, ...]

    @property
    def public_name(self) -> str:
        """Her name on the portal, or what she is."""
        if self.shows_name:
            return str(self.user.profile.public_name)
        return _("een bestuurslid") if self.is_board else _("een lid")

    @property
    def name(self) -> str:
        """What people of her own team call her."""
        return str(self.user.profile.public_name)

    @cached_property
    def does(self) -> str:
        """All she does, in words."""
        return ", ".join(doing.label for doing in self.doings)

    @property
    def since(self) -> dt.date | None:
        """Since when she does the first of it."""
        return min((doing.since for doing in self.doings if doing.since), default=None)

    def doing(self, code: str) -> Doing | None:
        """What she does by its code, if she does."""
        return next((doing for doing in self.doings if doing.code == code), None)


def in_team(wijk: Any, day: Any) -> QuerySet[User]:
    """Who is of the WOP of a wijk on a day. Who works for the gemeente or a partner only comes to it."""
    held = RoleAssignment.objects.filter(user=OuterRef("pk")).on(day)
    people = User.objects.filter(Exists(held.filter(wijk=wijk, role__in=sorted(SELF_RUN_ROLES))), is_active=True)
    return people.exclude(Exists(held.filter(role__in=sorted(ATTENDS_ONLY))))


def with_doings(people: QuerySet[User], wijk: Any, day: Any) -> QuerySet[User]:
    """The same people with what `member_of` needs: whether of the board, and what each does."""
    held = RoleAssignment.objects.filter(user=OuterRef("pk"), wijk=wijk, role=Role.WOP_BOARD).on(day)
    rows = Membership.objects.filter(user=OuterRef("pk"), wijk=wijk).on(day).order_by("starts_on", "pk")
    told = JSONObject(function="function", group="group", since="starts_on", shows_name="shows_name")
    return people.select_related("profile").annotate(is_board=Exists(held), rows=ArraySubquery(rows.values(told=told)))


def board_in(wijk: Any, day: Any) -> QuerySet[User]:
    """Who is on the board of a WOP on a day, with what each does."""
    held = RoleAssignment.objects.filter(user=OuterRef("pk"), wijk=wijk, role=Role.WOP_BOARD).on(day)
    people = User.objects.filter(Exists(held), is_active=True)
    attends = RoleAssignment.objects.filter(user=OuterRef("pk"), role__in=sorted(ATTENDS_ONLY)).on(day)
    return with_doings(people.exclude(Exists(attends)), wijk, day).order_by("pk")[:OF_A_BOARD]


def member_of(user: Any) -> TeamMember:
    """Somebody of `with_doings`: a function of the board counts only with its role."""
    counting = [row for row in user.rows if user.is_board or row["function"] not in BOARD_FUNCTIONS]
    doings = [doing_of(row) for row in counting]
    if user.is_board and not any(doing.function in BOARD_FUNCTIONS for doing in doings):
        doings.append(Doing(Function.BOARD))
    shows_name = any(row["shows_name"] for row in counting)
    return TeamMember(user, user.is_board, shows_name, in_order(doings or [Doing(Function.MEMBER)]))


def doing_of(row: dict[str, Any]) -> Doing:
    """One function out of the query."""
    return Doing(Function(row["function"]), row["group"], dt.date.fromisoformat(row["since"]))


def in_order(doings: Iterable[Doing]) -> tuple[Doing, ...]:
    """The chair first; without "lid" for who does more."""
    found = sorted(doings, key=lambda doing: (ORDER[doing.function.value], doing.group))
    return tuple(found[:1] + [doing for doing in found[1:] if doing.function != Function.MEMBER])


def board_of(wijk: Wijk, day: dt.date) -> list[TeamMember]:
    """The board of a WOP on a day, the chair first."""
    return sort_board(board_in(wijk.pk, day))


def sort_board(people: Iterable[User]) -> list[TeamMember]:
    """The board, the chair first."""
    return sorted(map(member_of, people), key=lambda one: (ORDER[one.doings[0].function.value], one.user.pk))


def find_member(wijk: Wijk, user_id: int, day: dt.date) -> TeamMember | None:
    """Somebody of the team by her id, if she is in it on a day."""
    user = with_doings(in_team(wijk.pk, day).filter(pk=user_id), wijk.pk, day).first()
    return member_of(user) if user else None


def vacancies_of(board: Iterable[TeamMember]) -> list[Function]:
    """The offices that nobody holds."""
    held = {doing.function for one in board for doing in one.doings}
    return [function for function in OFFICES if function not in held]


def groups_in(wijk: Wijk, day: dt.date) -> list[dict[str, Any]]:
    """The werkgroepen of a WOP with how many people each has: `name` and `number`, in alphabetical order."""
    held = RoleAssignment.objects.filter(user=OuterRef("user"), wijk=wijk, role__in=sorted(SELF_RUN_ROLES)).on(day)
    rows = Membership.objects.in_wijk(wijk).on(day).filter(Exists(held), function=Function.GROUP)
    counted = rows.annotate(same=Lower("group")).values("same").annotate(name=Min("group"), number=Count("pk"))
    return [{"name": row["name"], "number": row["number"]} for row in counted.order_by("same")]
