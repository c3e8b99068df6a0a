"""What a civil servant leaves behind who stops: answers on advice that she owes, and plans that she laid."""

from typing import Any

from gemeente.accounts.enums import CONTACT_ROLES
from gemeente.lib.open_work import OpenWork
from gemeente.users.models import User
from wijken.advice.models import Advice, Voornemen


def count_replies(user: User, role: str, wijk: Any) -> int:
    """Advice that waits for her answer, as far as this role lets her give it."""
    return Advice.objects.owed_by(user).count() if role in CONTACT_ROLES else 0


def sentence(who: str, number: int) -> str:
    """What a manager reads who wants to end the role."""
    answers = "1 antwoord op een advies" if number == 1 else f"{number} antwoorden op adviezen"
    return f"{who} moet nog {answers} geven. Draag dat eerst over."


ADVICE_WORK = OpenWork("advice", count_replies, "/werkbak/adviezen/", sentence)


def count_plans(user: User, role: str, wijk: Any) -> int:
    """Plans before a wijk that are hers to decide."""
    return Voornemen.objects.filter(responsible=user, ended_at=None).count() if role in CONTACT_ROLES else 0


def sentence_of_plans(who: str, number: int) -> str:
    """What a manager reads who wants to end the role."""
    return f"{who} heeft nog {'1 plan' if number == 1 else f'{number} plannen'} voor een wijk. Draag dat eerst over."


PLANS_WORK = OpenWork("voornemens", count_plans, "/werkbak/voornemens/", sentence_of_plans)
