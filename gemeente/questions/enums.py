"""What somebody comes to the gemeente with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class QuestionKind(models.TextChoices):
    """In words of the resident, not of a department."""

    QUESTION = "question", _("Vraag")
    PLACE = "place", _("Klacht over een plek")
    STUCK = "stuck", _("Vastgelopen")
    CALLBACK = "callback", _("Bel mij terug")


# What its subject is called while it is private: everybody at the desk reads this, so it says nothing of hers.
TITLES = {
    QuestionKind.QUESTION: ("Vraag uit {wijk}", "Vraag"),
    QuestionKind.PLACE: ("Klacht over een plek in {wijk}", "Klacht over een plek"),
    QuestionKind.STUCK: ("Inwoner uit {wijk} loopt vast", "Inwoner loopt vast"),
    QuestionKind.CALLBACK: ("Bel terug, inwoner uit {wijk}", "Bel terug"),
}
