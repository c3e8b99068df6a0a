"""Why people report, what came of it, and how long somebody is asked to wait."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportReason(models.TextChoices):
    """Why somebody thinks that a text or photo should not be there, in words anybody uses."""

    HURTS = "hurts", _("Het kwetst of bedreigt iemand")
    PRIVATE = "private", _("Er staan gegevens van iemand in")
    PHOTO = "photo", _("Er staat iemand op de foto die dat niet wil")
    UNTRUE = "untrue", _("Het klopt niet, of het is reclame")
    OTHER = "other", _("Iets anders")


class ReportOutcome(models.TextChoices):
    """What came of a report."""

    OPEN = "", _("Nog niet bekeken")
    LEFT = "left", _("Blijft staan")
    HIDDEN = "hidden", _("Verborgen")


PAUSE_DAYS = (7, 30, 90)  # how long a moderator can ask an account to be silent in public
