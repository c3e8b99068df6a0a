"""The thread through all storeys: a resident signs up, writes, publishes; wijk, list and werkbak show it."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative

pytestmark = pytest.mark.browser

SUMMARY = "Van een stuk gras maken we samen een tuin. Iedereen uit de straat mag oogsten."
OWN_SHARE = "Zes gezinnen geven elke week water en houden het pad vrij."


@pytest.fixture
def town(server: str, reference: None, oostgaarde: Wijk, noor: User) -> None:
    """The portal as it stands on its first day."""


def fill_in(page: Page) -> None:
    """Answer the five questions."""
    page.get_by_label("Hoe heet je initiatief?").fill("Moestuin achter de Hoven")
    page.get_by_label("Wat wil je doen?").fill(SUMMARY)
    page.get_by_label("Wat doen jullie zelf?").fill(OWN_SHARE)
    page.get_by_label("In welke wijk?").select_option("oostgaarde")
    page.get_by_label("Waar gaat het over?").select_option(label="Leefbaarheid, groen en spelen")


def mailed_code() -> str:
    """The code from the last mail."""
    return re.search(r"^\s*([A-Z0-9]+-[A-Z0-9]+)\s*$", mail.outbox[-1].body, re.MULTILINE).group(1)


def expect_everywhere(page: Page) -> None:
    """A visitor finds it on the page of the wijk, in the list and by searching."""
    for path in ("/wijken/oostgaarde/", "/initiatieven/", "/initiatieven/?zoek=moestuinen", "/"):
        page.goto(path)
        expect(page.get_by_role("link", name="Moestuin achter de Hoven")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["by mouse", "without JavaScript"])
def test_resident_publishes_an_initiative(
    javascript: bool, town: None, noor: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    page = open_page(width=360, javascript=javascript)

    page.goto("/wijken/oostgaarde/")
    page.get_by_role("link", name="Begin hier een initiatief").first.click()
    fill_in(page)
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_label("E-mailadres").fill("fatima@voorbeeld.example")
    page.get_by_role("button", name="Stuur me een code").click()
    page.locator("main").get_by_label("code").fill(mailed_code())
    page.get_by_role("button", name="Bevestig").click()
    expect(page.get_by_label("Wat wil je doen?")).to_have_value(SUMMARY)
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_role("button", name="Zet online").click()
    expect(page.get_by_role("status")).to_contain_text("staat online")

    expect_everywhere(open_page(javascript=javascript))
    desk = open_page(javascript=javascript)
    sign_in(desk, noor)
    desk.goto("/werkbak/")
    expect(desk.get_by_role("link", name="Moestuin achter de Hoven")).to_be_visible()


def test_resident_publishes_by_keyboard_only(
    town: None, fatima: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    page = open_page()
    sign_in(page, fatima)
    page.goto("/initiatieven/nieuw/")

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Naar de inhoud")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Moestuin achter de Hoven")
    page.keyboard.press("Tab")
    page.keyboard.type(SUMMARY)
    page.keyboard.press("Tab")
    page.keyboard.type(OWN_SHARE)
    page.keyboard.press("Tab")
    page.keyboard.type("Oost")
    page.keyboard.press("Tab")
    page.keyboard.type("Leef")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt het zo?")
    press_until_focused(page, "Zet online")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Moestuin achter de Hoven")
    assert Initiative.objects.get().stage == "published"


def press_until_focused(page: Page, text: str) -> None:
    """Tab on to a button, as far as a page reasonably goes."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(":focus").inner_text() == text:
            return
    pytest.fail(f"no way by keyboard to {text}")


def test_error_gets_the_focus_and_keeps_what_was_typed(town: None, open_page: Callable[..., Page]) -> None:
    page = open_page(width=320)
    page.goto("/initiatieven/nieuw/")
    page.get_by_label("Hoe heet je initiatief?").fill("Moestuin achter de Hoven")
    page.get_by_role("button", name="Ga verder").click()

    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Hoe heet je initiatief?")).to_have_value("Moestuin achter de Hoven")
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.get_by_label("Wat wil je doen?")).to_be_focused()


def test_two_clicks_make_one_initiative(
    town: None, fatima: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    page = open_page()
    sign_in(page, fatima)
    page.goto("/initiatieven/nieuw/")
    fill_in(page)
    page.get_by_role("button", name="Ga verder").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt het zo?")

    assert Initiative.objects.count() == 1


def test_second_tab_with_the_same_form_makes_no_second_one(
    town: None, fatima: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    page = open_page()
    sign_in(page, fatima)
    page.goto("/initiatieven/nieuw/")
    fill_in(page)
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt het zo?")
    page.go_back()
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt het zo?")

    assert Initiative.objects.count() == 1
