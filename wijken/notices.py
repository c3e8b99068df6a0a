"""Who hears what of a WOP."""

from django.urls import reverse
from django.utils import translation

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import people_with_role
from gemeente.places.models import Wijk
from gemeente.users.models import User

SOMEBODY_ASKS = "wop_join_asked"
ASKS_WITHOUT_BOARD = "wop_join_without_board"
WELCOME = "wop_join_accepted"
NOT_NOW = "wop_join_declined"
YOUR_FUNCTION = "wop_appointed"
HANDED_TO_YOU = "wop_handed_over"
ENDED_FOR_YOU = "wop_ended_for"
TEAM_CHANGED = "wop_team_changed"
WITHOUT_BOARD = "wop_board_gone"


def path_to(name: str, wijk: Wijk) -> str:
    """Where the button of a notice leads, in Dutch."""
    with translation.override("nl"):
        return reverse(f"wijken:{name}", args=[wijk.slug])


def board_but(wijk: Wijk, *but: User) -> list[User]:
    """The board of a WOP, without who did it and whom it is about."""
    return list(people_with_role(Role.WOP_BOARD, wijk).exclude(pk__in=[user.pk for user in but]))


def managers() -> list[User]:
    """Who can give a WOP without a board a new one."""
    return list(people_with_role(Role.MANAGER))
