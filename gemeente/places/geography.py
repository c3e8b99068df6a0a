"""Which wijk a place lies in. The wijk's own boundary decides: CBS areas and post codes cut the town differently."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, floor, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from gemeente.places.models import CbsArea, Wijk, WijkArea

if TYPE_CHECKING:
    from shapely import Point
    from shapely.geometry.base import BaseGeometry

NETHERLANDS = (3.0, 50.0, 8.0, 54.0)  # west, south, east, north, in degrees
CELL = (0.003, 0.002)  # degrees of longitude and latitude: about 200 metres each way in this country
EARTH = 6_371_009  # metres, the mean radius


@dataclass(frozen=True)
class Place:
    """A point on the ground, in degrees (WGS 84)."""

    longitude: float
    latitude: float

    @property
    def is_in_netherlands(self) -> bool:
        """Whether the point can be meant at all: RD metres and swapped degrees fall outside."""
        west, south, east, north = NETHERLANDS
        return west <= self.longitude <= east and south <= self.latitude <= north


@dataclass(frozen=True)
class Box:
    """A part of the ground between two meridians and two parallels, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, place: Place, metres: float) -> "Box":
        """The smallest box that a circle fits in, a hundredth wider for the rounding of degrees."""
        high = metres * 1.01 / (radians(1) * EARTH)
        wide = high / cos(radians(place.latitude))
        return cls(place.longitude - wide, place.latitude - high, place.longitude + wide, place.latitude + high)

    @property
    def middle(self) -> Place:
        """Its middle."""
        return Place((self.west + self.east) / 2, (self.south + self.north) / 2)

    def holds(self, other: "Box") -> bool:
        """Whether another box lies in this one, or is the same."""
        is_wide = self.west <= other.west and other.east <= self.east
        return is_wide and self.south <= other.south and other.north <= self.north


class FindingKind(StrEnum):
    """Where a place turned out to lie."""

    IN_WIJK = "in_wijk"
    IN_TOWN = "in_town"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Finding:
    """The answer to "which wijk is this?". `nearest` is set for a place in town that lies in no wijk."""

    kind: FindingKind
    wijk: Wijk | None = None
    nearest: Wijk | None = None


@dataclass(frozen=True)
class Inhabitants:
    """A number of people, in which year, counted by whom."""

    number: int
    year: int
    source: str


def locate(place: Place) -> Finding:
    """Find the wijk of a place: in a wijk, in town but in no wijk (with the nearest), or outside the town.

    A place on a shared border belongs to the first of those wijken by slug. The town is the wijken together with the
    CBS areas of the latest year. Wijken without a boundary cannot be found, only chosen.
    """
    import shapely  # here, for it costs every worker 30 MB (design.md section 8)

    point = shapely.Point(place.longitude, place.latitude)
    drawn = [(wijk, _shape(wijk.boundary)) for wijk in Wijk.objects.order_by("slug") if wijk.boundary]
    for wijk, shape in drawn:
        if shape.covers(point):
            return Finding(FindingKind.IN_WIJK, wijk=wijk)
    if not any(_shape(area.boundary).covers(point) for area in latest_areas()):
        return Finding(FindingKind.OUTSIDE)
    return Finding(FindingKind.IN_TOWN, nearest=_nearest(point, drawn))


def is_elsewhere(place: Place) -> bool:
    """Whether a place lies outside the town for sure: without any boundary nobody can tell."""
    return locate(place).kind == FindingKind.OUTSIDE and has_boundaries()


def has_boundaries() -> bool:
    """Whether any part of the town was imported with its boundary."""
    return Wijk.objects.filter(boundary__isnull=False).exists() or CbsArea.objects.exists()


def blur(place: Place) -> Place:
    """The middle of the grid cell that a place lies in: the same for every home in the cell, so it tells no more."""
    width, height = CELL
    longitude, latitude = floor(place.longitude / width) + 0.5, floor(place.latitude / height) + 0.5
    return Place(round(longitude * width, 6), round(latitude * height, 6))


def metres_between(one: Place, other: Place) -> float:
    """As the crow flies, in metres (haversine)."""
    high, wide = (radians(other.latitude - one.latitude), radians(other.longitude - one.longitude))
    part = sin(high / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(wide / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, part)))


def shifted(place: Place, *, east: float = 0, north: float = 0) -> Place:
    """The place so many metres further."""
    degree = radians(1) * EARTH
    longitude = place.longitude + east / (degree * cos(radians(place.latitude)))
    return Place(round(longitude, 6), round(place.latitude + north / degree, 6))


def latest_areas() -> list[CbsArea]:
    """The CBS areas of the latest year there is, by code."""
    latest = CbsArea.objects.order_by("-year").values("year")[:1]
    return list(CbsArea.objects.filter(year=latest))


def inhabitants_of(wijk: Wijk, on: dt.date) -> Inhabitants | None:
    """How many people lived in a wijk on a day, by the CBS areas it had then.

    None where that cannot be said: no area, a number CBS does not know, or an area that lies in two wijken.
    """
    in_force = Q(starts_on__lte=on) & (Q(ends_on=None) | Q(ends_on__gt=on))
    links = WijkArea.objects.filter(in_force)
    areas = list(CbsArea.objects.filter(wijk_links__in=links.filter(wijk=wijk)).defer("boundary"))
    numbers = [area.inhabitants for area in areas if area.inhabitants is not None]
    is_shared = links.filter(area__in=areas).exclude(wijk=wijk).exists()
    if not areas or len(numbers) < len(areas) or is_shared:
        return None
    return Inhabitants(sum(numbers), areas[0].year, areas[0].source)


def _nearest(point: "Point", drawn: "Iterable[tuple[Wijk, BaseGeometry]]") -> Wijk | None:
    """The wijk whose border is closest, in metres rather than degrees: those of longitude are shorter here."""
    import shapely

    stretch = (cos(radians(point.y)), 1.0)
    here = shapely.transform(point, lambda degrees: degrees * stretch)
    distances = [
        (shapely.transform(shape, lambda degrees: degrees * stretch).distance(here), wijk) for wijk, shape in drawn
    ]
    return min(distances, key=lambda pair: (pair[0], pair[1].slug))[1] if distances else None


def _shape(boundary: dict[str, Any]) -> "BaseGeometry":
    from shapely.geometry import shape

    return shape(boundary)
