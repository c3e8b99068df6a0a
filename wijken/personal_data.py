"""What the teams of the WOPs keep about a person."""

from typing import Any

from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User
from wijken.enums import RequestState
from wijken.models import JoinRequest, Membership, Werkwijze


def export_teams(user: User) -> dict[str, Any]:
    """What she did in which WOP since when, what she was told at its end, what she asked, and published."""
    rows = Membership.objects.filter(user=user).order_by("starts_on", "pk")
    asked = JoinRequest.objects.filter(user=user).order_by("pk")
    ways = Werkwijze.objects.filter(published_by=user).order_by("published_at", "pk")
    done = ("wijk__name", "function", "group", "starts_on", "ends_on", "shows_name", "end_reason")
    return {
        "functions": list(rows.values(*done)),
        "ways_published": list(ways.values("wijk__name", "number", "published_at")),
        "requests": list(asked.values("wijk__name", "words", "likes", "state", "answer", "created_at", "answered_at")),
    }


def erase_teams(user: User) -> None:
    """Forget her words, what she was told and her consent. That a WOP had a chair then stays, under an emptied row."""
    Membership.objects.filter(user=user).update(shows_name=False, end_reason="")
    waiting = JoinRequest.objects.open().filter(user=user)
    waiting.update(state=RequestState.WITHDRAWN)
    JoinRequest.objects.filter(user=user).update(words="", likes="", answer="")


def move_teams(old: User, new: User) -> None:
    """What was hers stays hers, as far as she has not the same already."""
    waiting = JoinRequest.objects.open()
    twice = waiting.filter(user=old, wijk__in=waiting.filter(user=new).values("wijk"))
    twice.update(state=RequestState.WITHDRAWN, words="", likes="")
    JoinRequest.objects.filter(user=old).update(user=new)
    known = Membership.objects.filter(user=new).values("wijk")
    Membership.objects.filter(user=old).exclude(wijk__in=known).update(user=new)


TEAM_DATA = PersonalData("teams", export_teams, erase_teams, move_teams)
