"""Which wijk a place lies in."""

import datetime as dt
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gemeente.places.geography import (
    CELL,
    Finding,
    FindingKind,
    Inhabitants,
    Place,
    blur,
    inhabitants_of,
    is_elsewhere,
    locate,
)
from gemeente.places.models import Wijk, WijkArea
from tests.factories.places import CbsAreaFactory, WijkFactory, square

DATA = Path(__file__).resolve().parents[3] / "gemeente" / "demo" / "data"
BORDER = 4.51  # west and east of it lie two wijken, one degree of a hundred wide
TODAY = dt.date(2026, 6, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def west() -> Wijk:
    """From 4.50 to 4.51."""
    return WijkFactory(name="West", slug="west", boundary=square(4.5, 51.9))


@pytest.fixture
def east() -> Wijk:
    """From 4.51 to 4.52."""
    return WijkFactory(name="Oost", slug="oost", boundary=square(BORDER, 51.9))


@pytest.fixture
def capelle() -> None:
    """The town as its files draw it."""
    for name in ("wop-wijken-indicatief", "wijken-gm0502-indicatief"):
        call_command("import_wijken", DATA / f"{name}.geojson", stdout=StringIO())


def kind_and_names(finding: Finding) -> tuple[str, str | None, str | None]:
    """A finding in words."""
    return finding.kind, finding.wijk and finding.wijk.name, finding.nearest and finding.nearest.name


@pytest.mark.parametrize(
    ("longitude", "latitude", "expected"),
    [
        (4.55, 51.913, ("in_wijk", "Capelle-West", None)),
        (4.56, 51.92, ("in_wijk", "'s-Gravenland", None)),
        (4.535, 51.915, ("in_wijk", "Fascinatio", None)),
        (4.58, 51.927, ("in_wijk", "Middelwatering", None)),
        (4.56, 51.935, ("in_wijk", "Schenkel", None)),
        (4.61, 51.93, ("in_wijk", "Oostgaarde", None)),
        (4.58, 51.945, ("in_wijk", "Schollevaar", None)),
        (4.5955, 51.949, ("in_town", None, "Schollevaar")),
        (4.616, 51.9358, ("in_town", None, "Oostgaarde")),
        (4.5945, 51.9242, ("in_town", None, "Middelwatering")),
        (4.4777, 51.9244, ("outside", None, None)),  # Rotterdam
        (0, 0, ("outside", None, None)),
    ],
)
def test_places_in_capelle(
    longitude: float, latitude: float, expected: tuple[str, str | None, str | None], capelle: None
) -> None:
    assert kind_and_names(locate(Place(longitude, latitude))) == expected


@pytest.mark.parametrize(
    ("longitude", "expected"), [(4.509, "West"), (BORDER, "Oost"), (4.511, "Oost"), (4.5, "West"), (4.52, "Oost")]
)
def test_a_border_belongs_to_the_first_wijk_by_slug(longitude: float, expected: str, west: Wijk, east: Wijk) -> None:
    assert kind_and_names(locate(Place(longitude, 51.905))) == ("in_wijk", expected, None)


def test_a_hole_is_not_in_the_wijk() -> None:
    outer, hole = square(4.5, 51.9)["coordinates"][0], square(4.502, 51.902, 0.002)["coordinates"][0]
    ring = WijkFactory(boundary={"type": "Polygon", "coordinates": [outer, hole]})

    assert locate(Place(4.501, 51.901)) == Finding(FindingKind.IN_WIJK, wijk=ring)
    assert locate(Place(4.503, 51.903)) == Finding(FindingKind.OUTSIDE)


def test_nearest_is_measured_in_metres(west: Wijk) -> None:
    CbsAreaFactory(boundary=square(4.5, 51.9, 0.1))
    north = WijkFactory(name="Noord", slug="noord", boundary=square(4.53, 51.914))

    found = locate(
        Place(4.523, 51.907)
    )  # 0.013 degrees from West but 890 metres; 0.0099 degrees from Noord, 916 metres

    assert found == Finding(FindingKind.IN_TOWN, nearest=west)
    assert locate(Place(4.525, 51.908)).nearest == north


def test_only_areas_of_the_latest_year_count(west: Wijk) -> None:
    CbsAreaFactory(year=2020, boundary=square(4.6, 51.9))
    assert locate(Place(4.605, 51.905)) == Finding(FindingKind.IN_TOWN, nearest=west)

    CbsAreaFactory(year=2024, boundary=square(4.5, 51.9))

    assert locate(Place(4.605, 51.905)) == Finding(FindingKind.OUTSIDE)


def test_without_boundaries_everything_is_outside_or_in_town() -> None:
    WijkFactory(boundary=None)
    assert locate(Place(4.505, 51.905)) == Finding(FindingKind.OUTSIDE)

    CbsAreaFactory(boundary=square(4.5, 51.9))

    assert locate(Place(4.505, 51.905)) == Finding(FindingKind.IN_TOWN)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(4.49, 4.53), st.floats(51.89, 51.92))
