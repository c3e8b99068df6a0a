"""Where an initiative stands in the way of its wijk: always at a stage that is there, in words of that wijk."""

from django.utils.translation import gettext as _

from gemeente.lib.errors import Stale
from initiatives.enums import ENDED, UNDER_WAY, Stage
from initiatives.models import Initiative
from initiatives.workflow import Transition
from wijken.models import WijkStage
from wijken.ways import first_stage_in_force, first_stage_of

STANDING = ("werkwijze", "wijk_stage", "stage_words", "stage_words_en")


def stand_at(initiative: Initiative, stage: WijkStage | None) -> None:
    """Let it stand at a stage; at none after an end (it keeps the version it went by). Does not save."""
    initiative.wijk_stage = stage
    initiative.stage_words, initiative.stage_words_en = (stage.label, stage.label_en) if stage else ("", "")
    if stage:
        initiative.werkwijze_id = stage.werkwijze_id


def begin_in_wijk(initiative: Initiative) -> None:
    """Let what is under way go by the way in force of its wijk, at the first stage of its own. Does not save."""
    is_under_way = initiative.stage in UNDER_WAY
    stage = first_stage_in_force(initiative.wijk_id, initiative.stage) if is_under_way else None
    initiative.werkwijze = None
    stand_at(initiative, stage)


def stage_to(initiative: Initiative, transition: Transition, chosen: WijkStage | None) -> WijkStage | None:
    """Where a step leads: where its owner chose, else to the first stage there; None in the common way and at an end.

    What is taken up again after an end goes by the way in force now. Raises Stale for a stage of another version or of
    another common stage than the step leads to.
    """
    if transition.target in ENDED:
        return None
    if transition.source in ENDED:
        first = first_stage_in_force(initiative.wijk_id, transition.target)
    else:
        first = first_stage_of(initiative.werkwijze_id, transition.target)
    if chosen is None and transition.source != transition.target:
        return first
    if (
        first is None
        or chosen is None
        or (chosen.werkwijze_id, chosen.common) != (first.werkwijze_id, transition.target)
    ):
        raise Stale(_("Deze stap is er niet meer. Kijk welke stappen er nu zijn."))
    return chosen


def words_of(initiative: Initiative) -> str:
    """What everybody reads of where it stands, as the log keeps it: a word of the wijk, and no text of a person."""
    return initiative.stage_words or str(Stage(initiative.stage).label)
