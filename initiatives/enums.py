"""Stages of an initiative (design.md section 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where an initiative stands; only its owner moves it."""

    CONCEPT = "concept", _("Concept")
    PUBLISHED = "published", _("Idee")
    PREPARING = "preparing", _("In voorbereiding")
    RUNNING = "running", _("In uitvoering")
    REALISED = "realised", _("Gerealiseerd")
    STOPPED = "stopped", _("Gestopt")


PUBLIC_STAGES = (Stage.PUBLISHED, Stage.PREPARING, Stage.RUNNING, Stage.REALISED, Stage.STOPPED)
ROAD = (Stage.PUBLISHED, Stage.PREPARING, Stage.RUNNING, Stage.REALISED)

ENDED = (Stage.REALISED, Stage.STOPPED)
UNDER_WAY = (Stage.PUBLISHED, Stage.PREPARING, Stage.RUNNING)


class PlaceKind(models.TextChoices):
    """How exact the place of an initiative is, and for whom."""

    WIJK = "wijk", _("Alleen de wijk")
    PUBLIC = "public", _("Een plek waar iedereen mag komen")
    HOME = "home", _("Bij iemand thuis")


class Scale(models.TextChoices):
    """How far it reaches: for whom it is in the first place."""

    STREET = "street", _("Straat")
    BUURT = "buurt", _("Buurt")
    WIJK = "wijk", _("Wijk")
    TOWN = "town", _("Heel Capelle")


class ParticipationKind(models.TextChoices):
    """What a neighbour does with an initiative."""

    SUPPORT = "support", _("Steunt dit")
    JOIN = "join", _("Doet mee")


class Right(models.TextChoices):
    """What somebody whom the owner named may do. The owner's own stays hers (policies)."""

    IN_NAME = "in_name", _("Helpt in jouw naam")
    OWNER = "owner", _("Mede-eigenaar")
    WRITER = "writer", _("Schrijft mee")
    READER = "reader", _("Leest mee")

    @property
    def explanation(self) -> str:
        """What it means, in one sentence to the owner."""
        return str(EXPLANATIONS[self])


EXPLANATIONS = {
    Right.IN_NAME: _("Schrijft, vertelt nieuws en zet stappen. Overal staat: namens jou."),
    Right.OWNER: _("Mag wat jij mag, in eigen naam. Alleen jij kiest wie er mee mag doen en geeft het door."),
    Right.WRITER: _("Past teksten en foto's aan en vertelt nieuws, in eigen naam. Zet geen stappen."),
    Right.READER: _("Leest alles, ook voor het online staat, en ziet wie er meedoet. Verandert niets."),
}


class PhotoPlace(models.TextChoices):
    """Where a photo of an initiative stands."""

    GALLERY = "gallery", _("Op de pagina")
    NEWS = "news", _("Bij nieuws")
    BEFORE = "before", _("Zo was het")
    AFTER = "after", _("Zo is het nu")


class NeedKind(models.TextChoices):
    """What an initiative still needs of others."""

    HANDS = "hands", _("Handen")
    HOURS = "hours", _("Uren")
    GOODS = "goods", _("Spullen")
    PLACE = "place", _("Plek")
    KNOWLEDGE = "knowledge", _("Kennis")
    PERMIT = "permit", _("Toestemming")
    MONEY = "money", _("Geld")


class ShareKind(models.TextChoices):
    """What the owners do themselves, in numbers."""

    HOURS = "hours", _("Uren")
    PEOPLE = "people", _("Mensen")
    GOODS = "goods", _("Spullen")


class ConsentWay(models.TextChoices):
    """How an owner said yes to what somebody wrote down for her."""

    LINK = "link", _("Met de link in haar mail")
    CARD = "card", _("Met een ondertekende kaart")
    CALL = "call", _("Aan de telefoon, met een brief erna")


class Asked(models.TextChoices):
    """Who was asked whether a silent initiative still goes on."""

    OWNER = "owner", _("De eigenaar")
    HELPER = "helper", _("Wie de eigenaar helpt")
    VISIT = "visit", _("Een bezoek aan de eigenaar")


class CardPage(models.TextChoices):
    """Where the button of a tip for owners leads: a page of her own initiative, or the ready plans."""

    NEWS = "news", _("Nieuws vertellen")
    MOVE = "move", _("Een stap verder zetten")
    PLANNING = "planning", _("De planning")
    START = "start", _("De dag kiezen")
    TAKE = "take", _("Een draaiboek kiezen")
    PARTICIPANTS = "participants", _("Wie er meedoet")
    PHOTO = "photo", _("De foto")
    NEEDS = "needs", _("Wat nog nodig is")
    HELPERS = "helpers", _("Wie helpt")


# The colour and drawing of a stage's badge (stijlgids); the words say the same.
TONES = {
    Stage.CONCEPT: "preparing",
    Stage.PUBLISHED: "idea",
    Stage.PREPARING: "preparing",
    Stage.RUNNING: "running",
    Stage.REALISED: "done",
    Stage.STOPPED: "stopped",
}
