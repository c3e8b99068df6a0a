"""A chair hands over to another of her team, and both see what came of it: by keyboard, without JavaScript too."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.browser.walking import both_ways, choose, press
from tests.factories.teams import in_team
from wijken.enums import Function

pytestmark = pytest.mark.browser


@both_ways
def test_chair_hands_over_and_the_new_one_shows_her_name(
    server: str,
    reference: None,
    oostgaarde: Wijk,
    willem: User,
    wilma: User,
    open_page: Callable[..., Page],
    sign_in: Callable,
    *,
    javascript: bool,
) -> None:
    in_team(willem, oostgaarde, Function.CHAIR, shows_name=True)
    old, new, visitor = (open_page(width=360, javascript=javascript) for _ in range(3))
    sign_in(old, willem)
    sign_in(new, wilma)

    old.goto("/mijn/")
    press(old, re.compile("^Draag over"))
    expect(old.locator("main")).to_contain_text("Het gaat om: Voorzitter.")
    choose(old, "Wilma (Lid)")
    choose(old, "Ja, als lid")
    press(old, "Draag over")
    expect(old.get_by_role("status")).to_contain_text("Overgedragen aan Wilma.")
    expect(old.get_by_role("link", name="Functie geven")).to_have_count(0)  # that is for the board

    # Her successor hears of it, runs the team from now on, and says herself whether everybody reads her name.
    new.goto("/mijn/")
    press(new, re.compile("Er is een functie overgedragen"))
    expect(new.get_by_role("link", name=re.compile("Functie geven.*Willem"))).to_be_visible()
    visitor.goto("/wijken/oostgaarde/team/")
    expect(visitor.locator("main")).to_contain_text("Voorzitter een bestuurslid")
    press(new, "Jouw naam op de pagina")
    choose(new, "Ja, iedereen mag mijn naam hier zien")
    press(new, "Bewaar")
    visitor.goto("/wijken/oostgaarde/team/")
    expect(visitor.locator("main")).to_contain_text("Voorzitter Wilma")
    expect(visitor.locator("main")).not_to_contain_text("Willem")
