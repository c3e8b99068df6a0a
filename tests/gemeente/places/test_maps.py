"""The town as a drawing."""

import re
from io import StringIO
from itertools import accumulate
from math import cos, dist, hypot, radians
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from gemeente.lib.site_version import one_reading, site_version
from gemeente.places.geography import CELL, Place, blur, locate
from gemeente.places.maps import MARGIN, METRES, SOFT_METRES, WIDTH, Projection, fit, point_map, point_of, town_map
from gemeente.places.models import Wijk
from tests.factories.places import WijkFactory, square

WIJKEN = Path(__file__).resolve().parents[3] / "gemeente" / "demo" / "data" / "wop-wijken-indicatief.geojson"

longitudes, latitudes = st.floats(4.45, 4.7), st.floats(51.85, 52)
places = st.builds(Place, longitudes, latitudes)


@pytest.fixture
def capelle(db: None) -> None:
    """The seven wijken as imported."""
    call_command("import_wijken", WIJKEN, stdout=StringIO())


# --- Projection -------------------------------------------------------------------------------------------------------
@given(st.lists(st.tuples(longitudes, latitudes), min_size=2, max_size=20, unique_by=lambda p: round(p[0], 4)))
def test_everything_fits_inside_the_margins(points: list[tuple[float, float]]) -> None:
    projection, height = fit([list(point) for point in points])

    pixels = [projection.to_pixels(Place(*point)) for point in points]

    assert all(MARGIN - 0.01 <= x <= WIDTH - MARGIN + 0.01 for x, _ in pixels)
    assert all(MARGIN - 0.51 <= y <= height - MARGIN + 0.51 for _, y in pixels)


@given(places, places, places)
def test_there_and_back_again(here: Place, west: Place, east: Place) -> None:
    projection = Projection(west.longitude, east.latitude, 6000, cos(radians(51.9)))

    again = projection.to_place(*projection.to_pixels(here))

    assert (again.longitude, again.latitude) == pytest.approx((here.longitude, here.latitude), abs=1e-9)


@given(places, st.floats(-0.02, 0.02), st.floats(-0.02, 0.02))
def test_a_metre_is_as_long_in_every_direction(here: Place, to_east: float, to_north: float) -> None:
    projection = Projection(4.5, 52, 6000, cos(radians(51.93)))
    there = Place(here.longitude + to_east, here.latitude + to_north)
    metres = dist((to_east * 111_320 * cos(radians(51.93)), to_north * 111_320), (0, 0))

    pixels = dist(projection.to_pixels(here), projection.to_pixels(there))

    assert pixels == pytest.approx(metres * 6000 / 111_320, rel=1e-6, abs=1e-6)


def points_of(path: str) -> list[tuple[int, int]]:
    """The corners of a path, in pixels."""
    rings = [list(map(int, re.findall(r"-?\d+", ring))) for ring in path.split("Z") if ring]
    return [pair for ring in rings for pair in zip(accumulate(ring[::2]), accumulate(ring[1::2]), strict=True)]


# --- The map ----------------------------------------------------------------------------------------------------------
def test_map_numbers_the_wijken_by_name(capelle: None) -> None:
    shown = town_map()

    assert [(area.number, area.wijk.name, area.wijk.slug) for area in shown.areas] == [
        (number, wijk.name, wijk.slug) for number, wijk in enumerate(Wijk.objects.order_by("name"), start=1)
    ]
    assert (shown.width, shown.is_drawn) == (640, True)
    assert 400 < shown.height < 600


def test_paths_hold_whole_pixels_inside_the_drawing(capelle: None) -> None:
    shown = town_map()

    for area in shown.areas:
        assert re.fullmatch(r"(M\d+ \d+l-?\d+ -?\d+( -?\d+ -?\d+)+Z)+", area.path)
        assert all(MARGIN <= x <= shown.width - MARGIN for x, _ in points_of(area.path))
        assert all(MARGIN <= y <= shown.height - MARGIN for _, y in points_of(area.path))


def test_neighbours_share_their_border(capelle: None) -> None:
    shown = town_map()
    north, south = (set(points_of(a.path)) for a in shown.areas if a.wijk.slug in {"schollevaar", "schenkel"})

    assert len(north & south) == 6


