"""The stages that every wijk has in common; initiatives, above wijken, has the same (a test compares)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CommonStage(models.TextChoices):
    """Where something under way stands for the whole town, whatever a wijk calls it."""

    PUBLISHED = "published", _("Idee")
    PREPARING = "preparing", _("In voorbereiding")
    RUNNING = "running", _("In uitvoering")


# The colour and drawing of a badge (stijlgids): initiatives has the same.
TONES = {CommonStage.PUBLISHED: "idea", CommonStage.PREPARING: "preparing", CommonStage.RUNNING: "running"}
ORDER = tuple(CommonStage)
MOST_STAGES = 8  # more do not fit in the bar of steps on a phone; migration 0004 has the same number
MOST_QUESTIONS = 8
