"""From a ready plan to a ticked step, in a real browser without JavaScript, by keyboard alone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.browser.walking import press, type_in
from tests.factories.plans import blueprint, in_days
from tests.factories.users import UserFactory

pytestmark = pytest.mark.browser


@pytest.fixture
def owner(server: str, reference: None, oostgaarde: Wijk) -> User:
    """Somebody with an account, in a town with one ready plan."""
    blueprint("feest", title="Straatfeest", summary_start="We houden een feest in onze straat, voor iedereen.")
    return UserFactory(email="fatima@voorbeeld.example", name="Fatima Jansen")


def test_owner_takes_a_plan_and_ticks_its_first_step(
    owner: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    page = open_page(width=320, javascript=False)
    sign_in(page, owner)
    page.goto("/draaiboeken/")
    press(page, "Straatfeest")
    press(page, "Begin met dit plan")
    expect(page.get_by_label("Wat wil je doen?")).to_have_value("We houden een feest in onze straat, voor iedereen.")
    type_in(page, "Hoe heet je initiatief?", "Feest in de Wiekslag")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat jullie zelf doen")

    page.goto(Initiative.objects.get().planning_url)
    press(page, "Kies de dag")
    page.get_by_label("Wanneer is het?").fill(str(in_days(60)))
    press(page, "Bewaar")
    press(page, re.compile("Omlaag.*Vraag de buren"))
    press(page, re.compile("Dit is klaar.*Hang slingers op"))

    expect(page.locator("main")).to_contain_text("1 van 2 stappen klaar")
    rows = page.locator("main .portal-rows h2")
    expect(rows).to_have_text(["Hang slingers op", "Vraag de buren"])
    assert page.evaluate("document.documentElement.scrollWidth") == 320
