"""Names of files that people send: what may be shown, and what may be saved under."""

import re
import unicodedata
from pathlib import PurePosixPath

SHOWN = 40  # characters of a name in a sentence
SAVED = 80  # of a name under which it is saved, without its ending
# Categories of Unicode that no name needs: controls, marks that turn the reading direction, lone halves, private signs.
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
UNSAFE = re.compile(r'[\\/:*?"<>|;%`$&#{}~^]+')


def shown_name(name: str | None) -> str:
    """A name as a sentence may show it: short, and of letters one can see."""
    seen = plain(name or "") or "?"
    return seen if len(seen) <= SHOWN else f"{seen[: SHOWN - 1]}…"


def saved_name(name: str | None, ending: str, instead: str) -> str:
    """A name to save a file under, on any computer: no folders, no signs with a meaning, one ending.

    `instead` is for a name of which nothing is left.
    """
    last = plain(name or "").replace("\\", "/").rsplit("/", 1)[-1]
    stem = PurePosixPath(last).name
    while stem.lower().endswith(ending):
        stem = stem[: -len(ending)]
    stem = UNSAFE.sub(" ", stem.replace(".", " "))
    stem = " ".join(stem.split())[:SAVED].strip(" -_")
    return f"{stem or instead}{ending}"


def plain(text: str) -> str:
    """A text without what cannot be seen, on one line."""
    kept = (letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter) not in UNSEEN)
    return " ".join("".join(kept).split())
