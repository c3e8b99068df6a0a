"""What a board does with its way of working, through the actions."""

from collections.abc import Callable
from typing import Any

import pytest

from gemeente.accounts.enums import Role
from gemeente.activity.models import Entry, Notice
from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.ways import a_way, draft_of
from wijken.actions import ways as actions
from wijken.models import DecisionRule, WayKind, Werkwijze
from wijken.reference import load_way_examples
from wijken.ways import asks_for_personal_data, compared, sources_for, way_in_force


@pytest.fixture
def board(reference: None, oostgaarde: Wijk) -> User:
    """Willem, on the board of the WOP of Oostgaarde."""
    return person("willem", role=Role.WOP_BOARD, role_wijk=oostgaarde)


def labels(way: Werkwijze) -> list[str]:
    return [stage.label for stage in way.stages.all()]


QUESTION = {"kind": "text", "label": "Wie doet er mee?", "help": "", "purpose": "Dan weten we het.", "choices": []}
ACTS: dict[str, Callable[[Werkwijze, User], object]] = {
    "start": lambda draft, user: actions.start_draft(wijk=draft.wijk, actor=user, source=draft),
    "drop": lambda draft, user: actions.drop_draft(draft=draft, actor=user),
    "publish": lambda draft, user: actions.publish_way(draft=draft, actor=user),
    "add_stage": lambda draft, user: actions.add_stage(draft=draft, actor=user, label="Nieuw", common="running"),
    "change_stage": lambda draft, user: actions.change_stage(
        stage=draft.stages.first(), actor=user, label="Nieuw", label_en="", common="published"
    ),
    "add_question": lambda draft, user: actions.add_question(draft=draft, actor=user, **QUESTION),
    "change_question": lambda draft, user: actions.change_question(
        question=draft.questions.first(), actor=user, **QUESTION
    ),
    "change_rule": lambda draft, user: actions.change_rule(rule=draft.rules.first(), actor=user, quorum=67),
    "change_promises": lambda draft, user: actions.change_promises(draft=draft, actor=user, answer_days=7),
    "shift": lambda draft, user: actions.shift_row(row=draft.stages.first(), actor=user, is_up=False),
    "drop_row": lambda draft, user: actions.drop_row(row=draft.stages.first(), actor=user),
}


