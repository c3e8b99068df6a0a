"""Photos of owners and of signed cards. What comes in here was made clean by lib.images."""

import uuid
from collections.abc import Mapping, Sequence
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.lib.images import CleanPhoto
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of
from initiatives.actions.locking import locked, locked_for
from initiatives.actions.ordering import trade_places
from initiatives.enums import PhotoPlace
from initiatives.models import Consent, Initiative, Photo, Update
from initiatives.policies import can_remove_photo, can_revise_initiative, can_show_photo
from initiatives.verbs import PHOTOS_SHOWN


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
def add_photos(
    *,
    initiative: Initiative,
    actor: User,
    photos: Sequence[CleanPhoto],
    place: PhotoPlace = PhotoPlace.GALLERY,
    update: Update | None = None,
) -> list[Photo]:
    """Show photos behind those that are there; the first of a page stands on top.

    Raises Refused for who may not write here, for who must be silent, and for more than there is room for.
    """
    initiative = showable(initiative, actor)
    if (place == PhotoPlace.NEWS) != (update is not None) or (update and update.initiative_id != initiative.pk):
        raise Refused(_("Dit nieuws staat hier niet meer. Kijk wat er nu staat."))
    room = room_for(initiative, place, update)
    if len(photos) > room:
        raise Refused(no_room(room))
    made = [keep_photo(initiative, photo, place=place, update=update) for photo in photos]
    if made and place == PhotoPlace.GALLERY and initiative.photo_id is None:
        initiative.photo = made[0]
        initiative.save(update_fields=["photo"])
    hear(initiative)
    if initiative.subject:
        changes = {"number": (None, len(made)), "place": (None, place)}
        record(
            actor=actor,
            verb=PHOTOS_SHOWN,
            subject=initiative.subject,
            person=in_name_of(initiative, actor),
            changes=changes,
        )
    return made


def room_for(initiative: Initiative, place: PhotoPlace, update: Update | None = None) -> int:
    """How many photos more there is room for; what a manager lowered leaves what is there."""
    name = RuleName.GALLERY_PHOTOS if place == PhotoPlace.GALLERY else RuleName.NEWS_PHOTOS
    return max(0, rule(name) - initiative.photos.filter(place=place, update=update).count())


def no_room(room: int) -> str:
    """Why so many photos cannot be added."""
    if room == 0:
        return _("Er is geen plek meer voor foto's. Haal er eerst een weg.")
    return ngettext(
        "Er is nog plek voor %(n)d foto. Kies er niet meer.",
        "Er is nog plek voor %(n)d foto's. Kies er niet meer.",
        room,
    ) % {"n": room}


@transaction.atomic
def describe_photos(*, initiative: Initiative, actor: User, descriptions: Mapping[uuid.UUID, str]) -> int:
    """Say what is on photos; returns how many changed. Those that are gone meanwhile are left out. Raises Refused."""
    initiative = showable(initiative, actor)
    changed = 0
    for photo in initiative.photos.filter(key__in=descriptions):
        if photo.description != descriptions[photo.pk]:
            photo.description = descriptions[photo.pk]
            photo.save(update_fields=["description"])
            changed += 1
    if changed:
        hear(initiative)
    return changed


@transaction.atomic
def shift_photo(*, photo: Photo, actor: User, earlier: bool) -> None:
    """Let a photo change turns with the one before or behind it; the first stays first. Raises Refused."""
    initiative = showable(photo.initiative, actor)
    rows = initiative.photos.filter(place=photo.place, update=photo.update_id)
    trade_places(rows, photo, is_up=earlier)
    hear(initiative)


@transaction.atomic
def choose_cover(*, photo: Photo, actor: User) -> None:
    """Show a photo of the page on top, and in lists. Raises Refused, also for a photo of news or of a result."""
    initiative = showable(photo.initiative, actor)
    chosen = initiative.photos.filter(place=PhotoPlace.GALLERY, pk=photo.pk).first()
    if chosen is None:
        raise Refused(_("Deze foto staat niet op de pagina. Kies een andere."))
    initiative.photo = chosen
    initiative.save(update_fields=["photo"])
    hear(initiative)


@transaction.atomic
def remove_photo(*, photo: Photo, actor: User) -> None:
    """Take a photo away, wherever it stands and whatever came of the initiative: somebody on it may say no after all.

    Raises Refused for who does not hold the pen.
    """
    initiative = locked(photo.initiative)
    if not can_remove_photo(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan deze foto weghalen."))
    hear(initiative)
    stood_on_top = initiative.photo_id == photo.pk
    forget_photo(photo)
    if stood_on_top:
        initiative.photo = initiative.photos.filter(place=PhotoPlace.GALLERY).first()
        initiative.save(update_fields=["photo"])


def writable(initiative: Initiative, actor: User) -> Initiative:
    """The initiative, locked, for who holds its pen."""
    sentence = _("Alleen de eigenaar kan de foto veranderen, zolang het initiatief loopt.")
    return locked_for(initiative, actor, can_revise_initiative, sentence)


def showable(initiative: Initiative, actor: User) -> Initiative:
    """The initiative, locked, for who may show photos and documents there; also after its end."""
    sentence = _("Alleen wie hier schrijft, kan foto's en documenten laten zien.")
    return locked_for(initiative, actor, can_show_photo, sentence)


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
    return (initiative.photos.filter(place=place, update=update).aggregate(last=Max("position"))["last"] or 0) + 1


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
