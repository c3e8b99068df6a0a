"""/initiatieven/<slug>/vragen/ and the pages under it"""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.accounts.models import Profile
from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.inquiries import answer_inquiry, ask_owner
from initiatives.actions.moving import move_initiative
from initiatives.models import Initiative, Inquiry
from initiatives.parts import answer_part, question_part
from initiatives.workflow import TRANSITIONS
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper, online
from tests.pages import errors, soup

QUESTION, ANSWER = "Kan mijn moeder van 80 ook meedoen?", "Graag! Er is altijd een stoel."
ASK = {"text": QUESTION, "submission_key": str(uuid.UUID(int=4))}


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, reference: None) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


@pytest.fixture
def inquiry(initiative: Initiative, bram: User) -> Inquiry:
    return ask_owner(initiative=initiative, actor=bram, text=QUESTION)


def page_of(initiative: Initiative, more: str = "") -> str:
    return f"/initiatieven/{initiative.slug}/vragen/{more}"


def text_of(client: Client, url: str) -> str:
    """The words of a page, on one line."""
    return " ".join(soup(client.get(url)).main.get_text(" ").split())


# --- Reading ----------------------------------------------------------------------------------------------------------
def test_everybody_reads_question_and_answer(client: Client, inquiry: Inquiry, initiative: Initiative) -> None:
    assert "Deze vraag wacht sinds" in text_of(client, page_of(initiative))
    answer_inquiry(inquiry=inquiry, actor=initiative.owner, answer=ANSWER)

    for url in (page_of(initiative), initiative.get_absolute_url()):
        text = text_of(client, url)
        assert [QUESTION in text, ANSWER in text, "Bram vroeg op" in text, "Fatima antwoordde" in text] == [True] * 4
        assert "wacht sinds" not in text


def test_page_of_the_initiative_says_what_waits(client: Client, inquiry: Inquiry, initiative: Initiative) -> None:
    text = text_of(client, initiative.get_absolute_url())

    assert "1 wacht nog op antwoord" in text
    assert QUESTION not in text


def test_answer_in_the_owners_name_says_so(
    client: Client, inquiry: Inquiry, initiative: Initiative, wilma: User
) -> None:
    give_helper(initiative, wilma)
    answer_inquiry(inquiry=inquiry, actor=wilma, answer=ANSWER)

    assert "Wilma, namens Fatima, antwoordde" in text_of(client, page_of(initiative))


def test_who_left_is_a_neighbour(client: Client, inquiry: Inquiry, initiative: Initiative, bram: User) -> None:
    User.objects.filter(pk=bram.pk).update(is_active=False)

    text = text_of(client, page_of(initiative))

    assert ("een buur vroeg op" in text, "Bram" in text) == (True, False)


def test_page_without_questions_leads_on(
    client: Client, client_for: Callable[..., Client], initiative: Initiative
) -> None:
    page = soup(client.get(page_of(initiative)))
    assert page.select_one(".portal-empty a")["href"] == page_of(initiative, "stellen/")

    own = soup(client_for(initiative.owner).get(page_of(initiative)))
    assert own.select_one(".portal-empty a")["href"] == initiative.get_absolute_url()


def test_concept_has_no_page_for_others(client: Client, client_for: Callable[..., Client], fatima: User) -> None:
    concept = InitiativeFactory(owner=fatima)

    assert client.get(page_of(concept)).status_code == 404
    assert client_for(fatima).get(page_of(concept)).status_code == 302


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(("page", "queries"), [("", 6), ("vragen/", 4)])
def test_pages_cost_the_same_with_many_questions(
    count: int,
    page: str,
    queries: int,
    client: Client,
    initiative: Initiative,
    bram: User,
    django_assert_num_queries: Callable,
) -> None:
    Inquiry.objects.bulk_create(
        Inquiry(
            initiative=initiative,
            asker=bram,
            text=f"Vraag {number}",
            answer="Ja.",
            answered_by=initiative.owner,
            in_name_of=bram,
            answered_at=initiative.published_at,
        )
        for number in range(count)
    )
    Initiative.objects.update(inquiry_count=count)
    url = f"{initiative.get_absolute_url()}{page}"
    client.get(url)

    with django_assert_num_queries(queries):
        found = soup(client.get(f"{url}?x"))  # another address: the first one is kept

    assert len(found.select(".portal-talk")) == min(count, 20 if page else 3)


# --- Asking -----------------------------------------------------------------------------------------------------------
def test_neighbour_asks_and_finds_her_question(
    client_for: Callable[..., Client], initiative: Initiative, bram: User
) -> None:
    client = client_for(bram)
    assert "Bij je vraag staat: Bram." in text_of(client, page_of(initiative, "stellen/"))

    response = client.post(page_of(initiative, "stellen/"), ASK)

    made = Inquiry.objects.get()
    assert response.headers["Location"] == f"{page_of(initiative)}#vraag-{made.pk}"
    assert "Haal je vraag weg" in text_of(client, page_of(initiative))


def test_visitor_signs_in_first(client: Client, initiative: Initiative) -> None:
    response = client.get(page_of(initiative, "stellen/"))

    assert response.headers["Location"].startswith("/account/login/")


@pytest.mark.parametrize("text", ["", "   ", "x" * 501])
def test_bad_question_comes_back_with_a_sentence(
    text: str, client_for: Callable[..., Client], initiative: Initiative, bram: User
) -> None:
    response = client_for(bram).post(page_of(initiative, "stellen/"), ASK | {"text": text})

    assert "text" in errors(response)
    assert Inquiry.objects.count() == 0


