"""Handing over: what goes along when somebody hands over what she does for a wijk. Each app tells its share.

An app registers a part in `apps.py`. The page of the team tells what would go along; its action calls every part in
the transaction that hands over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class HandOver:
    """One app's share, with a name in Dutch that reads behind a number: "acties uit verslagen".

    `count(user, wijk)`: how much of it is hers in that wijk. `move(user, successor, wijk, actor)` gives it to her
    successor; it may raise Refused, and then nothing is handed over at all. `words(number)` says better in the
    language of the page what goes along, one or many ("1 actie uit een verslag").
    """

    name: str
    count: Callable[[Any, Any], int]
    move: Callable[[Any, Any, Any, Any], None]
    words: Callable[[int], str] | None = None


_parts: dict[str, HandOver] = {}


def register_hand_over(part: HandOver) -> None:
    """Add an app's share. Raises ValueError when the name is taken."""
    if part.name in _parts:
        raise ValueError(f"hand-over {part.name} is registered twice")
    _parts[part.name] = part


def hand_over_parts() -> tuple[HandOver, ...]:
    """All shares, lowest storey first."""
    return tuple(_parts.values())


def what_goes_along(user: Any, wijk: Any) -> list[str]:
    """What somebody would hand over in a wijk, in words; nothing of the parts that have nothing."""
    counted = [(part.count(user, wijk), part) for part in hand_over_parts()]
    return [part.words(number) if part.words else f"{number} {part.name}" for number, part in counted if number]
