"""/rond-mijn-huis/"""

from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client

from gemeente.places.forms import POINT_WIDTH
from gemeente.places.geography import Place, shifted
from gemeente.places.maps import town_map
from gemeente.places.models import Wijk
from initiatives.enums import PlaceKind
from initiatives.models import Initiative
from tests.factories.activity import SubjectFactory
from tests.factories.initiatives import InitiativeFactory, placed, published
from tests.pages import errors, soup

URL = "/rond-mijn-huis/"
HOME = Place(4.504, 51.904)
AT_HOME = {"pin_longitude": "4.504", "pin_latitude": "51.904", "metres": "500"}


def at(place: Place, wijk: Wijk, title: str, kind: PlaceKind = PlaceKind.PUBLIC) -> Initiative:
    """An initiative that everybody can read, at a place."""
    return placed(place, kind, title=title, wijk=wijk)


def rows(response: HttpResponse) -> list[tuple[str, str]]:
    """Title and distance of each row, in order."""
    found = soup(response).select("main ol.portal-rows > li")
    return [(row.select_one("a").text, row.select(".portal-small span")[0].text) for row in found]


def heading(response: HttpResponse) -> str:
    """What the answer says first."""
    return " ".join(soup(response).select_one("main h2").text.split())


def test_near_things_stand_in_order_of_distance(client: Client, oostgaarde: Wijk) -> None:
    at(shifted(HOME, east=300), oostgaarde, "Verder weg")
    at(shifted(HOME, north=80), oostgaarde, "Om de hoek")
    at(shifted(HOME, north=-700), oostgaarde, "Te ver")
    published(title="In de hele wijk", wijk=oostgaarde)
    InitiativeFactory(title="Nog geheim", wijk=oostgaarde)

    response = client.post(URL, AT_HOME)

    assert rows(response) == [("Om de hoek", "op 80 meter"), ("Verder weg", "op 300 meter")]
    assert heading(response) == "Binnen 500 meter gebeuren er 2 dingen"
    buttons = [" ".join(button.text.split()) for button in soup(response).select("button[name=metres]")]
    assert buttons == ["100 meter (1)", "500 meter (2)", "1.000 meter (3)"]


def test_the_drawing_has_the_numbers_and_links_of_the_list(client: Client, oostgaarde: Wijk) -> None:
    same = shifted(HOME, north=80)
    for title in ("Een", "Twee"):
        at(same, oostgaarde, title)
    at(shifted(HOME, east=300), oostgaarde, "Drie")

    page = soup(client.post(URL, AT_HOME))

    drawn = [(a.select_one("text").text, a["href"]) for a in page.select("main svg a")][::-1]
    listed = [a["href"] for a in page.select("main ol a")]
    assert drawn == [("1+", listed[0]), ("3", listed[2])]
    assert page.select_one("main svg")["aria-hidden"] == "true"


@pytest.mark.parametrize(("move", "first"), [("north", "Noord"), ("east", "Oost"), ("south", "Zuid"), ("west", "West")])
def test_the_circle_can_be_moved_by_buttons(move: str, first: str, client: Client, oostgaarde: Wijk) -> None:
    for title, step in {"Noord": (0, 400), "Oost": (400, 0), "Zuid": (0, -400), "West": (-400, 0)}.items():
        at(shifted(HOME, east=step[0], north=step[1]), oostgaarde, title)

    assert rows(client.post(URL, AT_HOME | {"move": move}))[0] == (first, "op 150 meter")


def test_a_click_on_the_map_and_the_middle_of_a_wijk_are_places(client: Client, oostgaarde: Wijk) -> None:
    town = town_map()
    area = town.areas[0]
    at(town.projection.to_place(area.label_x, area.label_y), oostgaarde, "In het midden")
    x, y = (round(pixel * POINT_WIDTH / town.width) for pixel in (area.label_x, area.label_y))

    assert [title for title, _ in rows(client.post(URL, {"pin.x": x, "pin.y": y, "metres": "500"}))] == [
        "In het midden"
    ]
    assert len(rows(client.post(URL, {"wijk": "oostgaarde", "metres": "100"}))) == 1
    by_keyboard = {"pin.x": "0", "pin.y": "0", "wijk": "oostgaarde", "metres": "100"}
    assert len(rows(client.post(URL, by_keyboard))) == 1


