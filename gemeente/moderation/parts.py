"""What can be reported and hidden of a subject: the whole page, or one part of it.

A part has a code: "" for the whole page, "photo:<key>", "document:<key>", or a word and an id ("news:<id>"). Each app
tells which parts its subjects have (`register_parts` in its `apps.py`); nobody else knows what a photo or news is.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from gemeente.activity.models import Subject

WHOLE = ""
PART_PATTERN = r"^$|^photo:[0-9a-f-]{36}$|^document:[0-9a-f-]{36}$|^[a-z]{2,12}:[0-9]{1,18}$"


@dataclass(frozen=True)
class Part:
    """One part of a subject: its code, what it is in a few words, and who wrote it where that was not the owner."""

    code: str
    label: str | Promise
    writer_id: int | None = None


Parts = Callable[[Subject], list[Part]]
_parts: dict[str, Parts] = {}


def register_parts(kind: str, parts: Parts) -> None:
    """Tell which parts the subjects of a kind have. Raises ValueError when the kind has told so already."""
    if kind in _parts:
        raise ValueError(f"the parts of {kind} are registered twice")
    _parts[kind] = parts


def parts_of(subject: Subject) -> list[Part]:
    """The parts of a subject beside its page as a whole; none for a noun that has no parts."""
    return _parts[subject.kind](subject) if subject.kind in _parts else []


def label_of(subject: Subject, code: str) -> str:
    """A part in words; also of a part that its owner has taken away since."""
    if code == WHOLE:
        return _("De hele pagina")
    return next((str(part.label) for part in parts_of(subject) if part.code == code), _("Dit is intussen weggehaald"))


def writer_of(subject: Subject, code: str) -> int | None:
    """Who wrote a part that is not the owners' own; None for what is theirs, and for what is gone."""
    return next((part.writer_id for part in parts_of(subject) if part.code == code), None)


def ids_of(codes: "frozenset[str] | set[str]", kind: str) -> list[str]:
    """What stands behind the colon in the codes of one kind: keys of photos, ids of news."""
    prefix = f"{kind}:"
    return [code.removeprefix(prefix) for code in sorted(codes) if code.startswith(prefix)]
