"""Settings refuse nonsense at start, and say what is wrong."""

import os
import subprocess
import sys

import pytest

GOOD = {
    "PUBLIC_URL": "https://buitenkans.example",
    "SECRET_KEY": "k" * 50,
    "DATABASE_URL": "postgresql://portal@db/portal",
    "DEMO": "0",
}


def start(**changes: str | None) -> subprocess.CompletedProcess[str]:
    """Load the settings in a process of their own."""
    given = {name: value for name, value in (GOOD | changes).items() if value is not None}
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    command = [sys.executable, "-W", "error", "-c", "import gemeente.settings as s; print(s.ALLOWED_HOSTS, s.IS_HTTPS)"]
    return subprocess.run(command, env=kept | given, capture_output=True, text=True, timeout=60, check=False)


def test_settings_start_with_what_is_needed() -> None:
    result = start()

    assert (result.returncode, result.stdout.strip()) == (0, "['buitenkans.example'] True")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "50 random characters"),
        ({"DATABASE_URL": None}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///x"}, "postgresql://"),
        ({"PUBLIC_URL": None}, "PUBLIC_URL"),
        ({"PUBLIC_URL": "buitenkans.example"}, "https://buitenkans.example"),
        ({"PUBLIC_URL": "http://buitenkans.example"}, "https://"),
        ({"PUBLIC_URL": "https://buitenkans.example/pad"}, "without a path"),
        ({"DEMO": "1"}, "DEMO=1 is for this machine only"),
        ({"DEBUG": "1"}, "DEBUG=1 is for this machine only"),
        ({"DEMO": "misschien"}, "DEMO"),
        ({"DATABASE_POOL_SIZE": "-1"}, "DATABASE_POOL_SIZE"),
        ({"TRUSTED_PROXIES": "veel"}, "TRUSTED_PROXIES"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL"),
    ],
    ids=str,
)
@pytest.mark.verify
def test_settings_refuse_nonsense(changes: dict[str, str | None], reason: str) -> None:
    result = start(**changes)

    assert result.returncode != 0
    assert reason in result.stderr


def test_settings_tell_every_fault_at_once() -> None:
    result = start(SECRET_KEY="short", DATABASE_URL="sqlite:///x")

    assert "50 random characters" in result.stderr
    assert "postgresql://" in result.stderr
