"""From a signal to a counter-signed promise, in a real browser, by keyboard alone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gemeente.users.models import User
from tests.browser.walking import both_ways, choose, press, reach_field, type_in
from tests.factories.agenda import mandated, the_gemeente
from wijken.agenda.models import Opgave, Promise

pytestmark = pytest.mark.browser
AGENDA = "/wijken/oostgaarde/agenda/"


@both_ways
def test_from_a_signal_to_a_counter_signed_promise(
    javascript: bool,
    server: str,
    reference: None,
    make_people: Callable[..., dict[str, User]],
    open_page: Callable[..., Page],
    sign_in: Callable,
) -> None:
    cast = make_people("fatima", "willem", "wilma", "petra", "noor")
    mandated(cast["petra"])
    mandated(cast["noor"], the_gemeente())
    pages = {who: open_page(width=320, javascript=javascript) for who in cast}
    for who, page in pages.items():
        sign_in(page, cast[who])

    signal(pages["fatima"])
    opgave = Opgave.objects.get().get_absolute_url()
    find_out_and_write(pages["wilma"], opgave)
    for who in ("willem", "petra"):
        pages[who].goto(f"{opgave}tekenen/")
        press(pages[who], "Wij tekenen")
    expect(pages["petra"].locator("main")).to_contain_text("Samen vastgesteld")
    offer(pages["wilma"], pages["willem"])
    answer(pages["noor"])
    page = pages["willem"]
    page.goto("/wijken/oostgaarde/wop/")
    press(page, "Lees het antwoord van Gemeente")
    press(page, "Teken mee")
    press(page, "Namens het WOP: ja")

    expect(page.locator("main")).to_contain_text("Het WOP tekende mee op")
    assert Promise.objects.get().is_signed
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def signal(page: Page) -> None:
    """A resident says what she sees."""
    page.goto(AGENDA)
    press(page, "Geef een signaal")
    type_in(page, "Waar gaat het over?", "Oversteken bij de school")
    type_in(page, "Wat zie of merk je?", "Auto's rijden hard langs de school.")
    press(page, "Geef dit signaal")
    expect(page.get_by_role("heading", level=1)).to_have_text("Oversteken bij de school")


def find_out_and_write(page: Page, opgave: str) -> None:
    """A member tells what she knows, writes the text and names who sets it."""
    page.goto(opgave)
    press(page, "Vertel mee")
    choose(page, "Hoe komt het?")
    type_in(page, "Jouw bijdrage", "De bocht is te ruim.")
    press(page, "Zet het erbij")
    press(page, "Werk hieraan met het WOP")
    press(page, "Schrijf de tekst")
    type_in(page, "Wat is de opgave?", "Kinderen steken niet veilig over.")
    type_in(page, "Wat willen we bereiken?", "Elk kind loopt zelf naar school.")
    type_in(page, "Waaraan zien we dat?", "We tellen kinderen.")
    press(page, "Bewaar de tekst")
    press(page, "Een partij erbij")
    choose(page, "Het WOP van deze wijk")
    press(page, "Zet erbij")
    press(page, "Een partij erbij")
    choose(page, "Een organisatie")
    type_in(page, "Welke organisatie?", "Welzijn")
    press(page, "Zet erbij")


def offer(member: Page, board: Page) -> None:
    """A member begins the agenda and puts it on; the board offers it."""
    member.goto("/wijken/oostgaarde/wop/agenda/")
    press(member, "Begin de agenda")
    type_in(member, "Hoe heet jullie agenda?", "Samen verder")
    press(member, "Bewaar")
    press(member, "Zet op de agenda")
    board.goto("/wijken/oostgaarde/wop/agenda/")
    press(board, "Bied aan de gemeente aan")
    press(board, "Ja, bied aan")
    expect(board.locator("main")).to_contain_text("Nog geen antwoord, 0 dagen")


def answer(page: Page) -> None:
    """A civil servant sees at her desk what waits, and says yes."""
    page.goto("/werkbak/")
    press(page, re.compile("1 punt van een wijk"))
    press(page, "Geef antwoord")
    choose(page, "Ja, dit doen we")
    type_in(page, "Welke functie", "teamleider verkeer")
    type_in(page, "Bij een ja: wat doen jullie?", "Een zebrapad.")
    reach_field(page, "Bij een ja: in welk kwartaal")
    page.keyboard.press("ArrowDown")
    press(page, "Geef dit antwoord")
    expect(page.locator("main")).to_contain_text("Ja, van Gemeente Capelle aan den IJssel")
