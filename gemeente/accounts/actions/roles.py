"""Giving and ending roles."""

import datetime as dt

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.actions.people import person_at, register_person
from gemeente.accounts.enums import WIJK_ROLES, Role
from gemeente.accounts.models import RoleAssignment, RoleExclusion
from gemeente.accounts.notices import ROLE_ENDED_NOTICE, ROLE_GIVEN_NOTICE, tell_holder
from gemeente.accounts.policies import can_assign_role, can_end_role
from gemeente.accounts.querysets import RoleAssignmentQuerySet
from gemeente.accounts.roles import forget_roles
from gemeente.accounts.verbs import ROLE_ENDED, ROLE_GIVEN, SECOND_STEP_RESET
from gemeente.activity.actions import record
from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused
from gemeente.lib.open_work import Left, left_behind
from gemeente.places.models import Wijk
from gemeente.users.models import User


@transaction.atomic
def assign_role(
    *, user: User, role: Role, wijk: Wijk | None, starts_on: dt.date, ends_on: dt.date | None = None, actor: User | None
) -> RoleAssignment:
    """Let a person play a part from a day until (not including) another. No actor means a command of the operator.

    Raises Refused for a role given to oneself or by somebody who may not, dates that run backwards, a wijk that is
    missing or superfluous, a role she has already then, and what an exclusion forbids (design.md section 3).
    """
    # Two managers at once: the second waits for this row and then sees what the first gave.
    person = User.objects.select_for_update().get(pk=user.pk)
    if refusal := refusal_of_role(user=person, role=role, wijk=wijk, starts_on=starts_on, ends_on=ends_on, actor=actor):
        raise Refused(refusal)
    assignment = RoleAssignment.objects.create(
        user=user, role=role, wijk=wijk, starts_on=starts_on, ends_on=ends_on, given_by=actor
    )
    forget_roles(user)
    tell_holder(log_given(assignment, actor), ROLE_GIVEN_NOTICE)
    return assignment


def log_given(assignment: RoleAssignment, actor: User | None) -> Entry:
    """Write down that somebody got a role."""
    given = {name: (None, getattr(assignment, name)) for name in ("role", "wijk", "starts_on", "ends_on")}
    return record(actor=actor, verb=ROLE_GIVEN, person=assignment.user, changes=given)


def log_ended(assignment: RoleAssignment, before: dt.date | None, actor: User | None) -> Entry:
    """Write down that somebody's role ends, and on which day it would have."""
    kept = {name: (getattr(assignment, name), getattr(assignment, name)) for name in ("role", "wijk")}
    changes = {**kept, "ends_on": (before, assignment.ends_on)}
    return record(actor=actor, verb=ROLE_ENDED, person=assignment.user, changes=changes)


def refusal_of_role(
    *, user: User, role: Role, wijk: Wijk | None, starts_on: dt.date, ends_on: dt.date | None, actor: User | None
) -> str | None:
    """Why this role cannot be given, in one sentence; None when it can."""
    if actor == user:
        return _("Je kunt jezelf geen rol geven. Vraag het een andere beheerder.")
    if actor and not can_assign_role(actor):
        return _("Alleen een beheerder kan een rol geven.")
    if not user.is_active:
        return _("Dit account is gesloten.")
    if fault := fault_of_dates(starts_on, ends_on) or fault_of_wijk(role, wijk):
        return fault
    held = RoleAssignment.objects.filter(user=user).overlapping(starts_on, ends_on)
    if held.filter(role=role, wijk=wijk).exists():
        return _("Deze persoon heeft deze rol al in die tijd.")
    return excluded_by(held, role, starts_on, ends_on)


def fault_of_dates(starts_on: dt.date, ends_on: dt.date | None) -> str | None:
    """What is wrong with the days of a role, whoever would hold it."""
    return _("De laatste dag moet na de eerste dag liggen.") if ends_on and ends_on <= starts_on else None


def fault_of_wijk(role: Role, wijk: Wijk | None) -> str | None:
    """What is wrong with the wijk of a role, whoever would hold it."""
    if role in WIJK_ROLES and wijk is None:
        return _("Deze rol hoort bij een wijk. Kies de wijk.")
    if role not in WIJK_ROLES and wijk is not None:
        return _("Deze rol geldt voor de hele stad. Laat de wijk leeg.")
    return None


