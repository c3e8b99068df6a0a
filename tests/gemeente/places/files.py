"""GeoJSON as people offer it to import_wijken, and what the command makes of it."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from gemeente.places.models import CbsArea, PlaceImport, Wijk, WijkArea
from tests.factories.places import square

DATA = Path(__file__).resolve().parents[3] / "gemeente" / "demo" / "data"
WIJKEN = DATA / "wop-wijken-indicatief.geojson"
AREAS = DATA / "wijken-gm0502-indicatief.geojson"

Write = Callable[..., Path]


def pdok(code: str = "WK050206", name: str = "Schenkel", geometry: Any = None, **properties: Any) -> dict[str, Any]:
    """A feature as PDOK's OGC API gives it; a property that is None is left out."""
    found = {"wijkcode": code, "wijknaam": name, "gemeentecode": "GM0502", "aantal_inwoners": 6295} | properties
    return {
        "type": "Feature",
        "id": f"uuid-{code}",
        "properties": {key: value for key, value in found.items() if value is not None},
        "geometry": geometry or square(4.56, 51.93),
    }


def town(name: str = "Schenkel", codes: Any = ("WK050206",)) -> dict[str, Any]:
    """A feature of the town's own file."""
    properties = {"wijknaam": name, "cbs_wijkcodes": codes, "gemeentecode": "GM0502", "jaar": 2024}
    return {"type": "Feature", "properties": properties, "geometry": square(4.56, 51.93)}


def run(path: Path, **options: Any) -> dict[str, list[str]]:
    """Import a file; what the command says it added, changed and kept."""
    out = StringIO()
    call_command("import_wijken", path, stdout=out, **options)
    said: dict[str, list[str]] = {}
    for line in out.getvalue().splitlines():
        if not line.startswith("  "):
            said[line.partition(":")[0]] = names = []
        else:
            names.append(line.strip())
    return said


def refusal(path: Path, **options: Any) -> list[str]:
    """The reasons for which a file is refused."""
    before = everything()
    with pytest.raises(CommandError) as refused:
        run(path, **options)
    assert everything() == before
    return [line.strip() for line in str(refused.value).splitlines()[1:]]


def everything() -> list[Any]:
    """All rows that an import may write."""
    return [list(model.objects.order_by("pk").values()) for model in (Wijk, CbsArea, WijkArea, PlaceImport)]
