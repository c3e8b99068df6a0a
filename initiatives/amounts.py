"""Needs and shares as words and figures: pure, so that pages, actions and tests count alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.enums import NeedKind, ShareKind

if TYPE_CHECKING:
    from initiatives.models import Need

LINE_LENGTH = 80
MOST_AMOUNT = 100_000  # of anything: more of it no street needs
COUNTED = (NeedKind.HANDS, NeedKind.HOURS, NeedKind.MONEY)  # whose unit says enough by itself
ONE = {"handen": "paar handen", "plekken": "plek", "mensen": "persoon", "stuks": "stuk"}
# In the language of the initiatives: Dutch, as the titles beside them.
UNITS = {
    NeedKind.HANDS: "handen",
    NeedKind.HOURS: "uur",
    NeedKind.GOODS: "stuks",
    NeedKind.PLACE: "plekken",
    NeedKind.KNOWLEDGE: "mensen",
    NeedKind.PERMIT: "keer",
    NeedKind.MONEY: "euro",
}


# --- Needs in words ---------------------------------------------------------------------------------------------------
def with_unit(number: int, unit: str) -> str:
    """A number with its unit, in the words for one where there is one."""
    return f"{number} {ONE.get(unit, unit) if number == 1 else unit}"


def left_in_words(need: "Need") -> str:
    """What is still missing of a need, as it stands in a sentence: "2 handen", "een aanhanger"."""
    if need.kind in COUNTED:
        return with_unit(need.left, need.unit)
    title = need.title[:1].lower() + need.title[1:]
    return title if need.amount == 1 else f"{title} ({need.left})"


def line_of(needs: Iterable["Need"]) -> str:
    """What is still missing, in one line for a card: as much of it as fits, in the owner's order."""
    line = ""
    for words in [left_in_words(need) for need in needs if need.is_open]:
        longer = f"{line}, {words}" if line else words[:LINE_LENGTH]
        if len(longer) > LINE_LENGTH:
            break
        line = longer
    return line


def bar_words(title: str, filled: int, amount: int, unit: str) -> str:
    """What stands beside the bar of a need: "Handen op zaterdag: 3 van 5 handen". Of one thing the title is enough."""
    if amount == 1:
        return title
    return _("%(title)s: %(filled)d van %(amount)d %(unit)s") % {
        "title": title,
        "filled": filled,
        "amount": amount,
        "unit": unit,
    }


def bar_note(filled: int, amount: int) -> str:
    """What the bar says in a few words more: found, or more than was asked; nothing while it is looked for."""
    if filled < amount:
        return _("wordt nog gezocht") if amount == 1 else ""
    if filled > amount:
        return _("meer dan genoeg")
    return _("gevonden")


# --- The owners' own share --------------------------------------------------------------------------------------------
class Numbers(Protocol):
    """A row of the own share, as far as it is counted."""

    @property
    def kind(self) -> str: ...
    @property
    def planned(self) -> int: ...
    @property
    def done(self) -> int | None: ...


@dataclass(frozen=True)
class Total:
    """One kind of effort: what owners planned and did (None: not known yet), what neighbours gave, and together."""

    kind: ShareKind
    planned: int
    done: int | None
    given: int

    @property
    def together(self) -> int:
        """What really came of it, owners and neighbours. Each was counted at one place only."""
        return (self.done or 0) + self.given


UNIT_OF: dict[ShareKind, str | Promise] = {
    ShareKind.HOURS: gettext_lazy("uur"),
    ShareKind.PEOPLE: gettext_lazy("mensen"),
    ShareKind.GOODS: gettext_lazy("spullen"),
}


def totals_of(shares: Iterable[Numbers], given: Mapping[ShareKind, int]) -> list[Total]:
    """The sums of each kind in which there is something, in the order of the kinds.

    `given` is what came from neighbours. What is not known yet counts for nothing; with nothing known, `done` is None.
    """
    rows = list(shares)
    found = []
    for kind in ShareKind:
        mine = [row for row in rows if row.kind == kind]
        known = [row.done for row in mine if row.done is not None]
        total = Total(kind, sum(row.planned for row in mine), sum(known) if known else None, given.get(kind, 0))
        if mine or total.given:
            found.append(total)
    return found
