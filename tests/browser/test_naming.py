"""Names and texts that stay whole: an alias, an organisation, and two tabs at once, by keyboard without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.enums import ParticipationKind
from initiatives.models import Initiative
from tests.browser.walking import press, type_in
from tests.factories.initiatives import published

pytestmark = pytest.mark.browser


@pytest.fixture
def garden(server: str, reference: None, oostgaarde: Wijk, fatima: User, bram: User) -> Initiative:
    """An initiative that bram joined."""
    initiative = published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN)
    return initiative


def test_owner_is_called_as_she_likes_and_two_tabs_lose_no_text(
    garden: Initiative, fatima: User, bram: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    owner, visitor, neighbour = (open_page(width=360, javascript=False) for _ in range(3))
    sign_in(owner, fatima)
    sign_in(neighbour, bram)
    owner.goto(garden.get_absolute_url())
    press(owner, "Welke namen staan erbij?")
    type_in(owner, "Jouw naam bij dit initiatief", "Tuinvrouw")
    type_in(owner, "Voor welke vereniging of groep is dit?", "Vereniging Tuindorp")
    press(owner, "Bewaar")
    expect(owner.get_by_role("status")).to_contain_text("Bewaard")

    # Two tabs have the same text before them; both save another one.
    press(owner, "Pas de tekst aan")
    press(owner, "Wat jullie zelf doen")
    late = owner.context.new_page()
    late.goto(owner.url)
    type_in(owner, "Wat doen jullie zelf?", "Wij planten en geven elke week water.")
    press(owner, "Bewaar")
    type_in(late, "Wat doen jullie zelf?", "Wij bouwen een kas van oude ramen.")
    press(late, "Bewaar")
    expect(late.get_by_role("alert")).to_be_focused()
    reads_on = late.locator("main").inner_text().partition("Er ging iets mis")[2]
    assert "Iemand was je net voor. Dit staat er nu" in reads_on
    assert "Wij planten en geven elke week water." in reads_on
    expect(late.get_by_label("Wat doen jullie zelf?")).to_have_value("Wij bouwen een kas van oude ramen.")
    type_in(late, "Wat doen jullie zelf?", "Wij planten, geven water en bouwen een kas.")
    press(late, "Bewaar")
    expect(late.get_by_role("status")).to_contain_text("Bewaard")

    # A visitor reads the names and the text, and how nobody can be reached.
    visitor.goto(garden.get_absolute_url())
    page = visitor.locator("body")
    expect(page).to_contain_text("van Tuinvrouw, voor Vereniging Tuindorp")
    expect(page).to_contain_text("Wij planten, geven water en bouwen een kas.")
    expect(page).to_contain_text("1 doet mee.")
    for secret in ("Fatima", "Jansen", fatima.email, "010-555 0123", "Bram", bram.email):
        assert secret not in visitor.content()
    press(visitor, "De tekst is aangepast")
    press(visitor, "Versie 3")
    expect(visitor.locator("main ins").nth(1)).to_contain_text("Wij planten en")

    # Who joined in hears of it, once.
    neighbour.goto("/mijn/")
    expect(neighbour.get_by_role("link", name="Moestuin achter de Hoven is veranderd")).to_have_count(1)
    press(neighbour, re.compile("Moestuin achter de Hoven is veranderd"))
    expect(neighbour.locator("main")).to_contain_text("Wij planten, geven water en bouwen een kas.")
