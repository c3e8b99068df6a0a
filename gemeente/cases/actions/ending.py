"""The end of a case, and again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.policies import can_be_contact
from gemeente.cases import verbs
from gemeente.cases.actions.steps import keep_choice, last_spoken, locked, promise, real_contacts, take_step, unanswered
from gemeente.cases.enums import MEANS_FOR, CaseState, CaseStep, Means
from gemeente.cases.models import CaseFile
from gemeente.cases.notices import tell_desk, tell_owners
from gemeente.cases.policies import can_close_case, can_end_case, can_reopen_case
from gemeente.cases.reaching import what_is_missing
from gemeente.lib.errors import Refused
from gemeente.users.models import User


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
    if unanswered(case, last_spoken(case)):
        raise Refused(_("De eigenaar schreef je nog iets. Bel of antwoord eerst."))
    forget_plan(case)
    entry = take_step(case, CaseStep.CLOSE, CaseState.CLOSED, actor=actor, verb=verbs.DID_CLOSE, reason=result)
    tell_owners(entry, case, "case_closed")
    return case


def refusal_without_contact(case: CaseFile) -> str:
    """Why a case cannot be closed yet, in the words of what its owner asked for."""
    if Means.MAIL in MEANS_FOR[case.owner.profile.contact_way]:
        return _("Je kunt pas afronden als je hebt geschreven en antwoord hebt gekregen. Zo wilde de eigenaar het.")
    return _("Je kunt pas afronden als je elkaar hebt gesproken: bel of ga langs. Een poging telt niet.")


@transaction.atomic
def close_unreached(*, case: CaseFile, actor: User, result: str) -> CaseFile:
    """Close because nobody could reach the owner: after tries on enough days and in enough ways, and a letter.

    Closing what is closed changes nothing. Raises Refused for anybody but the contact person, without words for the
    owner, and as long as something of the rule is missing (`reaching.what_is_missing`).
    """
    case = locked(case)
    if case.state == CaseState.CLOSED:
        return case
    if not can_close_case(actor, case):
        raise Refused(_("Alleen het vaste contact kan een zaak afronden."))
    if not result.strip():
        raise Refused(_("Schrijf op wat de eigenaar moet weten. Die leest dit later misschien."))
    if missing := what_is_missing(case):
        raise Refused(missing)
    forget_plan(case)
    entry = take_step(case, CaseStep.UNREACHED, CaseState.CLOSED, actor=actor, verb=verbs.DID_CLOSE, reason=result)
    tell_owners(entry, case, "case_unreached")
    return case


def forget_plan(case: CaseFile) -> None:
    """Empty what was planned: the history keeps it. The step that follows saves the row."""
    case.planned_what, case.planned_by, case.planned_quarter = "", "", None


@transaction.atomic
def end_case(*, case: CaseFile, actor: User, reason: str = "") -> CaseFile:
    """Close one's own case, whatever was said before. Raises Refused for anybody but the owner."""
    case = locked(case)
    if case.state == CaseState.CLOSED:
        return case
    if not can_end_case(actor, case):
        raise Refused(_("Alleen de eigenaar kan zeggen dat het klaar is."))
    forget_plan(case)
    keep_choice(case, actor, _("Het is klaar"), reason)
    entry = take_step(case, CaseStep.END, CaseState.CLOSED, actor=actor, verb=verbs.DID_CLOSE, reason=reason)
    tell_desk(entry, case, "case_ended")
    return case


@transaction.atomic
def reopen_case(*, case: CaseFile, actor: User, reason: str = "", wants_other: bool = False) -> CaseFile:
    """Ask the gemeente again: the same contact person has it, or who looks first where she has left. A new promise.

    Who asks for somebody else need not say why: the one before cannot take it up again.
    Raises Refused for anybody but the owner, and for a case that is open.
    """
    case = locked(case)
    if not can_reopen_case(actor, case):
        raise Refused(_("Deze zaak kun je nu niet opnieuw openen."))
    if wants_other:
        case.unwanted_contact = case.contact
    if wants_other or (case.contact and not can_be_contact(case.contact)):
        case.contact, case.contact_role, case.claimed_at = None, "", None
    case.began_at = case.silent_since = timezone.now()
    case.promised_on = case.due_on = promise(case.kind)
    case.help_declined_at = None
    keep_choice(case, actor, _("Open het contact weer"), reason)
    target = CaseState.REOPENED if case.contact else CaseState.NEW
    entry = take_step(case, CaseStep.REOPEN, target, actor=actor, verb=verbs.DID_REOPEN, reason=reason)
    tell_desk(entry, case, "case_reopened")
    return case
