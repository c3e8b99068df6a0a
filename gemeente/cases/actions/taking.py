"""The gemeente takes a case up."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import HeldRole, held_roles
from gemeente.activity.actions import notify, record
from gemeente.activity.models import Subject
from gemeente.cases import verbs
from gemeente.cases.actions.steps import locked, promise, take_step
from gemeente.cases.enums import CaseKind, CasePart, CaseState, CaseStep
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.cases.notices import NEW_CASE, first_responsible, tell_owners
from gemeente.cases.policies import can_claim_case
from gemeente.lib.errors import Refused, Stale
from gemeente.users.models import User


@transaction.atomic
def open_case(*, subject: Subject, kind: CaseKind, owner: User, actor: User) -> CaseFile:
    """Open a case about a subject for its owner, promise a first contact, and tell who at the gemeente looks first."""
    promised_on, now = promise(kind), timezone.now()  # one moment: silent since it began means no contact yet
    case = CaseFile.objects.create(
        subject=subject,
        kind=kind,
        opened_at=now,
        began_at=now,
        silent_since=now,
        promised_on=promised_on,
        due_on=promised_on,
    )
    CasePerson.objects.create(case=case, user=owner, part=CasePart.OWNER)
    changes = {"state": (None, CaseState.NEW), "promised_on": (None, promised_on)}
    entry = record(actor=actor, verb=verbs.DID_OPEN, subject=subject, changes=changes)
    notify(entry=entry, recipients=first_responsible(case), template=NEW_CASE, path=case.desk_url)
    return case


@transaction.atomic
def claim_case(*, case: CaseFile, actor: User) -> CaseFile:
    """Become the one contact person. Of two at once one wins; claiming one's own case again changes nothing.

    Raises Stale, naming the winner, when a colleague was first; Refused for who may not.
    """
    case = locked(case)
    if case.contact_id == actor.pk and case.is_open:
        return case
    if case.contact and case.is_open:
        raise Stale(_("%(name)s was net eerder en is nu het vaste contact.") % {"name": case.contact.name})
    if not can_claim_case(actor, case):
        raise Refused(_("Deze zaak kun je nu niet oppakken."))
    case.contact, case.claimed_at = actor, timezone.now()
    case.contact_role = role_for(actor, case)
    entry = take_step(case, CaseStep.CLAIM, CaseState.CLAIMED, actor=actor, verb=verbs.DID_CLAIM)
    tell_owners(entry, case, "case_claimed")
    return case


def role_for(user: User, case: CaseFile) -> Role:
    """The role in which somebody takes a case: gebiedsregisseur in her own wijk, else as one of the team."""
    of_wijk = HeldRole(Role.GEBIEDSREGISSEUR, case.subject.wijk_id)
    held = held_roles(user)
    if of_wijk in held:
        return Role.GEBIEDSREGISSEUR
    order = (Role.CIVIL_SERVANT, Role.TEAM_LEAD, Role.GEBIEDSREGISSEUR)
    return next(role for role in order if any(one.role == role for one in held))
