"""Accessibility rules in a real page, with the real Content-Security-Policy on."""

from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from django.urls import resolve
from playwright.sync_api import Page

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.sights import FIRST_DAY, Sight, forms_of
from tests.world import World, make_world

pytestmark = pytest.mark.browser
EMPTY_AND_SEND = """() => {
  const form = document.querySelector("main form[method=post]");
  const kept = ["hidden", "submit", "checkbox", "radio", "image"];
  for (const field of form.elements) if (!kept.includes(field.type)) field.value = "";
  form.requestSubmit(form.querySelector("button[type=submit], input[type=image]"));
}"""
RUN_AXE = """([parts, options]) => axe.run(
  parts ? {include: parts.filter(part => document.querySelector(part))} : document, options
).then(
  found => found.violations.flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.target[0]}`)))"""
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
OWN = ["main", ".utrecht-breadcrumb-nav"]  # what differs by page; above and below it is the same on each of a reader


def with_axe(page: Page) -> Page:
    """A window in which each page comes with axe: sending it again for each takes longer than running it."""
    page.add_init_script(path=AXE_FILE_PATH)
    return page


@pytest.fixture
def world(server: str, reference: None, cast: dict[str, User | None], oostgaarde: Wijk) -> World:
    return make_world(cast["fatima"], oostgaarde)


def violations(page: Page, parts: list[str] | None = None) -> list[str]:
    """What axe finds wrong on a page of a window `with_axe`, or in some parts of it: rule and place."""
    return page.evaluate(RUN_AXE, [parts, OPTIONS])


def overflow(page: Page) -> int:
    """How many pixels a page runs off the screen sideways."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def faults_on(page: Page, name: str, parts: list[str] | None = None) -> list[str]:
    """What is wrong with the page that stands open, or in some parts of it."""
    faults = violations(page, parts)
    if overflow(page) > 0:
        faults.append(f"{overflow(page)} px off the screen")
    return [f"{name}: {fault}" for fault in faults]


def one_of_each_page(sights: list[Sight]) -> list[Sight]:
    """The first sight of each view."""
    first: dict[str, Sight] = {}
    for sight in sights:
        first.setdefault(resolve(sight.path.partition("?")[0]).view_name, sight)
    return list(first.values())


def look(page: Page, world: World, who: str, *, at_everything: bool) -> list[str]:
    """Open the pages of one reader, send every form empty, and gather what is wrong with what stands there.

    At everything: each page in every state of the world, as a whole, in both languages. Else at one state of each
    page, in Dutch, a form with its errors alone, and at what stands around it on the first one only.
    """
    wrong = []
    forms = [one for one in forms_of(world) if one.who == who]
    sights = [one for one in world.sights if one.who == who and not one.path.startswith("/beheer/lijsten/")]
    opened = [*sights, *forms] if at_everything else [*one_of_each_page([*forms, *sights]), *forms]
    for number, sight in enumerate(dict.fromkeys(opened)):
        parts = OWN if number and not at_everything else None
        for prefix in ["", "/en"] if at_everything and sight.in_english else [""]:
            page.goto(prefix + sight.path)
            if at_everything or sight not in forms:
                wrong += faults_on(page, f"{prefix}{sight}", parts)
            if sight in forms:
                send_empty(page)
                wrong += faults_on(page, f"{prefix}{sight} sent empty", parts)
    return wrong


def send_empty(page: Page) -> None:
    """Send the form that stands open without an answer, and be where its errors are."""
    with page.expect_navigation():
        page.evaluate(EMPTY_AND_SEND)
    assert page.locator("[aria-invalid=true], .utrecht-form-field--invalid").count(), f"{page.url} has no error"


READERS = ["", "bram", "bas", "milan", "wilma", "petra", "willem", "griet", "fatima", "noor", "mona"]


@pytest.mark.parametrize("readers", [READERS[:7], READERS[7:]], ids="_".join)
def test_pages_and_forms_with_errors_are_accessible_on_a_phone(
    readers: list[str],
    world: World,
    cast: dict[str, User | None],
    open_page: Callable[..., Page],
    sign_in: Callable,
) -> None:
    """One state of each page, and what stands around it once for each reader; `make verify` looks at everything."""
    assert {sight.who for sight in (*world.sights, *forms_of(world))} <= set(READERS)
    wrong = []
    for who in readers:
        page = with_axe(open_page(width=320))
        if who:
            sign_in(page, cast[who])
        wrong += look(page, world, who, at_everything=False)

    assert wrong == []


@pytest.mark.verify
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("who", READERS)
def test_pages_and_forms_with_errors_are_accessible_in_both_languages(
    who: str, width: int, world: World, cast: dict[str, User | None], open_page: Callable[..., Page], sign_in: Callable
) -> None:
    page = with_axe(open_page(width=width))
    if who:
        sign_in(page, cast[who])

    assert look(page, world, who, at_everything=True) == []


@pytest.mark.verify
@pytest.mark.parametrize("width", [320, 1280])
def test_first_day_is_accessible(
    width: int,
    server: str,
    reference: None,
    cast: dict[str, User | None],
    open_page: Callable[..., Page],
    sign_in: Callable,
) -> None:
    wrong = []
    for who in sorted({sight.who for sight in FIRST_DAY}):
        page = with_axe(open_page(width=width))
        if who:
            sign_in(page, cast[who])
        for sight in [sight for sight in FIRST_DAY if sight.who == who]:
            page.goto(sight.path)
            wrong += faults_on(page, str(sight))

    assert wrong == []


def test_axe_sees_a_planted_fault(server: str, reference: None, open_page: Callable[..., Page]) -> None:
    page = with_axe(open_page())
    page.goto("/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/tekening/leeg.svg\">')")

    assert [fault.split(":")[0] for fault in violations(page)] == ["image-alt"]
