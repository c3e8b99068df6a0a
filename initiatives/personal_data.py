"""What initiatives keep about a person."""

from typing import Any

from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User
from initiatives.actions.joining import withdraw
from initiatives.actions.photos import forget_photo
from initiatives.enums import ParticipationKind, PlaceKind, Stage
from initiatives.models import Initiative, Participation, ParticipationRequest, Photo, Update

TEXTS = ("title", "summary", "own_share", "needs", "outcome", "people_reached", "stage", "created_at", "published_at")
PLACE = ("wijk__name", "theme__name", "place_kind", "place_text", "longitude", "latitude")


def export_initiatives(user: User) -> dict[str, Any]:
    """Everything she wrote and showed, and where she takes part."""
    mine = Initiative.objects.owned_by(user).order_by("pk")
    photos = Photo.objects.filter(initiative__owner=user).order_by("pk")
    joined = Participation.objects.filter(user=user).order_by("pk")
    waiting = ParticipationRequest.objects.filter(email__iexact=user.email or "-").order_by("pk")
    said = ("initiative__title", "kind", "message", "created_at")
    return {
        "initiatives": list(mine.values(*TEXTS, *PLACE)),
        "news": list(Update.objects.filter(author=user).order_by("pk").values("title", "text", "created_at")),
        "photos": [{"address": photo.large_url, "description": photo.description} for photo in photos],
        "takes_part": list(joined.values(*said)),
        "asked_to_take_part": list(waiting.values(*said, "name")),
    }


def erase_initiatives(user: User) -> None:
    """Concepts and taking part go; what was public stays as the town's story, under a row without a name.

    Of that story the exact place of a home goes too.
    """
    for photo in Photo.objects.filter(initiative__owner=user, initiative__stage=Stage.CONCEPT):
        forget_photo(photo)
    Initiative.objects.owned_by(user).filter(stage=Stage.CONCEPT).delete()
    for initiative in Initiative.objects.owned_by(user).filter(place_kind=PlaceKind.HOME):
        Initiative.objects.filter(pk=initiative.pk).update(longitude=None, latitude=None)
    for part in Participation.objects.filter(user=user).select_related("initiative"):
        withdraw(initiative=part.initiative, actor=user, kind=ParticipationKind(part.kind))
    ParticipationRequest.objects.filter(email__iexact=user.email or "-").delete()


def move_initiatives(old: User, new: User) -> None:
    """What she owns goes along, and where she takes part."""
    Initiative.objects.owned_by(old).update(owner=new)
    known = Participation.objects.filter(user=new).values("initiative", "kind")
    taken = {(row["initiative"], row["kind"]) for row in known}
    for part in Participation.objects.filter(user=old):
        if (part.initiative_id, part.kind) not in taken:
            Participation.objects.filter(pk=part.pk).update(user=new)


INITIATIVES_DATA = PersonalData("initiatives", export_initiatives, erase_initiatives, move_initiatives)
