"""/vragen/<id>/, laten-zien/ and weghalen/"""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gemeente.accounts.models import Profile
from gemeente.cases.actions import claim_case, end_case
from gemeente.cases.enums import CasePart
from gemeente.cases.models import CasePerson
from gemeente.questions.actions import publish_question
from gemeente.questions.models import Question
from gemeente.users.models import User
from tests.factories.questions import asked
from tests.pages import errors, soup

WORDS = {"public_title": "Donkere hoek", "public_text": "De lantaarn in de bocht brandt niet."}
SECRETS = ("al weken kapot", "hoek Reigerlaan", "Jansen")


def words_of(question: Question) -> tuple[str, str, bool]:
    """What everybody may read, and whether they may now."""
    found = Question.objects.get(pk=question.pk)
    return found.public_title, found.public_text, found.published_at is not None


def make_public(question: Question) -> Question:
    """Show it."""
    return publish_question(
        question=question, actor=question.asker, title="Donkere hoek", text="De lantaarn brandt niet."
    )


# --- Its page ---------------------------------------------------------------------------------------------------------
def test_asker_reads_all_of_it_and_where_it_stands(
    question: Question, fatima: User, noor: User, client_for: Callable[..., Client]
) -> None:
    claim_case(case=question.case, actor=noor)

    page = soup(client_for(fatima).get(question.get_absolute_url()))

    text = page.main.get_text(" ", strip=True)
    assert "De lantaarn is al weken kapot." in text
    assert "De plek: hoek Reigerlaan" in text
    assert page.select_one("main .portal-badge").get_text() == "Heeft een contactpersoon"
    assert "Je hoort uiterlijk op 4 maart 2026 van ons." in " ".join(text.split())
    assert page.select_one(f"main a[href='{question.case.get_absolute_url()}']")


def test_closed_question_says_so(question: Question, fatima: User, client_for: Callable[..., Client]) -> None:
    end_case(case=question.case, actor=fatima)

    page = soup(client_for(fatima).get(question.get_absolute_url()))

    assert page.select_one("main .portal-badge").get_text() == "Afgerond"


def test_helper_reads_it_and_changes_nothing(question: Question, bram: User, client_for: Callable[..., Client]) -> None:
    CasePerson.objects.create(case=question.case, user=bram, part=CasePart.HELPER)
    client = client_for(bram)

    page = soup(client.get(question.get_absolute_url()))

    assert "De lantaarn is al weken kapot." in page.main.get_text()
    assert "Je helpt Fatima hierbij." in page.main.get_text()
    assert not page.select("main a[href*='laten-zien'], main a[href*='vraag=']")
    assert client.post(f"{question.get_absolute_url()}laten-zien/", WORDS).status_code == 403
    assert words_of(question) == ("", "", False)


@pytest.mark.parametrize("who", ["bram", "willem", "noor", "mona", "hans", "thea"])
def test_private_question_is_not_there_for_others(
    who: str, question: Question, cast: dict[str, User], client_for: Callable[..., Client]
) -> None:
    client = client_for(cast[who])

    shown = [client.get(f"{question.get_absolute_url()}{end}").status_code for end in ("", "laten-zien/", "weghalen/")]

    assert shown == [404, 404, 404]


def test_visitor_cannot_tell_a_private_question_from_none(question: Question, client: Client) -> None:
    there, not_there = (client.get(path) for path in (question.get_absolute_url(), "/vragen/999999/"))

    assert (there.status_code, there.headers["Location"]) == (
        302,
        f"/account/login/?next={question.get_absolute_url()}",
    )
    assert (not_there.status_code, not_there.headers["Location"]) == (302, "/account/login/?next=/vragen/999999/")


@pytest.mark.parametrize("who", ["anonymous", "bram", "noor", "mona"])
def test_public_question_shows_the_words_for_everybody_and_no_more(
    who: str, question: Question, cast: dict[str, User | None], client_for: Callable[..., Client]
) -> None:
    Profile.objects.filter(user=question.asker).update(alias="Buurvrouw")
    make_public(question)

    response = client_for(cast[who]).get(question.get_absolute_url())

    page = soup(response)
    assert (page.h1.get_text(), "De lantaarn brandt niet." in page.main.get_text()) == ("Donkere hoek", True)
    assert "van Buurvrouw" in page.main.get_text()
    assert [secret for secret in SECRETS if secret in page.main.get_text()] == []


