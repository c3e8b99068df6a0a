"""Files to import."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.gemeente.places.files import Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a GeoJSON file of features; other members of the collection by name."""

    def to_file(*features: Any, name: str = "wijken.geojson", **members: Any) -> Path:
        path = tmp_path / name
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features} | members), encoding="utf-8")
        return path

    return to_file
