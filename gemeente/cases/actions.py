"""Every write on a case. The gemeente owes contact; the owner has the last word on whether there was any."""

import datetime as dt
import uuid

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.enums import Role
from gemeente.accounts.policies import can_be_contact
from gemeente.accounts.roles import HeldRole, held_roles
from gemeente.activity.actions import notify, record
from gemeente.activity.models import Entry, Subject
from gemeente.activity.verbs import Verb
from gemeente.cases import verbs
from gemeente.cases.enums import MEANS_FOR, CaseKind, CasePart, CaseState, CaseStep, Means
from gemeente.cases.models import CaseChange, CaseFile, CasePerson, ContactMoment, FirstContactTerm
from gemeente.cases.notices import CASES_WAITING, NEW_CASE, first_responsible, team, tell_desk, tell_owners
from gemeente.cases.policies import (
    can_accept_help,
    can_claim_case,
    can_close_case,
    can_decline_help,
    can_dispute_contact,
    can_end_case,
    can_log_contact,
    can_reopen_case,
)
from gemeente.cases.querysets import ContactMomentQuerySet
from gemeente.cases.workflow import find
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.terms import is_working_day, working_days_after
from gemeente.users.models import User

# What the actions of a case change: written together, because the state says whether there is a contact person.
CASE_FIELDS = [
    "state",
    "contact",
    "contact_role",
    "claimed_at",
    "began_at",
    "promised_on",
    "silent_since",
    "due_on",
    "help_declined_at",
]


# --- The gemeente takes it up -----------------------------------------------------------------------------------------
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


def promise(kind: str) -> dt.date | None:
    """The day before which the gemeente is in touch when asked today; None where no term is set."""
    today = timezone.localdate()
    term = FirstContactTerm.objects.filter(kind=kind, starts_on__lte=today).order_by("-starts_on").first()
    return working_days_after(today, term.working_days) if term else None


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


# --- Being in touch ---------------------------------------------------------------------------------------------------
@transaction.atomic
def log_contact(
    *,
    case: CaseFile,
    actor: User,
    means: Means,
    was_reached: bool,
    happened_on: dt.date,
    note: str = "",
    next_on: dt.date | None = None,
    submission_key: uuid.UUID | None = None,
) -> ContactMoment:
    """Write down one contact, or one try. The same form posted twice makes one row.

    Raises Refused for anybody but the contact person, a day before the case began or after today, and a next day in
    the past.
    """
    case = locked(case)
    key = submission_key or uuid.uuid4()
    same = ContactMoment.objects.filter(submission_key=key).first()
    if same and (same.case_id, same.actor_id) == (case.pk, actor.pk):
        return same
    if not can_log_contact(actor, case):
        raise Refused(_("Alleen het vaste contact schrijft op wat er is besproken."))
    if same:
        raise Refused(_("Dit formulier is al gebruikt. Open de zaak opnieuw."))
    today = timezone.localdate()
    if not timezone.localtime(case.opened_at).date() <= happened_on <= today:
        raise Refused(_("De dag van het contact ligt tussen het begin van de zaak en vandaag."))
    if next_on and next_on < today:
        raise Refused(_("De volgende afspraak ligt vandaag of later."))
    moment = ContactMoment.objects.create(
        case=case,
        actor=actor,
        means=means,
        was_reached=was_reached,
        happened_on=happened_on,
        note=note.strip(),
        next_on=next_on,
        submission_key=key,
    )
    keep_clock(case)
    changes = {"means": (None, means), "was_reached": (None, was_reached)}
    entry = record(actor=actor, verb=verbs.DID_LOG, subject=case.subject, changes=changes)
    tell_owners(entry, case, "contact_logged")
    return moment


