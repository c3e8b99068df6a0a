"""The order that a WOP gives to its rows: opgaven on the agenda, contributions under a heading."""

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar


class Placed(Protocol):
    """A row with a place among others."""

    pk: Any
    position: Any

    def save(self, *, update_fields: list[str]) -> None:
        """Write some fields."""


Row = TypeVar("Row", bound=Placed)


def trade_places(rows: Iterable[Row], pk: int, *, is_up: bool) -> bool:
    """Let a row trade places with the one before or behind it; says whether it did.

    The first stays first, the last stays last, and a row that is gone meanwhile moves nothing. Expects the rows in
    order, and what they belong to locked.
    """
    ordered = list(rows)
    here = next((place for place, one in enumerate(ordered) if one.pk == pk), None)
    there = -1 if here is None else here - 1 if is_up else here + 1
    if here is None or not 0 <= there < len(ordered):
        return False
    ordered[here], ordered[there] = ordered[there], ordered[here]
    for position, one in enumerate(ordered, start=1):
        if one.position != position:
            one.position = position
            one.save(update_fields=["position"])
    return True
