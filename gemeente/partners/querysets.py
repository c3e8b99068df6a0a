"""How organisations and mandates are read."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from gemeente.partners.models import Mandate


class MandateQuerySet(models.QuerySet["Mandate"]):
    def on(self, day: "dt.date | Any") -> "MandateQuerySet":
        """Those in force on a day."""
        return self.filter(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gt=day))

    def overlapping(self, first: dt.date, last: dt.date | None) -> "MandateQuerySet":
        """Those in force on some day from the first until (not including) the last."""
        rows = self.filter(Q(ends_on=None) | Q(ends_on__gt=first))
        return rows.filter(starts_on__lt=last) if last else rows
