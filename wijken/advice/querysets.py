"""How advice is read."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from wijken.advice.enums import AdviceState, PlanState
from wijken.voting import Voters

if TYPE_CHECKING:
    from gemeente.places.models import Wijk
    from gemeente.users.models import User
    from wijken.advice.models import Advice, Reaction, Voornemen

NOT_SHOWN = (
    *("subject__search", "subject__search_text"),
    *("wijk__boundary", "wijk__introduction", "wijk__introduction_en", "wijk__area_codes"),
)


class AdviceQuerySet(models.QuerySet["Advice"]):
    def public(self) -> "AdviceQuerySet":
        """What everybody may find: all of it but what a manager hid."""
        return self.filter(subject__is_public=True)

    def in_wijk(self, wijk: "Wijk | Any") -> "AdviceQuerySet":
        """Of one WOP."""
        return self.filter(wijk=wijk)

    def waiting(self) -> "AdviceQuerySet":
        """Given, and the gemeente owes an answer; the longest waiting first."""
        return self.filter(state=AdviceState.GIVEN).order_by("waiting_since", "-pk")

    def open_first(self) -> "AdviceQuerySet":
        """What waits for an answer, the oldest on top; then what the WOP works on and what is done, newest first."""
        return self.order_by("rank", models.F("waiting_since").asc(nulls_last=True), "-pk")

    def for_rows(self) -> "AdviceQuerySet":
        """With what a row of a list shows."""
        hidden = (*NOT_SHOWN[2:], "about__search", "about__search_text", "text", "question")
        return self.select_related("wijk", "about").defer(*hidden)

    def whole(self) -> "AdviceQuerySet":
        """With what its page and its policies read."""
        rows = self.select_related("wijk", "subject", "about", "rule", "asked_by__profile", "responsible__profile")
        return rows.defer(*NOT_SHOWN, "about__search", "about__search_text")

    def owed_by(self, user: "User | Any") -> "AdviceQuerySet":
        """Given, and hers to answer."""
        return self.waiting().filter(responsible=user)

    def voted_on_by(self, user: Any, *, is_board: bool) -> "AdviceQuerySet":
        """Where a vote is open in which somebody of the WOP votes, and she has not yet."""
        mine = Q() if is_board else Q(rule__voters=Voters.MEMBERS)
        return self.filter(mine, state=AdviceState.VOTING).exclude(rounds__closed_at=None, rounds__ballots__voter=user)


class VoornemenQuerySet(models.QuerySet["Voornemen"]):
    def public(self) -> "VoornemenQuerySet":
        """What everybody may find: all of it but what a manager hid."""
        return self.filter(subject__is_public=True)

    def in_wijk(self, wijk: "Wijk | Any") -> "VoornemenQuerySet":
        """Laid before one wijk, alone or with others."""
        return self.filter(wijken=wijk)

    def open_first(self) -> "VoornemenQuerySet":
        """What runs, the first that ends on top; then what ended, newest first."""
        return self.order_by(models.F("ended_at").desc(nulls_first=True), "react_until", "-pk")

    def takes_reactions(self, day: Any) -> "VoornemenQuerySet":
        """On which one can react on a day."""
        return self.filter(state=PlanState.OPEN, react_until__gte=day)

    def for_rows(self) -> "VoornemenQuerySet":
        """With what a row of a list shows."""
        long = ("text", "fixed", "undecided", "decision", "subject__search", "subject__search_text")
        return self.select_related("subject").defer(*long)

    def whole(self) -> "VoornemenQuerySet":
        """With what its page and its policies read."""
        rows = self.select_related("subject", "responsible__profile")
        return rows.defer("subject__search", "subject__search_text")


class ReactionQuerySet(models.QuerySet["Reaction"]):
    def shown(self, hidden: "list[str]") -> "ReactionQuerySet":
        """Without those of which a manager hid these ids, the newest first, with who wrote each."""
        return self.exclude(pk__in=hidden).select_related("author__profile").order_by("-pk")
