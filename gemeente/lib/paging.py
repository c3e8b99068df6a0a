"""Pages of a list without ever counting the table: one row more than fits tells whether there is a next page."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

LAST_PAGE = 50  # beyond a thousand rows people filter; a deep offset would cost more with every page


@dataclass(frozen=True)
class Page:
    """One page: its rows, its number, and the queries of its neighbours (None where there is none)."""

    rows: list[Any]
    number: int
    previous: str | None
    next: str | None


def paginate(rows: "QuerySet[Any]", query: QueryDict, size: int = 20) -> Page:
    """Cut out the page that `?pagina=` asks for; what is no page number (words, 0, too deep) is page 1."""
    asked = query.get("pagina", "1")
    is_page = asked.isascii() and asked.isdigit() and len(asked) <= 4 and 1 <= int(asked) <= LAST_PAGE
    number = int(asked) if is_page else 1
    found = list(rows[(number - 1) * size : number * size + 1])
    has_next = len(found) > size and number < LAST_PAGE
    return Page(
        rows=found[:size],
        number=number,
        previous=_link(query, number - 1) if number > 1 else None,
        next=_link(query, number + 1) if has_next else None,
    )


def _link(query: QueryDict, number: int) -> str:
    changed = query.copy()
    changed["pagina"] = str(number)
    return f"?{changed.urlencode()}"
