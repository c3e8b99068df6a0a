"""Every write on a case. The gemeente owes contact; the owner has the last word on whether there was any."""

from gemeente.cases.actions.contact import dispute_contact, log_contact, send_message
from gemeente.cases.actions.ending import close_case, close_unreached, end_case, reopen_case
from gemeente.cases.actions.handing import cover_absences, end_absence, hand_over_cases, report_absence
from gemeente.cases.actions.helping import accept_help, decline_help
from gemeente.cases.actions.morning import tell_team_who_waits
from gemeente.cases.actions.planning import plan_case, resume_case
from gemeente.cases.actions.steps import real_contacts, take_step
from gemeente.cases.actions.taking import claim_case, open_case

__all__ = [
    "accept_help",
    "claim_case",
    "close_case",
    "close_unreached",
    "cover_absences",
    "decline_help",
    "dispute_contact",
    "end_absence",
    "end_case",
    "hand_over_cases",
    "log_contact",
    "open_case",
    "plan_case",
    "real_contacts",
    "reopen_case",
    "report_absence",
    "resume_case",
    "send_message",
    "take_step",
    "tell_team_who_waits",
]