@pytest.mark.parametrize("width", [264, 640, 1280])
def test_a_click_on_a_number_finds_its_wijk(width: int, capelle: None) -> None:
    shown = town_map()

    for area in shown.areas:
        place = point_of(area.label_x * width / shown.width, area.label_y * width / shown.width, width)
        assert locate(place).wijk.slug == area.wijk.slug


def test_a_small_square_is_drawn_to_scale(db: None) -> None:
    WijkFactory(boundary=square(4.5, 51.9))

    shown = town_map()

    assert (shown.width, shown.height) == (640, 1022)  # 616 pixels wide, and 616 / cos(51.905 degrees) = 998 high
    assert points_of(shown.areas[0].path) == [(12, 1010), (628, 1010), (628, 12), (12, 12)]
    assert (shown.areas[0].label_x, shown.areas[0].label_y) == (320, 511)


def test_a_detailed_outline_stays_small(db: None) -> None:
    steps = [[4.5 + n / 100_000, 51.9] for n in range(1000)]
    ring = [*steps, [4.51, 51.91], [4.5, 51.91], [4.5, 51.9]]
    WijkFactory(boundary={"type": "Polygon", "coordinates": [ring]})

    assert len(town_map().areas[0].path) < 3000


def test_a_wijk_without_boundary_is_in_the_list_only(db: None) -> None:
    WijkFactory(name="A", boundary=None)
    assert not town_map().is_drawn

    WijkFactory(name="B", boundary=square(4.5, 51.9))

    assert [(area.number, bool(area.path)) for area in town_map().areas] == [(1, False), (2, True)]


def test_map_of_an_empty_town(db: None) -> None:
    shown = town_map()

    assert (shown.areas, shown.is_drawn) == ((), False)
    assert point_of(320, 200, 640).is_in_netherlands


def test_map_is_kept_until_a_wijk_changes(capelle: None, django_assert_num_queries: object) -> None:
    with one_reading():
        before = town_map()
    with one_reading(), django_assert_num_queries(0):
        assert town_map() is before

    Wijk.objects.filter(slug="schenkel").update(name="De Schenkel")

    with one_reading():
        site_version()  # as a page that is kept asks first
        assert town_map().version != before.version
        assert "De Schenkel" in [area.wijk.name for area in town_map().areas]


def test_extent_is_what_the_drawing_spans(capelle: None) -> None:
    west, south, east, north = town_map().extent

    corners = [point_of(0, WIDTH * (north - south), WIDTH), point_of(WIDTH, 0, WIDTH)]
    assert (west, north) == pytest.approx((corners[0].longitude, corners[1].latitude), abs=1e-5)
    assert east == pytest.approx(corners[1].longitude, abs=1e-5)
    assert locate(Place(west, south)).wijk is None


# --- A point on it ----------------------------------------------------------------------------------------------------
HOME = Place(4.584321, 51.945678)


def test_exact_point_is_where_it_is(capelle: None) -> None:
    found = point_map(HOME, is_exact=True)

    assert (found.longitude, found.latitude, found.is_exact) == (HOME.longitude, HOME.latitude, True)
    assert point_of(found.x, found.y, WIDTH).longitude == pytest.approx(HOME.longitude, abs=0.0001)


def test_point_about_tells_no_more_than_its_cell(capelle: None) -> None:
    found = point_map(HOME, is_exact=False)

    assert found == point_map(blur(HOME), is_exact=False)
    assert (found.longitude, found.latitude) == (blur(HOME).longitude, blur(HOME).latitude)
    assert (found.metres, found.is_exact) == (200, False)
    assert found.radius == pytest.approx(200 * town_map().projection.scale / METRES, abs=0.1)


def test_circle_holds_the_whole_cell() -> None:
    width, height = (side * METRES for side in CELL)

    assert hypot(width * cos(radians(51.9)), height) / 2 < SOFT_METRES


def test_point_on_a_town_that_is_not_drawn_is_nothing(db: None) -> None:
    WijkFactory(boundary=None)

    assert point_map(HOME, is_exact=True) is None
