"""Who may do what with cases. Policies of one case expect `with_people()`: they never ask the database."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gemeente.accounts.enums import Role
from gemeente.accounts.policies import can_be_contact, is_manager
from gemeente.accounts.roles import has_any_role
from gemeente.cases.enums import HELD_STATES, OPEN_STATES, CaseState
from gemeente.cases.stand_ins import stands_in_for

if TYPE_CHECKING:
    from gemeente.cases.models import CaseFile
    from gemeente.users.models import User

Policy = Callable[["User | Any", "CaseFile"], bool]

# A civil servant who talks with residents: gebiedsregisseur or colleague.
can_read_worklist = can_be_contact


def speaks_for_owner(user: "User | Any", case: "CaseFile") -> bool:
    """The owner, or a co-owner or helper whom she named."""
    return bool(user.is_authenticated and user.is_active and user.pk in case.voice_ids)


def is_contact(user: "User | Any", case: "CaseFile") -> bool:
    """The one accountable person at the gemeente, as long as she works there, or who stands in for her today.

    Never somebody on the owner's side, nor whom the owner did not want again: there she does not stand in.
    """
    if case.contact_id is None or not can_become_contact(user, case):
        return False
    return case.contact_id == user.pk or case.contact_id in stands_in_for(user)


def is_team_lead(user: "User | Any") -> bool:
    """Who sees to it that every case has a contact person."""
    return has_any_role(user, Role.TEAM_LEAD)


def can_claim_case(user: "User | Any", case: "CaseFile") -> bool:
    """Take it up: a civil servant, when nobody has it; never one's own (own interest), nor against the owner's wish."""
    return case.state == CaseState.NEW and can_become_contact(user, case)


def can_become_contact(user: "User | Any", case: "CaseFile") -> bool:
    """Be the contact person of this case, whoever has it now."""
    return can_be_contact(user) and user.pk not in case.involved_ids and case.unwanted_contact_id != user.pk


def can_hand_over_case(user: "User | Any", case: "CaseFile") -> bool:
    """Give it to a colleague: the contact person, who stands in for her, or the team lead."""
    return case.state in HELD_STATES and (is_contact(user, case) or is_team_lead(user))


def can_plan_case(user: "User | Any", case: "CaseFile") -> bool:
    """Say what is done about it, by whom and in which quarter: the contact person."""
    return is_contact(user, case) and case.state in HELD_STATES


def can_resume_case(user: "User | Any", case: "CaseFile") -> bool:
    """Take it out of the planning: the contact person."""
    return is_contact(user, case) and case.state == CaseState.PLANNED


def can_send_message(user: "User | Any", case: "CaseFile") -> bool:
    """Write to the other side: owner's side and contact person, as long as the case is open."""
    return case.state in OPEN_STATES and (speaks_for_owner(user, case) or is_contact(user, case))


def can_read_contact(user: "User | Any", case: "CaseFile") -> bool:
    """Read the contact log, the phone number and the address: the people of the case only, not every colleague."""
    return is_contact(user, case) or speaks_for_owner(user, case)


def can_log_contact(user: "User | Any", case: "CaseFile") -> bool:
    """Write down a contact: the contact person of an open case."""
    return is_contact(user, case) and case.state in OPEN_STATES


def can_close_case(user: "User | Any", case: "CaseFile") -> bool:
    """Close with a result: the contact person. The action asks whether a real contact went before."""
    return is_contact(user, case) and case.state in OPEN_STATES


def can_dispute_contact(user: "User | Any", case: "CaseFile") -> bool:
    """Say of a contact that it was not so: the owner's side, at any time."""
    return speaks_for_owner(user, case)


def can_decline_help(user: "User | Any", case: "CaseFile") -> bool:
    """Say that the gemeente is not needed: the owner, once."""
    return speaks_for_owner(user, case) and case.state in OPEN_STATES and case.help_declined_at is None


def can_accept_help(user: "User | Any", case: "CaseFile") -> bool:
    """Ask for help after all: the owner who declined it."""
    return speaks_for_owner(user, case) and case.state in OPEN_STATES and case.help_declined_at is not None


def can_end_case(user: "User | Any", case: "CaseFile") -> bool:
    """Close without asking anybody: the owner."""
    return speaks_for_owner(user, case) and case.state in OPEN_STATES


def can_reopen_case(user: "User | Any", case: "CaseFile") -> bool:
    """Open again: the owner who is not content."""
    return speaks_for_owner(user, case) and case.state == CaseState.CLOSED


# The policy, to be read as a table.
POLICIES: dict[str, Policy] = {
    "claim": can_claim_case,
    "read_contact": can_read_contact,
    "log_contact": can_log_contact,
    "plan": can_plan_case,
    "resume": can_resume_case,
    "hand_over": can_hand_over_case,
    "send_message": can_send_message,
    "close": can_close_case,
    "unreached": can_close_case,
    "dispute_contact": can_dispute_contact,
    "decline_help": can_decline_help,
    "accept_help": can_accept_help,
    "end": can_end_case,
    "reopen": can_reopen_case,
}


# --- The team ---------------------------------------------------------------------------------------------------------
def can_read_absences(user: "User | Any") -> bool:
    """See who is away: the team, and managers, who may have to step in."""
    return can_be_contact(user) or is_manager(user)


def may_report_others(user: "User | Any") -> bool:
    """Say of somebody else that she is away or back: team lead or manager."""
    return is_team_lead(user) or is_manager(user)


def can_report_absence(user: "User | Any", person: "User") -> bool:
    """Say that a contact person is away: she herself, the team lead, or a manager."""
    return can_be_contact(person) and (user == person or may_report_others(user))
