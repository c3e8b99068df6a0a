"""Open work: what somebody would leave behind whose role ends. Each app tells its share and where it is handed over."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def plain_sentence(who: str, number: int) -> str:
    """What a manager reads where the app of the work has no better words."""
    return f"{who} heeft nog werk dat loopt ({number}). Draag dat eerst over."


@dataclass(frozen=True)
class OpenWork:
    """One app's share. `count(user, role, wijk)`: how much of her open work somebody may have with this role.

    Work that another role of hers allows too needs no successor when this role ends. `path` is the page where the
    work is handed over; `sentence(who, number)` says so in Dutch.
    """

    name: str
    count: Callable[[Any, str, Any], int]
    path: str
    sentence: Callable[[str, int], str] = plain_sentence


@dataclass(frozen=True)
class Left:
    """What would be left behind: how much, in words, and where it is handed over."""

    number: int
    sentence: str
    path: str


_parts: dict[str, OpenWork] = {}


def register_open_work(part: OpenWork) -> None:
    """Add an app's share, in `apps.py`. Raises ValueError when the name is taken."""
    if part.name in _parts:
        raise ValueError(f"open work {part.name} is registered twice")
    _parts[part.name] = part


def open_work_parts() -> tuple[OpenWork, ...]:
    """All shares, lowest storey first."""
    return tuple(_parts.values())


def left_behind(user: Any, role: str, wijk: Any, others: list[tuple[str, Any]]) -> list[Left]:
    """What somebody leaves behind who stops with a role and keeps the others, given as (role, wijk)."""
    found = []
    for part in open_work_parts():
        number = part.count(user, role, wijk)
        if number and others:
            number -= max(part.count(user, *other) for other in others)
        if number > 0:
            found.append(Left(number, part.sentence(user.first_name or str(user), number), part.path))
    return found
