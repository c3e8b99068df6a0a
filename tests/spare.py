"""A database in which tests commit, emptied after each of them."""

from typing import Any

from django.db import connections


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
