"""Panels: how a page of a lower noun shows higher nouns without importing them (design.md section 1).

The page asks `render_panels(place, request, subject)`; each higher app registers in `apps.py` what it adds to a place.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Exists, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from gemeente.lib.prepared import Asked, prepared
from gemeente.lib.together import ahead


@dataclass(frozen=True)
class Panel:
    """A part of a page: where it goes, how it gets its data, which template shows it.

    Where its `title` is set, the page draws the section around it, with that heading or another one that somebody
    chose; the template is what stands under the heading, nothing at all where there is nothing to show.

    `rows(about)`: querysets, by the id of what the page is about. `render_panels` asks in one query for all panels of
    a place whether there is a row; who has none is spared the panel, or gets it without data where it `invites`.

    `asks(request, about)`: the prepared queries that `query` will ask, with the same values. The page asks those of all
    its panels in one (`lib.together`); `query` then finds its answer ready.
    """

    place: str
    name: str
    template: str
    query: Callable[[HttpRequest, Any], dict[str, Any]]
    position: int = 100
    title: str | Promise = ""
    rows: Callable[[Any], "tuple[QuerySet[Any], ...]"] | None = None
    invites: bool = False
    asks: Callable[[HttpRequest, Any], Iterable[Asked]] | None = None


def manage_door(
    name: str, *, title: str, text: str, url_name: str, link_label: str, position: int, tone: str = ""
) -> Panel:
    """A door of a manager's start page to what an app lets her decide. The pages of a manager are in Dutch only."""
    door = {"title": title, "text": text, "link_label": link_label, "tone": tone}
    return Panel("manage", name, "manage/door.html", lambda *_about: door | {"url": reverse(url_name)}, position)


_panels: dict[tuple[str, str], Panel] = {}


def register_panel(panel: Panel) -> None:
    """Add a panel to its place. Raises ValueError when that place has one of that name."""
    if (panel.place, panel.name) in _panels:
        raise ValueError(f"panel {panel.name} is registered twice for {panel.place}")
    _panels[panel.place, panel.name] = panel


def panels_at(place: str) -> list[Panel]:
    """The panels of a place, in order."""
    return sorted((p for p in _panels.values() if p.place == place), key=lambda p: (p.position, p.name))


def render_panel(panel: Panel, request: HttpRequest, about: Any) -> SafeString:
    """One panel as HTML; only now is its query asked."""
    return render_to_string(panel.template, panel.query(request, about), request)


def render_panels(place: str, request: HttpRequest, about: Any) -> list[SafeString]:
    """The panels of a place as HTML, in order; `about` is what the page is about: a wijk, a person."""
    panels = panels_at(place)
    empty = without_rows(tuple(panel for panel in panels if panel.rows), about)
    with ahead(asked_by([panel for panel in panels if panel not in empty], request, about)):
        return [
            render_to_string(panel.template, {}, request) if panel in empty else render_panel(panel, request, about)
            for panel in panels
            if panel not in empty or panel.invites
        ]


def asked_by(panels: Iterable[Panel], request: HttpRequest, about: Any) -> Iterator[Asked]:
    """What these panels will ask."""
    for panel in panels:
        yield from panel.asks(request, about) if panel.asks else ()


def without_rows(panels: tuple[Panel, ...], about: Any) -> frozenset[Panel]:
    """Which of these panels have nothing to tell: one query for all of them."""
    if not panels:
        return frozenset()
    found = iter(asker(panels, about._meta.model)(about.pk)[0])
    counted = [(panel, [next(found) for _ in panel.rows(about.pk)]) for panel in panels if panel.rows]
    return frozenset(panel for panel, has_rows in counted if not any(has_rows))


@cache
def asker(panels: tuple[Panel, ...], model: Any) -> Callable[..., list[Any]]:
    """Asks of one row of a model what each panel has to tell, put together once."""

    @prepared
    def ask(about: Any) -> "QuerySet[Any, Any]":
        rows = [Exists(row) for panel in panels if panel.rows for row in panel.rows(about)]
        return model._base_manager.filter(pk=about).values_list(*rows)

    return ask
