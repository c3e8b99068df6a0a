"""A wijk as a drawing with what lies there."""

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from gemeente.activity.models import Subject
from gemeente.lib.prepared import Asked, prepared
from gemeente.places.frames import Frame, Mark, Name, frame_of, numbered
from gemeente.places.geography import Box
from gemeente.places.maps import MapArea, TownMap, town_map
from gemeente.places.models import Wijk

MOST = 10  # marks, and rows beside them
WIDTH, HEIGHT, DOT = 640, 480, 20  # pixels
MARGIN = 0.04  # of the wijk, around it
RING = re.compile(r"M(-?\d+) (-?\d+)l([-\d ]+)Z")


@dataclass(frozen=True)
class WijkMap:
    """The newest things with a place in a wijk, as a drawing and as rows."""

    frame: Frame
    marks: list[Mark]
    names: list[Name]
    rows: list[Subject]


@prepared
def lying_in(wijk: Any) -> QuerySet[Subject]:
    """The newest public things of a wijk that have a place. Of a home that is the middle of its cell."""
    rows = Subject.objects.public().filter(wijk=wijk, longitude__isnull=False)
    return rows.only("kind", "title", "path", "longitude", "latitude").order_by("-pk")[:MOST]


def map_of_wijk(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """The drawing of a wijk, where it is drawn and something lies there."""
    return {"wijk": wijk, "drawn": draw(wijk)}


def map_asks(request: HttpRequest, wijk: Wijk) -> list[Asked]:
    """What `map_of_wijk` asks."""
    return [lying_in.later(wijk.pk)]


def draw(wijk: Wijk) -> WijkMap | None:
    """The same: one query."""
    town = town_map()
    area = next((one for one in town.areas if one.wijk.slug == wijk.slug and one.path), None)
    rows = lying_in(wijk.pk) if area else []
    if area is None or not rows:
        return None
    frame = frame_of(town, box_of(town, area), WIDTH, HEIGHT)
    places = [(row.point, row.title, row.get_absolute_url()) for row in rows if row.point]
    marks = numbered(frame, places, DOT)
    return WijkMap(frame, marks, frame.names(marks), rows)


def box_of(town: TownMap, area: MapArea) -> Box:
    """What a wijk spans, with some room around it: out of its outline, which has a few hundred whole pixels."""
    xs: list[int] = []
    ys: list[int] = []
    for x, y, steps in RING.findall(area.path):
        numbers = [int(number) for number in steps.split()]
        xs.extend(accumulate(numbers[::2], initial=int(x)))
        ys.extend(accumulate(numbers[1::2], initial=int(y)))
    room = max(max(xs) - min(xs), max(ys) - min(ys)) * MARGIN
    north_west = town.projection.to_place(min(xs) - room, min(ys) - room)
    south_east = town.projection.to_place(max(xs) + room, max(ys) + room)
    return Box(north_west.longitude, south_east.latitude, south_east.longitude, north_west.latitude)