@transaction.atomic
def dispute_contact(*, moment: ContactMoment, actor: User, reason: str = "") -> ContactMoment:
    """Say that a contact was not so: it counts for nothing from now on. Saying it twice changes nothing.

    Raises Refused for anybody but the owner.
    """
    case = locked(moment.case)
    moment = ContactMoment.objects.select_for_update().get(pk=moment.pk)
    if not can_dispute_contact(actor, case):
        raise Refused(_("Alleen wie het betreft kan zeggen dat dit niet klopt."))
    if moment.is_voided:
        return moment
    moment.voided_at, moment.void_reason = timezone.now(), reason.strip()
    moment.save(update_fields=["voided_at", "void_reason"])
    keep_clock(case)
    entry = record(actor=actor, verb=verbs.DID_DISPUTE, subject=case.subject)
    tell_desk(entry, case, "contact_disputed")
    return moment


def keep_clock(case: CaseFile) -> None:
    """Set since when it is silent and what is owed, by the last contact that was real.

    The promise of a first contact stands until then, also for who declined help: that one is her welcome. Afterwards
    nothing is owed but what was agreed.
    """
    last = real_contacts(case).order_by("-happened_on", "-pk").first()
    if last is None:
        case.silent_since, case.due_on = case.began_at, case.promised_on
    else:
        noon = timezone.make_aware(dt.datetime.combine(last.happened_on, dt.time(12)))
        case.silent_since = min(noon, last.created_at)
        case.due_on = None if case.help_declined_at else last.next_on
    case.save(update_fields=["silent_since", "due_on"])


def real_contacts(case: CaseFile) -> ContactMomentQuerySet:
    """The contacts that reached the owner in the way she chose, since the case (last) opened."""
    return ContactMoment.objects.real(case, case.owner.profile.contact_way)


# --- The end, and again -----------------------------------------------------------------------------------------------
@transaction.atomic
def close_case(*, case: CaseFile, actor: User, result: str) -> CaseFile:
    """Close with a result, after a real contact. Closing what is closed changes nothing.

    Raises Refused for anybody but the contact person, without a result, and as long as no contact reached the owner in
    the way she chose: call, visit or meeting; in writing where she asked for that and answered.
    """
    case = locked(case)
    if case.state == CaseState.CLOSED:
        return case
    if not can_close_case(actor, case):
        raise Refused(_("Alleen het vaste contact kan een zaak afronden."))
    if not result.strip():
        raise Refused(_("Schrijf op wat het resultaat is. De eigenaar leest dit."))
    if not real_contacts(case).exists():
        raise Refused(refusal_without_contact(case))
    entry = take_step(case, CaseStep.CLOSE, CaseState.CLOSED, actor=actor, verb=verbs.DID_CLOSE, reason=result)
    tell_owners(entry, case, "case_closed")
    return case


def refusal_without_contact(case: CaseFile) -> str:
    """Why a case cannot be closed yet, in the words of what its owner asked for."""
    if Means.MAIL in MEANS_FOR[case.owner.profile.contact_way]:
        return _("Je kunt pas afronden als je hebt geschreven en antwoord hebt gekregen. Zo wilde de eigenaar het.")
    return _("Je kunt pas afronden als je elkaar hebt gesproken: bel of ga langs. Een poging telt niet.")


@transaction.atomic
def end_case(*, case: CaseFile, actor: User, reason: str = "") -> CaseFile:
    """Close one's own case, whatever was said before. Raises Refused for anybody but the owner."""
    case = locked(case)
    if case.state == CaseState.CLOSED:
        return case
    if not can_end_case(actor, case):
        raise Refused(_("Alleen de eigenaar kan zeggen dat het klaar is."))
    entry = take_step(case, CaseStep.END, CaseState.CLOSED, actor=actor, verb=verbs.DID_CLOSE, reason=reason)
    tell_desk(entry, case, "case_ended")
    return case


