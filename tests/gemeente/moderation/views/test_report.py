"""/melden/<onderwerp>/ and /mijn/melding/<melding>/"""

import uuid
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from gemeente.activity.models import Subject
from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import leave_report
from gemeente.moderation.models import Hiding, HidingGround, Report
from gemeente.users.models import User
from initiatives.models import Initiative, Update
from initiatives.parts import news_part, photo_part
from tests.gemeente.moderation.conftest import TITLE
from tests.pages import errors, soup


@pytest.fixture
def url(initiative: Initiative) -> str:
    return f"/melden/{initiative.subject_id}/"


def answers(**told: str) -> dict[str, str]:
    return {"part": "alles", "reason": "hurts", "text": "Zin twee.", "submission_key": str(uuid.uuid4())} | told


def test_visitor_reports_and_reads_her_number(url: str, client: Client) -> None:
    response = client.post(url, answers())

    report = Report.objects.get()
    page = soup(response)
    assert (response.status_code, report.receipt.number in page.main.get_text()) == (200, True)
    assert "Schrijf het nummer op." in page.main.get_text()
    assert (report.part, report.reason, report.text, report.reporter, report.email) == (
        "",
        "hurts",
        "Zin twee.",
        None,
        "",
    )


def test_visitor_with_an_address_sees_the_copy_and_hears_what_comes(url: str, client: Client) -> None:
    page = soup(client.post(url, answers(email="gerda@voorbeeld.example"))).main.get_text()

    assert answers()["text"] in page
    assert "We mailen het nummer naar gerda@voorbeeld.example." in page
    assert Report.objects.get().email == "gerda@voorbeeld.example"


def test_who_is_signed_in_finds_it_with_her_receipts(url: str, bram: User, client_for: Callable[..., Client]) -> None:
    client = client_for(bram)
    assert soup(client.get(url)).select_one("[name=email]") is None

    client.post(url, answers(email="iemand@anders.example"))

    report = Report.objects.get()
    assert (report.reporter, report.email) == (bram, "")
    assert report.receipt.number in client.get("/mijn/ontvangst/").content.decode()


def test_link_of_a_photo_and_of_news_choose_the_part(
    url: str, initiative: Initiative, news: Update, client: Client
) -> None:
    pages = [
        client.get(f"{initiative.get_absolute_url()}foto/{initiative.photo_id}/"),
        client.get(initiative.get_absolute_url()),
    ]
    links = [a["href"] for page in pages for a in soup(page).select("main a[href^='/melden/']")]
    assert links == [f"{url}?deel={photo_part(initiative.photo)}", f"{url}?deel={news_part(news)}", url]

    chosen = [soup(client.get(link)).select_one("[name=part][checked]")["value"] for link in links]

    assert chosen == [photo_part(initiative.photo), news_part(news), "alles"]
    client.post(links[0], answers(part=chosen[0]))
    assert Report.objects.get().part == photo_part(initiative.photo)


def test_what_is_hidden_is_not_offered(
    url: str, photo_report: Report, mona: User, ground: HidingGround, client: Client
) -> None:
    hide_part(report=photo_report, actor=mona, ground=ground, facts="Er staat een kind op.")

    page = soup(client.get(f"{url}?deel={photo_report.part}"))

    assert [one["value"] for one in page.select("[name=part]")] == ["alles"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"part": ""}, {"part": "Kies waar het om gaat."}),
        ({"part": "photo:1"}, {"part": "Dit staat niet meer op de pagina. Kies iets anders."}),
        ({"reason": ""}, {"reason": "Kies wat er mis mee is."}),
        ({"email": "gerda"}, {"email": "Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl."}),
        ({"text": "x" * 1001}, {"text": "Dit is te lang. Gebruik niet meer dan 1000 tekens."}),
    ],
)
def test_bad_answers_are_told_beside_the_field(
    told: dict[str, str], expected: dict[str, str], url: str, client: Client
) -> None:
    response = client.post(url, answers(**told))

    assert errors(response) == expected
    assert not Report.objects.exists()


def test_too_many_reports_from_one_address_wait(url: str, client: Client) -> None:
    cache.clear()
    for _ in range(20):
        client.post(url, answers())

    response = client.post(url, answers(text="De laatste."))

    assert Report.objects.count() == 20
    assert "Dit gaat te snel achter elkaar." in response.content.decode()
    assert "De laatste." in response.content.decode()
    cache.clear()


def test_double_click_is_one_report(url: str, client: Client) -> None:
    told = answers()

    numbers = {client.post(url, told).context["receipt"].number for _ in range(2)}

    assert (len(numbers), Report.objects.count()) == (1, 1)


def test_what_is_not_public_cannot_be_reported(url: str, client: Client) -> None:
    assert client.get(url).status_code == 200

    Subject.objects.update(is_public=False)

    assert [client.get(url).status_code, client.post(url, answers()).status_code] == [404, 404]


@pytest.mark.parametrize("method", ["put", "delete"])
def test_wrong_method(method: str, url: str, client: Client) -> None:
    assert getattr(client, method)(url).status_code == 405


def test_page_works_in_english(url: str, client: Client) -> None:
    assert soup(client.get(f"/en{url}")).html["lang"] == "en"


def test_page_costs_the_same_with_much_news(
    url: str, client: Client, news: Update, django_assert_num_queries: Callable
) -> None:
    client.get(url)

    with django_assert_num_queries(5):  # the subject, what is hidden, the initiative, its album, its news
        client.get(url)


# --- What came of it --------------------------------------------------------------------------------------------------
def test_reporter_reads_why_it_stays(
    report: Report, bram: User, milan: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(bram)
    assert "We kijken er nog naar." in client.get(report.get_absolute_url()).content.decode()

    leave_report(report=report, actor=milan, reason="Een mening mag.")

    page = client.get(report.get_absolute_url()).content.decode()
    assert ("Een mening mag." in page, TITLE in page, "Milan" in page) == (True, True, False)


def test_reporter_of_what_is_hidden_reads_no_title(
    hiding: Hiding, report: Report, bram: User, client_for: Callable[..., Client]
) -> None:
    page = client_for(bram).get(report.get_absolute_url()).content.decode()

    assert ("verborgen" in page, TITLE in page) == (True, False)


@pytest.mark.parametrize(
    ("who", "status"), [("bram", 200), ("fatima", 404), ("noor", 404), ("mona", 404), ("anonymous", 302)]
)
def test_report_is_for_who_made_it(
    who: str, status: int, report: Report, cast: dict[str, User | None], client_for: Callable[..., Client]
) -> None:
    assert client_for(cast[who]).get(report.get_absolute_url()).status_code == status
