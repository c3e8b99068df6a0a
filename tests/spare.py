"""The databases of a run: one that is migrated, a copy for each worker, and one in which tests commit."""

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from django.db import connections
from django.db.migrations.state import ProjectState
from django.test.utils import setup_databases, teardown_databases


@contextlib.contextmanager
def drawn_alone() -> Iterator[None]:
    """Let a migration that adds or changes a model draw that one anew, and not all that hang together with it.

    Those are nearly all models, which took six times as long as the rest of the migrations. What a migration makes in
    the database is the same (a test compares), and before Python runs in one all are drawn anew, as Django does itself
    for fields that do not point at another model.
    """
    reload_model = ProjectState.reload_model

    def draw(self: ProjectState, app_label: str, model_name: str, delay: bool = True) -> None:
        if not delay:
            reload_model(self, app_label, model_name)
        elif "apps" in self.__dict__:
            self.is_delayed = True
            self._reload({(app_label, model_name)})

    ProjectState.reload_model = draw
    try:
        yield
    finally:
        ProjectState.reload_model = reload_model


def set_up() -> list[Any]:
    """Make the test database."""
    with drawn_alone():
        return setup_databases(verbosity=0, interactive=False, serialized_aliases=[])


@contextlib.contextmanager
def migrated() -> Iterator[None]:
    """A test database as the migrations leave it."""
    made = set_up()
    yield
    teardown_databases(made, verbosity=0)


@contextlib.contextmanager
def migrated_once(worker: str, shared: Path) -> Iterator[None]:
    """The same for a worker: a copy of what the first of them migrates, which takes far longer than copying."""
    settings, creation = connections["default"].settings_dict, connections["default"].creation
    with alone_with(shared) as mark:
        is_first = not mark.read()
        if is_first:
            set_up()
            mark.write("migrated")
        else:
            settings["NAME"] = creation._get_test_db_name()
        original = settings["NAME"]
        creation.clone_test_db(worker, verbosity=0)
        creation.setup_worker_connection(worker)
    yield
    creation.destroy_test_db(verbosity=0)
    if is_first:
        settings["NAME"] = original
        with alone_with(shared) as mark:  # who comes later than this migrates anew
            mark.truncate(0)
            creation.destroy_test_db(verbosity=0)


@contextlib.contextmanager
def alone_with(path: Path) -> Iterator[IO[str]]:
    """A file that no other process has meanwhile, from its beginning."""
    with path.open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        yield file


class Spare:
    """What a test left behind goes: rows where the migrations made none, and what the sequences counted."""

    TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
    OTHERS = "datname = current_database() AND pid <> pg_backend_pid()"

    def __init__(self, name: str) -> None:
        self.name = name
        self.kept: set[str] = set()
        self.counted: dict[str, int | None] = {}

    def remember(self) -> None:
        """What the migrations left, the first time."""
        if not self.kept:
            with connections["default"].cursor() as cursor:
                self.kept, self.counted = self.filled(cursor), self.sequences(cursor)

    def empty(self) -> None:
        """Put everything back, whoever still holds a connection and whatever a trigger says of it."""
        with connections["default"].cursor() as cursor:
            cursor.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {self.OTHERS}")
            cursor.execute("SET session_replication_role = replica")
            for table in self.filled(cursor) - self.kept:
                cursor.execute(f'DELETE FROM "{table}"')
            for name, _value in self.sequences(cursor).items() - self.counted.items():
                before = self.counted[name]
                cursor.execute("SELECT setval(%s::regclass, %s, %s)", [f'"{name}"', before or 1, before is not None])

    def filled(self, cursor: Any) -> set[str]:
        """The tables with rows."""
        cursor.execute(self.TABLES)
        asked = [f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for (table,) in cursor.fetchall()]
        cursor.execute(" UNION ALL ".join(asked))
        return {table for (table,) in cursor.fetchall()}

    def sequences(self, cursor: Any) -> dict[str, int | None]:
        """How far each sequence counted; None for never used."""
        cursor.execute(self.SEQUENCES)
        return dict(cursor.fetchall())
