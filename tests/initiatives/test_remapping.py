"""Moving what runs to the version that counts now, and that everything always stands at a stage that is there."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gemeente.accounts.enums import Role
from gemeente.activity.models import Entry, Notice
from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.moving import move_initiative
from initiatives.actions.remapping import remap_way
from initiatives.actions.writing import revise_place
from initiatives.enums import UNDER_WAY, PlaceKind, Stage
from initiatives.models import Initiative
from initiatives.next_steps import next_steps
from initiatives.remaps import old_ways
from tests.conftest import person, undone
from tests.factories.initiatives import published
from tests.factories.places import WijkFactory
from tests.factories.ways import STAGES, Stages, a_way, draft_of
from tests.gemeente.cases.test_claim_race import until_waiting
from wijken.models import Werkwijze, WijkStage

NEW: Stages = (
    ("Idee", "published"),
    ("Op de agenda", "published"),
    ("Uitzoeken", "preparing"),
    ("Bezig", "running"),
    ("Bijna klaar", "running"),
)
ROOM = "/wijken/oostgaarde/wop/werkwijze/"


@pytest.fixture
def board(reference: None, oostgaarde: Wijk) -> User:
    """Willem, on the board of the WOP of Oostgaarde."""
    return person("willem", role=Role.WOP_BOARD, role_wijk=oostgaarde)


def best(old: int, wijk: Wijk) -> dict[str, WijkStage]:
    """What the form proposes for an older version, by number."""
    [way] = [one for one in old_ways(wijk)[1] if one.number == old]
    return {stage.key: stage.best for stage in way.stages}


def at(initiative: Initiative) -> tuple[str, str, int | None]:
    initiative.refresh_from_db()
    number = initiative.werkwijze.number if initiative.werkwijze else None
    return initiative.stage, initiative.stage_words, number


def test_what_runs_keeps_its_version_until_it_is_moved(board: User, fatima: User, oostgaarde: Wijk) -> None:
    common, old = published(owner=fatima, wijk=oostgaarde), a_way(oostgaarde)
    first, second = [published(owner=fatima, wijk=oostgaarde) for _ in range(2)]
    agenda = next_steps(second, fatima)[0]
    move_initiative(initiative=second, actor=fatima, transition=agenda.transition, wijk_stage=agenda.wijk_stage)
    new = a_way(oostgaarde, number=2, stages=NEW)
    later = published(owner=fatima, wijk=oostgaarde)

    now, older = old_ways(oostgaarde)
    assert now == new
    assert [(one.label, one.count) for one in older] == [("De gewone werkwijze", 1), ("Versie 1", 2)]
    assert [at(one) for one in (common, first, second)] == [
        (Stage.PUBLISHED, "", None),
        (Stage.PUBLISHED, "Ingediend", 1),
        (Stage.PUBLISHED, "Op de agenda", 1),
    ]

    moved = remap_way(wijk=oostgaarde, actor=board, old=old, new=new, mapping=best(1, oostgaarde))
    rest = remap_way(wijk=oostgaarde, actor=board, old=None, new=new, mapping=best(0, oostgaarde))

    assert (moved, rest) == (2, 1)
    assert [at(one) for one in (common, first, second, later)] == [
        (Stage.PUBLISHED, "Idee", 2),
        (Stage.PUBLISHED, "Idee", 2),
        (Stage.PUBLISHED, "Op de agenda", 2),
        (Stage.PUBLISHED, "Idee", 2),
    ]
    assert old_ways(oostgaarde) == (new, [])
    entries = Entry.objects.filter(verb="way_remapped").order_by("pk")
    assert [entry.changes["count"] for entry in entries] == [[None, 2], [None, 1]]
    assert Notice.objects.filter(entry__in=entries, recipient=fatima).count() == 2


def test_mapping_is_whole_and_never_moves_a_plan_on(
    cast: dict[str, User | None], reference: None, oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    fatima, board = cast["fatima"], cast["willem"]
    old = a_way(oostgaarde)
    initiative = published(owner=fatima, wijk=oostgaarde)
    new = a_way(oostgaarde, number=2, stages=NEW)
    mapping = best(1, oostgaarde)
    first = next(iter(mapping))
    elsewhere = a_way(schollevaar).stages.get(label="Ingediend")
    told = {"wijk": oostgaarde, "old": old, "new": new}

    for user in [user for who, user in cast.items() if user and who != "willem"]:
        with pytest.raises(Refused, match="Alleen het bestuur"):
            remap_way(actor=user, mapping=mapping, **told)
    with pytest.raises(Refused, match="voor elke oude stap"):
        remap_way(actor=board, mapping={key: mapping[key] for key in mapping if key != first}, **told)
    for stage in (elsewhere, new.stages.get(label="Bezig"), old.stages.get(label="Ingediend")):
        with pytest.raises(Refused, match="dezelfde fase"):
            remap_way(actor=board, mapping=mapping | {first: stage}, **told)
    with pytest.raises(Stale, match="andere werkwijze"):
        remap_way(actor=board, mapping=mapping, wijk=oostgaarde, old=new, new=old)
    assert at(initiative) == (Stage.PUBLISHED, "Ingediend", 1)


def test_board_moves_by_pages_and_two_wijken_differ(
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    client: Client,
    reference: None,
    oostgaarde: Wijk,
    schollevaar: Wijk,
) -> None:
    fatima = cast["fatima"]
    a_way(schollevaar, stages=(("Droom", "published"), ("Puzzel", "preparing"), ("Doen", "running")))
    a_way(oostgaarde)
    mine = published(owner=fatima, wijk=oostgaarde)
    hers = published(owner=cast["bram"], wijk=schollevaar)
    pages = [client.get(one.get_absolute_url()).content.decode() for one in (mine, hers)]
    assert "Op de agenda" in pages[0]
    assert "Puzzel" not in pages[0]
    assert "Puzzel" in pages[1]
    board = client_for(cast["willem"])
    a_way(oostgaarde, number=2, stages=NEW)

    assert "1 plan gaat nog zoals het begon" in board.get(ROOM).content.decode()
    page = board.get(f"{ROOM}overzetten/1/")
    form = page.context["form"]
    told = {name: form[name].initial for name in form.fields}
    stale = board.post(f"{ROOM}overzetten/1/", told | {"target": "1"}, follow=True).content.decode()
    empty = board.post(f"{ROOM}overzetten/1/", {"target": told["target"]}).content.decode()
    done = board.post(f"{ROOM}overzetten/1/", told, follow=True).content.decode()
    again = board.post(f"{ROOM}overzetten/1/", told, follow=True)

    assert "andere werkwijze" in stale
    assert "Kies waar deze plannen dan staan." in empty
    assert "1 plan is overgezet." in done
    assert "niets om over te zetten" in again.content.decode()
    assert (at(mine), at(hers)) == ((Stage.PUBLISHED, "Idee", 2), (Stage.PUBLISHED, "Droom", 1))
    assert "Uitzoeken" in client.get(mine.get_absolute_url()).content.decode()
    listed = client.get("/initiatieven/").content.decode()
    assert "Droom" in listed
    owner = client_for(fatima)
    assert "Verder naar: Op de agenda" in owner.get(f"{mine.get_absolute_url()}stap/").content.decode()
    assert "Idee" in owner.get("/mijn/").content.decode()


def test_two_thousand_are_moved_with_as_many_queries_as_two(
    board: User, fatima: User, oostgaarde: Wijk, django_assert_max_num_queries: Callable[..., object]
) -> None:
    old = a_way(oostgaarde)
    for _ in range(5):
        published(owner=fatima, wijk=oostgaarde)
    new = a_way(oostgaarde, number=2, stages=NEW)
    mapping = best(1, oostgaarde)

    with django_assert_max_num_queries(30):
        assert remap_way(wijk=oostgaarde, actor=board, old=old, new=new, mapping=mapping) == 5
    with django_assert_max_num_queries(8):
        old_ways(oostgaarde)


def test_owner_who_moves_at_the_same_moment_is_waited_for(clone: None, reference: None) -> None:
    wijk = WijkFactory(name="Oostgaarde", slug="oostgaarde")
    board, owner = person("willem", role=Role.WOP_BOARD, role_wijk=wijk), person("fatima", wijk=wijk)
    old = a_way(wijk)
    mine = published(owner=owner, wijk=wijk)
    new = a_way(wijk, number=2, stages=NEW)
    mapping = best(1, wijk)

    def remap() -> int:
        try:
            return remap_way(wijk=wijk, actor=board, old=old, new=new, mapping=mapping)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            running = next(step for step in next_steps(mine, owner) if step.transition.target == Stage.RUNNING)
            move_initiative(initiative=mine, actor=owner, transition=running.transition, wijk_stage=running.wijk_stage)
            post = pool.submit(remap)
            until_waiting(1)
        assert post.result() == 1

    assert at(mine) == (Stage.RUNNING, "Bezig", 2)


# --- Whatever happens -------------------------------------------------------------------------------------------------
ACTS = st.one_of(
    st.tuples(st.just("publish"), st.integers(0, 1), st.integers(0, 2)),
    st.tuples(st.just("remap"), st.integers(0, 1), st.integers(0, 9)),
    st.tuples(st.just("move"), st.integers(0, 2), st.integers(0, 9)),
    st.tuples(st.just("place"), st.integers(0, 2), st.integers(0, 2)),
)
SHAPES: tuple[Stages, ...] = (STAGES, NEW, (("A", "published"), ("B", "preparing"), ("C", "running")))


@pytest.fixture
def two_wijken(reference: None, oostgaarde: Wijk, schollevaar: Wijk) -> tuple[Wijk, Wijk]:
    return oostgaarde, schollevaar


@pytest.fixture
def boards(two_wijken: tuple[Wijk, Wijk]) -> list[User]:
    return [person(f"bestuur{n}", role=Role.WOP_BOARD, role_wijk=wijk) for n, wijk in enumerate(two_wijken)]


@pytest.fixture
def begun(two_wijken: tuple[Wijk, Wijk], fatima: User) -> list[Initiative]:
    """Fatima's plans: one in each wijk and one of the whole town."""
    return [published(owner=fatima, wijk=wijk) for wijk in (*two_wijken, None)]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, max_size=12))
