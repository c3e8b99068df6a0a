"""Make the six pictures of the documentation anew: a throw-away demo, a real browser, docs/*.png."""

import os
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, sync_playwright

from gemeente.demo.accounts import email_of
from gemeente.demo.browser import find_chromium
from gemeente.users.models import User

# WhiteNoise serves the static files, as always; Django's stand-in for tests would not know their hashed names.
AS_IT_IS = cast("type[WSGIHandler]", lambda application: application)
# name, path, width in pixels, who is signed in
PICTURES = (
    ("home", "/", 1280, None),
    ("initiatief", "/initiatieven/moestuin-achter-de-hoven/", 1280, None),
    ("wijk", "/wijken/middelwatering/", 1280, None),
    ("nieuw-telefoon", "/initiatieven/nieuw/", 320, None),
    ("mijn-telefoon", "/mijn/", 320, "fatima"),
    ("werkbak", "/werkbak/", 1280, "noor"),
)


class Command(BaseCommand):
    help = "Make docs/*.png from a fresh demo; run it through `make screenshots`, which brings a throw-away database."

    def handle(self, *args: Any, **options: Any) -> None:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's sync API runs a loop in this thread
        for command in ("migrate", "load_reference", "seed"):
            call_command(command, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        server = LiveServerThread("127.0.0.1", static_handler=AS_IT_IS)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        found = find_chromium()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(found.executable), args=list(found.args), env={**os.environ, **found.env}
            )
            for name, path, width, who in PICTURES:
                take(browser, f"http://127.0.0.1:{server.port}", name, path, width, who)
                self.stdout.write(f"docs/{name}.png")
            browser.close()
        server.terminate()


def take(browser: Browser, origin: str, name: str, path: str, width: int, who: str | None) -> None:
    """One picture of the first screens of a page."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="nl-NL", reduced_motion="reduce")
    if who:
        client = Client()
        client.force_login(User.objects.get(email=email_of(who)))
        cookie = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": cookie, "value": client.cookies[cookie].value, "url": origin}])
    page = context.new_page()
    page.goto(origin + path, wait_until="networkidle")
    page.screenshot(path=Path(settings.BASE_DIR) / "docs" / f"{name}.png")
    context.close()