@transaction.atomic
def reopen_case(*, case: CaseFile, actor: User, reason: str = "") -> CaseFile:
    """Ask the gemeente again: the same contact person has it, or who looks first where she has left. A new promise.

    Raises Refused for anybody but the owner, and for a case that is open.
    """
    case = locked(case)
    if not can_reopen_case(actor, case):
        raise Refused(_("Deze zaak kun je nu niet opnieuw openen."))
    if case.contact and not can_be_contact(case.contact):
        case.contact, case.contact_role, case.claimed_at = None, "", None
    case.began_at = case.silent_since = timezone.now()
    case.promised_on = case.due_on = promise(case.kind)
    case.help_declined_at = None
    target = CaseState.REOPENED if case.contact else CaseState.NEW
    entry = take_step(case, CaseStep.REOPEN, target, actor=actor, verb=verbs.DID_REOPEN, reason=reason)
    tell_desk(entry, case, "case_reopened")
    return case


@transaction.atomic
def decline_help(*, case: CaseFile, actor: User, reason: str = "") -> CaseFile:
    """Say that the gemeente is not needed. One welcome contact stays owed. Raises Refused for anybody but the owner."""
    case = locked(case)
    if not can_decline_help(actor, case):
        raise Refused(_("Dit kun je nu niet veranderen."))
    case.help_declined_at = timezone.now()
    case.save(update_fields=["help_declined_at"])
    keep_clock(case)
    add_to_history(case, CaseStep.DECLINE, case.state, actor, reason)
    entry = record(actor=actor, verb=verbs.DID_DECLINE, subject=case.subject)
    tell_desk(entry, case, "help_declined")
    return case


@transaction.atomic
def accept_help(*, case: CaseFile, actor: User, reason: str = "") -> CaseFile:
    """Ask for help after all: the gemeente owes contact again. Raises Refused for anybody but the owner."""
    case = locked(case)
    if not can_accept_help(actor, case):
        raise Refused(_("Dit kun je nu niet veranderen."))
    case.help_declined_at = None
    case.promised_on = case.due_on = promise(case.kind)
    case.save(update_fields=["help_declined_at", "promised_on", "due_on"])
    add_to_history(case, CaseStep.ACCEPT, case.state, actor, reason)
    entry = record(actor=actor, verb=verbs.DID_ACCEPT, subject=case.subject)
    tell_desk(entry, case, "help_accepted")
    return case


def take_step(case: CaseFile, step: CaseStep, target: CaseState, *, actor: User, verb: Verb, reason: str = "") -> Entry:
    """Take a step of the table: the state, its row in the history, and an entry in the log.

    Raises Stale when the table has no such step from where the case is now.
    """
    source = case.state
    if find(step, source, target) is None:
        raise Stale(_("Deze zaak is intussen veranderd. Kijk wat er nu staat."))
    case.state = target
    case.save(update_fields=CASE_FIELDS)
    add_to_history(case, step, source, actor, reason)
    return record(actor=actor, verb=verb, subject=case.subject, changes={"state": (source, target)})


def add_to_history(case: CaseFile, step: CaseStep, source: str, actor: User, reason: str) -> None:
    """Keep what happened and why, next to the case as it is now."""
    CaseChange.objects.create(
        case=case, name=step, source=source, target=case.state, actor=actor, reason=reason.strip()
    )


def locked(case: CaseFile) -> CaseFile:
    """The case as it is now, and nobody else's until this transaction ends.

    Lock first, read afterwards: who waited for the row would otherwise get it new, with the contact person of before.
    """
    CaseFile.objects.select_for_update().only("pk").get(pk=case.pk)
    return CaseFile.objects.with_people().get(pk=case.pk)


# --- Every morning ----------------------------------------------------------------------------------------------------
@transaction.atomic
def tell_team_who_waits() -> bool:
    """Tell the team in the morning how many people wait for somebody to take up their case; says whether it did.

    Silent on days off and when nobody waits: no empty mail.
    """
    today = timezone.localdate()
    waiting = CaseFile.objects.unclaimed()
    number = waiting[:1000].count()
    if not number or not is_working_day(today):
        return False
    late = waiting.filter(due_on__lt=today)[:1000].count()
    entry = record(actor=None, verb=verbs.CASES_WAIT, changes={"waiting": (None, number), "late": (None, late)})
    notify(entry=entry, recipients=team(), template=CASES_WAITING, path=reverse("cases:worklist"))
    return True
