"""What the portal app keeps about a person: which texts a manager wrote, as their author."""

from typing import Any

from gemeente.lib.personal_data import PersonalData
from gemeente.portal.models import TextVersion
from gemeente.users.models import User


def export_texts(user: User) -> list[dict[str, Any]]:
    """The versions of texts she wrote."""
    rows = TextVersion.objects.filter(author=user).order_by("pk")
    return [dict(row) for row in rows.values("key", "dutch", "english", "created_at")]


def erase_texts(user: User) -> None:
    """Nothing: who decided what must remain known (Archiefwet), under a row that was emptied."""


def move_texts(old: User, new: User) -> None:
    """Nothing: somebody on paper writes no texts, and a version never changes."""


PORTAL_DATA = PersonalData("portal texts", export_texts, erase_texts, move_texts)
