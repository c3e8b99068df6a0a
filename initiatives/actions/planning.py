"""The steps of an initiative: taken from a ready plan or one's own, who does them, when, and what is done."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import Changes, record
from gemeente.activity.verbs import Verb
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of
from initiatives.actions.locking import locked
from initiatives.actions.ordering import trade_places
from initiatives.blueprints import taken_codes
from initiatives.models import Blueprint, DismissedCard, Initiative, PlanStep, ReminderStop
from initiatives.policies import can_plan_initiative, can_stop_reminders
from initiatives.verbs import (
    PLAN_TAKEN,
    START_CHOSEN,
    STEP_ADDED,
    STEP_CHANGED,
    STEP_DONE,
    STEP_DROPPED,
    STEP_MOVED,
    STEP_UNDONE,
    TIP_DISMISSED,
)

MOST_STEPS = 50
CATCH_UP = dt.timedelta(days=3)  # for a step of which the day had passed when the day itself was chosen
COPIED = ("title", "explanation", "days_before", "link_label", "link_url", "is_permit")


# --- Ready plans ------------------------------------------------------------------------------------------------------
@transaction.atomic
def take_blueprint(*, initiative: Initiative, actor: User, blueprint: Blueprint) -> Initiative:
    """Copy the steps of a ready plan behind those there are; her own stay. Taking the same one twice changes nothing.

    Raises Refused for who does not hold the pen, after the end, and where it would become more than MOST_STEPS.
    """
    initiative = planned(initiative, actor)
    if blueprint.code in taken_codes(initiative):
        return initiative
    steps = list(blueprint.steps.all())
    refuse_too_many(initiative, len(steps))
    position = last_position(initiative)
    PlanStep.objects.bulk_create(
        PlanStep(
            initiative=initiative,
            blueprint_step=step,
            position=position + number,
            due_on=day_of(initiative.starts_on, step.days_before),
            **{name: getattr(step, name) for name in COPIED},
        )
        for number, step in enumerate(steps, start=1)
    )
    keep_up(initiative, actor, PLAN_TAKEN, {"blueprint": (None, blueprint.code), "steps": (None, len(steps))})
    return initiative


def day_of(starts_on: dt.date | None, days_before: int | None) -> dt.date | None:
    """The day of a step: so many days before the day itself. None while either is unknown.

    What should have been done by now gets a few days more, but not beyond the day itself.
    """
    if starts_on is None or days_before is None:
        return None
    day, today = starts_on - dt.timedelta(days=days_before), timezone.localdate()
    return day if day >= today else min(today + CATCH_UP, max(starts_on, today))


@transaction.atomic
def choose_start(*, initiative: Initiative, actor: User, starts_on: dt.date | None) -> Initiative:
    """Say when it is, or that it is not known yet. Open steps of a ready plan move along; days set by hand stay.

    Raises Refused for who does not hold the pen, after the end, and for a day that has passed.
    """
    initiative = planned(initiative, actor)
    before = initiative.starts_on
    if starts_on == before:
        return initiative
    if starts_on and starts_on < timezone.localdate():
        raise Refused(_("Deze dag is voorbij. Kies vandaag of later."))
    initiative.starts_on = starts_on
    initiative.save(update_fields=["starts_on"])
    moving = initiative.plan_steps.open().filter(days_before__isnull=False, is_dated_by_hand=False)
    for step in moving:
        put_on(step, day_of(starts_on, step.days_before))
        step.save(update_fields=["due_on", "soon_entry", "late_entry"])
    keep_up(initiative, actor, START_CHOSEN, {"starts_on": (before, starts_on)})
    return initiative


def put_on(step: PlanStep, day: dt.date | None) -> None:
    """Give a step another day, of which her pen holders may be told again. Does not save."""
    if day != step.due_on:
        step.due_on, step.soon_entry, step.late_entry = day, None, None


# --- Steps ------------------------------------------------------------------------------------------------------------
@transaction.atomic
def add_step(*, initiative: Initiative, actor: User, submission_key: uuid.UUID | None = None, **told: Any) -> PlanStep:
    """Put a step of one's own behind the others. The same form posted twice makes one step.

    `told` is title, explanation, link_label, link_url, who and due_on. Raises Refused for who does not hold the pen,
    after the end, for who must be silent for a while, and for more than MOST_STEPS.
    """
    initiative = planned(initiative, actor, writes=True)
    key = submission_key or uuid.uuid4()
    if same := initiative.plan_steps.filter(submission_key=key).first():
        return same
    refuse_too_many(initiative, 1)
    step = PlanStep.objects.create(
        initiative=initiative,
        position=last_position(initiative) + 1,
        submission_key=uuid.uuid4() if PlanStep.objects.filter(submission_key=key).exists() else key,
        is_dated_by_hand=told.get("due_on") is not None,
        **told,
    )
    keep_up(initiative, actor, STEP_ADDED)
    return step


@transaction.atomic
def change_step(*, step: PlanStep, actor: User, based_on: str = "", **told: Any) -> PlanStep:
    """Change what a step is, who does it and when. A day set here stays when the day of the initiative moves.

    `based_on` is the `version` the writer saw; empty asks no question. Raises as `add_step` does, and Stale when
    somebody changed the step meanwhile.
    """
    initiative = planned(step.initiative, actor, writes=True)
    row = own_step(initiative, step)
    if all(getattr(row, name) == value for name, value in told.items()):
        return row
    if based_on and based_on != row.version:
        raise Stale(_("Iemand anders, of jij in een ander tabblad, heeft deze stap net veranderd."))
    due_on = told.pop("due_on", row.due_on)
    if due_on != row.due_on:
        row.is_dated_by_hand = True
    put_on(row, due_on)
    for name, value in told.items():
        setattr(row, name, value)
    row.save(update_fields=[*told, "due_on", "is_dated_by_hand", "soon_entry", "late_entry"])
    keep_up(initiative, actor, STEP_CHANGED)
    return row


@transaction.atomic
def drop_step(*, step: PlanStep, actor: User) -> None:
    """Take a step away; twice changes nothing. Raises Refused for who does not hold the pen, and after the end."""
    initiative = planned(step.initiative, actor)
    if initiative.plan_steps.filter(pk=step.pk).delete()[0]:
        keep_up(initiative, actor, STEP_DROPPED)


@transaction.atomic
def shift_step(*, step: PlanStep, actor: User, is_up: bool) -> None:
    """Let a step change places with the one above or below it; the first cannot go up. Raises as `drop_step` does."""
    initiative = planned(step.initiative, actor)
    if trade_places(initiative.plan_steps.in_order(), own_step(initiative, step), is_up=is_up):
        keep_up(initiative, actor, STEP_MOVED)


@transaction.atomic
def tick_step(*, step: PlanStep, actor: User, is_done: bool) -> PlanStep:
    """Tick a step off, or not yet after all; twice changes nothing. Raises as `drop_step` does."""
    initiative = planned(step.initiative, actor)
    row = own_step(initiative, step)
    if row.is_done == is_done:
        return row
    row.done_at, row.done_by = (timezone.now(), actor) if is_done else (None, None)
    row.save(update_fields=["done_at", "done_by"])
    keep_up(initiative, actor, STEP_DONE if is_done else STEP_UNDONE)
    return row


def planned(initiative: Initiative, actor: User, *, writes: bool = False) -> Initiative:
    """The initiative, locked, for who may plan it. Raises Refused; what she writes in public asks the brakes too."""
    initiative = locked(initiative)
    if not can_plan_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar of wie haar helpt kan de planning veranderen, zolang het loopt."))
    if writes and initiative.subject and initiative.subject.is_public:
        refuse_paused(actor)
    return initiative


def own_step(initiative: Initiative, step: PlanStep) -> PlanStep:
    """A step as it is now. Raises Refused for one that was taken away."""
    row = initiative.plan_steps.filter(pk=step.pk).first()
    if row is None:
        raise Refused(_("Deze stap is er niet meer."))
    return row


def last_position(initiative: Initiative) -> int:
    """The place of the last step; 0 where there is none."""
    return initiative.plan_steps.aggregate(last=Max("position"))["last"] or 0


def refuse_too_many(initiative: Initiative, more: int) -> None:
    """Raises Refused where an initiative would have more steps than a page can hold."""
    if initiative.plan_steps.count() + more > MOST_STEPS:
        words = {"most": MOST_STEPS}
        raise Refused(_("Een planning heeft hoogstens %(most)d stappen. Haal er eerst een paar weg.") % words)


def keep_up(initiative: Initiative, actor: User, verb: Verb, changes: Changes | None = None) -> None:
    """After a write: the kept columns, the log, and that its owners were heard. Expects it to be locked."""
    count_steps(initiative)
    if initiative.subject:
        hear(initiative)
    person = in_name_of(initiative, actor)
    record(actor=actor, verb=verb, subject=initiative.subject, person=person, changes=changes)


def count_steps(initiative: Initiative) -> None:
    """Write how many steps there are and are done, and which open one comes first: by day, else by place."""
    rows = list(initiative.plan_steps.in_order().values_list("title", "due_on", "done_at"))
    still_open = [(title, due_on) for title, due_on, done_at in rows if done_at is None]
    first = min(still_open, key=lambda row: (row[1] is None, row[1] or dt.date.max), default=("", None))
    initiative.step_count, initiative.steps_done = len(rows), len(rows) - len(still_open)
    initiative.next_step, initiative.next_step_on = first
    initiative.save(update_fields=["step_count", "steps_done", "next_step", "next_step_on"])


def forget_plan(initiative: Initiative) -> None:
    """Delete its steps, its day, and what people said about reminders and tips: its owner takes everything away."""
    for rows in (PlanStep, ReminderStop, DismissedCard):
        rows.objects.filter(initiative=initiative).delete()
    initiative.starts_on = None
    initiative.save(update_fields=["starts_on"])
    count_steps(initiative)


# --- Reminders and tips -----------------------------------------------------------------------------------------------
@transaction.atomic
def stop_reminders(*, initiative: Initiative, actor: User) -> None:
    """Send somebody no more reminders of this initiative; twice changes nothing. Refuses who holds no pen of it."""
    if not can_stop_reminders(actor, locked(initiative)):
        raise Refused(_("Alleen wie dit initiatief beheert, krijgt herinneringen."))
    ReminderStop.objects.get_or_create(initiative=initiative, user=actor)


@transaction.atomic
def resume_reminders(*, initiative: Initiative, actor: User) -> None:
    """Send them again."""
    ReminderStop.objects.filter(initiative=initiative, user=actor).delete()


@transaction.atomic
def dismiss_card(*, initiative: Initiative, actor: User, code: str) -> None:
    """Show a tip no more with this initiative; twice changes nothing. Raises as `drop_step` does."""
    initiative = planned(initiative, actor)
    if DismissedCard.objects.get_or_create(initiative=initiative, code=code)[1]:
        person = in_name_of(initiative, actor)
        changes = {"card": (None, code)}
        record(actor=actor, verb=TIP_DISMISSED, subject=initiative.subject, person=person, changes=changes)
