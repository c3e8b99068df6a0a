"""Two of a board who end each other at the same moment: the first counts, and the WOP keeps a board."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction
from django.utils import timezone

from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.teams import in_team
from tests.gemeente.cases.test_claim_race import until_waiting
from wijken.actions.team import end_membership
from wijken.enums import Function
from wijken.team import board_of


def end(user_id: int, actor_id: int, wijk_id: int) -> str:
    """Let one end the other, on a connection of its own."""
    try:
        people = User.objects.in_bulk([user_id, actor_id])
        wijk = Wijk.objects.get(pk=wijk_id)
        end_membership(wijk=wijk, user=people[user_id], actor=people[actor_id], reason="Ruzie.")
    except Refused as refusal:
        return str(refusal)
    finally:
        connection.close()
    return "done"


def test_board_that_ends_each_other_at_once_keeps_one(clone: None, reference: None, oostgaarde: Wijk) -> None:
    one, other = in_team("Anna", oostgaarde, Function.CHAIR), in_team("Bert", oostgaarde, Function.SECRETARY)
    with ThreadPoolExecutor(2) as pool:
        with transaction.atomic():
            Wijk.objects.select_for_update(no_key=True).get(pk=oostgaarde.pk)
            acts = [pool.submit(end, a.pk, b.pk, oostgaarde.pk) for a, b in ((one, other), (other, one))]
            until_waiting(2)
        found = sorted(act.result() for act in acts)

    assert found == ["Alleen wie het doet, of het bestuur, kan dit beëindigen.", "done"]
    assert len(board_of(oostgaarde, timezone.localdate())) == 1
