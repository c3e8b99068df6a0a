"""Windows of the map, and the frames they are drawn in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente.places.frames import frame_of, numbered
from gemeente.places.geography import Box, Place
from gemeente.places.maps import TownMap, fit, town_map
from gemeente.places.windows import SMALLEST, read_window, ways, write_window
from tests.factories.places import WijkFactory

TOWN = TownMap(640, 480, (), fit([])[0], "empty")
NONSENSE = [
    "hier",
    "1,2,3",
    "4.5,51.9,4.6",
    "4.5,51.9,4.6,51.95,7",
    "nan,51.9,4.6,51.95",
    "4.5,51.9,inf,51.95",
    "4.6,51.95,4.5,51.9",  # swapped
    "51.9,4.5,51.95,4.6",  # latitude first
    "4.5,51.9,4.5,51.9",
    "-180,-90,180,90",
    "3.1,50.1,7.9,53.9",  # the whole country
    "98000,437000,99000,438000",  # RD
    "9.0,51.9,9.1,51.95",
    ",,,",
    "1e999,1,2,3",
    "4.5;51.9;4.6;51.95",
]


@pytest.fixture
def town(db: None) -> TownMap:
    WijkFactory(name="Oostgaarde", slug="oostgaarde")
    return town_map()


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_refused(text: str, town: TownMap) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reader gets one sentence for all of them
        read_window(text, town)


def test_a_window_is_written_as_it_is_read(town: TownMap) -> None:
    assert write_window(read_window("4.5000,51.9000,4.5100,51.9050", town)) == "4.5000,51.9000,4.5100,51.9050"


def test_a_tiny_window_grows(town: TownMap) -> None:
    box = read_window("4.5001,51.9001,4.5002,51.9002", town)

    assert box.east - box.west == pytest.approx(SMALLEST)
    assert box.middle.longitude == pytest.approx(4.50015)


def test_ways_lead_in_out_and_around(town: TownMap) -> None:
    whole = Box(*town.extent)
    assert [words for words, _ in ways(whole, town)] == ["Kijk dichterbij"]

    found = dict(ways(read_window("4.5000,51.9000,4.5040,51.9024", town), town))

    assert found["Heel Capelle"] == ""
    assert found["Naar het noorden"] == "4.5000,51.9012,4.5040,51.9036"
    assert "Kijk dichterbij" not in found
    assert len(found) == 6


def places() -> st.SearchStrategy[Place]:
    return st.builds(Place, st.floats(4.4, 4.7), st.floats(51.8, 52.0))


@given(places(), places(), places())
def test_a_frame_holds_its_box_and_knows_its_metres(one: Place, other: Place, inside: Place) -> None:
    box = Box(
        min(one.longitude, other.longitude) - 0.001,
        min(one.latitude, other.latitude) - 0.001,
        max(one.longitude, other.longitude) + 0.001,
        max(one.latitude, other.latitude) + 0.001,
    )

    frame = frame_of(TOWN, box, 640, 480)

    for place in (one, other):
        x, y = frame.to_pixels(place)
        assert 0 <= x <= 640
        assert 0 <= y <= 480
    assert frame.to_pixels(box.middle) == pytest.approx((320, 240), abs=0.2)
    assert frame.pixels_of(frame.metres) == pytest.approx(640)
    x, y = frame.inside(inside, 20)
    assert 20 <= x <= 620
    assert 20 <= y <= 460


def test_places_on_one_spot_share_a_mark(town: TownMap) -> None:
    frame = frame_of(town, Box(*town.extent), 640, 480)
    rows = [(Place(4.505, 51.905), f"Nummer {n}", f"/{n}/") for n in (1, 2)] + [(Place(4.506, 51.906), "Drie", "/3/")]

    marks = numbered(frame, rows, 16)

    assert [(mark.label, mark.url) for mark in marks] == [("3", "/3/"), ("1+", "/1/")]


def test_a_name_makes_room_for_a_mark(town: TownMap) -> None:
    frame = frame_of(town, Box(*town.extent), town.width, town.height)
    (free,) = frame.names([])
    area = town.areas[0]
    assert (free.text, free.x, free.y) == ("Oostgaarde", area.label_x, area.label_y)

    middle = town.projection.to_place(area.label_x, area.label_y)
    (beside,) = frame.names(numbered(frame, [(middle, "Hier", "/")], 16))

    assert abs(beside.y - area.label_y) > 16 + 12
