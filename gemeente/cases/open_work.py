"""What a contact person leaves behind who stops: her cases, which need a successor first."""

from typing import Any

from gemeente.accounts.enums import CONTACT_ROLES
from gemeente.cases.enums import HELD_STATES
from gemeente.cases.models import CaseFile
from gemeente.lib.open_work import OpenWork
from gemeente.users.models import User


def count_cases(user: User, role: str, wijk: Any) -> int:
    """Open cases of which she is the contact person, as far as this role lets her be one."""
    if role not in CONTACT_ROLES:
        return 0
    return CaseFile.objects.filter(contact=user, state__in=HELD_STATES).count()


def sentence(who: str, number: int) -> str:
    """What a manager reads who wants to end the role."""
    cases = "1 zaak" if number == 1 else f"{number} zaken"
    return f"{who} is nog het vaste contact van {cases}. Draag die eerst over."


CASES_WORK = OpenWork("cases", count_cases, "/werkbak/overdragen/", sentence)
