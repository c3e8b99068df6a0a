"""A board makes the page of its wijk its own, in a real browser, by keyboard alone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gemeente.accounts.enums import Role
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.browser.walking import both_ways, press, type_in
from tests.conftest import person

pytestmark = pytest.mark.browser


@pytest.fixture
def chair(server: str, reference: None, oostgaarde: Wijk) -> User:
    """Somebody on the board."""
    return person("willem", oostgaarde, Role.WOP_BOARD, oostgaarde)


@both_ways
def test_board_arranges_its_page(
    javascript: bool, chair: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    page = open_page(width=320, javascript=javascript)
    sign_in(page, chair)
    page.goto("/wijken/oostgaarde/wop/")
    press(page, "Naar jullie pagina")
    press(page, re.compile("Omhoog.*: Initiatieven"))
    press(page, re.compile("Laat weg.*: Bijeenkomsten"))
    press(page, "Een eigen tekst erbij")
    type_in(page, "Kop", "Spreekuur")
    type_in(page, "Jullie tekst", "Elke dinsdag in de bibliotheek.")
    press(page, "Bewaar in het concept")
    press(page, re.compile("Omlaag.*: Spreekuur"))
    press(page, "Schrijf een eigen welkom")
    type_in(page, "Jullie welkom", "Hier wonen wij.")
    press(page, "Bewaar in het concept")
    press(page, "Bekijk het voorbeeld")
    expect(page.locator("main")).to_contain_text("Elke dinsdag in de bibliotheek.")
    press(page, "Zet dit online")

    expect(page.get_by_role("heading", level=1)).to_have_text("Oostgaarde")
    main = page.locator("main")
    expect(main).to_contain_text("Jullie pagina staat online.")
    expect(main).to_contain_text("Hier wonen wij.")
    headings = main.locator("section[aria-labelledby^=deel-] > h2").all_inner_texts()
    assert "Spreekuur" in headings
    assert "Bijeenkomsten" not in headings
    assert page.evaluate("document.documentElement.scrollWidth") == 320
