"""Rounds of mail: at once (every few minutes), daily, weekly. Each entry of the log is in one round of each pace."""

import datetime as dt

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from procrastinate.contrib.django import app

from gemeente.activity.enums import Pace
from gemeente.activity.models import Entry
from wijken.following.models import Round, Watch
from wijken.following.news import news_entries

# Entries get their number before their transaction ends: the last minute waits for the next round, so none is missed.
SETTLED = dt.timedelta(minutes=1)


@transaction.atomic
def begin_round(pace: Pace) -> int:
    """Defer a mail for each who has something to hear at this pace; returns how many. Nothing new means no mail at all.

    The row of the pace stays locked: two workers that begin at once do one round.
    """
    settled = Entry.objects.filter(created_at__lte=timezone.now() - SETTLED).aggregate(last=Max("pk"))["last"] or 0
    row, is_new = Round.objects.select_for_update().get_or_create(pace=pace, defaults={"up_to": settled})
    if is_new or settled <= row.up_to:
        return 0
    new = news_entries().filter(pk__gt=row.up_to, pk__lte=settled).order_by()
    found = Watch.objects.filter(pace=pace).with_news_in(new).values_list("pk", flat=True).order_by("pk")
    number = 0
    for pk in found.iterator():
        app.configure_task("wijken.following.tasks.mail_news").defer(watch_id=pk, after=row.up_to, up_to=settled)
        number += 1
    row.up_to = settled
    row.save(update_fields=["up_to"])
    return number
