"""Needs and shares as words and figures: pure, so that pages, actions and tests count alike."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from initiatives.enums import NeedKind

if TYPE_CHECKING:
    from initiatives.models import Need

LINE_LENGTH = 160
COUNTED = (NeedKind.HANDS, NeedKind.HOURS, NeedKind.MONEY)  # whose unit says enough by itself
ONE = {"handen": "paar handen", "stuks": "stuk", "plekken": "plek", "mensen": "mens", "tafels": "tafel"}


def left_in_words(need: "Need") -> str:
    """What is still missing of a need, as it stands in a sentence: "2 handen", "een aanhanger"."""
    if need.kind in COUNTED:
        return f"{need.left} {ONE.get(need.unit, need.unit) if need.left == 1 else need.unit}"
    title = need.title[:1].lower() + need.title[1:]
    return title if need.amount == 1 else f"{title} ({need.left})"


def line_of(needs: Iterable["Need"]) -> str:
    """What is still missing, in one line for a card: as much of it as fits, in the owner's order."""
    line = ""
    for words in [left_in_words(need) for need in needs if need.is_open]:
        longer = f"{line}, {words}" if line else words
        if len(longer) > LINE_LENGTH:
            break
        line = longer
    return line
