"""Registry of personal data: each app tells what it keeps about a person, and how that ends when she leaves.

Export serves the right of access and portability (GDPR articles 15 and 20), erasure article 17; what a law keeps is
made anonymous instead. An app that stores something about people registers a part in `apps.py`.

Somebody on paper who turns out to have an account takes along what was written down for her: `move`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PersonalData:
    """One app's share. `export` returns JSON-ready data; `erase` runs in the transaction that closes the account.

    `move` gives what belongs to one row of a person to another row of the same person, in the claim's transaction.
    """

    name: str
    export: Callable[[Any], Any]
    erase: Callable[[Any], None]
    move: Callable[[Any, Any], None]


_parts: dict[str, PersonalData] = {}


def register_personal_data(part: PersonalData) -> None:
    """Add an app's share. Raises ValueError when the name is taken."""
    if part.name in _parts:
        raise ValueError(f"personal data {part.name} is registered twice")
    _parts[part.name] = part


def personal_data_parts() -> tuple[PersonalData, ...]:
    """All shares, highest storey first: an app lets go before the apps it stands on."""
    return tuple(reversed(_parts.values()))
