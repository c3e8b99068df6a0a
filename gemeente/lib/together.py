"""Several prepared queries asked in one: a page of many apps' parts goes to the database once for all of them.

The database gives the rows of each as JSON; they become the same objects as when each was asked by itself.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import (
    BinaryField,
    BooleanField,
    CharField,
    DecimalField,
    Field,
    ForeignKey,
    IntegerField,
    JSONField,
    TextField,
)
from django.http import HttpRequest
from django.utils import timezone

from gemeente.lib.prepared import Asked, Prepared, read_ahead

Reader = Callable[[Any], Any]

SAME_IN_JSON = (BooleanField, CharField, IntegerField, TextField)
EXACT = 15  # digits that a number in JSON keeps


def moment_of(request: HttpRequest) -> dt.datetime:
    """Now, the same for everything that one request asks: ahead, and when it is needed."""
    told: Any = request
    if not hasattr(told, "moment"):
        told.moment = timezone.now()
    moment: dt.datetime = told.moment
    return moment


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
        names = ", ".join(f"c{number}" for number in range(len(readers_of(one.query, one.shape))))
        parts.append(f"(SELECT json_agg(t) FROM ({sql}) AS t({names}))::text")  # noqa: S608 (values go beside it)
        params.extend(values)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", params)
        found = cursor.fetchone() or ()
    return {one: one.query.rows_of(one, rows_in(one, told)) for one, told in zip(different, found, strict=True)}


def rows_in(one: Asked, told: str | None) -> list[tuple[Any, ...]]:
    """The rows in JSON as the database gives them to a queryset."""
    readers = [(f"c{number}", read) for number, read in enumerate(readers_of(one.query, one.shape))]
    rows = json.loads(told) if told else []
    return [
        tuple(row[name] if read is None or row[name] is None else read(row[name]) for name, read in readers)
        for row in rows
    ]


@cache
def readers_of(query: Prepared, shape: tuple[tuple[str, Any], ...]) -> tuple[Reader | None, ...]:
    """How each column of a query becomes out of JSON what the database gives for it. Raises TypeError for bytes."""
    _rows, compiler, _sql, _params = query.compiled(**dict(shape))
    return tuple(reader_of(getattr(column, "output_field", None)) for column, _sql, _alias in compiler.select)


def reader_of(field: "Field[Any, Any] | None") -> Reader | None:
    """The same for the values of one field; None where they are what they are."""
    if field is None or isinstance(field, SAME_IN_JSON):
        return None
    if isinstance(field, ForeignKey):
        return reader_of(field.target_field)
    if isinstance(field, BinaryField):
        raise TypeError("bytes do not survive JSON: ask this query by itself")
    if isinstance(field, JSONField):
        return json.dumps  # which the field itself reads
    if isinstance(field, ArrayField):
        inside = reader_of(field.base_field)
        return (lambda items: [item if item is None else inside(item) for item in items]) if inside else None
    if isinstance(field, DecimalField) and field.max_digits <= EXACT:
        cent = Decimal(1).scaleb(-field.decimal_places)
        return lambda number: Decimal(str(number)).quantize(cent)
    return field.to_python
