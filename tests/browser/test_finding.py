"""Finding by keyboard: narrow the list, take a choice away, and keep it as a search."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import SavedSearch
from tests.browser.test_axe import overflow, violations, with_axe
from tests.factories.initiatives import published

pytestmark = pytest.mark.browser


def press(there: Locator, key: str) -> None:
    """Use one thing on the page with the keyboard."""
    there.focus()
    there.press(key)


def test_narrow_the_list_take_a_choice_away_and_keep_it(
    open_page: Callable[..., Page],
    sign_in: Callable[[Page, User], None],
    fatima: User,
    bram: User,
    oostgaarde: Wijk,
    schollevaar: Wijk,
    reference: None,
) -> None:
    published(owner=fatima, wijk=oostgaarde, title="Buurttuin", support_count=1)
    published(owner=fatima, wijk=schollevaar, title="Moestuin")
    page = with_axe(open_page(width=320))
    sign_in(page, bram)
    page.goto("/initiatieven/")

    page.get_by_label("Zoek op woorden").fill("tuin")
    press(page.get_by_label("Wijk", exact=True), "o")
    press(page.get_by_text("Meer keuzes en volgorde"), "Enter")
    press(page.get_by_label("Volgorde"), "m")
    press(page.get_by_role("button", name="Laat zien"), "Enter")
    expect(page.get_by_role("link", name="Buurttuin")).to_be_visible()
    expect(page.get_by_role("link", name="Moestuin")).not_to_be_visible()
    assert "volgorde=steun" in page.url
    assert overflow(page) <= 0
    assert violations(page) == []

    press(page.get_by_role("link", name="Haal weg: Wijk: Oostgaarde"), "Enter")
    expect(page.get_by_role("link", name="Moestuin")).to_be_visible()

    press(page.get_by_role("link", name="Houd me op de hoogte van deze keuzes"), "Enter")
    press(page.get_by_label("Eén keer per week"), "Space")
    press(page.get_by_role("button", name="Bewaar deze zoekopdracht"), "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn zoekopdrachten")
    expect(page.get_by_role("status")).to_contain_text("Bewaard.")

    search = SavedSearch.objects.get()
    assert (search.words, search.wijk, search.pace) == ("tuin", None, "weekly")
