"""The last two votes at the moment that the board counts: each is counted or refused, and it is given once."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction
from django.utils import timezone

from gemeente.activity.models import Receipt
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.advice import written
from tests.gemeente.cases.test_claim_race import until_waiting
from wijken.advice.actions.votes import cast_vote, close_vote, open_vote
from wijken.advice.enums import Choice
from wijken.advice.models import Advice, Ballot, Round


def on_its_own(act: object, **told: object) -> str:
    """An act on a connection of its own; says whether it was refused."""
    try:
        told["actor"] = User.objects.get(pk=told["actor"].pk)
        act(**told)
    except Refused:
        return "refused"
    finally:
        connection.close()
    return "done"


def test_last_votes_and_two_closings_at_once(
    clone: None, reference: None, willem: User, wilma: User, oostgaarde: Wijk
) -> None:
    advice = written(oostgaarde, willem)
    open_vote(advice=advice, actor=willem, closes_on=timezone.localdate() + dt.timedelta(days=3))
    cast_vote(advice=advice, actor=willem, choice=Choice.IN_FAVOUR)

    with ThreadPoolExecutor(4) as pool:
        with transaction.atomic():
            Advice.objects.select_for_update().get(pk=advice.pk)
            acts = [
                pool.submit(on_its_own, cast_vote, advice=advice, actor=wilma, choice=Choice.AGAINST),
                pool.submit(on_its_own, cast_vote, advice=advice, actor=wilma, choice=Choice.BLANK),
                pool.submit(on_its_own, close_vote, advice=advice, actor=willem, round_number=1),
                pool.submit(on_its_own, close_vote, advice=advice, actor=willem, round_number=1),
            ]
            until_waiting(4)
        got = [act.result() for act in acts]

    row = Round.objects.get()
    stored = Ballot.objects.filter(round=row, counts=True).count()
    assert row.cast + row.recused == stored
    assert got[2:] == ["done", "done"]
    assert got[:2].count("done") >= stored - 1
    assert Receipt.objects.count() == (1 if row.outcome == "positive" else 0)
