"""What owners do themselves, what a neighbour offers besides, tips and reminders: by keyboard without JavaScript."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.needing import state_need
from initiatives.actions.reminding import remind_of_steps
from initiatives.enums import NeedKind
from initiatives.models import Initiative
from tests.browser.walking import do_jobs, mailed_link, press, type_in
from tests.factories.initiatives import published
from tests.factories.plans import card, in_days, step

pytestmark = pytest.mark.browser


@pytest.fixture
def garden(server: str, reference: None, oostgaarde: Wijk, fatima: User) -> Initiative:
    """An initiative that looks for hands, with a step that is due."""
    initiative = published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")
    state_need(initiative=initiative, actor=fatima, kind=NeedKind.HANDS, title="Handen", amount=10)
    step(initiative, "Vraag de buren", due_on=in_days(1))
    return initiative


def test_own_share_is_counted_and_a_neighbour_offers_something_else(
    garden: Initiative, fatima: User, bram: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    owner, neighbour, visitor = (open_page(width=360, javascript=False) for _ in range(3))
    sign_in(owner, fatima)
    sign_in(neighbour, bram)
    owner.goto(garden.get_absolute_url())
    press(owner, "Zet het in getallen")
    type_in(owner, "Wat tellen jullie?", "Uren")
    type_in(owner, "Wat doen jullie?", "Water geven")
    press(owner, "Zet erbij")
    expect(owner.get_by_role("alert")).to_be_focused()
    expect(owner.get_by_label("Wat doen jullie?")).to_have_value("Water geven")
    type_in(owner, "Hoeveel wordt het, denk je?", "24")
    press(owner, "Zet erbij")
    press(owner, "Verander: Water geven")
    type_in(owner, "Hoeveel is het geworden?", "30")
    press(owner, "Bewaar")
    expect(owner.locator("main")).to_contain_text("gepland: 24 · gedaan: 30")

    neighbour.goto(garden.get_absolute_url())
    press(neighbour, "Ik heb iets anders")
    type_in(neighbour, "Wat kun of wil je doen?", "Ik heb een aanhanger.")
    press(neighbour, "Bied dit aan")
    expect(neighbour.get_by_role("status")).to_contain_text("Dank je wel!")
    owner.goto(f"{garden.get_absolute_url()}meedoeners/")
    expect(owner.locator("main")).to_contain_text("Ik heb een aanhanger.")

    visitor.goto(garden.get_absolute_url())
    expect(visitor.locator("main")).to_contain_text("1 doet mee.")
    expect(visitor.locator("main .portal-figures")).to_contain_text("30")
    expect(visitor.locator("main")).not_to_contain_text("aanhanger")

    press(neighbour, "Trek in")
    press(neighbour, "Trek mijn aanbod in")
    expect(neighbour.get_by_role("status")).to_contain_text("Goed, je aanbod is weg.")
    owner.reload()
    expect(owner.locator("main")).not_to_contain_text("Ik heb een aanhanger.")


def test_tip_leads_on_and_reminders_stop_when_one_says_so(
    garden: Initiative, fatima: User, open_page: Callable[..., Page], sign_in: Callable
) -> None:
    card("meer", title="Vraag een uur", page="needs", link_label="Schrijf op wat je zoekt").save()
    owner = open_page(width=360, javascript=False)
    sign_in(owner, fatima)
    owner.goto(garden.get_absolute_url())
    expect(owner.get_by_role("region", name="Wat nu?")).to_contain_text("Vraag een uur")
    press(owner, "Schrijf op wat je zoekt")
    expect(owner.get_by_role("heading", level=1)).to_have_text(re.compile("nodig"))
    owner.goto(garden.get_absolute_url())
    press(owner, "Niet meer tonen: Vraag een uur")
    press(owner, "Toon deze tip niet meer")
    expect(owner.get_by_role("region", name="Wat nu?")).to_have_count(0)

    # A mail before the day of a step leads to where reminders stop.
    assert remind_of_steps() == 1
    do_jobs()
    assert "Dat zet je onderaan de planning uit." in mail.outbox[-1].body
    owner.goto(mailed_link(fatima.email))
    press(owner, "Stop de herinneringen")
    expect(owner.locator("main")).to_contain_text("Je krijgt geen herinneringen voor dit initiatief.")
    step(garden, "Hang slingers op", due_on=in_days(1))
    mail.outbox.clear()
    remind_of_steps()
    do_jobs()
    assert mail.outbox == []
