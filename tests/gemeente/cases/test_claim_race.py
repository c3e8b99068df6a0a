"""Eight civil servants claim one case at the same moment: one becomes the contact person, seven hear who."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from gemeente.accounts.enums import Role
from gemeente.activity.models import Notice
from gemeente.cases.actions import claim_case, taking
from gemeente.cases.models import CaseChange, CaseFile
from gemeente.lib.errors import Stale
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.initiatives import published

WAITING = """
SELECT count(*) FROM pg_locks WHERE NOT granted AND pid IN (
  SELECT pid FROM pg_locks WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database()))
"""


@pytest.fixture
def team(clone: None) -> list[User]:
    """Eight civil servants."""
    return [person(f"Ambtenaar{number}", role=Role.CIVIL_SERVANT) for number in range(1, 9)]


def claim_together(case: CaseFile, team: list[User]) -> list[str]:
    """Everybody claims while we hold the row; once all of them wait we let go. What each was told: "" who has it."""
    with ThreadPoolExecutor(len(team)) as pool:
        with transaction.atomic():
            CaseFile.objects.select_for_update().get(pk=case.pk)
            claims = [pool.submit(try_claim, case, user) for user in team]
            until_waiting(len(team))
        return [claim.result() for claim in claims]


def try_claim(case: CaseFile, user: User) -> str:
    """Claim on a connection of one's own."""
    try:
        claim_case(case=case, actor=user)
    except Stale as stale:
        return str(stale)
    finally:
        connection.close()
    return ""


def until_waiting(number: int) -> None:
    """Return once so many connections to this database wait for a lock."""
    last = time.monotonic() + 20
    with connection.cursor() as cursor:
        while cursor.execute(WAITING).fetchone()[0] < number:
            assert time.monotonic() < last, "not everybody came to the row"


def test_eight_claims_at_once_have_one_winner(team: list[User]) -> None:
    case = published().case

    told = claim_together(case, team)

    case.refresh_from_db()
    winner = case.contact
    assert [user for user, words in zip(team, told, strict=True) if not words] == [winner]
    assert sorted(told) == ["", *[f"{winner.name} was net eerder en is nu het vaste contact."] * 7]
    assert list(CaseChange.objects.values_list("name", "target", "actor")) == [("claim", "claimed", winner.pk)]
    assert Notice.objects.filter(template="case_claimed").count() == 1


def test_without_the_lock_more_than_one_would_win(team: list[User], monkeypatch: pytest.MonkeyPatch) -> None:
    case = published().case
    monkeypatch.setattr(taking, "locked", lambda case: CaseFile.objects.with_people().get(pk=case.pk))

    told = claim_together(case, team)

    assert told == [""] * 8
    assert CaseChange.objects.filter(name="claim").count() == 8
