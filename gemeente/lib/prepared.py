"""Queries that are put together once and asked many times, each time with other values.

Django writes the SQL of a query anew each time it is asked; on a page with ten of them that costs more than what the
database does. `prepared` keeps the SQL, with slots where the values go. `gemeente.lib.together` asks several at once.
"""

import datetime as dt
import inspect
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from copy import copy
from dataclasses import dataclass
from functools import cache, update_wrapper
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


@dataclass(frozen=True)
class Asked:
    """A prepared query with the values it is asked with."""

    query: "Prepared"
    values: tuple[Any, ...]
    shape: tuple[tuple[str, Any], ...] = ()

    def __call__(self) -> list[Any]:
        """The rows: what was read ahead, or else what the database says now."""
        ahead = read_ahead.get()
        found = ahead(self) if ahead else None
        return self.query.rows_of(self) if found is None else found


# Gives the rows that this page reads ahead (`gemeente.lib.together`), None for what it does not.
read_ahead: ContextVar[Callable[[Asked], list[Any] | None] | None] = ContextVar("read_ahead", default=None)


class Prepared:
    """A query put together once: call it with values for its rows, or `later` to ask it together with others."""

    def __init__(self, make: "Callable[..., QuerySet[Any, Any]]") -> None:
        update_wrapper(self, make)
        kinds = [one.kind for one in inspect.signature(make).parameters.values()]
        self.number = sum(kind is not inspect.Parameter.KEYWORD_ONLY for kind in kinds)
        self.make = make
        self.compiled = cache(self.compile)

    def compile(self, **shape: Any) -> "tuple[QuerySet[Any, Any], SQLCompiler, str, tuple[Any, ...]]":
        """Its queryset, with what writes its SQL, that SQL, and the values in it with slots among them."""
        rows = self.make(*(Slot(place) for place in range(self.number)), **shape)
        compiler = rows.query.get_compiler(rows.db)
        sql, params = compiler.as_sql()
        if any(isinstance(value, dt.date) for value in params):
            raise ValueError("a moment of now would stay in this query for ever: give it as a value")
        if {value.value for value in params if isinstance(value, Slot)} != set(range(self.number)):
            raise ValueError("a value of this query is not used as it is")
        return rows, compiler, sql, tuple(params)

    def filled(self, asked: Asked) -> tuple[str, tuple[Any, ...]]:
        """Its SQL, and the values that go in."""
        _rows, _compiler, sql, params = self.compiled(**dict(asked.shape))
        return sql, tuple(asked.values[value.value] if isinstance(value, Slot) else value for value in params)

    def later(self, *values: Any, **shape: Any) -> Asked:
        """The same question, not asked yet."""
        return Asked(self, values, tuple(sorted(shape.items())))

    def __call__(self, *values: Any, **shape: Any) -> list[Any]:
        """The rows."""
        return self.later(*values, **shape)()

    def rows_of(self, asked: Asked, found: Iterable[tuple[Any, ...]] | None = None) -> list[Any]:
        """The rows as the queryset gives them: of what the database says now, or of what it said before."""
        rows, compiler, _sql, _params = self.compiled(**dict(asked.shape))
        answering = copy(compiler)
        answering.connection = connection
        if found is None:
            answering.as_sql = lambda *_args, **_kwargs: self.filled(asked)  # type: ignore[method-assign]
        else:
            answering.execute_sql = lambda *_args, **_kwargs: [found]  # type: ignore[method-assign, assignment]
        told: Any = rows.all()
        told._query = copy(rows.query)  # not by its setter, which forgets what a row of `values_list` looks like
        told._query.get_compiler = lambda *_args, **_kwargs: answering
        return list(told)


def prepared(make: Callable[..., "QuerySet[Any, Any]"]) -> Prepared:
    """The rows of the queryset that `make` gives, as a function of its values in their order.

    `make` sees slots and never a value: it can put them in a filter, as a value of a lookup, and nothing else. What it
    takes by keyword (how many rows) is part of the query: few values, for each of them it is put together once. What
    changes by itself (today, now, a dated rule) must come in by a slot too. None is compared as any value, and
    so finds nothing. Raises ValueError where a moment or a slot got lost in the query.
    """
    return Prepared(make)
