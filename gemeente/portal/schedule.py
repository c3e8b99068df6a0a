"""Dated rows as a manager reads them: what counts today, what comes, what was. Pure."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from gemeente.portal.enums import LOCAL_MATTERS, Matter, RuleName
from gemeente.portal.models import Door, Rule


@dataclass(frozen=True)
class DoorLine:
    """One row, and whether it counts today, comes later, or was."""

    row: Door
    when: str

    @property
    def is_now(self) -> bool:
        """It counts today."""
        return self.when == "now"

    @property
    def is_later(self) -> bool:
        """It has not begun, so it can be taken away."""
        return self.when == "later"


@dataclass(frozen=True)
class RuleLines:
    """A number of the portal: what it means and its rows by day."""

    name: str
    label: str
    now: int | None
    since: dt.date | None
    later: list[Rule]


@dataclass(frozen=True)
class DoorLines:
    """A matter, its doors, and whether a wijk may have its own."""

    matter: str
    label: str
    is_local: bool
    lines: list[DoorLine]


def rule_schedule(rows: Iterable[Rule], today: dt.date) -> list[RuleLines]:
    """Every number of the portal, in the order of RuleName."""
    by_day = sorted(rows, key=lambda row: row.starts_on)
    found = []
    for name in RuleName:
        mine = [row for row in by_day if row.name == name]
        begun = [row for row in mine if row.starts_on <= today]
        now = begun[-1] if begun else None
        later = [row for row in mine if row.starts_on > today]
        found.append(
            RuleLines(name.value, str(name.label), now.value if now else None, now.starts_on if now else None, later)
        )
    return found


def door_schedule(rows: Iterable[Door], today: dt.date) -> list[DoorLines]:
    """Every matter, in the order of Matter; its rows by wijk (the town first), newest first."""
    everything = list(rows)
    return [
        DoorLines(
            matter.value,
            str(matter.label),
            matter in LOCAL_MATTERS,
            _lines([row for row in everything if row.matter == matter], today),
        )
        for matter in Matter
    ]


def _lines(rows: list[Door], today: dt.date) -> list[DoorLine]:
    newest_first = sorted(rows, key=lambda row: row.starts_on, reverse=True)
    by_wijk = sorted(newest_first, key=lambda row: row.wijk.name if row.wijk else "")
    lines, has_now = [], set[int | None]()
    for row in by_wijk:
        if row.starts_on > today:
            lines.append(DoorLine(row, "later"))
        else:
            lines.append(DoorLine(row, "was" if row.wijk_id in has_now else "now"))
            has_now.add(row.wijk_id)
    return lines
