"""Rows into PostgreSQL by COPY: what a model says of its columns, without making an object of each row."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from django.db import connection, models

ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class Table:
    """The rows of one model, gathered as lines for COPY. A column that is not given has the default of its field."""

    def __init__(self, model: type[models.Model]) -> None:
        fields = [field for field in model._meta.concrete_fields if not field.generated]
        self.model, self.lines = model, list[str]()
        self.columns = [field.column for field in fields]
        self.defaults = {field.column: text_of(default_of(field)) for field in fields if not field.primary_key}

    def add(self, **values: Any) -> None:
        """One row, by column (`owner_id`, not `owner`)."""
        texts = self.defaults | {name: text_of(value) for name, value in values.items()}
        self.lines.append("\t".join([texts[column] for column in self.columns]))

    def copy(self) -> int:
        """Write what was gathered; returns how many rows."""
        columns = ", ".join(f'"{column}"' for column in self.columns)
        with connection.cursor() as cursor:
            sql = f'COPY "{self.model._meta.db_table}" ({columns}) FROM STDIN'
            with cursor.copy(sql) as copying:
                for start in range(0, len(self.lines), 1000):
                    copying.write("\n".join(self.lines[start : start + 1000]) + "\n")
        count = len(self.lines)
        self.lines.clear()
        return count


def default_of(field: "models.Field[Any, Any]") -> Any:
    """What a new row has; a moment or a key of its own must be given, so it gets none."""
    if field.has_default() and callable(field.default) and field.default not in {dict, list}:
        return None
    return field.get_default()


def text_of(value: Any) -> str:
    """A value as COPY reads it in its text format."""
    kind = type(value)
    if kind is str:
        is_plain = "\n" not in value and "\\" not in value and "\t" not in value and "\r" not in value
        return value if is_plain else value.translate(ESCAPES)  # which is slow
    if kind is int:
        return str(value)
    if value is None:
        return "\\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, dict):
        value = json.dumps(value)
    elif isinstance(value, list):
        value = "{}" if not value else json.dumps(value)
    elif isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    return str(value).translate(ESCAPES)


def new_ids(model: type[models.Model], count: int) -> Iterable[int]:
    """As many ids of a table that nobody else gets, also while the portal runs."""
    with connection.cursor() as cursor:
        sql = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
        cursor.execute(sql, [model._meta.db_table, count])
        return [row[0] for row in cursor.fetchall()]
