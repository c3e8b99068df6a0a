"""People and their roles, as managers read them. Reading only."""

import datetime as dt
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone
from django.utils.formats import date_format

from gemeente.accounts.enums import INVITATION_DAYS, SECOND_FACTOR_ROLES, WIJK_ROLES
from gemeente.accounts.models import Invitation, RoleAssignment, RoleType
from gemeente.accounts.policies import can_read_people
from gemeente.users.models import User

CLOSED = "gesloten account"
WIJK_COLUMNS = ("wijk__boundary", "wijk__area_codes", "wijk__introduction", "wijk__introduction_en")


# --- Doors ------------------------------------------------------------------------------------------------------------
def people_visible_to(user: Any) -> QuerySet[User]:
    """Who holds or held a role, for managers; nobody for anybody else. Residents without a role are not in it."""
    if not can_read_people(user):
        return User.objects.none()
    return User.objects.filter(Exists(RoleAssignment.objects.filter(user=OuterRef("pk"))))


def assignments_visible_to(user: Any) -> QuerySet[RoleAssignment]:
    """Every role anybody got, for managers."""
    rows = RoleAssignment.objects.select_related("user", "wijk", "given_by").defer(*WIJK_COLUMNS)
    return rows if can_read_people(user) else rows.none()


def invitations_visible_to(user: Any) -> QuerySet[Invitation]:
    """Every invitation, for managers, newest first."""
    rows = Invitation.objects.select_related("wijk", "invited_by", "accepted_by").defer(*WIJK_COLUMNS)
    return rows.order_by("-sent_at", "-pk") if can_read_people(user) else rows.none()


def with_roles(people: QuerySet[User]) -> QuerySet[User]:
    """With all their roles, oldest first, by name: two queries whatever their number."""
    roles = RoleAssignment.objects.select_related("wijk").defer(*WIJK_COLUMNS).order_by("starts_on", "pk")
    return people.prefetch_related(Prefetch("role_assignments", roles)).order_by("name", "pk")


def rights_on(day: dt.date, user: Any) -> QuerySet[RoleAssignment]:
    """Every role in force on a day, by name, with whether its holder has a second step now."""
    device = Authenticator.objects.filter(user=OuterRef("user"), type=Authenticator.Type.TOTP)
    rows = assignments_visible_to(user).filter(pk__in=RoleAssignment.objects.on(day).values("pk"))
    return rows.annotate(has_second_step=Exists(device)).order_by("user__name", "user", "role", "pk")


# --- Words ------------------------------------------------------------------------------------------------------------
def role_names() -> dict[str, str]:
    """Roles by the names the gemeente uses now."""
    return dict(RoleType.objects.values_list("role", "label"))


def role_choices() -> list[tuple[str, Any]]:
    """Roles to choose from: first those of the whole town, then those of one wijk."""
    names = sorted(role_names().items(), key=lambda pair: pair[1])
    in_wijk = [pair for pair in names if pair[0] in WIJK_ROLES]
    in_town = [pair for pair in names if pair[0] not in WIJK_ROLES]
    return [("", "Kies een rol"), ("Voor de hele stad", in_town), ("In één wijk", in_wijk)]


def name_of(person: User) -> str:
    """How a list calls somebody."""
    return str(person) if person.is_active else CLOSED


def words_of(row: RoleAssignment | Invitation, names: dict[str, str]) -> str:
    """A role with its wijk, as people say it."""
    label = names.get(row.role, row.role)
    return f"{label}, {row.wijk.name}" if row.wijk else label


def dates_of(row: RoleAssignment | Invitation) -> str:
    """From when to when."""
    since = f"vanaf {date_format(row.starts_on)}"
    return f"{since} tot {date_format(row.ends_on)}" if row.ends_on else since


def has_ended(row: RoleAssignment) -> bool:
    """Whether a role counts no longer."""
    return row.ends_on is not None and row.ends_on <= timezone.localdate()


def person_row(person: User, names: dict[str, str]) -> dict[str, Any]:
    """What the list says of somebody."""
    rows = list(person.role_assignments.all())
    return {
        "id": person.pk,
        "name": name_of(person),
        "email": person.email or "",
        "now": [words_of(row, names) for row in rows if not has_ended(row)],
        "before": [words_of(row, names) for row in rows if has_ended(row)],
    }


def role_row(row: RoleAssignment, names: dict[str, str]) -> dict[str, Any]:
    """What the page of somebody says of one role."""
    return {
        "id": row.pk,
        "label": names.get(row.role, row.role),
        "where": row.wijk.name if row.wijk else "hele stad",
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "given_by": giver_of(row),
        "has_ended": has_ended(row),
    }


def giver_of(row: RoleAssignment) -> str:
    """Who gave a role."""
    return name_of(row.given_by) if row.given_by else "opdracht op de server"


def invitation_row(row: Invitation, names: dict[str, str]) -> dict[str, Any]:
    """What the list of invitations says of one."""
    return {
        "id": row.pk,
        "name": row.name or (name_of(row.accepted_by) if row.accepted_by else "vergeten"),
        "email": row.email,
        "role": words_of(row, names),
        "dates": dates_of(row),
        "by": name_of(row.invited_by),
        "sent_at": row.sent_at,
        "state": state_of(row),
        "is_open": row.answered_at is None and row.withdrawn_at is None,
    }


def state_of(row: Invitation) -> str:
    """Where an invitation stands."""
    if row.withdrawn_at:
        return "ingetrokken"
    if row.answered_at:
        return "zei ja" if row.accepted_by_id else "zei nee"
    is_old = row.sent_at <= timezone.now() - dt.timedelta(days=INVITATION_DAYS)
    return "te oud, stuur opnieuw" if is_old else "wacht op antwoord"


RIGHTS_HEADER = (
    *("naam", "e-mailadres", "rol", "wijk", "vanaf", "tot", "gegeven door", "gegeven op"),
    *("laatst ingelogd", "tweede stap"),
)


def rights_row(row: Any, names: dict[str, str]) -> dict[str, Any]:
    """A role in force, as the page shows it."""
    return {
        "name": name_of(row.user),
        "person_id": row.user_id,
        "role": words_of(row, names),
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "given_by": giver_of(row),
        "last_login": row.user.last_login,
        "has_step": row.has_second_step,
        "lacks_step": row.role in SECOND_FACTOR_ROLES and not row.has_second_step,
    }


def rights_cells(row: Any, names: dict[str, str]) -> list[str]:
    """A role in force, for the yearly review; in the order of RIGHTS_HEADER."""
    last_login = row.user.last_login
    return [
        name_of(row.user),
        row.user.email or "",
        names.get(row.role, row.role),
        row.wijk.name if row.wijk else "",
        str(row.starts_on),
        str(row.ends_on or ""),
        giver_of(row),
        str(timezone.localtime(row.given_at).date()),
        str(timezone.localtime(last_login).date()) if last_login else "nooit",
        "ja" if row.has_second_step else "nee",
    ]
