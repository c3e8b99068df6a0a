"""What advice keeps about a person."""

from typing import Any

from django.utils import timezone

from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User
from wijken.advice.enums import Choice
from wijken.advice.models import Advice, AdviceVersion, Ballot, Reaction, Reply, Say


def export_advice(user: User) -> dict[str, list[dict[str, Any]]]:
    """What she asked, wrote, voted, said of an advice, and answered."""
    asked = Advice.objects.filter(asked_by=user).values("question", "answer_by", "begun_at")
    written = AdviceVersion.objects.filter(author=user).values("advice", "number", "stance", "text", "made_at")
    votes = Ballot.objects.filter(voter=user)
    voted = votes.values("round__advice", "choice", "reason", "view", "shows_name", "cast_at")
    said = Say.objects.filter(user=user).values("advice", "opinion", "words", "said_at")
    answered = Reply.objects.filter(by=user).values("advice", "outcome", "text", "replied_at")
    parts: dict[str, Any] = {"asked": asked, "written": written, "votes": voted, "opinions": said, "answers": answered}
    parts["reactions"] = Reaction.objects.filter(author=user).values("voornemen__title", "text", "created_at")
    return {name: list(rows.order_by("pk")) for name, rows in parts.items()}


def erase_advice(user: User) -> None:
    """Forget her words that few people read, and her name under what she published. Votes and numbers stay."""
    Say.objects.filter(user=user).update(words="")
    votes = Ballot.objects.filter(voter=user, forgotten_at=None)
    votes.filter(choice=Choice.RECUSED).update(reason="", forgotten_at=timezone.now())
    votes.filter(shows_name=True).update(shows_name=False, forgotten_at=timezone.now())


def move_advice(old: User, new: User) -> None:
    """What she asked and said goes along, but where she said it herself too. Somebody on paper votes nowhere."""
    Advice.objects.filter(asked_by=old).update(asked_by=new)
    said = Say.objects.filter(user=old).exclude(advice__in=Say.objects.filter(user=new).values("advice"))
    said.update(user=new)
    Reaction.objects.filter(author=old).update(author=new)


ADVICE_DATA = PersonalData("advice", export_advice, erase_advice, move_advice)
