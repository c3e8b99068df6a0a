"""People in the team of a WOP, as the actions leave them."""

import datetime as dt

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import SINCE, person
from wijken.enums import BOARD_FUNCTIONS, Function
from wijken.models import Attendee, JoinRequest, Membership


def in_team(
    user: User | str,
    wijk: Wijk,
    function: Function = Function.MEMBER,
    group: str = "",
    since: dt.date = SINCE,
    *,
    shows_name: bool = False,
) -> User:
    """Somebody of the team, by name where she is nobody yet."""
    user = person(user, wijk) if isinstance(user, str) else user
    roles = [Role.WOP_MEMBER, *([Role.WOP_BOARD] if function in BOARD_FUNCTIONS else [])]
    for role in roles:
        RoleAssignment.objects.get_or_create(user=user, role=role, wijk=wijk, defaults={"starts_on": since})
    Membership.objects.create(
        user=user, wijk=wijk, function=function, group=group, starts_on=since, shows_name=shows_name
    )
    return user


def asks(user: User, wijk: Wijk) -> JoinRequest:
    """A request that waits."""
    return JoinRequest.objects.create(user=user, wijk=wijk, words="Ik woon hier en wil iets doen.", likes="Schrijven")


def comes(wijk: Wijk, label: str = "wijkagent", organisation: str = "politie") -> Attendee:
    """Who else comes."""
    return Attendee.objects.create(wijk=wijk, label=label, organisation=organisation, starts_on=SINCE)
