"""News of the owners."""

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused
from gemeente.lib.images import CleanPhoto
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.users.models import User
from initiatives.actions.photos import keep_photo
from initiatives.actions.standing import hear, in_name_of
from initiatives.actions.writing import locked
from initiatives.enums import PhotoPlace
from initiatives.models import Initiative, Update
from initiatives.notices import NEWS, followers
from initiatives.policies import can_tell_news
from initiatives.verbs import NEWS_TOLD


@transaction.atomic
def tell_news(
    *,
    initiative: Initiative,
    actor: User,
    title: str,
    text: str,
    photos: Sequence[CleanPhoto] = (),
    photo_description: str = "",
    submission_key: uuid.UUID | None = None,
) -> Update:
    """Put news on the page and tell who follows. The same form posted twice makes one piece of news.

    A key that news elsewhere has already makes news of its own. Raises Refused for who does not hold the pen, while the
    page is hidden, for who must be silent for a while, and for a new account that goes too fast.
    """
    initiative = locked(initiative)
    if not can_tell_news(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan hier nieuws vertellen."))
    key = submission_key or uuid.uuid4()
    same = Update.objects.filter(submission_key=key).first()
    if same and same.initiative_id == initiative.pk:
        return same
    if initiative.subject is None or not initiative.subject.is_public:
        raise Refused(_("Deze pagina is verborgen. Vertel je nieuws als hij weer te zien is."))
    refuse_paused(actor)
    slow_down(actor)
    update = Update.objects.create(
        initiative=initiative,
        author=actor,
        in_name_of=in_name_of(initiative, actor),
        title=title,
        text=text,
        submission_key=uuid.uuid4() if same else key,
    )
    for photo in photos:
        keep_photo(initiative, photo, photo_description, place=PhotoPlace.NEWS, update=update)
    hear(initiative)
    entry = record(actor=actor, verb=NEWS_TOLD, subject=initiative.subject, person=in_name_of(initiative, actor))
    notify(entry=entry, recipients=followers(initiative, but=actor), template=NEWS)
    return update
