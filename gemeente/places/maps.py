"""The town as a drawing: from degrees to pixels and back, and the path of each wijk."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians
from typing import Any

from django.conf import settings

from gemeente.lib.site_version import kept_setting
from gemeente.places.geography import Place, blur
from gemeente.places.models import Wijk

WIDTH = 640  # pixels
MARGIN = 12  # pixels around the town
EMPTY_TOWN = (4.52, 51.905, 4.63, 51.96)  # west, south, east, north: what a map without boundaries shows
METRES = 111_320  # in a degree of latitude
SOFT_METRES = 200  # around the middle of a cell of `blur`: all of the cell lies inside

Ring = list[list[float]]


@dataclass(frozen=True)
class Projection:
    """Equirectangular: good to a pixel for a town, where the earth is flat enough.

    `west` and `north` are the degrees at pixel (0, 0), `scale` is pixels per degree of latitude, and `squeeze` is the
    cosine of the middle latitude: how much shorter a degree of longitude is than one of latitude.
    """

    west: float
    north: float
    scale: float
    squeeze: float

    def to_pixels(self, place: Place) -> tuple[float, float]:
        """Pixels from the left and from the top."""
        x = (place.longitude - self.west) * self.squeeze * self.scale
        return x, (self.north - place.latitude) * self.scale

    def to_place(self, x: float, y: float) -> Place:
        """The place under a pixel; undoes `to_pixels`."""
        return Place(self.west + x / (self.squeeze * self.scale), self.north - y / self.scale)


@dataclass(frozen=True)
class MapWijk:
    """As much of a wijk as a map shows."""

    name: str
    slug: str


@dataclass(frozen=True)
class MapArea:
    """A wijk on the map: its number, its outline as SVG path data and where its number stands, in pixels.

    A wijk without a boundary is in the list too, with an empty path.
    """

    number: int
    wijk: MapWijk
    path: str
    label_x: int
    label_y: int


@dataclass(frozen=True)
class TownMap:
    """The wijken as one drawing. `version` changes with anything that is drawn."""

    width: int
    height: int
    areas: tuple[MapArea, ...]
    projection: Projection
    version: str

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to see: without boundaries only the list remains."""
        return any(area.path for area in self.areas)

    @property
    def extent(self) -> tuple[float, ...]:
        """West, south, east and north of the drawing, in degrees."""
        north_west = self.projection.to_place(0, 0)
        south_east = self.projection.to_place(self.width, self.height)
        sides = (north_west.longitude, south_east.latitude, south_east.longitude, north_west.latitude)
        return tuple(round(degrees, 5) for degrees in sides)

    @property
    def tiles_url(self) -> str:
        """Where the background comes from once a visitor opens the map; empty for none."""
        return settings.MAP_TILES_URL


@dataclass(frozen=True)
class PointMap:
    """A point on the drawing, in pixels and in degrees as they may be shown.

    Not exact: the middle of a cell, with a circle of `metres` (`radius` in pixels) that the place lies in.
    """

    town: TownMap
    x: float
    y: float
    longitude: float
    latitude: float
    is_exact: bool
    metres: int
    radius: float


def town_map() -> TownMap:
    """The map of now, kept in this process until a setting changes."""
    return kept_setting("town_map", draw_town)


def point_of(x: float, y: float, width: int) -> Place:
    """The place under a pixel of the map shown `width` pixels wide."""
    shown = town_map()
    return shown.projection.to_place(x * shown.width / width, y * shown.width / width)


def point_map(place: Place, is_exact: bool) -> PointMap | None:
    """A place on the map of now, blurred unless it may be shown exactly. None where the town is not drawn."""
    town = town_map()
    if not town.is_drawn:
        return None
    shown = place if is_exact else blur(place)
    x, y = (round(pixels, 1) for pixels in town.projection.to_pixels(shown))
    radius = round(SOFT_METRES * town.projection.scale / METRES, 1)
    return PointMap(town, x, y, shown.longitude, shown.latitude, is_exact, SOFT_METRES, radius)


def draw_town() -> TownMap:
    """Draw every wijk, numbered by name."""
    wijken = list(Wijk.objects.all())
    projection, height = fit(point for wijk in wijken for ring in rings(wijk.boundary) for point in ring)
    areas = tuple(draw_area(number, wijk, projection) for number, wijk in enumerate(wijken, start=1))
    drawn = repr((height, projection, areas)).encode()
    return TownMap(WIDTH, height, areas, projection, hashlib.blake2b(drawn, digest_size=6).hexdigest())


def fit(points: Iterable[list[float]]) -> tuple[Projection, int]:
    """A projection in which all points lie inside the margins of a drawing WIDTH wide, and the drawing's height."""
    west, south, east, north = bounds(points)
    squeeze = cos(radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / ((east - west) * squeeze)
    height = round((north - south) * scale) + 2 * MARGIN
    return Projection(west - MARGIN / (scale * squeeze), north + MARGIN / scale, scale, squeeze), height


def bounds(points: Iterable[list[float]]) -> tuple[float, float, float, float]:
    """West, south, east and north of the points in degrees; those of EMPTY_TOWN where there are none."""
    found = list(points)
    if not found:
        return EMPTY_TOWN
    longitudes, latitudes = zip(*(point[:2] for point in found), strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def rings(boundary: dict[str, Any] | None) -> Iterator[Ring]:
    """Every ring of a GeoJSON Polygon or MultiPolygon, holes included."""
    if boundary is None:
        return
    polygons = [boundary["coordinates"]] if boundary["type"] == "Polygon" else boundary["coordinates"]
    for polygon in polygons:
        yield from polygon


def draw_area(number: int, wijk: Wijk, projection: Projection) -> MapArea:
    """One wijk; its number stands on its label point, else in the middle of what it spans."""
    outlines = list(rings(wijk.boundary))
    if wijk.label_longitude is not None and wijk.label_latitude is not None:
        label = Place(wijk.label_longitude, wijk.label_latitude)
    else:
        west, south, east, north = bounds(point for ring in outlines for point in ring)
        label = Place((west + east) / 2, (south + north) / 2)
    x, y = projection.to_pixels(label)
    path = "".join(draw_ring(ring, projection) for ring in outlines)
    return MapArea(number, MapWijk(wijk.name, wijk.slug), path, round(x), round(y))


def draw_ring(ring: Ring, projection: Projection) -> str:
    """SVG path data in whole pixels, as steps from point to point: short, and neighbours share their border."""
    exact = [projection.to_pixels(Place(point[0], point[1])) for point in ring]
    pixels = [(round(x), round(y)) for x, y in exact]
    steps = [(x - from_x, y - from_y) for (from_x, from_y), (x, y) in pairwise(pixels) if (x, y) != (from_x, from_y)]
    if len(steps) < 3:
        return ""
    return f"M{pixels[0][0]} {pixels[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps[:-1]) + "Z"
