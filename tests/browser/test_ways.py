"""A board sets up its wijk from an example, changes its stages while something runs, and moves that over.

By keyboard, and without JavaScript too.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.browser.walking import both_ways, choose, press, type_in
from tests.factories.initiatives import published
from wijken.reference import load_way_examples

pytestmark = pytest.mark.browser
ROOM = "/wijken/oostgaarde/wop/werkwijze/"


@both_ways
def test_board_makes_its_own_way_and_moves_what_runs(
    server: str,
    reference: None,
    oostgaarde: Wijk,
    willem: User,
    fatima: User,
    open_page: Callable[..., Page],
    sign_in: Callable,
    *,
    javascript: bool,
) -> None:
    load_way_examples()
    running = published(owner=fatima, wijk=oostgaarde, title="Soep op zondag")
    board, visitor = (open_page(width=360, javascript=javascript) for _ in range(2))
    sign_in(board, willem)

    # From the worktable: begin with an example, give a stage another name and put one more before it.
    board.goto("/wijken/oostgaarde/wop/")
    press(board, "Naar de werkwijze")
    choose(board, "Klein en informeel")
    press(board, "Begin hiermee")
    press(board, "Verander: Stappen")
    press(board, "Verander: We zoeken het uit")
    type_in(board, "Naam van de stap", "Koffie met het WOP")
    press(board, "Bewaar")
    type_in(board, "Naam van de stap", "Buren gezocht")
    choose(board, "Idee")
    press(board, "Zet erbij")
    press(board, "Omhoog: Buren gezocht")
    press(board, "Terug naar jullie concept")

    # A last look, and from then on it counts; what runs goes on as it began until the board moves it.
    press(board, "Kijk het na en stel het vast")
    expect(board.get_by_role("table")).to_contain_text("Buren gezocht (idee); Idee (idee); Koffie met het WOP")
    press(board, "Stel deze werkwijze vast")
    visitor.goto(running.get_absolute_url())
    expect(visitor.get_by_role("list", name="Hoe ver is het?")).to_contain_text("In voorbereiding")
    press(board, "Bekijk ze en zet ze over")
    press(board, "Zet dit plan over")
    press(board, re.compile("^Zet over$"))
    expect(board.get_by_role("status")).to_contain_text("1 plan is overgezet.")

    # Everybody reads its stage in the words of the wijk, and the wijk tells how it works.
    visitor.goto(running.get_absolute_url())
    expect(visitor.get_by_role("list", name="Hoe ver is het?")).to_contain_text("Koffie met het WOP")
    visitor.goto("/wijken/oostgaarde/werkwijze/")
    expect(visitor.locator("main")).to_contain_text("Buren gezocht")