def test_public_page_costs_little(question: Question, client: Client) -> None:
    make_public(question)
    client.get(question.get_absolute_url())

    with CaptureQueriesContext(connection) as captured:
        assert client.get(question.get_absolute_url()).status_code == 200

    assert len(captured) <= 5


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_page_refuses_other_methods(
    method: str, question: Question, fatima: User, client_for: Callable[..., Client]
) -> None:
    assert getattr(client_for(fatima), method)(question.get_absolute_url()).status_code == 405


# --- Showing it to everybody ------------------------------------------------------------------------------------------
def test_form_begins_with_her_own_words(question: Question, fatima: User, client_for: Callable[..., Client]) -> None:
    page = soup(client_for(fatima).get(f"{question.get_absolute_url()}laten-zien/"))

    assert page.select_one("[name=public_text]").text.strip() == "De lantaarn is al weken kapot."
    assert "Jouw naam op het portaal: Fatima." in page.main.get_text()


def test_asker_shows_it_in_words_of_her_own(
    question: Question, fatima: User, client_for: Callable[..., Client]
) -> None:
    response = client_for(fatima).post(f"{question.get_absolute_url()}laten-zien/", WORDS)

    assert response.headers["Location"] == question.get_absolute_url()
    assert words_of(question) == (*WORDS.values(), True)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("public_title", "", "Geef je vraag een titel."),
        ("public_title", "x" * 81, "Dit is te lang. Gebruik niet meer dan 80 tekens; het zijn er nu 81."),
        ("public_text", "kort", "Dit is wel erg kort. Gebruik minstens 10 tekens."),
        ("public_text", "Bel mij op 010-555 01 23.", "Haal het telefoonnummer weg: iedereen kan dit lezen."),
        ("public_text", "Bel mij op 0612345678 graag.", "Haal het telefoonnummer weg: iedereen kan dit lezen."),
        ("public_title", "Mail fatima@voorbeeld.example", "Haal het e-mailadres weg: iedereen kan dit lezen."),
        ("public_text", "Kom maar naar reigerlaan 12.", "Haal je adres weg: iedereen kan dit lezen."),
    ],
)
def test_words_that_tell_how_to_reach_her_are_refused(
    field: str, value: str, sentence: str, question: Question, fatima: User, client_for: Callable[..., Client]
) -> None:
    Profile.objects.filter(user=fatima).update(visit_address="Reigerlaan 12")

    response = client_for(fatima).post(f"{question.get_absolute_url()}laten-zien/", WORDS | {field: value})

    assert errors(response) == {field: sentence}
    assert words_of(question) == ("", "", False)


def test_year_and_house_number_are_no_telephone_number(
    question: Question, fatima: User, client_for: Callable[..., Client]
) -> None:
    words = WORDS | {"public_text": "Sinds 2024 zijn er 12 lampen kapot, al 100 dagen."}

    client_for(fatima).post(f"{question.get_absolute_url()}laten-zien/", words)

    assert words_of(question)[2]


# --- Taking it off ----------------------------------------------------------------------------------------------------
def test_asker_takes_it_off(
    question: Question, fatima: User, client: Client, client_for: Callable[..., Client]
) -> None:
    make_public(question)
    hers = client_for(fatima)

    asks = hers.get(f"{question.get_absolute_url()}weghalen/")
    answer = hers.post(f"{question.get_absolute_url()}weghalen/")

    assert (asks.status_code, answer.headers["Location"]) == (200, question.get_absolute_url())
    assert client.get(question.get_absolute_url()).status_code == 302


@pytest.mark.parametrize("page", ["laten-zien", "weghalen"])
@pytest.mark.parametrize("who", ["bram", "noor", "mona"])
def test_public_question_is_not_changed_by_others(
    page: str, who: str, question: Question, cast: dict[str, User], client_for: Callable[..., Client]
) -> None:
    make_public(question)

    response = client_for(cast[who]).post(f"{question.get_absolute_url()}{page}/", WORDS)

    assert response.status_code == 403
    assert words_of(question) == ("Donkere hoek", "De lantaarn brandt niet.", True)


@pytest.mark.parametrize(("page", "status"), [("laten-zien", 405), ("weghalen", 405)])
def test_pages_refuse_other_methods(
    page: str, status: int, question: Question, fatima: User, client_for: Callable[..., Client]
) -> None:
    assert client_for(fatima).put(f"{question.get_absolute_url()}{page}/").status_code == status


def test_call_back_cannot_be_shown(reference: None, fatima: User, client_for: Callable[..., Client]) -> None:
    call = asked(fatima, kind="callback", text="")

    assert client_for(fatima).get(f"{call.get_absolute_url()}laten-zien/").status_code == 403
