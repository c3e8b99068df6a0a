"""Brakes on what people show of their questions: hiding, a pause, and a new account that goes too fast."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from gemeente.lib.errors import Refused
from gemeente.moderation.actions.blocking import pause_account
from gemeente.moderation.actions.hiding import hide_part, lift_hiding
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import Hiding, HidingGround
from gemeente.moderation.parts import WHOLE
from gemeente.questions.actions import ask_question, publish_question, unpublish_question
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question
from gemeente.users.models import User
from tests.factories.questions import shown

TITLE = "Wie haalt de fietswrakken weg?"


@pytest.fixture
def hidden(reference: None, fatima: User, bram: User, mona: User) -> Hiding:
    """What Fatima showed, and a manager hid."""
    question = shown(fatima, title=TITLE)
    told = report_part(subject=question.subject, part=WHOLE, reason=ReportReason.HURTS, actor=bram)
    return hide_part(report=told, actor=mona, ground=HidingGround.objects.get(code="insult"), facts="Een scheldwoord.")


def where(client: Client, question: Question) -> list[str]:
    """On which pages somebody reads its title."""
    pages = (question.get_absolute_url(), "/vragen/", "/vragen/?zoek=fietswrakken", "/")
    return [page for page in pages if TITLE in client.get(page, follow=True).content.decode()]


def test_hidden_question_is_gone_for_others_until_it_is_shown_again(
    hidden: Hiding, fatima: User, mona: User, client_for: Callable[..., Client]
) -> None:
    question = Question.objects.get(subject=hidden.subject)
    before = where(Client(), question)

    lift_hiding(hiding=hidden, actor=mona, reason="Het woord is weg.")

    assert (before, where(Client(), question)) == (
        [],
        [question.get_absolute_url(), "/vragen/", "/vragen/?zoek=fietswrakken"],
    )


def test_asker_reads_why_it_is_hidden(hidden: Hiding, fatima: User, client_for: Callable[..., Client]) -> None:
    question = Question.objects.get(subject=hidden.subject)

    page = client_for(fatima).get(question.get_absolute_url()).content.decode()

    assert "Dit is verborgen. Alleen jij ziet het nog." in page
    assert hidden.get_absolute_url() in page


def test_asker_cannot_change_or_take_off_what_is_hidden(hidden: Hiding, fatima: User) -> None:
    question = Question.objects.get(subject=hidden.subject)

    with pytest.raises(Refused, match="verborgen"):
        publish_question(question=question, actor=fatima, title=TITLE, text="Nog een keer.")
    with pytest.raises(Refused, match="verborgen"):
        unpublish_question(question=question, actor=fatima)


def test_moderator_sees_what_was_reported(hidden: Hiding, mona: User, client_for: Callable[..., Client]) -> None:
    assert TITLE in client_for(mona).get(hidden.desk_url).content.decode()


def test_paused_account_shows_nothing(reference: None, fatima: User, mona: User) -> None:
    question = shown(fatima, title=TITLE)
    pause_account(person=fatima, actor=mona, days=7, reason="Reclame.")

    with pytest.raises(Refused, match="even niets plaatsen"):
        publish_question(question=question, actor=fatima, title=TITLE, text="Nog een keer.")


def test_new_account_that_floods_is_asked_to_wait(reference: None, bram: User) -> None:
    User.objects.filter(pk=bram.pk).update(created_at=timezone.now() - dt.timedelta(days=1))
    bram.refresh_from_db()
    told = {"asker": bram, "kind": QuestionKind.STUCK, "text": "Ik loop vast."}
    for _ in range(6):
        ask_question(**told, submission_key=uuid.uuid4())

    with pytest.raises(Refused, match="over een uur"):
        ask_question(**told, submission_key=uuid.uuid4())

    assert Question.objects.count() == 6