@pytest.mark.parametrize("act", ACTS)
def test_nobody_but_the_board_of_this_wijk_writes(
    act: str, cast: dict[str, User | None], oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    draft = draft_of(oostgaarde)
    others = [user for who, user in cast.items() if user and who != "willem"]
    others.append(person("omar", role=Role.WOP_BOARD, role_wijk=schollevaar))

    for user in others:
        with pytest.raises(Refused, match="Alleen het bestuur"):
            ACTS[act](draft, user)
    if act != "start":
        ACTS[act](draft, cast["willem"])


@pytest.mark.parametrize("act", [name for name in ACTS if name != "start"])
def test_what_is_in_force_is_stale(act: str, board: User, oostgaarde: Wijk) -> None:
    way = a_way(oostgaarde)

    with pytest.raises(Stale):
        ACTS[act](way, board)


@pytest.mark.parametrize("code", ["common", "klein-en-informeel", "bestuur-dat-vergadert", "de-buurt-steunt"])
def test_draft_begins_as_a_copy_of_an_example_and_takes_effect(code: str, board: User, oostgaarde: Wijk) -> None:
    load_way_examples()
    source = Werkwijze.objects.get(code=code)

    draft = actions.start_draft(wijk=oostgaarde, actor=board, source=source)
    same = actions.start_draft(wijk=oostgaarde, actor=board, source=source)

    assert (draft, draft.number, draft.kind, draft.based_on) == (same, 1, WayKind.WIJK, source)
    whole = [Werkwijze.objects.with_parts().get(pk=way.pk) for way in (source, draft)]
    assert not any(line.is_changed for line in compared(*whole))
    assert (way_in_force(oostgaarde.pk), actions.lacking(draft)) == (None, [])
    assert actions.publish_way(draft=draft, actor=board) == way_in_force(oostgaarde.pk)


def test_draft_begins_with_ones_own_or_another_wijk(board: User, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    other = a_way(schollevaar, stages=(("X", "published"), ("Y", "preparing"), ("Z", "running")))
    draft_of(schollevaar, number=2)
    a_way(oostgaarde)
    own = a_way(oostgaarde, number=2)

    offered = [(way, label) for way, label in sources_for(oostgaarde) if way.kind == WayKind.WIJK]
    draft = actions.start_draft(wijk=oostgaarde, actor=board, source=other)

    assert offered == [(own, "Zo werken we nu"), (other, "Zoals Schollevaar")]
    assert (draft.number, labels(draft)) == (3, ["X", "Y", "Z"])
    with pytest.raises(Refused, match="al een concept"):
        actions.start_draft(wijk=oostgaarde, actor=board, source=own)
    actions.drop_draft(draft=draft, actor=board)
    assert Werkwijze.objects.of_wijk(oostgaarde.pk).count() == 2


def test_publishing_is_logged_and_the_wop_hears_of_it(cast: dict[str, User], oostgaarde: Wijk) -> None:
    actions.publish_way(draft=draft_of(oostgaarde), actor=cast["willem"])

    entry = Entry.objects.get(verb="way_published")
    assert entry.changes == {"wijk": [None, "Oostgaarde"], "number": [None, 1], "based_on": [None, ""]}
    told = Notice.objects.filter(entry=entry).values_list("recipient__name", flat=True)
    assert sorted(told) == sorted([cast["noor"].name, cast["wilma"].name])


def test_stage_stands_behind_those_of_its_common_one(board: User, oostgaarde: Wijk) -> None:
    draft = draft_of(oostgaarde)

    actions.add_stage(draft=draft, actor=board, label="Buren gezocht", common="published")
    twice = actions.add_stage(draft=draft, actor=board, label="Buren gezocht", common="published")

    assert labels(draft) == ["Ingediend", "Op de agenda", "Buren gezocht", "Besproken", "Aan de slag"]
    with pytest.raises(Refused, match="deze naam"):
        actions.add_stage(draft=draft, actor=board, label="BESPROKEN", common="running")
    with pytest.raises(Refused, match="deze naam"):
        actions.change_stage(stage=twice, actor=board, label="besproken", label_en="", common="published")
    for n in range(3):
        actions.add_stage(draft=draft, actor=board, label=f"Stap {n}", common="running")
    with pytest.raises(Refused, match="hoogstens 8"):
        actions.add_stage(draft=draft, actor=board, label="Te veel", common="running")


def test_draft_says_what_it_lacks(board: User, oostgaarde: Wijk) -> None:
    draft = draft_of(oostgaarde)
    first, second, third, last = draft.stages.all()

    actions.shift_row(row=first, actor=board, is_up=True)
    actions.shift_row(row=last, actor=board, is_up=False)
    assert labels(draft) == ["Ingediend", "Op de agenda", "Besproken", "Aan de slag"]
    actions.shift_row(row=third, actor=board, is_up=True)
    assert actions.lacking(draft) == [
        "Zet de stappen in de goede volgorde: eerst idee, dan voorbereiding, dan uitvoering."
    ]
    actions.drop_row(row=third, actor=board)
    actions.drop_row(row=third, actor=board)
    assert actions.lacking(draft) == ["Er is nog geen stap die hoort bij “In voorbereiding”."]
    with pytest.raises(Refused, match="In voorbereiding"):
        actions.publish_way(draft=draft, actor=board)
    assert [stage.position for stage in draft.stages.all()] == [1, 2, 3]
    assert {first.label, second.label, last.label} == set(labels(draft))


def test_question_for_personal_data_is_refused(board: User, oostgaarde: Wijk) -> None:
    draft = draft_of(oostgaarde, question="")

    for told in ({"label": "Wat is je e-mailadres?"}, {"help": "Schrijf ook je telefoonnummer op."}):
        with pytest.raises(Refused, match="geen gegevens van mensen"):
            actions.add_question(draft=draft, actor=board, **(QUESTION | told))
    made = actions.add_question(draft=draft, actor=board, **QUESTION)
    assert actions.add_question(draft=draft, actor=board, **QUESTION) == made
    with pytest.raises(Refused, match="geen gegevens van mensen"):
        actions.change_question(question=made, actor=board, **(QUESTION | {"label": "Wat is je BSN?"}))
    for n in range(7):
        actions.add_question(draft=draft, actor=board, **(QUESTION | {"label": f"Vraag {n}"}))
    with pytest.raises(Refused, match="Hoogstens 8"):
        actions.add_question(draft=draft, actor=board, **(QUESTION | {"label": "Nog een"}))


@pytest.mark.parametrize(
    ("text", "is_personal"),
    [
        ("Wat is je mailadres?", True),
        ("Je 06-nummer", True),
        ("Wat is je geboortedatum?", True),
        ("Hoe oud is de speeltuin?", False),
        ("Waar hangt de mobiele boom?", False),
        ("Op welke plek is het?", False),
    ],
)
def test_personal_data_is_recognised(text: str, is_personal: bool) -> None:
    assert asks_for_personal_data(text) == is_personal


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("stage", {"label": "Anders", "label_en": "", "common": "published"}),
        ("rule", {"quorum": 67}),
        ("promises", {"answer_days": 3}),
    ],
)
def test_nobody_writes_over_what_she_did_not_see(
    part: str, told: dict[str, Any], board: User, oostgaarde: Wijk
) -> None:
    draft = draft_of(oostgaarde)
    rule = DecisionRule.objects.filter(werkwijze=draft)[0]
    write, row, first = {
        "stage": (actions.change_stage, {"stage": draft.stages.all()[0]}, told | {"label": "Van een ander"}),
        "rule": (actions.change_rule, {"rule": rule}, {"quorum": 33}),
        "promises": (actions.change_promises, {"draft": draft}, {"answer_days": 9}),
    }[part]
    seen = actions.seen(next(iter(row.values())))
    write(**row, actor=board, **first)

    with pytest.raises(Stale):
        write(**row, actor=board, based_on=seen, **told)
    write(**row, actor=board, based_on=seen, **first)  # the same again is no conflict
