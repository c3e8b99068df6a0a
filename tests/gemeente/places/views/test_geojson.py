"""/kaart/wijken.geojson"""

import json
from io import StringIO
from math import cos, pi, sin
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from shapely.geometry import shape

from gemeente.places.maps import town_map
from gemeente.places.models import Wijk
from tests.factories.places import WijkFactory, square

URL = "/kaart/wijken.geojson"
WIJKEN = Path(__file__).resolve().parents[4] / "gemeente" / "demo" / "data" / "wop-wijken-indicatief.geojson"

pytestmark = pytest.mark.django_db


@pytest.fixture
def capelle() -> None:
    """The seven wijken as imported."""
    call_command("import_wijken", WIJKEN, stdout=StringIO())


def jagged_wijk(points: int, middle: float) -> dict[str, Any]:
    """A boundary drawn with far too many points, in and out in turn."""
    turns = [(2 * pi * n / points, 0.009 + 0.0003 * (-1) ** n) for n in range(points)]
    ring = [[middle + radius * cos(angle), 51.93 + radius * sin(angle)] for angle, radius in turns]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def shapes(client: Client) -> dict[str, Any]:
    """The geometry of each wijk, by name."""
    features = client.get(URL).json()["features"]
    return {feature["properties"]["name"]: shape(feature["geometry"]) for feature in features}


def test_outlines_have_name_and_slug_only(client: Client, capelle: None) -> None:
    response = client.get(URL)

    assert (response.status_code, response["Content-Type"]) == (200, "application/geo+json")
    collection = json.loads(response.content)
    assert collection["type"] == "FeatureCollection"
    assert [feature["properties"] for feature in collection["features"]] == [
        {"name": wijk.name, "slug": wijk.slug} for wijk in Wijk.objects.order_by("name")
    ]


def test_outlines_are_where_the_wijken_are(client: Client, capelle: None) -> None:
    found = shapes(client)

    for wijk in Wijk.objects.all():
        exact = shape(wijk.boundary)
        assert found[wijk.name].is_valid
        assert found[wijk.name].symmetric_difference(exact).area < exact.area / 1000


@pytest.mark.parametrize("points", [2_000, 20_000])
def test_detailed_outlines_stay_bounded(points: int, client: Client) -> None:
    for number in range(3):
        WijkFactory(boundary=jagged_wijk(points, 4.55 + 0.02 * number))

    assert len(client.get(URL).content) <= 100_000
    assert all(found.area == pytest.approx(pi * 0.009**2, rel=0.1) for found in shapes(client).values())


def test_neighbours_keep_sharing_a_wavy_border(client: Client) -> None:
    border = [[4.6 + 0.0005 * sin(n), 51.9 + n / 100_000] for n in range(1001)]
    west, east = [[4.59, 51.91], [4.59, 51.9]], [[4.61, 51.91], [4.61, 51.9]]
    for name, corners in (("West", west), ("Oost", east)):
        WijkFactory(name=name, boundary={"type": "Polygon", "coordinates": [[*border, *corners, border[0]]]})

    found = shapes(client)

    assert found["West"].intersection(found["Oost"]).area == 0
    assert found["West"].union(found["Oost"]).area == pytest.approx(0.02 * 0.01, rel=1e-6)


def test_outline_keeps_its_hole(client: Client) -> None:
    outer, hole = square(4.5, 51.9)["coordinates"][0], square(4.502, 51.902, 0.002)["coordinates"][0]
    WijkFactory(name="Ring", boundary={"type": "Polygon", "coordinates": [outer, hole]})

    assert len(shapes(client)["Ring"].interiors) == 1


def test_town_without_boundaries_has_no_outlines(client: Client) -> None:
    WijkFactory(boundary=None)

    assert client.get(URL).json() == {"type": "FeatureCollection", "features": []}


def test_outlines_of_this_version_are_kept_for_ever(client: Client, capelle: None) -> None:
    assert client.get(URL, {"v": town_map().version})["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("query", [{}, {"v": "old"}])
def test_outlines_of_another_version_are_asked_again(query: dict[str, str], client: Client, capelle: None) -> None:
    response = client.get(URL, query)

    assert response["Cache-Control"] == "public, no-cache"
    assert client.get(URL, query, headers={"if-none-match": response["ETag"]}).status_code == 304


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_outlines_refuse_other_methods(method: str, client: Client) -> None:
    assert getattr(client, method)(URL).status_code == 405


def test_outlines_set_no_cookie_and_cost_one_query(
    client: Client, capelle: None, django_assert_num_queries: Any
) -> None:
    client.get(URL)

    with django_assert_num_queries(1):
        assert not client.get(URL).cookies
