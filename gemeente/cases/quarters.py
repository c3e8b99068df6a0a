"""Quarters of a year, by their first day."""

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from gemeente.cases.models import CaseFile

MONTHS = 3
AHEAD = 12  # quarters that somebody can plan ahead


def quarter_of(day: dt.date) -> dt.date:
    """The first day of the quarter that a day lies in."""
    return day.replace(month=day.month - (day.month - 1) % MONTHS, day=1)


def quarter_after(first: dt.date) -> dt.date:
    """The first day of the next quarter."""
    return quarter_of(first + dt.timedelta(days=31 * MONTHS))


def last_day_of(first: dt.date) -> dt.date:
    """The last day of a quarter that begins on a day."""
    return quarter_after(first) - dt.timedelta(days=1)


def end_of_plan(case: "CaseFile") -> dt.date | None:
    """The day on which what is planned must be there; None where nothing is."""
    return last_day_of(case.planned_quarter) if case.planned_quarter else None


def quarters_from(day: dt.date) -> list[dt.date]:
    """The quarter of a day and those that follow, as far as anybody plans."""
    quarters = [quarter_of(day)]
    while len(quarters) < AHEAD:
        quarters.append(quarter_after(quarters[-1]))
    return quarters


def words_of_quarter(first: dt.date) -> str:
    """A quarter as people say it: its first and last month."""
    return _("%(first)s tot en met %(last)s") % {
        "first": date_format(first, "F"),
        "last": date_format(last_day_of(first), "F Y"),
    }
