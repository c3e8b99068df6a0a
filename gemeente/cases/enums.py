"""States of a case and the parts people have in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseKind(models.TextChoices):
    """What somebody needs a contact person for."""

    INITIATIVE = "initiative", _("Initiatief")


class CaseState(models.TextChoices):
    """Where a case stands at the gemeente."""

    NEW = "new", _("Nieuw")


class CasePart(models.TextChoices):
    """The part a person has in a case."""

    OWNER = "owner", _("Eigenaar")
