"""What initiatives keep about a person."""

from typing import Any

from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User
from initiatives.enums import Stage
from initiatives.models import Initiative


def export_initiatives(user: User) -> list[dict[str, Any]]:
    """Everything she wrote."""
    fields = (
        "title",
        "summary",
        "own_share",
        "wijk__name",
        "theme__name",
        "stage",
        "outcome",
        "created_at",
        "published_at",
    )
    return list(Initiative.objects.owned_by(user).order_by("pk").values(*fields))


def erase_initiatives(user: User) -> None:
    """Concepts go; what was public stays as the town's story, under a row without a name."""
    Initiative.objects.owned_by(user).filter(stage=Stage.CONCEPT).delete()


INITIATIVES_DATA = PersonalData("initiatives", export_initiatives, erase_initiatives)
