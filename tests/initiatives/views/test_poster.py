"""/initiatieven/<slug>/poster/, and what an app shows of an address that is shared"""

import re
from collections.abc import Callable

import pytest
import zxingcpp
from bs4 import BeautifulSoup
from django.core.files.storage import Storage
from django.test import Client
from PIL import Image, ImageDraw

from gemeente.lib.qr import qr_code
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.photos import set_photo
from initiatives.enums import PlaceKind
from initiatives.models import Initiative
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.photos import a_photo
from tests.pages import soup

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\d+z")


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, reference: None) -> Initiative:
    return published(
        owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven", slug="moestuin", needs="Tien paar handen"
    )


def read_code(svg: object) -> str:
    """What a camera reads: the drawing of the page painted in black, and read by another library than made it."""
    side, unit = int(svg["viewbox"].split()[2]), 8
    picture = Image.new("L", (side * unit, side * unit), 255)
    pen = ImageDraw.Draw(picture)
    for x, y, width in ((int(n) for n in run) for run in RUN.findall(svg.select("path")[1]["d"])):
        pen.rectangle((x * unit, y * unit, (x + width) * unit - 1, (y + 1) * unit - 1), fill=0)
    return zxingcpp.read_barcode(picture).text


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_code_leads_to_the_page_in_the_language_of_the_poster(
    prefix: str, client: Client, initiative: Initiative
) -> None:
    page = soup(client.get(f"{prefix}/initiatieven/{initiative.slug}/poster/"))

    address = f"{prefix}/initiatieven/moestuin/"
    assert read_code(page.select_one(".portal-poster__code")) == f"http://localhost{address}"
    assert page.select_one(".portal-poster__address").get_text() == f"localhost{address}"


@pytest.mark.parametrize("text", ["https://x.nl/", "https://buitenkans.capelle.example/initiatieven/" + "a" * 95 + "/"])
def test_code_of_any_length_can_be_read(text: str) -> None:
    code = qr_code(text)
    drawing = f'<svg viewBox="0 0 {code.side} {code.side}"><path/><path d="{code.path}"/></svg>'

    assert read_code(BeautifulSoup(drawing, "html.parser").svg) == text


def test_poster_says_what_and_where_and_not_at_whose_home(
    client: Client, client_for: Callable[..., Client], initiative: Initiative
) -> None:
    Initiative.objects.update(
        place_kind=PlaceKind.HOME, place_text="Reigerlaan", longitude=4.504321, latitude=51.904321
    )

    for reader in (client, client_for(initiative.owner)):
        page = soup(reader.get(f"/initiatieven/{initiative.slug}/poster/"))
        text = page.select_one(".portal-poster").get_text(" ", strip=True)
        for words in ("Moestuin achter de Hoven", initiative.summary, "Tien paar handen", "Reigerlaan", "Oostgaarde"):
            assert words in text
        assert "4.504321" not in text
    assert page.select("[style], form[method=post]") == []


def test_no_poster_of_what_others_cannot_see(
    client: Client, client_for: Callable[..., Client], initiative: Initiative, fatima: User
) -> None:
    concept = InitiativeFactory(owner=fatima)
    initiative.subject.is_public = False
    initiative.subject.save(update_fields=["is_public"])

    for one in (concept, initiative):
        for reader in (client, client_for(fatima)):
            assert reader.get(f"/initiatieven/{one.slug}/poster/").status_code == 404


def test_shared_address_shows_the_photo(client: Client, initiative: Initiative, store: Storage) -> None:
    bare = {tag["property"] for tag in soup(client.get(initiative.get_absolute_url())).select("meta[property]")}
    made = set_photo(initiative=initiative, actor=initiative.owner, photo=a_photo(), description="Een tuin")

    page = soup(client.get(initiative.get_absolute_url()))

    meta = {tag["property"]: tag["content"] for tag in page.select("meta[property]")}
    assert "og:image" not in bare
    assert meta["og:image"] == f"http://localhost{made.photo.card_url}"
    assert meta["og:image:alt"] == "Een tuin"
    assert meta["og:url"] == f"http://localhost{initiative.get_absolute_url()}"


def test_concept_is_not_shared(client_for: Callable[..., Client], fatima: User) -> None:
    page = soup(client_for(fatima).get(InitiativeFactory(owner=fatima).get_absolute_url()))

    assert page.select("meta[property], #adres") == []
