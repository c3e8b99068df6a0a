"""/draaiboeken/, and beginning an initiative with one."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.portal.reference import load_doors
from gemeente.users.models import User
from initiatives.models import Blueprint, Initiative
from initiatives.reference import load_blueprints, load_cards
from tests.factories.plans import blueprint, in_days
from tests.pages import errors, soup

IDEA = {
    "title": "Feest in de Wiekslag",
    "summary": "We houden een feest in onze straat, voor iedereen.",
    "submission_key": "00000000-0000-0000-0000-000000000007",
}


# --- Reading ----------------------------------------------------------------------------------------------------------
def test_list_shows_what_lies_ready(client: Client, plans_on_offer: None) -> None:
    cards = soup(client.get("/draaiboeken/")).select(".portal-card--picture")

    assert len(cards) == 8
    assert cards[0].a["href"] == "/draaiboeken/straatfeest/"


def test_every_ready_plan_can_be_read(client: Client, plans_on_offer: None) -> None:
    for row in Blueprint.objects.all():
        page = soup(client.get(row.get_absolute_url()))
        assert len(page.select("[aria-labelledby=stappen] .portal-row")) == row.steps.count() >= 8
        assert page.select_one(".portal-button--sun")["href"] == f"/initiatieven/nieuw/?draaiboek={row.code}"


def test_step_about_a_permit_says_whom_to_ask(client: Client, gemeente: object, plans_on_offer: None) -> None:
    load_doors()

    text = soup(client.get("/draaiboeken/straatfeest/")).main.get_text(" ", strip=True)

    assert "Vraag het na bij de gemeente: 14 010." in text
    assert "Omgevingsloket" in text


def test_list_without_plans_is_no_dead_end(client: Client, reference: None) -> None:
    assert soup(client.get("/draaiboeken/")).select_one(".portal-empty a")["href"] == "/initiatieven/nieuw/"


@pytest.mark.parametrize("number", [1, 20])
def test_list_costs_the_same_for_one_and_for_many(
    number: int, client: Client, reference: None, django_assert_max_num_queries: Callable
) -> None:
    for n in range(number):
        blueprint(f"plan-{n}")
    client.get("/draaiboeken/")
    client.get("/draaiboeken/plan-0/")

    with django_assert_max_num_queries(1):
        client.get("/draaiboeken/")
    with django_assert_max_num_queries(2):
        client.get("/draaiboeken/plan-0/")


def test_newest_version_counts_until_its_last_day(client: Client, reference: None) -> None:
    blueprint(title="Oud feest")
    blueprint(title="Nieuw feest", starts_on=in_days(0), ends_on=in_days(1))
    blueprint(title="Feest van later", starts_on=in_days(5))
    blueprint("gestopt", starts_on=in_days(-9), ends_on=in_days(-1))

    titles = [title.get_text(strip=True) for title in soup(client.get("/draaiboeken/")).select(".portal-card__title")]

    assert titles == ["Nieuw feest"]
    assert client.get("/draaiboeken/gestopt/").status_code == 404
    assert client.get("/draaiboeken/bestaat-niet/").status_code == 404


def test_loading_twice_makes_nothing_new_and_leaves_alone_what_a_manager_wrote(plans_on_offer: None) -> None:
    blueprint("straatfeest", title="Ons straatfeest", starts_on=in_days(0))

    assert (load_blueprints(), load_cards()) == (0, 0)
    assert Blueprint.objects.filter(code="straatfeest").count() == 2


# --- Beginning with one -----------------------------------------------------------------------------------------------
def test_form_begins_with_a_start_of_the_text_and_no_title(
    client_for: Callable[..., Client], bram: User, plans_on_offer: None
) -> None:
    page = soup(client_for(bram).get("/initiatieven/nieuw/?draaiboek=straatfeest"))

    assert page.select_one("[name=title]").get("value") is None
    assert "Straatfeest in de Merelhoven" in page.select_one("[id^=id_title][id$=helptext]").get_text()
    assert page.select_one("[name=summary]").get_text(strip=True).startswith("We houden een feest")
    assert page.select_one("[name=theme] [selected]").get_text() == "Leefbaarheid, groen en spelen"


def test_who_is_signed_in_gets_the_steps_at_once(
    client_for: Callable[..., Client], bram: User, plans_on_offer: None
) -> None:
    client = client_for(bram)

    client.post("/initiatieven/nieuw/?draaiboek=straatfeest", IDEA)
    client.post("/initiatieven/nieuw/?draaiboek=straatfeest", IDEA)

    made = Initiative.objects.get()
    assert (made.owner, made.title, made.scene) == (bram, IDEA["title"], "table")
    assert made.step_count == made.plan_steps.count() == 10


def test_visitor_keeps_her_plan_until_she_has_an_account(client: Client, bram: User, plans_on_offer: None) -> None:
    assert list(errors(client.post("/initiatieven/nieuw/?draaiboek=buurttuin", IDEA | {"title": ""}))) == ["title"]
    client.post("/initiatieven/nieuw/?draaiboek=buurttuin", IDEA)
    client.post("/initiatieven/nieuw/samen/", {"own_share": "Wij zaaien en geven water."})
    client.force_login(bram)

    client.post("/initiatieven/nieuw/verder/")

    made = Initiative.objects.get()
    assert (made.title, made.own_share, made.step_count) == (IDEA["title"], "Wij zaaien en geven water.", 9)
    client.post("/initiatieven/nieuw/", IDEA | {"title": "Iets anders", "submission_key": ""})
    assert Initiative.objects.count() == 1


@pytest.mark.parametrize("code", ["", "bestaat-niet", "x" * 60, "'; drop", "\x00"])
def test_unknown_plan_is_no_plan(code: str, client_for: Callable[..., Client], bram: User, reference: None) -> None:
    client = client_for(bram)

    client.post("/initiatieven/nieuw/", IDEA, query_params={"draaiboek": code})

    assert Initiative.objects.get().step_count == 0


def test_looking_at_the_form_leaves_no_cookie(client: Client, plans_on_offer: None) -> None:
    response = client.get("/draaiboeken/straatfeest/")

    assert response.cookies == {}
