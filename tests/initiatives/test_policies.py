"""Every policy x everybody x every stage: only the owner and whom she named hold the pen."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from gemeente.users.models import User
from initiatives.enums import Stage
from initiatives.models import Helper, Initiative
from initiatives.policies import POLICIES, holds_pen
from tests.conftest import CAST
from tests.factories.initiatives import InitiativeFactory
from tests.factories.outdoors import give_helper

OPEN_STAGES = {Stage.CONCEPT, Stage.PUBLISHED, Stage.PREPARING, Stage.RUNNING}
OWNER_MAY = {
    "revise": OPEN_STAGES,
    "publish": {Stage.CONCEPT},
    "move": set(Stage) - {Stage.CONCEPT},
    "tell_news": set(Stage) - {Stage.CONCEPT},
    "remove_photo": set(Stage),
    "read_participants": set(Stage) - {Stage.CONCEPT},
    "name_helper": set(Stage),
    "answer_quiet": {Stage.PUBLISHED, Stage.PREPARING, Stage.RUNNING},
    "leave": set(Stage) - {Stage.CONCEPT},
}
# What she who helps may not do in the owner's name: that is the owner's own.
NEVER_A_HELPER = {"publish", "name_helper", "leave"}
HELPER_MAY = {"stop_helping": set(Stage)}
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


@pytest.fixture
def helped(fatima: User, bram: User) -> Initiative:
    """Fatima's initiative with Bram as her helper."""
    initiative = InitiativeFactory(owner=fatima)
    give_helper(initiative, bram)
    return initiative


@pytest.mark.parametrize("name", OWNER_MAY | HELPER_MAY)
@pytest.mark.parametrize("stage", Stage)
def test_policy_lets_a_helper_do_what_is_not_the_owners_own(
    name: str, stage: Stage, helped: Initiative, cast: dict[str, User | None], django_assert_num_queries: Callable
) -> None:
    initiative = Initiative.objects.with_helpers().get()
    initiative.stage = stage
    of_owner = {"fatima"} if stage in OWNER_MAY.get(name, set()) else set()
    of_helper = {"bram"} if stage in (HELPER_MAY | OWNER_MAY)[name] and name not in NEVER_A_HELPER else set()

    with django_assert_num_queries(0):
        allowed = {who for who, user in cast.items() if user and POLICIES[name](user, initiative)}

    assert allowed == of_owner | of_helper


def test_policy_refuses_a_helper_who_waits_or_stopped(helped: Initiative, wilma: User, willem: User) -> None:
    give_helper(helped, wilma, ended_at=timezone.now())
    Helper.objects.create(initiative=helped, email=willem.email, named_by=helped.owner)
    initiative = Initiative.objects.with_helpers().get()

    assert [who.name for who in (wilma, willem) if holds_pen(who, initiative)] == []


def test_policy_table_is_complete() -> None:
    assert POLICIES.keys() == OWNER_MAY.keys() | OTHERS_MAY.keys() | HELPER_MAY.keys()
    assert "fatima" in CAST


def test_policy_refuses_an_owner_who_closed_her_account(fatima: User) -> None:
    initiative = Initiative(owner=fatima, stage=Stage.PUBLISHED)
    fatima.is_active = False

    assert [name for name in OWNER_MAY if POLICIES[name](fatima, initiative)] == []
