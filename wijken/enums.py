"""What people do in a WOP."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Function(models.TextChoices):
    """What somebody does in the team of a WOP."""

    CHAIR = "chair", _("Voorzitter")
    SECRETARY = "secretary", _("Secretaris")
    TREASURER = "treasurer", _("Penningmeester")
    BOARD = "board", _("Bestuurslid")
    GROUP = "group", _("Werkgroep")
    MEMBER = "member", _("Lid")


OFFICES = (Function.CHAIR, Function.SECRETARY, Function.TREASURER)
BOARD_FUNCTIONS = (*OFFICES, Function.BOARD)


class RequestState(models.TextChoices):
    """Where a request to join a team stands."""

    OPEN = "open", _("Wacht op antwoord")
    ACCEPTED = "accepted", _("Welkom in het team")
    DECLINED = "declined", _("Nu niet")
    WITHDRAWN = "withdrawn", _("Ingetrokken")
