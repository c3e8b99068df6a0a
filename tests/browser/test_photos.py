"""Several photos: sent at once, ordered and described by keyboard alone, without JavaScript too."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Photo
from tests.browser.walking import both_ways, choose, press, type_in
from tests.factories.initiatives import published

pytestmark = pytest.mark.browser


def photos(folder: Path) -> list[Path]:
    """Two photos, and a file that only says to be one."""
    paths = []
    for name, colour in (("rood.jpg", "#b6432d"), ("groen.jpg", "#2c7a4b")):
        file = BytesIO()
        Image.new("RGB", (900, 600), colour).save(file, "JPEG")
        paths.append(folder / name)
        paths[-1].write_bytes(file.getvalue())
    paths.append(folder / "brief.jpg")
    paths[-1].write_bytes(b"Beste buren")
    return paths


@both_ways
def test_owner_orders_and_describes_her_photos(
    javascript: bool,
    server: str,
    reference: None,
    fatima: User,
    oostgaarde: Wijk,
    open_page: Callable[..., Page],
    sign_in: Callable[[Page, User], None],
    tmp_path: Path,
) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    page = open_page(javascript=javascript)
    sign_in(page, fatima)
    page.goto(f"{initiative.get_absolute_url()}fotos/")
    page.get_by_label("Kies een of meer foto's").set_input_files(photos(tmp_path))
    choose(page, "Nee, niemand is te herkennen")
    press(page, "Zet deze foto's erbij")

    expect(page.get_by_text("Je 2 foto's staan erbij.")).to_be_visible()
    expect(page.get_by_text("“brief.jpg”: Dit is geen JPEG-, PNG- of WebP-foto.")).to_be_visible()
    red, green = Photo.objects.all()
    type_in(page, "Wat is er op foto 2 te zien?", "Een groen veld")
    press(page, re.compile("Eerder.*foto 2"))
    expect(page.get_by_label("Wat is er op foto 1 te zien?")).to_have_value("Een groen veld")
    press(page, re.compile("Zet bovenaan.*foto 1"))
    expect(page.get_by_text("Deze foto staat nu bovenaan.")).to_be_visible()
    type_in(page, "Wat is er op foto 2 te zien?", "Een rode muur")
    page.keyboard.press("Enter")

    expect(page.get_by_text("De beschrijvingen zijn bewaard.")).to_be_visible()
    told = {photo.pk: (photo.position, photo.description) for photo in Photo.objects.all()}
    assert told == {green.pk: (1, "Een groen veld"), red.pk: (2, "Een rode muur")}
    press(page, "Bekijk je pagina")
    expect(page.get_by_role("img", name="Een groen veld")).to_be_visible()
    expect(page.get_by_role("link", name="Een rode muur")).to_be_visible()


@pytest.mark.parametrize("turn", [1, 6], ids=["upright", "held sideways"])
@pytest.mark.verify
def test_large_photo_is_made_smaller_before_it_travels(
    turn: int,
    server: str,
    reference: None,
    fatima: User,
    oostgaarde: Wijk,
    open_page: Callable[..., Page],
    sign_in: Callable[[Page, User], None],
    tmp_path: Path,
) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    large = tmp_path / "telefoon.jpeg"
    exif = Image.Exif()
    exif[0x0112] = turn
    Image.effect_noise((3200, 2400), 40).convert("RGB").save(large, "JPEG", quality=90, exif=exif)
    page = open_page(width=360)
    sign_in(page, fatima)
    page.goto(f"{initiative.get_absolute_url()}bewerken/foto/")
    page.get_by_label("Kies een foto").set_input_files(large)
    expect(page.get_by_label("Kies een foto")).to_have_value(re.compile(r"telefoon\.jpg$"))
    choose(page, "Nee, niemand is te herkennen")

    travelling = page.evaluate("document.querySelector('input[type=file]').files[0].size")
    press(page, "Bewaar deze foto")
    expect(page.get_by_text("Je foto staat erbij.")).to_be_visible()

    photo = Photo.objects.get()
    assert travelling < large.stat().st_size / 2
    assert (photo.width, photo.height) == ((1600, 1200) if turn == 1 else (1200, 1600))
