"""The order that owners give to their rows: needs, photos and steps alike."""

from collections.abc import Iterable
from typing import TypeVar

from initiatives.models import Need, Photo, PlanStep

Row = TypeVar("Row", Need, Photo, PlanStep)


def trade_places(rows: Iterable[Row], row: Row, *, is_up: bool) -> bool:
    """Let a row trade places with the one before or behind it; says whether it did.

    The first stays first, the last stays last, and a row that is gone meanwhile moves nothing. Expects the rows in
    order, and their initiative locked.
    """
    ordered = list(rows)
    here = next((place for place, one in enumerate(ordered) if one.pk == row.pk), None)
    there = -1 if here is None else here - 1 if is_up else here + 1
    if here is None or not 0 <= there < len(ordered):
        return False
    ordered[here], ordered[there] = ordered[there], ordered[here]
    for position, one in enumerate(ordered, start=1):
        if one.position != position:
            one.position = position
            one.save(update_fields=["position"])
    return True
