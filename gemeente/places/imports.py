"""Reading a GeoJSON file of wijken: the town's own wijken, or the CBS wijken as PDOK serves them.

Everything is read and judged before anything is written; all reasons to refuse are told at once.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from gemeente.places.boundaries import BadBoundary, Boundary, is_number, read_boundary

AREA_CODE = re.compile(r"WK\d{6}", re.ASCII)
RESERVED_SLUGS = {"heel-capelle", "welke"}  # a form's value for the whole town, and an address under /wijken/
DEGREES = ("CRS84", "4326", "4258")  # WGS 84 and ETRS89, equal to within a metre
UNKNOWN = -99_990  # CBS writes -99997 and the like for what it does not know
YEARS = range(1995, 2101)

Properties = dict[str, Any]


class FileRefused(Exception):
    """A file that is not taken in. `problems` holds every reason, each with the name of its feature."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        super().__init__("; ".join(self.problems))


class BadFeature(Exception):
    """Why one feature cannot be taken in."""


@dataclass(frozen=True)
class WijkFeature:
    """A wijk of the town, with the CBS areas it lies in."""

    name: str
    year: int
    area_codes: tuple[str, ...]
    boundary: Boundary

    @property
    def slug(self) -> str:
        """Its part of an address."""
        return slugify(self.name)


@dataclass(frozen=True)
class AreaFeature:
    """A CBS area in a year; `inhabitants` is None where CBS does not know."""

    code: str
    name: str
    year: int
    inhabitants: int | None
    boundary: Boundary


@dataclass(frozen=True)
class PlaceFile:
    """What a file holds of our municipality, and which file it was."""

    filename: str
    sha256: str
    source: str
    wijken: tuple[WijkFeature, ...]
    areas: tuple[AreaFeature, ...]


def read_file(path: Path, *, gemeente_code: str, year: int | None = None) -> PlaceFile:
    """Read the features of one municipality; those of others are left out.

    `year` goes before the property `jaar`, which PDOK does not have. Raises FileRefused with every reason.
    """
    try:
        content = path.read_bytes()
        collection = json.loads(content.decode("utf-8-sig"))
    except OSError as error:
        raise FileRefused([f"the file cannot be read: {error.strerror}"]) from None
    except (ValueError, RecursionError):
        raise FileRefused(["the file is not JSON in UTF-8"]) from None
    features = read_features(collection, gemeente_code=gemeente_code, year=year)
    source = collection.get("licence")
    return PlaceFile(
        filename=path.name[:200],
        sha256=hashlib.sha256(content).hexdigest(),
        source=source[:200] if isinstance(source, str) and source.isprintable() else "CBS wijken en buurten, PDOK",
        wijken=tuple(feature for feature in features if isinstance(feature, WijkFeature)),
        areas=tuple(feature for feature in features if isinstance(feature, AreaFeature)),
    )


def read_features(collection: object, *, gemeente_code: str, year: int | None) -> list[WijkFeature | AreaFeature]:
    """The features of a GeoJSON FeatureCollection that belong to the municipality. Raises FileRefused."""
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise FileRefused(["the file is not a GeoJSON FeatureCollection"])
    if system := other_coordinate_system(collection):
        raise FileRefused([f"the coordinate system is {system}; export the file in EPSG:4326 (longitude, latitude)"])
    features, problems = [], []
    for number, item in enumerate(collection["features"], start=1):
        try:
            feature = read_feature(item, gemeente_code=gemeente_code, year=year)
        except (BadFeature, BadBoundary) as reason:
            problems.append(f"{title_of(item, number)}: {reason}")
        else:
            features += [feature] if feature else []
    problems += doubles(features)
    if problems:
        raise FileRefused(problems)
    if not features:
        raise FileRefused([f"no feature of municipality {gemeente_code} in this file"])
    return features


def other_coordinate_system(collection: Properties) -> str | None:
    """The name of a coordinate system that is not in degrees; older GeoJSON and JSON-FG name theirs."""
    crs = collection.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    named = properties.get("name") if isinstance(properties, dict) else crs
    for name in (named, collection.get("coordRefSys")):
        if name is not None and not str(name).endswith(DEGREES):
            return str(name)[:100]
    return None


