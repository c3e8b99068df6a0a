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


def is_ended(initiative: "Initiative") -> bool:
    """Realised or stopped."""
    return initiative.stage in {Stage.REALISED, Stage.STOPPED}


def can_revise_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Change the text: the owner, as long as it has not ended."""
    return is_owner(user, initiative) and not is_ended(initiative)


def can_publish_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Show it to everybody: the owner, once."""
    return is_owner(user, initiative) and is_concept(initiative)


def can_move_initiative(user: "User | Any", initiative: "Initiative") -> bool:
    """Take the next step: the owner of a published initiative."""
    return is_owner(user, initiative) and not is_concept(initiative)


# The policy, to be read as a table.
POLICIES: dict[str, Policy] = {
    "revise": can_revise_initiative,
    "publish": can_publish_initiative,
    "move": can_move_initiative,
}
