"""The version of all that pages show: another one after each change, so that nothing kept of before is shown after it.

The database keeps it (decision 0011): one cheap query tells it. What somebody reads after she read the version is at
least that new; what is kept under it can therefore be too new for a moment, and never too old.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from django.core.cache import caches
from django.db import connection

Value = TypeVar("Value")

RECENT, RECENT_SECONDS = "recent_version", 60
KEPT_SECONDS = 60  # how long a process keeps what only a new day changes

READ = "SELECT coalesce(bit_xor(number), 0), coalesce(bit_xor(number) FILTER (WHERE is_setting), 0) FROM site_change"


@dataclass(frozen=True)
class SiteVersion:
    """Two numbers that only say "another one": of everything, and of what a gemeente sets (name, texts, wijken)."""

    everything: int
    settings: int


# What the request of this thread read, in a list of at most one; None outside a request.
_read: ContextVar[list[SiteVersion] | None] = ContextVar("site_version", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Let everything until the end of the block go by one reading of the version."""
    token = _read.set([])
    try:
        yield
    finally:
        _read.reset(token)


def site_version() -> SiteVersion:
    """The version now; within `one_reading` the one that was read first, so at most one query."""
    read = _read.get()
    if read:
        return read[0]
    with connection.cursor() as cursor:
        cursor.execute(READ)
        found = SiteVersion(*cast("tuple[int, int]", cursor.fetchone()))
    if read is not None:
        read.append(found)
    caches["pages"].set(RECENT, found, RECENT_SECONDS)
    return found


def read_again() -> None:
    """Let the next page of this process ask anew: something was set just now."""
    caches["pages"].delete(RECENT)


def kept_setting(name: str, make: Callable[[], Value]) -> Value:
    """What `make` reads of the gemeente's settings, kept in this process until one of them changes.

    A page that asked for the version goes by that; others, of who signed in, by one of at most a minute ago, which
    spares them a query. Everybody gets the same object: nobody may change it. Outside a request it is made each time.
    """
    read = _read.get()
    if read is None:
        return make()
    version: SiteVersion = read[0] if read else caches["pages"].get(RECENT) or site_version()
    found: Any = caches["pages"].get_or_set(f"{name}:{version.settings}", make, None)
    return cast("Value", found)


def kept(name: str, make: Callable[[], Value]) -> Value:
    """What `make` reads of what everybody sees, kept in this process until anything changes or a minute passed.

    Everybody gets the same object: nobody may change it.
    """
    found: Any = caches["pages"].get_or_set(f"{name}:{site_version().everything}", make, KEPT_SECONDS)
    return cast("Value", found)
