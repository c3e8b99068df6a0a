"""The parts of an initiative that somebody can report and a manager can hide: its photos and its news."""

import uuid

from django.utils.translation import gettext as _

from gemeente.activity.models import Subject
from gemeente.moderation.parts import Part
from initiatives.album import album_of
from initiatives.models import Initiative, Photo, Update

MOST = 500  # pieces of news: also of what is old a moderator reads what it is


def photo_part(photo: Photo) -> str:
    """The code of a photo."""
    return f"photo:{photo.key}"


def news_part(update: Update) -> str:
    """The code of a piece of news."""
    return f"news:{update.pk}"


def parts_of_initiative(subject: Subject) -> list[Part]:
    """Its photos, those of its result, and its news with the photos in it, newest first."""
    initiative = Initiative.objects.filter(subject=subject).first()
    if initiative is None:
        return []
    album = album_of(initiative)
    parts = [
        *photo_parts(album.gallery, _("Foto %(n)d op de pagina"), cover=initiative.photo_id),
        *photo_parts(album.before, _("Foto %(n)d van hoe het was")),
        *photo_parts(album.after, _("Foto %(n)d bij het resultaat")),
    ]
    for update in initiative.updates.order_by("-created_at", "-pk")[:MOST]:
        title = {"title": update.title}
        parts.append(Part(news_part(update), _("Het nieuws “%(title)s”") % title))
        sentence = _("Foto %(n)d bij “%(title)s”")
        parts.extend(
            Part(photo_part(photo), sentence % ({"n": number} | title))
            for number, photo in enumerate(album.of_news(update), start=1)
        )
    return parts


def photo_parts(photos: list[Photo], sentence: str, cover: uuid.UUID | None = None) -> list[Part]:
    """Photos by their turn; the one on top has a name of its own."""
    return [
        Part(photo_part(photo), _("De foto bovenaan") if photo.pk == cover else sentence % {"n": number})
        for number, photo in enumerate(photos, start=1)
    ]
