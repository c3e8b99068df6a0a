"""Finding by keyboard: narrow the list, take a choice away, and keep it as a search."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import SavedSearch
from tests.browser.test_axe import faults_on, with_axe
from tests.browser.walking import both_ways, choose, press, reach, type_in
from tests.factories.initiatives import published

pytestmark = pytest.mark.browser


@both_ways
def test_narrow_the_list_take_a_choice_away_and_keep_it(
    javascript: bool,
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
    page = open_page(width=320, javascript=javascript)
    sign_in(page, bram)
    page.goto("/initiatieven/")

    type_in(page, "Zoek op woorden", "tuin")
    type_in(page, "Wijk", "Oost")
    reach(page, "Meer keuzes en volgorde")
    page.keyboard.press("Enter")
    type_in(page, "Volgorde", "Meeste")
    press(page, "Laat zien")
    expect(page.get_by_role("link", name="Buurttuin")).to_be_visible()
    expect(page.get_by_role("link", name="Moestuin")).not_to_be_visible()
    assert "volgorde=steun" in page.url
    seen = with_axe(open_page(width=320))
    seen.goto(page.url)
    assert faults_on(seen, "a narrowed list") == []

    press(page, "Haal weg: Wijk: Oostgaarde")
    expect(page.get_by_role("link", name="Moestuin")).to_be_visible()

    press(page, "Houd me op de hoogte van deze keuzes")
    choose(page, "Eén keer per week")
    press(page, "Bewaar deze zoekopdracht")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn zoekopdrachten")
    expect(page.get_by_role("status")).to_contain_text("Bewaard.")

    search = SavedSearch.objects.get()
    assert (search.words, search.wijk, search.pace) == ("tuin", None, "weekly")
