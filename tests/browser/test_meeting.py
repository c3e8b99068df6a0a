"""From planning a meeting to ticking off what came of it, in a real browser, by keyboard alone."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.browser.walking import both_ways, choose, press, type_in
from tests.conftest import SINCE
from tests.factories.users import UserFactory
from wijken.meetings.models import ActionPoint, Meeting

pytestmark = pytest.mark.browser

AHEAD = dt.timedelta(days=20)


@pytest.fixture
def secretary(server: str, reference: None, oostgaarde: Wijk) -> User:
    """Of the board of a WOP."""
    user = UserFactory(email="ineke@voorbeeld.example", name="Ineke Jansen")
    RoleAssignment.objects.create(user=user, role=Role.WOP_BOARD, wijk=oostgaarde, starts_on=SINCE)
    return user


@pytest.fixture
def resident(server: str) -> User:
    """Who lives there."""
    return UserFactory(email="fatima@voorbeeld.example", name="Fatima Jansen")


def plan(page: Page) -> None:
    """The board plans a meeting."""
    page.goto("/wijken/oostgaarde/wop/")
    press(page, "Naar de bijeenkomsten")
    press(page, "Plan een bijeenkomst")
    type_in(page, "Hoe heet de bijeenkomst?", "Oostgaarde aan tafel")
    page.get_by_label("Op welke dag?").fill(f"{timezone.localdate() + AHEAD:%Y-%m-%d}")
    page.get_by_label("Hoe laat begint het?").fill("20:00")
    page.get_by_label("Hoe laat is het afgelopen?").fill("22:00")
    type_in(page, "Waar is het?", "De Trefterp")
    press(page, "Plan het")
    expect(page.get_by_role("heading", level=1)).to_have_text("Oostgaarde aan tafel")


def propose_and_come(page: Page, path: str) -> None:
    """A resident proposes a point, and comes."""
    page.goto(path)
    press(page, "Stel een punt voor")
    type_in(page, "Wat wil je bespreken?", "De pannakooi")
    press(page, "Stuur het voorstel")
    expect(page.locator("main")).to_contain_text("Je voorstel is bij het bestuur")
    press(page, "Ik kom")
    expect(page.locator("main")).to_contain_text("1 mens komt.")


def accept(page: Page, desk: str) -> None:
    """The board says yes."""
    page.goto(desk)
    press(page, re.compile("Geef antwoord.*De pannakooi"))
    choose(page, "Ja, zet het op de agenda")
    press(page, "Stuur het antwoord")
    expect(page.locator("main")).to_contain_text("Fatima")  # who comes


def write_down(page: Page, desk: str) -> None:
    """The board writes what was decided and who does what, and makes it public."""
    page.goto(desk)
    press(page, "Schrijf een actie op")
    type_in(page, "Wat moet er gebeuren?", "Een rooster maken")
    type_in(page, "Wie van het WOP doet het?", "Ineke")
    press(page, "Bewaar")
    press(page, "Schrijf het verslag")
    type_in(page, "Wat is er besproken?", "Er waren 26 mensen.")
    type_in(page, "Besluit bij punt 1", "De kooi gaat om 21 uur dicht.")
    press(page, "Bewaar het verslag")
    press(page, "Lees na en maak openbaar")
    press(page, "Maak het openbaar")
    expect(page.locator("main")).to_contain_text("De kooi gaat om 21 uur dicht.")


@both_ways
def test_meeting_from_planning_to_a_ticked_action(
    javascript: bool, secretary: User, resident: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    board, neighbour = open_page(width=320, javascript=javascript), open_page(javascript=javascript)
    sign_in(board, secretary)
    sign_in(neighbour, resident)
    plan(board)
    first = Meeting.objects.with_wijk().get()
    propose_and_come(neighbour, first.get_absolute_url())
    accept(board, first.desk_url)
    Meeting.objects.filter(pk=first.pk).update(
        starts_at=timezone.now() - dt.timedelta(hours=3), ends_at=timezone.now() - dt.timedelta(hours=1)
    )
    write_down(board, first.desk_url)
    plan(board)
    second = Meeting.objects.with_wijk().exclude(pk=first.pk).get()

    neighbour.goto(second.get_absolute_url())
    expect(neighbour.get_by_text("Een rooster maken")).to_be_visible()
    board.goto("/mijn/")
    press(board, re.compile("Dit is klaar.*Een rooster maken"))
    neighbour.goto(second.get_absolute_url())
    expect(neighbour.get_by_text("Een rooster maken")).to_have_count(0)
    assert ActionPoint.objects.get().is_done
    assert board.evaluate("document.documentElement.scrollWidth") == 320
