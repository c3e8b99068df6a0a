"""The cube: kept counts of what is public, true after every act, under raw SQL and under two writers at once."""

import threading
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, connections, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gemeente.activity.models import Subject
from gemeente.places.geography import Place
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.cube import cube_differences, loading_many, recount_cube, settle_cube
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.moving import move_initiative
from initiatives.actions.writing import revise_idea, revise_place
from initiatives.enums import PlaceKind, Stage
from initiatives.models import CubeCell, CubeMember, Initiative
from initiatives.models.cube import cell_of
from initiatives.workflow import available
from tests.factories.initiatives import InitiativeFactory, published

SPOT, HOME = Place(4.5786, 51.9294), Place(4.5901, 51.9402)


def hide(initiative: Initiative) -> None:
    Subject.objects.filter(initiative=initiative).update(is_public=False, hidden_at=timezone.now())


def show(initiative: Initiative) -> None:
    Subject.objects.filter(initiative=initiative, hidden_at__isnull=False).update(is_public=True, hidden_at=None)


def test_cube_counts_what_is_public_and_nothing_else(fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> None:
    shown = published(owner=fatima, wijk=oostgaarde, theme=garden_theme)
    hide(published(owner=fatima, wijk=oostgaarde))
    withdraw_initiative(initiative=published(owner=fatima, wijk=oostgaarde), actor=fatima)
    InitiativeFactory(owner=fatima, wijk=oostgaarde)

    settle_cube()

    cell = CubeCell.objects.get()
    assert (cell.wijk, cell.theme, cell.stage, cell.count) == (oostgaarde, garden_theme, Stage.PUBLISHED, 1)
    assert (cell.is_quiet, cell.cell_x, cell.cell_y) == (False, None, None)
    assert CubeMember.objects.get().initiative_id == shown.pk


def test_cube_has_the_square_of_the_public_point(fatima: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    revise_place(
        initiative=initiative,
        actor=fatima,
        wijk=oostgaarde,
        place_kind=PlaceKind.HOME,
        place_text="Bermweg",
        point=HOME,
    )

    settle_cube()

    initiative.refresh_from_db()
    point = initiative.public_point
    assert point is not None
    cell = CubeCell.objects.get()
    assert (cell.cell_x, cell.cell_y) == cell_of(point.longitude, point.latitude)


ACTS = ("publish", "move", "hide", "show", "withdraw", "place", "home", "town", "theme", "quiet", "open")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 3), st.booleans()), max_size=14))
def test_cube_equals_a_recount_after_any_acts(
    acts: list[tuple[str, int, bool]], fatima: User, oostgaarde: Wijk, schollevaar: Wijk, garden_theme: Theme
) -> None:
    with transaction.atomic():
        made = [published(owner=fatima, wijk=oostgaarde, theme=garden_theme)]
        for act, which, settles in acts:
            one = Initiative.objects.get(pk=made[which % len(made)].pk)
            do(act, one, made, fatima, schollevaar)
            if settles:
                settle_cube()
                assert cube_differences() == {}
        settle_cube()
        assert cube_differences() == {}
        transaction.set_rollback(True)


def do(act: str, one: Initiative, made: list[Initiative], owner: User, wijk: Wijk) -> None:
    """One act of an owner, a manager or the portal; what cannot be done now is left out."""
    if act == "publish":
        made.append(published(owner=owner, wijk=wijk, title=f"Nog een plan {len(made)}", theme=one.theme))
    elif act in ("hide", "show") and one.withdrawn_at is None:
        (hide if act == "hide" else show)(one)
    elif act in OWNER_ACTS and one.withdrawn_at is None and not one.is_ended:
        OWNER_ACTS[act](one, owner, wijk)


def move(one: Initiative, owner: User, wijk: Wijk) -> None:
    step = available(one, owner)[0]
    move_initiative(initiative=one, actor=owner, transition=step, outcome="Klaar.", people_reached=3)


