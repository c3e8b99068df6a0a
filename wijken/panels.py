"""What the floor's own modules add to pages of a wijk, to the worktable of its WOP and to one's own page."""

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.enums import SELF_RUN_ROLES
from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.roles import held_roles
from gemeente.lib.panels import Panel
from gemeente.lib.prepared import Asked, prepared
from gemeente.lib.together import moment_of
from gemeente.moderation.models import Hiding, Report
from gemeente.moderation.parts import ids_of
from gemeente.places.models import Wijk, in_language
from gemeente.users.models import User
from wijken.doors import board_door, room_door
from wijken.enums import OFFICES, Function, RequestState
from wijken.mapping import map_asks, map_of_wijk
from wijken.models import JoinRequest, Membership, WijkDocument, WijkPage
from wijken.parts import document_part, is_hidden
from wijken.policies import attends_only, is_board, is_member
from wijken.team import board_in, sort_board, vacancies_of

WAITING = 5  # requests on the worktable; the rest is behind the door
REMEMBERED = dt.timedelta(days=30)  # an answer stays on one's own page


@prepared
def board_on(wijk: Any, day: Any) -> QuerySet[User]:
    """The board of a WOP on a day."""
    return board_in(wijk, day)


@prepared
def asked_in(wijk: Any, *, most: int) -> QuerySet[JoinRequest]:
    """Who waits for an answer of a WOP, longest first."""
    rows = JoinRequest.objects.open().filter(wijk=wijk).select_related("user__profile")
    return rows.order_by("created_at", "pk")[:most]


@prepared
def wijken_of(wijken: Any) -> QuerySet[Wijk]:
    """Wijken by id."""
    return Wijk.objects.filter(pk=wijken).only("name", "slug")


@prepared
def asked_by(user: Any, since: Any) -> QuerySet[JoinRequest]:
    """What somebody asks, and what was answered lately."""
    rows = JoinRequest.objects.filter(Q(state=RequestState.OPEN) | Q(answered_at__gte=since), user=user)
    return rows.select_related("wijk").defer("wijk__boundary").order_by("-pk")[:10]


@prepared
def done_by(user: Any, day: Any) -> QuerySet[Membership]:
    """What somebody does in WOPs, with the wijk of each."""
    rows = Membership.objects.filter(user=user).on(day).select_related("wijk").defer("wijk__boundary")
    return rows.order_by("wijk__name", "pk")


def board_asks(request: HttpRequest, wijk: Wijk) -> list[Asked]:
    """What `team_card` asks."""
    return [board_on.later(wijk.pk, timezone.localdate())]


