"""From a beginning to a result that is told, and a stop with its reason: by keyboard without JavaScript."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.enums import ParticipationKind
from initiatives.models import Initiative
from tests.browser.walking import choose, do_jobs, mailed_link, photo, press, type_in
from tests.factories.initiatives import published

pytestmark = pytest.mark.browser


@pytest.fixture
def bench(server: str, reference: None, oostgaarde: Wijk, fatima: User, bram: User) -> Initiative:
    """An initiative that bram joined."""
    initiative = published(owner=fatima, wijk=oostgaarde, title="Bankje op de dijk")
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN)
    return initiative


def send_photo(page: Page, address: str, picture: Path) -> None:
    """Put one photo on a shelf of photos."""
    page.goto(address)
    page.get_by_label("Kies een of meer foto's").set_input_files(picture)
    choose(page, "Nee, niemand is te herkennen")
    press(page, "Zet deze foto's erbij")
    expect(page.get_by_role("status")).to_contain_text("staat erbij")


def test_result_is_told_with_pictures_and_the_name_of_who_said_yes(
    bench: Initiative, fatima: User, bram: User, open_page: Callable[..., Page], sign_in: Callable, tmp_path: Path
) -> None:
    owner, neighbour, visitor = (open_page(width=360, javascript=False) for _ in range(3))
    sign_in(owner, fatima)
    address = bench.get_absolute_url()
    owner.goto(f"{address}stap/")
    choose(owner, "We zijn begonnen")
    press(owner, "Bewaar deze stap")
    send_photo(owner, f"{address}fotos/voor/", photo(tmp_path))
    owner.goto(address)
    press(owner, "Zet een stap verder")
    choose(owner, "Het is gelukt!")
    type_in(owner, "Wat heeft het opgeleverd", "Er staat een bank met uitzicht.")
    press(owner, "Bewaar deze stap")
    expect(owner.get_by_role("alert")).to_be_focused()
    expect(owner.get_by_label("Wat heeft het opgeleverd")).to_have_value("Er staat een bank met uitzicht.")
    type_in(owner, "Hoeveel mensen hadden er iets aan?", "40")
    press(owner, "Bewaar deze stap")
    expect(owner.get_by_role("heading", level=1)).to_have_text("Vertel het hele verhaal")
    type_in(owner, "Het hele verhaal", "Eerst kwam er regen.\n\n## De dag zelf\n\nToen kwam **iedereen**.")
    type_in(owner, "Hoe gaat het nu verder?", "We lakken de bank elk voorjaar.")
    press(owner, "Bewaar het verhaal")
    send_photo(owner, f"{address}fotos/na/", photo(tmp_path))

    # Who joined is asked by mail whether her name may be there, without signing in.
    do_jobs()
    neighbour.goto(mailed_link(bram.email))
    choose(neighbour, "Ja, zet mijn naam erbij")
    type_in(neighbour, "Welke naam?", "Bram van de dijk")
    press(neighbour, "Bewaar mijn keuze")
    expect(neighbour.get_by_role("status")).to_contain_text("Je naam staat erbij")
    expect(neighbour.get_by_role("region", name="Met dank aan")).to_contain_text("Bram van de dijk")

    visitor.goto(address)
    press(visitor, "Lees het hele verhaal")
    assert visitor.url.endswith("/resultaat/")
    page = visitor.locator("main")
    for words in ("Er staat een bank met uitzicht.", "Eerst kwam er regen.", "We lakken de bank", "Bram van de dijk"):
        expect(page).to_contain_text(words)
    expect(page.get_by_role("heading", name="De dag zelf")).to_be_visible()
    expect(page.locator(".portal-figures")).to_contain_text("40")
    for name in ("Zo was het", "Zo is het nu"):
        shown = page.locator("figure", has_text=name).locator("img")
        assert shown.evaluate("image => image.complete && image.naturalWidth") > 0, name


def test_stop_tells_its_reason_to_everybody(
    bench: Initiative, fatima: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    owner, visitor = (open_page(width=360, javascript=False) for _ in range(2))
    sign_in(owner, fatima)
    owner.goto(bench.get_absolute_url())
    press(owner, "Zet een stap verder")
    choose(owner, "We stoppen ermee")
    press(owner, "Bewaar deze stap")
    expect(owner.get_by_role("alert")).to_be_focused()
    type_in(owner, "Wat heeft het opgeleverd", "De dijk wordt verhoogd. Daarna proberen we het nog eens.")
    press(owner, "Bewaar deze stap")

    visitor.goto(bench.get_absolute_url())
    expect(visitor.locator("main")).to_contain_text("Gestopt")
    expect(visitor.locator("main")).to_contain_text("De dijk wordt verhoogd.")
    expect(visitor.get_by_role("link", name="Ik doe mee")).to_have_count(0)
