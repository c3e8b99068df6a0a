"""Initiatives in the way of their wijk: each stands at a stage that is there, in the words of that wijk."""

import pytest
from django.db import DatabaseError, transaction

from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.moving import move_initiative
from initiatives.actions.publishing import publish_initiative
from initiatives.actions.writing import revise_place
from initiatives.cards import cards_of
from initiatives.enums import TONES, UNDER_WAY, PlaceKind, Stage
from initiatives.models import Initiative
from initiatives.next_steps import next_steps
from initiatives.workflow import TRANSITIONS, WITHIN
from tests.factories.initiatives import InitiativeFactory, published, reachable
from tests.factories.ways import a_way, draft_of
from wijken.models import WijkStage
from wijken.stages import TONES as OF_WIJK
from wijken.stages import CommonStage

STEP = {(t.source, t.target): t for t in TRANSITIONS}
BEGIN = STEP[Stage.PUBLISHED, Stage.RUNNING]


def stage_of(wijk: Wijk, label: str) -> WijkStage:
    return WijkStage.objects.get(werkwijze__wijk=wijk, label=label)


def test_common_stages_are_those_of_initiatives() -> None:
    assert [(one.value, one.label) for one in CommonStage] == [(one.value, one.label) for one in UNDER_WAY]
    assert {one: TONES[Stage(one)] for one in CommonStage} == OF_WIJK


def test_publishing_begins_in_the_way_in_force(fatima: User, oostgaarde: Wijk) -> None:
    a_way(oostgaarde, stages=(("Oud", "published"), ("Ouder", "preparing"), ("Oudst", "running")))
    way = a_way(oostgaarde, number=2)
    draft_of(oostgaarde, number=3)
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde)
    reachable(fatima)

    public = publish_initiative(initiative=concept, actor=fatima)

    public.refresh_from_db()
    assert (public.werkwijze, public.wijk_stage.label, public.stage_words) == (way, "Ingediend", "Ingediend")
    assert published(owner=fatima, wijk=oostgaarde).wijk_stage == public.wijk_stage


def test_wijk_without_a_way_and_the_whole_town_go_the_common_way(fatima: User, oostgaarde: Wijk) -> None:
    for wijk in (oostgaarde, None):
        initiative = published(owner=fatima, wijk=wijk)

        moved = move_initiative(initiative=initiative, actor=fatima, transition=BEGIN)

        assert (moved.werkwijze, moved.wijk_stage, moved.stage_label) == (None, None, "In uitvoering")


def test_what_was_brought_over_begins_at_the_first_stage_of_where_it_stood(fatima: User, oostgaarde: Wijk) -> None:
    a_way(oostgaarde)
    brought = published(owner=fatima, wijk=oostgaarde, reference="mc-1", source_stage=Stage.RUNNING)

    assert (brought.stage, brought.stage_words) == (Stage.RUNNING, "Aan de slag")


def test_owner_moves_within_a_stage_and_on(fatima: User, oostgaarde: Wijk) -> None:
    a_way(oostgaarde)
    initiative = published(owner=fatima, wijk=oostgaarde)

    steps = next_steps(initiative, fatima)
    agenda = steps[0]
    moved = move_initiative(
        initiative=initiative, actor=fatima, transition=agenda.transition, wijk_stage=agenda.wijk_stage
    )
    again = move_initiative(
        initiative=initiative, actor=fatima, transition=agenda.transition, wijk_stage=agenda.wijk_stage
    )

    assert [step.label for step in steps] == [
        "Verder naar: Op de agenda",
        "Verder naar: Besproken",
        "Verder naar: Aan de slag",
        "We stoppen ermee",
    ]
    assert (moved.stage, moved.stage_words, again.stage_words) == (Stage.PUBLISHED, "Op de agenda", "Op de agenda")
    entries = moved.subject.entries.filter(verb="initiative_moved")
    assert [entry.changes["stage_words"] for entry in entries] == [["Ingediend", "Op de agenda"]]
    assert next_steps(moved, fatima)[0].label == "Terug naar: Ingediend"
    on = move_initiative(initiative=moved, actor=fatima, transition=BEGIN)
    assert (on.stage, on.stage_words) == (Stage.RUNNING, "Aan de slag")
    assert [step.label for step in next_steps(on, fatima)] == [
        "Terug naar: Besproken",
        "Het is gelukt!",
        "We stoppen ermee",
    ]


def test_nobody_but_who_holds_the_pen_moves_within_a_stage(cast: dict[str, User], oostgaarde: Wijk) -> None:
    a_way(oostgaarde)
    initiative = published(owner=cast["fatima"], wijk=oostgaarde)
    there = stage_of(oostgaarde, "Op de agenda")
    within = {"transition": WITHIN[Stage.PUBLISHED], "wijk_stage": there}

    for who, user in cast.items():
        if user and who != "fatima":
            with pytest.raises(Refused, match="Alleen de eigenaar"):
                move_initiative(initiative=initiative, actor=user, **within)
            assert next_steps(initiative, user) == []

    moved = move_initiative(initiative=initiative, actor=cast["fatima"], **within)
    with pytest.raises(Stale):
        move_initiative(initiative=moved, actor=cast["fatima"], transition=WITHIN[Stage.RUNNING], wijk_stage=there)