def test_everything_always_stands_at_a_stage_that_is_there(
    acts: list[tuple[str, int, int]],
    fatima: User,
    two_wijken: tuple[Wijk, Wijk],
    boards: list[User],
    begun: list[Initiative],
) -> None:
    with undone():
        wijken, mine = two_wijken, [Initiative.objects.get(pk=one.pk) for one in begun]
        expected = [Stage.PUBLISHED] * 3
        for kind, which, choice in acts:
            if kind == "publish":
                rows = Werkwijze.objects.of_wijk(wijken[which].pk)
                a_way(wijken[which], number=rows.count() + 1, stages=SHAPES[choice], question="")
            elif kind == "remap":
                remap_any(wijken[which], boards[which], choice)
            elif kind == "move":
                expected[which] = move_any(mine[which], fatima, choice)
            else:
                mine[which].refresh_from_db()
                if not mine[which].is_ended:
                    place = (*wijken, None)[choice]
                    revise_place(initiative=mine[which], actor=fatima, wijk=place, place_kind=PlaceKind.WIJK)
            for one, stage in zip(mine, expected, strict=True):
                one.refresh_from_db()
                assert one.stage == stage  # nobody but its owner moves it
                assert is_standing(one)


def remap_any(wijk: Wijk, board: User, choice: int) -> None:
    """Move one of the older versions, each stage to any that it may lead to."""
    now, older = old_ways(wijk)
    if now and older:
        old = older[choice % len(older)]
        mapping = {stage.key: stage.targets[choice % len(stage.targets)] for stage in old.stages}
        remap_way(wijk=wijk, actor=board, old=old.way, new=now, mapping=mapping)


