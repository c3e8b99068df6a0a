"""Fields for pictures in a form."""

from io import BytesIO
from typing import Any

import pytest
from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gemeente.lib.forms import PhotoField, PortraitField
from gemeente.lib.images import CleanPhoto

WRONG_NAME = "De naam van dit bestand klopt niet: het is een JPEG-foto. Laat de naam eindigen op .jpg."


class PictureForm(forms.Form):
    """One of each, and none of them has to be there."""

    photo = PhotoField(required=False)
    portrait = PortraitField(required=False)


def upload(name: str = "plein.jpg", size: tuple[int, int] = (400, 300)) -> SimpleUploadedFile:
    buffer = BytesIO()
    Image.new("RGB", size, "green").save(buffer, "JPEG")
    return SimpleUploadedFile(name, buffer.getvalue())


def size_of(picture: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(picture)) as image:
        return image.size


def test_form_hands_on_clean_pictures() -> None:
    form = PictureForm({}, {"photo": upload(), "portrait": upload("ik.jpg")})

    assert form.is_valid()
    assert isinstance(form.cleaned_data["photo"], CleanPhoto)
    assert (form.cleaned_data["photo"].width, form.cleaned_data["photo"].height) == (400, 300)
    assert size_of(form.cleaned_data["photo"].card) == (640, 360)
    assert size_of(form.cleaned_data["portrait"]) == (192, 192)


@pytest.mark.parametrize("initial", [{}, {"photo": ContentFile(b"earlier", "eerder.webp")}], ids=["none", "earlier"])
def test_form_hands_on_nothing_when_nothing_new_was_chosen(initial: dict[str, Any]) -> None:
    form = PictureForm({}, {}, initial=initial)

    assert form.is_valid()
    assert form.cleaned_data == {"photo": None, "portrait": None}


@pytest.mark.parametrize("field", [PhotoField, PortraitField])
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (None, "Kies een foto."),
        ("plein.jpg", "Kies een foto."),
        (SimpleUploadedFile("plein.jpg", b""), "Dit bestand is leeg. Kies een andere foto."),
        (SimpleUploadedFile("p" * 30 + ".jpg", b"x"), "De naam van dit bestand is te lang. Geef het een kortere naam."),
        (SimpleUploadedFile("plein.jpg", b"<html>"), "Dit is geen JPEG-, PNG- of WebP-foto. Kies een andere."),
        (
            upload("plein.png"),
            "De naam van dit bestand klopt niet: het is een JPEG-foto. Laat de naam eindigen op .jpg.",
        ),
        (upload(size=(40, 300)), "De foto is te klein. Kies er een van minstens 100 bij 100 pixels."),
    ],
    ids=["nothing", "only a name", "empty", "long name", "no picture", "other name", "small"],
)
def test_field_says_in_dutch_why_it_refuses(field: type[PhotoField], data: Any, sentence: str) -> None:
    with pytest.raises(forms.ValidationError) as caught:
        field(max_length=30).clean(data)

    assert caught.value.messages == [sentence]


def test_earlier_picture_is_enough_where_one_is_needed() -> None:
    assert PhotoField().clean(None, ContentFile(b"earlier", "eerder.webp")) is None


def test_browser_offers_the_right_kinds() -> None:
    form = PictureForm()

    assert form.is_multipart()
    assert 'type="file"' in str(form["photo"])
    assert 'accept="image/jpeg,image/png,image/webp"' in str(form["photo"])
