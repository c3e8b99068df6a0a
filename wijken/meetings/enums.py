"""Kinds of meetings, where they stand, and what becomes of a point that somebody proposes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    """What people come together for."""

    PUBLIC = "public", _("Openbare bijeenkomst")
    OFFICE_HOURS = "office_hours", _("Spreekuur")
    OTHER = "other", _("Andere bijeenkomst")


class MeetingStatus(models.TextChoices):
    """A meeting is never deleted: who has it in her calendar must see what became of it."""

    PLANNED = "planned", _("Gepland")
    CANCELLED = "cancelled", _("Afgelast")
    HELD = "held", _("Geweest")


class PointState(models.TextChoices):
    """A point of the agenda, as the board answered who proposed it."""

    PROPOSED = "proposed", _("Voorgesteld")
    ACCEPTED = "accepted", _("Op de agenda")
    DECLINED = "declined", _("Niet op de agenda")
