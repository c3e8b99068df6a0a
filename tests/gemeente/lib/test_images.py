"""Uploads become clean pictures, whatever is in them, or a sentence."""

import struct
import subprocess
import sys
import warnings
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.base import ContentFile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from gemeente.lib.images import MAX_BYTES, ImageRefused, clean_logo, clean_photo, clean_portrait
from tests.gemeente.lib.pictures import (
    BLACK,
    BLUE,
    BROKEN,
    CANARY,
    CARRIERS,
    EMPTY,
    GREEN,
    HEIC,
    ODD,
    PLAIN,
    RED,
    TOO_LARGE,
    TOO_MANY_PIXELS,
    TOO_SMALL,
    WHITE,
    WRONG_KIND,
    YELLOW,
    chunk,
    clean,
    colour_at,
    corners,
    encoded,
    exif,
    huge_jpeg,
    huge_png,
    huge_webp,
    opened,
    plain,
    png,
    quarters,
    refusal,
    repeated_scan,
    segment,
    with_segments,
)


@pytest.mark.parametrize("data", CARRIERS.values(), ids=CARRIERS)
def test_nothing_stays_but_pixels(data: bytes) -> None:
    photo = clean(data)
    made = [photo.large, photo.card, clean_portrait(ContentFile(data))]

    assert CANARY.encode() in data or b"zTXt" in data
    for picture in made:
        size = struct.unpack("<I", picture[16:20])[0]
        assert (picture[:4], picture[8:16]) == (b"RIFF", b"WEBPVP8 ")
        assert len(picture) == 20 + size + size % 2  # one chunk, the pixels, so no room for anything else
        assert CANARY.encode() not in picture
        assert colour_at(picture, 0.5, 0.5) == RED


