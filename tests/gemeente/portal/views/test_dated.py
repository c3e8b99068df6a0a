"""/beheer/loketten/ and /beheer/regels/: what counts, what comes, and adding to it."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from gemeente.places.models import Wijk
from gemeente.portal.actions import add_door
from gemeente.portal.enums import Matter, RuleName
from gemeente.portal.models import Door, Rule
from gemeente.users.models import User
from tests.pages import errors, soup

DOORS, NEW_DOOR = "/beheer/loketten/", "/beheer/loketten/nieuw/"
RULES, NEW_RULE = "/beheer/regels/", "/beheer/regels/nieuw/"


def day(days: int) -> dt.date:
    return timezone.localdate() + dt.timedelta(days=days)


def a_door(**other: object) -> dict[str, object]:
    """What the form of a door sends."""
    return {
        "matter": "fund",
        "wijk": "",
        "starts_on": str(day(10)),
        "is_here": "nee",
        "name": "Fondsloket",
        "name_en": "Fund desk",
        "url": "https://fonds.example/",
        "phone": "",
        "explanation": "",
        "explanation_en": "",
    } | other


def a_rule(**other: object) -> dict[str, object]:
    """What the form of a number sends."""
    return {"name": "own_age", "value": "15", "starts_on": str(day(10))} | other


# --- Doors ------------------------------------------------------------------------------------------------------------
def test_list_tells_now_later_and_past(desk: Client, mona: User, oostgaarde: Wijk) -> None:
    Door.objects.create(
        matter=Matter.FUND, starts_on=dt.date(2021, 1, 1), name="Nieuw fonds", name_en="New fund", phone="14 010"
    )
    names = {"name": "Wijkpot", "name_en": "Pot"}
    add_door(actor=mona, matter=Matter.WIJK_BUDGET, wijk=oostgaarde, starts_on=day(5), is_here=True, **names)

    rows = {
        row.select_one(".portal-row__title").get_text(strip=True): row
        for row in soup(desk.get(DOORS)).select(".portal-row")
    }

    states = {title: row.select_one(".portal-badge").get_text(strip=True) for title, row in rows.items()}
    assert states["Nieuw fonds"] == "Geldt nu"
    assert states["Denk & Doe mee!-fonds"] == "Voorbij"
    assert states["Wijkpot, Oostgaarde"] == "Komt eraan"
    assert [title for title, row in rows.items() if row.form] == ["Wijkpot, Oostgaarde"]


def test_list_of_doors_costs_the_same_with_many(
    desk: Client, mona: User, oostgaarde: Wijk, django_assert_max_num_queries: Callable
) -> None:
    names = {"name": "Wijkpot", "name_en": "Pot"}
    for days in range(1, 30):
        add_door(actor=mona, matter=Matter.WIJK_BUDGET, wijk=oostgaarde, starts_on=day(days), is_here=True, **names)
    desk.get(DOORS)

    with django_assert_max_num_queries(10):
        desk.get(DOORS)


def test_form_begins_with_the_matter_that_was_asked_for(desk: Client) -> None:
    chosen = [
        soup(desk.get(f"{NEW_DOOR}?loket={asked}")).select_one("[name=matter] option[selected]")["value"]
        for asked in ("permit", "koffie")
    ]

    assert chosen == ["permit", ""]
    assert soup(desk.get(NEW_DOOR)).select_one("[name=is_here][checked]")["value"] == "nee"


def test_door_is_set_ready(desk: Client) -> None:
    response = desk.post(NEW_DOOR, a_door())

    made = Door.objects.get(name="Fondsloket")
    assert response.url == DOORS
    assert (made.matter, made.wijk, made.starts_on, made.is_here) == ("fund", None, day(10), False)


def test_money_of_one_wijk_is_set_ready_to_come_here(desk: Client, oostgaarde: Wijk) -> None:
    desk.post(NEW_DOOR, a_door(matter="wijk_budget", wijk=oostgaarde.pk, is_here="ja", url=""))

    made = Door.objects.get(wijk=oostgaarde)
    assert (made.matter, made.is_here) == ("wijk_budget", True)


@pytest.mark.parametrize(
    ("other", "field", "sentence"),
    [
        ({"matter": ""}, "matter", "Kies waarvoor dit loket is."),
        ({"starts_on": ""}, "starts_on", "Kies de dag waarop dit ingaat."),
        ({"starts_on": "morgen"}, "starts_on", "Dit is geen datum."),
        ({"starts_on": "2026-01-01"}, "starts_on", "Deze dag is voorbij."),
        ({"name": ""}, "name", "Vul de naam in."),
        ({"name_en": ""}, "name_en", "Vul de naam ook in het Engels in."),
        ({"is_here": ""}, "is_here", "Kies waar het loket is."),
        ({"url": ""}, "url", "Vul een link of een telefoonnummer in"),
        ({"url": "javascript:alert(1)"}, "url", "Begin een link met https://"),
        ({"url": "//elders.example/"}, "url", "Begin een link met https://"),
        ({"phone": "bel maar"}, "phone", "Dit is geen telefoonnummer."),
        ({"wijk": "wijk"}, "wijk", "Dit loket is voor alle wijken hetzelfde."),
    ],
)
def test_bad_door_is_told_beside_the_field(
    other: dict[str, str], field: str, sentence: str, desk: Client, oostgaarde: Wijk
) -> None:
    before = Door.objects.count()
    other |= {"wijk": str(oostgaarde.pk)} if "wijk" in other else {}

    response = desk.post(NEW_DOOR, a_door(**other))

    assert (list(errors(response)), sentence in errors(response).get(field, "")) == ([field], True)
    assert Door.objects.count() == before


def test_second_door_on_a_day_is_told_above_the_form(desk: Client) -> None:
    desk.post(NEW_DOOR, a_door())

    page = soup(desk.post(NEW_DOOR, a_door(name="Nog een")))

    assert "Op deze dag begint al een loket." in page.select_one("[role=alert]").get_text()
    assert not Door.objects.filter(name="Nog een").exists()


def test_planned_door_is_taken_away(desk: Client) -> None:
    desk.post(NEW_DOOR, a_door())
    made = Door.objects.get(name="Fondsloket")

    response = desk.post(f"{DOORS}{made.pk}/weg/")

    assert (response.url, Door.objects.filter(pk=made.pk).exists()) == (DOORS, False)


def test_door_that_has_begun_cannot_be_taken_away(desk: Client) -> None:
    begun = Door.objects.get(matter=Matter.FUND)

    response = desk.post(f"{DOORS}{begun.pk}/weg/")

    assert (response.status_code, Door.objects.filter(pk=begun.pk).exists()) == (409, True)
    assert "Dit geldt al." in response.content.decode()


# --- Numbers ----------------------------------------------------------------------------------------------------------
def test_list_tells_every_number_and_what_comes(desk: Client) -> None:
    desk.post(NEW_RULE, a_rule())

    rows = {row.th.get_text(strip=True): row for row in soup(desk.get(RULES)).select("tbody tr")}

    assert list(rows) == [str(name.label) for name in RuleName]
    age = rows[str(RuleName.OWN_AGE.label)].get_text(" ", strip=True)
    assert "16" in age
    assert "15 vanaf" in age


def test_form_begins_with_the_number_that_was_asked_for(desk: Client) -> None:
    page = soup(desk.get(f"{NEW_RULE}?regel=own_age"))

    assert page.select_one("[name=name] option[selected]")["value"] == "own_age"


def test_number_is_set_ready(desk: Client) -> None:
    response = desk.post(NEW_RULE, a_rule())

    assert response.url == RULES
    assert Rule.objects.get(value=15).starts_on == day(10)


@pytest.mark.parametrize(
    ("other", "field", "sentence"),
    [
        ({"name": ""}, "name", "Kies een regel."),
        ({"value": ""}, "value", "Vul een getal in."),
        ({"value": "0"}, "value", "Kies een getal van 1 of meer."),
        ({"value": "1,5"}, "value", "Dit is geen heel getal."),
        ({"value": "99999"}, "value", "Kies een getal van hooguit 10.000."),
        ({"starts_on": "2026-01-01"}, "starts_on", "Deze dag is voorbij. Kies vandaag of later."),
    ],
)
def test_bad_number_is_told_beside_the_field(other: dict[str, str], field: str, sentence: str, desk: Client) -> None:
    before = Rule.objects.count()

    response = desk.post(NEW_RULE, a_rule(**other))

    assert errors(response) == {field: sentence}
    assert Rule.objects.count() == before


def test_planned_number_is_taken_away(desk: Client) -> None:
    desk.post(NEW_RULE, a_rule())
    made = Rule.objects.get(value=15)

    response = desk.post(f"{RULES}{made.pk}/weg/")

    assert (response.url, Rule.objects.filter(pk=made.pk).exists()) == (RULES, False)


def test_number_that_has_begun_cannot_be_taken_away(desk: Client) -> None:
    begun = Rule.objects.get(name=RuleName.OWN_AGE)

    assert desk.post(f"{RULES}{begun.pk}/weg/").status_code == 409
    assert Rule.objects.filter(pk=begun.pk).exists()


@pytest.mark.parametrize("path", [f"{DOORS}9999/weg/", f"{RULES}9999/weg/"])
def test_row_that_is_not_there_is_404(path: str, desk: Client) -> None:
    assert desk.post(path).status_code == 404


@pytest.mark.parametrize("path", ["/beheer/lijsten/portal/rule/", "/beheer/lijsten/places/gemeente/"])
def test_back_office_does_not_go_round_these_pages(path: str, desk: Client) -> None:
    assert desk.get(path).status_code == 404
