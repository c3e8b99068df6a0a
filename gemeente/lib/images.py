"""Pictures people upload: checked, turned upright and painted anew, so that nothing stays of what a camera wrote along.

Pillow is imported inside the functions: few requests need it, and every worker would pay 10 MB for it.
"""

import re
import struct
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.core.files import File
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000
MIN_SIDE = 100  # pixels, as are the sizes below
LARGE = 1600
PHONE = 800  # wide
CARD = (640, 360)
PORTRAIT = (192, 192)
LOGO = (640, 160)
QUALITY = 80

ENDINGS = {"JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"), "PNG": (".png",), "WebP": (".webp",)}
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"})

# A scan of 80 bytes can take the decoder 25 ms, and 10 MB of them the better part of an hour; photos have a dozen.
# Other segments count too: Pillow copies all EXIF it has for each next piece. Photos have at most 200.
MAX_SCANS = 50
MAX_SEGMENTS = 1000
MARKER = re.compile(rb"\xff([\x02-\xcf\xd8-\xfe])")  # but for stuffing, restarts and padding, which have no length
START_OF_SCAN, END_OF_IMAGE = b"\xda", b"\xd9"

ORIENTATION = 0x0112  # EXIF 2.32, 4.6.4; its values and the turns they ask for
TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}

# What Pillow raises on a file that is not sound, beside ValueError: read in its sources (13.0) and met by fuzzing.
BROKEN = (
    OSError,  # not identified, truncated, not decoded
    EOFError,  # WebP without a first frame
    SyntaxError,  # PNG chunks in disorder; EXIF that is no TIFF
    struct.error,  # EXIF that ends early
    IndexError,  # a PNG profile that ends early
    TypeError,  # a PNG text that passes for transparency
    AssertionError,  # a PNG without its palette
)

_one_at_a_time = threading.Lock()


class ImageRefused(Exception):
    """A file that cannot become a picture. Its text is plain Dutch for the person who chose it."""


@dataclass(frozen=True)
class CleanPhoto:
    """A photo to keep: WebP, and `jpeg` for old browsers; `width` and `height` are those of `large`, in pixels.

    `phone` is empty where `large` is no wider.
    """

    large: bytes
    card: bytes
    width: int
    height: int
    phone: bytes = b""
    jpeg: bytes = b""


@dataclass(frozen=True)
class CleanLogo:
    """A logo to keep, as WebP, with its size in pixels."""

    data: bytes
    width: int
    height: int


def clean_photo(file: "File[bytes]") -> CleanPhoto:
    """A photo of at most 1600 pixels on its longest side, its card of exactly 640 x 360, and smaller ones.

    Those are at most 800 pixels wide, as WebP and as JPEG. Nothing is enlarged.

    Refuses (ImageRefused) what is no sound JPEG, PNG or WebP of at most 10 MB, 40 megapixels and at least 100 x 100
    pixels, or has a name that says otherwise. Of an animation the first frame counts; transparent becomes white.
    """
    picture = _painted_anew(file, long_side=LARGE, short_side=max(CARD))
    card = _webp(_covering(CARD, picture))
    picture.thumbnail((LARGE, LARGE))
    large, (width, height) = _webp(picture), picture.size
    picture.thumbnail((PHONE, LARGE))
    phone = _webp(picture) if width > PHONE else b""
    return CleanPhoto(large, card, width, height, phone, _jpeg(picture))


def clean_portrait(file: "File[bytes]") -> bytes:
    """A portrait: WebP of exactly 192 x 192 pixels. Refuses what `clean_photo` refuses."""
    return _webp(_covering(PORTRAIT, _painted_anew(file, long_side=0, short_side=max(PORTRAIT))))


def clean_logo(file: "File[bytes]") -> CleanLogo:
    """A logo that fits in 640 x 160 pixels, whole, on white, never enlarged. Refuses what `clean_photo` refuses."""
    picture = _painted_anew(file, long_side=0, short_side=max(LOGO))
    picture.thumbnail(LOGO)
    return CleanLogo(_webp(picture), *picture.size)


def _painted_anew(file: "File[bytes]", *, long_side: int, short_side: int) -> "Picture":
    """The upright picture of a file in RGB, without metadata, shrunk to no less than these sides."""
    from PIL import Image

    data = _read(file)
    kind = _kind_of(data)
    _check_name(file.name or "", kind)
    if kind == "JPEG":
        _check_segments(data)
    with _bounds(), Image.open(BytesIO(data), formats=[kind.upper()]) as image:
        if min(image.size) < MIN_SIDE:
            raise ImageRefused(_("De foto is te klein. Kies er een van minstens 100 bij 100 pixels."))
        scale = min(1, max(long_side / max(image.size), short_side / min(image.size)))
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image.draft(None, size)  # a JPEG decodes to a half, a quarter or an eighth: faster, and less memory
        image.load()
        return _on_white(_turned(_smooth(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=2), image))


