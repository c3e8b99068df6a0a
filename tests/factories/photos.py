"""Photos: as a telephone sends them, and as the portal keeps them."""

import functools
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from gemeente.lib.images import CleanPhoto, clean_photo

CANARY = "Kanariestraat12"  # what a camera writes along, and nobody may find again


def jpeg(size: tuple[int, int] = (400, 300), colour: str = "green", **options: Any) -> bytes:
    """A picture of one colour."""
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, "JPEG", **options)
    return buffer.getvalue()


def jpeg_from_a_telephone() -> bytes:
    """The same with what telephones write along: a description, a comment, and where it was made."""
    written = Image.Exif()
    written[0x010E] = CANARY
    place = written.get_ifd(0x8825)
    place[1], place[2], place[0x1C] = "N", tuple(IFDRational(n) for n in (51, 55, 46)), CANARY.encode()
    return jpeg(exif=written, comment=CANARY.encode())


def jpeg_that_says_to_be(width: int, height: int) -> bytes:
    """A small file that asks for as much room as this."""
    data = jpeg()
    start = data.index(b"\xff\xc0") + 5
    return data[:start] + height.to_bytes(2, "big") + width.to_bytes(2, "big") + data[start + 4 :]


def upload(data: bytes | None = None, name: str = "plein.jpg") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, jpeg() if data is None else data)


@functools.cache
def a_photo(colour: str = "green") -> CleanPhoto:
    """A photo that was checked and painted anew."""
    return clean_photo(upload(jpeg(colour=colour)))
