"""What following keeps about a person: what she follows, and nothing of it once she leaves."""

from typing import Any

from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User
from wijken.following.models import Watch

TOLD = ("wijk__name", "theme__name", "longitude", "latitude", "metres", "pace", "asked_at", "mailed_at")


def export_watches(user: User) -> list[dict[str, Any]]:
    """All she follows; a place as the middle of its cell, which is all there is."""
    return list(Watch.objects.filter(user=user).order_by("pk").values(*TOLD))


def erase_watches(user: User) -> None:
    """Follow nothing any more, also where she once gave only her address."""
    Watch.objects.filter(user=user).delete()
    if user.email:
        Watch.objects.filter(email__iexact=user.email).delete()


def move_watches(old: User, new: User) -> None:
    """What she follows goes along, but for what the other row of hers follows too."""
    for row in Watch.objects.filter(user=old):
        key = {name: getattr(row, name) for name in ("wijk", "theme", "longitude", "latitude")}
        if Watch.objects.filter(user=new, **key).exists():
            row.delete()
        else:
            Watch.objects.filter(pk=row.pk).update(user=new)


FOLLOWING_DATA = PersonalData("following", export_watches, erase_watches, move_watches)
