"""The map of initiatives and Rond mijn huis: by keyboard, without scripts, and the live map with its list."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.cube import settle_cube
from initiatives.models import Initiative
from tests.browser.test_axe import faults_on, with_axe
from tests.browser.walking import choose, press, type_in
from tests.initiatives.views.test_map import at, many

pytestmark = pytest.mark.browser

MAP, NEARBY = "/initiatieven/kaart/", "/rond-mijn-huis/"


@pytest.fixture
def town(server: str, reference: None, fatima: User, oostgaarde: Wijk) -> Initiative:
    """Many initiatives in one corner, and one by itself."""
    many(fatima, oostgaarde, 40)
    alone = at(4.5085, 51.9085, owner=fatima, wijk=oostgaarde, title="Soep op zondag")
    settle_cube()
    return alone


def test_by_keyboard_from_the_map_to_an_initiative(town: Initiative, open_page: Callable[..., Page]) -> None:
    page = open_page(javascript=False)
    page.goto(MAP)
    expect(page.locator("main h2").first).to_have_text("41 initiatieven op dit stuk van de kaart")

    press(page, "1 initiatief")
    expect(page.locator("main h2").first).to_have_text("1 initiatief op dit stuk van de kaart")
    press(page, "Soep op zondag")

    expect(page.get_by_role("heading", level=1)).to_have_text("Soep op zondag")


def test_around_a_home_without_javascript_by_keyboard(town: Initiative, open_page: Callable[..., Page]) -> None:
    page = with_axe(open_page(width=320))
    plain = open_page(width=320, javascript=False)
    plain.goto(NEARBY)
    press(plain, "Kijk rond")
    expect(plain.get_by_role("alert")).to_be_focused()
    choose(plain, "100 meter")
    type_in(plain, "Of kijk rond het midden van een wijk", "Oost")
    press(plain, "Kijk rond")
    expect(plain.get_by_role("heading", level=2).first).to_have_text("Nog niets binnen 100 meter")
    press(plain, "Kijk binnen 500 meter")
    expect(plain.get_by_role("button", name="500 meter")).to_have_attribute("aria-current", "true")
    press(plain, "Soep op zondag")
    expect(plain.get_by_role("heading", level=1)).to_have_text("Soep op zondag")
    assert plain.url.endswith(town.get_absolute_url())

    for wijk, metres in (("oostgaarde", "500 meter"), ("oostgaarde", "100 meter")):
        page.goto(NEARBY)
        page.get_by_label(metres).first.check()
        page.get_by_label("Of kijk rond het midden van een wijk").select_option(wijk)
        page.get_by_role("button", name="Kijk rond").click()
        expect(page.get_by_role("button", name="1.000 meter")).to_be_visible()
        assert faults_on(page, metres) == []


def test_the_live_map_and_its_list_say_the_same(town: Initiative, open_page: Callable[..., Page]) -> None:
    page = with_axe(open_page())
    page.emulate_media(reduced_motion="reduce")
    page.goto(MAP)
    page.get_by_role("button", name="Open de kaart").click()
    live, items = page.get_by_role("application"), page.locator("[data-map-items]")
    expect(live).to_be_focused()
    expect(items.get_by_role("heading")).to_have_text("Op dit stuk van de kaart: 41")
    keys = items.locator(".portal-map__key").all_inner_texts()
    assert live.locator(".portal-live__mark").all_inner_texts() == keys
    assert faults_on(page, "live map") == []

    items.get_by_role("link").last.press("Enter")

    expect(items.get_by_role("heading")).to_be_focused()
    expect(items.get_by_role("link", name="Soep op zondag")).to_be_visible()
    expect(items.get_by_role("heading")).to_have_text("Op dit stuk van de kaart: 1")
    assert "venster=" in page.url
    page.locator("[data-map-live] .portal-live__mark").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Soep op zondag")
