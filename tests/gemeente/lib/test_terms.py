"""Terms in working days."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente.lib.terms import is_working_day, working_days_after, working_days_between

EASTER = [
    date(2020, 4, 12), date(2021, 4, 4), date(2022, 4, 17), date(2023, 4, 9), date(2024, 3, 31), date(2025, 4, 20),
    date(2026, 4, 5), date(2027, 3, 28), date(2028, 4, 16), date(2029, 4, 1), date(2030, 4, 21), date(2031, 4, 13),
    date(2032, 3, 28), date(2033, 4, 17), date(2034, 4, 9), date(2035, 3, 25), date(2036, 4, 13), date(2037, 4, 5),
    date(2038, 4, 25), date(2039, 4, 10), date(2040, 4, 1),
]  # fmt: skip

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))
COUNTS = st.integers(min_value=1, max_value=300)


def days_off_by_law(easter: date) -> set[date]:
    """Article 3 of the Algemene termijnenwet, counted from Easter Sunday."""
    year = easter.year
    kings_day = date(year, 4, 27) if date(year, 4, 27).weekday() < 6 else date(year, 4, 26)
    fixed = {date(year, 1, 1), kings_day, date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    return fixed | {easter + timedelta(days=days) for days in (-2, 1, 39, 50)}


@pytest.mark.parametrize("easter", EASTER, ids=str)
def test_working_days_of_a_year_are_those_of_the_law(easter: date) -> None:
    first, off = date(easter.year, 1, 1), days_off_by_law(easter)
    year = [day for n in range(366) if (day := first + timedelta(days=n)).year == easter.year]

    working = [day for day in year if is_working_day(day)]

    assert working == [day for day in year if day.weekday() < 5 and day not in off]


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 23), 1, date(2026, 11, 24)),  # Monday to Tuesday
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # Friday to Monday
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # Saturday to Monday
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over Good Friday and Easter Monday
        (date(2026, 5, 13), 1, date(2026, 5, 15)),  # over Ascension Day
        (date(2026, 5, 4), 1, date(2026, 5, 6)),  # over Liberation Day, in no round year
        (date(2025, 4, 25), 1, date(2025, 4, 28)),  # King's Day moved from Sunday to Saturday
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),  # over New Year's Day and a weekend, into the next year
        (date(2027, 4, 26), 7, date(2027, 5, 10)),  # over King's, Liberation and Ascension Day
    ],
)
def test_term_ends_on_the_working_day_that_is_counted(day: date, count: int, expected: date) -> None:
    assert working_days_after(day, count) == expected


@pytest.mark.parametrize("count", [0, -1])
def test_term_of_no_days_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        working_days_after(date(2026, 11, 23), count)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(2026, 11, 23), date(2026, 11, 24), 1),
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 11, 20), date(2026, 11, 30), 6),
        (date(2026, 12, 24), date(2027, 1, 4), 5),
        (date(2026, 11, 24), date(2026, 11, 23), 0),
        (date(2026, 11, 24), date(2025, 11, 24), 0),
    ],
)
def test_working_days_between(first: date, last: date, expected: int) -> None:
    assert working_days_between(first, last) == expected


@given(day=DAYS, count=COUNTS)
def test_term_ends_later_on_a_working_day_and_is_as_long_as_was_asked(day: date, count: int) -> None:
    end = working_days_after(day, count)

    assert end > day
    assert is_working_day(end)
    assert working_days_between(day, end) == count


@given(day=DAYS, later=st.integers(min_value=0, max_value=30), count=COUNTS, more=st.integers(min_value=1, max_value=9))
def test_later_start_or_longer_term_never_ends_earlier(day: date, later: int, count: int, more: int) -> None:
    end = working_days_after(day, count)

    assert working_days_after(day + timedelta(days=later), count) >= end
    assert working_days_after(day, count + more) > end


@given(first=DAYS, middle=DAYS, last=DAYS)
def test_working_days_between_add_up(first: date, middle: date, last: date) -> None:
    first, middle, last = sorted((first, middle, last))

    parts = working_days_between(first, middle) + working_days_between(middle, last)

    assert parts == working_days_between(first, last)


def test_days_off_are_loaded_only_when_a_term_is_counted() -> None:
    code = "import sys, gemeente.lib.terms; sys.exit('holidays' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
