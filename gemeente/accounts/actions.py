"""Writing people: registering, profiles, roles and saying goodbye."""

import datetime as dt
import uuid

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.enums import WIJK_ROLES, Role
from gemeente.accounts.models import Claim, Profile, RoleAssignment, RoleExclusion
from gemeente.accounts.notices import ROLE_ENDED_NOTICE, ROLE_GIVEN_NOTICE, tell_holder
from gemeente.accounts.personal_data import forget_portrait
from gemeente.accounts.policies import (
    can_assign_role,
    can_change_reference,
    can_edit_own_work_profile,
    can_end_role,
)
from gemeente.accounts.querysets import RoleAssignmentQuerySet
from gemeente.accounts.roles import forget_roles
from gemeente.accounts.tasks import mail_claim
from gemeente.accounts.verbs import (
    ACCOUNT_CLAIMED,
    ACCOUNT_CLOSED,
    PROFILE_CHANGED,
    REFERENCE_CHANGED,
    ROLE_ENDED,
    ROLE_GIVEN,
    SECOND_STEP_RESET,
)
from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.lib.personal_data import personal_data_parts
from gemeente.places.models import Wijk
from gemeente.users.models import User


@transaction.atomic
def register_person(
    *,
    email: str,
    name: str,
    alias: str = "",
    phone: str = "",
    wijk: Wijk | None = None,
    password: str | None = None,
    language: str = "nl",
) -> User:
    """Make a person with a profile and an e-mail address that counts as confirmed. Without password she uses codes."""
    user = User.objects.create_user(email, password, name=name, language=language)
    profile = open_profile(user=user)
    profile.alias, profile.phone, profile.wijk = alias, phone, wijk
    profile.save(update_fields=["alias", "phone", "wijk"])
    EmailAddress.objects.create(user=user, email=user.email or "", verified=True, primary=True)
    return user


def open_profile(*, user: User) -> Profile:
    """The profile of a person; made here and nowhere else, so that every person has one."""
    profile, _is_new = Profile.objects.get_or_create(user=user)
    return profile


# --- People on paper --------------------------------------------------------------------------------------------------
@transaction.atomic
def register_on_paper(*, name: str, wijk: Wijk | None = None, language: str = "nl", **reach: str) -> User:
    """Make a person without an account: she is named and reached, and owns what is written down for her.

    `reach` is any of contact_way, day_part, phone and visit_address. She gets an account through `answer_claim`.
    """
    user = User.objects.create_user(None, name=name, language=language)
    profile = open_profile(user=user)
    for field in ("contact_way", "day_part", "phone", "visit_address"):
        setattr(profile, field, reach.pop(field, ""))
    assert not reach, f"unknown: {sorted(reach)}"
    profile.wijk = wijk
    profile.save()
    return user


@transaction.atomic
def ask_claim(*, person: User, email: str, language: str = "nl") -> Claim:
    """Mail somebody on paper the link with which she says that what was written down is hers; asking again renews it.

    Raises Refused for a person who has an account.
    """
    if person.email or not person.is_active:
        raise Refused(_("Deze persoon heeft al een account."))
    claim, _is_new = Claim.objects.update_or_create(
        person=person,
        email=email.lower(),
        defaults={"language": language, "created_at": timezone.now(), "answered_at": None},
    )
    mail_claim.defer(claim_id=claim.pk)
    return claim


@transaction.atomic
def answer_claim(*, claim: Claim, is_mine: bool) -> User | None:
    """Let the mailed link count. Yes: she has an account at that address from now on, with all that is hers.

    Had she one already, every app moves its share to it. No: what was written down is forgotten like a closed account.
    Returns who she is now, None after a no. She is not signed in by it. Raises Refused when it was answered before.
    """
    asked = Claim.objects.select_for_update().filter(pk=claim.pk, answered_at=None).first()
    if asked is None:
        raise Refused(_("Deze link is al gebruikt."))
    asked.answered_at = timezone.now()
    asked.save(update_fields=["answered_at"])
    person = User.objects.select_for_update().get(pk=asked.person_id)
    if person.email or not person.is_active:
        raise Refused(_("Deze link is al gebruikt."))
    if not is_mine:
        close_account(user=person)
        return None
    known = User.objects.filter(email__iexact=asked.email).first()
    if known is None:
        person.email = asked.email
        person.save(update_fields=["email"])
        EmailAddress.objects.create(user=person, email=asked.email, verified=True, primary=True)
        record(actor=person, verb=ACCOUNT_CLAIMED, person=person)
        return person
    for part in personal_data_parts():
        part.move(person, known)
    record(actor=known, verb=ACCOUNT_CLAIMED, person=known)
    close_account(user=person)
    return known


@transaction.atomic
def change_profile(*, user: User, name: str, alias: str, wijk: Wijk | None, language: str) -> Profile:
    """Change what a person tells about herself. The log keeps wijk and language, never a name."""
    user = User.objects.select_for_update().get(pk=user.pk)
    profile = open_profile(user=user)
    changes = {"wijk": (profile.wijk, wijk), "language": (user.language, language)}
    user.name, user.language = name, language
    user.save(update_fields=["name", "language"])
    profile.alias, profile.wijk = alias, wijk
    profile.save(update_fields=["alias", "wijk"])
    different = {field: pair for field, pair in changes.items() if pair[0] != pair[1]}
    record(actor=user, verb=PROFILE_CHANGED, person=user, changes=different)
    return profile


@transaction.atomic
def choose_alias(*, user: User, alias: str) -> None:
    """Change only the name that strangers see; empty means the first name."""
    profile = open_profile(user=user)
    profile.alias = alias
    profile.save(update_fields=["alias"])
    record(actor=user, verb=PROFILE_CHANGED, person=user)


