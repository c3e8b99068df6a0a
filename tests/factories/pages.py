"""The page of a wijk as its WOP arranged it."""

from typing import Any

from django.utils import timezone

from gemeente.places.models import Wijk
from wijken.models import PageState, WijkPage

TEXT_BLOCK = {"key": "text-1", "title": "Van ons", "text": "Kom **langs** in de Purser.", "is_shown": True}


def row(key: str, *, title: str = "", text: str = "", is_shown: bool = True) -> dict[str, Any]:
    """A section as a version keeps it."""
    return {"key": key, "title": title, "text": text, "is_shown": is_shown}


def page(wijk: Wijk, *sections: dict[str, Any], welcome: str = "", is_draft: bool = False) -> WijkPage:
    """One more version."""
    last = WijkPage.objects.of_wijk(wijk.pk).first()
    return WijkPage.objects.create(
        wijk=wijk,
        number=last.number + 1 if last else 1,
        state=PageState.DRAFT if is_draft else PageState.PUBLISHED,
        published_at=None if is_draft else timezone.now(),
        welcome=welcome,
        sections=list(sections),
    )
