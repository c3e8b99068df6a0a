"""From an empty database to a first wijk that works, and somebody without internet who gets her plan online.

Without demo: everything in here was made by the one command and by people in pages.
"""

from collections.abc import Callable
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page, expect

from gemeente.cases.models import CaseFile
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.browser.walking import (
    TITLE,
    answer_all,
    do_jobs,
    mailed_code,
    mailed_link,
    photo,
    set_second_step,
    sign_in_by_mail,
)

pytestmark = pytest.mark.browser

MONA, NOOR, FATIMA, BAS, WILMA = (f"{name}@voorbeeld.example" for name in ("mona", "noor", "fatima", "bas", "wilma"))


@pytest.fixture
def empty(server: str, settings: Any) -> None:
    """A migrated database without a row of ours, and no demo.

    The addresses of a process are read once: those of the demo too, whichever test comes first.
    """
    reverse("home")
    settings.DEMO = False
    assert not User.objects.exists()


def manager_at_work(open_page: Callable[..., Page]) -> Page:
    """The first manager, made by the one command, in her own browser with her second step; the wijken are there."""
    call_command("first_manager", MONA, "Mona de Wit", stdout=StringIO())
    for name in ("wijken-gm0502-indicatief.geojson", "wop-wijken-indicatief.geojson"):
        call_command("import_wijken", str(files("gemeente.demo") / "data" / name), verbosity=0, stdout=StringIO())
    page = open_page()
    page.goto("/beheer/")
    sign_in_by_mail(page, MONA)
    set_second_step(page)
    page.goto("/beheer/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Beheer")
    return page


def invite(manager: Page, email: str, name: str, role: str, wijk: str = "Middelwatering") -> None:
    """The manager invites somebody for a role in a wijk."""
    manager.goto("/beheer/mensen/uitnodigen/")
    manager.get_by_label("E-mailadres").fill(email)
    manager.get_by_label("Naam").fill(name)
    manager.get_by_label("Rol", exact=True).select_option(label=role)
    manager.get_by_label("Wijk (niet verplicht)").select_option(label=wijk)
    manager.locator("main form button[type=submit]").first.click()
    expect(manager.get_by_role("status")).to_be_visible()
    do_jobs()


def accept(open_page: Callable[..., Page], email: str, width: int = 1280) -> Page:
    """Somebody says yes behind the link in her mail, and signs in with a mailed code."""
    page = open_page(width=width)
    page.goto(mailed_link(email))
    page.get_by_role("button", name="Ja, ik doe mee").click()
    sign_in_by_mail(page, email)
    return page


def publish_on_a_phone(open_page: Callable[..., Page]) -> Page:
    """A resident without an account puts her initiative online."""
    page = open_page(width=360)
    page.goto("/wijken/middelwatering/")
    page.get_by_role("link", name="Begin hier een initiatief").first.click()
    answer_all(page, "Account maken", wijk="middelwatering")
    page.get_by_label("E-mailadres").fill(FATIMA)
    page.get_by_role("button", name="Stuur me een code").click()
    page.locator("main").get_by_label("code").fill(mailed_code())
    page.get_by_role("button", name="Bevestig").click()
    page.get_by_role("button", name="Verder zonder foto").click()
    page.get_by_label("16 jaar of ouder").check()
    page.get_by_label("Ik houd me aan de huisregels").check()
    page.get_by_role("button", name="Zet online").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je initiatief staat online")
    return page


