"""Who is named with a result: everybody who joined in is asked once, and nobody is named without a yes of her own."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused
from gemeente.moderation.brakes import refuse_paused
from gemeente.users.models import User
from initiatives.delivery import thanks_path
from initiatives.enums import ParticipationKind, Stage
from initiatives.models import Initiative, ThanksName
from initiatives.notices import THANKS
from initiatives.verbs import THANKS_ANSWERED


def ask_for_names(initiative: Initiative, entry: Entry) -> set[int]:
    """Ask who joined in whether her name may stand with the result, once; returns the ids of who is asked now.

    A young person is not asked: in public she has no name. Expects the initiative to be locked.
    """
    joined = User.objects.filter(
        participations__initiative=initiative, participations__kind=ParticipationKind.JOIN, is_active=True
    )
    people = list(joined.exclude(thanks__initiative=initiative).select_related("profile").order_by("pk"))
    asked = [user for user in people if not user.profile.is_young]
    for user in asked:
        thanks = ThanksName.objects.create(initiative=initiative, user=user)
        notify(entry=entry, recipients=[user], template=THANKS, path=thanks_path(thanks))
    return {user.pk for user in asked}


@transaction.atomic
def answer_thanks(*, thanks: ThanksName, name: str) -> ThanksName:
    """Be named with a result under a name of one's own, or (an empty name) not. One can say something else at any time.

    The link in her mail, or her own page, proves who she is. Raises Refused for a name while nothing is realised or
    shown, and for who must be silent for a while.
    """
    thanks = ThanksName.objects.select_for_update().get(pk=thanks.pk)
    name, before = name.strip(), thanks.name
    initiative = Initiative.objects.select_related("subject").get(pk=thanks.initiative_id)
    if name:
        is_shown = initiative.subject is not None and initiative.subject.is_public
        if initiative.stage != Stage.REALISED or not is_shown:
            raise Refused(_("Er is nu geen resultaat te zien. Je naam kan er dus niet bij."))
        if name != before:
            refuse_paused(thanks.user)
    if thanks.answered_at and name == before:
        return thanks
    thanks.name, thanks.answered_at = name, timezone.now()
    thanks.save(update_fields=["name", "answered_at"])
    record(actor=thanks.user, verb=THANKS_ANSWERED, subject=initiative.subject)
    return thanks
