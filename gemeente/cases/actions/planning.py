"""What is done later: it stays open and visible until it is there, or the owner says that it is enough."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.cases import verbs
from gemeente.cases.actions.ending import forget_plan
from gemeente.cases.actions.steps import keep_clock, locked, take_step
from gemeente.cases.enums import CaseState, CaseStep
from gemeente.cases.models import CaseFile
from gemeente.cases.notices import tell_owners
from gemeente.cases.policies import can_plan_case, can_resume_case
from gemeente.cases.quarters import quarter_of
from gemeente.lib.errors import Refused
from gemeente.users.models import User


@transaction.atomic
def plan_case(*, case: CaseFile, actor: User, what: str, by: str, quarter: dt.date) -> CaseFile:
    """Say what will be done, by whom and in which quarter (its first day). Planning anew replaces the plan.

    Raises Refused for anybody but the contact person, without what or whom, and for a quarter that is over.
    """
    case = locked(case)
    what, by = what.strip(), by.strip()
    if not can_plan_case(actor, case):
        raise Refused(_("Alleen het vaste contact kan dit inplannen."))
    if not what or not by:
        raise Refused(_("Schrijf op wat er gebeurt en wie dat doet."))
    if quarter != quarter_of(quarter) or quarter < quarter_of(timezone.localdate()):
        raise Refused(_("Kies een kwartaal dat nog niet voorbij is."))
    case.planned_what, case.planned_by, case.planned_quarter = what, by, quarter
    entry = take_step(case, CaseStep.PLAN, CaseState.PLANNED, actor=actor, verb=verbs.DID_PLAN, reason=case.plan)
    keep_clock(case)
    tell_owners(entry, case, "case_planned")
    return case


@transaction.atomic
def resume_case(*, case: CaseFile, actor: User, reason: str) -> CaseFile:
    """Take it out of the planning, with the reason: the contact person goes on with it.

    Raises Refused for anybody but the contact person, and without a reason.
    """
    case = locked(case)
    if not can_resume_case(actor, case):
        raise Refused(_("Alleen het vaste contact kan dit uit de planning halen."))
    if not reason.strip():
        raise Refused(_("Schrijf op waarom het niet doorgaat. De eigenaar leest dit."))
    forget_plan(case)
    entry = take_step(case, CaseStep.RESUME, CaseState.CLAIMED, actor=actor, verb=verbs.DID_RESUME, reason=reason)
    keep_clock(case)
    tell_owners(entry, case, "case_resumed")
    return case
