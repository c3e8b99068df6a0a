"""Needs as bars and the own share as figures, for every page that shows them: plain dicts, one query for both."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Value
from django.utils.translation import gettext as _

from gemeente.lib.prepared import prepared
from initiatives.amounts import UNIT_OF, Numbers, Total, bar_note, bar_words, totals_of, with_unit
from initiatives.enums import ShareKind
from initiatives.models import Initiative, Need, Pledge, Share

Bar = dict[str, Any]
Figure = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """A share as it comes out of the one query."""

    kind: str
    planned: int
    done: int | None


def needs_and_share(initiative: Initiative) -> tuple[list[Bar], list[Figure]]:
    """The needs that are not closed as bars, and the own share as figures: one query, fit for everybody's eyes."""
    found = sorted(needs_and_shares(initiative.pk), key=lambda row: row[:3])
    bars = [bar(row[2], *row[4:]) for row in found if row[0] == "need"]
    return bars, own_figures(initiative, [Row(row[3], row[6], row[7]) for row in found if row[0] == "share"])


@prepared
def needs_and_shares(initiative: Any) -> QuerySet[Any, Any]:
    """Both as plain rows."""
    needs = Need.objects.filter(initiative=initiative, closed_at=None).order_by()
    shares = Share.objects.filter(initiative=initiative).order_by()
    return needs.values_list(Value("need"), "position", "id", "kind", "title", "unit", "amount", "filled").union(
        shares.values_list(Value("share"), "position", "id", "kind", "what", Value(""), "planned", "done"), all=True
    )


def bar_of(need: Need) -> Bar:
    """A need as components/need.html shows it."""
    return bar(need.pk, need.title, need.unit, need.amount, need.filled)


def bar(pk: int, title: str, unit: str, amount: int, filled: int) -> Bar:
    """What stands at one bar: it is full at most, the words say what is true."""
    return {
        "id": pk,
        "label": bar_words(title, filled, amount, unit),
        "note": bar_note(filled, amount),
        "value": min(filled, amount),
        "max": amount,
        "is_open": filled < amount,
    }


def bars_of(initiative: Initiative) -> list[Bar]:
    """The needs alone, for pages beside that of the initiative."""
    return [bar_of(need) for need in initiative.needed.filter(closed_at=None).order_by("position", "pk")]


def own_figures(initiative: Initiative, shares: Iterable[Numbers]) -> list[Figure]:
    """The sums as figures: under way what is planned and done, at the end what it became with the neighbours' part."""
    given = {
        ShareKind.HOURS: initiative.given_hours,
        ShareKind.PEOPLE: initiative.given_people,
        ShareKind.GOODS: initiative.given_goods,
    }
    return [figure_of(total, initiative.is_ended) for total in totals_of(shares, given)]


def figure_of(total: Total, is_ended: bool) -> Figure:
    """One sum, with in a note where it comes from."""
    is_counted = is_ended and (total.done is not None or total.given)
    parts = []
    if total.planned:
        parts.append(_("gepland") if not is_counted else _("%(n)d gepland") % {"n": total.planned})
    if total.done is not None:
        parts.append(_("%(n)d van onszelf") % {"n": total.done})
    if total.given:
        parts.append(_("%(n)d van buren") % {"n": total.given})
    number = total.together if is_counted or not total.planned else total.planned
    return {"number": number, "label": UNIT_OF[total.kind], "note": " · ".join(parts)}


def pledges_of(initiative: Initiative, user_ids: Iterable[int]) -> dict[int | None, list[tuple[str, Pledge]]]:
    """What some people offer, in words, by person: one query."""
    rows = Pledge.objects.filter(initiative=initiative, user__in=list(user_ids), withdrawn_at=None)
    found: dict[int | None, list[tuple[str, Pledge]]] = {}
    for pledge in rows.select_related("need").order_by("pk"):
        found.setdefault(pledge.user_id, []).append((pledge_words(pledge), pledge))
    return found


def pledge_words(pledge: Pledge) -> str:
    """What somebody offers, in a few words: "2 handen: Handen op zaterdag". Expects its need."""
    if pledge.need is None:
        return _("Iets anders")
    if pledge.need.amount == 1:
        return pledge.need.title
    return f"{with_unit(pledge.amount, pledge.need.unit)}: {pledge.need.title}"
