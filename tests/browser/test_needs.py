"""An owner asks, a neighbour helps, the owner counts and thanks: by keyboard alone, without JavaScript too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Need
from tests.browser.walking import both_ways, press, type_in
from tests.factories.initiatives import published

pytestmark = pytest.mark.browser


@both_ways
def test_need_is_filled_and_thanked_by_keyboard(
    javascript: bool,
    server: str,
    reference: None,
    oostgaarde: Wijk,
    fatima: User,
    bram: User,
    open_page: Callable[..., Page],
    sign_in: Callable,
) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    page = initiative.get_absolute_url()
    owner, neighbour = open_page(width=360, javascript=javascript), open_page(width=360, javascript=javascript)
    sign_in(owner, fatima)
    sign_in(neighbour, bram)

    owner.goto(f"{page}nodig/?soort=hands")
    press(owner, "Zet erbij")
    expect(owner.get_by_role("status")).to_contain_text("Dit staat erbij")

    neighbour.goto(page)
    press(neighbour, "Ik help hiermee")
    press(neighbour, "Ik help mee")
    expect(neighbour.get_by_role("status")).to_contain_text("Dank je wel!")

    owner.goto(f"{page}meedoeners/")
    press(owner, "Is het gekomen?")
    press(owner, "Bewaar")
    press(owner, "Zeg dank je wel")
    type_in(owner, "Wat wil je zeggen?", "Wat fijn dat je kwam!")
    press(owner, "Verstuur je bedankje")
    expect(owner.get_by_role("status")).to_contain_text("Je buur krijgt je bedankje")

    neighbour.reload()
    expect(neighbour.locator("blockquote")).to_have_text("Wat fijn dat je kwam!")
    assert Need.objects.get().filled == 1
