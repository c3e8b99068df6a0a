"""What a wijk promises about its meetings, and how far it is this year."""

from dataclasses import dataclass

from django.db.models import F, Q
from django.utils import timezone

from gemeente.places.models import Wijk
from wijken.meetings.models import Meeting
from wijken.models import WayKind, WayState, Werkwijze


@dataclass(frozen=True)
class YearPlan:
    """Public meetings of this year: planned or held, and promised."""

    year: int
    planned: int
    promised: int

    @property
    def missing(self) -> int:
        """How many must still be planned."""
        return max(0, self.promised - self.planned)


def year_plan(wijk: Wijk) -> YearPlan:
    """How many public meetings stand in the calendar of this year, against what its way of working promises."""
    year = timezone.localdate().year
    planned = Meeting.objects.in_wijk(wijk).counting_in(year).count()
    return YearPlan(year, planned, promised_by(wijk))


def promised_by(wijk: Wijk) -> int:
    """How many public meetings a year a wijk promises in its way of working, its own or the common one; 0 for none."""
    ways = Werkwijze.objects.filter(Q(wijk=wijk, state=WayState.PUBLISHED) | Q(kind=WayKind.COMMON))
    rows = ways.order_by(F("wijk").asc(nulls_last=True), "-number").values_list("meetings_per_year", flat=True)
    return rows.first() or 0