def test_first_wijk_works(empty: None, open_page: Callable[..., Page]) -> None:
    visitor = open_page(width=360)
    manager = manager_at_work(open_page)
    invite(manager, NOOR, "Noor van der Meulen", "gebiedsregisseur")
    desk = accept(open_page, NOOR)
    desk.goto("/werkbak/")
    set_second_step(desk)
    desk.goto("/werkbak/")
    expect(desk.locator("main")).to_contain_text("Er wacht nu niemand.")

    # A resident on a phone publishes, and the mail arrives at the gebiedsregisseur.
    resident = publish_on_a_phone(open_page)
    do_jobs()
    desk.goto(mailed_link(NOOR))
    desk.get_by_role("button", name="Ik pak dit op").click()
    desk.get_by_label("Gebeld").check()
    desk.get_by_label("Ja, we hebben elkaar gesproken").check()
    desk.get_by_label("Wat spraken jullie af?").fill("We kijken zaterdag samen.")
    desk.get_by_role("button", name="Schrijf op").click()
    expect(desk.get_by_role("status")).to_contain_text("Opgeschreven")

    # A worried neighbour writes; owner and contact read it, nobody else does.
    page = Initiative.objects.get().get_absolute_url()
    visitor.goto(page)
    visitor.get_by_role("link", name="Ik maak me zorgen").click()
    visitor.get_by_label("Waar maak je je zorgen over?").fill("Komt er in de avond geluid?")
    visitor.get_by_label("Hoe heet je?").fill("Els")
    visitor.get_by_label("Je e-mailadres").fill("els@voorbeeld.example")
    visitor.locator("main form button[type=submit]").click()
    expect(visitor.locator("main")).to_contain_text("B20")
    desk.goto(CaseFile.objects.get().desk_url)
    expect(desk.locator("main")).to_contain_text("Komt er in de avond geluid?")
    resident.goto(CaseFile.objects.get().get_absolute_url())
    expect(resident.locator("main")).to_contain_text("Komt er in de avond geluid?")
    visitor.goto(page)
    expect(visitor.locator("main")).not_to_contain_text("geluid")

    # Somebody reports the text; the manager hides it, and it is gone for others.
    visitor.get_by_role("link", name="Meld deze pagina").click()
    visitor.get_by_label("De tekst, of iets anders op deze pagina").check()
    visitor.locator("[name=reason]").first.check()
    visitor.locator("main form button[type=submit]").click()
    manager.goto("/moderatie/")
    manager.get_by_role("link", name=TITLE).first.click()
    manager.get_by_role("link", name="Verberg").click()
    manager.locator("[name=ground]").first.check()
    manager.locator("[name=facts]").fill("In de tekst staat de naam van een buur, met een scheldwoord.")
    manager.locator("main form button[type=submit]").click()
    expect(manager.get_by_role("status")).to_be_visible()
    assert visitor.request.get(page).status == 404
    for path in ("/", "/initiatieven/", "/initiatieven/?zoek=moestuin", "/wijken/middelwatering/"):
        visitor.goto(path)
        expect(visitor.locator("main")).not_to_contain_text(TITLE)

    # The owner hears why and answers; the manager shows it again.
    do_jobs()
    assert any(letter.to == [FATIMA] and "verborgen" in letter.subject.lower() for letter in mail.outbox)
    resident.goto(page)
    resident.get_by_role("link", name="Lees waarom").click()
    resident.locator("[name=answer]").fill("Die naam is weg. Sorry.")
    resident.locator("main form button[type=submit]").first.click()
    expect(resident.locator("main")).to_contain_text("Die naam is weg. Sorry.")
    manager.goto("/moderatie/?bak=verborgen")
    manager.get_by_role("link", name=TITLE).first.click()
    expect(manager.locator("main")).to_contain_text("Die naam is weg. Sorry.")
    manager.get_by_role("link", name="Laat weer zien").click()
    manager.locator("[name=reason]").fill("De naam is weg.")
    manager.locator("main form button[type=submit]").click()
    assert visitor.request.get(page).status == 200

    # The case closes, with a result.
    desk.goto(CaseFile.objects.get().desk_url)
    desk.get_by_role("link", name="Rond deze zaak af").click()
    desk.get_by_label("Wat is het resultaat?").fill("De tuin is klaar.")
    desk.get_by_role("button", name="Rond af").click()
    expect(desk.get_by_role("status")).to_contain_text("Afgerond")


def test_without_internet_and_with_a_helper(empty: None, open_page: Callable[..., Page], tmp_path: Path) -> None:
    manager = manager_at_work(open_page)
    invite(manager, NOOR, "Noor van der Meulen", "gebiedsregisseur")
    invite(manager, BAS, "Bas Kramer", "buurtcoach")
    coach = accept(open_page, BAS, width=360)

    # The buurtcoach writes down on a phone, at the market, what Ria wants.
    coach.goto("/buiten/")
    coach.locator("[name=name]").fill("Ria Bos")
    coach.locator("[name=phone]").fill("010-555 0144")
    coach.locator("[name=summary]").fill("Ria wil elke vrijdag soep koken voor de flat. Iedereen mag aanschuiven.")
    coach.locator("[name=wijk]").select_option("middelwatering")
    coach.locator("[name=place_text]").fill("de hal van de flat")
    coach.locator("main form button[type=submit]").click()
    note = Initiative.objects.get()
    assert (note.stage, note.owner.email) == ("concept", None)
    assert coach.request.get(note.get_absolute_url()).status == 404  # nobody reads it there, its scribe neither
    finish_note(coach, note)

    # Ria names Wilma as her helper and signs the card; only then it is online.
    coach.goto(f"/buiten/{note.pk}/helper/")
    coach.locator("[name=name]").fill("Wilma")
    coach.locator("[name=email]").fill(WILMA)
    coach.locator("main form button[type=submit]").click()
    coach.goto(f"/buiten/{note.pk}/kaart/foto/")
    coach.locator("[type=file]").set_input_files(photo(tmp_path))
    coach.locator("main form button[type=submit]").click()
    coach.goto(f"/buiten/{note.pk}/online/")
    coach.locator("[name=sure]").check()
    coach.locator("main form button[type=submit]").click()
    note.refresh_from_db()
    assert note.stage == "published"

    # Wilma says yes, and moves it in Ria's name, which everybody can see.
    do_jobs()
    helper = open_page()
    helper.goto(mailed_link(WILMA))
    helper.locator("button[value=yes]").click()
    sign_in_by_mail(helper, WILMA)
    helper.goto(f"{note.get_absolute_url()}stap/")
    helper.get_by_label("We zijn begonnen").check()
    helper.get_by_role("button", name="Bewaar deze stap").click()
    note.refresh_from_db()
    assert note.stage == "running"
    visitor = open_page()
    visitor.goto(note.get_absolute_url())
    expect(visitor.locator("main")).to_contain_text("namens")
    expect(visitor.locator("main")).not_to_contain_text("010-555 0144")


def finish_note(coach: Page, note: Initiative) -> None:
    """What Ria says she does herself, and how she is reached, as far as the portal still asks for it."""
    coach.goto(f"/buiten/{note.pk}/deel/samen/")
    coach.locator("[name=own_share]").fill("Ik kook, en mijn buurvrouw doet de boodschappen.")
    coach.locator("main form button[type=submit]").click()
    coach.goto(f"/buiten/{note.pk}/deel/plek/")
    coach.get_by_label("Een plek waar iedereen mag komen").check()
    coach.get_by_role("button", name="Bewaar").click()
    coach.goto(f"/buiten/{note.pk}/deel/bereikbaar/")
    coach.get_by_label("Bel me").check()
    coach.get_by_label("Maakt niet uit").check()
    coach.locator("main form button[type=submit]").click()
