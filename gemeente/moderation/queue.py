"""The queue of moderators: its trays, and what a row says. Reading only."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from gemeente.moderation.models import Block, Hiding, Report
from gemeente.users.models import User

MOST = 100  # a tray is counted no further than this


@dataclass(frozen=True)
class Tray:
    """One part of the queue: its name, what it shows, what to say where it shows nothing, and a row of it in words."""

    label: str
    lead: str
    empty: str
    columns: tuple[str, ...]
    query: Callable[[User], "QuerySet[Any]"]
    row: Callable[[Any], list[dict[str, Any]]]


def waiting(user: User) -> "QuerySet[Report]":
    """One row for each part that was reported, the oldest first."""
    return Report.objects.visible_to(user).open().first_of_part().oldest_first().with_subject()


def settled(user: User) -> "QuerySet[Report]":
    """What was decided, newest first."""
    return Report.objects.visible_to(user).exclude(outcome="").order_by("-settled_at", "-pk").with_subject()


def hidden(user: User) -> "QuerySet[Hiding]":
    """What is hidden now, first whose owner waits for a word."""
    return Hiding.objects.visible_to(user).active().answers_first().with_subject()


def silent(user: User) -> "QuerySet[Block]":
    """Who is asked to place nothing for a while."""
    return Block.objects.active().pauses().order_by("ends_at", "pk")


def cell(label: str, text: str, **more: Any) -> dict[str, Any]:
    """One cell of a table."""
    return {"label": label, "text": text, **more}


def report_row(report: Any) -> list[dict[str, Any]]:
    """What was reported, why, by how many, and since when."""
    number = report.number
    return [
        cell("Wat", report.subject.title, url=report.desk_url, note=report.part_label),
        cell("Waarom", report.get_reason_display()),
        cell("Hoe vaak", "1 keer" if number == 1 else f"{number} keer"),
        cell("Sinds", date_format(localtime(report.created_at))),
    ]


def settled_row(report: Report) -> list[dict[str, Any]]:
    """What came of a report."""
    return [
        cell("Wat", report.subject.title, url=report.desk_url, note=report.part_label),
        cell("Waarom", report.get_reason_display()),
        cell("Besluit", report.get_outcome_display()),
        cell("Op", date_format(localtime(report.settled_at)) if report.settled_at else ""),
    ]


def hiding_row(hiding: Hiding) -> list[dict[str, Any]]:
    """What is hidden, on which ground, and whether its owner waits."""
    waits = hiding.answered_at is not None and hiding.kept_at is None
    return [
        cell("Wat", hiding.subject.title, url=hiding.desk_url, note=hiding.part_label),
        cell("Grond", hiding.ground.name),
        cell("Sinds", date_format(localtime(hiding.created_at))),
        cell("Antwoord", "Wacht op jou" if waits else ("Beantwoord" if hiding.kept_at else "Nog niet"), late=waits),
    ]


def pause_row(block: Block) -> list[dict[str, Any]]:
    """Who is silent, until when, and why."""
    url = reverse("moderation_desk:end_pause", args=[block.pk])
    return [
        cell("Wie", block.label or "Een gesloten account", url=url),
        cell("Tot en met", date_format(localtime(block.ends_at)) if block.ends_at else ""),
        cell("Waarom", block.reason),
    ]


REPORTED = ("Wat", "Waarom", "Hoe vaak", "Sinds")
TRAYS = {
    "nieuw": Tray(
        "Nieuw",
        "Dit is gemeld en nog niet bekeken. Wat het langst wacht, staat bovenaan.",
        "Er ligt geen melding. Mooi zo.",
        REPORTED,
        lambda user: waiting(user).filter(passed_at=None),
        report_row,
    ),
    "beheerder": Tray(
        "Voor de beheerder",
        "Hierover beslist een beheerder: verbergen of laten staan.",
        "De beheerder heeft niets te beslissen.",
        REPORTED,
        lambda user: waiting(user).exclude(passed_at=None),
        report_row,
    ),
    "verborgen": Tray(
        "Verborgen",
        "Dit ziet alleen de eigenaar nog. Wie antwoordde, staat bovenaan.",
        "Er is niets verborgen.",
        ("Wat", "Grond", "Sinds", "Antwoord"),
        hidden,
        hiding_row,
    ),
    "stil": Tray(
        "Stilgezet",
        "Deze mensen kunnen een tijd niets plaatsen.",
        "Er is niemand stilgezet.",
        ("Wie", "Tot en met", "Waarom"),
        silent,
        pause_row,
    ),
    "klaar": Tray(
        "Afgehandeld",
        "Hierover is beslist. Het laatste besluit staat bovenaan.",
        "Er is nog niets afgehandeld.",
        ("Wat", "Waarom", "Besluit", "Op"),
        settled,
        settled_row,
    ),
}
FIRST_TRAY = "nieuw"


def rows_of(tray: str, rows: list[Any]) -> list[list[dict[str, Any]]]:
    """The rows of a page in words."""
    return [TRAYS[tray].row(row) for row in rows]


def tabs_of(user: User, current: str) -> list[dict[str, Any]]:
    """The trays as tabs, the first two with how many wait."""
    counts = {name: count(TRAYS[name].query(user)) for name in ("nieuw", "beheerder")}
    return [
        {"label": tray.label, "url": f"?bak={name}", "is_current": name == current, "count": counts.get(name)}
        for name, tray in TRAYS.items()
    ]


def count(rows: "QuerySet[Any]") -> str:
    """How many, as far as it matters."""
    number = rows.order_by()[: MOST + 1].count()
    return f"{MOST}+" if number > MOST else str(number)
