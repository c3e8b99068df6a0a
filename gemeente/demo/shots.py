"""Scenes that stand for photos of residents, drawn by code: a photo would be of a place or a person that exists."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile

from gemeente.lib.images import CleanPhoto, clean_photo

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SIZE = (1000, 700)  # pixels
GROUND = 430
SKY, GRASS, STONE, WOOD = "#cfe6f2", "#7fb069", "#d9d4c7", "#a97142"
COATS = ("#b6432d", "#0b4a6f", "#e0a526", "#5b8e7d")
SKINS = ("#e9b98f", "#8a5a3b", "#f0c7a4", "#c68642")


@cache
def shot_of(scene: str) -> CleanPhoto:
    """A scene as it comes out of an upload; drawn once."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", SIZE, SKY)
    SCENES[scene](ImageDraw.Draw(picture))
    file = BytesIO()
    picture.resize((800, 560)).save(file, "PNG", compress_level=1)  # no wider than a phone needs: the first start waits
    return clean_photo(ContentFile(file.getvalue(), name=f"{scene}.png"))


def field(pen: "ImageDraw") -> None:
    """Grass before a row of flats."""
    for place in range(5):
        left = place * 210 - 30
        pen.rectangle((left, 150 + place % 2 * 40, left + 190, GROUND), fill=("#c9866b", "#d8c3a5")[place % 2])
        for floor in range(4):
            for window in range(3):
                x, y = left + 20 + window * 56, 205 + floor * 56
                pen.rectangle((x, y, x + 36, y + 32), fill="#f5f1e3")
    pen.rectangle((0, GROUND, *SIZE), fill=GRASS)
    pen.polygon([(420, 700), (500, GROUND), (540, GROUND), (620, 700)], fill=STONE)


def planters(pen: "ImageDraw") -> None:
    """The same with wooden boxes full of plants."""
    field(pen)
    for place in range(4):
        left, top = 40 + place % 2 * 640, 480 + place // 2 * 110
        for plant in range(8):
            x = left + 20 + plant * 34
            pen.ellipse((x - 22, top - 46, x + 22, top + 14), fill=("#3f7d3a", "#5c9e4a", "#86b84f")[plant % 3])
        pen.rectangle((left, top, left + 280, top + 62), fill=WOOD, outline="#7d5230", width=4)


def neighbours(pen: "ImageDraw") -> None:
    """The same with people and their spades."""
    planters(pen)
    for place in range(4):
        x, y = 230 + place * 175, 330 + place % 2 * 30
        pen.rounded_rectangle((x - 48, y, x + 48, y + 170), 40, fill=COATS[place])
        pen.rectangle((x - 34, y + 160, x - 8, y + 250), fill="#33415c")
        pen.rectangle((x + 8, y + 160, x + 34, y + 250), fill="#33415c")
        pen.ellipse((x - 40, y - 84, x + 40, y + 6), fill=SKINS[place])
        pen.chord((x - 44, y - 92, x + 44, y - 10), 180, 360, fill="#3a2417")
        pen.arc((x - 18, y - 44, x + 18, y - 18), 20, 160, fill="#7a2f22", width=5)
        pen.line((x + 62, y + 20, x + 62, y + 250), fill="#6b4a2b", width=10)


def sunflowers(pen: "ImageDraw") -> None:
    """Tall flowers before a fence."""
    pen.rectangle((0, 520, *SIZE), fill=GRASS)
    for post in range(21):
        pen.rectangle((post * 50, 330, post * 50 + 34, 560), fill="#e4dccb", outline="#c4b99f", width=3)
    for place in range(6):
        x, y = 90 + place * 165, 170 + place % 3 * 45
        pen.line((x, y, x, 640), fill="#3f7d3a", width=14)
        pen.ellipse((x - 82, y - 82, x + 82, y + 82), fill="#f2b705")
        pen.ellipse((x - 40, y - 40, x + 40, y + 40), fill="#5a3a1b")


SCENES: "dict[str, Callable[[ImageDraw], None]]" = {
    "field": field,
    "planters": planters,
    "neighbours": neighbours,
    "sunflowers": sunflowers,
}