def excluded_by(held: RoleAssignmentQuerySet, role: Role, starts_on: dt.date, ends_on: dt.date | None) -> str | None:
    """The reason of the first exclusion between a role and what a person holds in the same days, if there is one."""
    exclusions = RoleExclusion.objects.filter(Q(role=role) | Q(other=role)).order_by("pk")
    for rule in exclusions:
        other = rule.other if rule.role == role else rule.role
        first, last = max(starts_on, rule.starts_on), _earliest(ends_on, rule.ends_on)
        if (last is None or last > first) and held.filter(role=other).overlapping(first, last).exists():
            return rule.reason
    return None


def _earliest(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return min(filter(None, (one, other)), default=None)


@transaction.atomic
def end_role(*, assignment: RoleAssignment, ends_on: dt.date, actor: User | None) -> RoleAssignment:
    """Let a role end; `ends_on` is the first day on which it no longer counts. The row stays, as history.

    Raises Refused for who may not, a day before the role began, a role that ended before, the last manager, and for
    today or earlier as long as somebody would lose her contact: what is open is handed over first (lib.open_work).
    """
    User.objects.select_for_update().get(pk=assignment.user_id)
    forget_roles(assignment.user)
    assignment = RoleAssignment.objects.select_for_update(of=["self"]).select_related("user").get(pk=assignment.pk)
    if actor and not can_end_role(actor):
        raise Refused(_("Alleen een beheerder kan een rol beëindigen."))
    if assignment.ends_on and assignment.ends_on <= timezone.localdate():
        raise Refused(_("Deze rol is al afgelopen."))
    if ends_on <= assignment.starts_on:
        raise Refused(_("De laatste dag moet na de eerste dag liggen."))
    if assignment.role == Role.MANAGER and not other_managers(assignment, ends_on):
        raise Refused(_("Er blijft dan geen beheerder over. Geef de rol eerst aan iemand anders."))
    if ends_on <= timezone.localdate() and (left := work_left(assignment)):
        raise Refused(" ".join(one.sentence for one in left))
    before, assignment.ends_on = assignment.ends_on, ends_on
    assignment.save(update_fields=["ends_on"])
    tell_holder(log_ended(assignment, before, actor), ROLE_ENDED_NOTICE)
    return assignment


def work_left(assignment: RoleAssignment) -> list[Left]:
    """The open work of a holder that no other role of hers, in force today, lets her keep."""
    others = RoleAssignment.objects.filter(user=assignment.user_id).on(timezone.localdate()).exclude(pk=assignment.pk)
    kept = [(row.role, row.wijk) for row in others.select_related("wijk")]
    return left_behind(assignment.user, assignment.role, assignment.wijk, kept)


def other_managers(assignment: RoleAssignment, day: dt.date) -> bool:
    """Whether somebody else keeps the portal on that day."""
    rows = RoleAssignment.objects.on(day).of_role(Role.MANAGER).exclude(user=assignment.user_id)
    return rows.filter(user__is_active=True).exists()


@transaction.atomic
def make_first_manager(*, email: str, name: str) -> User:
    """Let the first manager of a portal be somebody: an operator's command. A known address keeps its name.

    Raises Refused once there is a manager: she invites the next one herself.
    """
    managers = RoleAssignment.objects.on(timezone.localdate()).of_role(Role.MANAGER)
    if managers.filter(user__is_active=True).exists():
        raise Refused(_("Er is al een beheerder. Die nodigt anderen uit op /beheer/mensen/uitnodigen/."))
    user = person_at(email) or register_person(email=email, name=name)
    assign_role(user=user, role=Role.MANAGER, wijk=None, starts_on=timezone.localdate(), actor=None)
    return user


@transaction.atomic
def reset_second_step(*, user: User) -> None:
    """Forget somebody's device and spare codes: an operator's command, no page can do this to another person."""
    Authenticator.objects.filter(user=user).delete()
    record(actor=None, verb=SECOND_STEP_RESET, person=user)
