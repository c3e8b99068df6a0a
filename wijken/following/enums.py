"""How far around a place somebody looks."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reach(models.IntegerChoices):
    """Metres. Nothing smaller than a cell of the grid in which places are kept makes sense (`geography.CELL`)."""

    STREET = 300, _("300 meter")
    BUURT = 500, _("500 meter")
    WALK = 1_000, _("1.000 meter")
    WIDE = 2_000, _("2.000 meter")
