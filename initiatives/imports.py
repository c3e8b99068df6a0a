"""Reading a CSV file of initiatives that run on Maak Capelle, to bring them over.

Everything is read and judged before anything is written; all reasons to refuse are told at once, by row and column.
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from gemeente.accounts.forms import PHONE
from gemeente.places.forms import WHOLE_TOWN
from gemeente.places.models import Theme, Wijk
from initiatives.enums import UNDER_WAY, Stage

# Name, most characters, must be filled in, and what it holds: this is also what `--help` says.
COLUMNS: tuple[tuple[str, int, bool, str], ...] = (
    ("reference", 60, True, "its number or name on Maak Capelle; the same one is never brought over twice"),
    ("title", 80, True, "what it is called"),
    ("summary", 400, True, "the idea in two sentences"),
    ("own_share", 1000, False, "what its people do themselves"),
    ("needs", 1000, False, "what they still need"),
    ("wijk", 100, False, "name or slug of the wijk; empty or heel-capelle for the whole town"),
    ("theme", 100, False, "code or name of the theme"),
    ("place", 120, False, "the place in words, without the number of a house"),
    ("stage", 20, False, "idee, in voorbereiding or in uitvoering; empty for idee"),
    ("owner_name", 120, True, "who it belongs to"),
    ("owner_email", 254, False, "she gets a mail that asks whether it is hers"),
    ("owner_phone", 20, False, "without an e-mail address she is called or visited: one of the two is needed"),
    ("url", 200, False, "where it stands on Maak Capelle"),
)
NAMES = tuple(name for name, *_rest in COLUMNS)
STAGES = {stage.label.lower(): stage for stage in UNDER_WAY} | {stage.value: stage for stage in UNDER_WAY}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MOST_BYTES = 20 * 1024 * 1024


class FileRefused(Exception):
    """A file that is not taken in. `problems` holds every reason, with its row and column."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        super().__init__("; ".join(self.problems))


@dataclass(frozen=True)
class ImportRow:
    """One initiative of the file, every value judged."""

    reference: str
    title: str
    summary: str
    own_share: str
    needs: str
    wijk: Wijk | None
    theme: Theme | None
    place: str
    stage: Stage
    owner_name: str
    owner_email: str
    owner_phone: str
    url: str


@dataclass(frozen=True)
class Lists:
    """What a name in the file may refer to, by lower-case name."""

    wijken: dict[str, Wijk]
    themes: dict[str, Theme]


