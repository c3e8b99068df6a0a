"""Days as pages count them."""

import datetime as dt

from django.utils import timezone


def today() -> dt.datetime:
    """When this day began: what is of today stands among what comes until it is over, so that pages can be kept."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
