"""Settings refuse nonsense at start, and say what is wrong."""

import os
import re
import subprocess
import sys

import pytest
from environs import ValidationError

from gemeente.lib.env import check_tiles_url, origin_of

GOOD = {
    "PUBLIC_URL": "https://buitenkans.example",
    "SECRET_KEY": "k" * 50,
    "DATABASE_URL": "postgresql://portal@db/portal",
    "DEMO": "0",
}


def start(show: str = "s.ALLOWED_HOSTS, s.IS_HTTPS", **changes: str | None) -> subprocess.CompletedProcess[str]:
    """Load the settings in a process of their own and print some."""
    given = {name: value for name, value in (GOOD | changes).items() if value is not None}
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    command = [sys.executable, "-W", "error", "-c", f"import gemeente.settings as s; print({show})"]
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
        ({"MAP_TILES_URL": "http://kaart.example/{z}/{x}/{y}.png"}, "https://"),
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


@pytest.mark.parametrize(
    "url", ["", "https://kaart.example/{z}/{x}/{y}.png", "https://kaart.example:8443/tegel?z={z}&x={x}&y={y}"]
)
def test_tiles_from_an_address_or_from_nowhere(url: str) -> None:
    check_tiles_url(url)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://kaart.example/{z}/{x}/{y}.png", "https://"),
        ("kaart", "https://"),
        ("/{z}/{x}/{y}.png", "https://"),
        ("https://{s}.kaart.example/{z}/{x}/{y}.png", "https://"),
        ("https://*/{z}/{x}/{y}.png", "https://"),
        ("https://naam@kaart.example/{z}/{x}/{y}.png", "https://"),
        ("https://kaart.example; script-src */{z}/{x}/{y}.png", "https://"),
        ("https://kaart.example/{z} {x}/{y}.png", "https://"),
        ("https://kaart.example/{z}/{x}.png", "{y}"),
        ("https://kaart.example/{z}/{x}/{y}/{z}.png", "once each"),
    ],
)
def test_tiles_refuse_nonsense(url: str, reason: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(reason)):
        check_tiles_url(url)


def test_origin_is_without_path() -> None:
    assert origin_of("https://kaart.example:8443/tegel?z={z}") == "https://kaart.example:8443"


@pytest.mark.parametrize(
    ("url", "sources"),
    [
        (None, "self data: https://service.pdok.nl"),
        ("https://kaart.example/{z}/{x}/{y}.png", "self data: https://kaart.example"),
        ("", "self data:"),
    ],
)
def test_policy_names_the_host_of_the_tiles_only(url: str | None, sources: str) -> None:
    result = start("*s.CONTENT_SECURITY_POLICY['DIRECTIVES']['img-src']", MAP_TILES_URL=url)

    assert result.stdout.replace("'", "").strip() == sources