@pytest.mark.parametrize(
    ("size", "large"),
    [
        ((4000, 3000), (1600, 1200)),
        ((3000, 4000), (1200, 1600)),
        ((3999, 3001), (1600, 1201)),
        ((1601, 1600), (1600, 1599)),
        ((1600, 1600), (1600, 1600)),
        ((800, 600), (800, 600)),
        ((100, 100), (100, 100)),
        ((6000, 100), (1600, 27)),
        ((100, 6000), (27, 1600)),
    ],
    ids=str,
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_sizes(kind: str, size: tuple[int, int], large: tuple[int, int]) -> None:
    data = encoded(plain(size), kind)

    photo = clean(data)

    assert (photo.width, photo.height) == opened(photo.large).size == large
    assert opened(photo.card).size == (640, 360)
    assert opened(clean_portrait(ContentFile(data))).size == (192, 192)


def test_card_and_portrait_show_the_middle() -> None:
    image = plain((1600, 400))
    image.paste(GREEN, (400, 0, 1200, 400))
    image.paste(BLUE, (0, 0, 400, 400))
    data = encoded(image, "PNG")

    photo = clean(data)

    assert corners(photo.large) == (BLUE, RED, BLUE, RED)
    assert corners(photo.card) == (GREEN,) * 4
    assert corners(clean_portrait(ContentFile(data))) == (GREEN,) * 4


@pytest.mark.parametrize(
    ("size", "made"),
    [((1280, 320), (640, 160)), ((320, 100), (320, 100)), ((2000, 2000), (160, 160)), ((6000, 100), (640, 11))],
    ids=str,
)
def test_logo_is_shown_whole_on_white_and_never_enlarged(size: tuple[int, int], made: tuple[int, int]) -> None:
    clear = Image.new("RGBA", size, (0, 0, 0, 0))

    logo = clean_logo(ContentFile(encoded(clear, "PNG")))

    assert (logo.width, logo.height) == opened(logo.data).size == made
    assert corners(logo.data) == (WHITE,) * 4


@pytest.mark.parametrize("data", CARRIERS.values(), ids=CARRIERS)
def test_nothing_stays_of_a_logo_but_pixels(data: bytes) -> None:
    assert CANARY.encode() not in clean_logo(ContentFile(data)).data


@pytest.mark.parametrize(
    ("orientation", "back"),
    [
        (1, None),
        (2, "FLIP_LEFT_RIGHT"),
        (3, "ROTATE_180"),
        (4, "FLIP_TOP_BOTTOM"),
        (5, "TRANSPOSE"),
        (6, "ROTATE_90"),
        (7, "TRANSVERSE"),
        (8, "ROTATE_270"),
        (9, None),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "MPO"])
def test_picture_is_turned_upright(kind: str, orientation: int, back: str | None) -> None:
    upright = quarters()
    held = upright.transpose(Image.Transpose[back]) if back else upright

    photo = clean(encoded(held, kind, exif=exif(orientation)))

    assert (photo.width, photo.height) == upright.size
    assert corners(photo.large) == corners(photo.card) == (RED, GREEN, BLUE, YELLOW)


GREY_ROW = struct.pack(">H", 0x8000) * 200
SEE_THROUGH = plain(mode="RGBA")
SEE_THROUGH.putalpha(0)


@pytest.mark.parametrize(
    ("data", "colour"),
    [
        (encoded(plain(mode="CMYK"), "JPEG"), RED),
        (encoded(plain(colour=BLACK, mode="L"), "JPEG"), BLACK),
        (encoded(plain(mode="P"), "PNG"), RED),
        (encoded(plain(colour=WHITE, mode="1"), "PNG"), WHITE),
        (encoded(plain(mode="P"), "PNG", transparency=bytes(256)), WHITE),
        (encoded(plain(mode="P"), "PNG", transparency=plain(mode="P").getpixel((0, 0))), WHITE),
        (encoded(plain(), "PNG", transparency=(255, 0, 0)), WHITE),
        (encoded(plain(mode="RGBA"), "PNG"), RED),
        (encoded(SEE_THROUGH, "PNG"), WHITE),
        (encoded(SEE_THROUGH, "WEBP", lossless=True, exact=True), WHITE),
        (encoded(SEE_THROUGH.convert("LA"), "PNG"), WHITE),
        (png((200, 200), 16, 0, bytes(400)), BLACK),
        (png((200, 200), 16, 0, b"\xff" * 400), WHITE),
        (png((200, 200), 16, 0, GREY_ROW), "(128, 128, 128)"),
        (png((200, 200), 16, 0, GREY_ROW, chunk(b"tRNS", b"\x80\0")), WHITE),
        (png((200, 200), 16, 2, b"\xff\xff\0\0\0\0" * 200), RED),
        (png((200, 200), 16, 6, b"\xff\xff\0\0\0\0\0\0" * 200), WHITE),
        (encoded(plain(), "PNG", save_all=True, append_images=[plain(colour=BLUE)]), RED),
        (encoded(plain(), "WEBP", save_all=True, append_images=[plain(colour=BLUE)], lossless=True), RED),
        (encoded(plain(), "MPO", save_all=True, append_images=[plain(colour=BLUE)]), RED),
    ],
    ids=[
        "cmyk", "grey jpeg", "palette", "1 bit", "palette see-through", "palette with key", "colour with key",
        "opaque alpha", "alpha", "webp alpha", "grey alpha", "16-bit black", "16-bit white", "16-bit grey",
        "16-bit grey with key", "16-bit colour", "16-bit alpha", "moving png", "moving webp", "mpo",
    ],
)  # fmt: skip
def test_colours_are_those_one_sees(data: bytes, colour: str) -> None:
    photo = clean(data)

    assert {colour_at(photo.large, 0.5, 0.5), colour_at(photo.card, 0.5, 0.5)} == {colour}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("plein.jpg", "jpeg"),
        ("plein.jpeg", "jpeg"),
        ("PLEIN.JPG", "jpeg"),
        ("plein.jpe", "jpeg"),
        ("plein.jfif", "jpeg"),
        ("plein.v2.jpg", "jpeg"),
        ("plein.png", "png"),
        ("plein.webp", "webp"),
        ("plein", "jpeg"),
        ("plein", "png"),
        ("plein.", "webp"),
        (".jpg", "png"),
    ],
)
def test_name_that_does_not_lie_is_accepted(name: str, kind: str) -> None:
    assert clean(PLAIN[kind], name).width == 300