def move_any(initiative: Initiative, owner: User, choice: int) -> Stage:
    """Take one of the steps that the owner's page offers; says where it leads."""
    initiative.refresh_from_db()
    steps = next_steps(initiative, owner)
    step = steps[choice % len(steps)]
    told = {"outcome": "Klaar.", "people_reached": 3} if step.transition.needs_outcome else {}
    moved = move_initiative(
        initiative=initiative, actor=owner, transition=step.transition, wijk_stage=step.wijk_stage, **told
    )
    return Stage(moved.stage)


def is_standing(one: Initiative) -> bool:
    """Under way in a wijk with a way of its own: at a stage of that version and common stage; else at none."""
    if one.stage not in UNDER_WAY or one.werkwijze_id is None:
        return one.wijk_stage is None and one.stage_words == ""
    stage = one.wijk_stage
    return stage is not None and (stage.werkwijze_id, stage.common, stage.label, stage.werkwijze.wijk_id) == (
        one.werkwijze_id,
        one.stage,
        one.stage_words,
        one.wijk_id,
    )


def test_draft_counts_for_nothing(fatima: User, oostgaarde: Wijk, reference: None) -> None:
    draft_of(oostgaarde)
    published(owner=fatima, wijk=oostgaarde)

    assert old_ways(oostgaarde) == (None, [])
