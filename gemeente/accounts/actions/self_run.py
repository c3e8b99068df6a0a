"""Roles that residents give each other: those of a WOP, by its own actions after their own policy said yes.

Nobody is told from here: the WOP says it in its own words. No other role can be given or ended so.
"""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.actions.roles import excluded_by, log_ended, log_given
from gemeente.accounts.enums import SELF_RUN_ROLES, Role
from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.roles import forget_roles
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User


@transaction.atomic
def write_role(*, user: User, role: Role, wijk: Wijk, actor: User) -> RoleAssignment:
    """Let somebody hold a role of a WOP from today; who holds it, keeps it as it is.

    Raises Refused for a closed account and for what an exclusion forbids, ValueError for any other role.
    """
    if role not in SELF_RUN_ROLES:
        raise ValueError(f"{role} is given by a manager")
    person = User.objects.select_for_update().get(pk=user.pk)
    if not person.is_active:
        raise Refused(_("Dit account is gesloten."))
    today = timezone.localdate()
    rows = RoleAssignment.objects.filter(user=user)
    hers = rows.of_role(role, wijk).order_by("starts_on")
    if held := hers.on(today).first():
        return held
    later = hers.filter(starts_on__gt=today).exclude(ends_on=F("starts_on")).first()
    ends_on = later.starts_on if later else None
    if reason := excluded_by(rows.overlapping(today, ends_on), role, today, ends_on):
        raise Refused(reason)
    # Taken back earlier today: the same row counts again.
    assignment, _is_new = RoleAssignment.objects.update_or_create(
        user=user, role=role, wijk=wijk, starts_on=today, defaults={"ends_on": ends_on, "given_by": actor}
    )
    forget_roles(user)
    log_given(assignment, actor)
    return assignment


@transaction.atomic
def stop_role(*, user: User, role: Role, wijk: Wijk, actor: User) -> int:
    """Let a role of a WOP end today, also where it would begin later; returns how many rows ended. Rows stay.

    Raises ValueError for any other role.
    """
    if role not in SELF_RUN_ROLES:
        raise ValueError(f"{role} is ended by a manager")
    User.objects.select_for_update().get(pk=user.pk)
    today = timezone.localdate()
    rows = RoleAssignment.objects.filter(user=user).of_role(role, wijk).overlapping(today, None).select_related("user")
    for assignment in rows:
        before, assignment.ends_on = assignment.ends_on, max(today, assignment.starts_on)
        assignment.save(update_fields=["ends_on"])
        log_ended(assignment, before, actor)
    forget_roles(user)
    return len(rows)
