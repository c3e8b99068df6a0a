"""The full product: every stage x every step x everybody."""

import pytest

from gemeente.activity.actions import follow
from gemeente.activity.models import Notice
from gemeente.cases.actions import claim_case
from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.moving import move_initiative
from initiatives.enums import Stage
from initiatives.models import Initiative
from initiatives.workflow import TRANSITIONS, Transition, available
from tests.factories.initiatives import published

STEPS = {
    Stage.CONCEPT: set(),
    Stage.PUBLISHED: {Stage.PREPARING, Stage.RUNNING, Stage.STOPPED},
    Stage.PREPARING: {Stage.PUBLISHED, Stage.RUNNING, Stage.STOPPED},
    Stage.RUNNING: {Stage.PREPARING, Stage.REALISED, Stage.STOPPED},
    Stage.REALISED: {Stage.RUNNING},
    Stage.STOPPED: {Stage.PREPARING},
}


def at_stage(initiative: Initiative, stage: Stage) -> Initiative:
    """Put an initiative at a stage, past the workflow."""
    outcome = "Klaar." if stage in {Stage.REALISED, Stage.STOPPED} else ""
    Initiative.objects.filter(pk=initiative.pk).update(stage=stage, outcome=outcome)
    initiative.refresh_from_db()
    return initiative


@pytest.mark.parametrize("stage", Stage)
def test_available_steps_of_everybody(stage: Stage, cast: dict[str, User | None]) -> None:
    initiative = Initiative(owner=cast["fatima"], stage=stage)

    targets = {who: {t.target for t in available(initiative, user)} for who, user in cast.items() if user}

    assert targets.pop("fatima") == STEPS[stage]
    assert set().union(*targets.values()) == set()


@pytest.mark.parametrize("transition", TRANSITIONS, ids=lambda t: f"{t.source}-{t.target}")
def test_move_takes_every_step_of_the_table(transition: Transition, fatima: User, oostgaarde: Wijk) -> None:
    initiative = at_stage(published(owner=fatima, wijk=oostgaarde), transition.source)

    moved = move_initiative(
        initiative=initiative, actor=fatima, transition=transition, outcome="Het is klaar.", people_reached=40
    )

    assert moved.stage == transition.target
    assert moved.outcome == ("Het is klaar." if transition.needs_outcome else "")
    assert moved.people_reached == (40 if transition.target == Stage.REALISED else None)


@pytest.mark.parametrize("people", [None, 0])
def test_result_without_people_is_refused(people: int | None, fatima: User, oostgaarde: Wijk) -> None:
    initiative = at_stage(published(owner=fatima, wijk=oostgaarde), Stage.RUNNING)
    realise = next(t for t in TRANSITIONS if t.target == Stage.REALISED)

    with pytest.raises(Refused):
        move_initiative(
            initiative=initiative, actor=fatima, transition=realise, outcome="Het is klaar.", people_reached=people
        )


def test_move_tells_followers_and_the_contact_person(fatima: User, bram: User, noor: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    follow(user=bram, subject=initiative.subject)
    claim_case(case=initiative.case, actor=noor)

    move_initiative(initiative=initiative, actor=fatima, transition=TRANSITIONS[0])

    told = Notice.objects.filter(template="initiative_moved").values_list("recipient__name", flat=True)
    assert sorted(told) == ["Bram Jansen", "Noor Jansen"]


@pytest.mark.parametrize("who", ["bram", "willem", "noor", "mona", "hans"])
def test_move_is_refused_for_others(who: str, cast: dict[str, User], oostgaarde: Wijk) -> None:
    initiative = published(owner=cast["fatima"], wijk=oostgaarde)

    with pytest.raises(Refused):
        move_initiative(initiative=initiative, actor=cast[who], transition=TRANSITIONS[0])

    initiative.refresh_from_db()
    assert initiative.stage == Stage.PUBLISHED


def test_move_from_a_stale_page_is_refused(fatima: User, oostgaarde: Wijk) -> None:
    initiative = at_stage(published(owner=fatima, wijk=oostgaarde), Stage.RUNNING)

    with pytest.raises(Stale):
        move_initiative(initiative=initiative, actor=fatima, transition=TRANSITIONS[0])


@pytest.mark.parametrize(
    "transition", [t for t in TRANSITIONS if t.needs_outcome], ids=lambda t: f"{t.source}-{t.target}"
)
def test_end_without_outcome_is_refused(transition: Transition, fatima: User, oostgaarde: Wijk) -> None:
    initiative = at_stage(published(owner=fatima, wijk=oostgaarde), transition.source)

    with pytest.raises(Refused):
        move_initiative(initiative=initiative, actor=fatima, transition=transition, outcome="  ")
