"""The page of a wijk as its board arranges it: a draft that changes step by step, and versions that stand.

A change says what it wants (this section on place 3), so that the same click twice does it once. `seen` is what the
page told that the click came from (`token_of`): who did not see the last change of the draft changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.roles import forget_roles
from gemeente.activity.actions import record
from gemeente.activity.verbs import Verb
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.actions.documents import subject_of_wop
from wijken.models import PageState, WijkPage
from wijken.policies import can_arrange_page
from wijken.sections import MOST_TEXTS, Section, arrange, changed, moved, to_stored
from wijken.verbs import PAGE_DISCARDED, PAGE_DRAFTED, PAGE_PUBLISHED


@dataclass(frozen=True)
class Arrangement:
    """What a version of the page says."""

    welcome: str
    sections: tuple[Section, ...]


Change = Callable[[Arrangement], Arrangement]


def arrangement_of(page: WijkPage | None) -> Arrangement:
    """What a version says; the common order for none."""
    return Arrangement(page.welcome if page else "", tuple(arrange(page.sections if page else [])))


def current_page(wijk: Wijk) -> WijkPage | None:
    """What the board looks at: its draft, else what is online."""
    return WijkPage.objects.of_wijk(wijk.pk).first()  # a draft has the highest number


def token_of(page: WijkPage | None) -> str:
    """What a page of the board tells about the version that it shows."""
    if page is None:
        return "1.0"
    return f"{page.number + 1}.0" if page.is_published else f"{page.number}.{page.version}"


# --- A draft ----------------------------------------------------------------------------------------------------------
def move_section(*, wijk: Wijk, actor: User, seen: str, key: str, place: int) -> None:
    """Put a section at a place, counted from 1. Raises Refused and Stale as `change_page`."""

    def change(told: Arrangement) -> Arrangement:
        return replace(told, sections=tuple(moved(list(told.sections), key, place)))

    change_page(wijk, actor, seen, change)


def show_section(*, wijk: Wijk, actor: User, seen: str, key: str, is_shown: bool) -> None:
    """Let a section be on the page, or not. Raises Refused and Stale as `change_page`."""
    change_section(wijk, actor, seen, key, is_shown=is_shown)


def word_section(*, wijk: Wijk, actor: User, seen: str, key: str, title: str, text: str) -> None:
    """Give a section another heading (the common one when empty) and a text under it. Raises as `change_page`."""
    change_section(wijk, actor, seen, key, title=title.strip(), text=text.strip())


def change_section(wijk: Wijk, actor: User, seen: str, key: str, **what: Any) -> None:
    """Change something of one section."""

    def change(told: Arrangement) -> Arrangement:
        return replace(told, sections=tuple(changed(list(told.sections), key, **what)))

    change_page(wijk, actor, seen, change)


def add_text(*, wijk: Wijk, actor: User, seen: str, key: str, title: str, text: str) -> None:
    """Put a text of the WOP's own on top of the sections; the same key twice adds one.

    Raises Refused where there are as many as there may be, and as `change_page`.
    """

    def change(told: Arrangement) -> Arrangement:
        if any(section.key == key for section in told.sections):
            return told
        if sum(section.is_text for section in told.sections) >= MOST_TEXTS:
            raise Refused(_("Er staan al heel veel eigen teksten op de pagina. Haal er eerst een weg."))
        return replace(told, sections=(Section(key, title.strip(), text.strip()), *told.sections))

    change_page(wijk, actor, seen, change)


def drop_text(*, wijk: Wijk, actor: User, seen: str, key: str) -> None:
    """Take a text of the WOP's own away; sections of the portal stay, they can be hidden. Raises as `change_page`."""

    def change(told: Arrangement) -> Arrangement:
        kept = tuple(section for section in told.sections if section.key != key or not section.is_text)
        return replace(told, sections=kept)

    change_page(wijk, actor, seen, change)


def write_welcome(*, wijk: Wijk, actor: User, seen: str, text: str) -> None:
    """Write what stands on top of the page. Raises Refused and Stale as `change_page`."""
    change_page(wijk, actor, seen, lambda told: replace(told, welcome=text.strip()))


def put_back(*, wijk: Wijk, actor: User, seen: str, page: WijkPage) -> None:
    """Make a draft that says what an earlier version said. Raises Refused and Stale as `change_page`."""
    change_page(wijk, actor, seen, lambda _told: arrangement_of(page))


@transaction.atomic
def change_page(wijk: Wijk, actor: User, seen: str, change: Change) -> None:
    """Change the draft; the first change after what is online begins one. What changes nothing is done already.

    Raises Refused for who is not on the board and for who must be silent for a while, Stale when somebody else of the
    board, or another tab, changed it meanwhile.
    """
    page = locked_page(wijk, actor)
    before = arrangement_of(page)
    after = change(before)
    if after == before:
        return
    if seen != token_of(page):
        raise Stale(_("Iemand anders, of jij in een ander tabblad, heeft de pagina net veranderd."))
    words: dict[str, Any] = {"welcome": after.welcome, "sections": to_stored(after.sections)}
    if page is None or page.is_published:
        made = WijkPage.objects.create(wijk=wijk, number=page.number + 1 if page else 1, **words)
        note(wijk, actor, PAGE_DRAFTED, made)
        return
    page.welcome, page.sections, page.version = words["welcome"], words["sections"], page.version + 1
    page.save(update_fields=["welcome", "sections", "version"])


# --- Online and away --------------------------------------------------------------------------------------------------
@transaction.atomic
def publish_page(*, wijk: Wijk, actor: User, seen: str) -> None:
    """Put the draft online, for ever as it is now. Twice is once. Raises Refused and Stale as `change_page`."""
    page = locked_page(wijk, actor)
    if page is None or page.is_published:
        if page and seen.partition(".")[0] == str(page.number):
            return
        raise Stale(_("Er is geen concept meer: het staat al online, of iemand gooide het weg."))
    refuse_unseen(page, seen)
    page.state, page.published_at, page.published_by = PageState.PUBLISHED, timezone.now(), actor
    page.save(update_fields=["state", "published_at", "published_by"])
    note(wijk, actor, PAGE_PUBLISHED, page)


@transaction.atomic
def discard_page(*, wijk: Wijk, actor: User, seen: str) -> None:
    """Throw the draft away; what is online stays. Twice is once. Raises Refused and Stale as `change_page`."""
    page = locked_page(wijk, actor)
    if page is None or page.is_published:
        return
    refuse_unseen(page, seen)
    note(wijk, actor, PAGE_DISCARDED, page)
    page.delete()


def locked_page(wijk: Wijk, actor: User) -> WijkPage | None:
    """What the board looks at, nobody else's until this transaction ends. Raises Refused for anybody else."""
    Wijk.objects.select_for_update(no_key=True).only("pk").get(pk=wijk.pk)
    forget_roles(actor)
    if not can_arrange_page(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van dit WOP kan de pagina van de wijk veranderen."))
    refuse_paused(actor)
    return current_page(wijk)


def refuse_unseen(page: WijkPage, seen: str) -> None:
    """Raises Stale where the actor did not see the last change."""
    if seen != token_of(page):
        raise Stale(_("Iemand anders, of jij in een ander tabblad, heeft de pagina net veranderd."))


def note(wijk: Wijk, actor: User, verb: Verb, page: WijkPage) -> None:
    """Write down what happened to the page."""
    changes = {"wijk": (None, wijk.name), "number": (None, page.number)}
    record(actor=actor, verb=verb, subject=subject_of_wop(wijk), changes=changes)
