"""What advice adds to pages of other nouns."""

from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gemeente.lib.panels import Panel
from gemeente.lib.prepared import Asked, prepared
from gemeente.moderation.models import Hiding, Report
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.advice.enums import AT_THE_WOP, AdviceState
from wijken.advice.models import Advice, Ballot, Reaction, Reply, Voornemen
from wijken.advice.policies import can_take_up_advice, can_vote_on_advice
from wijken.doors import room_door

ON_A_PAGE, IN_THE_ROOM = 4, 20
LONG = ("text", "fixed", "undecided", "subject__search", "subject__search_text")  # of a plan, on a row


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
    told = {"to_vote": to_vote, "to_take_up": to_take_up, "to_write": to_write}
    return told | {"wijk": wijk, "plans": [plan for plan in running_in(wijk.pk) if plan.takes_reactions]}


@prepared
def at_the_wop(user: Any, wijk: Any) -> QuerySet[Advice]:
    """What a WOP works on, and whether somebody voted already."""
    mine = Ballot.objects.filter(round__advice=OuterRef("pk"), round__closed_at=None, voter=user)
    rows = Advice.objects.public().in_wijk(wijk).filter(state__in=AT_THE_WOP).for_rows().select_related("rule", "about")
    return rows.annotate(has_voted=Exists(mine)).order_by("begun_at")[:IN_THE_ROOM]


# --- What it is about -------------------------------------------------------------------------------------------------
def advice_about(request: HttpRequest, about: Any) -> dict[str, Any]:
    """What WOPs advise on a thing: its page shows nothing where nobody does."""
    found = [advice for asked in advice_asks(request, about) for advice in asked()]
    return {"advices": found, "ask_url": "" if found else ask_url_for(request.user, about)}


def advice_asks(request: HttpRequest, about: Any) -> list[Asked]:
    """What `advice_about` asks."""
    is_advised = about.subject_id and getattr(getattr(about, "case", None), "is_advised", True)
    return [advised_on.later(about.subject_id)] if is_advised else []


def ask_url_for(user: Any, about: Any) -> str:
    """Where the owner of what is not over asks the WOP of its wijk for advice; empty for everybody else."""
    is_hers = user.is_authenticated and getattr(about, "owner_id", None) == user.pk
    if not is_hers or not about.subject_id or about.wijk_id is None or about.is_ended:
        return ""
    return reverse("advice:ask", args=[about.wijk.slug]) + f"?over={about.subject_id}"


@prepared
def advised_on(subject: Any) -> QuerySet[Advice]:
    """The advice on a subject, what was withdrawn left out."""
    rows = Advice.objects.public().filter(about=subject).exclude(state=AdviceState.WITHDRAWN)
    return rows.select_related("wijk").defer("wijk__boundary").order_by(F("given_at").desc(nulls_last=True), "-pk")[:3]


# --- Plans of the gemeente --------------------------------------------------------------------------------------------
def plans_of_wijk(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """Plans that lie before a wijk now, the first that ends on top."""
    return {"wijk": wijk, "plans": running_in(wijk.pk)}


@prepared
def running_in(wijk: Any) -> QuerySet[Voornemen]:
    """The rows."""
    rows = Voornemen.objects.public().in_wijk(wijk).filter(ended_at=None).for_rows()
    return rows.order_by("react_until", "pk")[:ON_A_PAGE]


def reactions_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """On what somebody reacted, and what came of it."""
    return {"reactions": reacted_by(user.pk)}


@prepared
def reacted_by(user: Any) -> QuerySet[Reaction]:
    """The newest, with their plans."""
    rows = Reaction.objects.filter(author=user, voornemen__subject__is_public=True)
    rows = rows.select_related("voornemen__subject").defer(*(f"voornemen__{name}" for name in LONG))
    return rows.order_by("-pk")[:IN_THE_ROOM]


# --- The desk ---------------------------------------------------------------------------------------------------------
def doors_of_desk(request: HttpRequest, user: User) -> dict[str, Any]:
    """Where the desk finds advice and plans. It asks nothing: the werkbak is at its budget of queries already."""
    return {}


# --- For who judges ---------------------------------------------------------------------------------------------------
def reported(request: HttpRequest, about: Report | Hiding) -> dict[str, Any]:
    """What a moderator judges, as everybody reads it."""
    if about.subject.kind == "advice":
        return {"advice": Advice.objects.whole().filter(subject=about.subject).first(), "part": words_of(about.part)}
    if about.subject.kind == "voornemen":
        return {"plan": Voornemen.objects.filter(subject=about.subject).first(), "part": words_of(about.part)}
    return {}


def words_of(code: str) -> str:
    """The words of a part."""
    kind, _colon, number = code.partition(":")
    found = {
        "view": Ballot.objects.values_list("view", flat=True),
        "reply": Reply.objects.values_list("text", flat=True),
        "reaction": Reaction.objects.values_list("text", flat=True),
    }
    return (found[kind].filter(pk=number).first() or "") if kind in found else ""


PANELS = (
    Panel(
        "wijk",
        "plans",
        "advice/panel_plans.html",
        plans_of_wijk,
        position=45,
        title=_("Plannen van de gemeente"),
        asks=lambda _request, wijk: [running_in.later(wijk.pk)],
    ),
    Panel(
        "mine",
        "reactions",
        "advice/panel_mine.html",
        reactions_of_person,
        position=35,
        rows=lambda user: (Reaction.objects.filter(author=user),),
        asks=lambda _request, user: [reacted_by.later(user.pk)],
    ),
    Panel("worklist", "advice", "advice/panel_desk.html", doors_of_desk),
    Panel("voornemen", "advice", "advice/panel_about.html", advice_about),
    Panel("report", "advice", "advice/panel_report.html", reported),
    Panel(
        "wijk",
        "advice",
        "advice/panel_wijk.html",
        advice_of_wijk,
        position=50,
        title=_("Advies, en het antwoord"),
        asks=lambda _request, wijk: [newest_of_wijk.later(wijk.pk)],
    ),
    Panel(
        "room",
        "advice",
        "advice/panel_room.html",
        advice_of_room,
        position=30,
        asks=lambda request, wijk: [at_the_wop.later(request.user.pk, wijk.pk), running_in.later(wijk.pk)],
    ),
    Panel("initiative", "advice", "advice/panel_about.html", advice_about, position=30, asks=advice_asks),
    Panel("opgave", "advice", "advice/panel_about.html", advice_about, position=60, asks=advice_asks),
    room_door(
        "advice",
        title=_("Adviezen"),
        text=_("Schrijf samen een advies aan de gemeente, stem erover en volg het antwoord."),
        url_name="advice:room",
        link_label=_("Naar de adviezen"),
        position=30,
    ),
)
