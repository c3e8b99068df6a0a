"""The pin on the map, and the map that shows a point: in the style guide, where both stand live."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.test_axe import overflow, violations, with_axe

pytestmark = pytest.mark.browser

URL = "/stijlgids/"
WIJKEN = Path(__file__).resolve().parents[2] / "gemeente" / "demo" / "data" / "wop-wijken-indicatief.geojson"
TILES = "https://kaart.example"
BROKEN_SCRIPT = "export async function openMap() { throw new Error('stuk'); }"
# Puts the sample in a form with a text field before it, and remembers with which button it is sent.
PUT_IN_A_FORM = """box => {
  const form = document.createElement("form");
  form.innerHTML = '<input aria-label="titel">';
  box.replaceWith(form);
  form.append(box);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    form.dataset.sentBy = event.submitter.name || "no name";
  });
}"""


@pytest.fixture
def capelle(server: str, reference: None) -> None:
    """The town as its file draws it."""
    call_command("import_wijken", WIJKEN, stdout=StringIO())


@pytest.fixture
def field(capelle: None, open_page: Callable[..., Page]) -> Locator:
    """The field, in a window without motion."""
    return look_at(open_page())


def look_at(page: Page) -> Locator:
    """Open the style guide; gives the field."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(URL)
    return page.locator("[data-map=pin]")


def open_map(box: Locator) -> Locator:
    """Press the button of a field or a point map; gives the live map."""
    box.get_by_role("button", name="Open de kaart").click()
    live = box.get_by_role("application")
    expect(live).to_be_focused()
    return live


def pin(field: Locator) -> tuple[float, float] | None:
    """Where the hidden fields say the pin is."""
    values = [field.locator(f"[data-pin-{name}]").input_value() for name in ("longitude", "latitude")]
    return (float(values[0]), float(values[1])) if all(values) else None


def middle(part: Locator) -> tuple[float, float]:
    """The middle of something on the screen, in pixels."""
    box = part.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


# --- By mouse ---------------------------------------------------------------------------------------------------------
def test_a_click_sets_the_pin(field: Locator) -> None:
    before = pin(field)
    live = open_map(field)
    expect(field.get_by_role("status")).to_have_text("De speld staat in Schollevaar.")
    expect(field.locator("[data-map-picture]")).to_be_hidden()
    x, y = middle(live)

    field.page.mouse.click(x + 40, y + 60)  # far enough for a pixel of rounding to make no difference

    east, south = pin(field)[0] - before[0], before[1] - pin(field)[1]
    assert east / south == pytest.approx(40 / 60 / 0.6166, rel=0.03)  # a degree of longitude is shorter here
    expect(field.get_by_role("status")).to_have_text("De speld staat in Schollevaar.")


def test_the_pin_can_be_dragged(field: Locator) -> None:
    before = pin(field)
    open_map(field)
    field.get_by_role("button", name="Zoom uit").click()
    x, y = middle(field.locator(".portal-live__pin"))

    field.page.mouse.move(x, y)
    field.page.mouse.down()
    field.page.mouse.move(x - 40, y + 140, steps=5)
    field.page.mouse.up()

    assert pin(field)[0] < before[0]
    assert pin(field)[1] < before[1]
    expect(field.get_by_role("status")).to_have_text("De speld staat in Schenkel.")


def test_a_place_outside_the_wijken_is_told(field: Locator) -> None:
    live = open_map(field)
    size = live.bounding_box()

    live.click(position={"x": size["width"] - 5, "y": 5})

    expect(field.get_by_role("status")).to_have_text("De speld staat op de kaart, maar niet in een wijk.")


@pytest.mark.parametrize("is_open", [True, False], ids=["large map", "small map"])
def test_the_pin_is_taken_away_without_a_new_page(is_open: bool, field: Locator) -> None:
    if is_open:
        open_map(field)
    remove = field.get_by_role("button", name="Haal de speld weg")

    remove.click()

    expect(remove).to_be_hidden()
    expect(field.get_by_role("status")).to_have_text("De speld is weg.")
    expect(field.locator("svg g[transform], .portal-live__pin")).to_have_count(0)
    assert pin(field) is None


def test_the_small_map_opens_the_large_one_on_the_whole_town(field: Locator) -> None:
    field.get_by_role("button", name="Haal de speld weg").click()

    field.get_by_role("button", name="Kaart van Capelle: wijs de plek aan").click()

    expect(field.get_by_role("application")).to_be_focused()
    expect(field.get_by_role("status")).to_have_text("Wijs op de kaart de plek van de speld aan.")
    expect(field.get_by_text("Schollevaar", exact=True)).to_be_in_viewport()
    expect(field.get_by_text("Oostgaarde", exact=True)).to_be_in_viewport()


def test_the_wheel_scrolls_the_page_until_the_map_is_used(field: Locator) -> None:
    live = open_map(field)
    outline = live.locator("path").last
    before, at = outline.get_attribute("d"), middle(live)

    field.page.mouse.move(*at)
    field.page.mouse.wheel(0, 10)
    field.page.wait_for_timeout(200)
    assert outline.get_attribute("d") == before

    field.page.mouse.click(*at)
    field.page.mouse.wheel(0, -300)
    expect(outline).not_to_have_attribute("d", before)