def test_stage_of_elsewhere_is_stale(fatima: User, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    a_way(oostgaarde)
    a_way(schollevaar)
    initiative = published(owner=fatima, wijk=oostgaarde)

    for stage in (stage_of(schollevaar, "Aan de slag"), stage_of(oostgaarde, "Besproken")):
        with pytest.raises(Stale, match="Deze stap is er niet meer"):
            move_initiative(initiative=initiative, actor=fatima, transition=BEGIN, wijk_stage=stage)
    common = published(owner=fatima, wijk=None)
    with pytest.raises(Stale, match="Deze stap is er niet meer"):
        move_initiative(
            initiative=common, actor=fatima, transition=BEGIN, wijk_stage=stage_of(oostgaarde, "Aan de slag")
        )
    with pytest.raises(Stale, match="Deze stap is er niet meer"):
        move_initiative(initiative=common, actor=fatima, transition=WITHIN[Stage.PUBLISHED])


def test_after_an_end_it_goes_on_by_the_way_in_force(fatima: User, oostgaarde: Wijk) -> None:
    old = a_way(oostgaarde)
    initiative = published(owner=fatima, wijk=oostgaarde)
    stopped = move_initiative(
        initiative=initiative, actor=fatima, transition=STEP[Stage.PUBLISHED, Stage.STOPPED], outcome="Te druk."
    )
    assert (stopped.werkwijze, stopped.wijk_stage, stopped.stage_label) == (old, None, "Gestopt")
    new = a_way(oostgaarde, number=2, stages=(("A", "published"), ("B", "preparing"), ("C", "running")))

    steps = next_steps(stopped, fatima)
    again = move_initiative(
        initiative=stopped, actor=fatima, transition=steps[0].transition, wijk_stage=steps[0].wijk_stage
    )

    assert [step.label for step in steps] == ["We pakken het weer op: B"]
    again.refresh_from_db()
    assert (again.werkwijze, again.stage_words) == (new, "B")


def test_another_wijk_means_its_way(fatima: User, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    a_way(oostgaarde)
    initiative = move_initiative(initiative=published(owner=fatima, wijk=oostgaarde), actor=fatima, transition=BEGIN)

    def moved_to(wijk: Wijk | None) -> tuple[str, bool, str]:
        revise_place(initiative=initiative, actor=fatima, wijk=wijk, place_kind=PlaceKind.WIJK)
        initiative.refresh_from_db()
        return initiative.stage, initiative.werkwijze_id is not None, initiative.stage_words

    assert moved_to(oostgaarde) == (Stage.RUNNING, True, "Aan de slag")
    assert moved_to(schollevaar) == (Stage.RUNNING, False, "")
    a_way(schollevaar, stages=(("X", "published"), ("Y", "preparing"), ("Z", "running")))
    assert moved_to(None) == (Stage.RUNNING, False, "")
    assert moved_to(schollevaar) == (Stage.RUNNING, True, "Z")
    assert moved_to(oostgaarde) == (Stage.RUNNING, True, "Aan de slag")


@pytest.mark.parametrize(
    "wrong",
    [
        {"stage": Stage.RUNNING},
        {"wijk_stage": None, "stage_words": ""},
        {"stage_words": ""},
        {"werkwijze": None},
        {"werkwijze": None, "wijk_stage": None, "stage_words": "Ingediend"},
        {"wijk": None},
        {"wijk": "schollevaar"},
        {"wijk_stage": "Aan de slag"},
        {"wijk_stage": "elsewhere"},
    ],
)
def test_database_refuses_a_stage_that_is_not_there(
    wrong: dict[str, object], fatima: User, oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    a_way(oostgaarde)
    initiative = published(owner=fatima, wijk=oostgaarde)
    elsewhere = a_way(schollevaar).stages.get(label="Ingediend")
    found = {"schollevaar": schollevaar, "elsewhere": elsewhere, "Aan de slag": stage_of(oostgaarde, "Aan de slag")}
    told = {name: found.get(str(value), value) for name, value in wrong.items()}

    with pytest.raises(DatabaseError), transaction.atomic():
        Initiative.objects.filter(pk=initiative.pk).update(**told)


def test_cards_speak_the_words_of_the_wijk_with_the_look_of_the_common_stage(fatima: User, oostgaarde: Wijk) -> None:
    way = draft_of(oostgaarde)
    way.stages.filter(label="Ingediend").update(label_en="Sent in")
    way.state, way.published_at = "published", way.created_at
    way.save(update_fields=["state", "published_at"])
    initiative = published(owner=fatima, wijk=oostgaarde)

    [card] = cards_of(Initiative.objects.for_cards().filter(pk=initiative.pk))

    assert (card["stage"], card["tone"]) == ("Ingediend", "idea")
    assert (initiative.stage_words_en, initiative.stage_label) == ("Sent in", "Ingediend")
