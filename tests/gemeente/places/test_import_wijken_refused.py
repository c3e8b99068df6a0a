"""manage.py import_wijken: what it refuses, by name and reason."""

from pathlib import Path
from typing import Any

import pytest

from gemeente.places.models import CbsArea
from tests.gemeente.places.files import Write, pdok, refusal, run, town

pytestmark = pytest.mark.django_db

RD = {"type": "Polygon", "coordinates": [[[98000, 437000], [99000, 437000], [99000, 438000], [98000, 437000]]]}
SWAPPED = {"type": "Polygon", "coordinates": [[[51.9, 4.5], [51.9, 4.6], [51.8, 4.6], [51.9, 4.5]]]}
BOW_TIE = {"type": "Polygon", "coordinates": [[[4.5, 51.9], [4.6, 52], [4.6, 51.9], [4.5, 52], [4.5, 51.9]]]}
OPEN = {"type": "Polygon", "coordinates": [[[4.5, 51.9], [4.6, 51.9], [4.6, 52], [4.5, 52]]]}
SHORT = {"type": "Polygon", "coordinates": [[[4.5, 51.9], [4.6, 51.9], [4.5, 51.9]]]}
FLAT = {"type": "Polygon", "coordinates": [[[4.5, 51.9], [4.6, 51.9], [4.5, 51.9], [4.5, 51.9]]]}
NOT_DEGREES = "are not longitude and latitude in the Netherlands; export the file in EPSG:4326, longitude first"


@pytest.mark.parametrize(
    ("feature", "reason"),
    [
        (pdok(geometry=RD), f"Schenkel: coordinates [98000, 437000] {NOT_DEGREES}"),
        (pdok(geometry=SWAPPED), f"Schenkel: coordinates [51.9, 4.5] {NOT_DEGREES}"),
        (pdok(geometry=BOW_TIE), "Schenkel: invalid ring: Self-intersection[4.55 51.95]"),
        (pdok(geometry=OPEN), "Schenkel: a ring is not closed: it begins at [4.5, 51.9] and ends at [4.5, 52]"),
        (pdok(geometry=SHORT), "Schenkel: a ring has 3 points, it needs at least 4"),
        (pdok(geometry=FLAT), "Schenkel: invalid ring: Too few points in geometry component[4.5 51.9]"),
        (
            pdok(geometry={"type": "Point", "coordinates": [4.5, 51.9]}),
            "Schenkel: geometry is Point, it must be a Polygon or a MultiPolygon",
        ),
        (
            pdok() | {"geometry": None},
            "Schenkel: geometry is missing, it must be a Polygon or a MultiPolygon",
        ),
        (pdok(geometry={"type": "Polygon"}), "Schenkel: coordinates are missing"),
        (pdok(geometry={"type": "Polygon", "coordinates": [[["4", "51"]]]}), 'Schenkel: ["4", "51"] is not a position'),
        (pdok(gemeentecode=None), "Schenkel: the municipality (gemeentecode) is missing"),
        (pdok() | {"properties": None}, "feature 1: the municipality (gemeentecode) is missing"),
        ("nonsense", "feature 1: the municipality (gemeentecode) is missing"),
        (pdok("WK059901"), "Schenkel: WK059901 is not a CBS code of a wijk in GM0502"),
        (pdok("BU05020101"), "Schenkel: BU05020101 is not a CBS code of a wijk in GM0502"),
        (pdok(wijknaam=None), "WK050206: the name (wijknaam) is missing"),
        (pdok(name="x" * 81), f"{'x' * 80}: the name must be at most 80 ordinary characters"),
        (pdok(name="Schen\0kel"), "Schen\0kel: the name must be at most 80 ordinary characters"),
        (pdok(aantal_inwoners=-5), "Schenkel: -5 is not a number of inhabitants"),
        (pdok(aantal_inwoners="veel"), "Schenkel: veel is not a number of inhabitants"),
        (pdok(aantal_inwoners=True), "Schenkel: True is not a number of inhabitants"),
        (town(codes=None), "Schenkel: it has neither a wijkcode (CBS) nor a list cbs_wijkcodes (a wijk of the town)"),
        (town("Welke"), "Welke: this name cannot be part of an address"),
        (town("!!!"), "!!!: this name cannot be part of an address"),
        (town(codes=["WK050206", 3]), "Schenkel: 3 is not a CBS code of a wijk in GM0502"),
    ],
)  # fmt: skip
def test_a_bad_feature_refuses_the_whole_file(feature: Any, reason: str, write: Write) -> None:
    good = pdok("WK050207", "Schollevaar")

    assert refusal(write(feature, good), year=2024) == [reason]
    assert run(write(good), year=2024)["Added"] == ["WK050207 Schollevaar (2024)"]


