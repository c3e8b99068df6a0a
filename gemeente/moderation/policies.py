"""Who may report, hide, worry and block. Policies of one row expect `with_subject()` or `with_case()`: no query here.

Nobody judges what she has a part in: the contact person and the owners of the case stay out of it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gemeente.accounts.enums import Role
from gemeente.accounts.policies import can_be_contact, is_manager
from gemeente.accounts.roles import has_any_role
from gemeente.cases.policies import is_contact, speaks_for_owner
from gemeente.moderation.enums import ReportOutcome

if TYPE_CHECKING:
    from gemeente.cases.models import CaseFile
    from gemeente.moderation.models import Block, Hiding, Report, Worry
    from gemeente.users.models import User

ReportPolicy = Callable[["User | Any", "Report"], bool]
HidingPolicy = Callable[["User | Any", "Hiding"], bool]
WorryPolicy = Callable[["User | Any", "Worry"], bool]


def can_moderate(user: "User | Any") -> bool:
    """Read the queue: a moderator or a manager."""
    return has_any_role(user, Role.MODERATOR, Role.MANAGER)


# --- Reports ----------------------------------------------------------------------------------------------------------
def can_handle_report(user: "User | Any", report: "Report") -> bool:
    """Decide on an open report: a moderator or a manager without a part in the case."""
    return can_moderate(user) and report.outcome == ReportOutcome.OPEN and user.pk not in report.involved_ids


def can_pass_report(user: "User | Any", report: "Report") -> bool:
    """Pass it to a manager, once."""
    return can_handle_report(user, report) and report.passed_at is None


def can_hide(user: "User | Any", report: "Report") -> bool:
    """Hide what was reported: a manager without a part in the case. Nobody can change it."""
    return is_manager(user) and can_handle_report(user, report)


# --- Hidings ----------------------------------------------------------------------------------------------------------
def can_answer_hiding(user: "User | Any", hiding: "Hiding") -> bool:
    """Answer, once: whose text it is, while it is hidden."""
    return bool(
        user.is_authenticated and user.pk in hiding.owner_ids and hiding.is_active and hiding.answered_at is None
    )


def can_lift_hiding(user: "User | Any", hiding: "Hiding") -> bool:
    """Show it again: a manager without a part in the case."""
    return is_manager(user) and hiding.is_active and user.pk not in hiding.involved_ids


def can_keep_hiding(user: "User | Any", hiding: "Hiding") -> bool:
    """Say to an owner who answered that it stays hidden, once: a manager without a part in the case."""
    return can_lift_hiding(user, hiding) and hiding.answered_at is not None and hiding.kept_at is None


# --- Worries ----------------------------------------------------------------------------------------------------------
def can_worry(user: "User | Any", case: "CaseFile") -> bool:
    """Tell owner and contact of a worry: anybody but those two. Whether she is blocked is asked by the action."""
    return not speaks_for_owner(user, case) and not is_contact(user, case)


def can_read_worry_at_desk(user: "User | Any", case: "CaseFile") -> bool:
    """Read a worry with who wrote it: the contact person; who could be one, once a case ended without any."""
    if is_contact(user, case) or case.is_open:
        return is_contact(user, case)
    has_contact = bool(case.contact and can_be_contact(case.contact))
    return not has_contact and can_be_contact(user) and not speaks_for_owner(user, case)


def can_answer_worry(user: "User | Any", worry: "Worry") -> bool:
    """Answer, once: the owner or the contact. The owner only where the neighbour can be written to."""
    if worry.answered_at is not None:
        return False
    return can_read_worry_at_desk(user, worry.case) or (speaks_for_owner(user, worry.case) and worry.has_address)


# --- Blocks -----------------------------------------------------------------------------------------------------------
def can_pause_account(user: "User | Any", person: "User | Any") -> bool:
    """Ask an account to be silent in public for a while: a moderator or a manager, never of herself."""
    return can_moderate(user) and bool(person.is_active) and person.pk != user.pk


def can_lift_block(user: "User | Any", block: "Block") -> bool:
    """Take a block away that is in force: the owner who made it; of the whole portal any moderator or manager."""
    if block.owner_id is None:
        return can_moderate(user) and block.user_id != user.pk
    return bool(user.is_authenticated and block.owner_id == user.pk)


# The policies, to be read as tables.
REPORT_POLICIES: dict[str, ReportPolicy] = {
    "leave": can_handle_report,
    "pass": can_pass_report,
    "hide": can_hide,
}
HIDING_POLICIES: dict[str, HidingPolicy] = {
    "answer": can_answer_hiding,
    "lift": can_lift_hiding,
    "keep": can_keep_hiding,
}
