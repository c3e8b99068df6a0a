"""Voting on an advice: opening, voting, more time, and counting by the rule under which it began."""

import datetime as dt

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import give_receipt, notify, record
from gemeente.activity.enums import ReceiptKind
from gemeente.lib.errors import Refused, Stale
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from wijken.advice.actions.locking import keep_subject_true, locked, locked_for, open_round
from wijken.advice.enums import AdviceState, Choice
from wijken.advice.models import Advice, Ballot, Round
from wijken.advice.notices import (
    GIVEN,
    NOT_ADOPTED,
    SHORT,
    TO_REPLY,
    VOTE,
    board_of,
    path_of,
    tell_asker,
    tell_responsible,
    tell_wop,
    who_answers,
)
from wijken.advice.policies import can_close_vote, can_open_vote, can_vote_on_advice
from wijken.advice.verbs import ADVICE_GIVEN, VOTE_CLOSED, VOTE_MOVED, VOTE_OPENED, VOTE_SHORT
from wijken.voting import Ballots, Outcome, Tally, tally
from wijken.ways import voters_of

MOST_DAYS = 120  # a vote that is open longer is forgotten
NUMBERS = ("outcome", "eligible", "quorum_needed", "majority_needed", "in_favour", "against", "blank", "recused")


@transaction.atomic
def open_vote(*, advice: Advice, actor: User, closes_on: dt.date, version: int | None = None) -> Round:
    """Let the WOP vote on the text as it is, until the end of a day; who votes hears it.

    `version` is the text that the board member saw. Opening twice changes nothing. Raises Refused for who is not on
    the board, without a text and for a day that makes no sense; Stale when the text changed meanwhile.
    """
    advice = locked(advice)
    if advice.state == AdviceState.VOTING and can_close_vote(actor, advice):
        return open_round(advice)
    if not can_open_vote(actor, advice):
        raise Refused(_("Alleen het bestuur laat stemmen, als er een tekst is."))
    if version not in (None, advice.version_count):
        raise Stale(_("Iemand heeft de tekst net veranderd. Lees hem eerst."))
    refuse_day(closes_on)
    row = Round.objects.create(
        advice=advice,
        number=Round.objects.filter(advice=advice).count() + 1,
        version=advice.version_count,
        opened_by=actor,
        closes_on=closes_on,
    )
    advice.state = AdviceState.VOTING
    advice.save(update_fields=["state"])
    changes = {"round": (None, row.number), "version": (None, row.version), "closes_on": (None, closes_on)}
    entry = record(actor=actor, verb=VOTE_OPENED, subject=advice.subject, changes=changes)
    assert advice.rule is not None
    voters = voters_of(advice.wijk, advice.rule.voters)
    notify(entry=entry, recipients=voters, template=VOTE, path=path_of(advice, "vote"))
    return row


@transaction.atomic
def move_vote(*, advice: Advice, actor: User, closes_on: dt.date) -> Round:
    """Give more time, or less; votes that were cast stay. Raises Refused for who is not on the board."""
    advice = locked_for(advice, actor, can_close_vote, _("Alleen het bestuur kiest tot wanneer jullie stemmen."))
    refuse_day(closes_on)
    row = open_round(advice)
    changes = {"round": (None, row.number), "closes_on": (row.closes_on, closes_on)}
    row.closes_on, row.short_on = closes_on, None
    row.save(update_fields=["closes_on", "short_on"])
    record(actor=actor, verb=VOTE_MOVED, subject=advice.subject, changes=changes)
    return row


def refuse_day(day: dt.date) -> None:
    """Refuse a last day that is past, or further than anybody remembers. Raises Refused."""
    if not timezone.localdate() <= day <= timezone.localdate() + dt.timedelta(days=MOST_DAYS):
        raise Refused(_("Kies vandaag of een dag daarna, hooguit vier maanden vooruit."))


@transaction.atomic
def cast_vote(
    *, advice: Advice, actor: User, choice: Choice, reason: str = "", view: str = "", shows_name: bool = False
) -> Ballot:
    """Vote, or change one's vote, until it is counted. It is in no log: who voted what is for the WOP.

    Who has an interest of her own says which, and counts no more among who can vote. Who is against may write why:
    that is published with the advice. Raises Refused for who does not vote here, once it is closed, and without a
    reason to keep out.
    """
    advice = locked_for(advice, actor, can_vote_on_advice, _("Stemmen kan hier nu niet."))
    row = open_round(advice)
    if row.is_over:
        raise Refused(_("De laatste dag om te stemmen is voorbij. Het bestuur kan jullie meer tijd geven."))
    if choice == Choice.RECUSED and not reason.strip():
        raise Refused(_("Schrijf op welk belang je hebt. Alleen het WOP leest dit."))
    has_view = choice == Choice.AGAINST and bool(view.strip())
    told = {
        "choice": choice,
        "reason": reason.strip() if choice == Choice.RECUSED else "",
        "view": view.strip() if has_view else "",
        "shows_name": shows_name and has_view,
        "cast_at": timezone.now(),
    }
    return Ballot.objects.update_or_create(round=row, voter=actor, defaults=told)[0]


