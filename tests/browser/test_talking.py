"""Asking, answering and reading by keyboard, without JavaScript too, and a poster whose code a phone can read."""

from collections.abc import Callable
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.browser.walking import both_ways, press, type_in
from tests.factories.initiatives import published

pytestmark = pytest.mark.browser

QUESTION, ANSWER = "Kan mijn moeder van 80 ook meedoen?", "Graag! Er is altijd een stoel."


@both_ways
def test_question_is_asked_answered_and_read_and_the_poster_leads_to_it(
    javascript: bool,
    server: str,
    reference: None,
    oostgaarde: Wijk,
    fatima: User,
    bram: User,
    open_page: Callable[..., Page],
    sign_in: Callable,
) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven", needs="Tien paar handen")
    neighbour = open_page(width=360, javascript=javascript)
    sign_in(neighbour, bram)
    neighbour.goto(initiative.get_absolute_url())
    press(neighbour, "Stel een vraag")
    type_in(neighbour, "Wat wil je vragen?", QUESTION)
    press(neighbour, "Stel deze vraag")
    expect(neighbour.get_by_role("status")).to_contain_text("Je vraag staat erbij")

    owner = open_page(width=360, javascript=javascript)
    sign_in(owner, fatima)
    owner.goto(initiative.get_absolute_url())
    press(owner, "1 vraag wacht op jullie antwoord")
    press(owner, "Beantwoord deze vraag")
    type_in(owner, "Je antwoord", ANSWER)
    press(owner, "Zet dit antwoord erbij")
    expect(owner.get_by_role("status")).to_contain_text("Je antwoord staat erbij")

    visitor = open_page(javascript=javascript)
    visitor.goto(initiative.get_absolute_url())
    expect(visitor.locator("main")).to_contain_text(QUESTION)
    expect(visitor.locator("main")).to_contain_text(ANSWER)
    visitor.get_by_role("link", name="Print een poster").click()
    visitor.emulate_media(media="print")
    expect(visitor.locator("header")).to_be_hidden()
    expect(visitor.get_by_text("Druk op Ctrl en P")).to_be_hidden()
    paper = Image.open(BytesIO(visitor.screenshot(full_page=True)))
    assert zxingcpp.read_barcode(paper).text == f"http://localhost{initiative.get_absolute_url()}"
