"""Under which names it stands there: each person's own, and the organisation for which they act."""

from django.db import transaction
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.moderation.brakes import refuse_paused
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear
from initiatives.actions.locking import locked
from initiatives.actions.writing import revise
from initiatives.models import Initiative
from initiatives.policies import can_choose_name, can_name_organisation
from initiatives.verbs import NAME_CHOSEN


@transaction.atomic
def choose_name(*, initiative: Initiative, actor: User, name: str) -> Initiative:
    """Choose how one is called at this initiative alone; an empty name means: as everywhere.

    Raises Refused for who does nothing there, and for a young resident, who has one name everywhere.
    """
    initiative = locked(initiative)
    if not can_choose_name(actor, initiative):
        raise Refused(_("Alleen wie hier iets doet, kiest een naam."))
    if actor.profile.is_young:
        raise Refused(_("Jouw naam staat nergens. Buren lezen: een jonge inwoner."))
    key, chosen = str(actor.pk), name.strip()
    if initiative.shown_names.get(key, "") == chosen:
        return initiative
    if initiative.subject and initiative.subject.is_public:
        refuse_paused(actor)
    others = {pk: shown for pk, shown in initiative.shown_names.items() if pk != key}
    initiative.shown_names = others | ({key: chosen} if chosen else {})
    initiative.save(update_fields=["shown_names"])
    if initiative.subject:
        hear(initiative)
        record(actor=actor, verb=NAME_CHOSEN, subject=initiative.subject)
    return initiative


@transaction.atomic
def name_organisation(*, initiative: Initiative, actor: User, organisation: str, based_on: str = "") -> Initiative:
    """Say for which organisation it is; empty for none. Its people act with their own accounts and names.

    Refuses (Refused) who does not hold the pen, and once it ended; Stale when somebody wrote something else meanwhile.
    """
    if not can_name_organisation(actor, locked(initiative)):
        raise Refused(_("Alleen de eigenaar zegt voor welke organisatie dit is."))
    return revise(initiative, actor, based_on, organisation=organisation.strip())
