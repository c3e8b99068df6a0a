"""The answer of the gemeente: what it does with an advice and why; who owes it, and reminding her."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.enums import Role
from gemeente.accounts.policies import can_be_contact
from gemeente.accounts.roles import people_with_role
from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused, Stale
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from wijken.advice.actions.locking import locked, locked_for
from wijken.advice.enums import AdviceState, ReplyOutcome
from wijken.advice.models import Advice, Reply
from wijken.advice.notices import DUE, LATE, REPLIED, TO_REPLY, tell_asker, tell_responsible, tell_wop
from wijken.advice.policies import can_hand_over_advice, can_reply
from wijken.advice.verbs import ADVICE_HANDED_OVER, ADVICE_REMINDED, ADVICE_REPLIED


@transaction.atomic
def reply_to_advice(*, advice: Advice, actor: User, outcome: ReplyOutcome, text: str, seen: int = 0) -> Reply:
    """Say what the gemeente does with an advice. WOP and who asked for it hear.

    `seen` is how many answers the writer saw: a later one corrects, and both stay. The same answer twice is one.
    Raises Refused for who is not responsible, and without reasons where it is not followed in whole or corrects;
    Stale when somebody else answered meanwhile.
    """
    advice = locked_for(advice, actor, can_reply, _("Dit antwoord geeft iemand anders."))
    last = advice.replies.first()
    if last and (last.outcome, last.text, last.by_id) == (outcome, text.strip(), actor.pk):
        return last
    if seen != (last.number if last else 0):
        raise Stale(_("Iemand anders, of jij in een ander tabblad, gaf net antwoord."))
    if not text.strip() and (outcome != ReplyOutcome.FOLLOWED or last):
        raise Refused(_("Schrijf op waarom. Het WOP heeft daar recht op."))
    made = Reply.objects.create(advice=advice, number=seen + 1, outcome=outcome, text=text.strip(), by=actor)
    before = advice.outcome or None
    advice.state, advice.outcome, advice.waiting_since = AdviceState.REPLIED, outcome, None
    advice.replied_at = advice.replied_at or made.replied_at
    advice.save(update_fields=["state", "outcome", "waiting_since", "replied_at"])
    changes = {"outcome": (before, outcome), "number": (None, made.number)}
    entry = record(actor=actor, verb=ADVICE_REPLIED, subject=advice.subject, changes=changes)
    tell_wop(entry, advice, REPLIED)
    if advice.asked_by_id != actor.pk:
        tell_asker(entry, advice, REPLIED)
    return made


@transaction.atomic
def hand_over_advice(*, advice: Advice, actor: User, to: User) -> Advice:
    """Make a colleague owe the answer; she hears it. To who owes it already changes nothing.

    Raises Refused for who may not, and for somebody who has no contact with residents.
    """
    advice = locked_for(advice, actor, can_hand_over_advice, _("Dit antwoord kun je niet overdragen."))
    if advice.responsible_id == to.pk:
        return advice
    if not can_be_contact(to):
        raise Refused(_("Kies een collega die contact heeft met inwoners."))
    changes = {"responsible": (advice.responsible_id, to.pk)}
    advice.responsible = to
    advice.save(update_fields=["responsible"])
    entry = record(actor=actor, verb=ADVICE_HANDED_OVER, subject=advice.subject, person=to, changes=changes)
    tell_responsible(entry, advice, TO_REPLY)
    return advice


# --- Reminding --------------------------------------------------------------------------------------------------------
def is_reminder_due(today: dt.date, reply_by: dt.date, reminded_on: dt.date | None, days: int) -> bool:
    """Whether somebody hears today of an answer that she owes. Pure.

    So many days before the term, the day after it, and then again each time that so many days went by.
    """
    if reminded_on is None:
        return today >= reply_by - dt.timedelta(days=days)
    if reminded_on <= reply_by:
        return today > reply_by
    return today >= reminded_on + dt.timedelta(days=days)


def remind_of_replies() -> int:
    """Remind who owes an answer, and let the team leads hear what is late; returns how many. Once a day at most."""
    days, today = rule(RuleName.ADVICE_REMIND_DAYS), timezone.localdate()
    rows = Advice.objects.waiting().filter(reply_by__lte=today + dt.timedelta(days=days)).order_by("pk")
    return sum(remind(advice=advice, today=today, days=days) for advice in rows)


@transaction.atomic
def remind(*, advice: Advice, today: dt.date, days: int) -> bool:
    """Remind of one answer, if that is due; says whether it was."""
    advice = locked(advice)
    if advice.state != AdviceState.GIVEN or advice.reply_by is None:
        return False
    if not is_reminder_due(today, advice.reply_by, advice.reminded_on, days):
        return False
    advice.reminded_on = today
    advice.save(update_fields=["reminded_on"])
    changes = {"days_late": (None, advice.days_late)}
    entry = record(actor=None, verb=ADVICE_REMINDED, subject=advice.subject, changes=changes)
    tell_responsible(entry, advice, LATE if advice.days_late else DUE)
    if advice.days_late:
        leads = people_with_role(Role.TEAM_LEAD)
        notify(entry=entry, recipients=leads, template=LATE, path=advice.desk_url)
    return True