# --- By keyboard ------------------------------------------------------------------------------------------------------
def test_by_keyboard_only(field: Locator) -> None:
    before = pin(field)
    keyboard = field.page.keyboard
    field.get_by_role("button", name="Kaart van Capelle: wijs de plek aan").focus()

    keyboard.press("Enter")
    expect(field.get_by_role("application")).to_be_focused()
    for _ in range(2):
        keyboard.press("ArrowLeft")
    for _ in range(2):
        keyboard.press("Tab")  # past plus and minus
    keyboard.press("Tab")
    expect(field.get_by_role("button", name="Zet de speld in het midden")).to_be_focused()
    keyboard.press("Enter")

    assert pin(field)[0] < before[0]
    assert pin(field)[1] == pytest.approx(before[1], abs=0.0001)
    keyboard.press("Tab")
    keyboard.press("Enter")
    assert pin(field) is None
    expect(field.get_by_role("application")).to_be_focused()


def test_enter_in_another_field_sends_the_form_and_not_the_map(field: Locator) -> None:
    field.page.locator("[data-sample]:has([data-map])").evaluate(PUT_IN_A_FORM)

    field.page.get_by_label("titel").press("Enter")

    expect(field.page.locator("form[data-sent-by]")).to_have_attribute("data-sent-by", "no name")
    expect(field.get_by_role("application")).to_be_hidden()


# --- For readers ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("number", "drawn"), [(0, ".portal-live__pin"), (1, "path.portal-live__circle")])
def test_a_point_is_to_look_at(number: int, drawn: str, field: Locator) -> None:
    box = field.page.locator("[data-map=point]").nth(number)
    expect(box.get_by_role("img")).to_be_visible()

    live = open_map(box)

    expect(live.locator(drawn)).to_be_in_viewport()
    at = middle(live.locator(drawn))
    live.click(position={"x": 100, "y": 200})
    assert middle(live.locator(drawn)) == at
    assert box.get_by_role("button").count() == 2  # plus and minus


# --- Circumstances ----------------------------------------------------------------------------------------------------
def test_without_javascript_there_is_a_map_to_point_at(capelle: None, open_page: Callable[..., Page]) -> None:
    page = open_page(javascript=False)
    page.goto(URL)
    field = page.locator("[data-map=pin]")

    image, mark = field.locator("input[type=image]"), field.get_by_role("img", name="Kaart van Capelle met je speld")
    assert image.bounding_box() == pytest.approx(mark.bounding_box(), abs=1)
    expect(field.get_by_role("button", name="Haal de speld weg")).to_be_visible()
    expect(page.get_by_role("button", name="Open de kaart")).to_have_count(0)


def test_nothing_of_the_map_is_fetched_before_it_is_opened(
    capelle: None, open_page: Callable[..., Page], settings: Any
) -> None:
    settings.MAP_TILES_URL = TILES + "/{z}/{x}/{y}.png"
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {"img-src": ["'self'", "data:", TILES]}
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": policy}  # a new one: the old one belongs to the other tests
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route(f"{TILES}/**", give_tile)
    field = look_at(page)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "map." in url or "geojson" in url or TILES in url] == []

    open_map(field)

    expect(field.locator("img.leaflet-tile-loaded").first).to_be_visible()
    expect(field.get_by_text("Kaart: PDOK, Kadaster")).to_be_visible()


def give_tile(route: Route) -> None:
    """A tile without anything on it."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><path d="M0 0h256v256"/></svg>'
    route.fulfill(body=svg, content_type="image/svg+xml")


def test_map_that_does_not_come_leaves_the_small_one(capelle: None, open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.route("**/map.js", lambda route: route.fulfill(body=BROKEN_SCRIPT, content_type="text/javascript"))
    field = look_at(page)

    field.get_by_role("button", name="Open de kaart").click()

    expect(field.get_by_role("status")).to_have_text("De kaart kan nu niet open. Probeer het later nog eens.")
    expect(field.get_by_role("button", name="Kaart van Capelle: wijs de plek aan")).to_be_visible()


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 320),
        *(pytest.param(*one, marks=pytest.mark.verify) for one in [("light", 1280), ("dark", 320), ("dark", 1280)]),
    ],
)
def test_open_maps_are_accessible(scheme: str, width: int, capelle: None, open_page: Callable[..., Page]) -> None:
    page = with_axe(open_page(width=width))
    page.emulate_media(color_scheme=scheme)
    field = look_at(page)
    for box in (field, *page.locator("[data-map=point]").all()):
        open_map(box)

    assert violations(page) == []
    assert overflow(page) <= 0
    sizes = [part.bounding_box() for part in page.locator("[data-map] :is(a, button):visible").all()]
    assert all(size["width"] >= 24 and size["height"] >= 24 for size in sizes)
