"""Tips for who holds the pen, at the moment they help: a pure choice over rows that a manager can change."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.core.cache import caches
from django.db.models import OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from gemeente.lib.addresses import address
from initiatives.enums import UNDER_WAY, CardPage
from initiatives.models import DismissedCard, Initiative, NextStepCard

MOST = 2  # tips at a time
KEY, SECONDS = "next_step_cards", 60
# The address of each page of an initiative, and what its address needs beside the slug.
PAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    CardPage.NEWS: ("initiatives:tell", ()),
    CardPage.MOVE: ("initiatives:move", ()),
    CardPage.PLANNING: ("initiatives:planning", ()),
    CardPage.START: ("initiatives:choose_start", ()),
    CardPage.TAKE: ("initiatives:take_blueprint", ()),
    CardPage.PARTICIPANTS: ("initiatives:participants", ()),
    CardPage.PHOTO: ("initiatives:revise", ("foto",)),
    CardPage.NEEDS: ("initiatives:needs", ()),
    CardPage.HELPERS: ("initiatives:helpers", ()),
}


@dataclass(frozen=True)
class Tip:
    """A card as a page shows it: with where its button leads for this initiative, and where it can be put away."""

    title: str
    text: str
    url: str
    label: str
    dismiss_url: str
    language: str  # of its words


def pick_cards(
    initiative: Initiative, cards: Iterable[NextStepCard], dismissed: "frozenset[str] | set[str]", today: dt.date
) -> list[NextStepCard]:
    """The first MOST cards that fit an initiative today, in the order of the manager; none of what was put away."""
    return [card for card in cards if card.code not in dismissed and fits(card, initiative, today)][:MOST]


def fits(card: NextStepCard, initiative: Initiative, today: dt.date) -> bool:
    """Whether a card says something to an initiative as it is today. A condition that is empty does not matter."""
    if initiative.published_at is None or initiative.stage not in card.stages:
        return False
    online = days_since(initiative.published_at, today)
    silent = days_since(initiative.heard_at or initiative.published_at, today)
    to_start = (initiative.starts_on - today).days if initiative.starts_on else None
    is_soon = card.days_to_start is None or (to_start is not None and 0 <= to_start <= card.days_to_start)
    return (
        is_soon
        and within(online, card.min_days, card.max_days)
        and within(silent, card.min_silent_days, None)
        and within(initiative.support_count, card.min_support, card.max_support)
        and within(initiative.join_count, card.min_joins, card.max_joins)
        and is_as_asked(bool(initiative.needs or initiative.is_open_for_help), card.has_needs)
        and is_as_asked(initiative.step_count > 0, card.has_steps)
        and is_as_asked(0 < initiative.step_count == initiative.steps_done, card.is_all_done)
        and is_as_asked(initiative.photo_id is not None, card.has_photo)
        and is_as_asked(initiative.starts_on is not None, card.has_start)
    )


def days_since(moment: dt.datetime, today: dt.date) -> int:
    """Whole days of the town between a moment and a day."""
    return (today - timezone.localdate(moment)).days


def within(value: int, least: int | None, most: int | None) -> bool:
    """Whether a number lies between two others, as far as they are given."""
    return (least is None or value >= least) and (most is None or value <= most)


def is_as_asked(value: bool, asked: bool | None) -> bool:
    """Whether something is as a card asks; None asks nothing."""
    return asked is None or value == asked


# --- For pages --------------------------------------------------------------------------------------------------------
def cards_in_force() -> list[NextStepCard]:
    """The cards of today, read at most once a minute."""

    def read() -> list[NextStepCard]:
        return NextStepCard.objects.in_force(timezone.localdate())

    return caches["pages"].get_or_set(KEY, read, SECONDS) or []


def forget_cards_in_force() -> None:
    """Let this process read the cards anew; another one does so within a minute."""
    caches["pages"].delete(KEY)


def put_away_codes(initiative: Initiative | OuterRef) -> "ArraySubquery":
    """The tips that were put away of one initiative, or of each, to annotate rows with: no query of its own."""
    return ArraySubquery(DismissedCard.objects.filter(initiative=initiative).values("code"))


def tips_for(initiative: Initiative, put_away: Iterable[str]) -> tuple[Tip, ...]:
    """The tips of one initiative today, but those of the codes that were put away; none while it rests."""
    if initiative.stage not in UNDER_WAY or initiative.is_paused:
        return ()
    cards = pick_cards(initiative, cards_in_force(), frozenset(put_away), timezone.localdate())
    return tuple(tip_of(card, initiative) for card in cards)


def tip_of(card: NextStepCard, initiative: Initiative) -> Tip:
    """A card with its addresses."""
    url = ""
    if card.page:
        name, more = PAGES[card.page]
        url = reverse(name, args=[initiative.slug, *more]) if more else address(name, initiative.slug)
    dismiss_url = reverse("initiatives:dismiss_card", args=[initiative.slug, card.code])
    title, text, label, language = card.words_in(get_language() or "nl")
    return Tip(title, text, url, label, dismiss_url, language)
