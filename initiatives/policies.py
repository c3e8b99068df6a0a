"""Who may do what with initiatives. Only owners hold the pen: no role of the gemeente appears here."""

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


def can_revise_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Change text, place or photo: the owner, as long as it has not ended."""
    return is_owner(user, initiative) and not initiative.is_ended


def can_publish_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Show it to everybody: the owner, once."""
    return is_owner(user, initiative) and is_concept(initiative)


def can_move_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Take the next step: the owner of a published initiative."""
    return is_owner(user, initiative) and not is_concept(initiative)


def can_tell_news(user: "User | Any", initiative: "Initiative") -> bool:
    """Write news: the owner of what is public, also after the end."""
    return is_owner(user, initiative) and not is_concept(initiative)


def can_read_participants(user: "User | Any", initiative: "Initiative") -> bool:
    """Read who joins in and what they bring: the owner."""
    return is_owner(user, initiative) and not is_concept(initiative)


def can_remove_photo(user: "User | Any", initiative: "Initiative") -> bool:
    """Take any of its photos away: the owner, at any time."""
    return is_owner(user, initiative)


def can_participate(user: "User | Any", initiative: "Initiative") -> bool:
    """Support it or join in: anybody, a visitor too, but not the owner herself nor after the end."""
    return not is_concept(initiative) and not initiative.is_ended and not is_owner(user, initiative)


# The policy, to be read as a table.
POLICIES: dict[str, Policy] = {
    "revise": can_revise_initiative,
    "publish": can_publish_initiative,
    "move": can_move_initiative,
    "tell_news": can_tell_news,
    "read_participants": can_read_participants,
    "participate": can_participate,
    "remove_photo": can_remove_photo,
}
