"""Who may read an entry of the log."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Visibility(models.TextChoices):
    """From wide to narrow."""

    PUBLIC = "public", _("Iedereen")
    CASE = "case", _("De mensen van de zaak")
    STAFF = "staff", _("Medewerkers van de gemeente")


class ReceiptKind(models.TextChoices):
    """What a resident sent to the gemeente."""

    MESSAGE = "message", _("Bericht")
    QUESTION = "question", _("Vraag")
    CALLBACK = "callback", _("Bel mij terug")
    WORRY = "worry", _("Zorg")
    REPORT = "report", _("Melding")
    CHOICE = "choice", _("Keuze in je zaak")
    ANSWER = "answer", _("Antwoord")
    ADVICE = "advice", _("Advies van een WOP")
    REACTION = "reaction", _("Reactie op een plan")


class Pace(models.TextChoices):
    """How soon somebody hears of what she looks for or follows."""

    AT_ONCE = "at_once", _("Meteen")
    DAILY = "daily", _("Eén keer per dag")
    WEEKLY = "weekly", _("Eén keer per week")
