"""What changed between two texts, word by word. Pure."""

import re
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
    old, new = WORDS.findall(before), WORDS.findall(after)
    pieces = []
    for name, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            pieces.append(Piece("same", "".join(old[old_start:old_end])))
            continue
        if old_end > old_start:
            pieces.append(Piece("gone", "".join(old[old_start:old_end])))
        if new_end > new_start:
            pieces.append(Piece("new", "".join(new[new_start:new_end])))
    return pieces
