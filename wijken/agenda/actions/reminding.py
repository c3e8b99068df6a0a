"""Telling the gemeente of points of an agenda that wait for an answer too long."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from gemeente.activity.actions import notify, record
from gemeente.activity.models import Entry
from gemeente.places.models import Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from wijken.agenda.actions.agendas import current_of
from wijken.agenda.models import Opgave
from wijken.agenda.notices import WAITING, desk_of, points_url
from wijken.agenda.verbs import POINTS_WAIT

WEEK = dt.timedelta(days=6)  # a job that ran late must not silence the next


def late_before() -> dt.datetime:
    """What was offered before this moment should have had its answer."""
    return timezone.now() - dt.timedelta(days=rule(RuleName.AGENDA_ANSWER_DAYS))


def remind_of_points() -> int:
    """Remind the gemeente of each wijk with points that are late; at most once a week. Returns of how many wijken."""
    late = Opgave.objects.public().waiting().filter(offered_at__lt=late_before())
    wijken = Wijk.objects.filter(pk__in=late.values("wijk")).defer("boundary").order_by("pk")
    return sum(remind_of_wijk(wijk=wijk) for wijk in wijken)


@transaction.atomic
def remind_of_wijk(*, wijk: Wijk) -> bool:
    """Remind of the late points of one wijk; says whether somebody was told."""
    Wijk.objects.select_for_update(no_key=True).only("pk").get(pk=wijk.pk)
    agenda = current_of(wijk)
    count = Opgave.objects.public().waiting().in_wijk(wijk).filter(offered_at__lt=late_before()).count()
    if agenda is None or not count:
        return False
    lately = Entry.objects.filter(subject=agenda.subject, verb=POINTS_WAIT.name, created_at__gt=timezone.now() - WEEK)
    if lately.exists():
        return False
    entry = record(actor=None, verb=POINTS_WAIT, subject=agenda.subject, changes={"count": (None, count)})
    notify(entry=entry, recipients=desk_of(wijk), template=WAITING, path=points_url())
    return True
