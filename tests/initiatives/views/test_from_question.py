"""/initiatieven/nieuw/?vraag=<id>: an initiative that grows out of a question"""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.places.models import Wijk
from gemeente.questions.actions import publish_question
from gemeente.questions.models import Question
from gemeente.users.models import User
from initiatives.actions.writing import start_initiative
from initiatives.models import Initiative
from tests.drafts import IDEA
from tests.factories.initiatives import InitiativeFactory
from tests.factories.questions import asked
from tests.pages import soup

TEXT = "Bij ons in de straat is nergens een plek om even te zitten."


@pytest.fixture
def question(reference: None, fatima: User, oostgaarde: Wijk) -> Question:
    return asked(fatima, text=TEXT, wijk=oostgaarde)


def new(question: Question) -> str:
    return f"/initiatieven/nieuw/?vraag={question.pk}"


def begun(client: Client, path: str) -> dict[str, str]:
    """What the first form begins with."""
    form = soup(client.get(path)).select_one("main form")
    return {
        "title": form.select_one("[name=title]").get("value", ""),
        "summary": form.select_one("[name=summary]").text.strip(),
        "wijk": form.select_one("[name=wijk]").get("value", ""),
    }


EMPTY = {"title": "", "summary": "", "wijk": ""}


def test_form_begins_with_her_words(question: Question, fatima: User, client_for: Callable[..., Client]) -> None:
    assert begun(client_for(fatima), new(question)) == {"title": "", "summary": TEXT, "wijk": "oostgaarde"}


def test_form_begins_with_the_words_for_everybody_where_there_are(
    question: Question, fatima: User, client_for: Callable[..., Client]
) -> None:
    publish_question(question=question, actor=fatima, title="Nergens een bankje", text="Wie zit er graag even?")

    assert begun(client_for(fatima), new(question)) == {
        "title": "Nergens een bankje",
        "summary": "Wie zit er graag even?",
        "wijk": "oostgaarde",
    }


@pytest.mark.parametrize("who", ["anonymous", "bram", "noor", "mona"])
def test_words_are_for_their_asker_only(
    who: str, question: Question, cast: dict[str, User | None], client_for: Callable[..., Client]
) -> None:
    client = client_for(cast[who])

    shown = begun(client, new(question))
    client.post(new(question), IDEA)

    assert shown == EMPTY
    assert not Initiative.objects.exclude(from_question=None).exists()


@pytest.mark.parametrize("asked_for", ["", "0", "abc", "-1", "²", "9" * 40, "1 OR 1=1"])
def test_nonsense_is_nothing(asked_for: str, reference: None, fatima: User, client_for: Callable[..., Client]) -> None:
    assert begun(client_for(fatima), f"/initiatieven/nieuw/?vraag={asked_for}") == EMPTY


def test_initiative_keeps_where_it_came_from(
    question: Question, fatima: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(fatima)

    client.post(new(question), IDEA)

    initiative = Initiative.objects.get()
    assert initiative.from_question == question
    page = soup(client.get(question.get_absolute_url()))
    assert page.select_one("[aria-labelledby=hieruit] a")["href"] == initiative.get_absolute_url()
    assert not page.select("main a[href*='vraag=']")


def test_question_grows_once(question: Question, fatima: User, client_for: Callable[..., Client]) -> None:
    client = client_for(fatima)
    client.post(new(question), IDEA)

    again = begun(client, new(question))

    assert again == EMPTY
    other = {"title": "Nog een bankje", "summary": "Een tweede bankje.", "theme": None}
    second = start_initiative(
        actor=fatima, question=question, submission_key="7a5c31f6-3b8e-4a55-9d0c-2a1de9c0f001", **other
    )
    assert second.from_question is None


def test_concept_is_not_shown_to_readers_of_the_question(question: Question, fatima: User, client: Client) -> None:
    publish_question(question=question, actor=fatima, title="Nergens een bankje", text="Wie zit er graag even?")
    InitiativeFactory(owner=fatima, title="Bankje in wording", from_question=question)

    text = client.get(question.get_absolute_url()).content.decode()

    assert "Bankje in wording" not in text
