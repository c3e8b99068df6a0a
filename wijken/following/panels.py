"""What following adds to pages of other nouns."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Entry
from gemeente.lib.panels import Panel
from gemeente.lib.prepared import prepared
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.doors import board_door
from wijken.following.models import Watch
from wijken.following.news import Item, each_once, first, news_entries

SHOWN = 5  # pieces of news on the page of a wijk


def watches_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """What somebody follows, in a line."""
    return {"watches": list(watched_by(user.pk))}


def watching(user: Any) -> tuple[QuerySet[Watch], ...]:
    """Without one of these somebody follows nothing."""
    return (Watch.objects.filter(user=user),)


@prepared
def watched_by(user: Any) -> QuerySet[Watch]:
    """The rows, with the names of wijk and theme."""
    rows = Watch.objects.filter(user=user).select_related("wijk", "theme")
    rows = rows.only("pace", "metres", "wijk__name", "theme__name", "theme__name_en")
    return rows.order_by("-pk")[:20]


def news_panel(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """The newest of a wijk."""
    return {"wijk": wijk, "items": newest_in(wijk)}


def newest_in(wijk: Wijk) -> list[Item]:
    """The last event of each of the things that something happened to last."""
    items = first(each_once(entries_in(wijk.pk)), SHOWN)
    return sorted(items, key=lambda item: item.entry.created_at, reverse=True)


@prepared
def entries_in(wijk: Any) -> QuerySet[Entry]:
    """The newest events of a wijk, more than are shown: some are about one thing."""
    return news_entries().filter(subject__wijk=wijk)[: SHOWN * 5]


def follow_card(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """The way to follow the wijk."""
    return {"wijk": wijk}


PANELS = (
    Panel(
        "wijk",
        "news",
        "following/panel_news.html",
        news_panel,
        position=25,
        title=_("Nieuws uit de wijk"),
        asks=lambda _request, wijk: [entries_in.later(wijk.pk)],
    ),
    Panel("wijk_now", "following", "following/panel_follow.html", follow_card, position=10),
    Panel(
        "mine",
        "following",
        "following/panel_mine.html",
        watches_of_person,
        position=60,
        rows=watching,
        invites=True,
        asks=lambda _request, user: [watched_by.later(user.pk)],
    ),
    board_door(
        "following",
        title=_("Volgers en eigen site"),
        text=_("Zie hoeveel mensen de wijk volgen, nodig jullie maillijst uit en zet het nieuws op jullie eigen site."),
        url_name="following:followers",
        link_label=_("Naar volgers en site"),
        position=90,
    ),
)
