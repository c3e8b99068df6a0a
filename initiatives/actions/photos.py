"""Photos of owners and of signed cards. What comes in here was made clean by lib.images."""

from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from gemeente.lib.errors import Refused
from gemeente.lib.images import CleanPhoto
from gemeente.moderation.brakes import refuse_paused
from gemeente.users.models import User
from initiatives.actions.standing import hear
from initiatives.actions.writing import locked
from initiatives.models import Consent, Initiative, Photo
from initiatives.policies import can_remove_photo, can_revise_initiative


@transaction.atomic
def set_photo(*, initiative: Initiative, actor: User, photo: CleanPhoto, description: str = "") -> Initiative:
    """Show a photo instead of the drawing; the one before is forgotten. Refused for who does not hold the pen."""
    initiative = writable(initiative, actor)
    before = initiative.photo
    initiative.photo = keep_photo(initiative, photo, description)
    initiative.save(update_fields=["photo"])
    hear(initiative)
    if before:
        forget_photo(before)
    return initiative


@transaction.atomic
def remove_photo(*, photo: Photo, actor: User) -> None:
    """Take a photo away, wherever it stands and whatever came of the initiative: somebody on it may say no after all.

    Raises Refused for who does not hold the pen.
    """
    initiative = locked(photo.initiative)
    if not can_remove_photo(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan deze foto weghalen."))
    hear(initiative)
    forget_photo(photo)


def writable(initiative: Initiative, actor: User) -> Initiative:
    """The initiative, locked, for who holds its pen."""
    initiative = locked(initiative)
    if not can_revise_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan de foto veranderen, zolang het initiatief loopt."))
    if initiative.subject and initiative.subject.is_public:
        refuse_paused(actor)
    return initiative


def keep_photo(initiative: Initiative, clean: CleanPhoto, description: str) -> Photo:
    """Store both sizes of a clean photo. Who sends one said that the people on it agree: the form asks."""
    photo = Photo(
        initiative=initiative,
        width=clean.width,
        height=clean.height,
        description=description,
        people_agreed=True,
    )
    photo.large.save(f"{photo.key.hex}.webp", ContentFile(clean.large), save=False)
    photo.card.save(f"{photo.key.hex}-card.webp", ContentFile(clean.card), save=False)
    photo.save()
    return photo


def forget_photo(photo: Photo) -> None:
    """Delete a photo; its files go once the transaction is committed."""
    for file in (photo.large, photo.card):
        transaction.on_commit(partial(file.storage.delete, file.name or ""))
    photo.delete()


def forget_cards(initiative: Initiative) -> None:
    """Delete the photos of signed cards; that there was a yes, and when, stays."""
    for consent in Consent.objects.filter(initiative=initiative).exclude(card_photo=""):
        file = consent.card_photo
        transaction.on_commit(partial(file.storage.delete, file.name or ""))
        Consent.objects.filter(pk=consent.pk).update(card_photo="")
