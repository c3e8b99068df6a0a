"""Portraits of the demo's staff, drawn by code: a photo would be of somebody who exists."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile

from gemeente.lib.images import clean_portrait

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SIZE = 768  # pixels; what is kept is a quarter of that


@dataclass(frozen=True)
class Face:
    """What somebody looks like."""

    skin: str
    hair: str
    coat: str
    ground: str
    is_long: bool


FACES = {
    "noor": Face("#e9b98f", "#3a2417", "#2c7a4b", "#cfe4f0", True),
    "sander": Face("#f0c7a4", "#8a5a2b", "#0b4a6f", "#f7e3b0", False),
    "yvonne": Face("#8a5a3b", "#1d1512", "#b6432d", "#e1f2e7", True),
}


def portrait_of(key: str) -> bytes | None:
    """The portrait of a member of staff, as it comes out of an upload; None for who wants none."""
    face = FACES.get(key)
    if face is None:
        return None
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (SIZE, SIZE), face.ground)
    paint(ImageDraw.Draw(picture), face)
    file = BytesIO()
    picture.save(file, "PNG")
    return clean_portrait(ContentFile(file.getvalue(), name=f"{key}.png"))


def paint(pen: "ImageDraw", face: Face) -> None:
    """Shoulders, hair, head, and a friendly look."""
    if face.is_long:
        pen.rounded_rectangle((210, 150, 558, 600), 170, fill=face.hair)
    pen.rounded_rectangle((120, 560, 648, 900), 180, fill=face.coat)
    pen.rounded_rectangle((324, 470, 444, 620), 55, fill=face.skin)
    pen.ellipse((244, 180, 524, 530), fill=face.skin)
    pen.chord((234, 150, 534, 440), 180, 360, fill=face.hair)
    for x in (322, 446):
        pen.ellipse((x - 14, 350, x + 14, 378), fill="#332211")
    pen.arc((324, 370, 444, 460), 25, 155, fill="#7a2f22", width=12)
