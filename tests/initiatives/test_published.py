"""What tests begin with is what people make: the factory of published initiatives leaves the rows of the action."""

from typing import Any

import pytest
import time_machine
from django.db import connection, transaction

from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.publishing import publish_initiative
from initiatives.enums import PlaceKind, Stage
from tests.factories.initiatives import InitiativeFactory, published, reachable
from tests.spare import Spare

HOME = {"place_kind": PlaceKind.HOME, "place_text": "Bij ons achter", "longitude": 4.505, "latitude": 51.905}
RANDOM = "submission_key"
COUNTS_STATEMENTS = "site_change"  # with a random number for each
TEAM = ["noor", "willem", "wilma", "mona"]


def by_action(**fields: Any) -> None:
    """The long way."""
    initiative = InitiativeFactory(**fields)
    reachable(initiative.owner)
    publish_initiative(initiative=initiative, actor=initiative.owner)


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables."""
    with connection.cursor() as cursor:
        found = {}
        for table in Spare("").filled(cursor) - {COUNTS_STATEMENTS}:
            cursor.execute(f'SELECT to_jsonb(t) - %s FROM "{table}" t ORDER BY to_jsonb(t)::text', [RANDOM])
            found[table] = [row for (row,) in cursor.fetchall()]
        return found


def left_by(make: Any, **fields: Any) -> dict[str, list[dict[str, Any]]]:
    """What stands everywhere after one way of publishing, which is then undone: the counting of ids too."""
    with connection.cursor() as cursor:
        before = Spare("").sequences(cursor)
    InitiativeFactory.reset_sequence(1, force=True)
    with transaction.atomic():
        make(**fields)
        rows = everything()
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        for name, value in before.items():
            cursor.execute("SELECT setval(%s::regclass, %s, %s)", [f'"{name}"', value or 1, value is not None])
    return rows


@pytest.mark.parametrize(
    ("fields", "around"),
    [
        ({"wijk": None, "theme": None}, []),
        ({}, ["mona"]),
        (HOME, TEAM),
        (HOME | {"place_kind": PlaceKind.PUBLIC, "organisation": "VvE", "source_stage": Stage.RUNNING}, TEAM),
    ],
)
def test_factory_leaves_what_the_action_leaves(
    fields: dict[str, Any],
    around: list[str],
    request: pytest.FixtureRequest,
    reference: None,
    garden_theme: Theme,
    fatima: User,
    oostgaarde: Wijk,
) -> None:
    for name in around:
        request.getfixturevalue(name)
    given = {"owner": fatima, "wijk": oostgaarde, "theme": garden_theme} | fields

    with time_machine.travel("2026-03-02 09:00 +0100", tick=False):
        assert left_by(published, **given) == left_by(by_action, **given)
