"""The result in the owners' own words, at the end and ever after."""

from django.db import transaction
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of
from initiatives.actions.locking import locked, seen
from initiatives.models import Initiative
from initiatives.policies import can_tell_result
from initiatives.verbs import RESULT_TOLD

# The columns that the page of the result shows, for `seen`.
RESULT = ("outcome", "people_reached", "story", "follow_up")


@transaction.atomic
def tell_result(
    *,
    initiative: Initiative,
    actor: User,
    outcome: str,
    people_reached: int,
    story: str = "",
    follow_up: str = "",
    based_on: str = "",
) -> Initiative:
    """Tell or change the story of a result. `based_on` is what the writer saw before (`seen`); empty asks no question.

    The same text twice changes nothing. Raises Refused for who does not hold the pen, before it is realised, without
    an outcome or the number of people it reached, and for who must be silent for a while; Stale when somebody wrote
    something else meanwhile.
    """
    initiative = locked(initiative)
    if not can_tell_result(actor, initiative):
        raise Refused(_("Alleen de eigenaar vertelt het resultaat, als het gelukt is."))
    if not outcome.strip():
        raise Refused(_("Vertel in een paar zinnen wat het heeft opgeleverd."))
    if not people_reached:
        raise Refused(_("Vertel hoeveel mensen er iets aan hadden. Schatten mag."))
    fields = {
        "outcome": outcome.strip(),
        "people_reached": people_reached,
        "story": story.strip(),
        "follow_up": follow_up.strip(),
    }
    if all(getattr(initiative, name) == value for name, value in fields.items()):
        return initiative
    if initiative.subject and initiative.subject.is_public:
        refuse_paused(actor)
    if based_on and based_on != seen(initiative, RESULT):
        raise Stale(_("Iemand anders, of jij in een ander tabblad, heeft dit net veranderd."))
    for name, value in fields.items():
        setattr(initiative, name, value)
    initiative.save(update_fields=list(fields))
    hear(initiative)
    record(actor=actor, verb=RESULT_TOLD, subject=initiative.subject, person=in_name_of(initiative, actor))
    return initiative
