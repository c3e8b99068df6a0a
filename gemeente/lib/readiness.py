"""What must be there before the first wijk can start: apps add checks, the manager's start page shows them."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """One thing to arrange. `label` says what there is once it is done; `path` leads to where that happens."""

    name: str
    label: str
    query: Callable[[], bool]
    path: str


_checks: dict[str, Check] = {}


def register_check(name: str, label: str, query: Callable[[], bool], path: str) -> None:
    """Add a check, in `apps.py`; `query` says whether it is done and costs one query at most.

    Raises ValueError when the name is taken.
    """
    if name in _checks:
        raise ValueError(f"the check {name} is registered twice")
    _checks[name] = Check(name, label, query, path)


def run_checks() -> list[tuple[Check, bool]]:
    """Every check with whether it is done; lowest storey first, as people set up a portal."""
    return [(check, check.query()) for check in _checks.values()]
