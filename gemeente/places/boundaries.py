"""Boundaries as GeoJSON geometry: what is accepted from a file, and the point where a label stands."""

import json
from math import isfinite
from typing import Any

from gemeente.places.geography import Place

Boundary = dict[str, Any]
Polygon = list[list[list[float]]]


class BadBoundary(Exception):
    """A geometry that is no boundary, with its reason in English for the operator."""


def read_boundary(geometry: object) -> Boundary:
    """A Polygon or MultiPolygon in longitude and latitude, in two dimensions.

    Raises BadBoundary for another type, coordinates that are no degrees in the Netherlands (RD metres, swapped axes),
    and rings that are open, too short or crossing themselves.
    """
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in {"Polygon", "MultiPolygon"}:
        raise BadBoundary(f"geometry is {kind or 'missing'}, it must be a Polygon or a MultiPolygon")
    coordinates = geometry.get("coordinates")
    polygons = [read_polygon(p) for p in as_list([coordinates] if kind == "Polygon" else coordinates)]
    boundary = {"type": kind, "coordinates": polygons[0] if kind == "Polygon" else polygons}
    check_shape(boundary)
    return boundary


def read_polygon(rings: object) -> Polygon:
    """An outer ring and its holes."""
    return [read_ring(ring) for ring in as_list(rings)]


def read_ring(ring: object) -> list[list[float]]:
    """Positions that end where they began."""
    positions = [read_position(position) for position in as_list(ring)]
    if len(positions) < 4:
        raise BadBoundary(f"a ring has {len(positions)} points, it needs at least 4")
    if positions[0] != positions[-1]:
        raise BadBoundary(f"a ring is not closed: it begins at {positions[0]} and ends at {positions[-1]}")
    return positions


def read_position(position: object) -> list[float]:
    """Longitude and latitude in degrees; a height is left out."""
    numbers = position[:2] if isinstance(position, list) else []
    if len(numbers) < 2 or not all(is_number(number) for number in numbers):
        raise BadBoundary(f"{json.dumps(position)[:60]} is not a position")
    if not Place(*numbers).is_in_netherlands:
        raise BadBoundary(
            f"coordinates {numbers} are not longitude and latitude in the Netherlands; "
            "export the file in EPSG:4326, longitude first"
        )
    return numbers


def as_list(value: object) -> list[Any]:
    """The value, when it is a list with something in it."""
    if not isinstance(value, list) or not value:
        raise BadBoundary("coordinates are missing")
    return value


def is_number(value: object) -> bool:
    """Whether a JSON value is a number; NaN, which Python reads from JSON, is none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def check_shape(boundary: Boundary) -> None:
    """Raises BadBoundary for rings that cross themselves or each other."""
    import shapely  # here, for it costs every worker memory (design.md section 8)
    from shapely.geometry import shape

    found = shape(boundary)
    if not found.is_valid:
        raise BadBoundary(f"invalid ring: {shapely.is_valid_reason(found)}")


def label_point(boundary: Boundary) -> Place:
    """A point well inside, where a number or a name can stand."""
    from shapely.geometry import shape

    point = shape(boundary).representative_point()
    return Place(round(point.x, 6), round(point.y, 6))
