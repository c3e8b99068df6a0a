"""Who may do what with the agenda of a wijk. Residents of its WOP write it; the gemeente and partners answer.

Pure: roles and mandates load once per request onto the user. Nobody has two hats at once: who promised something never
counter-signs it, and one person signs a text for one party (the actions ask that).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gemeente.accounts.enums import STAFF_ROLES, Role
from gemeente.accounts.policies import is_signed_in
from gemeente.accounts.roles import has_any_role
from gemeente.partners.mandates import held_mandates
from gemeente.partners.policies import can_promise, can_promise_for, can_sign_for, speaks_for, speaks_for_gemeente
from wijken.agenda.enums import OPEN_STATES, TALKING_STATES, Answer, PartyKind
from wijken.policies import is_board, is_member

if TYPE_CHECKING:
    from wijken.agenda.models import Contribution, Opgave, OpgaveOffer, Party, Promise

OpgavePolicy = Callable[[Any, "Opgave"], bool]
PromisePolicy = Callable[[Any, "Promise"], bool]


# --- The agenda -------------------------------------------------------------------------------------------------------
def can_edit_agenda(user: Any, wijk_id: int | None) -> bool:
    """Write the agenda, order it and freeze a version: the members of this WOP."""
    return is_member(user, wijk_id)


def can_offer_agenda(user: Any, wijk_id: int | None) -> bool:
    """Offer it to the gemeente: the board of this WOP."""
    return is_board(user, wijk_id)


def can_rank(user: Any, wijk_id: int | None) -> bool:
    """Say what comes first: who lives in the wijk."""
    return is_signed_in(user) and wijk_id is not None and user.profile.wijk_id == wijk_id


def can_signal(user: Any, wijk_id: int | None) -> bool:
    """Say what is the matter in a wijk: anybody signed in, wherever she lives or works."""
    return is_signed_in(user)


def works_for_gemeente(user: Any) -> bool:
    """Has a role at the gemeente, so that she can say something in its name as what it sees."""
    return has_any_role(user, *STAFF_ROLES)


# --- An opgave --------------------------------------------------------------------------------------------------------
def can_contribute(user: Any, opgave: "Opgave") -> bool:
    """Add something while people find out what is the matter: anybody signed in."""
    return is_signed_in(user) and opgave.state in TALKING_STATES


def can_support(user: Any, opgave: "Opgave") -> bool:
    """Say that it matters: anybody signed in, as long as people work on it."""
    return is_signed_in(user) and opgave.state in OPEN_STATES


def can_work(user: Any, opgave: "Opgave") -> bool:
    """Order, sum up, write the text, name the parties, move it on: the members of this WOP."""
    return is_member(user, opgave.wijk_id)


def can_offer(user: Any, opgave: "Opgave") -> bool:
    """Put something in for an organisation: who holds its mandate, as long as people work on it."""
    return bool(held_mandates(user)) and opgave.state in OPEN_STATES


def can_answer(user: Any, opgave: "Opgave") -> bool:
    """Answer a point that the board offered: who may promise for an organisation."""
    return opgave.offered_at is not None and opgave.state in OPEN_STATES and can_promise(user)


def can_take_back(user: Any, contribution: "Contribution") -> bool:
    """Take a contribution away: who wrote it."""
    return is_signed_in(user) and contribution.author_id == user.pk and contribution.forgotten_at is None


def can_sign_party(user: Any, party: "Party") -> bool:
    """Sign for a party: the board for the WOP, a mandate holder for an organisation, the one named for residents."""
    if party.dropped_at is not None or not is_signed_in(user):
        return False
    if party.kind == PartyKind.WOP:
        return is_board(user, party.opgave.wijk_id)
    if party.kind == PartyKind.ORGANISATION:
        return can_sign_for(user, party.organisation_id)
    return bool(party.person_id == user.pk)


def can_withdraw_offer(user: Any, offer: "OpgaveOffer") -> bool:
    """Take back what an organisation put in: whoever speaks for it."""
    return offer.withdrawn_at is None and speaks_for(user, offer.organisation_id)


# --- A promise --------------------------------------------------------------------------------------------------------
def can_change_promise(user: Any, promise: "Promise") -> bool:
    """Say it anew or withdraw it: who may promise for this organisation."""
    return promise.withdrawn_at is None and can_promise_for(user, promise.organisation_id)


def can_counter_sign(user: Any, promise: "Promise") -> bool:
    """Take it as it stands now: the board of the WOP, once a version."""
    return promise.withdrawn_at is None and not promise.is_signed and is_board(user, promise.opgave.wijk_id)


def can_reply(user: Any, promise: "Promise") -> bool:
    """Say something back: the board, and whoever speaks for the organisation."""
    return is_board(user, promise.opgave.wijk_id) or speaks_for(user, promise.organisation_id)


def can_tell_progress(user: Any, promise: "Promise") -> bool:
    """Tell how far a yes is: a member of the WOP, and whoever speaks for the organisation."""
    if promise.withdrawn_at is not None or promise.answer != Answer.YES:
        return False
    return is_member(user, promise.opgave.wijk_id) or speaks_for(user, promise.organisation_id)


# --- The desk ---------------------------------------------------------------------------------------------------------
def can_read_points(user: Any) -> bool:
    """See at the desk which points wait for an answer: the gebiedsregisseurs, and who speaks for the gemeente."""
    return has_any_role(user, Role.GEBIEDSREGISSEUR) or speaks_for_gemeente(user)


# The policies, to be read as tables.
OPGAVE_POLICIES: dict[str, OpgavePolicy] = {
    "contribute": can_contribute,
    "support": can_support,
    "work": can_work,
    "offer": can_offer,
    "answer": can_answer,
}
PROMISE_POLICIES: dict[str, PromisePolicy] = {
    "change": can_change_promise,
    "counter_sign": can_counter_sign,
    "reply": can_reply,
    "progress": can_tell_progress,
}