def test_who_did_not_say_her_age_says_it_first(
    client_for: Callable[..., Client], initiative: Initiative, bram: User
) -> None:
    Profile.objects.filter(user=bram).update(age_group="")

    response = client_for(bram).get(page_of(initiative, "stellen/"))

    assert response.headers["Location"].startswith("/mijn/leeftijd/?next=")


def test_owner_on_paper_is_not_asked_here(client: Client, bas: User, oostgaarde: Wijk, reference: None) -> None:
    initiative = online(bas, oostgaarde)

    page = soup(client.get(page_of(initiative)))

    assert page.select("a[href$='stellen/']") == []


# --- Answering and taking away ----------------------------------------------------------------------------------------
def test_owner_answers_and_changes_it(
    client_for: Callable[..., Client], inquiry: Inquiry, initiative: Initiative
) -> None:
    client, url = client_for(initiative.owner), page_of(initiative, f"{inquiry.pk}/antwoord/")
    assert "1 vraag wacht op jullie antwoord" in text_of(client, initiative.get_absolute_url())

    for answer in (ANSWER, "Ja, graag."):
        form = soup(client.get(url))
        seen = form.select_one("[name=based_on]")["value"]
        assert client.post(url, {"answer": answer, "based_on": seen}).status_code == 302

    assert Inquiry.objects.get().answer == "Ja, graag."
    assert "Pas je antwoord aan" in text_of(client, page_of(initiative))


def test_second_writer_reads_what_stands_there(
    client_for: Callable[..., Client], inquiry: Inquiry, initiative: Initiative
) -> None:
    client, url = client_for(initiative.owner), page_of(initiative, f"{inquiry.pk}/antwoord/")
    seen = soup(client.get(url)).select_one("[name=based_on]")["value"]
    answer_inquiry(inquiry=inquiry, actor=initiative.owner, answer=ANSWER)

    page = soup(client.post(url, {"answer": "Nee.", "based_on": seen}))

    assert ANSWER in page.main.get_text()
    assert page.select_one("textarea").get_text(strip=True) == "Nee."
    again = page.select_one("[name=based_on]")["value"]
    client.post(url, {"answer": "Nee, toch.", "based_on": again})
    assert Inquiry.objects.get().answer == "Nee, toch."


def test_empty_answer_comes_back(client_for: Callable[..., Client], inquiry: Inquiry, initiative: Initiative) -> None:
    url = page_of(initiative, f"{inquiry.pk}/antwoord/")

    assert "answer" in errors(client_for(initiative.owner).post(url, {"answer": " "}))


def test_question_of_another_initiative_is_not_here(
    client_for: Callable[..., Client], inquiry: Inquiry, fatima: User, oostgaarde: Wijk
) -> None:
    other = published(owner=fatima, wijk=oostgaarde)

    assert client_for(fatima).get(page_of(other, f"{inquiry.pk}/antwoord/")).status_code == 404


def test_asker_takes_it_away(client_for: Callable[..., Client], inquiry: Inquiry, initiative: Initiative) -> None:
    client, url = client_for(inquiry.asker), page_of(initiative, f"{inquiry.pk}/weghalen/")
    assert client.get(url).status_code == 200

    assert client.post(url).headers["Location"] == page_of(initiative)

    assert Inquiry.objects.count() == 0


# --- Hidden -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("part", "words"), [(question_part, QUESTION), (answer_part, ANSWER)])
def test_hidden_words_are_there_for_who_wrote_them_alone(
    part: Callable,
    words: str,
    client: Client,
    client_for: Callable[..., Client],
    inquiry: Inquiry,
    initiative: Initiative,
    cast: dict[str, User],
) -> None:
    inquiry = answer_inquiry(inquiry=inquiry, actor=initiative.owner, answer=ANSWER)
    report = report_part(
        subject=initiative.subject, part=part(inquiry), reason=ReportReason.HURTS, actor=cast["willem"]
    )
    assert words in client_for(cast["mona"]).get(report.desk_url).content.decode()
    hiding = hide_part(report=report, actor=cast["mona"], ground=HidingGround.objects.first(), facts="Een scheldwoord.")

    writer = cast["bram"] if part is question_part else cast["fatima"]
    for url in (page_of(initiative), initiative.get_absolute_url()):
        assert words not in text_of(client, url)
        assert words not in text_of(client_for(cast["wilma"]), url)
        assert words in text_of(client_for(writer), url)
    assert "Een scheldwoord." in client_for(writer).get(hiding.get_absolute_url()).content.decode()
    other = cast["fatima"] if part is question_part else cast["bram"]
    assert client_for(other).get(hiding.get_absolute_url()).status_code == 404
    assert hiding.get_absolute_url() in client_for(writer).get("/mijn/").content.decode()


# --- Stopped ----------------------------------------------------------------------------------------------------------
def test_stopped_page_says_why_and_what_others_can_do(
    client: Client, client_for: Callable[..., Client], initiative: Initiative
) -> None:
    stop = next(t for t in TRANSITIONS if (t.source, t.name) == ("published", "stop"))
    move_initiative(initiative=initiative, actor=initiative.owner, transition=stop, outcome="Er was geen plek.")

    page = soup(client.get(initiative.get_absolute_url()))

    assert "Er was geen plek." in page.main.get_text()
    assert page.select_one("[aria-labelledby=resultaat] a")["href"] == page_of(initiative, "stellen/")
    own = soup(client_for(initiative.owner).get(initiative.get_absolute_url()))
    assert own.select_one("[aria-labelledby=resultaat] a").get_text() == "Pak het weer op"
