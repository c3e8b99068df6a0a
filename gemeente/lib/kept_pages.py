"""Pages of visitors that this process keeps, whole, until anything public changes (decision 0011)."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import django
from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from gemeente.lib.site_version import site_version

View = TypeVar("View", bound=Callable[..., Any])

PROGRAM = ("*.py", "*.html", "*.txt", "*.svg", "*.md", "*.mo")
# What the environment says and a page may show.
SHOWN = ("PUBLIC_URL", "HELP_PHONE", "MAP_TILES_URL", "DEMO", "STATIC_URL")


def kept_page(view: View) -> View:
    """Mark a view whose page for a visitor follows from its address, the day and what is in the database alone.

    Not for what turns on the hour, asks a session, or answers to a signed link that ends.
    """
    view.is_kept = True  # type: ignore[attr-defined]
    return view


@dataclass(frozen=True)
class Page:
    """A page as it was answered."""

    content: bytes
    headers: tuple[tuple[str, str], ...]

    @property
    def size(self) -> int:
        """Bytes it takes, about."""
        return len(self.content) + sum(len(name) + len(value) + 100 for name, value in self.headers)


def page_tag() -> str:
    """The ETag of every kept page now: another one after each change, at midnight, and with another program.

    Weak: two pages with one tag tell the same, though one may be a moment newer.
    """
    parts = (site_version().everything, timezone.localdate(), program())
    return f'W/"{hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()}"'


@cache
def program() -> str:
    """A fingerprint of what makes the pages: code, templates, translations, styles and configuration."""
    digest = hashlib.blake2b(repr([django.VERSION, *(getattr(settings, name) for name in SHOWN)]).encode())
    folders = [settings.BASE_DIR / name for name in ("gemeente", "wijken", "initiatives", "templates", "locale")]
    files = sorted(path for folder in folders for pattern in PROGRAM for path in folder.rglob(pattern))
    manifest = Path(settings.STATIC_ROOT or settings.BASE_DIR) / "staticfiles.json"
    for path in [*files, *([manifest] if manifest.exists() else [])]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def key_of(request: HttpRequest, tag: str) -> str:
    """Where a page is kept; its language stands in the address."""
    return hashlib.blake2b(f"{tag} {request.get_full_path()}".encode(), digest_size=16).hexdigest()


def find_page(request: HttpRequest, tag: str) -> HttpResponse | None:
    """The page that this process keeps for an address, if it does."""
    page: Page | None = caches["pages"].get(key_of(request, tag))
    return HttpResponse(page.content, headers=dict(page.headers)) if page else None


def keep_page(request: HttpRequest, response: HttpResponse, tag: str) -> None:
    """Keep an answer for who asks next."""
    if not settings.KEEPS_PAGES:
        return
    page = Page(response.content, tuple(response.headers.items()))
    caches["pages"].set(key_of(request, tag), page, None)
