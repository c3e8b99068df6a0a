"""Advice in every state, made through the actions people use."""

import datetime as dt
from typing import Any

from django.utils import timezone

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.ways import draft_of
from wijken.advice.actions.asking import begin_advice
from wijken.advice.actions.plans import lay_voornemen
from wijken.advice.actions.replying import reply_to_advice
from wijken.advice.actions.votes import cast_vote, close_vote, open_vote
from wijken.advice.actions.writing import write_advice
from wijken.advice.enums import Choice, PlanKind, ReplyOutcome, Stance
from wijken.advice.models import Advice, Voornemen
from wijken.models import WayState

TEXT = "Maak het plein autovrij. Kinderen spelen er nu tussen de auto's."


def again(advice: Advice) -> Advice:
    """As the database has it now."""
    return Advice.objects.whole().get(pk=advice.pk)


def asking_way(wijk: Wijk) -> None:
    """Let the wijk ask its residents, and its board alone vote."""
    way = draft_of(wijk)
    way.rules.update(asks_residents=True)
    way.state, way.published_at = WayState.PUBLISHED, timezone.now()
    way.save(update_fields=["state", "published_at"])


def begun(wijk: Wijk, board: User, **fields: Any) -> Advice:
    """An advice without a text."""
    told = {"title": "" if fields.get("about") else "Het winkelplein"} | fields
    return again(begin_advice(wijk=wijk, actor=board, **told))


def written(wijk: Wijk, board: User, **fields: Any) -> Advice:
    """One with a text."""
    advice = begun(wijk, board, **fields)
    write_advice(advice=advice, actor=board, stance=Stance.CONDITIONAL, text=TEXT, based_on=0)
    return again(advice)


def in_voting(wijk: Wijk, board: User, **fields: Any) -> Advice:
    """One on which the WOP votes, for a week."""
    advice = written(wijk, board, **fields)
    open_vote(advice=advice, actor=board, closes_on=timezone.localdate() + dt.timedelta(days=7))
    return again(advice)


def given(wijk: Wijk, board: User, **fields: Any) -> Advice:
    """One that the board member voted for, and that the gemeente must answer."""
    advice = in_voting(wijk, board, **fields)
    cast_vote(advice=advice, actor=board, choice=Choice.IN_FAVOUR)
    close_vote(advice=advice, actor=board)
    return again(advice)


def replied(wijk: Wijk, board: User, by: User, **fields: Any) -> Advice:
    """One that is not followed."""
    advice = given(wijk, board, **fields)
    reply_to_advice(advice=advice, actor=by, outcome=ReplyOutcome.NOT_FOLLOWED, text="Het is een uitrukroute.")
    return again(advice)


def laid(actor: User, *wijken: Wijk, days: int = 28, **fields: Any) -> Voornemen:
    """A plan of the gemeente on which people can react for four weeks."""
    told: dict[str, Any] = {
        "title": "Groenonderhoud 2027",
        "text": "We snoeien en planten nieuwe bomen.",
        "fixed": "Zieke bomen gaan weg.",
        "undecided": "Waar er nieuwe komen.",
        "decides": "Het college",
    }
    react_until = timezone.localdate() + dt.timedelta(days=days)
    made = lay_voornemen(
        actor=actor, wijken=wijken, kind=PlanKind.MAINTENANCE, react_until=react_until, **told | fields
    )
    return Voornemen.objects.whole().get(pk=made.pk)
