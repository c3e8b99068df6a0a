"""The map of initiatives: what a window shows. Far away squares with a number, from the cube; close by the points."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil, hypot, sqrt
from typing import Any

import django_filters
from django import forms
from django.db.models import F, Q, QuerySet, Sum
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeente.activity.models import Subject
from gemeente.places.frames import Frame, Mark, Name, numbered
from gemeente.places.geography import Box, Place, metres_between
from gemeente.places.maps import TownMap
from gemeente.places.windows import write_window
from initiatives.choices import condition
from initiatives.enums import Stage
from initiatives.filters import InitiativeFilter
from initiatives.models import CubeCell, Initiative
from initiatives.models.cube import CELLS_PER_DEGREE

MOST = 500  # points in a window, the newest
FEW = 30  # so many are shown one by one wherever one stands
SQUARES = 150  # at most, in a window
CLOSE = 1.6  # squares of the cube: a window no wider shows points, however many there are
DOT, SMALL, LARGE = 16, 18, 34  # pixels, the radius of a mark
IN_THE_MIDDLE = 250  # metres
IN_CUBE = frozenset({"wijk", "thema", "fase", "hulp"})  # any other choice asks the rows themselves


class MapFilter(InitiativeFilter):
    """The choices of the list; the window stays while one chooses."""

    is_ranked = False
    venster = django_filters.CharFilter(widget=forms.HiddenInput, method="keep")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("plek", "volgorde"):  # all of it has a place here, and the newest come first
            self.form.fields.pop(name, None)

    def keep(self, rows: "QuerySet[Initiative]", name: str, window: str) -> "QuerySet[Initiative]":
        """The window is no choice."""
        return rows

    @property
    def chosen(self) -> dict[str, str]:
        """What was chosen, without the window."""
        return {name: value for name, value in super().chosen.items() if name != "venster"}


@dataclass(frozen=True)
class Item:
    """A line of the list and a mark on the map: an initiative, or a square with `count` of them."""

    title: str
    detail: str
    url: str
    place: Place
    count: int = 0
    box: Box | None = None


@dataclass(frozen=True)
class MapView:
    """What a window shows. `total` and `without_place` are None where only the rows could tell."""

    frame: Frame
    items: list[Item]
    total: int | None
    without_place: int | None
    has_more: bool = False

    @property
    def is_coarse(self) -> bool:
        """Whether it shows squares."""
        return any(item.box for item in self.items)

    @cached_property
    def marks(self) -> list[Mark]:
        """The items as they are drawn, the first on top."""
        if not self.is_coarse:
            return numbered(self.frame, [(item.place, item.title, item.url) for item in self.items], DOT)
        most = max(item.count for item in self.items)
        sized = [(item, SMALL + (LARGE - SMALL) * sqrt(item.count / most)) for item in self.items]
        return [
            Mark(*self.frame.inside(item.place, radius), round(radius, 1), short(item.count), item.title, item.url)
            for item, radius in reversed(sized)
        ]

    @property
    def names(self) -> list[Name]:
        """The names of the wijken, where there is room."""
        return self.frame.names(self.marks)


def short(count: int) -> str:
    """A number that fits in a disc."""
    return str(count) if count < 1000 else f"{count // 1000}k"


def look_at(rows: "QuerySet[Initiative]", chosen: Mapping[str, str], frame: Frame, query: str) -> MapView:
    """What lies in a window, of the rows that were chosen (in the order of the list); `query` keeps the choices.

    One query where the cube can say it with squares, else two.
    """
    cube = cube_of(chosen)
    if cube is None:
        points, has_more = points_in(rows, frame)
        return MapView(frame, points, None, None, has_more)
    step = step_of(frame.box)
    squares, without_place = squares_in(cube, frame.box, step)
    total = sum(sum(by_wijk.values()) for by_wijk in squares.values())
    is_close = (frame.box.east - frame.box.west) * CELLS_PER_DEGREE[0] <= CLOSE
    if total > FEW and not is_close:
        return MapView(frame, named(squares, step, frame.town, query), total, without_place)
    points, has_more = points_in(rows, frame) if total else ([], False)
    return MapView(frame, points, total if has_more else len(points), without_place, has_more)


def cube_of(chosen: Mapping[str, str]) -> "QuerySet[CubeCell] | None":
    """The cells of a choice; None where the cube cannot say it."""
    cells = CubeCell.objects.filter(count__gt=0)
    if not IN_CUBE.issuperset(chosen):
        return None
    return cells.filter(*(condition(name, value) for name, value in chosen.items()))


def step_of(box: Box) -> int:
    """How many squares of the cube go in one of the map, each way: the smallest power of two that gives SQUARES."""
    wide, high = (box.east - box.west) * CELLS_PER_DEGREE[0], (box.north - box.south) * CELLS_PER_DEGREE[1]
    step = 1
    while (wide // step + 2) * (high // step + 2) > SQUARES:
        step *= 2
    return step


def squares_in(
    cube: "QuerySet[CubeCell]", box: Box, step: int
) -> tuple[dict[tuple[int, int], dict[str | None, int]], int]:
    """Counts by square and wijk of the squares that touch a box, and how many have no place at all."""
    (west, south), (east, north) = cell_bounds(box, step)
    inside = Q(cell_x__gte=west, cell_x__lt=east, cell_y__gte=south, cell_y__lt=north)
    rows = cube.filter(inside | Q(cell_x=None)).annotate(x=F("cell_x") / step, y=F("cell_y") / step)
    squares: dict[tuple[int, int], dict[str | None, int]] = defaultdict(dict)
    without_place = 0
    for x, y, wijk, count in rows.values_list("x", "y", "wijk__slug").annotate(number=Sum("count")):
        if x is None:
            without_place += count
        else:
            squares[x, y][wijk] = count
    return squares, without_place


def cell_bounds(box: Box, step: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The cells of the cube from the south-west to the north-east, in whole squares of the map."""
    low = (box.west * CELLS_PER_DEGREE[0] // step, box.south * CELLS_PER_DEGREE[1] // step)
    high = (ceil(box.east * CELLS_PER_DEGREE[0] / step), ceil(box.north * CELLS_PER_DEGREE[1] / step))
    return (int(low[0]) * step, int(low[1]) * step), (high[0] * step, high[1] * step)


def named(squares: dict[tuple[int, int], dict[str | None, int]], step: int, town: TownMap, query: str) -> list[Item]:
    """The squares in words, the fullest first; each leads to a window of its own."""
    items = []
    for (x, y), by_wijk in squares.items():
        box = Box(
            x * step / CELLS_PER_DEGREE[0],
            y * step / CELLS_PER_DEGREE[1],
            (x + 1) * step / CELLS_PER_DEGREE[0],
            (y + 1) * step / CELLS_PER_DEGREE[1],
        )
        count = sum(by_wijk.values())
        wijk = max(by_wijk, key=lambda slug: (by_wijk[slug], slug or ""))
        number = number_format(count, use_l10n=True, force_grouping=True)
        title = ngettext("%(n)s initiatief", "%(n)s initiatieven", count) % {"n": number}
        url = f"?{query}{'&' if query else ''}venster={write_window(box)}"
        items.append(Item(title, whereabouts(box.middle, wijk, town), url, box.middle, count, box))
    return sorted(items, key=lambda item: (-item.count, item.detail, item.url))


def whereabouts(place: Place, slug: str | None, town: TownMap) -> str:
    """A place in words: so far from the middle of its wijk, and which way."""
    found = [area for area in town.areas if area.wijk.slug == slug]
    if not found or not found[0].path:
        return found[0].wijk.name if found else _("voor heel Capelle")
    middle = town.projection.to_place(found[0].label_x, found[0].label_y)
    metres, wijk = metres_between(middle, place), found[0].wijk.name
    if metres < IN_THE_MIDDLE:
        return _("in het midden van %(wijk)s") % {"wijk": wijk}
    north = place.latitude - middle.latitude
    east = (place.longitude - middle.longitude) * town.projection.squeeze
    far = {"n": number_format(round(metres, -2), decimal_pos=0, use_l10n=True, force_grouping=True), "wijk": wijk}
    return way(east / hypot(east, north), north / hypot(east, north)) % far


def way(east: float, north: float) -> str:
    """The sentence of one of four ways."""
    if abs(north) >= abs(east):
        if north > 0:
            return _("%(n)s meter ten noorden van het midden van %(wijk)s")
        return _("%(n)s meter ten zuiden van het midden van %(wijk)s")
    if east > 0:
        return _("%(n)s meter ten oosten van het midden van %(wijk)s")
    return _("%(n)s meter ten westen van het midden van %(wijk)s")


def points_in(rows: "QuerySet[Initiative]", frame: Frame) -> tuple[list[Item], bool]:
    """The newest MOST in a window, and whether there are more. A home's point is that of its subject: blurred.

    In the whole town everything lies that has a point: asking where each lies took most of the time there.
    """
    if frame.box.holds(Box(*frame.town.extent)):
        near = rows.filter(subject__longitude__isnull=False)
    else:
        near = rows.filter(subject__in=Subject.objects.public().within(frame.box))
    near = (
        near.order_by("-published_at", "-pk")
        .select_related("subject", "wijk")
        .only("title", "slug", "stage", "wijk__name", "subject__longitude", "subject__latitude")
    )
    found = list(near[: MOST + 1])
    return list(items_of(found[:MOST])), len(found) > MOST


def items_of(found: Iterable[Initiative]) -> Iterable[Item]:
    """Initiatives with their place."""
    labels = {stage.value: str(stage.label) for stage in Stage}
    for one in found:
        if one.subject and (place := one.subject.point):
            yield Item(one.title, f"{labels[one.stage]}, {one.place_name}", one.get_absolute_url(), place)