def test_every_place_has_one_answer(west: Wijk, east: Wijk, longitude: float, latitude: float) -> None:
    is_inside = 4.5 <= longitude <= 4.52 and 51.9 <= latitude <= 51.91
    expected = (east if longitude >= BORDER else west) if is_inside else None

    assert locate(Place(longitude, latitude)).wijk == expected


def test_find_costs_two_queries(capelle: None, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):
        locate(Place(4.4777, 51.9244))


@pytest.mark.parametrize(("longitude", "expected"), [(4.505, False), (4.515, False), (4.525, True)])
def test_elsewhere_is_outside_wijken_and_areas(longitude: float, expected: bool, west: Wijk) -> None:
    CbsAreaFactory(boundary=square(4.51, 51.9))

    assert is_elsewhere(Place(longitude, 51.905)) == expected


def test_without_boundaries_nothing_is_elsewhere() -> None:
    WijkFactory(boundary=None)

    assert not is_elsewhere(Place(4.4777, 51.9244))


# --- Blurring ---------------------------------------------------------------------------------------------------------
in_town = st.builds(Place, st.floats(4.45, 4.7), st.floats(51.85, 52))
inside_a_cell = st.floats(0.01, 0.99)


@given(in_town)
def test_blurred_place_is_within_half_a_cell(place: Place) -> None:
    found = blur(place)

    assert abs(found.longitude - place.longitude) <= CELL[0] / 2 + 1e-6
    assert abs(found.latitude - place.latitude) <= CELL[1] / 2 + 1e-6


@given(in_town)
def test_blurring_twice_is_blurring_once(place: Place) -> None:
    assert blur(blur(place)) == blur(place)


@given(st.integers(1490, 1560), st.integers(25_930, 25_990), inside_a_cell, inside_a_cell)
def test_every_place_in_a_cell_is_blurred_alike(column: int, row: int, east: float, north: float) -> None:
    middle = Place(round((column + 0.5) * CELL[0], 6), round((row + 0.5) * CELL[1], 6))

    assert blur(Place((column + east) * CELL[0], (row + north) * CELL[1])) == middle


# --- Inhabitants ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("slug", "number"),
    [("middelwatering", 16435), ("schenkel", 6295), ("fascinatio", 3690), ("capelle-west", None)],
)
def test_inhabitants_are_those_of_the_areas(slug: str, number: int | None, capelle: None) -> None:
    found = inhabitants_of(Wijk.objects.get(slug=slug), TODAY)

    assert (found and (found.number, found.year)) == (number and (number, 2024))


def test_inhabitants_follow_the_dates(west: Wijk) -> None:
    year_2024, year_2025 = dt.date(2024, 1, 1), dt.date(2025, 1, 1)
    old, new = CbsAreaFactory(inhabitants=10), CbsAreaFactory(year=2025, inhabitants=12)
    WijkArea.objects.create(wijk=west, area=old, starts_on=year_2024, ends_on=year_2025)
    WijkArea.objects.create(wijk=west, area=new, starts_on=year_2025)

    found = [inhabitants_of(west, day) for day in (dt.date(2023, 12, 31), dt.date(2024, 12, 31), year_2025)]

    assert found == [None, Inhabitants(10, 2024, "CBS"), Inhabitants(12, 2025, "CBS")]


def test_inhabitants_unknown_to_cbs_are_none(west: Wijk) -> None:
    WijkArea.objects.create(wijk=west, area=CbsAreaFactory(inhabitants=None), starts_on=dt.date(2024, 1, 1))

    assert inhabitants_of(west, TODAY) is None
