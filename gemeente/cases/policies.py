"""Who may do what with cases. Policies of one case expect `with_people()`: they never ask the database."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gemeente.accounts.policies import can_be_contact
from gemeente.cases.enums import OPEN_STATES, CaseState

if TYPE_CHECKING:
    from gemeente.cases.models import CaseFile
    from gemeente.users.models import User

Policy = Callable[["User | Any", "CaseFile"], bool]

# A civil servant who talks with residents: gebiedsregisseur or colleague.
can_read_worklist = can_be_contact


def is_case_owner(user: "User | Any", case: "CaseFile") -> bool:
    """Whose case it is."""
    return bool(user.is_authenticated and user.is_active and user.pk in case.owner_ids)


def is_contact(user: "User | Any", case: "CaseFile") -> bool:
    """The one accountable person at the gemeente, as long as she works there."""
    return bool(user.is_authenticated and case.contact_id == user.pk and can_be_contact(user))


def can_claim_case(user: "User | Any", case: "CaseFile") -> bool:
    """Take it up: a civil servant, when nobody has it, and never one's own (own interest)."""
    return can_be_contact(user) and case.state == CaseState.NEW and not is_case_owner(user, case)


def can_read_contact(user: "User | Any", case: "CaseFile") -> bool:
    """Read the contact log, the phone number and the address: the people of the case only, not every colleague."""
    return is_contact(user, case) or is_case_owner(user, case)


def can_log_contact(user: "User | Any", case: "CaseFile") -> bool:
    """Write down a contact: the contact person of an open case."""
    return is_contact(user, case) and case.state in OPEN_STATES


def can_close_case(user: "User | Any", case: "CaseFile") -> bool:
    """Close with a result: the contact person. The action asks whether a real contact went before."""
    return is_contact(user, case) and case.state in OPEN_STATES


def can_dispute_contact(user: "User | Any", case: "CaseFile") -> bool:
    """Say of a contact that it was not so: the owner, at any time."""
    return is_case_owner(user, case)


def can_decline_help(user: "User | Any", case: "CaseFile") -> bool:
    """Say that the gemeente is not needed: the owner, once."""
    return is_case_owner(user, case) and case.state in OPEN_STATES and case.help_declined_at is None


def can_accept_help(user: "User | Any", case: "CaseFile") -> bool:
    """Ask for help after all: the owner who declined it."""
    return is_case_owner(user, case) and case.state in OPEN_STATES and case.help_declined_at is not None


def can_end_case(user: "User | Any", case: "CaseFile") -> bool:
    """Close without asking anybody: the owner."""
    return is_case_owner(user, case) and case.state in OPEN_STATES


def can_reopen_case(user: "User | Any", case: "CaseFile") -> bool:
    """Open again: the owner who is not content."""
    return is_case_owner(user, case) and case.state == CaseState.CLOSED


# The policy, to be read as a table.
POLICIES: dict[str, Policy] = {
    "claim": can_claim_case,
    "read_contact": can_read_contact,
    "log_contact": can_log_contact,
    "close": can_close_case,
    "dispute_contact": can_dispute_contact,
    "decline_help": can_decline_help,
    "accept_help": can_accept_help,
    "end": can_end_case,
    "reopen": can_reopen_case,
}
