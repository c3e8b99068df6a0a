"""/wijken/welke/"""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from gemeente.places.forms import POINT_WIDTH
from gemeente.places.maps import town_map
from tests.factories.places import WijkFactory
from tests.pages import soup

URL = "/wijken/welke/"
DATA = Path(__file__).resolve().parents[3] / "gemeente" / "demo" / "data"
NAMES = ["'s-Gravenland", "Capelle-West", "Fascinatio", "Middelwatering", "Oostgaarde", "Schenkel", "Schollevaar"]
SEVEN = ["s-gravenland", "capelle-west", "fascinatio", "middelwatering", "oostgaarde", "schenkel", "schollevaar"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def capelle() -> None:
    """The town as its files draw it."""
    for name in ("wop-wijken-indicatief", "wijken-gm0502-indicatief"):
        call_command("import_wijken", DATA / f"{name}.geojson", stdout=StringIO())


def links(response: Any, part: str = "main") -> list[tuple[str, str]]:
    """Address and words of the links in a part of the page."""
    return [(a["href"], a.get_text(" ", strip=True)) for a in soup(response).select(f"{part} a")]


def test_page_lists_the_wijken_and_the_whole_town(client: Client, capelle: None) -> None:
    found = links(client.get(URL), "main .portal-rows")

    assert [(url, text) for url, text in found if url.startswith("/wijken/")] == [
        (f"/wijken/{slug}/", name) for slug, name in zip(SEVEN, NAMES, strict=True)
    ]
    begin = [url for url, text in found if url.startswith("/initiatieven/")]
    assert begin == [f"/initiatieven/nieuw/?wijk={slug}" for slug in [*SEVEN, "heel-capelle"]]


def test_a_click_on_the_map_finds_the_wijk(client: Client, capelle: None) -> None:
    shown = town_map()
    area = next(area for area in shown.areas if area.wijk.slug == "oostgaarde")
    x, y = (round(pixel * POINT_WIDTH / shown.width) for pixel in (area.label_x, area.label_y))

    response = client.post(URL, {"punt.x": x, "punt.y": y})

    page = soup(response)
    assert (response.status_code, page.select_one("#gevonden").text) == (200, "Je plek ligt in Oostgaarde")
    assert page.title.text.startswith("Je plek ligt in Oostgaarde")
    assert links(response, "[aria-labelledby=gevonden]") == [
        ("/initiatieven/nieuw/?wijk=oostgaarde", "Begin hier een initiatief"),
        ("/wijken/oostgaarde/", "Bekijk Oostgaarde"),
    ]


def test_a_place_in_no_wijk_offers_the_nearest_and_the_town(client: Client, capelle: None) -> None:
    response = client.post(URL, {"longitude": "4.5955", "latitude": "51.949"})

    assert soup(response).select_one("#gevonden").text == "Je plek ligt in Capelle, maar niet in een wijk"
    assert [url for url, _ in links(response, "[aria-labelledby=gevonden]")] == [
        "/initiatieven/nieuw/?wijk=schollevaar",
        "/initiatieven/nieuw/?wijk=heel-capelle",
        "/wijken/schollevaar/",
    ]


def test_a_place_outside_says_so(client: Client, capelle: None) -> None:
    response = client.post(URL, {"longitude": "4.4777", "latitude": "51.9244"})

    assert soup(response).select_one("#gevonden").text == "Je plek ligt buiten Capelle"
    assert len(links(response, "main .portal-rows")) == 15


@pytest.mark.parametrize(
    ("posted", "message"),
    [
        ({}, "Wijs je plek aan op de kaart, of kies je wijk in de lijst."),
        (
            {"punt.x": "0", "punt.y": "0"},
            "De kaart werkt alleen met een muis of met je vinger. Kies je wijk in de lijst.",
        ),
    ],
)
def test_no_place_gets_a_message_and_the_list(
    posted: dict[str, str], message: str, client: Client, capelle: None
) -> None:
    response = client.post(URL, posted)

    page = soup(response)
    assert page.select_one("#id_place_error").get_text(strip=True) == message
    assert page.select_one("[data-error-summary] a")["href"] == "#id_place"
    assert page.select_one("#gevonden") is None
    assert len(links(response, "main .portal-rows")) == 15


def test_a_place_is_not_shown_again_nor_kept(client: Client, capelle: None) -> None:
    response = client.post(URL, {"longitude": "4.614321", "latitude": "51.931234"})

    assert response.status_code == 200
    assert b"4.614" not in response.content
    assert b"51.931" not in response.content
    assert "session" not in response.cookies


def test_coordinates_in_the_address_are_not_read(client: Client, capelle: None) -> None:
    response = client.get(URL, {"longitude": "4.61", "latitude": "51.93"})

    assert soup(response).select_one("#gevonden") is None


def test_page_in_english(client: Client, capelle: None) -> None:
    response = client.post(f"/en{URL}", {"longitude": "4.61", "latitude": "51.93"})

    assert links(response, "[aria-labelledby=gevonden]")[0][0] == "/en/initiatieven/nieuw/?wijk=oostgaarde"


def test_page_of_an_empty_town_has_no_map(client: Client) -> None:
    WijkFactory(name="Oostgaarde", slug="oostgaarde", boundary=None)

    response = client.get(URL)

    assert soup(response).select("main form") == []
    assert len(links(response, "main .portal-rows")) == 3


@pytest.mark.parametrize("method", ["put", "delete"])
def test_page_refuses_other_methods(method: str, client: Client) -> None:
    assert getattr(client, method)(URL).status_code == 405


@pytest.mark.parametrize(
    ("posted", "queries"), [(None, 0), ({"longitude": "4.61", "latitude": "51.93"}, 1)], ids=["empty", "found"]
)
def test_page_costs_few_queries(
    posted: dict[str, str] | None, queries: int, client: Client, capelle: None, django_assert_num_queries: Any
) -> None:
    client.get(URL)

    with django_assert_num_queries(queries):
        client.post(URL, posted) if posted else client.get(URL)
