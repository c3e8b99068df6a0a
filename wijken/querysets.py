"""How the team of a WOP is read."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from wijken.enums import RequestState

if TYPE_CHECKING:
    from gemeente.places.models import Wijk
    from wijken.models import Attendee, JoinRequest, Membership


class MembershipQuerySet(models.QuerySet["Membership"]):
    def on(self, day: dt.date | Any) -> "MembershipQuerySet":
        """In force on a day; the last day itself no longer counts."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)

    def over(self, day: dt.date) -> "MembershipQuerySet":
        """What was and ended by a day, without what was in force on no day; newest end first."""
        rows = self.filter(ends_on__lte=day, ends_on__gt=models.F("starts_on"))
        return rows.order_by("-ends_on", "-pk")

    def in_wijk(self, wijk: "Wijk") -> "MembershipQuerySet":
        """Of one WOP."""
        return self.filter(wijk=wijk)


class JoinRequestQuerySet(models.QuerySet["JoinRequest"]):
    def open(self) -> "JoinRequestQuerySet":
        """Waiting for the board."""
        return self.filter(state=RequestState.OPEN)

    def in_wijk(self, wijk: "Wijk") -> "JoinRequestQuerySet":
        """Of one WOP."""
        return self.filter(wijk=wijk)


class AttendeeQuerySet(models.QuerySet["Attendee"]):
    def on(self, day: dt.date) -> "AttendeeQuerySet":
        """Who comes on a day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)