def read_file(path: Path) -> list[ImportRow]:
    """The initiatives of a file. Raises FileRefused with every reason."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileRefused([f"the file cannot be read: {error.strerror}"]) from None
    if len(content) > MOST_BYTES:
        raise FileRefused(["the file is larger than 20 MB"])
    try:
        return read_text(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise FileRefused(["the file is not UTF-8: save it as CSV UTF-8"]) from None


def read_text(text: str) -> list[ImportRow]:
    """The initiatives of a CSV text with commas or semicolons. Raises FileRefused."""
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        lines = [[cell.strip() for cell in line] for line in reader]
    except csv.Error as error:
        raise FileRefused([f"line {reader.line_num} is not CSV: {error}"]) from None
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if any(line)]
    if not numbered:
        raise FileRefused(["the file is empty"])
    header = [name.lower() for name in numbered[0][1]]
    if problems := problems_of_header(header):
        raise FileRefused(problems)
    return read_rows(header, numbered[1:])


def problems_of_header(header: list[str]) -> list[str]:
    """What is wrong with the first row."""
    missing = [f"row 1: column {name} is missing" for name in NAMES if name not in header]
    unknown = [f"row 1: column {name or '(without a name)'} is unknown" for name in header if name not in NAMES]
    twice = [f"row 1: column {name} stands twice" for name in sorted(set(header)) if header.count(name) > 1]
    return missing + unknown + twice


def read_rows(header: list[str], lines: list[tuple[int, list[str]]]) -> list[ImportRow]:
    """The rows under the header. Raises FileRefused with every reason."""
    wijken, themes = Wijk.objects.defer("boundary"), Theme.objects.filter(ends_on=None)
    lists = Lists(
        {key.lower(): wijk for wijk in wijken for key in (wijk.slug, wijk.name)},
        {key.lower(): theme for theme in themes for key in (theme.code, theme.name)},
    )
    rows, problems, seen = [], [], dict[str, int]()
    for number, line in lines:
        if len(line) != len(header):
            problems.append(f"row {number}: {len(line)} cells where the header has {len(header)}")
            continue
        cells = dict(zip(header, line, strict=True))
        found = [f"row {number}, column {column}: {reason}" for column, reason in faults_of(cells, lists)]
        if (first := seen.setdefault(cells["reference"], number)) != number and cells["reference"]:
            found.append(f"row {number}, column reference: stands in row {first} too")
        problems += found
        if not found:
            rows.append(row_of(cells, lists))
    if problems:
        raise FileRefused(problems)
    if not rows:
        raise FileRefused(["the file has no initiatives under its header"])
    return rows


def faults_of(cells: dict[str, str], lists: Lists) -> list[tuple[str, str]]:
    """What is wrong with a row: pairs of column and reason."""
    faults = []
    for name, most, is_needed, _text in COLUMNS:
        if is_needed and not cells[name]:
            faults.append((name, "is empty"))
        if len(cells[name]) > most:
            faults.append((name, f"is {len(cells[name])} characters, at most {most} fit"))
        if CONTROL.search(cells[name]):
            faults.append((name, "holds a control character"))
    if cells["wijk"] and cells["wijk"].lower() not in lists.wijken and not is_whole_town(cells["wijk"]):
        faults.append(("wijk", f"{cells['wijk']} is not a wijk we know"))
    if cells["theme"] and cells["theme"].lower() not in lists.themes:
        faults.append(("theme", f"{cells['theme']} is not a theme we know"))
    if cells["stage"] and cells["stage"].lower() not in STAGES:
        faults.append(("stage", f"{cells['stage']} is not one of: idee, in voorbereiding, in uitvoering"))
    return faults + faults_of_owner(cells)


def faults_of_owner(cells: dict[str, str]) -> list[tuple[str, str]]:
    """What is wrong with how the owner is reached, and with the link."""
    faults = []
    checks = (("owner_email", validate_email), ("owner_phone", PHONE), ("url", URLValidator(["http", "https"])))
    reasons = {
        "owner_email": "is not an e-mail address",
        "owner_phone": "is not a telephone number",
        "url": "is no web address",
    }
    for name, check in checks:
        try:
            if cells[name]:
                check(cells[name])
        except ValidationError:
            faults.append((name, reasons[name]))
    if not cells["owner_email"] and not cells["owner_phone"]:
        faults.append(("owner_email", "is empty and so is owner_phone: nobody could ask the owner"))
    if "@" in cells["owner_name"]:
        faults.append(("owner_name", "is an e-mail address"))
    return faults


def is_whole_town(text: str) -> bool:
    """Whether a wijk in the file means all of Capelle."""
    return text.lower().replace(" ", "-") == WHOLE_TOWN


def row_of(cells: dict[str, str], lists: Lists) -> ImportRow:
    """A row without faults as values of ours. A title and a name are one line."""
    told = cells | {name: " ".join(cells[name].split()) for name in ("title", "owner_name", "place")}
    return ImportRow(
        **{name: told[name] for name in NAMES if name not in ("wijk", "theme", "stage", "owner_email")},
        wijk=lists.wijken.get(told["wijk"].lower()),
        theme=lists.themes.get(told["theme"].lower()),
        stage=STAGES.get(told["stage"].lower(), Stage.PUBLISHED),
        owner_email=told["owner_email"].lower(),
    )
