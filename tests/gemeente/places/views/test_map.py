"""/kaart/capelle.svg"""

from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from gemeente.places.maps import town_map
from tests.factories.places import WijkFactory, square

URL = "/kaart/capelle.svg"
SVG = "{http://www.w3.org/2000/svg}"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_wijken() -> None:
    WijkFactory(name="A", boundary=square(4.5, 51.9))
    WijkFactory(name="B", boundary=square(4.51, 51.9))


def test_map_is_a_picture_with_numbers(client: Client) -> None:
    response = client.get(URL)

    root = ElementTree.fromstring(response.content)
    assert (response.status_code, response["Content-Type"]) == (200, "image/svg+xml")
    assert (root.tag, root.get("width"), root.get("height")) == (f"{SVG}svg", "640", str(town_map().height))
    assert [text.text for text in root.iter(f"{SVG}text")] == ["1", "2"]
    assert b"style" not in response.content
    assert b"script" not in response.content


def test_map_of_this_version_is_kept_for_ever(client: Client) -> None:
    assert client.get(URL, {"v": town_map().version})["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("query", [{}, {"v": "old"}])
def test_map_of_another_version_is_asked_again(query: dict[str, str], client: Client) -> None:
    response = client.get(URL, query)

    assert response["Cache-Control"] == "public, no-cache"
    assert client.get(URL, query, headers={"if-none-match": response["ETag"]}).status_code == 304


def test_map_of_an_empty_town_is_a_picture(client: Client) -> None:
    from gemeente.places.models import Wijk

    Wijk.objects.all().delete()

    assert ElementTree.fromstring(client.get(URL).content).tag == f"{SVG}svg"


def test_a_tall_town_has_plain_numbers(client: Client) -> None:
    WijkFactory(name="C", boundary=square(4.5, 51.99))

    assert town_map().height > 1000
    assert f'height="{town_map().height}"'.encode() in client.get(URL).content


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_map_refuses_other_methods(method: str, client: Client) -> None:
    assert getattr(client, method)(URL).status_code == 405


def test_map_sets_no_cookie_and_costs_one_query(client: Client, django_assert_num_queries: Any) -> None:
    client.get(URL)

    with django_assert_num_queries(1):
        assert not client.get(URL).cookies
