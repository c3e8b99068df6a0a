"""The road of an initiative, as a table that residents and civil servants can read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from initiatives.enums import UNDER_WAY, Stage
from initiatives.policies import can_move_initiative

if TYPE_CHECKING:
    from gemeente.users.models import User
    from initiatives.models import Initiative


@dataclass(frozen=True)
class Transition:
    """One step: from where to where, who may take it, and what the owner's button says."""

    name: str
    source: Stage
    target: Stage
    policy: "Callable[[User | Any, Initiative], bool]"
    label: str | Promise
    needs_outcome: bool = False


TRANSITIONS: tuple[Transition, ...] = (
    Transition("prepare", Stage.PUBLISHED, Stage.PREPARING, can_move_initiative, _("We gaan het voorbereiden")),
    Transition("begin", Stage.PUBLISHED, Stage.RUNNING, can_move_initiative, _("We zijn begonnen")),
    Transition("begin", Stage.PREPARING, Stage.RUNNING, can_move_initiative, _("We zijn begonnen")),
    Transition("rethink", Stage.PREPARING, Stage.PUBLISHED, can_move_initiative, _("We denken er nog even over na")),
    Transition("prepare", Stage.RUNNING, Stage.PREPARING, can_move_initiative, _("We bereiden ons opnieuw voor")),
    Transition("realise", Stage.RUNNING, Stage.REALISED, can_move_initiative, _("Het is gelukt!"), True),
    Transition("stop", Stage.PUBLISHED, Stage.STOPPED, can_move_initiative, _("We stoppen ermee"), True),
    Transition("stop", Stage.PREPARING, Stage.STOPPED, can_move_initiative, _("We stoppen ermee"), True),
    Transition("stop", Stage.RUNNING, Stage.STOPPED, can_move_initiative, _("We stoppen ermee"), True),
    Transition("restart", Stage.STOPPED, Stage.PREPARING, can_move_initiative, _("We pakken het weer op")),
    Transition("resume", Stage.REALISED, Stage.RUNNING, can_move_initiative, _("We gaan ermee verder")),
)

# Within one stage, for a wijk that has several of its own there; which of them, the owner says with it.
WITHIN = {
    stage: Transition("step", stage, stage, can_move_initiative, _("We zijn een stap verder")) for stage in UNDER_WAY
}


def available(initiative: "Initiative", user: "User | Any") -> list[Transition]:
    """The steps a person can take with an initiative now."""
    return [t for t in TRANSITIONS if t.source == initiative.stage and t.policy(user, initiative)]


def is_open(transition: Transition, initiative: "Initiative", user: "User | Any") -> bool:
    """Whether a person can take a step now, within a stage of the wijk too."""
    if transition in WITHIN.values():
        return initiative.stage == transition.source and transition.policy(user, initiative)
    return transition in available(initiative, user)
