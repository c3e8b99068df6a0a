"""A pin on the map, as a form field."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django import forms

from gemeente.places.forms import POINT_WIDTH
from gemeente.places.geography import Place
from gemeente.places.maps import town_map
from gemeente.places.models import Wijk
from gemeente.places.pins import PinField, PinForm, pointed
from tests.factories.places import CbsAreaFactory, WijkFactory, square

KEYBOARD = "De kaart werkt alleen met een muis of met je vinger. Je kunt ook verder zonder speld."
UNREADABLE = "Deze plek kunnen we niet lezen. Wijs de plek opnieuw aan op de kaart."
OUTSIDE = "Deze plek ligt buiten Capelle. Zet de speld op een plek in Capelle, of haal hem weg."

HOME = Place(4.605, 51.935)
AT_HOME = {"pin_longitude": "4.605", "pin_latitude": "51.935"}
IN_ROTTERDAM = {"pin_longitude": "4.4777", "pin_latitude": "51.9244"}
REMOVE = {"pin_remove": "1"}
ENTER = {"pin.x": "0", "pin.y": "0"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def oost() -> Wijk:
    """A wijk from 4.60 to 4.61 and from 51.93 to 51.94."""
    return WijkFactory(name="Oostgaarde", slug="oostgaarde", boundary=square(4.6, 51.93))


@pytest.fixture
def click(oost: Wijk) -> dict[str, str]:
    """A click in the middle of the map."""
    shown = town_map()
    return {"pin.x": str(POINT_WIDTH // 2), "pin.y": str(round(shown.height * POINT_WIDTH / shown.width / 2))}


def parsed(form: forms.Form) -> BeautifulSoup:
    """The field as a page shows it."""
    return BeautifulSoup(str(form["pin"]), "html.parser")


def shown_pin(form: forms.Form) -> tuple[str, str]:
    """The values of the hidden fields."""
    page = parsed(form)
    return page.select_one("[name=pin_longitude]")["value"], page.select_one("[name=pin_latitude]")["value"]


# --- What was posted --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("posted", "pin"),
    [
        ({}, None),
        ({"pin_longitude": "", "pin_latitude": ""}, None),
        (AT_HOME, HOME),
        ({"pin_longitude": "4.6050000004", "pin_latitude": "51.93499999996"}, HOME),
        (REMOVE, None),
        (AT_HOME | REMOVE, None),
        (IN_ROTTERDAM | REMOVE, None),
        (AT_HOME | {"pin.x": "9", "pin.y": "9"} | REMOVE, None),
    ],
)
def test_pin_is_what_was_posted(posted: dict[str, str], pin: Place | None, oost: Wijk) -> None:
    form = PinForm(posted)

    assert form.errors == {}
    assert form.cleaned_data == {"pin": pin}


def test_pin_from_a_click_goes_before_where_it_was(click: dict[str, str]) -> None:
    found = [PinForm(posted) for posted in (click, click | AT_HOME, click | IN_ROTTERDAM)]

    assert [form.errors for form in found] == [{}, {}, {}]
    assert len({form.cleaned_data["pin"] for form in found}) == 1
    pin = found[0].cleaned_data["pin"]
    assert (pin.longitude, pin.latitude) == pytest.approx((4.605, 51.935), abs=0.0001)
    assert (pin.longitude, pin.latitude) == (round(pin.longitude, 6), round(pin.latitude, 6))


@pytest.mark.parametrize(
    ("posted", "message"),
    [
        (ENTER, KEYBOARD),
        (ENTER | AT_HOME, KEYBOARD),
        ({"pin.x": "12"}, UNREADABLE),
        ({"pin.y": "12"}, UNREADABLE),
        ({"pin.x": "x", "pin.y": "y"}, UNREADABLE),
        ({"pin.x": "nan", "pin.y": "1"}, UNREADABLE),
        ({"pin.x": "1e308", "pin.y": "1e308"}, UNREADABLE),
        ({"pin_longitude": "4.6"}, UNREADABLE),
        ({"pin_latitude": "51.9"}, UNREADABLE),
        ({"pin_longitude": "inf", "pin_latitude": "51.9"}, UNREADABLE),
        ({"pin_longitude": "51.9", "pin_latitude": "4.6"}, UNREADABLE),
        ({"pin_longitude": "4,6", "pin_latitude": "51,9"}, UNREADABLE),
        ({"pin_longitude": "2.35", "pin_latitude": "48.86"}, UNREADABLE),  # Paris
        (IN_ROTTERDAM, OUTSIDE),
        ({"pin.x": "1", "pin.y": "1"}, OUTSIDE),
        ({"pin.x": "1", "pin.y": "1"} | AT_HOME, OUTSIDE),
    ],
)
def test_pin_refuses(posted: dict[str, str], message: str, oost: Wijk) -> None:
    assert PinForm(posted).errors == {"pin": [message]}


def test_place_in_town_but_in_no_wijk_is_good(oost: Wijk) -> None:
    CbsAreaFactory(boundary=square(4.61, 51.93))

    assert PinForm({"pin_longitude": "4.615", "pin_latitude": "51.935"}).is_valid()


def test_without_boundaries_every_place_is_good() -> None:
    WijkFactory(boundary=None)

    assert PinForm(IN_ROTTERDAM).is_valid()


def test_town_is_looked_at_once(oost: Wijk, django_assert_num_queries: Any) -> None:
    form = PinForm(AT_HOME)

    with django_assert_num_queries(1):
        assert form.is_valid()


def test_required_pin(oost: Wijk) -> None:
    class Form(forms.Form):
        pin = PinField(required=True)

    assert Form({}).errors == {"pin": ["Zet een speld op de kaart."]}
    assert Form(AT_HOME).is_valid()


@pytest.mark.parametrize(("posted", "expected"), [(AT_HOME, []), (REMOVE, ["pin"]), ({}, ["pin"]), (ENTER, ["pin"])])
def test_form_knows_whether_the_pin_changed(posted: dict[str, str], expected: list[str], oost: Wijk) -> None:
    assert PinForm(posted, initial={"pin": HOME}).changed_data == expected


@pytest.mark.parametrize(
    ("posted", "expected"),
    [
        ({}, False),
        (AT_HOME, False),
        ({"pin": "x", "title": "y"}, False),
        (AT_HOME | {"pin.x": "9", "pin.y": "9"}, True),
        (ENTER, True),
        (REMOVE, True),
        ({"pin.x": "x"}, True),
    ],
)
def test_pointed_tells_a_click_from_going_on(posted: dict[str, str], expected: bool) -> None:
    assert pointed(posted) == expected


def test_form_with_a_prefix(oost: Wijk) -> None:
    posted = {f"a-{name}": value for name, value in (AT_HOME | REMOVE).items()}
    form = PinForm(posted, prefix="a")

    assert (form.is_valid(), form.cleaned_data) == (True, {"pin": None})
    assert pointed(posted, form.add_prefix("pin"))
    assert not pointed(posted)
    assert 'name="a-pin_longitude"' in str(form["pin"])


# --- What is shown ----------------------------------------------------------------------------------------------------
def test_empty_field_is_a_map_to_point_at(oost: Wijk) -> None:
    form = PinForm()
    page = parsed(form)

    image, shown = page.select_one("input[type=image]"), town_map()
    height = round(shown.height * POINT_WIDTH / shown.width)
    assert (image["name"], image["id"], image["width"], image["height"]) == ("pin", "id_pin", "264", str(height))
    assert image["src"] == f"/kaart/capelle.svg?v={shown.version}"
    assert shown_pin(form) == ("", "")
    assert page.select("svg") == []
    assert page.select_one("[name=pin_remove]").has_attr("hidden")


def test_map_is_not_the_button_of_the_enter_key(oost: Wijk) -> None:
    first = parsed(PinForm()).select_one("button, input[type=image]")

    assert (first.name, first["type"], first.get("name")) == ("button", "submit", None)
    assert first.has_attr("hidden")


@pytest.mark.parametrize("form", [PinForm(initial={"pin": HOME}), PinForm(AT_HOME)], ids=["initial", "posted"])
def test_pin_is_shown_where_it_is(form: forms.Form, oost: Wijk) -> None:
    page = parsed(form)

    shown = town_map()
    x, y = shown.projection.to_pixels(HOME)
    assert shown_pin(form) == ("4.605", "51.935")
    assert page.select_one("svg image")["href"] == f"/kaart/capelle.svg?v={shown.version}"
    assert page.select_one("svg g")["transform"] == f"translate({round(x, 1)} {round(y, 1)})"
    assert not page.select_one("[name=pin_remove]").has_attr("hidden")


def test_pin_is_shown_where_was_clicked(click: dict[str, str]) -> None:
    form = PinForm(click | IN_ROTTERDAM)

    pin = form.fields["pin"].clean(form["pin"].data)
    assert shown_pin(form) == (str(pin.longitude), str(pin.latitude))


@pytest.mark.parametrize(
    ("posted", "shown"),
    [
        (REMOVE | AT_HOME, ("", "")),
        (ENTER, ("", "")),
        (ENTER | AT_HOME, ("4.605", "51.935")),
        ({"pin.x": "x", "pin.y": "1"}, ("", "")),
        ({"pin_longitude": "<b>", "pin_latitude": "51.9"}, ("", "")),
        ({"pin_longitude": "2.35", "pin_latitude": "48.86"}, ("", "")),
        (IN_ROTTERDAM, ("4.4777", "51.9244")),
    ],
)
def test_nonsense_is_dropped_and_the_rest_is_kept(posted: dict[str, str], shown: tuple[str, str], oost: Wijk) -> None:
    assert shown_pin(PinForm(posted)) == shown


def test_live_map_is_named_but_not_fetched(oost: Wijk, settings: Any) -> None:
    settings.MAP_TILES_URL = "https://kaart.example/{z}/{x}/{y}.png"
    page = parsed(PinForm())

    live = page.select_one("[data-map-live]")
    assert live["data-outlines"] == f"/kaart/wijken.geojson?v={town_map().version}"
    assert live["data-tiles"] == "https://kaart.example/{z}/{x}/{y}.png"
    assert [float(number) for number in live["data-extent"].split(",")] == list(town_map().extent)
    assert page.select("script, link, [style]") == []
    assert all(
        page.select_one(f"[data-{name}]").has_attr("hidden") for name in ("map-opener", "map-live", "pin-centre")
    )


def test_field_without_a_drawn_town_says_so() -> None:
    WijkFactory(boundary=None)
    page = parsed(PinForm(initial={"pin": HOME}))

    assert page.select("input[type=image], svg") == []
    assert "Er is nog geen kaart van de wijken." in page.get_text()
    assert page.select_one("#id_pin") is not None


def test_error_stands_at_the_field(oost: Wijk) -> None:
    page = BeautifulSoup(str(PinForm(IN_ROTTERDAM)), "html.parser")

    assert page.select_one("#id_pin_error").get_text(strip=True) == OUTSIDE
    assert page.select_one("[data-error-summary] a")["href"] == "#id_pin"
    assert "id_pin_error" in page.select_one("fieldset")["aria-describedby"]
