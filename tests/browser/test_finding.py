"""Finding by keyboard, without JavaScript too: from the first page, in the list, and by the mail of a saved search."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.cube import settle_cube
from initiatives.actions.needing import state_need
from initiatives.enums import NeedKind
from initiatives.models import SavedSearch
from tests.browser.test_axe import faults_on, with_axe
from tests.browser.walking import both_ways, choose, do_jobs, mailed_link, press, reach, type_in
from tests.factories.initiatives import published
from tests.world import realised

pytestmark = pytest.mark.browser

# The four doors of the first page, and where each leads.
DOORS = {
    "Begin een initiatief": "Je idee",
    "Bekijk de initiatieven": "Wat buren beginnen",
    "Kijk rond je huis": "Rond mijn huis",
    "Vertel het ons": "Waar zit je mee?",
}


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


def test_word_is_found_in_a_typing_error_and_inside_a_longer_one(
    open_page: Callable[..., Page], fatima: User, oostgaarde: Wijk, reference: None
) -> None:
    published(owner=fatima, wijk=oostgaarde, title="Buurttuin aan de Hoven", summary="We planten bonen voor iedereen.")
    published(owner=fatima, wijk=oostgaarde, title="Speelstraat op zondag", summary="Auto's weg, kinderen op straat.")
    page = open_page(width=320, javascript=False)
    page.goto("/initiatieven/")

    type_in(page, "Zoek op woorden", "tuin")
    press(page, "Laat zien")
    expect(page.get_by_role("link", name="Buurttuin aan de Hoven")).to_be_visible()
    expect(page.get_by_role("link", name="Speelstraat op zondag")).to_have_count(0)
    feed = page.get_by_role("link", name="Volg deze lijst met je eigen feedlezer (Atom)").get_attribute("href")
    told = page.request.get(feed)
    assert told.headers["content-type"].startswith("application/atom+xml")
    assert "Buurttuin aan de Hoven" in told.text()
    assert "Speelstraat" not in told.text()

    type_in(page, "Zoek op woorden", "spelstraat")
    press(page, "Laat zien")
    expect(page.locator("main")).to_contain_text("Bedoelde je: speelstraat")
    press(page, "speelstraat")
    expect(page.get_by_role("heading", level=3)).to_have_text(["Speelstraat op zondag"])


def test_saved_search_mails_and_one_click_stops_it(
    open_page: Callable[..., Page],
    sign_in: Callable[[Page, User], None],
    fatima: User,
    bram: User,
    oostgaarde: Wijk,
    reference: None,
) -> None:
    page = open_page(width=320, javascript=False)
    sign_in(page, bram)
    page.goto("/initiatieven/?zoek=tuin")
    press(page, "Houd me op de hoogte van deze keuzes")
    choose(page, "Meteen")
    press(page, "Bewaar deze zoekopdracht")
    published(owner=fatima, wijk=oostgaarde, title="Buurttuin aan de Hoven")
    do_jobs()
    page.goto(mailed_link(bram.email))
    expect(page.get_by_role("heading", level=1)).to_have_text("Buurttuin aan de Hoven")

    # The link at the foot of the mail, in a browser where nobody signed in.
    stranger = open_page(width=320, javascript=False)
    stranger.goto(re.search(r"http://localhost(/afmelden/zoekopdracht/\S+)", mail.outbox[-1].body).group(1))
    press(stranger, "Zet deze mail uit")
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Deze mail staat uit")
    sent = len([one for one in mail.outbox if one.to == [bram.email]])
    published(owner=fatima, wijk=oostgaarde, title="Geveltuin in de Wiekslag")
    do_jobs()
    assert len([one for one in mail.outbox if one.to == [bram.email]]) == sent


def test_doors_and_figures_of_the_first_page_open_what_they_say(
    open_page: Callable[..., Page], fatima: User, bram: User, oostgaarde: Wijk, reference: None
) -> None:
    ideas = [published(owner=fatima, wijk=oostgaarde, title=f"Buurttuin {number}") for number in range(3)]
    for idea in ideas[:2]:
        state_need(initiative=idea, actor=fatima, kind=NeedKind.HANDS, title="Handen", amount=10)
    realised(fatima, oostgaarde)
    settle_cube()
    page = open_page(width=320, javascript=False)
    for door, heading in DOORS.items():
        page.goto("/")
        press(page, door)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)

    page.goto("/")
    figures = {
        tile.get_by_role("link").inner_text(): int(tile.locator(".portal-figure__number").inner_text())
        for tile in page.locator(".portal-figure").all()
    }
    assert figures == {"Zoekt nog hulp": 2, "Nieuwe ideeën": 3, "Gelukt": 1}
    for label, number in figures.items():
        page.goto("/")
        press(page, label)
        expect(page.locator("main").get_by_role("heading", level=3)).to_have_count(number)
