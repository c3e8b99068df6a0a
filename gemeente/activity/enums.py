"""Who may read an entry of the log."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Visibility(models.TextChoices):
    """From wide to narrow."""

    PUBLIC = "public", _("Iedereen")
    CASE = "case", _("De mensen van de zaak")
    STAFF = "staff", _("Medewerkers van de gemeente")
