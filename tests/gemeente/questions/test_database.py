"""What the database itself refuses, whoever asks."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from gemeente.accounts.actions import register_on_paper
from gemeente.activity.models import Subject
from gemeente.cases.actions import open_case
from gemeente.cases.enums import CaseKind
from gemeente.questions.models import Question
from gemeente.users.models import User
from tests.factories.questions import asked

NOW = timezone.now()


def change(question: Question, **fields: Any) -> int:
    """Write past every action."""
    with transaction.atomic():
        return Question.objects.filter(pk=question.pk).update(**fields)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"latitude": 12.0, "longitude": 4.5}, "question_point_in_the_netherlands"),
        ({"longitude": 4.5}, "question_point_in_the_netherlands"),
        ({"published_at": NOW}, "question_public_has_words"),
        ({"published_at": NOW, "public_title": "Lamp"}, "question_public_has_words"),
        ({"forgotten_at": NOW}, "question_forgotten_is_empty"),
        ({"forgotten_at": NOW, "text": ""}, "question_forgotten_is_empty"),
    ],
    ids=["outside", "half a point", "no words", "no text", "not emptied", "place left"],
)
def test_question_without_sense_is_refused(fields: dict[str, Any], constraint: str, question: Question) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        change(question, **fields)

    assert change(question, forgotten_at=NOW, text="", place_text="") == 1


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"kind": "unknown"}, "question_kind_known"),
        ({"text": ""}, "question_says_something"),
        ({"kind": "callback", "published_at": NOW, "public_title": "x", "public_text": "x"}, "public_has_words"),
    ],
    ids=["kind", "text", "public callback"],
)
def test_row_without_sense_is_refused(fields: dict[str, Any], constraint: str, question: Question, bram: User) -> None:
    subject = Subject.objects.create(kind="question", title="Vraag", path="/vragen/999/")
    case = open_case(subject=subject, kind=CaseKind.QUESTION, owner=bram, actor=bram)
    sound = {"asker": bram, "kind": "question", "text": "Mag dit?", "subject": subject, "case": case}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Question.objects.create(**sound | fields)

    assert Question.objects.create(**sound).text == "Mag dit?"


@pytest.mark.parametrize(
    "fields",
    [{"text": "Iets anders."}, {"kind": "stuck"}, {"created_at": NOW}, {"text": ""}],
    ids=["words", "kind", "day", "emptied but not forgotten"],
)
def test_words_stay_as_they_were_asked(fields: dict[str, Any], question: Question) -> None:
    with pytest.raises(IntegrityError, match="stays as it was asked"):
        change(question, **fields)


def test_forgotten_stays_forgotten(question: Question) -> None:
    change(question, forgotten_at=NOW, text="", place_text="")

    with pytest.raises(IntegrityError, match="stays as it was asked"):
        change(question, forgotten_at=None, text="Toch weer.")


def test_question_of_an_account_stays_hers(question: Question, bram: User) -> None:
    on_paper = asked(register_on_paper(name="Ria"))

    with pytest.raises(IntegrityError, match="stays hers"):
        change(question, asker=bram)

    assert change(on_paper, asker=bram) == 1


@pytest.mark.parametrize("sql", ["DELETE FROM questions_question", "TRUNCATE questions_question CASCADE"])
def test_question_is_never_deleted(sql: str, question: Question) -> None:
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError, match="never deleted"), transaction.atomic():
        connection.cursor().execute(sql)

    assert Question.objects.count() == 1