@contextmanager
def _bounds() -> Iterator[None]:
    """Pillow with our bounds, without warnings, and with its errors as refusals.

    One picture at a time: bounds and warnings are the whole process's, and a WebP of 40 megapixels takes 700 MB.
    """
    from PIL import Image, WebPImagePlugin  # noqa: F401  (registers WebP, so that Pillow does not import all formats)

    with _one_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        usual, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, MAX_PIXELS // 2  # Pillow refuses more than twice this
        try:
            yield
        except Image.DecompressionBombError as error:
            raise ImageRefused(_("De foto heeft te veel pixels. Kies er een van hooguit 40 megapixel.")) from error
        except ValueError as error:  # among them texts and profiles that unpack to more than a megabyte
            raise _odd() from error
        except BROKEN as error:
            raise ImageRefused(_("De foto is beschadigd of niet compleet. Kies een andere.")) from error
        finally:
            Image.MAX_IMAGE_PIXELS = usual


def _odd() -> ImageRefused:
    return ImageRefused(_("Dit bestand zit vreemd in elkaar. Bewaar de foto opnieuw of kies een andere."))


def _read(file: "File[bytes]") -> bytes:
    """What is in a file. Refuses more than 10 MB, and nothing."""
    file.seek(0)
    data = file.read(MAX_BYTES + 1)
    if not data:
        raise ImageRefused(_("Dit bestand is leeg. Kies een andere foto."))
    if len(data) > MAX_BYTES:
        raise ImageRefused(_("De foto is te groot. Kies er een van hooguit 10 MB."))
    return data


def _kind_of(data: bytes) -> str:
    """JPEG, PNG or WebP, by the first bytes. Refuses anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        raise ImageRefused(_("Dit is een HEIC-foto. Deel hem op je telefoon als JPEG en kies hem opnieuw."))
    raise ImageRefused(_("Dit is geen JPEG-, PNG- of WebP-foto. Kies een andere."))


def _check_name(name: str, kind: str) -> None:
    """Refuse a name with an ending that is not one of this kind; a name without an ending is fine."""
    ending = PurePath(name).suffix.lower()
    if ending and ending not in ENDINGS[kind]:
        sentence = _(
            "De naam van dit bestand klopt niet: het is een %(kind)s-foto. Laat de naam eindigen op %(ending)s."
        )
        raise ImageRefused(sentence % {"kind": kind, "ending": ENDINGS[kind][0]})


def _check_segments(data: bytes) -> None:
    """Refuse a JPEG in so many pieces that it can only be meant to keep us busy."""
    markers = list(islice(_markers(data), MAX_SEGMENTS + 1))
    if len(markers) > MAX_SEGMENTS or markers.count(START_OF_SCAN) > MAX_SCANS:
        raise _odd()


def _markers(data: bytes) -> Iterator[bytes]:
    """The markers of a JPEG in order, up to its end; what comes behind (a film, a second picture) is nobody's scan."""
    found = MARKER.search(data, 2)
    while found and found[1] != END_OF_IMAGE:
        yield found[1]
        length = int.from_bytes(data[found.end() : found.end() + 2])
        found = MARKER.search(data, found.end() + length)


def _smooth(image: "Picture") -> "Picture":
    """A picture in RGB or RGBA, which alone shrink smoothly."""
    if image.mode == "I;16":  # by itself Pillow makes all but the darkest 16-bit grey white
        if "transparency" in image.info:
            image.info["transparency"] >>= 8
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    return image if image.mode == mode else image.convert(mode)


def _turned(picture: "Picture", original: "Picture") -> "Picture":
    """A picture as the original's EXIF says it was held; EXIF that cannot be read says nothing."""
    from PIL.Image import Transpose

    try:
        turn = TURNS.get(original.getexif().get(ORIENTATION, 1))
    except (*BROKEN, ValueError):
        return picture
    return picture.transpose(Transpose[turn]) if turn else picture


def _on_white(picture: "Picture") -> "Picture":
    """A fresh picture in RGB with the pixels of another and nothing else of it."""
    from PIL import Image

    canvas = Image.new("RGB", picture.size, "white")
    canvas.paste(picture, None, picture if picture.mode == "RGBA" else None)
    return canvas


def _covering(size: tuple[int, int], picture: "Picture") -> "Picture":
    """The middle of a picture, as much as fills this size."""
    from PIL import Image, ImageOps

    return ImageOps.fit(picture, size, Image.Resampling.LANCZOS)


def _webp(picture: "Picture") -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "WEBP", quality=QUALITY)
    return buffer.getvalue()


def _jpeg(picture: "Picture") -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()
