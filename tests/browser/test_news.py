"""News with photos, and documents for everybody or for few: by keyboard without JavaScript."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from gemeente.cases.actions import claim_case
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Document
from tests.browser.walking import choose, photo, press, type_in
from tests.factories.documents import pdf
from tests.factories.initiatives import published

pytestmark = pytest.mark.browser

TEXT = "Zaterdag **groeven** we.\n\n- tien buren\n- twee honden\n\n<b>Geen</b> opmaak van buiten"


def document(folder: Path, name: str) -> Path:
    """A PDF on the laptop of a resident."""
    path = folder / name
    path.write_bytes(pdf())
    return path


def add_document(owner: Page, file: Path, title: str, audience: str) -> None:
    """Put one document on the page that stands open."""
    owner.get_by_label("Kies een PDF").set_input_files(file)
    type_in(owner, "Wat is het?", title)
    choose(owner, audience)
    press(owner, "Zet dit document erbij")
    expect(owner.get_by_role("status")).to_contain_text("Je document staat erbij.")


def test_news_is_read_and_a_document_is_for_whom_its_owner_said(
    server: str,
    reference: None,
    oostgaarde: Wijk,
    fatima: User,
    noor: User,
    open_page: Callable[..., Page],
    sign_in: Callable,
    tmp_path: Path,
) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")
    claim_case(case=initiative.case, actor=noor)
    owner, visitor, contact = (open_page(width=360, javascript=False) for _ in range(3))
    sign_in(owner, fatima)
    sign_in(contact, noor)
    owner.goto(initiative.get_absolute_url())
    press(owner, "Vertel nieuws")
    type_in(owner, "Vertel het", TEXT)
    press(owner, "Zet dit nieuws erbij")
    expect(owner.get_by_role("alert")).to_be_focused()
    type_in(owner, "Wat is het nieuws, in een paar woorden?", "De grond is klaar")
    owner.get_by_label("Kies een of meer foto's").set_input_files([photo(tmp_path), photo(tmp_path / "ander")])
    choose(owner, "Nee, niemand is te herkennen")
    press(owner, "Zet dit nieuws erbij")
    expect(owner.get_by_role("status")).to_contain_text("Je nieuws staat erbij.")
    type_in(owner, "Wat is er op foto 1 te zien?", "Omgespitte aarde")
    press(owner, "Bewaar de beschrijvingen")

    owner.goto(f"{initiative.get_absolute_url()}documenten/")
    add_document(owner, document(tmp_path, "tekening.pdf"), "Tekening van de tuin", "Voor iedereen")
    add_document(owner, document(tmp_path, "begroting.pdf"), "Wat het kost", "Alleen voor mij")

    visitor.goto(initiative.get_absolute_url())
    page = visitor.locator("main")
    expect(page.locator("strong", has_text="groeven")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="twee honden").last).to_be_visible()
    expect(page).to_contain_text("<b>Geen</b> opmaak")
    expect(page.get_by_role("link", name="Omgespitte aarde")).to_be_visible()
    expect(page.get_by_role("list", name="Foto's bij “De grond is klaar”").locator("img")).to_have_count(2)
    expect(page).not_to_contain_text("Wat het kost")
    link = page.get_by_role("link", name="Tekening van de tuin")
    link.focus()
    with visitor.expect_download() as saved:
        visitor.keyboard.press("Enter")
    assert saved.value.suggested_filename == "tekening.pdf"
    answer = visitor.request.get(link.get_attribute("href"))
    assert answer.headers["content-disposition"].startswith("attachment")

    private = Document.objects.get(is_public=False).get_absolute_url()
    assert visitor.request.get(private).status == 404
    contact.goto(initiative.case.desk_url)
    contact.locator("main").get_by_role("link", name="Wat het kost").focus()
    with contact.expect_download() as saved:
        contact.keyboard.press("Enter")
    assert saved.value.path().read_bytes() == pdf()
