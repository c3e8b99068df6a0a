"""The cube of what is public, kept by triggers (migration 0003): counting it anew, and comparing it with what is."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from gemeente.activity.searching import renew_title_words
from initiatives.models import CubeCell, CubeMember, CubeSum, Initiative
from initiatives.models.cube import cell_of

Key = tuple[int | None, int | None, str, bool, bool, int | None, int | None]
COLUMNS = ("wijk_id", "theme_id", "stage", "is_quiet", "is_open_for_help", "cell_x", "cell_y")


@transaction.atomic
def recount_cube() -> None:
    """Count everything anew, in seconds for a million rows. Whoever commits meanwhile waits, and is then counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT initiatives_recount_cube()")


@contextmanager
def loading_many() -> Iterator[None]:
    """A transaction in which no row is counted by itself; all is counted once, at its end. For bulk loading only.

    The words of titles, too, are kept once for all.
    """
    with transaction.atomic():
        switch_triggers("off")
        yield
        recount_cube()
        renew_title_words()
        switch_triggers("on")


def switch_triggers(value: str) -> None:
    """Turn counting and keeping words on or off, for this transaction alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('portal.cube', %s, true), set_config('portal.words', %s, true)", [value] * 2)


def settle_cube() -> None:
    """Count now what this transaction changed, and not when it commits: for who reads the cube before that."""
    names = ", ".join(f"initiatives_cube_{name}" for name in ("insert", "update", "delete", "subject"))
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS {names} IMMEDIATE")
        cursor.execute(f"SET CONSTRAINTS {names} DEFERRED")


def cube_differences() -> dict[Key, tuple[int, int]]:
    """Cells that say something else than there is: kept count and true count by key. Empty when all is well."""
    kept = {tuple(row[:-1]): row[-1] for row in CubeCell.objects.values_list(*COLUMNS, "count")}
    true = Counter(map(key_of, Initiative.objects.public().select_related("subject").iterator()))
    members = Counter(CubeMember.objects.values_list(*(f"cell__{name}" for name in COLUMNS)))
    found: dict[Key, tuple[int, int]] = {}
    for key in {*kept, *true, *members}:
        if not kept.get(key, 0) == true[key] == members[key]:
            found[key] = (kept.get(key, 0), true[key])
    return found | sum_differences(true)


def sum_differences(true: Counter[Key]) -> dict[Key, tuple[int, int]]:
    """The same for the sums without squares; as a key its first square is 1 where there is a point."""
    kept: dict[Key, int] = {}
    for *key, has_point, count in CubeSum.objects.values_list(*COLUMNS[:5], "has_point", "count"):
        kept[(*key, int(has_point), None)] = count
    sums: Counter[Key] = Counter()
    for (*key, x, _y), count in true.items():
        sums[(*key, int(x is not None), None)] += count
    return {key: (kept.get(key, 0), sums[key]) for key in {*kept, *sums} if kept.get(key, 0) != sums[key]}


def key_of(initiative: Initiative) -> Key:
    """The cell that a public initiative belongs to, by what its row and its subject say."""
    subject = initiative.subject
    assert subject is not None
    x: int | None = None
    y: int | None = None
    if subject.longitude is not None and subject.latitude is not None:
        x, y = cell_of(subject.longitude, subject.latitude)
    is_quiet = initiative.quiet_since is not None or initiative.is_paused
    return (initiative.wijk_id, initiative.theme_id, initiative.stage, is_quiet, initiative.is_open_for_help, x, y)
