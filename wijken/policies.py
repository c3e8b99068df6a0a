"""Who may do what in a wijk. Only its own people run it: no role of the gemeente, and nobody of another wijk.

Who works for the gemeente, a partner or the council's clerk comes to meetings and helps, but never votes, counts for a
quorum or writes, also where she lives in the wijk and is a member (design.md section 3).
"""

from collections.abc import Callable
from typing import Any

from gemeente.accounts.enums import STAFF_ROLES, Role
from gemeente.accounts.policies import is_signed_in
from gemeente.accounts.roles import HeldRole, has_any_role, held_roles

# Whoever holds one of these attends a WOP and does not decide in it.
ATTENDS_ONLY = STAFF_ROLES | {Role.PARTNER, Role.BUURTCOACH, Role.CLERK, Role.CONTROLLER}


def attends_only(user: Any) -> bool:
    """Comes to a WOP for her work: never votes and writes nothing there."""
    return has_any_role(user, *ATTENDS_ONLY)


def is_board(user: Any, wijk_id: int | None) -> bool:
    """A resident on the board of the WOP of this wijk."""
    return HeldRole(Role.WOP_BOARD, wijk_id) in held_roles(user) and wijk_id is not None and not attends_only(user)


def is_member(user: Any, wijk_id: int | None) -> bool:
    """A resident member of the WOP of this wijk, on its board or not."""
    if is_board(user, wijk_id):
        return True
    return HeldRole(Role.WOP_MEMBER, wijk_id) in held_roles(user) and wijk_id is not None and not attends_only(user)


def can_enter_room(user: Any, wijk_id: int | None) -> bool:
    """See the worktable of the WOP: its members."""
    return is_member(user, wijk_id)


def can_manage_documents(user: Any, wijk_id: int | None) -> bool:
    """Put documents on the page of the wijk, and take them away: its board."""
    return is_board(user, wijk_id)


# --- The team ---------------------------------------------------------------------------------------------------------
def can_ask_to_join(user: Any, wijk_id: int | None) -> bool:
    """Ask the board to join the team: a resident who is not in it, wherever she lives."""
    return is_signed_in(user) and not attends_only(user) and not is_member(user, wijk_id)


def can_change_function(user: Any, wijk_id: int | None, person_id: int) -> bool:
    """Hand over, lay down or end what somebody does: she herself at any time, and the board."""
    return is_board(user, wijk_id) or (is_member(user, wijk_id) and user.pk == person_id)


can_see_team = is_member  # all of it, with what was
can_show_own_name = is_member
can_answer_request = is_board
can_appoint_member = is_board
can_keep_attendees = is_board
can_change_wop = is_board

# The policy, to be read as a table.
TEAM_POLICIES: dict[str, Callable[[Any, int | None], bool]] = {
    "ask_to_join": can_ask_to_join,
    "see_team": can_see_team,
    "show_own_name": can_show_own_name,
    "answer_request": can_answer_request,
    "appoint_member": can_appoint_member,
    "keep_attendees": can_keep_attendees,
    "change_wop": can_change_wop,
}


def can_write_way(user: Any, wijk_id: int | None) -> bool:
    """Write and publish the way of working of a wijk: its board."""
    return is_board(user, wijk_id)


def can_arrange_page(user: Any, wijk_id: int | None) -> bool:
    """Arrange the page of the wijk, write on it and put it online: its board."""
    return is_board(user, wijk_id)
