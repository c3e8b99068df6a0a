"""The pages of the demo's wijken, arranged by the people who run them, before today."""

import datetime as dt
from typing import Any

import time_machine
from django.utils import timezone

from gemeente.demo.albums import written
from gemeente.demo.content.pages import PAGES, DemoPage
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.actions.documents import add_document
from wijken.actions.page import (
    add_text,
    arrangement_of,
    current_page,
    move_section,
    publish_page,
    show_section,
    token_of,
    word_section,
    write_welcome,
)
from wijken.sections import TEXT


def tell_pages(people: dict[str, User]) -> None:
    """Let some WOPs make the page of their wijk their own."""
    for page in PAGES:
        with time_machine.travel(timezone.now() - dt.timedelta(days=page.days_ago), tick=False):
            tell_page(page, Wijk.objects.get(slug=page.slug), people[page.who])


def tell_page(page: DemoPage, wijk: Wijk, actor: User) -> None:
    """One version, change by change."""

    def told() -> dict[str, Any]:
        return {"wijk": wijk, "actor": actor, "seen": token_of(current_page(wijk))}

    known = {section.key for section in arrangement_of(current_page(wijk)).sections}
    write_welcome(**told(), text=page.welcome)
    for place, key in enumerate((key for key in page.first if key in known), start=1):
        move_section(**told(), key=key, place=place)
    for key in known & set(page.hidden):
        show_section(**told(), key=key, is_shown=False)
    for key, (title, text) in page.words.items():
        if key in known:
            word_section(**told(), key=key, title=title, text=text)
    for number, own in enumerate(page.texts, start=1):
        key = f"{TEXT}demo{number}"
        add_text(**told(), key=key, title=own.title, text=own.text)
        move_section(**told(), key=key, place=own.place)
    for paper in page.papers:
        add_document(wijk=wijk, actor=actor, document=written(paper), title=paper.title)
    if not page.is_draft:
        publish_page(**told())
