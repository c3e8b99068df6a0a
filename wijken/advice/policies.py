"""Who may do what with advice. The WOP writes and decides; the gemeente answers, and neither does the other's part.

Pure: they read the roles that the user of a request carries, and an advice as `whole()` gives it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gemeente.accounts.enums import STAFF_ROLES, Role
from gemeente.accounts.policies import can_be_contact, is_signed_in
from gemeente.accounts.roles import has_any_role
from gemeente.cases.stand_ins import stands_in_for
from wijken.advice.enums import AdviceState, Asker
from wijken.policies import attends_only, is_board, is_member
from wijken.voting import Voters

if TYPE_CHECKING:
    from gemeente.users.models import User
    from wijken.advice.models import Advice, Reaction, Voornemen

Policy = Callable[["User | Any", "Advice"], bool]


# --- The WOP ----------------------------------------------------------------------------------------------------------
def can_see_work(user: "User | Any", advice: "Advice") -> bool:
    """Read drafts, the words of neighbours, and who voted what: the people of the WOP."""
    return is_member(user, advice.wijk_id)


def can_take_up_advice(user: "User | Any", advice: "Advice") -> bool:
    """Begin with what was asked: the board."""
    return is_board(user, advice.wijk_id) and advice.state == AdviceState.ASKED


def can_write_advice(user: "User | Any", advice: "Advice") -> bool:
    """Write the text: all people of the WOP, until the vote begins."""
    return is_member(user, advice.wijk_id) and advice.state == AdviceState.DRAFTING


def can_open_vote(user: "User | Any", advice: "Advice") -> bool:
    """Let the WOP vote: the board, once there is a text."""
    return is_board(user, advice.wijk_id) and advice.state == AdviceState.DRAFTING and advice.version_count > 0


def is_voter(user: "User | Any", advice: "Advice") -> bool:
    """Whether she is one of those who decide, by the rule under which the advice began."""
    if advice.rule is None:
        return False
    return (is_board if advice.rule.voters == Voters.BOARD else is_member)(user, advice.wijk_id)


def can_vote_on_advice(user: "User | Any", advice: "Advice") -> bool:
    """Vote, or change one's vote."""
    return advice.state == AdviceState.VOTING and is_voter(user, advice)


def can_close_vote(user: "User | Any", advice: "Advice") -> bool:
    """Count the votes, or give more time: the board."""
    return is_board(user, advice.wijk_id) and advice.state == AdviceState.VOTING


def can_withdraw_advice(user: "User | Any", advice: "Advice") -> bool:
    """Stop with it before it is given: the board; as long as nobody began, also who asked."""
    if is_board(user, advice.wijk_id):
        return advice.is_at_the_wop
    return is_signed_in(user) and advice.state == AdviceState.ASKED and advice.asked_by_id == user.pk


# --- Others -----------------------------------------------------------------------------------------------------------
def can_say_opinion(user: "User | Any", advice: "Advice") -> bool:
    """Say what one thinks of it as a resident, where the wijk asks that; not who votes on it or comes for work."""
    if not is_signed_in(user) or attends_only(user):
        return False
    return advice.takes_opinions and not is_voter(user, advice)


def asker_kind(user: "User | Any", *, owns_subject: bool = False) -> Asker | None:
    """As what somebody may ask a WOP for advice; None for who may not.

    Civil servants who have contact with residents, people of partners, and who owns what the advice is about.
    """
    if can_be_contact(user):
        return Asker.GEMEENTE
    if has_any_role(user, Role.PARTNER):
        return Asker.PARTNER
    return Asker.RESIDENT if owns_subject and is_signed_in(user) else None


# --- The gemeente -----------------------------------------------------------------------------------------------------
def can_reply(user: "User | Any", advice: "Advice") -> bool:
    """Answer in the name of the gemeente: the one responsible, or who stands in for her today.

    Where nobody is, any civil servant who has contact with residents. A later answer corrects an earlier one.
    """
    if not advice.is_out or not can_be_contact(user):
        return False
    return advice.responsible_id is None or advice.responsible_id in {user.pk, *stands_in_for(user)}


def can_hand_over_advice(user: "User | Any", advice: "Advice") -> bool:
    """Make a colleague responsible for the answer: who is so now, or the team lead."""
    return advice.state == AdviceState.GIVEN and (can_reply(user, advice) or has_any_role(user, Role.TEAM_LEAD))


# --- Plans of the gemeente --------------------------------------------------------------------------------------------
# A civil servant who has contact with residents lays a plan before a wijk, and then owes what follows.
can_lay_voornemen = can_be_contact


def can_work_on_voornemen(user: "User | Any", voornemen: "Voornemen") -> bool:
    """Treat reactions, give more time, decide, cancel: the one responsible, or who stands in for her today."""
    if not voornemen.is_running or not can_be_contact(user):
        return False
    return voornemen.responsible_id in {user.pk, *stands_in_for(user)}


def can_hand_over_voornemen(user: "User | Any", voornemen: "Voornemen") -> bool:
    """Make a colleague responsible: who is so now, or the team lead."""
    lead = has_any_role(user, Role.TEAM_LEAD) and voornemen.is_running
    return can_work_on_voornemen(user, voornemen) or lead


def can_react(user: "User | Any", voornemen: "Voornemen") -> bool:
    """React in public, as long as the term runs: who signed in, but not who works for the gemeente."""
    return is_signed_in(user) and not has_any_role(user, *STAFF_ROLES) and voornemen.takes_reactions


def can_take_back_reaction(user: "User | Any", reaction: "Reaction") -> bool:
    """Take one's own reaction away, as long as the term runs. Expects its plan to be loaded."""
    return is_signed_in(user) and reaction.author_id == user.pk and reaction.voornemen.takes_reactions


PLAN_POLICIES: dict[str, "Callable[[User | Any, Voornemen], bool]"] = {
    "work": can_work_on_voornemen,
    "hand_over": can_hand_over_voornemen,
    "react": can_react,
}

# The policy, to be read as a table.
POLICIES: dict[str, Policy] = {
    "see_work": can_see_work,
    "take_up": can_take_up_advice,
    "write": can_write_advice,
    "open_vote": can_open_vote,
    "vote": can_vote_on_advice,
    "close_vote": can_close_vote,
    "withdraw": can_withdraw_advice,
    "say": can_say_opinion,
    "reply": can_reply,
    "hand_over": can_hand_over_advice,
}
