"""What who holds the pen can choose as the next step: what all wijken have in common, or the stages of her own wijk."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from initiatives.enums import ENDED, UNDER_WAY, Stage
from initiatives.models import Initiative
from initiatives.workflow import WITHIN, Transition, available
from wijken.models import WijkStage
from wijken.ways import way_in_force

if TYPE_CHECKING:
    from gemeente.users.models import User


@dataclass(frozen=True)
class NextStep:
    """One choice: its word in the form, what it says, and what the action takes."""

    key: str
    label: str
    transition: Transition
    wijk_stage: WijkStage | None = None


def next_steps(initiative: Initiative, user: "User | Any") -> list[NextStep]:
    """The choices somebody has now, in the order of the way of her wijk, ends last; none for who may not move it."""
    transitions = available(initiative, user)
    stages = stages_ahead(initiative) if transitions else []
    if not stages:
        return [NextStep(f"{t.source}-{t.name}", str(t.label), t) for t in transitions]
    leads = {t.target: t for t in transitions}
    if initiative.stage in UNDER_WAY:
        leads[Stage(initiative.stage)] = WITHIN[Stage(initiative.stage)]
    here = next((stage.position for stage in stages if stage.pk == initiative.wijk_stage_id), 0)
    found = [
        NextStep(f"stap-{stage.pk}", label_of(stage, here, is_again=initiative.is_ended), lead, stage)
        for stage in stages
        if stage.pk != initiative.wijk_stage_id and (lead := leads.get(Stage(stage.common)))
    ]
    return [*found, *(NextStep(f"{t.source}-{t.name}", str(t.label), t) for t in transitions if t.target in ENDED)]


def stages_ahead(initiative: Initiative) -> list[WijkStage]:
    """The stages of the version it goes by, after an end of the one in force; none in the common way."""
    if not initiative.is_ended:
        return list(WijkStage.objects.filter(werkwijze=initiative.werkwijze_id)) if initiative.werkwijze_id else []
    way = way_in_force(initiative.wijk_id)
    return list(way.stages.all()) if way else []


def label_of(stage: WijkStage, here: int, *, is_again: bool) -> str:
    """What a choice says: on to a later stage, back to an earlier one, or taken up again."""
    words = {"stage": stage.words}
    if is_again:
        return _("We pakken het weer op: %(stage)s") % words
    return _("Verder naar: %(stage)s") % words if stage.position > here else _("Terug naar: %(stage)s") % words