def test_all_reasons_are_told_at_once(write: Write) -> None:
    path = write(pdok(geometry=OPEN), pdok("WK050207", "Schollevaar", gemeentecode=None))

    assert [reason.partition(":")[0] for reason in refusal(path, year=2024)] == ["Schenkel", "Schollevaar"]


@pytest.mark.parametrize(
    ("members", "system"),
    [
        ({"crs": {"type": "name", "properties": {"name": "EPSG:28992"}}}, "EPSG:28992"),
        ({"coordRefSys": "http://www.opengis.net/def/crs/EPSG/0/28992"}, "http://www.opengis.net/def/crs/EPSG/0/28992"),
        ({"crs": "RD"}, "RD"),
    ],
)
def test_another_coordinate_system_is_refused(members: dict[str, Any], system: str, write: Write) -> None:
    reason = f"the coordinate system is {system}; export the file in EPSG:4326 (longitude, latitude)"

    assert refusal(write(pdok(), **members), year=2024) == [reason]


@pytest.mark.parametrize(
    "name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326", "EPSG:4258"]
)
def test_degrees_by_any_name_are_fine(name: str, write: Write) -> None:
    said = run(write(pdok(), crs={"type": "name", "properties": {"name": name}}), year=2024)

    assert said["Added"] == ["WK050206 Schenkel (2024)"]


@pytest.mark.parametrize(
    ("jaar", "reason"),
    [
        (None, "Schenkel: the year is missing: it has no jaar, so give --year"),
        ("vorig jaar", "Schenkel: vorig jaar is not a year from 1995 to 2100"),
        (24, "Schenkel: 24 is not a year from 1995 to 2100"),
        (True, "Schenkel: True is not a year from 1995 to 2100"),
    ],
)
def test_a_year_is_needed(jaar: Any, reason: str, write: Write) -> None:
    path = write(pdok(jaar=jaar))

    assert refusal(path) == [reason]
    assert run(path, year=2024)["Added"] == ["WK050206 Schenkel (2024)"]


@pytest.mark.parametrize("jaar", [2024, "2024"])
def test_the_year_of_the_feature_counts_unless_another_is_given(jaar: Any, write: Write) -> None:
    path = write(pdok(jaar=jaar))

    run(path)
    run(path, year=2025)

    assert list(CbsArea.objects.values_list("year", flat=True)) == [2024, 2025]


@pytest.mark.parametrize(
    ("features", "reason"),
    [
        ((pdok(), pdok(name="Schenkel-Noord")), "WK050206 (2024): stands in the file 2 times"),
        ((town(), town("SCHENKEL")), "schenkel: stands in the file 2 times"),
        ((pdok(gemeentecode="GM0599"),), "no feature of municipality GM0502 in this file"),
        ((), "no feature of municipality GM0502 in this file"),
    ],
)
def test_doubles_and_files_without_us_are_refused(features: tuple[Any, ...], reason: str, write: Write) -> None:
    assert refusal(write(*features), year=2024) == [reason]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "the file is not JSON in UTF-8"),
        (b"", "the file is not JSON in UTF-8"),
        (b"\xff\xfe", "the file is not JSON in UTF-8"),
        (b"[" * 100_000, "the file is not JSON in UTF-8"),
        (b"[]", "the file is not a GeoJSON FeatureCollection"),
        (b'{"type": "Feature"}', "the file is not a GeoJSON FeatureCollection"),
    ],
)
def test_what_is_no_geojson_is_refused(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "wijken.geojson"
    path.write_bytes(content)

    assert refusal(path) == [reason]


def test_a_file_with_a_byte_order_mark_is_read(write: Write) -> None:
    path = write(pdok())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert run(path, year=2024)["Added"] == ["WK050206 Schenkel (2024)"]


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.geojson") == ["the file cannot be read: No such file or directory"]
    assert refusal(tmp_path) == ["the file cannot be read: Is a directory"]
