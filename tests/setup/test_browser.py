"""Finding a browser, and that the one found shows text."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import sync_playwright

from gemeente.demo import browser

PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Proef</title>
<h1>Één tuin</h1><p><i>iiii</i> <b>MMMM</b></p></html>"""


@pytest.fixture
def folder_of_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place where programs are looked for, still empty; nor is the npm package there."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "MAC_APP", str(tmp_path / "none"))
    monkeypatch.setattr(browser, "PACKAGE", tmp_path / "none")
    return programs


def make_program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_named_browser_goes_first(folder_of_programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_program(folder_of_programs / "chromium", "exit 0")
    named = make_program(folder_of_programs / "my own chrome", "exit 0")
    monkeypatch.setenv("CHROMIUM", str(named))

    assert browser.find_chromium().executable == named


def test_named_browser_that_does_not_exist_is_refused(
    folder_of_programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_program(folder_of_programs / "chromium", "exit 0")
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")

    with pytest.raises(browser.NoBrowserError, match="CHROMIUM names /no/such/browser"):
        browser.find_chromium()


def test_system_stand_in_that_does_not_run_is_passed_over(folder_of_programs: Path) -> None:
    make_program(folder_of_programs / "chromium-browser", "echo install it first; exit 1")
    real = make_program(folder_of_programs / "google-chrome", "exit 0")

    assert browser.find_chromium().executable == real


def test_no_browser_says_how_to_get_one(folder_of_programs: Path) -> None:
    with pytest.raises(browser.NoBrowserError, match=re.escape("CHROMIUM=/path/to/chromium")):
        browser.find_chromium()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A page on this machine's own address."""
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            """No lines between the test results."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def look_at(found: browser.Browser, address: str) -> tuple[str, float, float]:
    """The heading as shown, and how wide four thin and four wide letters are.

    In a thread of its own: the browser tests may have a Playwright in this one, and there can be one in each.
    """
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(measure, found, address).result()


def measure(found: browser.Browser, address: str) -> tuple[str, float, float]:
    """What `look_at` promises."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=found.executable, args=list(found.args), env=dict(found.env)
        )
        page = running.new_page()
        page.goto(address)
        widths = [page.locator(name).bounding_box()["width"] for name in ("i", "b")]
        heading = page.inner_text("h1")
        running.close()
    return heading, widths[0], widths[1]


@pytest.mark.browser
def test_found_browser_shows_text(site: str) -> None:
    heading, thin, wide = look_at(browser.find_chromium(), site)

    assert heading == "Één tuin"
    assert 0 < thin < wide  # without fonts all letters are the same empty box


@pytest.mark.verify
@pytest.mark.browser
def test_packaged_browser_is_unpacked_at_a_path_with_a_space(site: str, tmp_path: Path) -> None:
    target = tmp_path / "een map" / "chromium"

    found = browser.packaged_chromium(browser.PACKAGE, target)
    first = (target / "chromium").stat().st_ino
    again = browser.packaged_chromium(browser.PACKAGE, target)

    assert look_at(again, site)[0] == "Één tuin"
    assert found.executable == target / "chromium"
    assert (target / "chromium").stat().st_ino == first
