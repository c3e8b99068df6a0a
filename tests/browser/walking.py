"""What people do on many walks through the portal, in a real browser."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.core import mail
from PIL import Image
from playwright.sync_api import Page, expect
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.drafts import CONTACT, IDEA, SHARE
from tests.factories.accounts import app_code

TITLE = IDEA["title"]

# A walk without JavaScript in the quick suite, and with it in the long checks.
both_ways = pytest.mark.parametrize(
    "javascript",
    [False, pytest.param(True, marks=pytest.mark.verify)],
    ids=["without JavaScript", "with JavaScript"],
)


def next_step(page: Page, heading: str) -> None:
    """Go on, and be on the next question."""
    page.get_by_role("button", name="Ga verder").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def write_idea(page: Page) -> None:
    """The first question."""
    page.get_by_label("Hoe heet je initiatief?").fill(TITLE)
    page.get_by_label("Wat wil je doen?").fill(IDEA["summary"])


def answer_all(page: Page, last: str, wijk: str = "oostgaarde") -> None:
    """Four short pages; `last` is the heading behind them."""
    write_idea(page)
    next_step(page, "Wat jullie zelf doen")
    page.get_by_label("Wat doen jullie zelf?").fill(SHARE["own_share"])
    page.get_by_label("Wat hebben jullie nog nodig?").fill(SHARE["needs"])
    next_step(page, "Waar het is")
    page.get_by_label("In welke wijk?").select_option(wijk)
    next_step(page, "Hoe we je bereiken")
    page.get_by_label("Bel me").check()
    page.get_by_label("'s Avonds").check()
    page.get_by_label("Je telefoonnummer").fill(CONTACT["phone"])
    next_step(page, last)


def mailed_code() -> str:
    """The code from the last mail."""
    return re.search(r"^\s*([A-Z0-9]+-[A-Z0-9]+)\s*$", mail.outbox[-1].body, re.MULTILINE).group(1)


def do_jobs() -> None:
    """What the worker would do now, and then what came of that."""
    while jobs := list(ProcrastinateJob.objects.filter(status="todo").order_by("id")):
        for job in jobs:
            app.tasks[job.task_name](**job.args)
        ProcrastinateJob.objects.filter(pk__in=[job.pk for job in jobs])._raw_delete("default")


def mailed_link(to: str) -> str:
    """The path behind the button of the last mail to somebody."""
    letter = next(one for one in reversed(mail.outbox) if one.to == [to])
    return re.search(r"http://localhost(/\S+)", letter.body).group(1)


def photo(folder: Path) -> Path:
    """A photo on the phone of a resident."""
    file = BytesIO()
    Image.new("RGB", (900, 600), "#2c7a4b").save(file, "JPEG")
    folder.mkdir(exist_ok=True)
    path = folder / "tuin.jpg"
    path.write_bytes(file.getvalue())
    return path


def sign_in_by_mail(page: Page, email: str) -> None:
    """Sign in with a mailed code, from wherever the portal asks for it."""
    page.get_by_label("Je e-mailadres").fill(email)
    page.get_by_role("button", name="Ga verder").click()
    page.locator("main").get_by_label("code").fill(mailed_code())
    page.locator("main").get_by_role("button", name="Inloggen").click()


def set_second_step(page: Page) -> None:
    """Scan the code with an app, and type what it shows."""
    page.get_by_role("link", name="Zet de tweede stap aan").click()
    page.locator("main").get_by_label("code").fill(app_code(page.locator("code").inner_text().strip()))
    page.get_by_role("button", name="Zet aan").click()


# --- By keyboard only -------------------------------------------------------------------------------------------------
MOST_TABS = 120  # no page has so many links and fields
FOCUSED = """() => {
  const here = document.activeElement;
  const plain = (one) => one.textContent.trim().replace(/\\s+/g, " ");
  if (!here.matches("input, select, textarea")) return { words: [plain(here)] };
  const labels = (one) => [...(one.labels ?? [])].map(plain);
  const choices = here.type === "radio" ? [...here.form.elements].filter((one) => one.name === here.name) : [];
  return { labels: labels(here), group: choices.flatMap(labels) };
}"""


def reach(page: Page, name: str | re.Pattern[str]) -> None:
    """Tab on to the link or button whose words begin so."""
    tab_to(page, name, "words")


def reach_field(page: Page, label: str) -> None:
    """Tab on to the field whose label begins so; in a group of choices walk on to it with the arrows."""
    group = tab_to(page, label, "labels", "group")
    for _ in group:
        if any(words.startswith(label) for words in page.evaluate(FOCUSED)["labels"]):
            return
        page.keyboard.press("ArrowDown")


def tab_to(page: Page, name: str | re.Pattern[str], *kinds: str) -> list[str]:
    """Tab on until the words of these kinds begin so; returns the choices of the group that stands there."""
    pattern = re.compile(re.escape(name)) if isinstance(name, str) else name
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if any(pattern.match(words) for kind in kinds for words in here.get(kind, ())):
            return here.get("group", [])
    pytest.fail(f"no way by keyboard to {pattern.pattern}")


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Reach a link or button, press it, and be where it leads."""
    reach(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose(page: Page, label: str) -> None:
    """Reach a choice or a box, and tick it."""
    reach_field(page, label)
    page.keyboard.press("Space")


def type_in(page: Page, label: str, text: str) -> None:
    """Reach a field and type, in place of what stands there; in a list of options that picks one."""
    reach_field(page, label)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)
