"""What partners keep about a person."""

from typing import Any

from gemeente.lib.personal_data import PersonalData
from gemeente.partners.models import Mandate
from gemeente.users.models import User

TOLD = ("organisation__name", "starts_on", "ends_on", "may_sign", "may_promise", "given_at")


def export_mandates(user: User) -> list[dict[str, Any]]:
    """For whom she may speak, and when."""
    return list(Mandate.objects.filter(user=user).order_by("starts_on", "pk").values(*TOLD))


def erase_mandates(user: User) -> None:
    """Nothing: who spoke for an organisation must remain known, as a row without a name (Archiefwet)."""


def move_mandates(old: User, new: User) -> None:
    """Somebody on paper holds none."""


PARTNERS_DATA = PersonalData("partners", export_mandates, erase_mandates, move_mandates)
