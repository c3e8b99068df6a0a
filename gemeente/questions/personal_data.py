"""What questions keep about a person."""

from typing import Any

from django.utils import timezone

from gemeente.lib.personal_data import PersonalData
from gemeente.questions.models import Question
from gemeente.users.models import User

TOLD = ("kind", "text", "wijk__name", "place_text", "longitude", "latitude", "created_at")
SHOWN = ("public_title", "public_text", "published_at")


def export_questions(user: User) -> list[dict[str, Any]]:
    """Everything she asked, and what of it she showed to others."""
    return list(Question.objects.asked_by(user).order_by("pk").values(*TOLD, *SHOWN))


def erase_questions(user: User) -> None:
    """Forget her words and the place. What she showed to everybody stays, under a row without a name."""
    mine = Question.objects.asked_by(user).filter(forgotten_at=None)
    mine.update(text="", place_text="", longitude=None, latitude=None, forgotten_at=timezone.now())
    mine = Question.objects.asked_by(user).filter(published_at=None)
    mine.update(public_title="", public_text="")


def move_questions(old: User, new: User) -> None:
    """What she asked goes along."""
    Question.objects.asked_by(old).update(asker=new)


QUESTIONS_DATA = PersonalData("questions", export_questions, erase_questions, move_questions)
