"""Every policy x everybody x every stage x every right: only the owner and whom she named hold the pen."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from gemeente.users.models import User
from initiatives.enums import Right, Stage
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
    "show_photo": set(Stage),
    "read_participants": set(Stage) - {Stage.CONCEPT},
    "name_helper": set(Stage),
    "answer_quiet": {Stage.PUBLISHED, Stage.PREPARING, Stage.RUNNING},
    "answer_inquiry": set(Stage) - {Stage.CONCEPT},
    "tell_result": {Stage.REALISED},
    "leave": set(Stage) - {Stage.CONCEPT},
    "offer": set(Stage) - {Stage.CONCEPT},
    "choose_name": set(Stage),
    "name_organisation": OPEN_STAGES,
    "plan": OPEN_STAGES,
    "read_who": set(Stage),
    "stop_reminders": set(Stage),
    "state_needs": OPEN_STAGES,
    "state_share": set(Stage),
    "thank_helpers": set(Stage) - {Stage.CONCEPT},
    "choose_opgave": set(Stage) - {Stage.CONCEPT},
    "pause": {Stage.PUBLISHED, Stage.PREPARING, Stage.RUNNING},
}
# The table of rights: what each of them lets through, where the stage allows it. The rest is the owner's own.
READS = {"read_participants", "stop_helping", "read_who"}
WRITES = READS | {
    "tell_result",
    "revise",
    "tell_news",
    "remove_photo",
    "show_photo",
    "choose_name",
    "plan",
    "state_needs",
}
HOLDS_THE_PEN = WRITES | {
    "answer_inquiry",
    "move",
    "answer_quiet",
    "state_share",
    "thank_helpers",
    "name_organisation",
    "choose_opgave",
    "pause",
    "resume",
    "stop_reminders",
}
RIGHT_MAY = {Right.READER: READS, Right.WRITER: WRITES, Right.IN_NAME: HOLDS_THE_PEN, Right.OWNER: HOLDS_THE_PEN}
HELPER_MAY = {"stop_helping": set(Stage)}
WHILE_PAUSED = {"resume"}
OTHERS_MAY = {
    "participate": {Stage.PUBLISHED, Stage.PREPARING, Stage.RUNNING},
    "ask": set(Stage) - {Stage.CONCEPT},
}


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


@pytest.mark.parametrize("right", Right)
def test_policy_lets_each_right_do_what_the_table_says(
    right: Right, helped: Initiative, cast: dict[str, User | None], django_assert_num_queries: Callable
) -> None:
    Helper.objects.update(right=right)
    initiative = Initiative.objects.with_helpers().get()
    found, expected = {}, {}

    for name, stages in (OWNER_MAY | HELPER_MAY).items():
        for stage in Stage:
            initiative.stage = stage
            with django_assert_num_queries(0):
                found[name, stage] = {who for who, user in cast.items() if user and POLICIES[name](user, initiative)}
            of_owner = {"fatima"} if stage in OWNER_MAY.get(name, set()) else set()
            expected[name, stage] = of_owner | ({"bram"} if stage in stages and name in RIGHT_MAY[right] else set())

    assert found == expected


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("is_paused", [True, False])
def test_policy_lets_who_holds_the_pen_go_on_after_a_pause(
    right: Right, is_paused: bool, helped: Initiative, cast: dict[str, User | None]
) -> None:
    Helper.objects.update(right=right)
    initiative = Initiative.objects.with_helpers().get()
    initiative.paused_at = timezone.now() if is_paused else None

    allowed = {who for who, user in cast.items() if user and POLICIES["resume"](user, initiative)}

    of_bram = {"bram"} if "resume" in RIGHT_MAY[right] else set()
    assert allowed == ({"fatima"} | of_bram if is_paused else set())


@pytest.mark.parametrize("right", Right)
def test_policy_lets_who_only_writes_or_reads_along_join_in(right: Right, helped: Initiative, bram: User) -> None:
    Helper.objects.update(right=right)
    initiative = Initiative.objects.with_helpers().get()
    initiative.stage = Stage.PUBLISHED

    assert POLICIES["participate"](bram, initiative) == (right in (Right.WRITER, Right.READER))


def test_policy_refuses_a_helper_who_waits_or_stopped(helped: Initiative, wilma: User, willem: User) -> None:
    give_helper(helped, wilma, ended_at=timezone.now())
    Helper.objects.create(initiative=helped, email=willem.email, named_by=helped.owner)
    initiative = Initiative.objects.with_helpers().get()

    assert [who.name for who in (wilma, willem) if holds_pen(who, initiative)] == []


def test_policy_table_is_complete() -> None:
    assert POLICIES.keys() == OWNER_MAY.keys() | OTHERS_MAY.keys() | HELPER_MAY.keys() | WHILE_PAUSED
    assert RIGHT_MAY.keys() == set(Right)
    assert "fatima" in CAST


def test_policy_refuses_an_owner_who_closed_her_account(fatima: User) -> None:
    initiative = Initiative(owner=fatima, stage=Stage.PUBLISHED)
    fatima.is_active = False

    assert [name for name in OWNER_MAY if POLICIES[name](fatima, initiative)] == []
