"""What an act or the database itself must refuse, for tables of which each row is tried in the same town."""

from collections.abc import Callable, Mapping

from django.db import DatabaseError, transaction

from gemeente.lib.errors import Refused


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


def is_refused(act: Callable[..., object], **told: object) -> bool:
    """Whether an act refuses this."""
    try:
        act(**told)
    except Refused:
        return True
    return False
