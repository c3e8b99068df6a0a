"""PDFs that people upload: kept as they are, so only where nothing in them acts by itself.

ISO 32000-1 (PDF 1.7) says how they are built. We read no more of it than is needed to find what may harm: the names of
actions, attachments and passwords, also written with escapes (7.3.5) and also in object streams (7.5.7). What cannot
be read that way is refused.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from django.core.files import File
from django.utils.translation import gettext as _

from gemeente.lib.file_names import saved_name

MAX_BYTES = 10 * 1024 * 1024
MAX_STREAMS = 20_000
MAX_UNPACKED = 64 * 1024 * 1024  # of all object streams together
TAIL = 1024  # a reader looks for the end in the last kilobyte (7.5.5)
ZIP_TAIL = 66_000  # a zip is found from its end, with a comment of at most 64 kB behind it

ENDING = ".pdf"
HEADER = re.compile(rb"%PDF-[12]\.[0-9]")
END = re.compile(rb"startxref\s+([0-9]{1,10})\s+%%EOF[\s\0]*\Z")
TABLE = re.compile(rb"\s*(xref\b|[0-9]+\s+[0-9]+\s+obj\b)")
STREAM = re.compile(rb"(?<!end)stream\r?\n")
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
NUMBERS = re.compile(rb"\s*[0-9]+\s+[0-9]+")  # how an object stream begins

VALUE = rb"\s*(?:<<|[0-9]+\s+[0-9]+\s+R\b)"
LOCKED = re.compile(rb"/Encrypt\b" + VALUE)
# What acts by itself, or carries something else. The short names only with what stands behind them: in 10 MB of pixels
# three letters turn up by chance.
ACTIVE = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|XFA)\b"
    rb"|/JS\s*(?:\(|<|[0-9]+\s+[0-9]+\s+R\b)"
    rb"|/AA" + VALUE
)
AT_OPENING = re.compile(rb"/OpenAction\s*(?:(\[)|(<<)|([0-9]+)\s+([0-9]+)\s+R\b|)")
GO_TO = re.compile(rb"/S\s*/GoTo\b")
NEAR = 300  # bytes in which a short action fits


class DocumentRefused(Exception):
    """A file that is not kept. Its text is plain Dutch for the person who chose it."""


@dataclass(frozen=True)
class CleanDocument:
    """A PDF to keep, and the name to save it under."""

    data: bytes
    name: str


def clean_pdf(file: "File[bytes]") -> CleanDocument:
    """A PDF in which nothing acts, under a name that is safe anywhere.

    Refuses (DocumentRefused) more than 10 MB, what is no whole PDF by content or has a name that says otherwise, and
    passwords, scripts, attachments and actions.
    """
    data = _read(file)
    _check_kind(data, file.name or "")
    _check_whole(data)
    for text in _texts(data):
        _check_harmless(ESCAPE.sub(_unescaped, text))
    return CleanDocument(data, saved_name(file.name, ENDING, "document"))


def _read(file: "File[bytes]") -> bytes:
    file.seek(0)
    data = file.read(MAX_BYTES + 1)
    if not data:
        raise DocumentRefused(_("Dit bestand is leeg. Kies een andere PDF."))
    if len(data) > MAX_BYTES:
        raise DocumentRefused(_("De PDF is te groot. Kies er een van hooguit 10 MB."))
    return data


def _check_kind(data: bytes, name: str) -> None:
    """Refuse what does not begin as a PDF, and a name that says something else."""
    if not HEADER.match(data):
        raise DocumentRefused(_("Dit is geen PDF. Bewaar je document als PDF en kies het opnieuw."))
    ending = PurePath(name).suffix.lower()
    if ending and ending != ENDING:
        raise DocumentRefused(_("De naam van dit bestand klopt niet: het is een PDF. Laat de naam eindigen op .pdf."))


def _check_whole(data: bytes) -> None:
    """Refuse a PDF without its end or its list of objects, and one that is another kind of file as well."""
    end = END.search(data, max(0, len(data) - TAIL))
    if end is None or not TABLE.match(data, int(end[1])) or b"/Root" not in data:
        raise DocumentRefused(_("Deze PDF is beschadigd of niet compleet. Bewaar hem opnieuw of kies een andere."))
    if b"PK\x05\x06" in data[-ZIP_TAIL:]:
        raise _odd()


def _odd() -> DocumentRefused:
    return DocumentRefused(_("Deze PDF zit vreemd in elkaar. Bewaar hem opnieuw als PDF of kies een andere."))


def _texts(data: bytes) -> Iterator[bytes]:
    """Wherever names may stand: the file itself, and the objects that are packed in it."""
    yield data
    room = MAX_UNPACKED
    for number, found in enumerate(STREAM.finditer(data)):
        if number >= MAX_STREAMS:
            raise _odd()
        about = data[max(0, found.start() - 2000) : found.start()]
        about = ESCAPE.sub(_unescaped, about[about.rfind(b" obj") + 1 :])
        is_objects = b"/ObjStm" in about
        if not is_objects and not NUMBERS.match(_unpacked(data[found.end() : found.end() + 4096], 64)):
            continue
        text = _unpacked(data[found.end() :], room)
        room -= len(text)
        if room <= 0 or (is_objects and not NUMBERS.match(text)):
            raise _odd()
        yield text


def _unpacked(data: bytes, most: int) -> bytes:
    """As much of a packed stream as can be read; nothing of what is not packed this way."""
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return b""


def _unescaped(found: "re.Match[bytes]") -> bytes:
    return bytes([int(found[1], 16)])


def _check_harmless(text: bytes) -> None:
    """Refuse passwords, and what acts or carries another file. To open at a certain page is fine."""
    if LOCKED.search(text):
        raise DocumentRefused(_("Op deze PDF zit een wachtwoord of een slot. Bewaar hem zonder en kies hem opnieuw."))
    if ACTIVE.search(text) or not all(_opens_at_a_page(text, found) for found in AT_OPENING.finditer(text)):
        raise DocumentRefused(
            _(
                "In deze PDF zit een programma of een ander bestand. Bewaar hem als gewone PDF, "
                "bijvoorbeeld met Afdrukken, en kies hem opnieuw."
            )
        )


def _opens_at_a_page(text: bytes, found: "re.Match[bytes]") -> bool:
    """Whether what happens at opening is no more than to go to a page."""
    place, action, number, generation = found.groups()
    if place:
        return True
    if action:
        return GO_TO.search(text, found.end(), found.end() + NEAR) is not None
    if number:
        there = re.search(rb"(?<![0-9])%s\s+%s\s+obj\s*" % (number, generation), text)
        if there is None:
            return False
        return text[there.end() : there.end() + 1] == b"[" or bool(GO_TO.search(text, there.end(), there.end() + NEAR))
    return False