def place(kind: PlaceKind, point: Place | None) -> Callable[[Initiative, User, Wijk], None]:
    def act(one: Initiative, owner: User, wijk: Wijk) -> None:
        chosen = wijk if point else None
        revise_place(initiative=one, actor=owner, wijk=chosen, place_kind=kind, place_text="Bermweg", point=point)

    return act


OWNER_ACTS: dict[str, Callable[[Initiative, User, Wijk], object]] = {
    "move": move,
    "withdraw": lambda one, owner, _wijk: withdraw_initiative(initiative=one, actor=owner),
    "place": place(PlaceKind.PUBLIC, SPOT),
    "home": place(PlaceKind.HOME, HOME),
    "town": place(PlaceKind.WIJK, None),
    "theme": lambda one, owner, _wijk: revise_idea(
        initiative=one, actor=owner, title=one.title, summary=one.summary, theme=None
    ),
    "open": lambda one, _owner, _wijk: Initiative.objects.filter(pk=one.pk).update(is_open_for_help=True),
    "quiet": lambda one, _owner, _wijk: Initiative.objects.filter(pk=one.pk).update(quiet_since=timezone.now()),
}


def test_raw_sql_is_counted_too(fatima: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE initiatives_initiative SET stage = 'running' WHERE id = %s", [initiative.pk])
        cursor.execute("UPDATE activity_subject SET longitude = 4.58, latitude = 51.93 WHERE title = %s", ["x"])

    settle_cube()

    assert list(CubeCell.objects.values_list("stage", "count")) == [("running", 1)]
    assert cube_differences() == {}


def test_bulk_loading_counts_once(fatima: User, oostgaarde: Wijk) -> None:
    with loading_many():
        for _ in range(3):
            published(owner=fatima, wijk=oostgaarde)
        settle_cube()
        assert CubeCell.objects.total() == 0

    assert CubeCell.objects.total() == 3
    assert cube_differences() == {}
    hide(Initiative.objects.all()[0])
    settle_cube()
    assert CubeCell.objects.total() == 2


def test_a_count_is_never_negative(fatima: User, oostgaarde: Wijk) -> None:
    published(owner=fatima, wijk=oostgaarde)
    settle_cube()

    with pytest.raises(IntegrityError, match="cube_count_not_negative"):
        CubeCell.objects.update(count=-1)


def test_check_cube_says_what_is_wrong_and_mends_it(fatima: User, oostgaarde: Wijk) -> None:
    published(owner=fatima, wijk=oostgaarde)
    settle_cube()
    call_command("check_cube", stdout=(out := StringIO()))
    assert out.getvalue() == "All counts are true.\n"
    CubeCell.objects.update(count=7)  # and with it its sum

    with pytest.raises(CommandError, match="2 cells are wrong"):
        call_command("check_cube", stdout=(out := StringIO()))
    assert "kept 7, there are 1" in out.getvalue()

    call_command("check_cube", "--repair", stdout=StringIO())
    assert cube_differences() == {}


@pytest.mark.usefixtures("clone")
def test_two_who_write_at_once_are_both_counted(fatima: User, oostgaarde: Wijk) -> None:
    """An owner moves it while a manager hides it, and others publish: each waits for the commit of the other only."""
    mine = [published(owner=fatima, wijk=oostgaarde, title=f"Plan {n}") for n in range(4)]
    met = threading.Barrier(2)

    def in_step(act: Callable[[Initiative], None], rows: list[Initiative]) -> None:
        try:
            for one in rows:
                with transaction.atomic():
                    act(one)
                    met.wait(timeout=20)
        finally:
            connections.close_all()

    def begin(one: Initiative) -> None:
        move_initiative(initiative=one, actor=fatima, transition=available(one, fatima)[0])

    jobs = [
        threading.Thread(target=in_step, args=(begin, mine)),
        threading.Thread(target=in_step, args=(hide, mine)),
    ]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()

    assert CubeCell.objects.total() == 0
    assert cube_differences() == {}
    for one in mine:
        show(one)
    assert CubeCell.objects.filter(stage=Stage.PREPARING).total() == CubeCell.objects.total() == 4
    recount_cube()
    assert cube_differences() == {}
