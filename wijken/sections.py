"""The sections of a wijk's page: which there are, and how a WOP put them in its own order under its own headings.

A section is a panel of the place "wijk" or a text of the WOP itself. What a WOP never placed (an app may be new) stands
behind the section that it stands behind in the common order.
"""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gemeente.lib.markdown import to_html
from gemeente.lib.panels import Panel, panels_at, render_panel
from gemeente.lib.site_version import kept
from gemeente.places.models import Wijk

PLACE = "wijk"
TEXT = "text-"  # how the key of a text of one's own begins
MOST_TEXTS = 12


@dataclass(frozen=True)
class Section:
    """A part of the page. `title` is a heading of the WOP's own, `text` what it says under it (Markdown)."""

    key: str
    title: str = ""
    text: str = ""
    is_shown: bool = True
    panel: Panel | None = None

    @property
    def is_text(self) -> bool:
        """A text of the WOP, with nothing of another app in it."""
        return self.key.startswith(TEXT)

    @property
    def plain_text(self) -> str:
        """Its text without marks, on one line."""
        return " ".join(strip_tags(to_html(self.text)).split()) if self.text else ""

    @property
    def common_title(self) -> str:
        """How it is called where nobody chose otherwise."""
        return str(self.panel.title) if self.panel else _("Eigen tekst")

    @property
    def heading(self) -> str:
        """How it is called here."""
        return self.title or self.common_title


@dataclass(frozen=True)
class ShownSection:
    """A section as the page shows it. Without a heading the body brings its own."""

    key: str
    heading: str
    has_own_heading: bool
    text: str
    body: SafeString


# --- Order ------------------------------------------------------------------------------------------------------------
def arrange(stored: Iterable[dict[str, Any]]) -> list[Section]:
    """All sections in the order of a WOP; of nothing, the common order."""
    panels = {panel.name: panel for panel in panels_at(PLACE)}
    told = [row for row in stored if row["key"] in panels or row["key"].startswith(TEXT)]
    sections = [Section(row["key"], row["title"], row["text"], row["is_shown"], panels.get(row["key"])) for row in told]
    before = ""
    for name, panel in panels.items():
        if all(section.key != name for section in sections):
            here = next((i for i, section in enumerate(sections, start=1) if section.key == before), 0)
            sections.insert(here, Section(name, panel=panel))
        before = name
    return sections


def to_stored(sections: Iterable[Section]) -> list[dict[str, Any]]:
    """Sections as a version keeps them."""
    return [{name: getattr(one, name) for name in ("key", "title", "text", "is_shown")} for one in sections]


def moved(sections: list[Section], key: str, place: int) -> list[Section]:
    """With one section at a place, counted from 1; the first and the last place are the furthest it goes."""
    others = [section for section in sections if section.key != key]
    here = [section for section in sections if section.key == key]
    at = min(max(place, 1), len(sections)) - 1
    return [*others[:at], *here, *others[at:]]


def changed(sections: list[Section], key: str, **what: Any) -> list[Section]:
    """With something of one section changed."""
    return [replace(section, **what) if section.key == key else section for section in sections]


def without_words(sections: list[Section]) -> list[Section]:
    """The same order with nothing in it that the WOP wrote."""
    return [replace(section, title="", text="") for section in sections if not section.is_text]


# --- Showing ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Body:
    """A panel as HTML; it tells the process cache how large it is."""

    html: SafeString

    @property
    def size(self) -> int:
        """Bytes it takes, about."""
        return len(self.html)


def as_visitor(request: HttpRequest) -> HttpRequest:
    """The same request of nobody in particular."""
    visit = copy(request)
    visit.user = AnonymousUser()
    return visit


def common_html(panel: Panel, request: HttpRequest, wijk: Wijk) -> SafeString:
    """A panel of the page of a wijk: the same for everybody, so made once until anything changes, as for a visitor."""
    key = f"wijk:{panel.place}:{panel.name}:{wijk.pk}:{get_language()}:{timezone.localdate()}"
    return kept(key, lambda: Body(render_panel(panel, as_visitor(request), wijk))).html


def common_panels(place: str, request: HttpRequest, wijk: Wijk) -> list[SafeString]:
    """What stands beside the sections."""
    return [common_html(panel, request, wijk) for panel in panels_at(place)]


def show_sections(sections: Iterable[Section], request: HttpRequest, wijk: Wijk) -> list[ShownSection]:
    """What the page shows of them: only what is shown is asked, and what has nothing to say is left out."""
    shown = [show(section, request, wijk) for section in sections if section.is_shown]
    return [one for one in shown if one.body.strip() or (one.text and one.key.startswith(TEXT))]


def show(section: Section, request: HttpRequest, wijk: Wijk) -> ShownSection:
    """One section as HTML."""
    body = common_html(section.panel, request, wijk) if section.panel else SafeString()
    brings_heading = section.panel is not None and not section.panel.title
    heading = "" if brings_heading else section.heading if section.panel else section.title
    text = to_html(section.text, 3 if heading else 2) if section.text else ""
    return ShownSection(section.key, heading, bool(section.title), text, body)
