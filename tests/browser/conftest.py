"""A real browser against a real server, each test with a database of its own.

Django's usual way for such tests empties every table afterwards, which the append-only log refuses; so each test gets a
clone of the empty, migrated database and throws it away.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from gemeente.demo.browser import find_chromium
from gemeente.users.models import User
from tests.conftest import add_second_factor, give_code

TIMEOUT = 10_000  # ms; generous, because two workers share two cores


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for each worker.

    Playwright's sync API runs an event loop in this thread, and Django keeps other connections inside a loop than
    outside. They are closed at the border: an open one would keep its database from being cloned.
    """
    found = find_chromium()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    connections.close_all()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found.executable, args=list(found.args), env={**os.environ, **found.env}
        )
        yield chromium
        chromium.close()
        connections.close_all()


@pytest.fixture
def server(clone: None) -> Iterator[str]:
    """The portal on a free port of this machine; yields its address."""
    thread = LiveServerThread("127.0.0.1", static_handler=lambda app: app)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Open a fresh window: `open_page(width=320, javascript=False)`. A page that logs an error fails the test."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def make(*, width: int = 1280, javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=server, viewport={"width": width, "height": 800}, java_script_enabled=javascript, locale="nl-NL"
        )
        context.set_default_timeout(TIMEOUT)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        return page

    yield make
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def sign_in(server: str) -> Callable[[Page, User], None]:
    """Give a window the session of somebody, as after signing in with the second factor."""

    def give(page: Page, user: User) -> None:
        client = Client()
        client.force_login(user)
        add_second_factor(user)
        give_code(client, user)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": server}])

    return give
