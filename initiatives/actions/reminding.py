"""Reminders of the steps of a plan: once before the day of a step, once when it has passed, all of a day in one."""

from django.db import transaction
from django.utils import timezone

from gemeente.activity.actions import notify, record
from gemeente.activity.models import Entry
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from initiatives.actions.locking import for_each, locked
from initiatives.enums import UNDER_WAY
from initiatives.models import Initiative, PlanStep, ReminderStop
from initiatives.notices import STEPS_DUE, pen_holders
from initiatives.verbs import STEPS_REMINDED


def remind_of_steps() -> int:
    """Tell who holds the pen which steps come up and which are late; returns of how many initiatives.

    Nothing of what is hidden, withdrawn, paused or ended.
    """
    steps = PlanStep.objects.to_tell(timezone.localdate(), rule(RuleName.STEP_REMINDER_DAYS))
    rows = Initiative.objects.public().under_way().filter(paused_at=None, pk__in=steps.values("initiative"))
    return for_each(rows, remind)


@transaction.atomic
def remind(*, initiative: Initiative) -> Entry | None:
    """One reminder of everything that is to tell of one initiative today; None where that is nothing.

    What somebody is told of once stays told, also when everybody stopped the reminders: they do not come after all.
    """
    initiative = locked(initiative)
    today = timezone.localdate()
    is_public = initiative.subject is not None and initiative.subject.is_public
    if initiative.stage not in UNDER_WAY or initiative.is_paused or not is_public:
        return None
    found = list(initiative.plan_steps.to_tell(today, rule(RuleName.STEP_REMINDER_DAYS)))
    if not found:
        return None
    late = [step.pk for step in found if step.is_late]
    soon = [step.pk for step in found if not step.is_late]
    changes = {"soon": (None, len(soon)), "late": (None, len(late))}
    entry = record(actor=None, verb=STEPS_REMINDED, subject=initiative.subject, changes=changes)
    PlanStep.objects.filter(pk__in=soon).update(soon_entry=entry)
    PlanStep.objects.filter(pk__in=late).update(late_entry=entry)
    notify(entry=entry, recipients=told_of(initiative), template=STEPS_DUE, path=initiative.planning_path)
    return entry


def told_of(initiative: Initiative) -> list[User]:
    """Who holds the pen, without those who want no reminders of it."""
    stopped = set(ReminderStop.objects.filter(initiative=initiative).values_list("user_id", flat=True))
    return [user for user in pen_holders(initiative) if user.pk not in stopped]
