"""Ready plans and steps for tests."""

import datetime as dt
from typing import Any

from django.utils import timezone

from initiatives.actions.planning import add_step
from initiatives.models import Blueprint, BlueprintStep, Initiative, NextStepCard, PlanStep

SINCE = dt.date(2020, 1, 1)
STEPS = ({"title": "Vraag de buren", "days_before": 28}, {"title": "Hang slingers op", "days_before": 0})


def blueprint(code: str = "feest", steps: tuple[dict[str, Any], ...] = STEPS, **fields: Any) -> Blueprint:
    """A ready plan of two steps."""
    told = {"title": "Feest", "intro": "Een feest in de straat.", "starts_on": SINCE} | fields
    made = Blueprint.objects.create(code=code, **told)
    for number, step in enumerate(steps, start=1):
        BlueprintStep.objects.create(blueprint=made, position=number, **step)
    return made


def step(initiative: Initiative, title: str = "Vraag de buren", **fields: Any) -> PlanStep:
    """A step of its owner's own."""
    return add_step(initiative=initiative, actor=initiative.owner, title=title, **fields)


def card(code: str = "tip", **fields: Any) -> NextStepCard:
    """A tip for what is under way, in force since long."""
    told = {"title": "Een tip", "text": "Doe iets.", "stages": ["published"], "starts_on": SINCE} | fields
    return NextStepCard(code=code, **told)


def in_days(days: int) -> dt.date:
    """So many days from today."""
    return timezone.localdate() + dt.timedelta(days=days)