@pytest.mark.parametrize(
    ("name", "kind", "title", "ending"),
    [
        ("plein.jpg", "png", "PNG", ".png"),
        ("plein.png", "jpeg", "JPEG", ".jpg"),
        ("plein.jpg", "webp", "WebP", ".webp"),
        ("plein.webp", "png", "PNG", ".png"),
        ("plein.gif", "png", "PNG", ".png"),
        ("plein.heic", "jpeg", "JPEG", ".jpg"),
        ("plein.svg", "jpeg", "JPEG", ".jpg"),
        ("plein.jpg.html", "jpeg", "JPEG", ".jpg"),
        ("plein.txt", "webp", "WebP", ".webp"),
    ],
)
def test_name_that_lies_is_refused(name: str, kind: str, title: str, ending: str) -> None:
    sentence = f"De naam van dit bestand klopt niet: het is een {title}-foto. Laat de naam eindigen op {ending}."

    assert refusal(PLAIN[kind], name) == sentence


def test_file_without_a_name_and_read_before_is_fine() -> None:
    file = ContentFile(PLAIN["jpeg"])
    file.read()

    assert clean_photo(file).width == 300


HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>'
ZEROS = zlib.compress(bytes(64 * 1024 * 1024), level=1)


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "leeg.jpg", EMPTY),
        (PLAIN["jpeg"].ljust(MAX_BYTES + 1, b"\0"), "groot.jpg", TOO_LARGE),
        (SVG, "plein.svg", WRONG_KIND),
        (HTML, "plein.jpg", WRONG_KIND),
        (encoded(plain(), "GIF"), "plein.gif", WRONG_KIND),
        (encoded(plain(), "GIF", save_all=True, append_images=[plain(colour=BLUE)]), "plein.gif", WRONG_KIND),
        (encoded(plain(), "BMP"), "plein.bmp", WRONG_KIND),
        (encoded(plain(), "TIFF"), "plein.tif", WRONG_KIND),
        (b"%PDF-1.7\n%\xe2\xe3", "plein.pdf", WRONG_KIND),
        (b"PK\x03\x04" + bytes(100), "plein.zip", WRONG_KIND),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1", "plein.avif", WRONG_KIND),
        (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "plein.mp4", WRONG_KIND),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "plein.heic", HEIC),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "plein.jpg", HEIC),
        (encoded(plain((99, 300)), "JPEG"), "smal.jpg", TOO_SMALL),
        (encoded(plain((300, 99)), "PNG"), "laag.png", TOO_SMALL),
        (huge_png(30_000, 30_000), "bom.png", TOO_MANY_PIXELS),
        (huge_png(7000, 7000), "bom.png", TOO_MANY_PIXELS),
        (huge_png(8000, 5001), "bom.png", TOO_MANY_PIXELS),
        (huge_jpeg(65_000, 65_000), "bom.jpg", TOO_MANY_PIXELS),
        (huge_jpeg(5001, 8000), "bom.jpg", TOO_MANY_PIXELS),
        (huge_webp(16_000, 16_000), "bom.webp", TOO_MANY_PIXELS),
        (huge_webp(8000, 5001), "bom.webp", TOO_MANY_PIXELS),
        (png((300, 300), 8, 0, bytes(300), chunk(b"zTXt", b"a\0\0" + ZEROS)), "tekst.png", ODD),
        (png((300, 300), 8, 0, bytes(300), chunk(b"iTXt", b"a\0\1\0\0\0" + ZEROS)), "tekst.png", ODD),
        (png((300, 300), 8, 0, bytes(300), chunk(b"iCCP", b"a\0\0" + ZEROS)), "profiel.png", ODD),
        (png((300, 300), 8, 0, bytes(300))[:-12] + chunk(b"zTXt", b"a\0\0" + ZEROS), "tekst.png", ODD),
        (repeated_scan(60), "scans.jpg", ODD),
        (with_segments(PLAIN["jpeg"], *[segment(0xE1, b"Exif\0\0x")] * 1001), "stukken.jpg", ODD),
        (PLAIN["jpeg"][:-200], "half.jpg", BROKEN),
        (PLAIN["jpeg"][:30], "half.jpg", BROKEN),
        (PLAIN["png"][:-60], "half.png", BROKEN),
        (PLAIN["png"][:12], "half.png", BROKEN),
        (encoded(quarters(), "WEBP")[:-20], "half.webp", BROKEN),
        (b"\xff\xd8\xff" + HTML, "kapot.jpg", BROKEN),
        (png((300, 300), 8, 3, bytes(300)), "zonder-palet.png", BROKEN),
        (png((300, 300), 8, 2, bytes(900), chunk(b"tEXt", b"transparency\0x")), "vreemd.png", BROKEN),
        (png((0, 300), 8, 0, b""), "nul.png", BROKEN),
    ],
    ids=lambda value: value if isinstance(value, str) and value[-4:-3] == "." else "",
)
def test_refusal_says_what_is_wrong(data: bytes, name: str, sentence: str) -> None:
    assert refusal(data, name) == sentence


