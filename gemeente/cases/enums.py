"""States of a case, the parts people have in it, and ways to be in touch."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.enums import ContactWay


class CaseKind(models.TextChoices):
    """What somebody needs a contact person for."""

    INITIATIVE = "initiative", _("Initiatief")
    QUESTION = "question", _("Vraag")


class CaseState(models.TextChoices):
    """Where a case stands at the gemeente."""

    NEW = "new", _("Nieuw")
    CLAIMED = "claimed", _("Heeft een contactpersoon")
    PLANNED = "planned", _("Gepland")
    CLOSED = "closed", _("Afgerond")
    REOPENED = "reopened", _("Heropend")


OPEN_STATES = (CaseState.NEW, CaseState.CLAIMED, CaseState.PLANNED, CaseState.REOPENED)
HELD_STATES = (CaseState.CLAIMED, CaseState.PLANNED, CaseState.REOPENED)  # somebody at the gemeente has it


class CasePart(models.TextChoices):
    """The part a person has in a case, beside its one contact person."""

    OWNER = "owner", _("Eigenaar")
    HELPER = "helper", _("Helpt de eigenaar")  # acts in her name; the app of the noun names and revokes
    CO_OWNER = "co_owner", _("Mede-eigenaar")  # speaks in her own name; the owner stays who is called
    INVOLVED = "involved", _("Schrijft of leest mee")  # speaks for nobody, and is never its contact person


VOICES = frozenset({CasePart.OWNER, CasePart.HELPER, CasePart.CO_OWNER})  # who speaks for the owner's side


class CaseStep(models.TextChoices):
    """What happened to a case, as its history tells it."""

    CLAIM = "claim", _("werd het vaste contact")
    PLAN = "plan", _("plande het in")
    RESUME = "resume", _("haalde het uit de planning")
    HAND_OVER = "hand_over", _("droeg het over")
    CLOSE = "close", _("rondde het af")
    UNREACHED = "unreached", _("kreeg geen contact")
    END = "end", _("zei dat het klaar is")
    REOPEN = "reopen", _("vroeg opnieuw om contact")
    DECLINE = "decline", _("redt het zonder de gemeente")
    ACCEPT = "accept", _("wil toch graag hulp")


class Means(models.TextChoices):
    """How the contact person was in touch, or tried to be."""

    CALL = "call", _("Gebeld")
    VISIT = "visit", _("Langs geweest")
    MEETING = "meeting", _("Afspraak gehad")
    MAIL = "mail", _("Geschreven")
    LETTER = "letter", _("Brief gestuurd")  # on paper, when nothing else reached her: never counts as contact


SPOKEN = frozenset({Means.CALL, Means.VISIT, Means.MEETING})
# What counts as contact for somebody who asked for it in this way. Who said nothing is called or visited.
MEANS_FOR: dict[str, frozenset[Means]] = {
    "": SPOKEN,
    ContactWay.PHONE: SPOKEN,
    ContactWay.VISIT: SPOKEN,
    ContactWay.WRITING: frozenset({Means.MAIL}),
}
