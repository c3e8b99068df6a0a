"""Queries that are put together once and asked many times, each time with other values.

Django writes the SQL of a query anew each time it is asked; on a page with ten of them that costs more than what the
database does. `prepared` keeps the SQL, with slots where the values go.
"""

import datetime as dt
import inspect
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet, Value
from django.db.models.sql.compiler import SQLCompiler


class Slot(Value):
    """Stands in a query where a value goes that is known when it is asked."""

    def __init__(self, number: int) -> None:
        super().__init__(number)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Itself, to be replaced."""
        return "%s", [self]

    def _resolve_output_field(self) -> None:
        """What it is compared with knows."""


@dataclass(frozen=True)
class Person:
    """Somebody signed in, as querysets ask for her: `visible_to(Person(slot))`."""

    pk: Any
    is_authenticated: bool = True


def prepared(make: Callable[..., "QuerySet[Any, Any]"]) -> Callable[..., list[Any]]:
    """The rows of the queryset that `make` gives, as a function of its values in their order.

    `make` sees slots and never a value: it can put them in a filter, as a value of a lookup, and nothing else. What it
    takes by keyword (how many rows) is part of the query: few values, for each of them it is put together once. What
    changes by itself (today, now, a dated rule) must come in by a slot too. None is compared as any value, and
    so finds nothing. Raises ValueError where a moment or a slot got lost in the query.
    """
    number = sum(one.kind is not inspect.Parameter.KEYWORD_ONLY for one in inspect.signature(make).parameters.values())

    @cache
    def compiled(**shape: Any) -> "tuple[QuerySet[Any, Any], SQLCompiler, str, tuple[Any, ...]]":
        rows = make(*(Slot(place) for place in range(number)), **shape)
        compiler = rows.query.get_compiler(rows.db)
        sql, params = compiler.as_sql()
        if any(isinstance(value, dt.date) for value in params):
            raise ValueError("a moment of now would stay in this query for ever: give it as a value")
        if {value.value for value in params if isinstance(value, Slot)} != set(range(number)):
            raise ValueError("a value of this query is not used as it is")
        return rows, compiler, sql, tuple(params)

    def ask(*values: Any, **shape: Any) -> list[Any]:
        rows, compiler, sql, params = compiled(**shape)
        filled = tuple(values[value.value] if isinstance(value, Slot) else value for value in params)
        ready = copy(compiler)
        ready.connection = connection
        ready.as_sql = lambda *_args, **_kwargs: (sql, filled)  # type: ignore[method-assign]
        found: Any = rows.all()
        found._query = copy(rows.query)  # not by its setter, which forgets what a row of `values_list` looks like
        found._query.get_compiler = lambda *_args, **_kwargs: ready
        return list(found)

    return ask