def test_ten_megabytes_and_forty_megapixels_are_accepted() -> None:
    assert clean(PLAIN["jpeg"].ljust(MAX_BYTES, b"\0")).width == 300
    assert clean(huge_png(8000, 5000)).width == 1600


@pytest.mark.parametrize("data", [huge_png(7000, 7000), huge_jpeg(7000, 7000), huge_webp(7000, 7000)])
def test_no_room_is_made_before_the_pixels_are_counted(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def make_room(*_args: object) -> None:
        pytest.fail("made room for pixels")

    monkeypatch.setattr(ImageFile.ImageFile, "load", make_room)
    monkeypatch.setattr("PIL._webp.WebPAnimDecoder", make_room)

    assert refusal(data) == TOO_MANY_PIXELS


def test_film_behind_a_photo_is_nobodys_scan() -> None:
    assert clean(PLAIN["jpeg"] + b"\xff\xda\0\2" * 2000).width == 300


@pytest.mark.parametrize(
    "data",
    [
        with_segments(PLAIN["jpeg"], segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x09")),
        with_segments(PLAIN["jpeg"], segment(0xE1, b"Exif\0\0no exif")),
        with_segments(PLAIN["jpeg"], segment(0xE2, b"MPF\0II*\0\x08\0\0\0\0\0")),
        png((300, 300), 8, 0, bytes(300), chunk(b"acTL", bytes(8))),
        png((300, 300), 8, 0, bytes(300), chunk(b"eXIf", b"II*\0")),
        png((300, 300), 8, 0, bytes(300), chunk(b"tEXt", b"Raw profile type exif\0\nexif\n4\nzz")),
        encoded(plain(mode="P"), "PNG", transparency=bytes(3)),
        huge_png(6000, 4000),
    ],
    ids=["short exif", "no exif", "mpo", "apng", "png exif", "raw exif", "palette", "many pixels"],
)
def test_odd_but_sound_picture_is_taken_without_a_warning(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    photo = clean(data)

    assert min(photo.width, photo.height) >= 200
    assert capfd.readouterr() == ("", "")


def test_other_use_of_pillow_keeps_its_bounds_and_warnings() -> None:
    before = Image.MAX_IMAGE_PIXELS, list(warnings.filters)

    with ThreadPoolExecutor(4) as pool:
        widths = list(pool.map(lambda data: clean(data).width, [PLAIN["jpeg"], PLAIN["png"], PLAIN["webp"]] * 8))
    refusal(huge_png(7000, 7000))

    assert widths == [300] * 24
    assert (Image.MAX_IMAGE_PIXELS, warnings.filters) == before


def made_or_refused(make: Callable[[ContentFile], object], data: bytes) -> object:
    """A picture or a sentence; anything else that is raised fails the test."""
    try:
        return make(ContentFile(data))
    except ImageRefused as refused:
        return str(refused)


STARTS = st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBPVP8X", *PLAIN.values()])


@settings(max_examples=300)
@given(start=STARTS, rest=st.binary(max_size=2000))
def test_random_bytes_only_refuse(start: bytes, rest: bytes) -> None:
    assert made_or_refused(clean_portrait, start + rest)


SAMPLES = st.sampled_from([*CARRIERS.values(), *PLAIN.values()])
CHANGES = st.lists(st.tuples(st.integers(min_value=0, max_value=1500), st.binary(min_size=1, max_size=4)), max_size=4)


@settings(max_examples=600)
@given(data=SAMPLES, changes=CHANGES, end=st.integers(min_value=0, max_value=5000))
def test_damaged_pictures_only_refuse(data: bytes, changes: list[tuple[int, bytes]], end: int) -> None:
    damaged = bytearray(data)
    for place, change in changes:
        damaged[place : place + len(change)] = change

    assert made_or_refused(clean_photo, bytes(damaged if end > 2500 else damaged[:end]))


def test_pillow_is_loaded_only_when_a_picture_comes() -> None:
    code = "import sys, gemeente.lib.forms; sys.exit('PIL' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
