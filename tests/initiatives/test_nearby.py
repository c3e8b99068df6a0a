"""What lies near a place, against a plain count of everything."""

import math

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from gemeente.activity.models import Subject
from gemeente.places.geography import Place, metres_between, shifted
from gemeente.places.models import Wijk
from initiatives.actions.writing import revise_place
from initiatives.enums import PlaceKind
from initiatives.models import Initiative
from initiatives.nearby import MOST, RADII, in_words, look_around
from tests.factories.activity import SubjectFactory
from tests.factories.initiatives import published

HOME = Place(4.58, 51.93)


def haversine(one: Place, other: Place) -> float:
    """As the textbook has it, on a globe of 6,371 kilometres."""
    phi, psi = math.radians(one.latitude), math.radians(other.latitude)
    half = (psi - phi) / 2, math.radians(other.longitude - one.longitude) / 2
    a = math.sin(half[0]) ** 2 + math.cos(phi) * math.cos(psi) * math.sin(half[1]) ** 2
    return 6_371_000 * 2 * math.atan2(math.sqrt(a), math.sqrt(1 - a))


def at(place: Place, **fields: object) -> Subject:
    """Something public at a place."""
    return SubjectFactory(longitude=place.longitude, latitude=place.latitude, **fields)


def in_the_country() -> st.SearchStrategy[Place]:
    """Anywhere the portal may stand."""
    return st.builds(Place, st.floats(3.4, 7.2), st.floats(50.8, 53.5))


def steps() -> st.SearchStrategy[tuple[float, float]]:
    """So many metres to the east and to the north, on both sides of every radius."""
    return st.tuples(st.floats(-1200, 1200), st.floats(-1200, 1200))


@given(in_the_country(), steps())
def test_distance_is_that_of_the_textbook(place: Place, step: tuple[float, float]) -> None:
    there = shifted(place, east=step[0], north=step[1])

    assert metres_between(place, there) == pytest.approx(haversine(place, there), rel=0.001, abs=0.01)
    assert metres_between(place, there) == pytest.approx(math.hypot(*step), rel=0.01, abs=0.2)


class NearbyTest(TestCase):
    """Each example in a transaction of its own."""

    @settings(max_examples=40)
    @given(in_the_country(), st.lists(steps(), max_size=12), st.sampled_from(RADII))
    def test_found_is_what_a_walk_past_everything_finds(
        self, home: Place, walks: list[tuple[float, float]], metres: int
    ) -> None:
        spots = [shifted(home, east=east, north=north) for east, north in walks]
        subjects = [at(spot) for spot in spots]

        around = look_around(home, metres)

        measured = sorted(
            (metres_between(home, spot), subject.pk) for spot, subject in zip(spots, subjects, strict=True)
        )
        assert [one.subject.pk for one in around.found] == [pk for far, pk in measured if far <= metres]
        assert around.counts == {radius: sum(far <= radius for far, _ in measured) for radius in RADII}


def test_what_is_not_public_or_has_no_place_is_not_found(db: None) -> None:
    shown = at(HOME)
    at(HOME, is_public=False)
    SubjectFactory()

    assert [one.subject for one in look_around(HOME, 100).found] == [shown]


def test_the_fifty_nearest_are_shown_and_the_rest_is_told(db: None) -> None:
    spots = [shifted(HOME, east=n * 5, north=n) for n in range(70)]
    subjects = [at(spot) for spot in reversed(spots)][::-1]

    around = look_around(HOME, 500)

    assert [one.subject for one in around.found] == subjects[:MOST]
    assert around.has_more
    assert around.counts == {100: 20, 500: 51, 1000: 51}


def test_what_is_at_a_home_is_measured_to_its_cell(oostgaarde: Wijk) -> None:
    initiative = published(wijk=oostgaarde, title="Soep op zondag")
    where = {"initiative": initiative, "actor": initiative.owner, "wijk": oostgaarde, "place_text": "de Terp"}
    revise_place(**where, place_kind=PlaceKind.HOME, point=Place(4.504321, 51.904321))

    (found,) = look_around(Place(4.504321, 51.904321), 500).found

    cell = Initiative.objects.get().public_point
    assert (found.place, found.is_rough) == (cell, True)
    assert found.metres == pytest.approx(metres_between(Place(4.504321, 51.904321), cell))
    assert found.distance == "op ongeveer 100 meter"


@pytest.mark.parametrize(
    ("metres", "is_rough", "words"),
    [
        (0, False, "op 10 meter"),
        (84.9, False, "op 80 meter"),
        (85.1, False, "op 90 meter"),
        (1000, False, "op 1.000 meter"),
        (20, True, "op ongeveer 100 meter"),
        (451, True, "op ongeveer 500 meter"),
    ],
)
def test_distance_in_words(metres: float, is_rough: bool, words: str) -> None:
    with translation.override("nl"):
        assert in_words(metres, is_rough) == words


def test_the_index_of_points_is_used(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        look_around(HOME, 500)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {asked[0]['sql']}")
        plan = "\n".join(row[0] for row in cursor.fetchall())

    assert "Index Scan using subject_ground" in plan
    assert "Order By" in plan
