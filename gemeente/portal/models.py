"""What the gemeente decides for the whole portal, as dated rows."""

from django.db import models
from django.db.models import Q

from gemeente.portal.enums import RuleName


class Rule(models.Model):
    """A number the portal works with, from a date: the row that began last counts."""

    name = models.CharField("regel", max_length=30, choices=RuleName)
    value = models.PositiveSmallIntegerField("waarde")
    starts_on = models.DateField("geldt vanaf")

    class Meta:
        ordering = ["name", "-starts_on"]
        verbose_name = "getal van het portaal"
        verbose_name_plural = "getallen van het portaal"
        constraints = [
            models.UniqueConstraint(fields=["name", "starts_on"], name="rule_once_a_day"),
            models.CheckConstraint(condition=Q(name__in=RuleName.values), name="rule_known"),
            models.CheckConstraint(condition=Q(value__gte=1), name="rule_at_least_one"),
        ]

    def __str__(self) -> str:
        return f"{self.get_name_display()}: {self.value} (vanaf {self.starts_on})"
