"""Questions: made through the action people use."""

import uuid
from typing import Any

from gemeente.questions.actions import ask_question, publish_question
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question
from gemeente.users.models import User
from tests.factories.initiatives import reachable


def asked(asker: User, **fields: Any) -> Question:
    """A question of somebody who can be called."""
    reachable(asker)
    told = {"kind": QuestionKind.QUESTION, "text": "Mag ik een bankje voor mijn deur zetten?"}
    return ask_question(asker=asker, **{**told, "submission_key": uuid.uuid4(), **fields})


def shown(asker: User, title: str = "Bankje voor de deur", text: str = "Mag dat hier?", **fields: Any) -> Question:
    """A question that everybody can read."""
    return publish_question(question=asked(asker, **fields), actor=asker, title=title, text=text)