@transaction.atomic
def choose_contact(*, user: User, contact_way: str, day_part: str, phone: str, visit_address: str) -> Profile:
    """Say how and when the gemeente may reach somebody; only the people of her cases see it.

    The log keeps the way, never a number or an address.
    """
    open_profile(user=user)
    profile = Profile.objects.select_for_update().get(user=user)
    changes = {"contact_way": (profile.contact_way, contact_way)} if profile.contact_way != contact_way else {}
    profile.contact_way, profile.day_part = contact_way, day_part
    profile.phone, profile.visit_address = phone, visit_address
    profile.save(update_fields=["contact_way", "day_part", "phone", "visit_address"])
    record(actor=user, verb=PROFILE_CHANGED, person=user, changes=changes)
    return profile


@transaction.atomic
def change_work_profile(
    *, user: User, work_phone: str, shows_surname: bool, portrait: bytes | None, keeps_portrait: bool
) -> Profile:
    """Change what residents see of their contact person. A new portrait takes the place of the old one.

    `portrait` is a clean picture (lib.images), None for no new one; `keeps_portrait` False takes the old one away.
    Raises Refused for who cannot be a contact person.
    """
    if not can_edit_own_work_profile(user):
        raise Refused(_("Dit is voor wie contactpersoon kan zijn."))
    profile = Profile.objects.select_for_update().get(user=user)
    profile.work_phone, profile.shows_surname = work_phone, shows_surname
    if portrait or not keeps_portrait:
        forget_portrait(profile)
    if portrait:
        profile.portrait.save(f"{uuid.uuid4().hex}.webp", ContentFile(portrait), save=False)
    profile.save(update_fields=["work_phone", "shows_surname", "portrait"])
    record(actor=user, verb=PROFILE_CHANGED, person=user)
    return profile


# --- Roles ------------------------------------------------------------------------------------------------------------
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
    dates = {"starts_on": (None, starts_on), "ends_on": (None, ends_on)}
    entry = record(
        actor=actor, verb=ROLE_GIVEN, person=person, changes={"role": (None, role), "wijk": (None, wijk), **dates}
    )
    tell_holder(entry, ROLE_GIVEN_NOTICE)
    return assignment


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
    if ends_on and ends_on <= starts_on:
        return _("De laatste dag moet na de eerste dag liggen.")
    if role in WIJK_ROLES and wijk is None:
        return _("Deze rol hoort bij een wijk. Kies de wijk.")
    if role not in WIJK_ROLES and wijk is not None:
        return _("Deze rol geldt voor de hele stad. Laat de wijk leeg.")
    held = RoleAssignment.objects.filter(user=user).overlapping(starts_on, ends_on)
    if held.filter(role=role, wijk=wijk).exists():
        return _("Deze persoon heeft deze rol al in die tijd.")
    return excluded_by(held, role, starts_on, ends_on)


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

    Raises Refused for who may not, a day before the role began, a role that ended before, and the last manager.
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
    before, assignment.ends_on = assignment.ends_on, ends_on
    assignment.save(update_fields=["ends_on"])
    changes = {
        "role": (assignment.role, assignment.role),
        "wijk": (assignment.wijk, assignment.wijk),
        "ends_on": (before, ends_on),
    }
    entry = record(actor=actor, verb=ROLE_ENDED, person=assignment.user, changes=changes)
    tell_holder(entry, ROLE_ENDED_NOTICE)
    return assignment


def other_managers(assignment: RoleAssignment, day: dt.date) -> bool:
    """Whether somebody else keeps the portal on that day."""
    rows = RoleAssignment.objects.on(day).of_role(Role.MANAGER).exclude(user=assignment.user_id)
    return rows.filter(user__is_active=True).exists()


@transaction.atomic
def reset_second_step(*, user: User) -> None:
    """Forget somebody's device and spare codes: an operator's command, no page can do this to another person."""
    Authenticator.objects.filter(user=user).delete()
    record(actor=None, verb=SECOND_STEP_RESET, person=user)


# --- Saying goodbye ---------------------------------------------------------------------------------------------------
@transaction.atomic
def close_account(*, user: User) -> None:
    """Close somebody's account at her own wish: every app forgets its share and her row keeps no name or address.

    What a law keeps stays, under that emptied row. Closing twice changes nothing. Raises Refused as long as she holds
    a role, today or later: her work needs a successor first.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if not user.is_active:
        return
    if RoleAssignment.objects.filter(user=user).overlapping(timezone.localdate(), None).exists():
        raise Refused(_("Je hebt nog een rol op het portaal. Vraag de beheerder om die eerst over te dragen."))
    record(actor=user, verb=ACCOUNT_CLOSED, person=user)
    for part in personal_data_parts():
        part.erase(user)
    user.email, user.name, user.is_active, user.last_login = None, "", False, None
    user.set_unusable_password()  # a new hash also ends every session that is still open
    user.save(update_fields=["email", "name", "is_active", "last_login", "password"])


# --- Reference tables -------------------------------------------------------------------------------------------------
@transaction.atomic
def save_reference(*, row: models.Model, actor: User) -> None:
    """Save a row of a reference table for a manager; the log keeps which row, never its texts. Raises Refused."""
    if not can_change_reference(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    row.save()
    caches["pages"].clear()  # what pages keep of reference tables: here at once, in other processes within a minute
    changes = {"table": (None, row._meta.label_lower), "row": (None, row.pk)}
    record(actor=actor, verb=REFERENCE_CHANGED, changes=changes)
