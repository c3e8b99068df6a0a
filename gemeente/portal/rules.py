"""Reading the numbers that a manager set."""

import datetime as dt

from django.utils import timezone

from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule


def rule(name: RuleName, day: dt.date | None = None) -> int:
    """The value of a rule on a day (today): one query. Raises LookupError where no row is in force yet."""
    rows = Rule.objects.filter(name=name, starts_on__lte=day or timezone.localdate()).order_by("-starts_on")
    value = rows.values_list("value", flat=True).first()
    if value is None:
        raise LookupError(f"no value for {name}: load_reference makes the first ones")
    return value
