"""Every write on organisations and mandates: a manager's."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from gemeente.accounts.enums import STAFF_ROLES
from gemeente.accounts.models import RoleAssignment
from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.partners.enums import OrganisationKind
from gemeente.partners.mandates import forget_mandates
from gemeente.partners.models import Mandate, Organisation
from gemeente.partners.policies import can_keep_partners
from gemeente.partners.verbs import MANDATE_ENDED, MANDATE_GIVEN, ORGANISATION_ADDED, ORGANISATION_CHANGED
from gemeente.users.models import User

ONLY_MANAGER = "Alleen een beheerder houdt de organisaties bij."


@transaction.atomic
def add_organisation(*, name: str, kind: OrganisationKind, website: str = "", actor: User) -> Organisation:
    """Write an organisation down. Raises Refused for who is no manager, a name that is there, and a second gemeente."""
    if not can_keep_partners(actor):
        raise Refused(ONLY_MANAGER)
    refuse_taken(name, kind)
    made = Organisation.objects.create(name=name.strip(), kind=kind, website=website)
    record(actor=actor, verb=ORGANISATION_ADDED, changes={"organisation": (None, made.name), "kind": (None, kind)})
    return made


@transaction.atomic
def change_organisation(
    *, organisation: Organisation, name: str, kind: OrganisationKind, website: str = "", actor: User
) -> Organisation:
    """Give an organisation another name, kind or website; what it signed stays. Raises Refused as above."""
    if not can_keep_partners(actor):
        raise Refused(ONLY_MANAGER)
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    refuse_taken(name, kind, but=organisation)
    before = (organisation.name, organisation.kind)
    organisation.name, organisation.kind, organisation.website = name.strip(), kind, website
    organisation.save(update_fields=["name", "kind", "website"])
    changes = {"organisation": (before[0], organisation.name), "kind": (before[1], kind)}
    record(actor=actor, verb=ORGANISATION_CHANGED, changes=changes)
    return organisation


def refuse_taken(name: str, kind: str, but: Organisation | None = None) -> None:
    """Refuse a name that another organisation has, and a second gemeente."""
    others = Organisation.objects.exclude(pk=but.pk) if but else Organisation.objects.all()
    if others.filter(name__iexact=name.strip()).exists():
        raise Refused("Er is al een organisatie met deze naam.")
    if kind == OrganisationKind.GEMEENTE and others.filter(kind=kind).exists():
        raise Refused("De gemeente staat er al. Kies een andere soort.")


@transaction.atomic
def give_mandate(
    *,
    user: User,
    organisation: Organisation,
    starts_on: dt.date,
    ends_on: dt.date | None = None,
    may_sign: bool,
    may_promise: bool,
    actor: User | None,
) -> Mandate:
    """Let somebody speak for an organisation from a day until (not including) another.

    Raises Refused for who is no manager or gives it to herself, days that run backwards, a mandate for nothing, one
    she has already then, and one for the gemeente to who has no role there. No actor means the operator.
    """
    person = User.objects.select_for_update().get(pk=user.pk)
    if actor and (not can_keep_partners(actor) or actor.pk == person.pk):
        raise Refused("Alleen een beheerder geeft een mandaat, en nooit aan zichzelf.")
    if not person.is_active:
        raise Refused("Dit account is gesloten.")
    if ends_on and ends_on <= starts_on:
        raise Refused("De laatste dag moet na de eerste dag liggen.")
    if not may_sign and not may_promise:
        raise Refused("Kies of deze persoon mag tekenen, mag toezeggen, of allebei.")
    if organisation.is_gemeente and not works_for_gemeente(person, starts_on):
        raise Refused("Een mandaat voor de gemeente krijgt alleen wie daar een rol heeft op de eerste dag.")
    if Mandate.objects.filter(user=person, organisation=organisation).overlapping(starts_on, ends_on).exists():
        raise Refused("Deze persoon heeft in die tijd al een mandaat voor deze organisatie.")
    made = Mandate.objects.create(
        user=person,
        organisation=organisation,
        starts_on=starts_on,
        ends_on=ends_on,
        may_sign=may_sign,
        may_promise=may_promise,
        given_by=actor,
    )
    forget_mandates(user)
    told = {"starts_on": starts_on, "ends_on": ends_on, "may_sign": may_sign, "may_promise": may_promise}
    changes = {"organisation": (None, organisation.name), **{name: (None, value) for name, value in told.items()}}
    record(actor=actor, verb=MANDATE_GIVEN, person=person, changes=changes)
    return made


def works_for_gemeente(person: User, day: dt.date) -> bool:
    """Whether somebody has a staff role on a day."""
    return RoleAssignment.objects.filter(user=person, role__in=STAFF_ROLES).on(day).exists()


@transaction.atomic
def end_mandate(*, mandate: Mandate, ends_on: dt.date, actor: User) -> Mandate:
    """Let a mandate end on a day (not including); it stays to be read.

    Raises Refused for who is no manager, for what ended already, and for a day in the past or before it began.
    """
    mandate = Mandate.objects.select_for_update(of=("self",)).select_related("organisation", "user").get(pk=mandate.pk)
    if not can_keep_partners(actor):
        raise Refused(ONLY_MANAGER)
    today = timezone.localdate()
    if mandate.ends_on and mandate.ends_on <= today:
        raise Refused("Dit mandaat is al afgelopen.")
    if ends_on < today or ends_on <= mandate.starts_on:
        raise Refused("Kies een dag vanaf vandaag, na de eerste dag van het mandaat.")
    before, mandate.ends_on = mandate.ends_on, ends_on
    mandate.save(update_fields=["ends_on"])
    forget_mandates(mandate.user)
    changes = {"organisation": (None, mandate.organisation.name), "ends_on": (before, ends_on)}
    record(actor=actor, verb=MANDATE_ENDED, person=mandate.user, changes=changes)
    return mandate