def team_card(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """Who runs the WOP, how to reach it, and that it seeks people."""
    board = sort_board(board_on(wijk.pk, timezone.localdate()))
    vacancies = vacancies_of(board)
    return {
        "wijk": wijk,
        "wop": getattr(wijk, "wop", None),
        "offices": [one for one in board if one.shows_name],
        "seeks_chair": Function.CHAIR in vacancies,
        "seeks": [one.label.lower() for one in vacancies if one in OFFICES and one != Function.CHAIR],
    }


def team_at_work(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """For the board: who waits for an answer."""
    return {"wijk": wijk, "waiting": [one for asked in waiting_asks(request, wijk) for one in asked()]}


def waiting_asks(request: HttpRequest, wijk: Wijk) -> list[Asked]:
    """What `team_at_work` asks."""
    return [asked_in.later(wijk.pk, most=WAITING)] if is_board(request.user, wijk.pk) else []


def in_teams(user: Any) -> tuple[QuerySet[Any], ...]:
    """Without one of these somebody has nothing with a WOP."""
    roles = RoleAssignment.objects.filter(user=user, role__in=sorted(SELF_RUN_ROLES))
    return JoinRequest.objects.filter(user=user), roles


def teams_ask(request: HttpRequest, user: User) -> list[Asked]:
    """What `teams_of_person` asks."""
    asked = [] if attends_only(user) else [asked_by.later(user.pk, moment_of(request) - REMEMBERED)]
    is_in_one = any(role.role in SELF_RUN_ROLES for role in held_roles(user))
    return [*asked, done_by.later(user.pk, timezone.localdate())] if is_in_one else asked


def teams_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """The WOPs that somebody is of with what she does there, and what she asked."""
    today = timezone.localdate()
    held = {role.wijk_id for role in held_roles(user) if role.role in SELF_RUN_ROLES}
    rows = done_by(user.pk, today) if held else []
    found: dict[int, dict[str, Any]] = {}
    for row in rows:
        if row.wijk_id in held and (not row.is_of_board or is_board(user, row.wijk_id)):
            found.setdefault(row.wijk_id, {"wijk": row.wijk, "does": []})["does"].append(row.label)
    for pk in sorted(held - found.keys(), key=lambda pk: pk or 0):
        wijk = next(iter(wijken_of(pk)), None)
        if wijk:
            label = Function.BOARD.label if is_board(user, pk) else Function.MEMBER.label
            found[wijk.pk] = {"wijk": wijk, "does": [label]}
    teams = [team for pk, team in found.items() if is_member(user, pk)]
    return {
        "teams": teams,
        "requests": [] if attends_only(user) else asked_by(user.pk, moment_of(request) - REMEMBERED),
        "user": user,
    }


def documents_of_wijk(request: HttpRequest, wijk: Any) -> dict[str, Any]:
    """What everybody may save; the page brought it with the wijk."""
    papers = [] if is_hidden(wijk) else [WijkDocument(**paper) for paper in wijk.papers]
    return {"documents": [paper for paper in papers if document_part(paper) not in wijk.hidden_parts]}


def reported_of_wop(request: HttpRequest, about: Report | Hiding) -> dict[str, Any]:
    """What a moderator judges of the page of a wijk: a document, or the words of its WOP."""
    if about.subject.kind != "wop":
        return {"wop": None}
    keys, numbers = ids_of({about.part}, "document"), ids_of({about.part}, "page")
    page = WijkPage.objects.filter(wijk=about.subject.wijk_id, number__in=numbers).first()
    return {
        "wop": about.subject,
        "document": WijkDocument.objects.filter(wijk=about.subject.wijk_id, key__in=keys).first(),
        "words": [page.welcome, *(f"{row['title']} {row['text']}" for row in page.sections)] if page else [],
    }


def way_of_wijk(request: HttpRequest, wijk: Any) -> dict[str, Any]:
    """How the wijk works, in one line; the page brought its stages, none where it goes the common way."""
    return {"wijk": wijk, "labels": [in_language(stage["nl"], stage["en"]) for stage in wijk.way_stages]}


PANELS = (
    Panel("report", "wop", "wijken/panel_report.html", reported_of_wop),
    Panel("wijk", "map", "wijken/panel_map.html", map_of_wijk, 30, title=_("Op de kaart"), asks=map_asks),
    Panel(
        "wijk", "documents", "wijken/panel_documents.html", documents_of_wijk, position=80, title=_("Om te downloaden")
    ),
    Panel("wijk_side", "team", "wijken/team_card.html", team_card, position=10, asks=board_asks),
    Panel("room", "team", "wijken/team_at_work.html", team_at_work, position=10, asks=waiting_asks),
    room_door(
        "team",
        title=_("Het team"),
        text=_("Wie doet wat. Geef een functie, draag over wat je doet, of stop ermee."),
        url_name="wijken:team_inside",
        link_label=_("Naar het team"),
        position=10,
    ),
    room_door(
        "own_name",
        title=_("Jouw naam"),
        text=_("Kies of iedereen ziet wie je bent en wat je doet."),
        url_name="wijken:own_name",
        link_label=_("Kies zelf"),
        position=95,
    ),
    board_door(
        "themes",
        title=_("Thema's van de wijk"),
        text=_("Waar het in jullie wijk om draait, in jullie eigen woorden."),
        url_name="wijken:themes",
        link_label=_("Kies de thema's"),
        position=60,
    ),
    board_door(
        "wop_details",
        title=_("Gegevens van het WOP"),
        text=_("Hoe jullie je voorstellen, en hoe buren jullie bereiken."),
        url_name="wijken:wop_details",
        link_label=_("Verander de gegevens"),
        position=90,
    ),
    board_door(
        "page",
        title=_("Jullie pagina"),
        text=_("Kies wat er op de pagina van de wijk staat, in welke volgorde, en schrijf jullie eigen welkom."),
        url_name="wijken:page",
        link_label=_("Naar jullie pagina"),
        position=20,
    ),
    Panel("wijk", "way", "wijken/panel_way.html", way_of_wijk, position=70, title=_("Zo werken wij")),
    board_door(
        "way",
        title=_("Werkwijze"),
        text=_("Kies de stappen van een plan, wat jullie vragen, hoe jullie beslissen en wat jullie beloven."),
        url_name="wijken:way_room",
        link_label=_("Naar de werkwijze"),
        position=70,
    ),
    board_door(
        "documents",
        title=_("Documenten"),
        text=_("Zet een jaarverslag, wijkkrant of plan als PDF op jullie pagina, of haal er een weg."),
        url_name="wijken:documents",
        link_label=_("Naar de documenten"),
        position=80,
    ),
    Panel("mine", "teams", "wijken/panel_mine.html", teams_of_person, position=30, rows=in_teams, asks=teams_ask),
)
