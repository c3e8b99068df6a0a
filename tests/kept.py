"""What the database itself must refuse."""

from collections.abc import Callable, Mapping

from django.db import DatabaseError, transaction


def taken(changes: Mapping[str, Callable[..., object]], *about: object) -> list[str]:
    """The names of those changes that the database lets through; nothing of what it refused stays."""
    found = []
    for name, change in changes.items():
        try:
            with transaction.atomic():
                change(*about)
        except DatabaseError:
            continue
        found.append(name)
    return found
