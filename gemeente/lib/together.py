"""Several prepared queries asked in one: a page of many apps' parts goes to the database once for all of them.

The database gives the rows of each as JSON; they become the same objects as when each was asked by itself.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BinaryField, DecimalField, Field, JSONField
from django.utils import timezone

from gemeente.lib.prepared import Asked, read_ahead

EXACT = 15  # digits that a number in JSON keeps


def this_minute() -> Any:
    """Now, without seconds: what is asked ahead and what asks for it a moment later name the same moment."""
    return timezone.now().replace(second=0, microsecond=0)


@dataclass
class Ahead:
    """What a page will ask: all of it in one query as soon as it asks one of them, nothing if it never does."""

    asked: list[Asked]
    found: dict[Asked, list[Any]] | None = None

    def __call__(self, one: Asked) -> list[Any] | None:
        """The rows of one of them, the first time; None for what is asked by itself."""
        if self.found is None and one in self.asked:
            self.found = together(self.asked)
        return self.found.pop(one, None) if self.found else None


@contextmanager
def ahead(asked: Iterable[Asked]) -> Iterator[None]:
    """Within the block these are asked in one query, when the first of them is; each gets what was found once.

    A block within a block asks nothing of its own: what it names should stand in the outer one.
    """
    token = read_ahead.set(read_ahead.get() or Ahead(list(asked)))
    try:
        yield
    finally:
        read_ahead.reset(token)


def together(asked: Iterable[Asked]) -> dict[Asked, list[Any]]:
    """The rows of each: one query. None for fewer than two, which gain nothing by it."""
    different = list(dict.fromkeys(asked))
    if len(different) < 2:
        return {}
    parts: list[str] = []
    params: list[Any] = []
    for one in different:
        sql, values = one.query.filled(one)
        names = ", ".join(f"c{number}" for number in range(len(columns_of(one))))
        parts.append(f"(SELECT json_agg(t) FROM ({sql}) AS t({names}))::text")  # noqa: S608 (values go beside it)
        params.extend(values)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", params)
        found = cursor.fetchone() or ()
    return {one: one.query.rows_of(one, rows_in(one, told)) for one, told in zip(different, found, strict=True)}


def columns_of(one: Asked) -> list[Any]:
    """The field of each column of its rows, None where the database alone knows."""
    _rows, compiler, _sql, _params = one.query.compiled(**dict(one.shape))
    return [getattr(column, "output_field", None) for column, _sql, _alias in compiler.select]


def rows_in(one: Asked, told: str | None) -> list[tuple[Any, ...]]:
    """The rows in JSON as the database gives them to a queryset."""
    fields = columns_of(one)
    if any(isinstance(field, BinaryField) for field in fields):
        raise TypeError("bytes do not survive JSON: ask this query by itself")
    rows = json.loads(told) if told else []
    return [tuple(from_json(field, row[f"c{number}"]) for number, field in enumerate(fields)) for row in rows]


def from_json(field: "Field[Any, Any] | None", value: Any) -> Any:
    """One value as the database gives it for a field."""
    if value is None or field is None:
        return value
    if isinstance(field, JSONField):
        return json.dumps(value)  # which the field itself reads
    if isinstance(field, ArrayField):
        return [from_json(field.base_field, item) for item in value]
    if isinstance(field, DecimalField) and field.max_digits <= EXACT:
        return Decimal(str(value)).quantize(Decimal(1).scaleb(-field.decimal_places))
    return field.to_python(value)
