"""Lighthouse on a phone: what a visitor sees first (make verify)."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from gemeente.demo.browser import find_chromium
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.world import make_world

pytestmark = [pytest.mark.browser, pytest.mark.verify]

LIGHTHOUSE = Path(settings.BASE_DIR) / "node_modules/lighthouse/cli/index.js"
WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def scores(url: str, report: Path) -> dict[str, int]:
    """The four scores (0 to 100) that Lighthouse gives a page, in its mobile profile."""
    found = find_chromium()
    flags = " ".join(found.args)
    node = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    command = [node, str(LIGHTHOUSE), url, "--quiet", f"--chrome-flags={flags}"]
    subprocess.run(
        [*command, "--output=json", f"--output-path={report}"],
        env={**os.environ, **found.env, "CHROME_PATH": str(found.executable)},
        check=True,
        timeout=180,
    )
    categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: round(category["score"] * 100) for name, category in categories.items()}


@pytest.mark.parametrize("page", ["home", "list", "initiative", "wijk"])
def test_page_scores(
    page: str, server: str, reference: None, cast: dict[str, User], oostgaarde: Wijk, tmp_path: Path
) -> None:
    initiative = make_world(cast["fatima"], oostgaarde).public
    paths = {"home": "/", "list": "/initiatieven/", "initiative": f"/initiatieven/{initiative.slug}/"}

    got = scores(server + paths.get(page, "/wijken/oostgaarde/"), tmp_path / "report.json")

    assert {name: score for name, score in got.items() if score < WANTED[name]} == {}
