"""What it all comes to, for the first page: kept figures, and what was achieved lately."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeente.lib.prepared import prepared
from gemeente.lib.site_version import kept
from initiatives.cards import Card, cards_of
from initiatives.choices import RUNNING_IS_HEARD
from initiatives.enums import PUBLIC_STAGES, Stage
from initiatives.models import CubeSum, Initiative

LATELY = 3  # achievements on the first page
ACHIEVED = "fase=realised"
AT_MOST = 1_000  # in a year or a wijk, as far as a page counts
UNDER_WAY = (Stage.PUBLISHED, Stage.PREPARING, Stage.RUNNING)


def figures() -> list[dict[str, Any]]:
    """How many ideas, how many under way, looking for help and achieved, each with its list; no noughts."""
    sums = CubeSum.objects.aggregate(
        ideas=Sum("count", filter=Q(stage=Stage.PUBLISHED)),
        running=Sum("count", filter=Q(stage=Stage.RUNNING) & RUNNING_IS_HEARD),
        helps=Sum("count", filter=Q(is_open_for_help=True)),
        realised=Sum("count", filter=Q(stage=Stage.REALISED)),
    )
    this_year = realised_this_year() if sums["realised"] else 0
    told = (
        (sums["running"], _("Nu bezig"), "", "fase=running"),
        (sums["helps"], _("Zoekt nog hulp"), _("Misschien van jou?"), "hulp=ja"),
        (sums["ideas"], _("Nieuwe ideeën"), "", "fase=published"),
        (sums["realised"], _("Gelukt"), note_of(this_year, sums["realised"]), ACHIEVED),
    )
    url = reverse("initiatives:list")
    return [
        {"number": number, "label": label, "note": note, "url": f"{url}?{query}"}
        for number, label, note, query in told
        if number
    ]


def realised_this_year() -> int:
    """How much was achieved since the first of January, by index and no further than a thousand."""
    begin = timezone.localtime().replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    rows = Initiative.objects.realised().filter(realised_at__gte=begin)[:AT_MOST]
    return kept("realised_this_year", rows.count)


def note_of(this_year: int, ever: int) -> str:
    """How much of it was this year; a kind word while there is nothing yet."""
    if not this_year:
        return _("Dit jaar kan dat van jou de eerste zijn")
    if 1 < this_year == ever:
        return _("Allemaal dit jaar")
    return ngettext("%(n)d dit jaar", "%(n)d dit jaar", this_year) % {"n": this_year}


def achieved(told: list[dict[str, Any]]) -> tuple[str, list[Card]]:
    """What was achieved this month, or else last, with its title; whom it reached stands under each.

    One query; none where the figures say that nothing was.
    """
    if not any(one["url"].endswith(ACHIEVED) for one in told):
        return "", []
    rows = list(Initiative.objects.realised().for_cards()[:LATELY])
    month = timezone.localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    lately = [row for row in rows if row.realised_at and row.realised_at >= month]
    shown = lately or rows
    cards = cards_of(shown)
    for card, row in zip(cards, shown, strict=True):
        card["foot"] = reached(row.people_reached) or card["foot"]
    return (_("Deze maand gelukt") if lately else _("Laatst gelukt")), cards


def reached(people: int | None) -> str:
    """How many people had something of it, in one line."""
    if not people:
        return ""
    return ngettext("%(n)d mens had er iets aan", "%(n)d mensen hadden er iets aan", people) % {"n": people}


# --- One wijk ---------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class WijkFigures:
    """A wijk in figures: public initiatives by stage, and who takes part in what is not over."""

    stages: list[tuple[Stage, int]]
    joined: int
    supported: int

    @property
    def most(self) -> int:
        """Of the stage with the most."""
        return max((number for _stage, number in self.stages), default=0)


def figures_of_wijk(wijk_id: int) -> WijkFigures:
    """The figures of a wijk: kept sums, and what its newest thousand initiatives under way count. Two queries."""
    numbers = dict(count_in(wijk_id))
    joined, supported = next(iter(taking_part_in(wijk_id)), (0, 0))
    return WijkFigures([(stage, numbers.get(stage, 0)) for stage in PUBLIC_STAGES], joined, supported)


@prepared
def count_in(wijk: Any) -> QuerySet[Any, Any]:
    """The number of initiatives of a wijk by stage."""
    return CubeSum.objects.filter(wijk=wijk).values_list("stage").annotate(number=Sum("count")).order_by()


@prepared
def taking_part_in(wijk: Any) -> QuerySet[Any, Any]:
    """How many joined and support what is under way in a wijk; no row where nothing is."""
    newest = Initiative.objects.public().filter(wijk=wijk, stage__in=UNDER_WAY).order_by("-published_at", "-pk")
    rows = Initiative.objects.filter(pk__in=newest.values("pk")[:AT_MOST]).order_by().values("wijk")
    return rows.annotate(joined=Sum("join_count"), supported=Sum("support_count")).values_list("joined", "supported")


def lines_of_wijken() -> dict[str, str]:
    """How many initiatives are under way in each wijk, in words, by its slug: one query over kept sums."""
    rows = CubeSum.objects.filter(stage__in=UNDER_WAY, wijk__isnull=False).values_list("wijk__slug")
    numbers = dict(rows.annotate(number=Sum("count")).filter(number__gt=0).order_by())
    return {
        slug: ngettext("%(n)d initiatief loopt", "%(n)d initiatieven lopen", number) % {"n": number}
        for slug, number in numbers.items()
    }
