"""Plannings of the demo, through the actions people use; ticked off in bulk, to spare the first start."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from gemeente.demo.content import DemoPlanning
from gemeente.demo.story import moment
from initiatives.actions.planning import add_step, choose_start, count_steps, take_blueprint
from initiatives.blueprints import offered_blueprint
from initiatives.models import Initiative, PlanStep


def tell_of_plannings(plannings: Iterable[DemoPlanning]) -> None:
    """Let each planning happen."""
    for plan in plannings:
        tell_of_planning(plan)


def tell_of_planning(plan: DemoPlanning) -> None:
    """Take the ready plan, add own steps, choose the day, and tick off what is done, spread over the time since."""
    initiative = Initiative.objects.select_related("owner").get(title=plan.title)
    today = timezone.localdate()
    with moment(plan.days_ago):
        if blueprint := offered_blueprint(plan.blueprint):
            take_blueprint(initiative=initiative, actor=initiative.owner, blueprint=blueprint)
        for own in plan.own:
            due_on = today + dt.timedelta(days=own.due_in) if own.due_in is not None else None
            told: dict[str, Any] = {
                "title": own.title,
                "who": own.who,
                "due_on": due_on,
                "explanation": own.explanation,
            }
            add_step(initiative=initiative, actor=initiative.owner, **told)
        if plan.starts_in is not None:
            starts_on = today + dt.timedelta(days=plan.starts_in)
            choose_start(initiative=initiative, actor=initiative.owner, starts_on=starts_on)
    tick_off(initiative, plan)


def tick_off(initiative: Initiative, plan: DemoPlanning) -> None:
    """Let the first steps be done on days between then and now, and say who does the others."""
    steps = list(initiative.plan_steps.in_order())
    for number, step in enumerate(steps[: plan.done], start=1):
        ago = plan.days_ago * (1 - number / (plan.done + 1))
        step.done_at, step.done_by = timezone.now() - dt.timedelta(days=ago), initiative.owner
    for step, who in zip(steps[plan.done :], plan.who, strict=False):
        step.who = step.who or who
    PlanStep.objects.bulk_update(steps, ["done_at", "done_by", "who"])
    initiative.refresh_from_db()
    count_steps(initiative)
