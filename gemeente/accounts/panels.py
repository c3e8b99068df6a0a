"""What accounts adds to pages: the doors of a manager's start page to people, rights and lists."""

from typing import Any

from django.http import HttpRequest

from gemeente.lib.panels import Panel


def nothing(_request: HttpRequest, _user: Any) -> dict[str, Any]:
    """A door needs no data."""
    return {}


PANELS = (
    Panel("manage", "people", "manage/tile_people.html", nothing, position=10),
    Panel("manage", "rights", "manage/tile_rights.html", nothing, position=20),
    Panel("manage", "lists", "manage/tile_lists.html", nothing, position=90),
)
