"""Choosing a wijk, and pointing at a place."""

from typing import Any

import pytest
from django import forms
from django.core.cache import caches

from gemeente.places.forms import POINT_WIDTH, PlaceForm, WijkField
from gemeente.places.geography import Place
from gemeente.places.maps import town_map
from gemeente.places.models import Wijk
from tests.factories.places import WijkFactory, square

ASK = "Wijs je plek aan op de kaart, of kies je wijk in de lijst."
KEYBOARD = "De kaart werkt alleen met een muis of met je vinger. Kies je wijk in de lijst."
UNREADABLE = "Deze plek kunnen we niet lezen. Wijs je plek aan op de kaart, of kies je wijk in de lijst."

pytestmark = pytest.mark.django_db


class ChoiceForm(forms.Form):
    """A form that asks for a wijk."""

    wijk = WijkField()


@pytest.fixture
def oost() -> Wijk:
    """A wijk."""
    caches["pages"].clear()
    return WijkFactory(name="Oostgaarde", slug="oostgaarde", boundary=square(4.6, 51.93))


def test_wijk_field_lists_the_wijken_and_the_whole_town(oost: Wijk) -> None:
    WijkFactory(name="Schollevaar", slug="schollevaar")

    assert list(ChoiceForm().fields["wijk"].choices) == [
        ("", "Kies een wijk"),
        ("oostgaarde", "Oostgaarde"),
        ("schollevaar", "Schollevaar"),
        ("heel-capelle", "Heel Capelle"),
    ]


def test_wijk_field_knows_a_wijk_that_came_later(oost: Wijk) -> None:
    ChoiceForm().as_p()
    WijkFactory(slug="nieuw")

    assert ChoiceForm({"wijk": "nieuw"}).is_valid()


@pytest.mark.parametrize("value", ["oostgaarde", "heel-capelle"])
def test_wijk_field_gives_what_was_chosen(value: str, oost: Wijk) -> None:
    form = ChoiceForm({"wijk": value})

    assert form.errors == {}
    assert WijkField.value_of(form.cleaned_data["wijk"]) == value


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "Kies een wijk. Is het voor iedereen in Capelle? Kies dan Heel Capelle."),
        ("nergens", "Deze wijk kennen we niet. Kies een wijk uit de lijst."),
        ("Oostgaarde", "Deze wijk kennen we niet. Kies een wijk uit de lijst."),
        ("\0", "Deze wijk kennen we niet. Kies een wijk uit de lijst."),
    ],
)
def test_wijk_field_refuses(value: str, message: str, oost: Wijk) -> None:
    assert ChoiceForm({"wijk": value}).errors == {"wijk": [message]}


def test_wijk_field_shows_a_wijk_by_its_slug(oost: Wijk) -> None:
    for initial in (oost, "oostgaarde"):
        assert '<option value="oostgaarde" selected>' in str(ChoiceForm(initial={"wijk": initial})["wijk"])


def test_wijk_field_reads_the_list_once_per_form(oost: Wijk, django_assert_num_queries: Any) -> None:
    form = ChoiceForm({"wijk": "oostgaarde"})

    with django_assert_num_queries(2):  # the list, and the wijk that was chosen
        assert form.is_valid()
        assert str(form["wijk"]) == str(form["wijk"])


# --- A place ----------------------------------------------------------------------------------------------------------
def test_place_from_a_click_on_the_map(oost: Wijk) -> None:
    area, shown = town_map().areas[0], town_map()
    x, y = (round(pixel * POINT_WIDTH / shown.width) for pixel in (area.label_x, area.label_y))

    form = PlaceForm({"punt.x": str(x), "punt.y": str(y)})

    assert form.errors == {}
    place = form.cleaned_data["place"]
    assert (place.longitude, place.latitude) == pytest.approx((4.605, 51.935), abs=0.001)


def test_place_from_the_browser(oost: Wijk) -> None:
    form = PlaceForm({"longitude": "4.605", "latitude": "51.935"})

    assert form.errors == {}
    assert form.cleaned_data["place"] == Place(4.605, 51.935)


def test_a_click_goes_before_a_position_of_earlier(oost: Wijk) -> None:
    position = {"longitude": "4.605", "latitude": "51.935"}
    click = {"punt.x": "20", "punt.y": "20"}
    forms_ = [PlaceForm(click), PlaceForm(click | position)]

    assert [form.is_valid() for form in forms_] == [True, True]
    assert forms_[0].cleaned_data == forms_[1].cleaned_data


@pytest.mark.parametrize(
    ("posted", "message"),
    [
        ({}, ASK),
        ({"longitude": "", "latitude": ""}, ASK),
        ({"punt.x": "0", "punt.y": "0"}, KEYBOARD),
        ({"punt.x": "12"}, UNREADABLE),
        ({"punt.x": "x", "punt.y": "y"}, UNREADABLE),
        ({"punt.x": "nan", "punt.y": "1"}, UNREADABLE),
        ({"punt.x": "1e308", "punt.y": "1e308"}, UNREADABLE),
        ({"longitude": "4.6"}, UNREADABLE),
        ({"latitude": "51.9"}, UNREADABLE),
        ({"longitude": "inf", "latitude": "51.9"}, UNREADABLE),
        ({"longitude": "51.9", "latitude": "4.6"}, UNREADABLE),
        ({"longitude": "4,6", "latitude": "51,9"}, UNREADABLE),
    ],
)
def test_place_refuses(posted: dict[str, str], message: str, oost: Wijk) -> None:
    assert PlaceForm(posted).errors == {"place": [message]}


def test_place_input_is_a_map_of_fixed_size(oost: Wijk) -> None:
    shown = town_map()
    html = str(PlaceForm()["place"])

    height = round(shown.height * POINT_WIDTH / shown.width)
    assert f'name="punt" id="id_place" src="/kaart/capelle.svg?v={shown.version}"' in html
    assert f'width="264" height="{height}"' in html


def test_place_input_does_not_show_again_what_was_posted(oost: Wijk) -> None:
    assert str(PlaceForm({"longitude": "4.612345", "latitude": "51.9"})["place"]) == str(PlaceForm()["place"])
