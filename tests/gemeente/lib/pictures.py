"""Pictures for tests of lib.images: sound, odd, hostile, and with what a camera writes along."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import IFDRational

from gemeente.lib.images import CleanPhoto, ImageRefused, clean_photo, clean_portrait

CANARY = "Kanariestraat12"
RED, GREEN, BLUE, YELLOW, WHITE, BLACK = "red", "lime", "blue", "yellow", "white", "black"

EMPTY = "Dit bestand is leeg. Kies een andere foto."
TOO_LARGE = "De foto is te groot. Kies er een van hooguit 10 MB."
WRONG_KIND = "Dit is geen JPEG-, PNG- of WebP-foto. Kies een andere."
HEIC = "Dit is een HEIC-foto. Deel hem op je telefoon als JPEG en kies hem opnieuw."
TOO_SMALL = "De foto is te klein. Kies er een van minstens 100 bij 100 pixels."
TOO_MANY_PIXELS = "De foto heeft te veel pixels. Kies er een van hooguit 40 megapixel."
ODD = "Dit bestand zit vreemd in elkaar. Bewaar de foto opnieuw of kies een andere."
BROKEN = "De foto is beschadigd of niet compleet. Kies een andere."


def clean(data: bytes, name: str = "foto") -> CleanPhoto:
    return clean_photo(SimpleUploadedFile(name, data))


def refusal(data: bytes, name: str = "foto") -> str:
    """The sentence with which a photo and a portrait are refused alike."""
    with pytest.raises(ImageRefused) as as_photo:
        clean_photo(SimpleUploadedFile(name, data))
    with pytest.raises(ImageRefused) as as_portrait:
        clean_portrait(SimpleUploadedFile(name, data))
    assert str(as_photo.value) == str(as_portrait.value)
    return str(as_photo.value)


def opened(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture))


def colour_at(picture: bytes, x: float, y: float) -> str:
    """The nearest named colour at a place, given in parts of the width and the height."""
    image = opened(picture).convert("RGB")
    found = image.getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    return {
        (255, 0, 0): RED, (0, 255, 0): GREEN, (0, 0, 255): BLUE, (255, 255, 0): YELLOW, (255, 255, 255): WHITE,
        (0, 0, 0): BLACK,
    }.get(tuple(255 * (part > 200) if part > 200 or part < 55 else part for part in found), str(found))  # fmt: skip


def corners(picture: bytes) -> tuple[str, str, str, str]:
    """Colours top left, top right, bottom left and bottom right."""
    return tuple(colour_at(picture, x, y) for x, y in [(0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9)])


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def plain(size: tuple[int, int] = (300, 200), colour: str = RED, mode: str = "RGB") -> Image.Image:
    return Image.new("RGB", size, colour).convert(mode)


def quarters(size: tuple[int, int] = (400, 200)) -> Image.Image:
    """Red and lime above blue and yellow."""
    image = Image.new("RGB", (2, 2))
    image.putdata([(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0)])
    return image.resize(size, Image.Resampling.NEAREST)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(size: tuple[int, int], depth: int, colour: int, row: bytes, *chunks: bytes, interlace: int = 0) -> bytes:
    """A PNG of equal rows, with chunks before its pixels."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, interlace))
    pixels = chunk(b"IDAT", zlib.compress((b"\0" + row) * size[1], level=1))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + pixels + chunk(b"IEND", b"")


def huge_png(width: int, height: int) -> bytes:
    """A black 1-bit PNG that unpacks to as many pixels as it says."""
    return png((width, height), 1, 0, bytes((width + 7) // 8))


def huge_jpeg(width: int, height: int) -> bytes:
    """A small JPEG that says to be larger."""
    data = encoded(plain(), "JPEG")
    start = data.index(b"\xff\xc0") + 5
    return data[:start] + struct.pack(">HH", height, width) + data[start + 4 :]


def huge_webp(width: int, height: int) -> bytes:
    """The header of an extended WebP, for which a decoder at once makes room."""
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    data = encoded(plain(), "WEBP")[12:]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + canvas + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def exif(orientation: int = 1) -> Image.Exif:
    """What a telephone writes along: a description, and where it was."""
    written = Image.Exif()
    written[0x0112] = orientation
    written[0x010E] = CANARY
    place = written.get_ifd(0x8825)
    place[1], place[2], place[0x1C] = "N", tuple(IFDRational(n) for n in (51, 55, 46)), CANARY.encode()
    return written


def iptc() -> bytes:
    """A Photoshop segment with a caption."""
    record = b"\x1c\x02\x78" + struct.pack(">H", len(CANARY)) + CANARY.encode()
    return segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record)


def profile() -> bytes:
    """A sound colour profile with a text behind it."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + CANARY.encode()


def xmp() -> bytes:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{CANARY}</dc:creator></x:xmpmeta>'.encode()


def text_chunks() -> PngInfo:
    info = PngInfo()
    info.add_text("Comment", CANARY)
    info.add_text("Author", CANARY, zip=True)
    info.add_itxt("XML:com.adobe.xmp", xmp().decode())
    info.add_itxt("Title", CANARY, lang="nl", tkey=CANARY, zip=True)
    return info


def repeated_scan(times: int) -> bytes:
    """A progressive JPEG with its last scan again and again."""
    data = encoded(plain(), "JPEG", progressive=True)
    return data[:-2] + data[data.rindex(b"\xff\xda") : -2] * times + data[-2:]


PLAIN = {
    "jpeg": encoded(plain(), "JPEG"),
    "png": encoded(plain(), "PNG"),
    "webp": encoded(plain(), "WEBP", lossless=True),
}

CARRIERS = {
    "jpeg": with_segments(
        encoded(plain(), "JPEG", exif=exif(), comment=CANARY.encode(), xmp=xmp(), icc_profile=profile()), iptc()
    ),
    "progressive jpeg": encoded(plain(), "JPEG", exif=exif(), comment=CANARY.encode(), progressive=True),
    "cmyk jpeg": encoded(plain(mode="CMYK"), "JPEG", exif=exif(), comment=CANARY.encode()),
    "mpo": encoded(plain(), "MPO", save_all=True, append_images=[plain(colour=BLUE)], exif=exif(), comment=CANARY),
    "png": encoded(plain(), "PNG", exif=exif(), pnginfo=text_chunks(), icc_profile=profile()),
    "png with text behind": PLAIN["png"][:-12] + chunk(b"tEXt", b"Comment\0" + CANARY.encode()) + PLAIN["png"][-12:],
    "palette png": encoded(plain(mode="P"), "PNG", exif=exif(), pnginfo=text_chunks()),
    "webp": encoded(plain(), "WEBP", exif=exif(), xmp=xmp(), icc_profile=profile()),
    "jpeg with a page behind": PLAIN["jpeg"] + f"<script>{CANARY}</script>".encode(),
}
