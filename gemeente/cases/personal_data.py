"""What cases keep about a person."""

from typing import Any

from gemeente.cases.models import CasePerson
from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User


def export_cases(user: User) -> list[dict[str, Any]]:
    """The cases she has a part in."""
    parts = CasePerson.objects.filter(user=user).select_related("case__subject").order_by("pk")
    return [
        {
            "number": part.case.number,
            "subject": part.case.subject.title,
            "part": part.part,
            "state": part.case.state,
            "opened_at": part.case.opened_at,
        }
        for part in parts
    ]


def erase_cases(user: User) -> None:
    """Nothing to forget: a case is part of the archive (Archiefwet) and names her emptied row."""


CASES_DATA = PersonalData("cases", export_cases, erase_cases)
