"""What an opgave goes through, and the kinds of things people say of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OpgaveState(models.TextChoices):
    """From something that people see to something that is done."""

    SIGNALLED = "signalled", _("Gesignaleerd")
    EXPLORED = "explored", _("We zoeken het uit")
    AGREED = "agreed", _("Samen vastgesteld")
    REALISING = "realising", _("We werken eraan")
    ACHIEVED = "achieved", _("Gelukt")
    DROPPED = "dropped", _("Gestopt")


ROAD = (
    OpgaveState.SIGNALLED,
    OpgaveState.EXPLORED,
    OpgaveState.AGREED,
    OpgaveState.REALISING,
    OpgaveState.ACHIEVED,
)
OPEN_STATES = frozenset(ROAD) - {OpgaveState.ACHIEVED}
TALKING_STATES = frozenset({OpgaveState.SIGNALLED, OpgaveState.EXPLORED})
TONES = {
    OpgaveState.SIGNALLED: "idea",
    OpgaveState.EXPLORED: "preparing",
    OpgaveState.AGREED: "preparing",
    OpgaveState.REALISING: "running",
    OpgaveState.ACHIEVED: "done",
    OpgaveState.DROPPED: "stopped",
}


class Origin(models.TextChoices):
    """Who or what brought it up: it need not be the gemeente."""

    RESIDENT = "resident", _("Een bewoner")
    WOP = "wop", _("Het WOP")
    PARTNER = "partner", _("Een organisatie")
    GEMEENTE = "gemeente", _("De gemeente")
    FIGURE = "figure", _("Een cijfer")
    QUESTION = "question", _("Een vraag van een bewoner")


class AgendaState(models.TextChoices):
    """One agenda of a wijk counts; those before it stay to be read."""

    CURRENT = "current", _("Nu")
    FORMER = "former", _("Eerder")


class ContributionKind(models.TextChoices):
    """What somebody adds when people find out together what is the matter; each kind is a heading."""

    MATTER = "matter", _("Wat is er aan de hand?")
    WHO = "who", _("Wie heeft er last van, of baat bij?")
    CAUSE = "cause", _("Hoe komt het?")
    KNOWN = "known", _("Wat weten we?")
    UNKNOWN = "unknown", _("Wat weten we niet?")
    SOURCE = "source", _("Een bron")


class PartyKind(models.TextChoices):
    """Who sets an opgave together."""

    WOP = "wop", _("Het WOP")
    ORGANISATION = "organisation", _("Een organisatie")
    RESIDENTS = "residents", _("Een groep bewoners")


class Answer(models.TextChoices):
    """What an organisation says to a point of the agenda."""

    YES = "yes", _("Ja")
    NO = "no", _("Nee")


class Firmness(models.TextChoices):
    """Whether something is meant, or decided."""

    INTENDED = "intended", _("Voornemen")
    DECIDED = "decided", _("Vastgesteld")


class Progress(models.TextChoices):
    """How far a promise is, as either side tells."""

    NOT_BEGUN = "not_begun", _("Nog niet begonnen")
    BUSY = "busy", _("Bezig")
    DONE = "done", _("Klaar")
    STUCK = "stuck", _("Loopt vast")


PROGRESS_TONES = {
    Progress.NOT_BEGUN: "idea",
    Progress.BUSY: "running",
    Progress.DONE: "done",
    Progress.STUCK: "late",
}


class Side(models.TextChoices):
    """Who speaks in the talk about a promise."""

    WOP = "wop", _("Het WOP")
    ORGANISATION = "organisation", _("De organisatie")
