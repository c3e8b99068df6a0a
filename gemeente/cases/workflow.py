"""The road of a case, as a table that residents and civil servants can read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gemeente.cases.enums import CaseState
from gemeente.cases.policies import (
    Policy,
    can_claim_case,
    can_close_case,
    can_end_case,
    can_plan_case,
    can_reopen_case,
    can_resume_case,
)

if TYPE_CHECKING:
    from gemeente.cases.models import CaseFile
    from gemeente.users.models import User


@dataclass(frozen=True)
class Transition:
    """One step: from where to where, who may take it, what the button says and what the log says afterwards."""

    name: str
    source: CaseState
    target: CaseState
    policy: Policy
    label: str | Promise
    public_label: str | Promise


TRANSITIONS: tuple[Transition, ...] = (
    Transition("claim", CaseState.NEW, CaseState.CLAIMED, can_claim_case, _("Ik pak dit op"), _("Opgepakt")),
    # What comes later stays open and visible until it is there, or the owner says that it is enough.
    Transition("plan", CaseState.CLAIMED, CaseState.PLANNED, can_plan_case, _("Plan het in"), _("Gepland")),
    Transition("plan", CaseState.REOPENED, CaseState.PLANNED, can_plan_case, _("Plan het in"), _("Gepland")),
    Transition("plan", CaseState.PLANNED, CaseState.PLANNED, can_plan_case, _("Plan het anders"), _("Anders gepland")),
    Transition("resume", CaseState.PLANNED, CaseState.CLAIMED, can_resume_case, _("Haal het eruit"), _("Opgepakt")),
    Transition("close", CaseState.CLAIMED, CaseState.CLOSED, can_close_case, _("Rond af"), _("Afgerond")),
    Transition("close", CaseState.REOPENED, CaseState.CLOSED, can_close_case, _("Rond af"), _("Afgerond")),
    Transition("close", CaseState.PLANNED, CaseState.CLOSED, can_close_case, _("Rond af"), _("Afgerond")),
    # Only after tries on several days, in several ways, and a letter: the action asks.
    Transition("unreached", CaseState.CLAIMED, CaseState.CLOSED, can_close_case, _("Niet bereikt"), _("Niet bereikt")),
    Transition("unreached", CaseState.REOPENED, CaseState.CLOSED, can_close_case, _("Niet bereikt"), _("Niet bereikt")),
    Transition("unreached", CaseState.PLANNED, CaseState.CLOSED, can_close_case, _("Niet bereikt"), _("Niet bereikt")),
    Transition("end", CaseState.NEW, CaseState.CLOSED, can_end_case, _("Het is klaar"), _("Door jou afgerond")),
    Transition("end", CaseState.CLAIMED, CaseState.CLOSED, can_end_case, _("Het is klaar"), _("Door jou afgerond")),
    Transition("end", CaseState.REOPENED, CaseState.CLOSED, can_end_case, _("Het is klaar"), _("Door jou afgerond")),
    Transition("end", CaseState.PLANNED, CaseState.CLOSED, can_end_case, _("Het is klaar"), _("Door jou afgerond")),
    # To the same contact person; to whoever looks first where she has left or nobody ever took it up.
    Transition("reopen", CaseState.CLOSED, CaseState.REOPENED, can_reopen_case, _("Open weer"), _("Heropend")),
    Transition("reopen", CaseState.CLOSED, CaseState.NEW, can_reopen_case, _("Open weer"), _("Heropend")),
)


def find(name: str, source: str, target: str | None = None) -> Transition | None:
    """The step of a name from a state, if there is one."""
    steps = (t for t in TRANSITIONS if t.name == name and t.source == source and target in (None, t.target))
    return next(steps, None)


def available(case: "CaseFile", user: "User | Any") -> list[Transition]:
    """The steps a person can take with a case now."""
    return [t for t in TRANSITIONS if t.source == case.state and t.policy(user, case)]
