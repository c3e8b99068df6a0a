"""A WOP advises on an initiative, votes, and the gemeente answers with reasons: by keyboard, without JavaScript too."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from gemeente.accounts.enums import Role
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.browser.walking import both_ways, choose, press, reach_field, type_in
from tests.conftest import person
from tests.factories.initiatives import published

pytestmark = pytest.mark.browser


@both_ways
def test_advice_is_written_voted_on_and_answered(
    javascript: bool,
    server: str,
    reference: None,
    oostgaarde: Wijk,
    fatima: User,
    willem: User,
    wilma: User,
    noor: User,
    open_page: Callable[..., Page],
    sign_in: Callable,
) -> None:
    published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")
    person("omar", role=Role.WOP_MEMBER, role_wijk=oostgaarde)
    board = open_page(width=360, javascript=javascript)
    sign_in(board, willem)
    board.goto("/wijken/oostgaarde/wop/adviezen/nieuw/")
    reach_field(board, "Gaat het over iets")
    board.keyboard.type("Moestuin")
    press(board, "Begin")
    choose(board, "Wij zijn voor, als")
    type_in(board, "Jullie advies", "Ja, als er water komt.")
    press(board, "Bewaar")
    press(board, "Laat het WOP stemmen")
    reach_field(board, "Tot en met welke dag")
    board.get_by_label("Tot en met welke dag").fill(day_after_tomorrow())
    press(board, "Open de stemming")
    expect(board.get_by_role("status")).to_contain_text("De stemming is open")
    vote(board, "Voor")

    member = open_page(width=360, javascript=javascript)
    sign_in(member, wilma)
    member.goto("/wijken/oostgaarde/wop/")
    press(member, "Stem over: Moestuin")
    choose(member, "Ik stem niet mee")
    press(member, "Stem")
    expect(member.get_by_role("alert")).to_contain_text("Schrijf op welk belang je hebt")
    type_in(member, "Stem je niet mee?", "Ik tuinier er zelf.")
    press(member, "Stem")
    expect(member.get_by_role("status")).to_contain_text("Je stem telt")

    press(board, "Sluit de stemming of geef meer tijd")
    press(board, "Sluit de stemming en tel")
    expect(board.get_by_role("status")).to_contain_text("Aangenomen")

    desk = open_page(javascript=javascript)
    sign_in(desk, noor)
    desk.goto("/werkbak/adviezen/")
    press(desk, "Moestuin achter de Hoven")
    choose(desk, "Niet overgenomen")
    press(desk, "Geef dit antwoord")
    expect(desk.get_by_role("alert")).to_contain_text("Zonder reden")
    type_in(desk, "Waarom, en wat gebeurt er nu?", "Daar ligt een leiding.")
    press(desk, "Geef dit antwoord")

    visitor = open_page(width=360, javascript=javascript)
    visitor.goto("/wijken/oostgaarde/adviezen/")
    press(visitor, "Moestuin achter de Hoven")
    expect(visitor.locator("main")).to_contain_text("Daar ligt een leiding.")
    expect(visitor.locator("main")).to_contain_text("Stemde niet mee door eigen belang")
    expect(visitor.locator("main")).not_to_contain_text("Wilma")


def vote(page: Page, choice: str) -> None:
    """One's vote."""
    press(page, "Stem, of verander je stem")
    choose(page, choice)
    press(page, "Stem")
    expect(page.get_by_role("status")).to_contain_text("Je stem telt")


def day_after_tomorrow() -> str:
    """As a field of a day takes it."""
    return str(timezone.localdate() + dt.timedelta(days=2))
