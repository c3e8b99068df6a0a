"""What an advice, a vote and an answer can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AdviceState(models.TextChoices):
    """Where an advice stands."""

    ASKED = "asked", _("Gevraagd")
    DRAFTING = "drafting", _("Het WOP schrijft")
    VOTING = "voting", _("Het WOP stemt")
    GIVEN = "given", _("Wacht op antwoord")
    REPLIED = "replied", _("Beantwoord")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


TONES = {
    AdviceState.ASKED: "idea",
    AdviceState.DRAFTING: "preparing",
    AdviceState.VOTING: "preparing",
    AdviceState.GIVEN: "running",
    AdviceState.REPLIED: "done",
    AdviceState.WITHDRAWN: "stopped",
}
AT_THE_WOP = (AdviceState.ASKED, AdviceState.DRAFTING, AdviceState.VOTING)
OUT = (AdviceState.GIVEN, AdviceState.REPLIED)  # everybody may read it


class Asker(models.TextChoices):
    """Who wanted the advice."""

    WOP = "wop", _("Het WOP zelf")
    GEMEENTE = "gemeente", _("De gemeente")
    PARTNER = "partner", _("Een partner")
    RESIDENT = "resident", _("Een inwoner")


class Stance(models.TextChoices):
    """What the advice comes down to."""

    POSITIVE = "positive", _("Wij zijn voor")
    CONDITIONAL = "conditional", _("Wij zijn voor, als er iets verandert")
    NEGATIVE = "negative", _("Wij zijn tegen")
    NONE = "none", _("Wij geven iets mee")


class Choice(models.TextChoices):
    """What somebody votes."""

    IN_FAVOUR = "in_favour", _("Voor")
    AGAINST = "against", _("Tegen")
    BLANK = "blank", _("Blanco")
    RECUSED = "recused", _("Ik stem niet mee, want ik heb er zelf belang bij")


class Opinion(models.TextChoices):
    """What a neighbour says of it; it counts as input and never as a vote."""

    SUPPORT = "support", _("Ik sta hierachter")
    NO_SUPPORT = "no_support", _("Ik sta hier niet achter")
    NO_OPINION = "no_opinion", _("Ik weet het niet")


class ReplyOutcome(models.TextChoices):
    """What the gemeente does with an advice."""

    FOLLOWED = "followed", _("Overgenomen")
    PARTLY = "partly", _("Deels overgenomen")
    NOT_FOLLOWED = "not_followed", _("Niet overgenomen")


REPLY_TONES = {
    ReplyOutcome.FOLLOWED: "done",
    ReplyOutcome.PARTLY: "preparing",
    ReplyOutcome.NOT_FOLLOWED: "stopped",
}


# --- Plans of the gemeente --------------------------------------------------------------------------------------------
class PlanState(models.TextChoices):
    """Where a plan that the gemeente laid before a wijk stands."""

    OPEN = "open", _("Je kunt reageren")
    WEIGHING = "weighing", _("De gemeente weegt de reacties")
    DECIDED = "decided", _("Besloten")
    CANCELLED = "cancelled", _("Gaat niet door")


PLAN_TONES = {
    PlanState.OPEN: "idea",
    PlanState.WEIGHING: "preparing",
    PlanState.DECIDED: "done",
    PlanState.CANCELLED: "stopped",
}


class PlanKind(models.TextChoices):
    """What the gemeente lays before a wijk."""

    PLAN = "plan", _("Een plan")
    MAINTENANCE = "maintenance", _("Het onderhoud van een jaar")


class Treatment(models.TextChoices):
    """What the gemeente did with a reaction."""

    TAKEN_OVER = "taken_over", _("Overgenomen")
    PARTLY = "partly", _("Deels overgenomen")
    NOT_TAKEN = "not_taken", _("Niet overgenomen")


TREATMENT_TONES = {Treatment.TAKEN_OVER: "done", Treatment.PARTLY: "preparing", Treatment.NOT_TAKEN: "stopped"}
