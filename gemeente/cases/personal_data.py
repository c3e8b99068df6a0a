"""What cases keep about a person."""

from typing import Any

from gemeente.cases.actions import end_case
from gemeente.cases.enums import VOICES, CasePart
from gemeente.cases.models import CaseChange, CaseFile, CasePerson, ContactMoment
from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User


def export_cases(user: User) -> list[dict[str, Any]]:
    """The cases she has a part in, with the contacts and the steps of each."""
    parts = CasePerson.objects.filter(user=user, part__in=VOICES).select_related("case__subject", "case__contact")
    return [export_case(part) for part in parts.order_by("pk")]


def export_case(part: CasePerson) -> dict[str, Any]:
    """One case as its owner may read it."""
    case = part.case
    said = ("means", "was_reached", "happened_on", "note", "next_on", "created_at", "voided_at", "void_reason")
    steps = ("name", "source", "target", "reason", "created_at")
    return {
        "number": case.number,
        "subject": case.subject.title,
        "part": part.part,
        "state": case.state,
        "opened_at": case.opened_at,
        "contact_person": case.contact.first_name if case.contact else None,
        "contacts": list(ContactMoment.objects.filter(case=case).order_by("pk").values(*said)),
        "steps": list(CaseChange.objects.filter(case=case).order_by("pk").values(*steps)),
    }


def erase_cases(user: User) -> None:
    """End what is open: nobody can be called any more. What was said is archive (Archiefwet), under an emptied row."""
    for case in CaseFile.objects.of_owner(user).open():
        end_case(case=case, actor=user)
    CasePerson.objects.filter(user=user).exclude(part=CasePart.OWNER).delete()


def move_cases(old: User, new: User) -> None:
    """Her parts in cases go along; the history keeps the row that acted."""
    for part in CasePerson.objects.filter(user=old):
        CasePerson.objects.get_or_create(case=part.case, user=new, part=part.part)
    CasePerson.objects.filter(user=old).delete()


CASES_DATA = PersonalData("cases", export_cases, erase_cases, move_cases)
