"""What the WOP of its wijk asks the owner of an initiative, and what she answered so far."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from initiatives.enums import Stage
from initiatives.models import Initiative, WijkAnswer
from wijken.models import WijkQuestion
from wijken.ways import questions_in_force


@dataclass(frozen=True)
class Asked:
    """A question of the WOP, and the answer to it; of before, where the same was asked and answered then."""

    question: WijkQuestion
    answer: WijkAnswer | None = None

    @property
    def is_open(self) -> bool:
        """It must be answered and is not."""
        return self.question.is_required and self.answer is None


def questions_of(initiative: Initiative) -> QuerySet[WijkQuestion]:
    """What is asked: of a concept what its wijk asks now, of what is online what its version asks."""
    if initiative.stage == Stage.CONCEPT:
        return questions_in_force(initiative.wijk_id)
    return WijkQuestion.objects.filter(werkwijze=initiative.werkwijze_id)


def asked_of(initiative: Initiative) -> list[Asked]:
    """Every question with its answer: two queries, one where nothing is asked.

    What is online keeps the answers to what an older version of its wijk asked; a concept is asked what counts now.
    """
    if initiative.wijk_id is None:
        return []
    questions = list(questions_of(initiative))
    if not questions and initiative.stage == Stage.CONCEPT:
        return []
    rows = initiative.wijk_answers.filter(question__werkwijze__wijk=initiative.wijk_id).select_related("question")
    answers = {what(answer.question): answer for answer in rows.order_by("question__werkwijze__number", "pk")}
    asked = []
    for question in questions:
        answer = answers.pop(what(question), None)
        asked.append(Asked(answer.question if answer else question, answer))
    if initiative.stage == Stage.CONCEPT:
        return asked
    return [*(Asked(answer.question, answer) for answer in answers.values()), *asked]


def what(question: WijkQuestion) -> tuple[str, ...]:
    """What a question asks: the same in another version needs no other answer."""
    return question.label, question.kind, *question.choices


def lacks_answer(initiative: Initiative) -> bool:
    """Whether its owner must still answer something before it can go online."""
    return any(one.is_open for one in asked_of(initiative))


def seen_answers(asked: Iterable[Asked]) -> str:
    """The answers as they stand, as a word that a form can carry: another word, another text."""
    told = [(one.question.pk, one.answer.words if one.answer else None) for one in asked]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
