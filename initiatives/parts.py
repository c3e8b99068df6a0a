"""The parts of an initiative that somebody can report and a manager can hide: its photos and its news."""

from django.utils.translation import gettext as _

from gemeente.activity.models import Subject
from gemeente.moderation.parts import Part
from initiatives.models import Initiative, Photo, Update

MOST = 500  # pieces of news: also of what is old a moderator reads what it is


def photo_part(photo: Photo) -> str:
    """The code of a photo."""
    return f"photo:{photo.key}"


def news_part(update: Update) -> str:
    """The code of a piece of news."""
    return f"news:{update.pk}"


def parts_of_initiative(subject: Subject) -> list[Part]:
    """Its photo, that of its result, and its news with the photos in it, newest first."""
    initiative = Initiative.objects.select_related("photo", "result_photo").filter(subject=subject).first()
    if initiative is None:
        return []
    parts = []
    if initiative.photo:
        parts.append(Part(photo_part(initiative.photo), _("De foto bovenaan")))
    if initiative.result_photo:
        parts.append(Part(photo_part(initiative.result_photo), _("De foto bij het resultaat")))
    for update in initiative.updates.select_related("photo").order_by("-created_at", "-pk")[:MOST]:
        title = {"title": update.title}
        parts.append(Part(news_part(update), _("Het nieuws “%(title)s”") % title))
        if update.photo:
            parts.append(Part(photo_part(update.photo), _("De foto bij “%(title)s”") % title))
    return parts
