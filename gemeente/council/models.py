"""Money that the council, or who decides in its name, set aside: the only thing a firm promise of euros rests on."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Budget(models.Model):
    """An amount for one year, with the decision it rests on, and how much of it is promised. CHECKs are its ceiling."""

    name = models.CharField(_("naam"), max_length=120)
    year = models.PositiveSmallIntegerField(_("jaar"))
    amount = models.DecimalField(_("bedrag"), max_digits=12, decimal_places=2)
    promised = models.DecimalField(_("toegezegd"), max_digits=12, decimal_places=2, default=Decimal(0))
    body = models.CharField(_("wie besloot"), max_length=80)
    decided_on = models.DateField(_("datum van het besluit"))
    number = models.CharField(_("nummer van het besluit"), max_length=40)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-year", "name", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(promised__gte=0), name="budget_promised_not_negative"),
            models.CheckConstraint(condition=Q(promised__lte=F("amount")), name="budget_promised_within_amount"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="budget_amount_positive"),
            models.UniqueConstraint(fields=["year", "name"], name="budget_name_once_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"

    @property
    def room(self) -> Decimal:
        """What can still be promised."""
        return self.amount - self.promised
