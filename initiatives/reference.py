"""The first ready plans and tips, one TOML file for each plan; a manager adds later versions."""

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from gemeente.places.models import Theme
from gemeente.portal.reference import IN_FORCE_SINCE
from initiatives.models import Blueprint, BlueprintStep, NextStepCard

CONTENT = Path(__file__).parent / "content"


def read(path: Path) -> dict[str, Any]:
    """What a file of content says."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


@transaction.atomic
def load_blueprints() -> int:
    """Make the first version of ready plans that have none; returns how many. Never touches what a manager wrote."""
    known = set(Blueprint.objects.values_list("code", flat=True))
    missing = [path for path in sorted(CONTENT.glob("blueprints/*.toml")) if path.stem not in known]
    themes = {theme.code: theme for theme in Theme.objects.all()} if missing else {}
    for path in missing:
        told = read(path)
        steps, theme = told.pop("steps"), themes.get(told.pop("theme"))
        texts = {name: value.strip() if isinstance(value, str) else value for name, value in told.items()}
        blueprint = Blueprint.objects.create(code=path.stem, theme=theme, starts_on=IN_FORCE_SINCE, **texts)
        rows = (BlueprintStep(blueprint=blueprint, position=n, **step) for n, step in enumerate(steps, start=1))
        BlueprintStep.objects.bulk_create(rows)
    return len(missing)


def load_cards() -> int:
    """Make the first version of tips that have none; returns how many."""
    known = set(NextStepCard.objects.values_list("code", flat=True))
    told = enumerate(read(CONTENT / "cards.toml")["cards"], start=1)
    missing = [
        NextStepCard(position=n, starts_on=IN_FORCE_SINCE, **card) for n, card in told if card["code"] not in known
    ]
    NextStepCard.objects.bulk_create(missing)
    return len(missing)
