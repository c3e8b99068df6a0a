"""Letting an initiative rest for a while, and going on. It is no stage: the road stays where it was."""

import datetime as dt

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of
from initiatives.actions.locking import for_each, locked, seen
from initiatives.models import Initiative
from initiatives.notices import PAUSE_OVER as IS_IT_OVER
from initiatives.notices import PAUSED as IT_RESTS
from initiatives.notices import RESUMED as IT_GOES_ON
from initiatives.notices import followers, pen_holders
from initiatives.policies import can_pause_initiative, can_resume_initiative
from initiatives.verbs import PAUSE_OVER, PAUSED, RESUMED

PAUSE = ("pause_reason", "paused_until")


@transaction.atomic
def pause_initiative(
    *, initiative: Initiative, actor: User, reason: str, until: dt.date | None = None, based_on: str = ""
) -> Initiative:
    """Let it rest, with a reason for everybody and perhaps a day to go on; or say that anew. Followers hear once.

    Refuses (Refused) who does not hold the pen, after the end, without a reason and with a day that has passed; Stale
    when somebody wrote something else about the pause meanwhile.
    """
    initiative = locked(initiative)
    if not can_pause_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan pauze nemen, zolang het initiatief loopt."))
    if not reason.strip():
        raise Refused(_("Vertel in een paar woorden waarom het even stilligt."))
    if until and until <= timezone.localdate():
        raise Refused(_("Kies een dag die nog komt."))
    is_same = (initiative.pause_reason, initiative.paused_until) == (reason.strip(), until)
    if based_on and based_on != seen(initiative, PAUSE) and not is_same:
        raise Stale(_("Iemand anders, of jij in een ander tabblad, heeft dit net veranderd."))
    if initiative.subject and initiative.subject.is_public:
        refuse_paused(actor)
    is_new = not initiative.is_paused
    initiative.paused_at = initiative.paused_at or timezone.now()
    initiative.pause_reason, initiative.paused_until, initiative.pause_reminded_at = reason.strip(), until, None
    initiative.save(update_fields=["paused_at", "pause_reason", "paused_until", "pause_reminded_at"])
    hear(initiative)
    if is_new:
        person = in_name_of(initiative, actor)
        changes = {"until": (None, until)}
        entry = record(actor=actor, verb=PAUSED, subject=initiative.subject, person=person, changes=changes)
        notify(entry=entry, recipients=followers(initiative, but=actor), template=IT_RESTS)
    return initiative


@transaction.atomic
def resume_initiative(*, initiative: Initiative, actor: User) -> Initiative:
    """Go on after a pause; followers hear. What goes on already stays as it is. Refuses who does not hold the pen."""
    initiative = locked(initiative)
    if can_pause_initiative(actor, initiative) and not initiative.is_paused:
        return initiative
    if not can_resume_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan na een pauze verdergaan."))
    end_pause(initiative)
    hear(initiative)
    entry = record(actor=actor, verb=RESUMED, subject=initiative.subject, person=in_name_of(initiative, actor))
    notify(entry=entry, recipients=followers(initiative, but=actor), template=IT_GOES_ON)
    return initiative


def end_pause(initiative: Initiative) -> None:
    """Forget the pause and its reason. Expects the initiative to be locked."""
    initiative.paused_at = initiative.paused_until = initiative.pause_reminded_at = None
    initiative.pause_reason = ""
    initiative.save(update_fields=["paused_at", "pause_reason", "paused_until", "pause_reminded_at"])


def remind_of_pauses() -> int:
    """Ask its owners, on the day they named, whether it goes on: once a pause. Returns how many were asked."""
    due = Initiative.objects.under_way().filter(paused_until__lte=timezone.localdate(), pause_reminded_at=None)
    return for_each(due, remind_of_pause)


@transaction.atomic
def remind_of_pause(*, initiative: Initiative) -> bool:
    """Ask the owners of one; says whether it was still due."""
    initiative = locked(initiative)
    is_due = initiative.paused_until and initiative.paused_until <= timezone.localdate()
    if not is_due or initiative.pause_reminded_at:
        return False
    initiative.pause_reminded_at = timezone.now()
    initiative.save(update_fields=["pause_reminded_at"])
    entry = record(actor=None, verb=PAUSE_OVER, subject=initiative.subject)
    with translation.override("nl"):
        path = reverse("initiatives:resume", args=[initiative.slug])
    notify(entry=entry, recipients=pen_holders(initiative), template=IS_IT_OVER, path=path)
    return True
