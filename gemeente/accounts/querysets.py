"""How roles and invitations are read."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from gemeente.accounts.enums import Role
    from gemeente.accounts.models import Invitation, RoleAssignment
    from gemeente.places.models import Wijk


class RoleAssignmentQuerySet(models.QuerySet["RoleAssignment"]):
    def on(self, day: dt.date) -> "RoleAssignmentQuerySet":
        """Assignments in force on a day; the last day itself no longer counts."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)

    def overlapping(self, first: dt.date, last: dt.date | None) -> "RoleAssignmentQuerySet":
        """Assignments in force on some day from the first until (not including) the last; no last means for ever."""
        rows = self.filter(Q(ends_on=None) | Q(ends_on__gt=first))
        return rows if last is None else rows.filter(starts_on__lt=last)

    def of_role(self, role: "Role", wijk: "Wijk | None" = None) -> "RoleAssignmentQuerySet":
        """Assignments of one role, if a wijk is given in that wijk."""
        rows = self.filter(role=role)
        return rows if wijk is None else rows.filter(wijk=wijk)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        """Not answered and not withdrawn, whether the link still counts or is too old."""
        return self.filter(answered_at=None, withdrawn_at=None)
