"""The road of an opgave, as a table that residents can read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from wijken.agenda.enums import OpgaveState
from wijken.agenda.policies import can_contribute, can_work

if TYPE_CHECKING:
    from wijken.agenda.models import Opgave


@dataclass(frozen=True)
class Transition:
    """One step: from where to where, who may take it, and what the button says.

    A step without a button happens by an act: a first contribution, the last signature, a new text.
    """

    name: str
    source: OpgaveState
    target: OpgaveState
    policy: "Callable[[Any, Opgave], bool]"
    label: str | LazyText = ""
    needs_text: bool = False


TRANSITIONS: tuple[Transition, ...] = (
    Transition("explore", OpgaveState.SIGNALLED, OpgaveState.EXPLORED, can_contribute),
    Transition("agree", OpgaveState.SIGNALLED, OpgaveState.AGREED, can_work),
    Transition("agree", OpgaveState.EXPLORED, OpgaveState.AGREED, can_work),
    Transition("reopen", OpgaveState.AGREED, OpgaveState.EXPLORED, can_work),
    Transition("begin", OpgaveState.AGREED, OpgaveState.REALISING, can_work, _("We gaan ermee aan de slag")),
    Transition("achieve", OpgaveState.REALISING, OpgaveState.ACHIEVED, can_work, _("Het is gelukt"), True),
    Transition("resume", OpgaveState.ACHIEVED, OpgaveState.REALISING, can_work, _("We zijn nog niet klaar")),
    Transition("drop", OpgaveState.SIGNALLED, OpgaveState.DROPPED, can_work, _("We stoppen hiermee"), True),
    Transition("drop", OpgaveState.EXPLORED, OpgaveState.DROPPED, can_work, _("We stoppen hiermee"), True),
    Transition("drop", OpgaveState.AGREED, OpgaveState.DROPPED, can_work, _("We stoppen hiermee"), True),
    Transition("drop", OpgaveState.REALISING, OpgaveState.DROPPED, can_work, _("We stoppen hiermee"), True),
    Transition("restart", OpgaveState.DROPPED, OpgaveState.EXPLORED, can_work, _("We pakken dit weer op")),
)


def step_of(opgave: "Opgave", name: str) -> Transition | None:
    """The step of this name from where an opgave stands; None where there is none."""
    return next((step for step in TRANSITIONS if step.name == name and step.source == opgave.state), None)


def available(opgave: "Opgave", user: Any) -> list[Transition]:
    """The steps with a button that a person can take now."""
    return [step for step in TRANSITIONS if step.source == opgave.state and step.label and step.policy(user, opgave)]
