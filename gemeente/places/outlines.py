"""The outlines of the wijken for a live map in the browser: GeoJSON, as fine as fits in LIMIT."""

import json
from typing import TYPE_CHECKING, Any

from gemeente.lib.site_version import kept_setting
from gemeente.places.models import Wijk

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

LIMIT = 100_000  # bytes (design.md section 8)
FINEST = 0.00002  # degrees, about 2 metres: a bend smaller than this cannot be seen
DECIMALS = 5  # of a degree, about a metre


def outlines() -> bytes:
    """The outlines of now, kept in this process until a setting changes."""
    return kept_setting("outlines", draw_outlines)


def draw_outlines() -> bytes:
    """A FeatureCollection of the wijken with a boundary, by name. Neighbours keep sharing their border."""
    from shapely import coverage_simplify  # here, for it costs every worker 30 MB (design.md section 8)
    from shapely.geometry import shape

    wijken = list(Wijk.objects.filter(boundary__isnull=False))
    shapes, tolerance = [shape(wijk.boundary) for wijk in wijken], FINEST
    while len(drawn := write(wijken, coverage_simplify(shapes, tolerance))) > LIMIT and tolerance < 1:
        tolerance *= 2
    return drawn


def write(wijken: list[Wijk], shapes: "list[BaseGeometry]") -> bytes:
    """The wijken in their shapes as GeoJSON, without spaces."""
    features = [feature(wijk, found) for wijk, found in zip(wijken, shapes, strict=True)]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()


def feature(wijk: Wijk, found: "BaseGeometry") -> dict[str, Any]:
    """One wijk."""
    from shapely import transform
    from shapely.geometry import mapping

    geometry = mapping(transform(found, lambda degrees: degrees.round(DECIMALS)))
    return {"type": "Feature", "properties": {"name": wijk.name, "slug": wijk.slug}, "geometry": geometry}
