"""/initiatieven/<slug>/nieuws/"""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
import time_machine
from django.core.files.storage import Storage
from django.core.mail import EmailMessage
from django.test import Client

from gemeente.activity.actions import follow
from gemeente.activity.models import Entry, Notice
from gemeente.cases.actions import claim_case
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.actions.news import tell_news
from initiatives.enums import ENDED, ParticipationKind, Stage
from initiatives.models import Initiative, Update
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.photos import a_photo
from tests.pages import errors, soup

NEWS = {
    "title": "De eerste bonen",
    "text": "Zaterdag oogsten we.\n\nKom je ook?",
    "submission_key": str(uuid.UUID(int=5)),
}
MONDAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


def page_of(initiative: Initiative) -> str:
    return f"/initiatieven/{initiative.slug}/nieuws/"


def headlines(page: object) -> list[str]:
    """The titles of the news on the page of an initiative, in order."""
    return [title.get_text(strip=True) for title in page.select("[aria-labelledby=nieuws] h3")]


# --- Telling ----------------------------------------------------------------------------------------------------------
def test_news_stands_on_the_page(client: Client, client_for: Callable[..., Client], initiative: Initiative) -> None:
    response = client_for(initiative.owner).post(page_of(initiative), NEWS)

    made = Update.objects.get()
    assert (made.initiative, made.author, made.title) == (initiative, initiative.owner, "De eerste bonen")
    assert response.headers["Location"] == initiative.get_absolute_url()
    shown = soup(client.get(initiative.get_absolute_url())).select_one("[aria-labelledby=nieuws]")
    assert shown.h2.get_text(strip=True) == "Nieuws van Fatima"
    assert [line.get_text() for line in shown.select(".portal-prose p")] == ["Zaterdag oogsten we.", "Kom je ook?"]


def test_followers_and_contact_are_told_and_not_the_owner(
    client_for: Callable[..., Client],
    initiative: Initiative,
    bram: User,
    willem: User,
    noor: User,
    wilma: User,
    run_jobs: Callable[[], int],
    mailoutbox: list[EmailMessage],
) -> None:
    follow(user=bram, subject=initiative.subject)
    participate(initiative=initiative, actor=willem, kind=ParticipationKind.SUPPORT)
    claim_case(case=initiative.case, actor=noor)
    run_jobs()
    mailoutbox.clear()

    client_for(initiative.owner).post(page_of(initiative), NEWS)

    entry = Entry.objects.get(verb="news_told")
    told = Notice.objects.filter(template="initiative_news").order_by("recipient__name")
    assert [(notice.recipient, notice.entry) for notice in told] == [(bram, entry), (noor, entry), (willem, entry)]
    assert entry.changes == {}
    run_jobs()
    assert sorted(mail.to[0] for mail in mailoutbox) == [bram.email, noor.email, willem.email]
    assert initiative.get_absolute_url() in mailoutbox[0].body
    assert wilma.email not in {mail.to[0] for mail in mailoutbox}


def test_same_form_twice_is_one_piece_of_news(
    client_for: Callable[..., Client], initiative: Initiative, bram: User
) -> None:
    follow(user=bram, subject=initiative.subject)
    client = client_for(initiative.owner)
    client.post(page_of(initiative), NEWS)

    again = client.post(page_of(initiative), NEWS)

    assert again.headers["Location"] == initiative.get_absolute_url()
    assert (Update.objects.count(), Notice.objects.filter(template="initiative_news").count()) == (1, 1)


def test_form_of_another_initiative_is_news_of_its_own(
    client_for: Callable[..., Client], initiative: Initiative, oostgaarde: Wijk
) -> None:
    other = published(owner=initiative.owner, wijk=oostgaarde)
    client = client_for(initiative.owner)
    client.post(page_of(initiative), NEWS)

    response = client.post(page_of(other), NEWS)

    assert response.headers["Location"] == other.get_absolute_url()
    assert [initiative.updates.count(), other.updates.count()] == [1, 1]


def test_each_form_has_a_key_of_its_own(client_for: Callable[..., Client], initiative: Initiative) -> None:
    client = client_for(initiative.owner)

    keys = {soup(client.get(page_of(initiative))).select_one("[name=submission_key]")["value"] for _ in range(2)}

    assert len(keys) == 2


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "", "Geef je nieuws een titel."),
        ("title", "x" * 81, "Dit is te lang. Gebruik niet meer dan 80 tekens; het zijn er nu 81."),
        ("title", "bonen\x00", "Null-tekens zijn niet toegestaan."),
        ("text", " \n ", "Vertel wat er gebeurd is."),
        ("text", "x" * 2001, "Dit is te lang. Gebruik niet meer dan 2000 tekens; het zijn er nu 2001."),
    ],
)
def test_bad_input_is_told_beside_the_field_and_the_rest_is_kept(
    field: str, value: str, sentence: str, client_for: Callable[..., Client], initiative: Initiative
) -> None:
    response = client_for(initiative.owner).post(page_of(initiative), NEWS | {field: value})

    assert (response.status_code, errors(response)) == (200, {field: sentence})
    form = soup(response).main
    assert form.select_one("[name=submission_key]")["value"] == NEWS["submission_key"]
    if field == "title":
        assert form.select_one("[name=text]").text.split() == NEWS["text"].split()
    else:
        assert form.select_one("[name=title]")["value"] == NEWS["title"]
    assert (Update.objects.count(), Notice.objects.filter(template="initiative_news").count()) == (0, 0)