@transaction.atomic
def close_vote(*, advice: Advice, actor: User | None, round_number: int | None = None) -> Tally | None:
    """Count the votes: more were for and it is given, else it is written anew; too few and the vote stays open.

    Nobody (`actor` is None) closes it when its last day is past. What was closed already gives None. `round_number`
    is the vote that the board member saw. Raises Refused for who is not on the board; Stale when it is another vote.
    """
    advice = locked(advice)
    if advice.state != AdviceState.VOTING:
        return None
    if actor is not None and not can_close_vote(actor, advice):
        raise Refused(_("Alleen het bestuur sluit de stemming."))
    row = open_round(advice)
    if actor is None and not row.is_over:
        return None
    if round_number not in (None, row.number):
        raise Stale(_("Er is intussen een nieuwe stemming. Kijk wat er nu staat."))
    found = counted(advice, row)
    if found.outcome == Outcome.NO_QUORUM:
        tell_too_few(advice, row, found, actor)
        return found
    freeze(row, found)
    names = ("in_favour", "against", "blank", "recused", "eligible", "outcome")
    changes = {name: (None, getattr(found, name)) for name in names} | {"round": (None, row.number)}
    entry = record(actor=actor, verb=VOTE_CLOSED, subject=advice.subject, changes=changes)
    if found.outcome == Outcome.POSITIVE:
        give(advice, row, actor)
    else:
        advice.state = AdviceState.DRAFTING
        advice.save(update_fields=["state"])
        tell_wop(entry, advice, NOT_ADOPTED)
    return found


def counted(advice: Advice, row: Round) -> Tally:
    """What the votes come to now: of who may vote today, and of nobody else.

    Marks the votes of who was a voter when she voted and is none any more.
    """
    assert advice.rule is not None
    voters = voters_of(advice.wijk, advice.rule.voters)
    votes = Ballot.objects.filter(round=row)
    votes.update(counts=False)
    votes.filter(voter__in=voters.order_by().values("pk")).update(counts=True)
    by_choice = dict(votes.filter(counts=True).order_by().values_list("choice").annotate(Count("pk")))
    ballots = Ballots(**{choice.value: by_choice.get(choice.value, 0) for choice in Choice})
    return tally(advice.rule, voters.count(), ballots)


def freeze(row: Round, found: Tally) -> None:
    """Close a vote with its numbers; from here on the database changes none of it."""
    for name in NUMBERS:
        setattr(row, name, getattr(found, name))
    row.closed_at = timezone.now()
    row.save(update_fields=["closed_at", *NUMBERS])


def tell_too_few(advice: Advice, row: Round, found: Tally, actor: User | None) -> None:
    """Write down that too few people voted; where nobody looks, the board hears it, once for each last day."""
    if actor is None and row.short_on == row.closes_on:
        return
    changes = {"round": (None, row.number), "cast": (None, found.cast), "quorum": (None, found.quorum_needed)}
    entry = record(actor=actor, verb=VOTE_SHORT, subject=advice.subject, changes=changes)
    if actor is None:
        row.short_on = row.closes_on
        row.save(update_fields=["short_on"])
        notify(entry=entry, recipients=board_of(advice.wijk), template=SHORT, path=path_of(advice, "close"))


def give(advice: Advice, row: Round, actor: User | None) -> None:
    """Send it to the gemeente: somebody there owes an answer from now on, and the WOP has its receipt."""
    now = timezone.now()
    advice.state, advice.given_at, advice.waiting_since = AdviceState.GIVEN, now, now
    advice.reply_by = timezone.localdate() + dt.timedelta(days=rule(RuleName.ADVICE_REPLY_DAYS))
    advice.responsible = who_answers(advice.wijk, advice.asked_by)
    advice.save(update_fields=["state", "given_at", "waiting_since", "reply_by", "responsible"])
    keep_subject_true(advice)
    changes = {
        "stance": (None, advice.stance),
        "reply_by": (None, advice.reply_by),
        "responsible": (None, advice.responsible_id),
    }
    entry = record(actor=actor, verb=ADVICE_GIVEN, subject=advice.subject, changes=changes)
    text = f"{advice.shown_title}\n\n{advice.get_stance_display()}\n\n{advice.text}"
    give_receipt(kind=ReceiptKind.ADVICE, text=text, person=actor or row.opened_by, subject=advice.subject)
    tell_responsible(entry, advice, TO_REPLY)
    tell_asker(entry, advice, GIVEN)
    tell_wop(entry, advice, GIVEN, without=actor)


def close_votes_that_are_over() -> int:
    """Count each vote whose last day is past; returns how many were looked at. Again changes nothing more."""
    rows = Advice.objects.filter(state=AdviceState.VOTING, rounds__closed_at=None)
    rows = rows.filter(rounds__closed_at=None, rounds__closes_on__lt=timezone.localdate()).order_by("pk")
    return sum(close_vote(advice=advice, actor=None) is not None for advice in rows.distinct())
