"""Pictures of before and after in the demo, painted by code: a photo would be of a place and people that exist."""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile

from gemeente.lib.images import CleanPhoto, clean_photo

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 1120, 630
Painter = Callable[["ImageDraw", bool], None]


def picture_of(title: str, *, is_after: bool) -> CleanPhoto:
    """A picture of an initiative, as it comes out of an upload. Raises KeyError for one that was not painted."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (WIDTH, HEIGHT), "#bfdcec")
    PAINTERS[title](ImageDraw.Draw(picture), is_after)
    file = BytesIO()
    picture.save(file, "PNG")
    return clean_photo(ContentFile(file.getvalue(), name="demo.png"))


def paint_dike(pen: "ImageDraw", is_after: bool) -> None:
    """Water, a dike, and perhaps a bench."""
    pen.ellipse((880, 60, 990, 170), fill="#f8d568")
    pen.rectangle((0, 300, WIDTH, 420), fill="#5f9ec0")
    for x, y in ((90, 330), (420, 360), (760, 345), (980, 385)):
        pen.line((x, y, x + 120, y), fill="#8fc3dc", width=6)
    pen.polygon([(0, 430), (WIDTH, 390), (WIDTH, HEIGHT), (0, HEIGHT)], fill="#6b9b4a")
    for x in range(20, WIDTH, 54):
        pen.line((x, 560 + x % 40, x + 8, 530 + x % 40), fill="#4f7f36", width=5)
    if is_after:
        for x in (410, 690):
            pen.rectangle((x, 330, x + 20, 540), fill="#3d3a38")
        for y in (330, 372, 446):
            pen.rectangle((380, y, 740, y + 26), fill="#a86b35")


def paint_wall(pen: "ImageDraw", is_after: bool) -> None:
    """A wall of bricks, grey or full of colour."""
    pen.rectangle((80, 60, 1040, 540), fill="#fbf1dc" if is_after else "#a9a7a2")
    pen.rectangle((0, 540, WIDTH, HEIGHT), fill="#8b8680")
    if not is_after:
        for y in range(90, 540, 45):
            pen.line((80, y, 1040, y), fill="#96948f", width=3)
        for x, y in ((200, 180), (560, 330), (820, 220)):
            pen.ellipse((x, y, x + 150, y + 60), fill="#8e8b84")
        return
    pen.pieslice((90, 70, 390, 370), 0, 360, fill="#f4b63f")
    pen.rectangle((80, 430, 1040, 540), fill="#3f8fb5")
    pen.ellipse((470, 250, 760, 400), fill="#d9573f")
    pen.polygon([(745, 325), (860, 250), (860, 400)], fill="#d9573f")
    pen.ellipse((530, 290, 565, 325), fill="#ffffff")
    for number, colour in enumerate(("#2c7a4b", "#7a4fa3", "#e08a2c", "#c43b6e")):
        pen.ellipse((600 + number * 105, 90, 690 + number * 105, 180), fill=colour)


PAINTERS: dict[str, Painter] = {
    "Bankje met uitzicht op de IJssel": paint_dike,
    "Muurschildering in de Schildersbuurt": paint_wall,
}
