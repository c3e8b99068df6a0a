"""The guard on the storeys can go red: a planted upward import is refused."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("gemeente/lib/paging.py", "import gemeente.places.models"),
        ("gemeente/places/models.py", "import gemeente.activity.models"),
        ("gemeente/cases/policies.py", "import wijken.models"),
        ("wijken/views/pages.py", "import initiatives.models"),
        ("wijken/agenda/apps.py", "import wijken.meetings.apps"),
    ],
)
@pytest.mark.verify
def test_import_linter_refuses_an_upward_import(module: str, line: str, tmp_path: Path) -> None:
    for name in ("gemeente", "wijken", "initiatives"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "data"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / module
    planted.write_text(f"{planted.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")

    result = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert "BROKEN" in result.stdout
