"""What advice adds to pages of other nouns."""

from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from gemeente.lib.panels import Panel
from gemeente.lib.prepared import prepared
from gemeente.places.models import Wijk
from wijken.advice.enums import AT_THE_WOP, AdviceState
from wijken.advice.models import Advice, Ballot
from wijken.advice.policies import can_take_up_advice, can_vote_on_advice
from wijken.doors import room_door

ON_A_PAGE, IN_THE_ROOM = 4, 20


# --- The wijk ---------------------------------------------------------------------------------------------------------
def advice_of_wijk(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """What a WOP advised and what waits for an answer, that on top."""
    found = newest_of_wijk(wijk.pk)
    for advice in found:
        advice.wijk = wijk
    return {"wijk": wijk, "advices": found}


@prepared
def newest_of_wijk(wijk: Any) -> QuerySet[Advice]:
    """The first of its list."""
    return Advice.objects.public().in_wijk(wijk).for_rows().open_first()[:ON_A_PAGE]


# --- The worktable ----------------------------------------------------------------------------------------------------
def advice_of_room(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """What waits for somebody of the WOP: to take up, to write, to vote on."""
    rows = at_the_wop(request.user.pk, wijk.pk)
    for advice in rows:
        advice.wijk = wijk
    to_vote = [one for one in rows if can_vote_on_advice(request.user, one) and not one.has_voted]
    to_take_up = [one for one in rows if can_take_up_advice(request.user, one)]
    to_write = [one for one in rows if one.state == AdviceState.DRAFTING]
    return {"wijk": wijk, "to_vote": to_vote, "to_take_up": to_take_up, "to_write": to_write}


@prepared
def at_the_wop(user: Any, wijk: Any) -> QuerySet[Advice]:
    """What a WOP works on, and whether somebody voted already."""
    mine = Ballot.objects.filter(round__advice=OuterRef("pk"), round__closed_at=None, voter=user)
    rows = Advice.objects.public().in_wijk(wijk).filter(state__in=AT_THE_WOP).for_rows().select_related("rule", "about")
    return rows.annotate(has_voted=Exists(mine)).order_by("begun_at")[:IN_THE_ROOM]


# --- What it is about -------------------------------------------------------------------------------------------------
def advice_about(request: HttpRequest, about: Any) -> dict[str, Any]:
    """What WOPs advise on a thing: its page shows nothing where nobody does."""
    case = getattr(about, "case", None)
    is_advised = about.subject_id and getattr(case, "is_advised", True)
    return {"advices": advised_on(about.subject_id) if is_advised else []}


@prepared
def advised_on(subject: Any) -> QuerySet[Advice]:
    """The advice on a subject, what was withdrawn left out."""
    rows = Advice.objects.public().filter(about=subject).exclude(state=AdviceState.WITHDRAWN)
    return rows.select_related("wijk").defer("wijk__boundary").order_by(F("given_at").desc(nulls_last=True), "-pk")[:3]


PANELS = (
    Panel("wijk", "advice", "advice/panel_wijk.html", advice_of_wijk, position=50, title=_("Advies, en het antwoord")),
    Panel("room", "advice", "advice/panel_room.html", advice_of_room, position=30),
    Panel("initiative", "advice", "advice/panel_about.html", advice_about, position=30),
    Panel("opgave", "advice", "advice/panel_about.html", advice_about, position=60),
    room_door(
        "advice",
        title=_("Adviezen"),
        text=_("Schrijf samen een advies aan de gemeente, stem erover en volg het antwoord."),
        url_name="advice:room",
        link_label=_("Naar de adviezen"),
        position=30,
    ),
)
