"""Every policy x everybody x every stage: only the owner holds the pen."""

import pytest
from django.contrib.auth.models import AnonymousUser

from gemeente.users.models import User
from initiatives.enums import Stage
from initiatives.models import Initiative
from initiatives.policies import POLICIES
from tests.conftest import CAST

OPEN_STAGES = {Stage.CONCEPT, Stage.PUBLISHED, Stage.PREPARING, Stage.RUNNING}
OWNER_MAY = {
    "revise": OPEN_STAGES,
    "publish": {Stage.CONCEPT},
    "move": set(Stage) - {Stage.CONCEPT},
    "tell_news": set(Stage) - {Stage.CONCEPT},
    "remove_photo": set(Stage),
    "read_participants": set(Stage) - {Stage.CONCEPT},
}
OTHERS_MAY = {"participate": {Stage.PUBLISHED, Stage.PREPARING, Stage.RUNNING}}


@pytest.mark.parametrize("name", OWNER_MAY)
@pytest.mark.parametrize("stage", Stage)
def test_policy_lets_only_the_owner_through(name: str, stage: Stage, cast: dict[str, User | None]) -> None:
    initiative = Initiative(owner=cast["fatima"], stage=stage)

    allowed = {who for who, user in cast.items() if user and POLICIES[name](user, initiative)}

    assert allowed == ({"fatima"} if stage in OWNER_MAY[name] else set())


@pytest.mark.parametrize("name", OTHERS_MAY)
@pytest.mark.parametrize("stage", Stage)
def test_policy_lets_everybody_but_the_owner_through(name: str, stage: Stage, cast: dict[str, User | None]) -> None:
    initiative = Initiative(owner=cast["fatima"], stage=stage)
    people = {**cast, "anonymous": AnonymousUser()}

    allowed = {who for who, user in people.items() if POLICIES[name](user, initiative)}

    assert allowed == (set(people) - {"fatima"} if stage in OTHERS_MAY[name] else set())


def test_policy_table_is_complete() -> None:
    assert POLICIES.keys() == OWNER_MAY.keys() | OTHERS_MAY.keys()
    assert "fatima" in CAST


def test_policy_refuses_an_owner_who_closed_her_account(fatima: User) -> None:
    initiative = Initiative(owner=fatima, stage=Stage.PUBLISHED)
    fatima.is_active = False

    assert [name for name in OWNER_MAY if POLICIES[name](fatima, initiative)] == []
