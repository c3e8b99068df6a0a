"""Accessibility rules in a real page, with the real Content-Security-Policy on."""

from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.world import FIRST_DAY, World, forms_of, make_world

pytestmark = pytest.mark.browser
EMPTY_AND_SEND = """() => {
  const form = document.querySelector("main form[method=post]");
  const kept = ["hidden", "submit", "checkbox", "radio", "image"];
  for (const field of form.elements) if (!kept.includes(field.type)) field.value = "";
  form.requestSubmit(form.querySelector("button[type=submit], input[type=image]"));
}"""
RUN_AXE = """options => axe.run(options).then(
  found => found.violations.flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.target[0]}`)))"""
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def with_axe(page: Page) -> Page:
    """A window in which each page comes with axe: sending it again for each takes longer than running it."""
    page.add_init_script(path=AXE_FILE_PATH)
    return page


@pytest.fixture
def world(server: str, reference: None, cast: dict[str, User | None], oostgaarde: Wijk) -> World:
    return make_world(cast["fatima"], oostgaarde)


def violations(page: Page) -> list[str]:
    """What axe finds wrong on a page of a window `with_axe`: rule and place."""
    return page.evaluate(RUN_AXE, OPTIONS)


def overflow(page: Page) -> int:
    """How many pixels a page runs off the screen sideways."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def look(
    page: Page, world: World, cast: dict[str, User | None], sign_in: Callable, who: str, prefixes: list[str]
) -> list[str]:
    """Open every page of one reader and gather what is wrong."""
    if who:
        sign_in(page, cast[who])
    wrong = []
    for sight in [
        sight for sight in world.sights if sight.who == who and not sight.path.startswith("/beheer/lijsten/")
    ]:
        for prefix in prefixes if sight.in_english else [""]:
            page.goto(prefix + sight.path)
            wrong += [f"{prefix}{sight}: {fault}" for fault in violations(page)]
            wrong += [f"{prefix}{sight}: {overflow(page)} px off the screen"] if overflow(page) > 0 else []
    return wrong


@pytest.mark.parametrize("who", ["", "bram", "fatima", "noor", "bas", "milan", "mona"])
def test_pages_are_accessible_on_a_phone(
    who: str, world: World, cast: dict[str, User | None], open_page: Callable[..., Page], sign_in: Callable
) -> None:
    assert look(with_axe(open_page(width=320)), world, cast, sign_in, who, [""]) == []


@pytest.mark.verify
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("who", ["", "bram", "fatima", "noor", "bas", "milan", "mona"])
def test_pages_are_accessible_in_both_languages(
    who: str, width: int, world: World, cast: dict[str, User | None], open_page: Callable[..., Page], sign_in: Callable
) -> None:
    assert look(with_axe(open_page(width=width)), world, cast, sign_in, who, ["", "/en"]) == []


@pytest.mark.parametrize(
    ("width", "prefix"),
    [
        (320, ""),
        pytest.param(320, "/en", marks=pytest.mark.verify),
        pytest.param(1280, "", marks=pytest.mark.verify),
        pytest.param(1280, "/en", marks=pytest.mark.verify),
    ],
)
@pytest.mark.parametrize("who", ["", "fatima", "noor", "bas", "mona"])
def test_forms_with_errors_are_accessible(
    who: str,
    width: int,
    prefix: str,
    world: World,
    cast: dict[str, User | None],
    open_page: Callable[..., Page],
    sign_in: Callable,
) -> None:
    page = with_axe(open_page(width=width))
    if who:
        sign_in(page, cast[who])
    wrong = []
    for sight in [one for one in forms_of(world) if one.who == who and (one.in_english or not prefix)]:
        page.goto(prefix + sight.path)
        with page.expect_navigation():
            page.evaluate(EMPTY_AND_SEND)
        assert page.locator("[aria-invalid=true], .utrecht-form-field--invalid").count(), f"{sight} has no error"
        wrong += [f"{prefix}{sight}: {fault}" for fault in violations(page)]
        wrong += [f"{prefix}{sight}: {overflow(page)} px off the screen"] if overflow(page) > 0 else []

    assert wrong == []


@pytest.mark.verify
@pytest.mark.parametrize("width", [320, 1280])
def test_first_day_is_accessible(
    width: int, server: str, bram: User, noor: User, mona: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    people = {"": None, "bram": bram, "noor": noor, "mona": mona}
    wrong = []
    for who, user in people.items():
        page = with_axe(open_page(width=width))
        if user:
            sign_in(page, user)
        for sight in [sight for sight in FIRST_DAY if sight.who == who]:
            page.goto(sight.path)
            wrong += [f"{sight}: {fault}" for fault in violations(page)]
            wrong += [f"{sight}: {overflow(page)} px off the screen"] if overflow(page) > 0 else []

    assert wrong == []


def test_axe_sees_a_planted_fault(server: str, reference: None, open_page: Callable[..., Page]) -> None:
    page = with_axe(open_page())
    page.goto("/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/tekening/leeg.svg\">')")

    assert [fault.split(":")[0] for fault in violations(page)] == ["image-alt"]
