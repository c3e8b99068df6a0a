"""/initiatieven/nieuw/"""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.pages import errors, soup

URL = "/initiatieven/nieuw/"


@pytest.fixture
def answers(oostgaarde: Wijk, garden_theme: Theme) -> dict[str, str]:
    """A form filled in well."""
    return {
        "title": "Moestuin achter de Hoven",
        "summary": "Van een stuk gras maken we samen een tuin. Iedereen mag oogsten.",
        "own_share": "Zes gezinnen geven elke week water.",
        "wijk": "oostgaarde",
        "theme": str(garden_theme.pk),
        "submission_key": str(uuid.uuid4()),
    }


def test_new_makes_a_concept_and_asks_to_check_it(
    client_for: Callable[..., Client], fatima: User, answers: dict[str, str]
) -> None:
    response = client_for(fatima).post(URL, answers)

    initiative = Initiative.objects.get()
    assert (initiative.title, initiative.owner, initiative.wijk.slug) == (answers["title"], fatima, "oostgaarde")
    assert response.headers["Location"] == f"/initiatieven/{initiative.slug}/publiceren/"


def test_new_posted_twice_makes_one(client_for: Callable[..., Client], fatima: User, answers: dict[str, str]) -> None:
    client = client_for(fatima)
    client.post(URL, answers)

    second = client.post(URL, answers)

    assert Initiative.objects.count() == 1
    assert second.status_code == 302


def test_new_for_the_whole_town_has_no_wijk(
    client_for: Callable[..., Client], fatima: User, answers: dict[str, str]
) -> None:
    client_for(fatima).post(URL, answers | {"wijk": "heel-capelle"})

    assert Initiative.objects.get().wijk is None


def test_new_keeps_the_text_of_a_visitor_in_her_session(client: Client, answers: dict[str, str]) -> None:
    response = client.post(URL, answers)

    assert response.headers["Location"] == "/account/signup/?next=/initiatieven/nieuw/"
    assert Initiative.objects.count() == 0
    page = soup(client.get(URL))
    assert page.find("input", {"name": "title"})["value"] == answers["title"]
    assert answers["summary"] in page.find("textarea", {"name": "summary"}).text


@pytest.mark.parametrize("field", ["title", "summary", "own_share", "wijk", "theme"])
def test_new_without_an_answer_says_so_beside_the_field(
    field: str, client_for: Callable[..., Client], fatima: User, answers: dict[str, str]
) -> None:
    response = client_for(fatima).post(URL, answers | {field: ""})

    assert list(errors(response)) == [field]
    assert errors(response)[field]
    assert Initiative.objects.count() == 0
    kept = soup(response).find("input", {"name": "title"}).get("value", "")
    assert kept == ("" if field == "title" else answers["title"])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "x"),
        ("title", "t" * 81),
        ("title", "tuin\x00tuin"),
        ("summary", "kort"),
        ("summary", "s" * 401),
        ("own_share", "o" * 1001),
        ("wijk", "rotterdam"),
        ("theme", "999999"),
        ("theme", "abc"),
    ],
)
def test_new_refuses_nonsense_beside_the_field(
    field: str, value: str, client_for: Callable[..., Client], fatima: User, answers: dict[str, str]
) -> None:
    response = client_for(fatima).post(URL, answers | {field: value})

    assert response.status_code == 200
    assert list(errors(response)) == [field]
    assert Initiative.objects.count() == 0


def test_new_shows_hostile_text_as_text(
    client_for: Callable[..., Client], fatima: User, answers: dict[str, str]
) -> None:
    client = client_for(fatima)
    client.post(URL, answers | {"title": "<script>alert(1)</script> & co"})

    page = client.get(Initiative.objects.get().get_absolute_url()).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_new_begins_with_the_wijk_one_came_from(client: Client, oostgaarde: Wijk, reference: None) -> None:
    page = soup(client.get(f"{URL}?wijk=oostgaarde"))

    assert page.select_one("select[name=wijk] option[selected]")["value"] == "oostgaarde"


def test_new_with_a_stale_token_says_what_to_do(fatima: User, answers: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(fatima)

    response = client.post(URL, answers)

    assert response.status_code == 403
    assert "opnieuw" in response.content.decode()
    assert Initiative.objects.count() == 0
