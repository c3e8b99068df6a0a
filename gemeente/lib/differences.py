"""What changed between two texts, word by word. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

WORDS = re.compile(r"\s+|\S+")

Kind = Literal["same", "gone", "new"]


@dataclass(frozen=True)
class Piece:
    """A run of words that stayed, went or came."""

    kind: Kind
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """The two texts as one, in order. Without the gone pieces it reads as `after`, without the new ones as `before`."""
    pieces = []
    for old, new, is_same in _runs(WORDS.findall(before), WORDS.findall(after)):
        if is_same:
            pieces.append(Piece("same", old))
            continue
        pieces += [Piece("gone", old)] if old else []
        pieces += [Piece("new", new)] if new else []
    return pieces


def _runs(before: list[str], after: list[str]) -> Iterator[tuple[str, str, bool]]:
    """What stayed and what changed, by turns; changed words with only a space between them are one change."""
    gone = new = ""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for place, (name, old_start, old_end, new_start, new_end) in enumerate(codes):
        old_words, new_words = "".join(before[old_start:old_end]), "".join(after[new_start:new_end])
        is_between = 0 < place < len(codes) - 1
        if name == "equal" and (old_words.strip() or not is_between):
            if gone or new:
                yield gone, new, False
            gone = new = ""
            yield old_words, new_words, True
        else:
            gone, new = gone + old_words, new + new_words
    if gone or new:
        yield gone, new, False
