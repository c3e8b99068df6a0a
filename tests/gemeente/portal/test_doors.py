"""Which door is in force: on the day before, the day itself and after, for the town and for one wijk."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from gemeente.lib.site_version import one_reading
from gemeente.places.models import Wijk
from gemeente.portal.doors import door, in_force, is_here
from gemeente.portal.enums import Matter
from gemeente.portal.models import Door
from gemeente.portal.reference import load_doors
from tests.pages import soup

BEFORE, DAY, AFTER = dt.date(2027, 3, 31), dt.date(2027, 4, 1), dt.date(2027, 4, 2)
HERE = {"is_here": True, "name": "Wijkbudget", "name_en": "Neighbourhood budget"}


@pytest.fixture
def moved(reference: None, oostgaarde: Wijk) -> Door:
    """The money of Oostgaarde moves here on 1 April 2027."""
    return Door.objects.create(matter=Matter.WIJK_BUDGET, wijk=oostgaarde, starts_on=DAY, **HERE)


@pytest.mark.parametrize(
    ("day", "name", "here"),
    [(BEFORE, "Maak Capelle", False), (DAY, "Wijkbudget", True), (AFTER, "Wijkbudget", True)],
)
def test_money_of_a_wijk_moves_on_its_own_day(
    day: dt.date, name: str, here: bool, moved: Door, oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    found = door(Matter.WIJK_BUDGET, wijk=oostgaarde, day=day)
    elsewhere = door(Matter.WIJK_BUDGET, wijk=schollevaar, day=day)
    of_the_town = door(Matter.WIJK_BUDGET, day=day)

    assert (found.name, is_here(Matter.WIJK_BUDGET, wijk=oostgaarde, day=day)) == (name, here)
    assert (elsewhere.name, of_the_town.name) == ("Maak Capelle", "Maak Capelle")
    assert not is_here(Matter.WIJK_BUDGET, wijk=schollevaar, day=day)


def test_day_is_today_where_none_is_given(moved: Door, oostgaarde: Wijk, time_machine: object) -> None:
    time_machine.move_to(dt.datetime(2027, 3, 31, 21, 59, tzinfo=dt.UTC))  # 23.59 in Capelle
    before = is_here(Matter.WIJK_BUDGET, wijk=oostgaarde)
    time_machine.move_to(dt.datetime(2027, 3, 31, 22, 1, tzinfo=dt.UTC))

    assert (before, is_here(Matter.WIJK_BUDGET, wijk=oostgaarde)) == (False, True)


def test_row_of_a_wijk_counts_before_a_later_one_of_the_town(moved: Door, oostgaarde: Wijk) -> None:
    Door.objects.create(
        matter=Matter.WIJK_BUDGET, starts_on=AFTER, name="Elders", name_en="Elsewhere", url="https://elders.example/"
    )

    assert door(Matter.WIJK_BUDGET, wijk=oostgaarde, day=AFTER) == moved


def test_nowhere_is_not_here(db: None) -> None:
    assert door(Matter.FUND) is None
    assert not is_here(Matter.FUND)


DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 20))
ROWS = st.lists(st.tuples(DAYS, st.sampled_from([None, 1, 2]), st.sampled_from(Matter)), max_size=15, unique=True)


@given(ROWS, DAYS, st.sampled_from([None, 1, 2]), st.sampled_from(Matter))
def test_choice_is_that_of_the_rule_in_words(rows: list, day: dt.date, wijk_id: int | None, matter: Matter) -> None:
    doors = [Door(matter=m, wijk_id=w, starts_on=start) for start, w, m in rows]

    found = in_force(doors, matter, wijk_id, day)

    begun = [one for one in doors if one.matter == matter and one.starts_on <= day]
    own = [one for one in begun if wijk_id and one.wijk_id == wijk_id]
    those = own or [one for one in begun if one.wijk_id is None]
    assert (found is None) == (not those)
    assert found is None or (found in those and all(one.starts_on <= found.starts_on for one in those))


# --- First rows -------------------------------------------------------------------------------------------------------
def test_every_matter_has_a_first_door_elsewhere(reference: None) -> None:
    found = {matter: door(matter) for matter in Matter}

    assert all(found.values())
    assert [matter for matter in Matter if is_here(matter)] == []


def test_first_doors_are_made_once_and_stay_as_a_manager_left_them(reference: None) -> None:
    Door.objects.create(matter=Matter.FUND, starts_on=timezone.localdate(), **HERE)
    count = Door.objects.count()

    assert (load_doors(), Door.objects.count()) == (0, count)


# --- On a page --------------------------------------------------------------------------------------------------------
def render(**context: object) -> str:
    """The tag as a page has it."""
    return Template("{% load doors %}{% other_doors wijk=wijk %}").render(Context({"wijk": None} | context))


def test_other_doors_are_named_with_link_and_phone(reference: None) -> None:
    page = render()

    for words in ('href="tel:112"', 'href="https://www.maakcapelle.nl/"', 'href="tel:14010"', "Omgevingsloket"):
        assert words in page


def test_other_doors_speak_the_language_of_the_page(reference: None) -> None:
    with translation.override("en"):
        page = render()

    assert "The municipality&#x27;s report line" in page
    assert "Meldpunt" not in page


def test_other_doors_of_a_wijk_show_its_own(moved: Door, oostgaarde: Wijk, time_machine: object) -> None:
    Door.objects.create(
        matter=Matter.WIJK_BUDGET,
        wijk=oostgaarde,
        starts_on=dt.date(2027, 5, 1),
        name="Oostgaards Potje",
        name_en="Oostgaarde Pot",
        url="https://potje.example/",
    )
    time_machine.move_to(dt.datetime(2027, 5, 1, 12, tzinfo=dt.UTC))

    assert ("Oostgaards Potje" in render(wijk=oostgaarde), "Oostgaards Potje" in render()) == (True, False)


def test_door_that_leads_nowhere_yet_is_left_out(moved: Door, oostgaarde: Wijk, time_machine: object) -> None:
    time_machine.move_to(dt.datetime(2027, 4, 1, 12, tzinfo=dt.UTC))

    page = render(wijk=oostgaarde)

    assert ("Maak Capelle" in page, "Wijkbudget" in page) == (False, False)


def test_other_doors_are_read_once(reference: None, django_assert_num_queries: object) -> None:
    with one_reading(), django_assert_num_queries(3):  # the version, the doors, and the words about danger
        render()
    with one_reading(), django_assert_num_queries(0):
        render()


@pytest.mark.parametrize("path", ["/", "/initiatieven/nieuw/", "/vragen/nieuw/", "/wijken/oostgaarde/"])
def test_other_doors_stand_wherever_somebody_begins(
    path: str, client: object, reference: None, oostgaarde: Wijk
) -> None:
    page = soup(client.get(path))

    assert page.select("main a[href='https://www.maakcapelle.nl/']")
    assert page.select("main a[href='tel:112']")


def test_other_doors_fold_above_a_form_but_danger_does_not(client: object, reference: None) -> None:
    page = soup(client.get("/vragen/nieuw/"))

    assert page.select("details summary#iets-anders")
    assert not page.select_one("a[href='tel:112']").find_parent("details")
    assert page.select_one("a[href='https://www.maakcapelle.nl/']").find_parent("details")
