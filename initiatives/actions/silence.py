"""Whether somebody is still there: a question after a long silence, its answer, and what happens without one.

Nothing here moves a stage: that is its owner's, however long she is silent.
"""

import datetime as dt

from django.db import transaction
from django.db.models import Count, F, Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.cases.models import CaseFile
from gemeente.cases.notices import tell_desk
from gemeente.lib.errors import Refused
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of
from initiatives.actions.locking import for_each, locked
from initiatives.delivery import quiet_path
from initiatives.enums import Asked
from initiatives.models import Initiative, QuietQuestion
from initiatives.notices import QUIET, QUIET_VISIT, pen_holders
from initiatives.outdoor_policies import can_answer_for_owner
from initiatives.policies import can_answer_quiet
from initiatives.verbs import HEARD_AGAIN, QUIET_ASKED, WENT_QUIET


def ask_who_is_quiet() -> tuple[int, int]:
    """Ask after each silence that is long enough; returns how many were asked, and how many are called quiet now.

    A year without a sign asks a question, another year the next. When the last of them had its time for an answer, the
    page says that nothing was heard. Nobody is asked during a pause, nor in the year after the day on which it ended.
    """
    now, most = timezone.now(), rule(RuleName.QUIET_QUESTIONS)
    ask_before = now - dt.timedelta(days=rule(RuleName.QUIET_ASK_DAYS))
    reply_before = now - dt.timedelta(days=rule(RuleName.QUIET_REPLY_DAYS))
    since = Q(quiet_questions__asked_at__gt=F("heard_at"))
    rests = Q(paused_at__isnull=False) & (Q(paused_until=None) | Q(paused_until__gt=ask_before))
    rows = Initiative.objects.under_way().filter(heard_at__lte=ask_before, quiet_since=None).exclude(rests)
    rows = rows.annotate(
        unanswered=Count("quiet_questions", filter=since), last=Max("quiet_questions__asked_at", filter=since)
    )
    to_ask = rows.filter(unanswered__lt=most).filter(Q(last=None) | Q(last__lte=ask_before))
    silent = rows.filter(unanswered__gte=most, last__lte=reply_before)
    return for_each(to_ask, ask_quiet), for_each(silent, go_quiet)


@transaction.atomic
def ask_quiet(*, initiative: Initiative) -> QuietQuestion:
    """Ask owner and helper whether it still goes on; who has neither account nor helper gets a visit."""
    initiative = locked(initiative)
    people = [user for user in pen_holders(initiative) if user.email and user.is_active]
    owner_reads = any(user.pk == initiative.owner_id for user in people)
    asked = Asked.OWNER if owner_reads else Asked.HELPER if people else Asked.VISIT
    question = QuietQuestion.objects.create(initiative=initiative, asked=asked)
    entry = record(actor=None, verb=QUIET_ASKED, subject=initiative.subject, changes={"asked": (None, asked)})
    for user in people:
        notify(entry=entry, recipients=[user], template=QUIET, path=quiet_path(question, user))
    if asked == Asked.VISIT:
        tell_desk(entry, CaseFile.objects.with_people().get(initiative=initiative), QUIET_VISIT)
    return question


@transaction.atomic
def go_quiet(*, initiative: Initiative) -> Initiative:
    """Let the page say that nothing was heard for long. One sign of life takes it away."""
    initiative = locked(initiative)
    initiative.quiet_since = timezone.now()
    initiative.save(update_fields=["quiet_since"])
    record(actor=None, verb=WENT_QUIET, subject=initiative.subject)
    return initiative


@transaction.atomic
def answer_quiet(*, initiative: Initiative, actor: User) -> Initiative:
    """Say that it still goes on. Refuses (Refused) who neither holds the pen nor visited an owner on paper."""
    initiative = locked(initiative)
    if not can_answer_quiet(actor, initiative) and not can_answer_for_owner(actor, initiative):
        raise Refused(_("Alleen de eigenaar of wie haar helpt kan dit zeggen."))
    hear(initiative)
    record(actor=actor, verb=HEARD_AGAIN, subject=initiative.subject, person=in_name_of(initiative, actor))
    return initiative
