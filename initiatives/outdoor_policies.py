"""Who may do what with a plan that was written down for somebody without an account. Policies expect `with_yes()`.

Writing down is the work of a scribe: until the owner says yes nobody else sees it, and only her own yes puts it online.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gemeente.accounts.enums import OUTDOOR_ROLES
from gemeente.accounts.policies import can_be_contact
from gemeente.accounts.roles import has_any_role
from gemeente.cases.stand_ins import stands_in_for
from initiatives.policies import is_concept, pen_ids

if TYPE_CHECKING:
    from gemeente.users.models import User
    from initiatives.models import Initiative

Policy = Callable[["User | Any", "Initiative"], bool]


def can_note_outdoors(user: "User | Any") -> bool:
    """Write down what somebody else wants to do: who goes outdoors for her work, and boards of a WOP."""
    return has_any_role(user, *OUTDOOR_ROLES)


def is_on_paper(initiative: "Initiative") -> bool:
    """Its owner has no account: she neither signs in nor reads our mail."""
    return initiative.owner.is_active and not initiative.owner.email


def is_noter(user: "User | Any", initiative: "Initiative") -> bool:
    """Who wrote it down, as long as she has a role for that."""
    return bool(user.is_authenticated and initiative.noted_by_id == user.pk and can_note_outdoors(user))


def is_contact_of(user: "User | Any", initiative: "Initiative") -> bool:
    """The contact person of its case, as long as she works there, or who stands in for her today."""
    case = initiative.case
    if case is None or case.contact_id is None or not can_be_contact(user):
        return False
    return case.contact_id == user.pk or case.contact_id in stands_in_for(user)


def can_record_yes(user: "User | Any", initiative: "Initiative") -> bool:
    """Keep what the owner said of a concept, or forget it for her: who wrote it down."""
    return is_noter(user, initiative) and is_on_paper(initiative) and is_concept(initiative)


def can_write_down(user: "User | Any", initiative: "Initiative") -> bool:
    """Complete the parts as a scribe: who wrote it down, until the owner says yes to the text."""
    return can_record_yes(user, initiative) and initiative.standing_yes is None


def can_publish_for_owner(user: "User | Any", initiative: "Initiative") -> bool:
    """Put online what the owner said yes to, as it stands now: who wrote it down."""
    yes = initiative.standing_yes
    return can_record_yes(user, initiative) and yes is not None and yes.is_complete


def cares_for(user: "User | Any", initiative: "Initiative") -> bool:
    """Who hears the owner of something public by phone or letter: who wrote it down, or her contact person."""
    is_known = is_noter(user, initiative) or is_contact_of(user, initiative)
    return is_known and is_on_paper(initiative) and not is_concept(initiative)


def can_end_helper_for_owner(user: "User | Any", initiative: "Initiative") -> bool:
    """Write down that the owner no longer wants her helper."""
    return cares_for(user, initiative)


def can_answer_for_owner(user: "User | Any", initiative: "Initiative") -> bool:
    """Write down that the owner says: it still goes on. With somebody who holds the pen that is hers."""
    return cares_for(user, initiative) and not initiative.is_ended and not pen_ids(initiative)


def can_withdraw_for_owner(user: "User | Any", initiative: "Initiative") -> bool:
    """Take everything away because the owner asks so by phone or letter."""
    return cares_for(user, initiative)


# The policy, to be read as a table.
POLICIES: dict[str, Policy] = {
    "record_yes": can_record_yes,
    "write_down": can_write_down,
    "publish_for_owner": can_publish_for_owner,
    "end_helper": can_end_helper_for_owner,
    "answer": can_answer_for_owner,
    "withdraw": can_withdraw_for_owner,
}
