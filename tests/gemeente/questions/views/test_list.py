"""/vragen/"""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.questions import asked, shown
from tests.factories.users import UserFactory
from tests.pages import soup

URL = "/vragen/"


def rows(client: Client, query: str = "") -> list[str]:
    """The titles on the page, in order."""
    return [row.get_text(strip=True) for row in soup(client.get(URL + query)).select(".portal-row__title")]


@pytest.fixture
def lamp_and_bench(reference: None, fatima: User, bram: User, oostgaarde: Wijk) -> None:
    """Two questions for everybody and a private one."""
    shown(fatima, title="Lantaarn kapot", text="Het is donker in de bocht.", wijk=oostgaarde)
    shown(bram, title="Bankje gevraagd", text="Mag dat voor de deur?")
    asked(bram, text="Dit over de lantaarn is alleen voor de gemeente.")


def test_list_shows_what_askers_show(lamp_and_bench: None, client: Client) -> None:
    assert rows(client) == ["Bankje gevraagd", "Lantaarn kapot"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lantaarn", ["Lantaarn kapot"]),
        ("deur", ["Bankje gevraagd"]),
        ("gemeente", []),
        ("%00", ["Bankje gevraagd", "Lantaarn kapot"]),
        ("'; DROP TABLE", []),
        ("x" * 5000, []),
    ],
)
def test_search_finds_public_words_only(words: str, found: list[str], lamp_and_bench: None, client: Client) -> None:
    assert rows(client, f"?zoek={words}") == found


def test_empty_list_invites(reference: None, client: Client) -> None:
    page = soup(client.get(URL))

    assert "Nog niemand" in page.main.get_text()
    assert len(page.select("main a[href='/vragen/nieuw/']")) == 2


@pytest.mark.parametrize("count", [1, 20])
def test_list_costs_the_same_for_many(count: int, reference: None, client: Client, oostgaarde: Wijk) -> None:
    for _ in range(count):
        shown(UserFactory(), wijk=oostgaarde)
    client.get(URL)

    with CaptureQueriesContext(connection) as captured:
        assert len(rows(client)) == count

    assert len(captured) == 1


def test_search_in_initiatives_leads_to_questions(lamp_and_bench: None, client: Client) -> None:
    page = soup(client.get("/initiatieven/?zoek=lantaarn & licht"))

    assert page.select_one("main a[href^='/vragen/']")["href"] == "/vragen/?zoek=lantaarn"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_list_refuses_other_methods(method: str, client_for: Callable[..., Client], client: Client) -> None:
    assert getattr(client, method)(URL).status_code == 405
