"""A cache in the memory of this process for what costs time to make: whole pages, the town map, the texts.

Unlike Django's own it hands out the object itself (nobody may change it) and is bounded in bytes as well as in entries,
so that no number of addresses can fill the memory. What was not asked for longest goes first.
"""

import time
from collections import OrderedDict
from threading import Lock
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

OTHER_BYTES = 1000  # what counts for a value that does not tell its size


class Store:
    """What one cache holds: value, when it ends (None for never) and bytes by key, the last asked for at the end."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.entries: OrderedDict[str, tuple[Any, float | None, int]] = OrderedDict()
        self.size = 0

    def drop(self, key: str) -> bool:
        """Take an entry out. The caller holds the lock."""
        entry = self.entries.pop(key, None)
        self.size -= entry[2] if entry else 0
        return entry is not None


_stores: dict[str, Store] = {}


class ProcessCache(BaseCache):
    """Django's cache API on a store of this process. A value may say its size in bytes by an attribute `size`.

    OPTIONS: MAX_ENTRIES, MAX_BYTES. With MAX_BYTES 0 nothing is kept.
    """

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.most_bytes = int(params.get("OPTIONS", {}).get("MAX_BYTES", 1_000_000))
        self.store = _stores.setdefault(name, Store())

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """The value itself."""
        key = self.make_and_validate_key(key, version=version)
        with self.store.lock:
            entry = self.store.entries.get(key)
            if entry is None:
                return default
            if entry[1] is not None and entry[1] <= time.time():
                self.store.drop(key)
                return default
            self.store.entries.move_to_end(key)
            return entry[0]

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep a value; what is larger than the whole store is not kept."""
        key = self.make_and_validate_key(key, version=version)
        size = len(key) + getattr(value, "size", OTHER_BYTES)
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        ends = None if seconds is None else time.time() + seconds
        with self.store.lock:
            self.store.drop(key)
            if size > self.most_bytes:
                return
            self.store.entries[key] = (value, ends, size)
            self.store.size += size
            while self.store.size > self.most_bytes or len(self.store.entries) > self._max_entries:
                self.store.drop(next(iter(self.store.entries)))

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value where there is none."""
        if self.has_key(key, version=version):
            return False
        self.set(key, value, timeout, version)
        return True

    def delete(self, key: str, version: int | None = None) -> bool:
        """Whether there was one."""
        key = self.make_and_validate_key(key, version=version)
        with self.store.lock:
            return self.store.drop(key)

    def clear(self) -> None:
        """Begin anew."""
        with self.store.lock:
            self.store.entries.clear()
            self.store.size = 0
