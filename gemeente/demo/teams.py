"""The teams of the demo's WOPs, told through the actions people use, before today."""

import datetime as dt

import time_machine
from django.utils import timezone

from gemeente.accounts.actions import assign_role
from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.demo.content.teams import TEAMS, DemoJoinRequest, DemoMember, DemoTeam
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.actions.joining import ask_to_join, decline_request
from wijken.actions.team import appoint_member, hand_over, lay_down, show_own_name
from wijken.actions.wops import add_attendee, change_wop, wop_of
from wijken.enums import Function


def tell_teams(people: dict[str, User]) -> None:
    """Let each WOP have its people: some serve long, one has no chair, and neighbours ask to join."""
    for team in TEAMS:
        wijk = Wijk.objects.get(slug=team.slug)
        tell_team(team, wijk, people)


def tell_team(team: DemoTeam, wijk: Wijk, people: dict[str, User]) -> None:
    """One WOP, from its beginning to today."""
    first = people[team.members[0].who]
    for member in sorted(team.members, key=lambda one: -one.days_ago):
        with ago(member.days_ago):
            let_in(member, wijk, people[member.who], first)
    if team.hands_over:
        old, new, days = team.hands_over
        with ago(days):
            hand_over(wijk=wijk, user=people[old], successor=people[new], actor=people[old], code="chair")
            show_own_name(wijk=wijk, actor=people[new], shows_name=True)
        first = people[new]
    keeper = people[team.members[1].who] if team.stops else first
    with ago(40):
        keep(team, wijk, keeper)
    if team.stops:
        who, days = team.stops
        with ago(days):
            lay_down(wijk=wijk, user=people[who], actor=people[who], code="chair")
    for request in team.requests:
        with ago(request.days_ago):
            ask(request, wijk, people[request.who], keeper)


def ago(days: int) -> time_machine.travel:
    """So many days before today."""
    return time_machine.travel(timezone.now() - dt.timedelta(days=days), tick=False)


def let_in(member: DemoMember, wijk: Wijk, user: User, first: User) -> None:
    """Make somebody one of the team as the gemeente wrote it down at the start; then the WOP itself gives functions."""
    role = Role.WOP_BOARD if user == first else Role.WOP_MEMBER
    if not RoleAssignment.objects.filter(user=user, wijk=wijk, role=role).exists():
        assign_role(user=user, role=role, wijk=wijk, starts_on=timezone.localdate(), actor=None)
    name, _colon, group = member.does.partition(":")
    if name != Function.MEMBER:
        appoint_member(wijk=wijk, user=user, actor=first, function=Function(name), group=group)
    if member.is_named:
        show_own_name(wijk=wijk, actor=user, shows_name=True)


def keep(team: DemoTeam, wijk: Wijk, keeper: User) -> None:
    """What the board keeps: who else comes, and a website of its own."""
    for one in team.attendees:
        about = {"label": one.label, "organisation": one.organisation, "name": one.name}
        add_attendee(wijk=wijk, actor=keeper, is_named=bool(one.name), **about)
    if team.website:
        wop = wop_of(wijk)
        told = {name: getattr(wop, name) for name in ("introduction", "introduction_en", "email", "phone", "version")}
        change_wop(wijk=wijk, actor=keeper, website=team.website, **told)


def ask(request: DemoJoinRequest, wijk: Wijk, user: User, keeper: User) -> None:
    """A neighbour asks; most wait for an answer."""
    asked = ask_to_join(wijk=wijk, actor=user, words=request.words, likes=request.likes)
    if request.refusal:
        decline_request(request=asked, actor=keeper, answer=request.refusal)
