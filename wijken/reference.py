"""The common way of working, and examples a wijk can begin with, one TOML file each. A later version is a new file."""

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from wijken.models import DecisionRule, WayKind, WayState, Werkwijze, WijkQuestion, WijkStage

CONTENT = Path(__file__).parent / "content" / "ways"
COMMON = "common"


def load_common_way() -> int:
    """Make the way of a wijk that chose none; returns how many rows it made."""
    return make_missing([CONTENT / f"{COMMON}.toml"])


def load_way_examples() -> int:
    """Make the examples that are missing; returns how many."""
    return make_missing([path for path in sorted(CONTENT.glob("*.toml")) if path.stem != COMMON])


@transaction.atomic
def make_missing(paths: list[Path]) -> int:
    """Make the ways of these files that are not there; returns how many. What was made never changes."""
    known = set(Werkwijze.objects.exclude(code="").values_list("code", flat=True))
    missing = [path for path in paths if path.stem not in known]
    for path in missing:
        make_way(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    return len(missing)


def make_way(code: str, told: dict[str, Any]) -> Werkwijze:
    """One way of no wijk, published at once."""
    stages, questions, rules = told.pop("stages"), told.pop("questions", []), told.pop("rules")
    kind = WayKind.COMMON if code == COMMON else WayKind.BLUEPRINT
    way = Werkwijze.objects.create(kind=kind, code=code, **told)
    WijkStage.objects.bulk_create(WijkStage(werkwijze=way, position=n, **row) for n, row in enumerate(stages, start=1))
    WijkQuestion.objects.bulk_create(
        WijkQuestion(werkwijze=way, position=n, **row) for n, row in enumerate(questions, start=1)
    )
    DecisionRule.objects.bulk_create(DecisionRule(werkwijze=way, **row) for row in rules)
    way.state, way.published_at = WayState.PUBLISHED, timezone.now()
    way.save(update_fields=["state", "published_at"])
    return way
