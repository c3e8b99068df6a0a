"""The road of an advice, as a table that a WOP and a civil servant can read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijken.advice.enums import AdviceState
from wijken.advice.policies import (
    can_close_vote,
    can_open_vote,
    can_reply,
    can_take_up_advice,
    can_withdraw_advice,
)

if TYPE_CHECKING:
    from gemeente.users.models import User
    from wijken.advice.models import Advice


@dataclass(frozen=True)
class Transition:
    """One step: from where to where, who may take it, and what the button says."""

    name: str
    source: AdviceState
    target: AdviceState
    policy: "Callable[[User | Any, Advice], bool]"
    label: str | Promise


ASKED, DRAFTING, VOTING = AdviceState.ASKED, AdviceState.DRAFTING, AdviceState.VOTING
GIVEN, REPLIED, WITHDRAWN = AdviceState.GIVEN, AdviceState.REPLIED, AdviceState.WITHDRAWN

# Closing a vote leads on by what the votes say: more were for, or it goes back to be written anew. Too few votes
# leave it where it is.
TRANSITIONS: tuple[Transition, ...] = (
    Transition("take_up", ASKED, DRAFTING, can_take_up_advice, _("We gaan hiermee aan de slag")),
    Transition("open_vote", DRAFTING, VOTING, can_open_vote, _("Laat het WOP stemmen")),
    Transition("adopt", VOTING, GIVEN, can_close_vote, _("Sluit de stemming")),
    Transition("reject", VOTING, DRAFTING, can_close_vote, _("Sluit de stemming")),
    Transition("reply", GIVEN, REPLIED, can_reply, _("Geef antwoord")),
    Transition("withdraw", ASKED, WITHDRAWN, can_withdraw_advice, _("Trek het in")),
    Transition("withdraw", DRAFTING, WITHDRAWN, can_withdraw_advice, _("Trek het in")),
    Transition("withdraw", VOTING, WITHDRAWN, can_withdraw_advice, _("Trek het in")),
)


def available(advice: "Advice", user: "User | Any") -> list[Transition]:
    """The steps a person can take with an advice now."""
    return [t for t in TRANSITIONS if t.source == advice.state and t.policy(user, advice)]