def test_other_words_in_the_same_form_are_other_news(client_for: Callable[..., Client], initiative: Initiative) -> None:
    client = client_for(initiative.owner)
    for text in ("De bonen staan er.", "De bonen zijn op.", "De bonen zijn op."):
        client.post(page_of(initiative), NEWS | {"text": text})

    assert sorted(Update.objects.values_list("text", flat=True)) == ["De bonen staan er.", "De bonen zijn op."]


def test_bad_key_makes_no_news(client_for: Callable[..., Client], initiative: Initiative) -> None:
    response = client_for(initiative.owner).post(page_of(initiative), NEWS | {"submission_key": "x"})

    assert response.status_code == 200
    assert soup(response).select_one("[data-error-summary] li") is not None
    assert Update.objects.count() == 0


# --- Who may ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "stage", "status"),
    [
        ("fatima", Stage.PUBLISHED, 200),
        ("fatima", Stage.REALISED, 200),
        ("fatima", Stage.STOPPED, 200),
        ("fatima", Stage.CONCEPT, 403),
        ("anonymous", Stage.PUBLISHED, 302),
        ("anonymous", Stage.CONCEPT, 302),
        ("bram", Stage.PUBLISHED, 403),
        ("noor", Stage.PUBLISHED, 403),
        ("mona", Stage.PUBLISHED, 403),
        ("bram", Stage.CONCEPT, 404),
        ("noor", Stage.CONCEPT, 404),
    ],
)
def test_news_is_told_by_the_owner_of_what_is_online(
    who: str,
    stage: Stage,
    status: int,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    oostgaarde: Wijk,
) -> None:
    make = InitiativeFactory if stage == Stage.CONCEPT else published
    initiative = make(owner=cast["fatima"], wijk=oostgaarde)
    Initiative.objects.update(stage=stage, outcome="Klaar." if stage in ENDED else "")
    client = client_for(cast[who])

    assert client.get(page_of(initiative)).status_code == status
    assert client.post(page_of(initiative), NEWS).status_code == (302 if status == 200 else status)
    assert Update.objects.count() == (1 if status == 200 else 0)


@pytest.mark.parametrize("method", ["put", "delete"])
def test_news_refuses_other_methods(method: str, client_for: Callable[..., Client], initiative: Initiative) -> None:
    assert getattr(client_for(initiative.owner), method)(page_of(initiative)).status_code == 405


# --- Reading ----------------------------------------------------------------------------------------------------------
def test_newest_comes_first_and_ten_is_enough(client: Client, initiative: Initiative) -> None:
    for number in range(11):
        with time_machine.travel(MONDAY + dt.timedelta(days=number % 3, hours=number), tick=False):
            tell_news(initiative=initiative, actor=initiative.owner, title=f"Nieuws {number}", text="Kom kijken.")

    page = soup(client.get(initiative.get_absolute_url()))

    newest = [8, 5, 2, 10, 7, 4, 1, 9, 6, 3]
    assert headlines(page) == [f"Nieuws {number}" for number in newest]


def test_page_without_news_has_no_heading_for_it(client: Client, initiative: Initiative) -> None:
    assert soup(client.get(initiative.get_absolute_url())).select("#nieuws") == []


def test_hostile_text_is_text(client: Client, client_for: Callable[..., Client], initiative: Initiative) -> None:
    hostile = {"title": "<b>dik</b> & co", "text": "<script>alert(1)</script>\n<img src=x onerror=alert(2)>"}
    client_for(initiative.owner).post(page_of(initiative), NEWS | hostile)

    page = client.get(initiative.get_absolute_url()).content.decode()

    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert "&lt;b&gt;dik&lt;/b&gt; &amp; co" in page
    assert headlines(soup(client.get(initiative.get_absolute_url()))) == ["<b>dik</b> & co"]


@pytest.mark.parametrize("count", [1, 10])
def test_page_costs_the_same_with_much_news(
    count: int,
    client: Client,
    initiative: Initiative,
    reference: None,
    store: Storage,
    django_assert_num_queries: Callable[..., object],
) -> None:
    for number in range(count):
        tell_news(initiative=initiative, actor=initiative.owner, title=f"{number}", text="Kijk.", photos=[a_photo()])
    client.get(initiative.get_absolute_url())

    with django_assert_num_queries(5):
        page = client.get(f"{initiative.get_absolute_url()}?x")  # another address: the first one is kept

    assert len(soup(page).select("[aria-labelledby=nieuws] img")) == count
