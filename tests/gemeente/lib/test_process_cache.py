"""A cache of this process that is bounded in entries and in bytes."""

from types import SimpleNamespace

import pytest

from gemeente.lib.process_cache import ProcessCache


@pytest.fixture
def cache(request: pytest.FixtureRequest) -> ProcessCache:
    """Room for three entries and 2,000 bytes."""
    return ProcessCache(request.node.name, {"OPTIONS": {"MAX_ENTRIES": 3, "MAX_BYTES": 2000}})


def sized(size: int) -> SimpleNamespace:
    """A value that says how large it is."""
    return SimpleNamespace(size=size)


def test_value_comes_back_itself(cache: ProcessCache) -> None:
    value = sized(10)
    cache.set("a", value)

    assert cache.get("a") is value
    assert cache.get("b", "none") == "none"


def test_what_was_not_asked_for_longest_goes_first(cache: ProcessCache) -> None:
    for key in "abc":
        cache.set(key, sized(1))
    cache.get("a")

    cache.set("d", sized(1))

    assert [key for key in "abcd" if cache.has_key(key)] == ["a", "c", "d"]


def test_bytes_are_bounded(cache: ProcessCache) -> None:
    cache.set("a", sized(1200))
    cache.set("b", sized(1200))
    cache.set("c", sized(5000))

    assert [key for key in "abc" if cache.has_key(key)] == ["b"]
    assert cache.store.size < 2000


def test_larger_value_does_not_leave_the_one_before(cache: ProcessCache) -> None:
    cache.set("a", sized(10))
    cache.set("a", sized(5000))

    assert (cache.get("a"), cache.store.size) == (None, 0)


def test_value_ends_at_its_time(cache: ProcessCache, time_machine: object) -> None:
    time_machine.move_to("2027-01-01T12:00:00Z", tick=False)
    cache.set("a", sized(1), 60)
    cache.set("b", sized(1), None)
    time_machine.move_to("2027-01-01T12:01:00Z", tick=False)

    assert [cache.has_key(key) for key in "ab"] == [False, True]


def test_add_delete_and_clear(cache: ProcessCache) -> None:
    first = sized(1)

    assert (cache.add("a", first), cache.add("a", sized(2)), cache.get("a") is first) == (True, False, True)
    assert (cache.delete("a"), cache.delete("a"), cache.store.size) == (True, False, 0)
    cache.set("b", first)
    cache.clear()
    assert (cache.get("b"), cache.store.size) == (None, 0)


def test_none_is_a_value(cache: ProcessCache) -> None:
    made: list[None] = []

    for _ in range(2):
        assert cache.get_or_set("a", lambda: made.append(None)) is None
    assert made == [None]


def test_without_room_nothing_is_kept() -> None:
    cache = ProcessCache("nothing", {"OPTIONS": {"MAX_BYTES": 0}})
    cache.set("a", sized(0))

    assert (cache.get("a"), cache.get_or_set("a", lambda: "made")) == (None, "made")
