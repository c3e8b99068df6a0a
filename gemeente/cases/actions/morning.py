"""What the team hears every morning."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from gemeente.activity.actions import notify, record
from gemeente.cases import verbs
from gemeente.cases.models import CaseFile
from gemeente.cases.notices import CASES_WAITING, team
from gemeente.lib.terms import is_working_day


@transaction.atomic
def tell_team_who_waits() -> bool:
    """Tell the team in the morning how many people wait for somebody to take up their case; says whether it did.

    Silent on days off and when nobody waits: no empty mail.
    """
    today = timezone.localdate()
    waiting = CaseFile.objects.unclaimed()
    number = waiting[:1000].count()
    if not number or not is_working_day(today):
        return False
    late = waiting.filter(due_on__lt=today)[:1000].count()
    entry = record(actor=None, verb=verbs.CASES_WAIT, changes={"waiting": (None, number), "late": (None, late)})
    notify(entry=entry, recipients=team(), template=CASES_WAITING, path=reverse("cases:worklist"))
    return True