def read_feature(item: object, *, gemeente_code: str, year: int | None) -> WijkFeature | AreaFeature | None:
    """One feature, or None when it belongs to another municipality. Raises BadFeature or BadBoundary."""
    properties = properties_of(item)
    municipality = properties.get("gemeentecode")
    if not isinstance(municipality, str) or not municipality.strip():
        raise BadFeature("the municipality (gemeentecode) is missing")
    if municipality.strip() != gemeente_code:
        return None
    assert isinstance(item, dict)
    boundary = read_boundary(item.get("geometry"))
    when = read_year(properties, year)
    if "wijkcode" in properties:
        return AreaFeature(
            code=read_code(properties["wijkcode"], gemeente_code),
            name=read_name(properties, 80),
            year=when,
            inhabitants=read_inhabitants(properties),
            boundary=boundary,
        )
    codes = properties.get("cbs_wijkcodes")
    if not isinstance(codes, list):
        raise BadFeature("it has neither a wijkcode (CBS) nor a list cbs_wijkcodes (a wijk of the town)")
    name = read_name(properties, 60)
    if not 0 < len(slugify(name)) <= 50 or slugify(name) in RESERVED_SLUGS:
        raise BadFeature("this name cannot be part of an address")
    return WijkFeature(name, when, tuple(sorted({read_code(code, gemeente_code) for code in codes})), boundary)


def properties_of(item: object) -> Properties:
    """The properties of what should be a feature; none where it is not."""
    properties = item.get("properties") if isinstance(item, dict) else None
    return properties if isinstance(properties, dict) else {}


def title_of(item: object, number: int) -> str:
    """What a message calls a feature: its name, else its code, else its place in the file."""
    properties = properties_of(item)
    return str(properties.get("wijknaam") or properties.get("wijkcode") or f"feature {number}")[:80]


def read_name(properties: Properties, longest: int) -> str:
    """The name of the wijk."""
    name = properties.get("wijknaam")
    if not isinstance(name, str) or not name.strip():
        raise BadFeature("the name (wijknaam) is missing")
    if len(name.strip()) > longest or not name.isprintable():
        raise BadFeature(f"the name must be at most {longest} ordinary characters")
    return name.strip()


def read_code(code: object, gemeente_code: str) -> str:
    """A CBS code of a wijk: WK, the municipality's number, and two digits."""
    if not isinstance(code, str) or not AREA_CODE.fullmatch(code) or code[2:6] != gemeente_code[2:]:
        raise BadFeature(f"{str(code)[:20]} is not a CBS code of a wijk in {gemeente_code}")
    return code


def read_year(properties: Properties, year: int | None) -> int:
    """The year that was asked for, else that of the feature."""
    found = year if year is not None else properties.get("jaar")
    if isinstance(found, str) and re.fullmatch(r"\d{4}", found, re.ASCII):
        found = int(found)
    if found is None:
        raise BadFeature("the year is missing: it has no jaar, so give --year")
    if not isinstance(found, int) or found not in YEARS:
        raise BadFeature(f"{str(found)[:20]} is not a year from {YEARS.start} to {YEARS.stop - 1}")
    return found


def read_inhabitants(properties: Properties) -> int | None:
    """How many people live there; None where CBS does not know."""
    found = properties.get("aantal_inwoners", properties.get("aantalInwoners"))
    if found is None:
        return None
    if not is_number(found) or found != int(found) or UNKNOWN < found < 0 or found > 10_000_000:
        raise BadFeature(f"{str(found)[:20]} is not a number of inhabitants")
    return int(found) if found >= 0 else None


def doubles(features: Iterable[WijkFeature | AreaFeature]) -> list[str]:
    """What stands in the file twice."""
    keys = Counter(f"{f.code} ({f.year})" if isinstance(f, AreaFeature) else f.slug for f in features)
    return [f"{key}: stands in the file {count} times" for key, count in keys.items() if count > 1]
