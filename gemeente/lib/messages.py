"""Translations without gettext's programs: find the Dutch texts in code and templates, compare with a catalogue."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

CODE = ("gemeente", "wijken", "initiatives")
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}|{#.*?#}", re.DOTALL)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def texts_of(root: Path) -> Catalog:
    """Every text in code and templates that asks to be translated."""
    catalog = Catalog(locale="en", project="Buitenkans", charset="utf-8", fuzzy=False)
    for source in sources_of(root):
        for _line, message, _comments, context in extract("python", source, KEYWORDS):
            catalog.add(message, context=context, flags=["python-format"] if has_placeholder(message) else [])
    return catalog


def sources_of(root: Path) -> Iterator[BytesIO]:
    """Python as it is; templates as the Python-like text that Django makes of their tags, on one line."""
    for folder in CODE:
        for path in sorted((root / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield BytesIO(path.read_bytes())
    for path in sorted((root / "templates").rglob("*")):
        if path.suffix in {".html", ".txt"}:
            yield BytesIO(python_of(path.read_text(encoding="utf-8")).encode())


def python_of(template: str) -> str:
    """What the extractor reads of a template: its texts as calls on one line; a comment would hide what follows."""
    return " ".join(templatize(COMMENT.sub("", template)).splitlines())


def has_placeholder(message: str | tuple[str, ...]) -> bool:
    """Whether a text has a named hole, as in %(name)s."""
    return any("%(" in part for part in ([message] if isinstance(message, str) else message))


def read_catalogue(path: Path) -> Catalog:
    """A catalogue from its file."""
    with path.open("rb") as file:
        return read_po(file, locale="en", charset="utf-8")


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    """A catalogue to its file, in a fixed order and without line numbers, so that its history reads well."""
    with path.open("wb") as file:
        write_po(
            file, catalogue, width=120, no_location=True, sort_output=True, ignore_obsolete=True, omit_header=False
        )


def faults_of(catalogue: Catalog, texts: Catalog) -> list[str]:
    """What is wrong with a catalogue: missing, superfluous, untranslated or doubtful texts, broken placeholders."""
    wanted, present = {(m.id, m.context) for m in texts if m.id}, {(m.id, m.context) for m in catalogue if m.id}
    faults = [f"not in the catalogue: {text}" for text, _context in sorted(wanted - present, key=str)]
    faults += [f"no longer used: {text}" for text, _context in sorted(present - wanted, key=str)]
    for message in catalogue:
        strings = message.string if isinstance(message.string, tuple | list) else [message.string]
        if message.id and not all(strings):
            faults.append(f"not translated: {message.id}")
        elif message.id and message.fuzzy:
            faults.append(f"doubtful: {message.id}")
    faults += [f"{error}: {message.id}" for message, errors in catalogue.check() for error in errors]
    return faults
