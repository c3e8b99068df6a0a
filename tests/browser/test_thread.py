"""The main path in a real browser: idea, sign-up, neighbour, civil servant, result, as people walk it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.browser.walking import (
    answer_all,
    both_ways,
    choose,
    do_jobs,
    mailed_code,
    mailed_link,
    next_step,
    photo,
    press,
    type_in,
    write_idea,
)
from tests.drafts import CONTACT, IDEA, SHARE

pytestmark = pytest.mark.browser

TITLE = IDEA["title"]


@pytest.fixture
def town(server: str, reference: None, oostgaarde: Wijk, noor: User) -> None:
    """The portal as it stands on its first day."""


@both_ways
def test_from_idea_to_result(
    javascript: bool, town: None, noor: User, open_page: Callable[..., Page], sign_in: Callable, tmp_path: Path
) -> None:
    # A resident on her phone, without an account.
    resident = open_page(width=360, javascript=javascript)
    resident.goto("/wijken/oostgaarde/")
    resident.get_by_role("link", name="Begin hier een initiatief").first.click()
    answer_all(resident, "Account maken")
    resident.get_by_label("E-mailadres").fill("fatima@voorbeeld.example")
    resident.get_by_role("button", name="Stuur me een code").click()
    resident.locator("main").get_by_label("code").fill(mailed_code())
    resident.get_by_role("button", name="Bevestig").click()
    expect(resident.get_by_role("heading", level=1)).to_have_text("Je tekst staat er nog")
    resident.get_by_role("button", name="Kies een foto").click()
    expect(resident.get_by_role("heading", level=1)).to_have_text("Een foto erbij?")
    resident.get_by_label("Kies een foto").set_input_files(photo(tmp_path))
    resident.get_by_label("Nee, niemand is te herkennen").check()
    resident.get_by_role("button", name="Bewaar deze foto").click()
    resident.get_by_label("16 jaar of ouder").check()
    resident.get_by_label("Met welke naam").fill("Tuinvrouw")
    resident.get_by_label("Ik houd me aan de huisregels").check()
    resident.get_by_role("button", name="Zet online").click()
    expect(resident.get_by_role("heading", level=1)).to_have_text("Je initiatief staat online")
    initiative = Initiative.objects.select_related("case").get()
    expect(resident.locator("main")).to_contain_text(initiative.case.number)
    expect(resident.locator("main")).to_contain_text("Noor")
    expect(resident.locator("main")).to_contain_text("We bellen je uiterlijk op")

    # A neighbour without an account finds it and joins in.
    neighbour = open_page(javascript=javascript)
    for path in ("/", "/initiatieven/?zoek=moestuinen", "/wijken/oostgaarde/"):
        neighbour.goto(path)
        expect(neighbour.get_by_role("article").get_by_role("link", name=TITLE)).to_be_visible()
    neighbour.get_by_role("article").get_by_role("link", name=TITLE).click()
    neighbour.get_by_role("link", name="Ik doe mee").click()
    neighbour.get_by_label("Hoe heet je?").fill("Bram")
    neighbour.get_by_label("Wat kun of wil je doen?").fill("Ik kan zaterdag komen graven.")
    neighbour.get_by_label("Je e-mailadres").fill("bram@voorbeeld.example")
    neighbour.get_by_role("button", name="Ik doe mee").click()
    expect(neighbour.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
    do_jobs()
    neighbour.goto(mailed_link("bram@voorbeeld.example"))
    neighbour.get_by_role("button", name="Bevestig").click()
    expect(neighbour.get_by_role("status")).to_contain_text("Je doet mee!")
    expect(neighbour.locator("main")).to_contain_text("1 doet mee")

    # A civil servant opens the button of her mail, claims, and calls.
    desk = open_page(width=360, javascript=javascript)
    sign_in(desk, noor)
    desk.goto(mailed_link("noor@voorbeeld.example"))
    expect(desk.locator("main")).not_to_contain_text(CONTACT["phone"])
    desk.get_by_role("button", name="Ik pak dit op").click()
    expect(desk.get_by_role("link", name=CONTACT["phone"])).to_be_visible()
    desk.get_by_label("Gebeld").check()
    desk.get_by_label("Ja, we hebben elkaar gesproken").check()
    desk.get_by_label("Wat spraken jullie af?").fill("We kijken zaterdag samen.")
    desk.get_by_role("button", name="Schrijf op").click()
    expect(desk.get_by_role("status")).to_contain_text("Opgeschreven")

    # The resident sees her contact, reads along, and takes it to a result that everybody can see.
    resident.goto("/mijn/")
    resident.get_by_role("link", name="Je contact met de gemeente").click()
    expect(resident.locator("main")).to_contain_text("We kijken zaterdag samen.")
    expect(resident.get_by_role("link", name="noor@voorbeeld.example")).to_be_visible()
    take_step(resident, "We zijn begonnen")
    take_step(resident, "Het is gelukt!", outcome="Er groeien nu bonen.", people="40")
    neighbour.reload()
    expect(neighbour.locator("main")).to_contain_text("Er groeien nu bonen.")
    expect(neighbour.locator("main")).not_to_contain_text("We kijken zaterdag samen.")

    # Then the case is closed, with a result.
    desk.get_by_role("link", name="Rond deze zaak af").click()
    desk.get_by_label("Wat is het resultaat?").fill("De tuin is klaar.")
    desk.get_by_role("button", name="Rond af").click()
    expect(desk.get_by_role("status")).to_contain_text("Afgerond")


def take_step(page: Page, step: str, outcome: str = "", people: str = "") -> None:
    """The owner moves it on."""
    page.goto(f"/initiatieven/{Initiative.objects.get().slug}/stap/")
    page.get_by_label(step).check()
    if outcome:
        page.get_by_label("Wat heeft het opgeleverd").fill(outcome)
        page.get_by_label("Hoeveel mensen").fill(people)
    page.get_by_role("button", name="Bewaar deze stap").click()
    expect(page.get_by_role("status")).to_contain_text("Bewaard")


# --- By keyboard only -------------------------------------------------------------------------------------------------
def test_the_whole_path_by_keyboard_only(
    town: None, fatima: User, bram: User, noor: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    resident = open_page()
    sign_in(resident, fatima)
    resident.goto("/initiatieven/nieuw/")
    resident.keyboard.press("Tab")
    expect(resident.locator(":focus")).to_have_text("Naar de inhoud")
    resident.keyboard.press("Enter")
    type_in(resident, "Hoe heet je initiatief?", TITLE)
    type_in(resident, "Wat wil je doen?", IDEA["summary"])
    press(resident, "Ga verder")
    type_in(resident, "Wat doen jullie zelf?", SHARE["own_share"])
    press(resident, "Ga verder")
    type_in(resident, "In welke wijk?", "Oost")
    press(resident, "Ga verder")
    choose(resident, "Bel me")
    choose(resident, "Maakt niet uit")
    type_in(resident, "Je telefoonnummer", CONTACT["phone"])
    press(resident, "Ga verder")
    press(resident, "Verder zonder foto")
    choose(resident, "Ik houd me aan de huisregels")
    press(resident, "Zet online")
    expect(resident.get_by_role("heading", level=1)).to_have_text("Je initiatief staat online")

    neighbour = open_page()
    sign_in(neighbour, bram)
    neighbour.goto(Initiative.objects.get().get_absolute_url())
    press(neighbour, "Ik steun dit")
    expect(neighbour.get_by_role("heading", level=1)).to_have_text("Steun je dit?")
    press(neighbour, "Ik steun dit")
    expect(neighbour.get_by_role("status")).to_contain_text("Je steunt dit nu")

    desk = open_page()
    sign_in(desk, noor)
    desk.goto("/werkbak/")
    press(desk, "Ik pak dit op")
    expect(desk.get_by_role("status")).to_contain_text("Jij bent nu het vaste contact")
    choose(desk, "Gebeld")
    choose(desk, "Ja, we hebben elkaar gesproken")
    press(desk, "Schrijf op")
    expect(desk.get_by_role("status")).to_contain_text("Opgeschreven")


# --- What can go wrong ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_error_gets_the_focus_and_keeps_what_was_typed(
    javascript: bool, town: None, open_page: Callable[..., Page]
) -> None:
    page = open_page(width=320, javascript=javascript)
    page.goto("/initiatieven/nieuw/")
    page.get_by_label("Hoe heet je initiatief?").fill(TITLE)
    page.get_by_role("button", name="Ga verder").click()

    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Hoe heet je initiatief?")).to_have_value(TITLE)
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.get_by_label("Wat wil je doen?")).to_be_focused()


def test_two_clicks_make_one_initiative(
    town: None, fatima: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    page = open_page()
    sign_in(page, fatima)
    page.goto("/initiatieven/nieuw/")
    write_idea(page)
    page.get_by_role("button", name="Ga verder").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat jullie zelf doen")

    assert Initiative.objects.count() == 1


def test_second_tab_with_the_same_form_makes_no_second_one(
    town: None, fatima: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    page = open_page()
    sign_in(page, fatima)
    page.goto("/initiatieven/nieuw/")
    write_idea(page)
    next_step(page, "Wat jullie zelf doen")
    page.go_back()
    next_step(page, "Wat jullie zelf doen")

    assert Initiative.objects.count() == 1
