"""Whether the owner wants help."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.cases import verbs
from gemeente.cases.actions.steps import add_to_history, keep_choice, keep_clock, locked, promise
from gemeente.cases.enums import CaseStep
from gemeente.cases.models import CaseFile
from gemeente.cases.notices import tell_desk
from gemeente.cases.policies import can_accept_help, can_decline_help
from gemeente.lib.errors import Refused
from gemeente.users.models import User


@transaction.atomic
def decline_help(*, case: CaseFile, actor: User, reason: str = "") -> CaseFile:
    """Say that the gemeente is not needed. One welcome contact stays owed. Raises Refused for anybody but the owner."""
    case = locked(case)
    if not can_decline_help(actor, case):
        raise Refused(_("Dit kun je nu niet veranderen."))
    keep_choice(case, actor, _("Ik heb de gemeente niet nodig"), reason)
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
    keep_choice(case, actor, _("Ja, help me"), reason)
    case.help_declined_at = None
    case.promised_on = case.due_on = promise(case.kind)
    case.save(update_fields=["help_declined_at", "promised_on", "due_on"])
    add_to_history(case, CaseStep.ACCEPT, case.state, actor, reason)
    entry = record(actor=actor, verb=verbs.DID_ACCEPT, subject=case.subject)
    tell_desk(entry, case, "help_accepted")
    return case
