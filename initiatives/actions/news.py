"""News of the owners."""

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused
from gemeente.lib.images import CleanPhoto
from gemeente.lib.submissions import submission
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of
from initiatives.actions.documents import forget_document
from initiatives.actions.locking import locked
from initiatives.actions.photos import forget_photo, keep_photo, no_room
from initiatives.enums import PhotoPlace
from initiatives.models import Initiative, Update
from initiatives.notices import NEWS, followers
from initiatives.policies import can_tell_news
from initiatives.verbs import NEWS_REMOVED, NEWS_REVISED, NEWS_TOLD


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
    """Put news on the page and tell who follows. The same form posted twice makes one piece of news (`submission`).

    A key that news elsewhere has already makes news of its own. Raises Refused for who does not hold the pen, while the
    page is hidden, for who must be silent for a while, for a new account that goes too fast, and for too many photos.
    """
    initiative = locked(initiative)
    if not can_tell_news(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan hier nieuws vertellen."))
    key = submission(submission_key, title, text)
    same = Update.objects.filter(submission_key=key).first()
    if same and same.initiative_id == initiative.pk:
        return same
    if initiative.subject is None or not initiative.subject.is_public:
        raise Refused(_("Deze pagina is verborgen. Vertel je nieuws als hij weer te zien is."))
    refuse_paused(actor)
    slow_down(actor)
    if photos and len(photos) > rule(RuleName.NEWS_PHOTOS):
        raise Refused(no_room(rule(RuleName.NEWS_PHOTOS)))
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


@transaction.atomic
def revise_news(*, update: Update, actor: User, title: str, text: str) -> Update:
    """Write news anew; readers see when. Who follows was told already and hears nothing.

    Raises Refused for who may not tell news here, and for who must be silent for a while.
    """
    initiative = locked(update.initiative)
    if not can_tell_news(actor, initiative):
        raise Refused(_("Alleen wie hier schrijft, kan dit nieuws veranderen."))
    refuse_paused(actor)
    update = Update.objects.select_for_update(of=("self",)).get(pk=update.pk)
    if (update.title, update.text) == (title, text):
        return update
    update.title, update.text, update.edited_at = title, text, timezone.now()
    update.save(update_fields=["title", "text", "edited_at"])
    hear(initiative)
    record(actor=actor, verb=NEWS_REVISED, subject=initiative.subject, person=in_name_of(initiative, actor))
    return update


@transaction.atomic
def remove_news(*, update: Update, actor: User) -> None:
    """Take news away, with its photos and documents. Raises Refused for who may not tell news here."""
    initiative = locked(update.initiative)
    if not can_tell_news(actor, initiative):
        raise Refused(_("Alleen wie hier schrijft, kan dit nieuws weghalen."))
    for photo in update.photos.all():
        forget_photo(photo)
    for document in update.documents.all():
        forget_document(document)
    update.delete()
    hear(initiative)
    record(actor=actor, verb=NEWS_REMOVED, subject=initiative.subject, person=in_name_of(initiative, actor))
