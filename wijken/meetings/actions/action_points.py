"""What somebody does after a meeting. It comes back on the next agenda until it is ticked off."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused
from gemeente.lib.hand_over import HandOver
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.meetings.actions.meetings import locked
from wijken.meetings.models import ActionPoint, Meeting, Minutes, Point
from wijken.meetings.notices import ACTION_FOR_YOU, own_page
from wijken.meetings.policies import can_tick_action, can_write_minutes
from wijken.meetings.verbs import (
    ACTION_ADDED,
    ACTION_CHANGED,
    ACTION_DONE,
    ACTION_DROPPED,
    ACTION_TOLD,
    ACTION_UNDONE,
    ACTIONS_HANDED_OVER,
)

MOST_ACTIONS = 100


@transaction.atomic
def add_action(
    *,
    meeting: Meeting,
    actor: User,
    what: str,
    submission_key: uuid.UUID,
    user: User | None = None,
    who: str = "",
    due_on: dt.date | None = None,
    point: Point | None = None,
) -> ActionPoint:
    """Write down what somebody does: a person, or words for who has no account. The same form twice makes one.

    She hears of it once the minutes are public, at once where they are. Raises Refused for who may not write the
    minutes, and without saying what.
    """
    meeting = writable(meeting, actor)
    if same := ActionPoint.objects.filter(submission_key=submission_key, meeting=meeting).first():
        return same
    if meeting.actions.count() >= MOST_ACTIONS:
        raise Refused(_("Er staan al heel veel acties bij deze bijeenkomst."))
    made = ActionPoint.objects.create(
        meeting=meeting,
        what=what.strip(),
        user=user,
        who="" if user else who.strip(),
        due_on=due_on,
        point=point,
        submission_key=submission_key,
    )
    record(actor=actor, verb=ACTION_ADDED, subject=meeting.subject)
    tell_of_actions(meeting, actor)
    return made


@transaction.atomic
def change_action(
    *, action: ActionPoint, actor: User, what: str, user: User | None, who: str, due_on: dt.date | None
) -> ActionPoint:
    """Change what, who or when; somebody new hears of it. Raises Refused for who may not write the minutes."""
    meeting, action = locked_action(action)
    writable(meeting, actor)
    if action.user_id != (user.pk if user else None):
        action.told_at = None
    action.what, action.user, action.who, action.due_on = what.strip(), user, "" if user else who.strip(), due_on
    action.save(update_fields=["what", "user", "who", "due_on", "told_at"])
    record(actor=actor, verb=ACTION_CHANGED, subject=meeting.subject)
    tell_of_actions(meeting, actor)
    return action


@transaction.atomic
def drop_action(*, action: ActionPoint, actor: User) -> None:
    """Take an action away. Raises Refused for who may not write the minutes."""
    meeting, action = locked_action(action)
    writable(meeting, actor)
    action.delete()
    record(actor=actor, verb=ACTION_DROPPED, subject=meeting.subject)


@transaction.atomic
def tick_action(*, action: ActionPoint, actor: User, is_done: bool) -> ActionPoint:
    """Tick it off, or take the tick away; twice changes nothing.

    Raises Refused for who neither does it nor is of the WOP.
    """
    meeting, action = locked_action(action)
    if not can_tick_action(actor, action):
        raise Refused(_("Alleen wie dit doet en het WOP zetten het op klaar."))
    if action.is_done == is_done:
        return action
    action.done_at, action.done_by = (timezone.now(), actor) if is_done else (None, None)
    action.save(update_fields=["done_at", "done_by"])
    record(actor=actor, verb=ACTION_DONE if is_done else ACTION_UNDONE, subject=meeting.subject)
    return action


def tell_of_actions(meeting: Meeting, actor: User | None) -> None:
    """Tell who must do something and did not hear it yet, once the minutes are public. Expects the meeting locked."""
    if not Minutes.objects.filter(meeting=meeting, published__isnull=False).exists():
        return
    waiting = meeting.actions.open().filter(user__isnull=False, told_at=None).select_related("user")
    people = {action.user for action in waiting if action.user and action.user != actor}
    if people:
        entry = record(actor=actor, verb=ACTION_TOLD, subject=meeting.subject)
        notify(entry=entry, recipients=people, template=ACTION_FOR_YOU, path=own_page())
    waiting.update(told_at=timezone.now())


# --- Handing over -----------------------------------------------------------------------------------------------------
def open_actions_of(user: User, wijk: Wijk | Any) -> Any:
    """What somebody still has to do in a wijk."""
    return ActionPoint.objects.open().filter(user=user, meeting__wijk=wijk)


def count_actions(user: User, wijk: Wijk | Any) -> int:
    """How much that is."""
    return int(open_actions_of(user, wijk).count())


def hand_over_actions(user: User, successor: User, wijk: Wijk, actor: User) -> None:
    """Give all of it to a successor, who was found fit by who calls. Expects the transaction that hands over."""
    rows = list(open_actions_of(user, wijk).select_for_update().values_list("pk", flat=True))
    if rows:
        ActionPoint.objects.filter(pk__in=rows).update(user=successor)
        changes = {"number": (None, len(rows))}
        record(actor=actor, verb=ACTIONS_HANDED_OVER, person=successor, changes=changes)


def words_of(number: int) -> str:
    """How much goes along."""
    return ngettext("%(number)d actie uit een verslag", "%(number)d acties uit verslagen", number) % {"number": number}


ACTIONS_HAND_OVER = HandOver("acties uit verslagen", count_actions, hand_over_actions, words_of)


# --- Bookkeeping ------------------------------------------------------------------------------------------------------
def writable(meeting: Meeting, actor: User) -> Meeting:
    """The meeting, locked, of which somebody may write the minutes. Raises Refused."""
    meeting = locked(meeting)
    if not can_write_minutes(actor, meeting):
        raise Refused(_("Alleen het WOP schrijft acties op, als de bijeenkomst begonnen is."))
    return meeting


def locked_action(action: ActionPoint) -> tuple[Meeting, ActionPoint]:
    """An action as it is now, with its meeting locked. Raises Refused where it is gone."""
    meeting = locked(action.meeting)
    found = ActionPoint.objects.filter(pk=action.pk).first()
    if found is None:
        raise Refused(_("Deze actie is er niet meer."))
    found.meeting = meeting
    return meeting, found
