"""Doors of the worktable of a WOP: what its people run, each app its own."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from gemeente.lib.panels import Panel
from gemeente.places.models import Wijk
from wijken.policies import is_board, is_member


def room_door(
    name: str,
    *,
    title: str | Promise,
    text: str | Promise,
    url_name: str,
    link_label: str | Promise,
    position: int,
    policy: Callable[[Any, int | None], bool] = is_member,
) -> Panel:
    """A door to a page of the WOP (its address takes the slug of the wijk), for whom the policy lets in there."""
    words = {"title": title, "text": text, "link_label": link_label}

    def query(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
        return words | {"url": reverse(url_name, args=[wijk.slug]), "is_shown": policy(request.user, wijk.pk)}

    return Panel("room_doors", name, "wijken/room_door.html", query, position)


def board_door(name: str, **words: Any) -> Panel:
    """The same, for the board alone."""
    return room_door(name, policy=is_board, **words)
