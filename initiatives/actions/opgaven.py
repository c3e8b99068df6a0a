"""To which opgave of its wijk an initiative belongs: its owners say so."""

from django.db import transaction
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of
from initiatives.actions.locking import locked_for
from initiatives.models import Initiative
from initiatives.policies import can_choose_opgave
from initiatives.verbs import OPGAVE_CHOSEN
from wijken.agenda.models import Opgave


@transaction.atomic
def choose_opgave(*, initiative: Initiative, actor: User, opgave: Opgave | None) -> Initiative:
    """Hang an initiative on an opgave of its wijk, or on none. The same again changes nothing.

    Raises Refused for who does not hold the pen, and for an opgave that is hidden or of another wijk.
    """
    sentence = _("Alleen de eigenaar zegt bij welke opgave dit hoort.")
    initiative = locked_for(initiative, actor, can_choose_opgave, sentence)
    if opgave and not Opgave.objects.public().filter(pk=opgave.pk, wijk=initiative.wijk_id).exists():
        raise Refused(_("Deze opgave is niet van jullie wijk. Kies een andere."))
    before, initiative.opgave = initiative.opgave_id, opgave
    if before == initiative.opgave_id:
        return initiative
    initiative.save(update_fields=["opgave"])
    hear(initiative)
    record(
        actor=actor,
        verb=OPGAVE_CHOSEN,
        subject=initiative.subject,
        person=in_name_of(initiative, actor),
        changes={"opgave": (before, initiative.opgave_id)},
    )
    return initiative