def test_nothing_near_says_where_to_look_and_how_to_begin(client: Client, oostgaarde: Wijk) -> None:
    at(shifted(HOME, east=900), oostgaarde, "Ver weg")

    response = client.post(URL, AT_HOME | {"metres": "100"})

    page = soup(response)
    assert heading(response) == "Nog niets binnen 100 meter"
    assert page.select_one(".portal-empty button").text == "Kijk binnen 1.000 meter"
    assert page.select_one(".portal-empty button")["value"] == "1000"
    assert page.select("main a[href='/initiatieven/nieuw/']")


def test_something_that_is_no_initiative_is_found_too(client: Client, oostgaarde: Wijk) -> None:
    SubjectFactory(kind="question", title="Kan hier een bankje?", longitude=4.504, latitude=51.904, wijk=oostgaarde)

    assert "Vraag" in soup(client.post(URL, AT_HOME)).select_one("main ol li").text


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"metres": "500"}, {"pin": "Wijs je plek aan op de kaart, of kies je wijk in de lijst."}),
        (
            {"metres": "500", "pin.x": "0", "pin.y": "0"},
            {"pin": "De kaart werkt alleen met een muis of met je vinger. Kies je wijk in de lijst."},
        ),
        ({"metres": "7", "wijk": "oostgaarde"}, {"metres": "Kies 100, 500 of 1.000 meter."}),
        ({"wijk": "oostgaarde"}, {"metres": "Kies hoe ver je wilt kijken."}),
        ({"metres": "500", "wijk": "nergens"}, {"wijk": "Deze wijk kennen we niet. Kies een wijk uit de lijst."}),
        *(
            (
                {"metres": "500", "pin_longitude": nonsense, "pin_latitude": "51.9"},
                {"pin": "Deze plek kunnen we niet lezen. Wijs je plek aan op de kaart, of kies je wijk in de lijst."},
            )
            for nonsense in ("nan", "inf", "98000", "x", "51.9", "")
        ),
    ],
)
def test_bad_input_gets_a_sentence(
    sent: dict[str, str], wrong: dict[str, str], client: Client, oostgaarde: Wijk
) -> None:
    response = client.post(URL, sent)

    found = errors(response)
    assert (response.status_code, list(found.values())) == (200, list(wrong.values()))


def test_taking_the_pin_away_begins_anew(client: Client, oostgaarde: Wijk) -> None:
    response = client.post(URL, AT_HOME | {"pin_remove": "1"})

    assert errors(response) == {}
    assert soup(response).select("main input[type=image]")


def test_the_place_is_not_kept_and_stands_in_no_address(
    client: Client, oostgaarde: Wijk, caplog: pytest.LogCaptureFixture
) -> None:
    at(shifted(HOME, east=30), oostgaarde, "Om de hoek")

    response = client.post(URL, AT_HOME)

    assert response.wsgi_request.get_full_path() == URL
    assert "4.504" not in " ".join(tag["href"] for tag in soup(response).select("[href]"))
    assert "session" not in response.cookies
    assert "private" in response["Cache-Control"]
    assert not Session.objects.exists()
    assert "4.504" not in caplog.text


def test_coordinates_in_the_address_are_not_read(client: Client, oostgaarde: Wijk) -> None:
    at(HOME, oostgaarde, "Om de hoek")

    assert rows(client.get(URL, AT_HOME)) == []


def test_page_in_english_leads_to_english(client: Client, oostgaarde: Wijk) -> None:
    initiative = at(HOME, oostgaarde, "Om de hoek")

    response = client.post(f"/en{URL}", AT_HOME)

    assert soup(response).select_one("main ol a")["href"] == f"/en/initiatieven/{initiative.slug}/"


def test_first_day_has_a_page(client: Client, reference: None) -> None:
    assert client.get(URL).status_code == 200
    assert client.post(URL, AT_HOME).status_code == 200


@pytest.mark.parametrize("method", ["put", "delete"])
def test_page_refuses_other_methods(method: str, client: Client, db: None) -> None:
    assert getattr(client, method)(URL).status_code == 405


@pytest.mark.parametrize("count", [1, 50])
def test_page_costs_few_queries(count: int, client: Client, oostgaarde: Wijk, django_assert_num_queries: Any) -> None:
    for n in range(count):
        at(shifted(HOME, east=n), oostgaarde, f"Nummer {n}")
    client.post(URL, AT_HOME)

    with django_assert_num_queries(2):
        client.post(URL, AT_HOME)
