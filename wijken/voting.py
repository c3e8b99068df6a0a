"""Counting votes by the rule of a wijk. Pure: no database, and no person.

A rule says who votes (the board or all members), which part of them must vote, and which part of those for and against
must be for. Who is recused from a matter does not count among those who can vote. Who votes blank was there, and
chooses neither. What residents say beside it is shown to who votes and never counted here.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Protocol

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

# What people mean by these percentages: two of three is enough, though it is less than 67 percent.
THIRDS = {33: Fraction(1, 3), 34: Fraction(1, 3), 66: Fraction(2, 3), 67: Fraction(2, 3)}
HALF = Fraction(1, 2)


class Matter(models.TextChoices):
    """What the WOP of a wijk decides about by a rule of its own."""

    ADVICE = "advice", gettext_lazy("Advies aan de gemeente")
    BUDGET = "budget", gettext_lazy("Geld van de wijk")


class Voters(models.TextChoices):
    """Who votes."""

    BOARD = "board", gettext_lazy("Het bestuur")
    MEMBERS = "members", gettext_lazy("Alle leden van het WOP")


class Outcome(models.TextChoices):
    """What a vote came to."""

    POSITIVE = "positive", gettext_lazy("Aangenomen")
    NEGATIVE = "negative", gettext_lazy("Afgewezen")
    TIE = "tie", gettext_lazy("De stemmen staken")
    NO_QUORUM = "no_quorum", gettext_lazy("Te weinig stemmen")


class Rule(Protocol):
    """How a wijk decides; a DecisionRule is one. Both are percentages."""

    quorum: int
    majority: int


@dataclass(frozen=True)
class Ballots:
    """How many voted what; `recused` had to keep out of it."""

    in_favour: int = 0
    against: int = 0
    blank: int = 0
    recused: int = 0

    def __post_init__(self) -> None:
        if min(self.in_favour, self.against, self.blank, self.recused) < 0:
            raise ValueError("nobody votes less than not at all")

    @property
    def cast(self) -> int:
        """Who voted: a blank vote is one."""
        return self.in_favour + self.against + self.blank

    @property
    def decisive(self) -> int:
        """Those that decide: for and against."""
        return self.in_favour + self.against


@dataclass(frozen=True)
class Tally:
    """What a vote came to, with the numbers that show why."""

    outcome: Outcome
    eligible: int  # who could vote, without those recused
    quorum_needed: int
    cast: int
    majority_needed: int  # of those for and against
    in_favour: int
    against: int
    blank: int
    recused: int

    @property
    def is_valid(self) -> bool:
        """Enough people voted."""
        return self.outcome != Outcome.NO_QUORUM

    @property
    def not_voted(self) -> int:
        """Who could vote and did not."""
        return self.eligible - self.cast


def part(percent: int) -> Fraction:
    """A percentage as people mean it."""
    return THIRDS.get(percent, Fraction(percent, 100))


def quorum_of(rule: Rule, eligible: int) -> int:
    """How many of these must vote; a decision of nobody is none, so at least one."""
    return max(1, ceil(part(rule.quorum) * eligible))


def majority_of(rule: Rule, decisive: int) -> int:
    """How many of the votes for and against must be for: more than half, or at least a larger part."""
    wanted = part(rule.majority)
    return decisive // 2 + 1 if wanted <= HALF else max(1, ceil(wanted * decisive))


def tally(rule: Rule, eligible: int, ballots: Ballots) -> Tally:
    """Count a vote among so many people, those recused included.

    As many for as against is a tie, and so is a vote of blanks alone; a rule that asks more than half has no tie but
    that. Raises ValueError when more voted than could.
    """
    can_vote = eligible - ballots.recused
    if ballots.cast > can_vote:
        raise ValueError("more people voted than there are")
    quorum, majority = quorum_of(rule, can_vote), majority_of(rule, ballots.decisive)
    if ballots.cast < quorum:
        outcome = Outcome.NO_QUORUM
    elif ballots.decisive == 0 or (part(rule.majority) <= HALF and ballots.in_favour == ballots.against):
        outcome = Outcome.TIE
    else:
        outcome = Outcome.POSITIVE if ballots.in_favour >= majority else Outcome.NEGATIVE
    return Tally(
        outcome=outcome,
        eligible=can_vote,
        quorum_needed=quorum,
        cast=ballots.cast,
        majority_needed=majority,
        in_favour=ballots.in_favour,
        against=ballots.against,
        blank=ballots.blank,
        recused=ballots.recused,
    )


# --- In plain words ---------------------------------------------------------------------------------------------------
PARTS: dict[Fraction, str | Promise] = {
    Fraction(1, 3): gettext_lazy("een derde"),
    HALF: gettext_lazy("de helft"),
    Fraction(2, 3): gettext_lazy("twee derde"),
    Fraction(3, 4): gettext_lazy("drie kwart"),
    Fraction(1): gettext_lazy("iedereen"),
}


def part_in_words(percent: int) -> str:
    """A percentage as people say it."""
    wanted = part(percent)
    return str(PARTS[wanted]) if wanted in PARTS else _("%(percent)d procent") % {"percent": percent}


def quorum_in_words(percent: int) -> str:
    """How many must vote."""
    if percent == 0:
        return _("Het maakt niet uit hoeveel er stemmen")
    return _("Minstens %(part)s stemt") % {"part": part_in_words(percent)} if percent < 100 else _("Iedereen stemt")


def majority_in_words(percent: int) -> str:
    """How many must be for."""
    if part(percent) <= HALF:
        return _("meer dan de helft is voor")
    return (
        _("iedereen is voor") if percent >= 100 else _("minstens %(part)s is voor") % {"part": part_in_words(percent)}
    )


def explained(rule: Rule, voters: str, eligible: int) -> str:
    """What a rule means for so many people, with an example.

    "Van de 12 leden moeten er minstens 6 stemmen. Stemmen er 6, dan is 4 voor genoeg."
    """
    if eligible < 1:
        return _("Er stemt nu nog niemand mee: het WOP heeft geen mensen die mogen stemmen.")
    quorum = quorum_of(rule, eligible)
    words = {"eligible": eligible, "quorum": quorum, "needed": majority_of(rule, quorum)}
    if eligible == 1:
        return _("Er mag nu maar één iemand stemmen, en die beslist.")
    if voters == Voters.BOARD:
        who = ngettext(
            "Van de %(eligible)d mensen in het bestuur moet er minstens %(quorum)d stemmen.",
            "Van de %(eligible)d mensen in het bestuur moeten er minstens %(quorum)d stemmen.",
            quorum,
        )
    else:
        who = ngettext(
            "Van de %(eligible)d leden moet er minstens %(quorum)d stemmen.",
            "Van de %(eligible)d leden moeten er minstens %(quorum)d stemmen.",
            quorum,
        )
    example = ngettext(
        "Stemt er %(quorum)d, dan is %(needed)d voor genoeg.",
        "Stemmen er %(quorum)d, dan is %(needed)d voor genoeg.",
        quorum,
    )
    return f"{who} {example}" % words
