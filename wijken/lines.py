"""What the list of wijken says beside each: a few words of every app that has something to tell of all of them."""

from collections.abc import Callable

Lines = Callable[[], dict[str, str]]
_lines: dict[str, tuple[int, Lines]] = {}


def register_lines(name: str, lines: Lines, *, position: int) -> None:
    """Let an app say something of wijken, by their slugs, in one query. Raises ValueError when the name is taken."""
    if name in _lines:
        raise ValueError(f"lines of {name} are registered twice")
    _lines[name] = (position, lines)


def words_of_wijken() -> dict[str, str]:
    """What is going on in each wijk, by its slug, in one line."""
    found: dict[str, list[str]] = {}
    for _position, lines in sorted(_lines.values(), key=lambda one: one[0]):
        for slug, words in lines().items():
            found.setdefault(slug, []).append(words)
    return {slug: " · ".join(parts) for slug, parts in found.items()}
