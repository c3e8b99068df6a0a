"""An owner shares her pen and hands it over, a neighbour sees what changed: by keyboard, without JavaScript too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.writing import revise_share
from initiatives.models import Initiative
from tests.browser.walking import both_ways, choose, do_jobs, mailed_link, press, type_in
from tests.factories.initiatives import published

pytestmark = pytest.mark.browser


@pytest.fixture
def initiative(server: str, reference: None, oostgaarde: Wijk, fatima: User) -> Initiative:
    initiative = published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven", own_share="Wij planten.")
    return revise_share(initiative=initiative, actor=fatima, own_share="Wij planten en oogsten.", needs="")


@both_ways
def test_pen_goes_from_hand_to_hand(
    javascript: bool,
    initiative: Initiative,
    fatima: User,
    wilma: User,
    open_page: Callable[..., Page],
    sign_in: Callable,
) -> None:
    owner = open_page(width=320, javascript=javascript)
    sign_in(owner, fatima)
    owner.goto(initiative.get_absolute_url())
    press(owner, "Wie mag wat?")
    type_in(owner, "Hoe heet deze persoon?", "Wilma")
    type_in(owner, "Het e-mailadres", wilma.email)
    choose(owner, "Mede-eigenaar")
    press(owner, "Vraag deze persoon")
    expect(owner.get_by_role("status")).to_contain_text("We hebben een mail gestuurd")
    do_jobs()

    other = open_page(javascript=javascript)
    sign_in(other, wilma)
    other.goto(mailed_link(wilma.email))
    press(other, "Ja, ik doe mee")
    expect(other.get_by_role("status")).to_contain_text("Fijn dat je meedoet!")

    owner.goto(f"{initiative.get_absolute_url()}overdragen/")
    choose(owner, "Wilma (Mede-eigenaar)")
    choose(owner, "Ja, ik word mede-eigenaar")
    press(owner, "Bied het aan")
    expect(owner.get_by_role("heading", level=1)).to_have_text("Je aanbod wacht op antwoord")

    other.goto("/mijn/")
    press(other, "Fatima wil dit aan jou overdragen")
    press(other, "Ja, ik neem het over")
    expect(other.get_by_role("status")).to_contain_text("Dit is nu van jou.")
    other.goto(f"{initiative.get_absolute_url()}pauze/")
    type_in(other, "Waarom ligt het even stil?", "Het vriest.")
    press(other, "Neem pauze")
    expect(other.get_by_role("status")).to_contain_text("dat het even rust")

    visitor = open_page(width=320, javascript=javascript)
    visitor.goto(initiative.get_absolute_url())
    expect(visitor.locator("main")).to_contain_text("van Wilma en Fatima")
    expect(visitor.locator("main")).to_contain_text("Het vriest.")
    press(visitor, "De tekst is aangepast")
    press(visitor, "Versie 2")
    expect(visitor.locator("main ins").nth(1)).to_contain_text("en oogsten.")
