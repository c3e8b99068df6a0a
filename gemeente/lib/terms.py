"""Terms in working days. A day off is a Saturday, a Sunday or a day of article 3 of the Algemene termijnenwet."""

from datetime import date, timedelta
from functools import cache


def is_working_day(day: date) -> bool:
    """Whether the gemeente works on a day."""
    return day.weekday() < 5 and day not in days_off(day.year)


def working_days_after(day: date, count: int) -> date:
    """The count-th working day after a day, which itself does not count. Refuses (ValueError) a count below 1."""
    if count < 1:
        raise ValueError(f"count must be at least 1, not {count}")
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_days_between(first: date, last: date) -> int:
    """How many working days follow the first day, up to and including the last; 0 when the last is not later."""
    return sum(is_working_day(first + timedelta(days=days)) for days in range(1, (last - first).days + 1))


@cache
def days_off(year: int) -> frozenset[date]:
    """The days of article 3, first and second paragraph, of the Algemene termijnenwet, and Easter and Whit Sunday."""
    import holidays

    # Liberation Day is "public" once in five years, as most employers have it; the law has it each year ("optional").
    return frozenset(holidays.country_holidays("NL", years=year, categories=("public", "optional")))
