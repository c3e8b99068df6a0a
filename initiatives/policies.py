"""Who may do what with initiatives. Only owners and whom they named hold the pen: no role of the gemeente appears here.

Policies expect `with_helpers()`; those of what was written down for somebody else stand in `outdoor_policies.py`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from initiatives.enums import Stage

if TYPE_CHECKING:
    from gemeente.users.models import User
    from initiatives.models import Initiative

Policy = Callable[["User | Any", "Initiative"], bool]


def is_owner(user: "User | Any", initiative: "Initiative") -> bool:
    """Whoever began it."""
    return bool(user.is_authenticated and user.is_active and initiative.owner_id == user.pk)


def is_concept(initiative: "Initiative") -> bool:
    """Not yet shown to others."""
    return initiative.stage == Stage.CONCEPT


def is_helper(user: "User | Any", initiative: "Initiative") -> bool:
    """Somebody whom the owner named, who said yes, and who has not stopped."""
    return bool(user.is_authenticated and user.is_active and user.pk in initiative.helper_ids)


def holds_pen(user: "User | Any", initiative: "Initiative") -> bool:
    """The owner, or who acts in her name."""
    return is_owner(user, initiative) or is_helper(user, initiative)


def can_revise_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Change text, place or photo: who holds the pen, as long as it has not ended."""
    return holds_pen(user, initiative) and not initiative.is_ended


def can_publish_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Show it to everybody: the owner, once. Never in her name: that yes is her own."""
    return is_owner(user, initiative) and is_concept(initiative)


def can_move_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Take the next step: who holds the pen of a published initiative."""
    return holds_pen(user, initiative) and not is_concept(initiative)


def can_tell_news(user: "User | Any", initiative: "Initiative") -> bool:
    """Write news: who holds the pen of what is public, also after the end."""
    return holds_pen(user, initiative) and not is_concept(initiative)


def can_read_participants(user: "User | Any", initiative: "Initiative") -> bool:
    """Read who joins in and what they bring: who holds the pen."""
    return holds_pen(user, initiative) and not is_concept(initiative)


def can_remove_photo(user: "User | Any", initiative: "Initiative") -> bool:
    """Take any of its photos away: who holds the pen, at any time."""
    return holds_pen(user, initiative)


def can_name_helper(user: "User | Any", initiative: "Initiative") -> bool:
    """Say who acts in one's name, and end it: the owner."""
    return is_owner(user, initiative)


def can_stop_helping(user: "User | Any", initiative: "Initiative") -> bool:
    """Stop acting for somebody else: the helper herself, at any time."""
    return is_helper(user, initiative)


def can_answer_quiet(user: "User | Any", initiative: "Initiative") -> bool:
    """Say that it still goes on: who holds the pen of what is under way."""
    return holds_pen(user, initiative) and not is_concept(initiative) and not initiative.is_ended


def can_leave_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Hand it over or take everything away, on saying goodbye: the owner of what is public."""
    return is_owner(user, initiative) and not is_concept(initiative)


def can_participate(user: "User | Any", initiative: "Initiative") -> bool:
    """Support it or join in: anybody, a visitor too, but not who holds the pen, nor after the end."""
    return not is_concept(initiative) and not initiative.is_ended and not holds_pen(user, initiative)


# The policy, to be read as a table.
POLICIES: dict[str, Policy] = {
    "revise": can_revise_initiative,
    "publish": can_publish_initiative,
    "move": can_move_initiative,
    "tell_news": can_tell_news,
    "read_participants": can_read_participants,
    "participate": can_participate,
    "remove_photo": can_remove_photo,
    "name_helper": can_name_helper,
    "stop_helping": can_stop_helping,
    "answer_quiet": can_answer_quiet,
    "leave": can_leave_initiative,
}
