"""Which door of the gemeente is in force for a matter: a pure choice over all rows, kept until a setting changes."""

import datetime as dt
from collections.abc import Iterable

from django.utils import timezone

from gemeente.lib.site_version import kept_setting
from gemeente.places.models import Wijk
from gemeente.portal.enums import Matter
from gemeente.portal.models import Door


def door(matter: Matter, *, wijk: Wijk | None = None, day: dt.date | None = None) -> Door | None:
    """Where to go for a matter on a day (today): the row of the wijk, else of the town, that began last.

    None as long as nobody said where; then no page offers a form either.
    """
    return in_force(all_doors(), matter, wijk.pk if wijk else None, day or timezone.localdate())


def is_here(matter: Matter, *, wijk: Wijk | None = None, day: dt.date | None = None) -> bool:
    """Whether this portal itself may offer a form for a matter on a day (today)."""
    found = door(matter, wijk=wijk, day=day)
    return found is not None and found.is_here


def doors_in_force(*, wijk: Wijk | None = None, day: dt.date | None = None) -> list[Door]:
    """The door of each matter, in the order of Matter."""
    rows, wijk_id, on = all_doors(), wijk.pk if wijk else None, day or timezone.localdate()
    found = [in_force(rows, matter, wijk_id, on) for matter in Matter]
    return [one for one in found if one]


def in_force(rows: Iterable[Door], matter: str, wijk_id: int | None, day: dt.date) -> Door | None:
    """The row that counts: of the wijk before the town, and of those the one that began last."""
    begun = [row for row in rows if row.matter == matter and row.starts_on <= day and row.wijk_id in {wijk_id, None}]
    return max(begun, key=lambda row: (row.wijk_id is not None, row.starts_on), default=None)


def all_doors() -> list[Door]:
    """Every row there is: a handful for each matter."""
    return kept_setting("doors", lambda: list(Door.objects.all()))
