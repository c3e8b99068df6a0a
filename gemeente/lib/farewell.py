"""Registry of saying goodbye: what somebody may decide about what she leaves behind, before her account closes.

An app adds a part in `apps.py`: a form with its questions, and what her answers do. The page of accounts shows the
forms and calls the parts, highest storey first, in the transaction that closes the account.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Farewell:
    """One app's share. `form(user, data)` gives a form with a `title`, or None where there is nothing to ask.

    `act(user, form)` does what a valid form says; it may raise Refused, and then nothing happens at all.
    """

    name: str
    form: Callable[[Any, Mapping[str, Any] | None], Any]
    act: Callable[[Any, Any], None]


_parts: dict[str, Farewell] = {}


def register_farewell(part: Farewell) -> None:
    """Add an app's share. Raises ValueError when the name is taken."""
    if part.name in _parts:
        raise ValueError(f"farewell {part.name} is registered twice")
    _parts[part.name] = part


def farewell_forms(user: Any, data: Mapping[str, Any] | None) -> list[tuple[Farewell, Any]]:
    """The parts that have something to ask somebody, each with its form, highest storey first."""
    asked = ((part, part.form(user, data)) for part in reversed(_parts.values()))
    return [(part, form) for part, form in asked if form is not None]
