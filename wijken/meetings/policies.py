"""Who may do what with meetings. The WOP of the wijk runs them; a spreekuur its gebiedsregisseur may plan too."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import HeldRole, held_roles
from wijken.policies import is_board, is_member

if TYPE_CHECKING:
    from gemeente.users.models import User
    from wijken.meetings.models import ActionPoint, Meeting

Policy = Callable[["User | Any", "Meeting"], bool]


def is_regisseur(user: "User | Any", wijk_id: int | None) -> bool:
    """The gebiedsregisseur of this wijk."""
    return wijk_id is not None and HeldRole(Role.GEBIEDSREGISSEUR, wijk_id) in held_roles(user)


# --- Of a wijk --------------------------------------------------------------------------------------------------------
def can_see_desk(user: "User | Any", wijk_id: int | None) -> bool:
    """See the meetings of a wijk as its WOP works on them: its members, and its gebiedsregisseur for the spreekuur."""
    return is_member(user, wijk_id) or is_regisseur(user, wijk_id)


def can_plan_meeting(user: "User | Any", wijk_id: int | None) -> bool:
    """Plan a meeting of any kind: the board."""
    return is_board(user, wijk_id)


def can_plan_office_hours(user: "User | Any", wijk_id: int | None) -> bool:
    """Plan a spreekuur: the board, and the gebiedsregisseur of the wijk."""
    return is_board(user, wijk_id) or is_regisseur(user, wijk_id)


# --- Of one meeting ---------------------------------------------------------------------------------------------------
def runs(user: "User | Any", meeting: "Meeting") -> bool:
    """Who plans this one."""
    may = can_plan_office_hours if meeting.is_by_appointment else can_plan_meeting
    return may(user, meeting.wijk_id)


def can_open_desk(user: "User | Any", meeting: "Meeting") -> bool:
    """See how this one stands: the members; of a spreekuur only who runs it, since it tells who comes for what."""
    return runs(user, meeting) or (not meeting.is_by_appointment and is_member(user, meeting.wijk_id))


def can_change_meeting(user: "User | Any", meeting: "Meeting") -> bool:
    """Change its words, time or place, as long as it did not begin."""
    return meeting.is_to_come and runs(user, meeting)


def can_cancel_meeting(user: "User | Any", meeting: "Meeting") -> bool:
    """Call it off."""
    return meeting.is_to_come and runs(user, meeting)


def can_resume_meeting(user: "User | Any", meeting: "Meeting") -> bool:
    """Let it go on after all. Whether its moment has passed is asked by the action."""
    return meeting.is_cancelled and runs(user, meeting)


def can_edit_agenda(user: "User | Any", meeting: "Meeting") -> bool:
    """Write points and put them in order: the members of the WOP."""
    return not meeting.is_by_appointment and not meeting.is_cancelled and is_member(user, meeting.wijk_id)


def can_answer_points(user: "User | Any", meeting: "Meeting") -> bool:
    """Say yes or no to a point that somebody proposed: the board."""
    return not meeting.is_by_appointment and is_board(user, meeting.wijk_id)


def can_propose_point(user: "User | Any", meeting: "Meeting") -> bool:
    """Propose a point, or ask to speak at one: anybody with an account. Until which day is asked by the action."""
    return bool(user.is_authenticated and user.is_active and meeting.is_to_come and not meeting.is_by_appointment)


def can_sign_up(user: "User | Any", meeting: "Meeting") -> bool:
    """Say that one comes: everybody, without an account too."""
    return meeting.is_to_come and not meeting.is_by_appointment


def can_take_slot(user: "User | Any", meeting: "Meeting") -> bool:
    """Take a moment of a spreekuur: everybody, without an account too."""
    return meeting.is_to_come and meeting.is_by_appointment


def can_add_documents(user: "User | Any", meeting: "Meeting") -> bool:
    """Lay papers on the table, and take them away: the members of the WOP."""
    return not meeting.is_by_appointment and is_member(user, meeting.wijk_id)


def can_write_minutes(user: "User | Any", meeting: "Meeting") -> bool:
    """Write what was said and decided, and who does what: the members of the WOP, once it began."""
    return not meeting.is_by_appointment and meeting.has_begun and is_member(user, meeting.wijk_id)


def can_publish_minutes(user: "User | Any", meeting: "Meeting") -> bool:
    """Make the minutes public: the board."""
    return can_write_minutes(user, meeting) and is_board(user, meeting.wijk_id)


def can_see_who_comes(user: "User | Any", meeting: "Meeting") -> bool:
    """Read first names: of who comes the board, of a spreekuur who runs it."""
    return runs(user, meeting)


# --- Of an action -----------------------------------------------------------------------------------------------------
def can_tick_action(user: "User | Any", action: "ActionPoint") -> bool:
    """Say that something is done: who does it, and the WOP."""
    if not user.is_authenticated or not user.is_active:
        return False
    return action.user_id == user.pk or is_member(user, action.meeting.wijk_id)


# The policy, to be read as a table.
POLICIES: dict[str, Policy] = {
    "open_desk": can_open_desk,
    "change": can_change_meeting,
    "cancel": can_cancel_meeting,
    "resume": can_resume_meeting,
    "edit_agenda": can_edit_agenda,
    "answer_points": can_answer_points,
    "propose": can_propose_point,
    "sign_up": can_sign_up,
    "take_slot": can_take_slot,
    "add_documents": can_add_documents,
    "write_minutes": can_write_minutes,
    "publish_minutes": can_publish_minutes,
    "see_who_comes": can_see_who_comes,
}
