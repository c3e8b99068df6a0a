"""Photos of owners and of signed cards. What comes in here was made clean by lib.images."""

from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.lib.errors import Refused
from gemeente.lib.images import CleanPhoto
from gemeente.moderation.brakes import refuse_paused
from gemeente.users.models import User
from initiatives.actions.standing import hear
from initiatives.actions.writing import locked
from initiatives.enums import PhotoPlace
from initiatives.models import Consent, Initiative, Photo, Update
from initiatives.policies import can_remove_photo, can_revise_initiative


@transaction.atomic
def set_photo(*, initiative: Initiative, actor: User, photo: CleanPhoto, description: str = "") -> Initiative:
    """Show a photo on top, in the place of the one that is there. Refused for who does not hold the pen."""
    initiative = writable(initiative, actor)
    before = initiative.photo
    initiative.photo = keep_photo(initiative, photo, description)
    if before:
        Photo.objects.filter(pk=initiative.photo.pk).update(position=before.position)
        forget_photo(before)
    initiative.save(update_fields=["photo"])
    hear(initiative)
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
    if initiative.photo_id == photo.pk:
        initiative.photo = initiative.photos.filter(place=PhotoPlace.GALLERY).first()
        initiative.save(update_fields=["photo"])


def writable(initiative: Initiative, actor: User) -> Initiative:
    """The initiative, locked, for who holds its pen."""
    initiative = locked(initiative)
    if not can_revise_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan de foto veranderen, zolang het initiatief loopt."))
    if initiative.subject and initiative.subject.is_public:
        refuse_paused(actor)
    return initiative


def keep_photo(
    initiative: Initiative,
    clean: CleanPhoto,
    description: str = "",
    *,
    place: PhotoPlace = PhotoPlace.GALLERY,
    update: Update | None = None,
) -> Photo:
    """Store all sizes of a clean photo, as the last of its place: here alone a photo becomes one that was checked.

    Who sends one said that the people on it agree: the form asks.
    """
    photo = Photo(
        initiative=initiative,
        place=place,
        update=update,
        position=next_position(initiative, place, update),
        width=clean.width,
        height=clean.height,
        description=description,
        people_agreed=True,
        checked_at=timezone.now(),
    )
    name = photo.key.hex
    photo.large.save(f"{name}.webp", ContentFile(clean.large), save=False)
    photo.card.save(f"{name}-card.webp", ContentFile(clean.card), save=False)
    if clean.phone:
        photo.phone.save(f"{name}-phone.webp", ContentFile(clean.phone), save=False)
    if clean.jpeg:
        photo.jpeg.save(f"{name}.jpg", ContentFile(clean.jpeg), save=False)
    photo.save(force_insert=True)
    return photo


def next_position(initiative: Initiative, place: PhotoPlace, update: Update | None) -> int:
    """The turn of one more photo."""
    last = initiative.photos.filter(place=place, update=update).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def forget_photo(photo: Photo) -> None:
    """Delete a photo; its files go once the transaction is committed."""
    for file in photo.files:
        transaction.on_commit(partial(file.storage.delete, file.name or ""))
    photo.delete()


def forget_cards(initiative: Initiative) -> None:
    """Delete the photos of signed cards; that there was a yes, and when, stays."""
    for consent in Consent.objects.filter(initiative=initiative).exclude(card_photo=""):
        file = consent.card_photo
        transaction.on_commit(partial(file.storage.delete, file.name or ""))
        Consent.objects.filter(pk=consent.pk).update(card_photo="")
