"""The werkwijze of a wijk, in the database and as it is read."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from gemeente.accounts.enums import Role
from gemeente.places.models import Wijk
from tests.conftest import person
from tests.factories.ways import a_way, draft_of
from wijken.models import DecisionRule, WayKind, WayState, Werkwijze, WijkStage
from wijken.reference import load_common_way, load_way_examples
from wijken.voting import Matter, Voters
from wijken.ways import rule_of, voters_of, way_in_force, way_of


def test_reference_makes_the_common_way_and_three_examples(reference: None) -> None:
    assert (load_common_way(), load_way_examples(), load_way_examples()) == (0, 3, 0)
    kinds = Werkwijze.objects.order_by("kind").values_list("kind", "state")
    assert list(kinds) == [(WayKind.BLUEPRINT, WayState.PUBLISHED)] * 3 + [(WayKind.COMMON, WayState.PUBLISHED)]


def test_wijk_that_chose_nothing_works_in_the_common_way(reference: None, oostgaarde: Wijk) -> None:
    assert way_in_force(oostgaarde.pk) is None
    assert [stage.label for stage in way_of(oostgaarde.pk).stages.all()] == [
        "Idee",
        "In voorbereiding",
        "In uitvoering",
    ]
    assert rule_of(oostgaarde, Matter.ADVICE).voters == Voters.MEMBERS


def test_own_way_counts_from_when_it_is_published(reference: None, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    first = a_way(oostgaarde)
    draft_of(oostgaarde, number=2)

    assert way_in_force(oostgaarde.pk) == first
    assert rule_of(oostgaarde, Matter.BUDGET).werkwijze == first
    assert way_in_force(schollevaar.pk) is None


@pytest.mark.parametrize("common", ["published", "preparing", "running"])
def test_database_refuses_a_way_without_a_stage_for_each_common_one(
    common: str, reference: None, oostgaarde: Wijk
) -> None:
    draft = draft_of(oostgaarde)
    draft.stages.filter(common=common).delete()

    with pytest.raises(DatabaseError, match="a way of working has stages"), transaction.atomic():
        publish(draft)


def test_database_refuses_more_stages_than_fit_and_a_way_without_rules(reference: None, oostgaarde: Wijk) -> None:
    draft = draft_of(oostgaarde)
    extra = [WijkStage(werkwijze=draft, position=n, label=f"Stap {n}", common="running") for n in range(10, 16)]
    WijkStage.objects.bulk_create(extra)

    with pytest.raises(DatabaseError, match="at most eight"), transaction.atomic():
        publish(draft)
    WijkStage.objects.filter(position__gte=10).delete()
    draft.rules.filter(matter=Matter.BUDGET).delete()
    with pytest.raises(DatabaseError, match="its rules"), transaction.atomic():
        publish(draft)


@pytest.mark.parametrize(
    "change",
    [
        lambda way: Werkwijze.objects.filter(pk=way.pk).update(answer_days=3),
        lambda way: Werkwijze.objects.filter(pk=way.pk).update(state=WayState.DRAFT, published_at=None),
        lambda way: Werkwijze.objects.filter(pk=way.pk).delete(),
        lambda way: way.stages.update(label="Anders"),
        lambda way: way.stages.first().delete(),
        lambda way: WijkStage.objects.create(werkwijze=way, position=20, label="Erbij", common="running"),
        lambda way: way.questions.update(is_required=True),
        lambda way: way.questions.all().delete(),
        lambda way: way.rules.update(quorum=1),
        lambda way: DecisionRule.objects.filter(werkwijze=way).delete(),
        lambda way: draft_of(way.wijk, number=9).stages.update(werkwijze=way, position=40),
    ],
)
def test_database_keeps_what_was_published(
    change: Callable[[Werkwijze], object], reference: None, oostgaarde: Wijk
) -> None:
    way = a_way(oostgaarde)

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        change(way)


def test_wijk_has_one_draft(reference: None, oostgaarde: Wijk) -> None:
    draft_of(oostgaarde)

    with pytest.raises(DatabaseError, match="werkwijze_one_draft"), transaction.atomic():
        draft_of(oostgaarde, number=2)


def test_voters_are_residents_of_the_wop(reference: None, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    board = person("willem", role=Role.WOP_BOARD, role_wijk=oostgaarde)
    member = person("wilma", role=Role.WOP_MEMBER, role_wijk=oostgaarde)
    person("omar", role=Role.WOP_BOARD, role_wijk=schollevaar)

    assert set(voters_of(oostgaarde, Voters.BOARD)) == {board}
    assert set(voters_of(oostgaarde, Voters.MEMBERS)) == {board, member}


def publish(way: Werkwijze) -> None:
    Werkwijze.objects.filter(pk=way.pk).update(state=WayState.PUBLISHED, published_at=timezone.now())
