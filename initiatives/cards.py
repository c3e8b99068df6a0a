"""Initiatives as cards: what a list shows of each (components/cards.html)."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from initiatives.enums import TONES, Stage
from initiatives.models import Initiative

Card = dict[str, Any]


def cards_of(initiatives: Iterable[Initiative], *, with_place: bool = True) -> list[Card]:
    """Cards as plain dicts, which a template reads several times faster than model rows.

    Expects rows of `for_cards()`: anything else would ask the database again for each card.
    """
    labels, paused = {stage.value: str(stage.label) for stage in Stage}, _("Gepauzeerd")
    own = "stage_words_en" if get_language() == "en" else "stage_words"
    return [
        {
            "title": initiative.title,
            "url": initiative.get_absolute_url(),
            "picture": initiative.picture,
            "stage": paused
            if initiative.is_paused
            else getattr(initiative, own) or initiative.stage_words or labels[initiative.stage],
            "tone": TONES[Stage(initiative.stage)],
            "wijk": initiative.place_name if with_place else "",
            "summary": initiative.summary,
            "seeks": initiative.needs_line,
            "foot": _("Al een jaar niets gehoord") if initiative.quiet_since else count_of(initiative),
        }
        for initiative in initiatives
    ]


def count_of(initiative: Initiative) -> str:
    """How many neighbours take part, in one quiet line; nothing while nobody does."""
    support, join = initiative.support_count, initiative.join_count
    parts = []
    if support:
        parts.append(ngettext("%(n)d buur steunt dit", "%(n)d buren steunen dit", support) % {"n": support})
    if join:
        parts.append(ngettext("%(n)d doet mee", "%(n)d doen mee", join) % {"n": join})
    return ", ".join(parts)
