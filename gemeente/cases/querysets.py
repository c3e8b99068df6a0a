"""How cases are read."""

from typing import TYPE_CHECKING, Any

from django.db import models

from gemeente.cases.policies import can_read_worklist

if TYPE_CHECKING:
    from gemeente.cases.models import CaseFile
    from gemeente.users.models import User


class CaseFileQuerySet(models.QuerySet["CaseFile"]):
    def visible_to(self, user: "User | Any") -> "CaseFileQuerySet":
        """Every case for civil servants, one's own for anybody else."""
        if can_read_worklist(user):
            return self
        return self.filter(people__user_id=user.pk) if user.is_authenticated else self.none()

    def longest_waiting_first(self) -> "CaseFileQuerySet":
        """As the werkbak shows them."""
        return self.select_related("subject__wijk").order_by("opened_at", "pk")
