"""What kind of organisation works in a wijk."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """The gemeente is one among them."""

    GEMEENTE = "gemeente", _("Gemeente")
    HOUSING = "housing", _("Woningcorporatie")
    WELFARE = "welfare", _("Welzijn")
    CARE = "care", _("Zorg")
    COMPANY = "company", _("Bedrijf")
    ASSOCIATION = "association", _("Vereniging")
    GOVERNMENT = "government", _("Andere overheid")
    OTHER = "other", _("Anders")
