"""/werkbak/"""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.initiatives import published
from tests.pages import soup

URL = "/werkbak/"


def test_worklist_shows_who_waits_longest_first(
    client_for: Callable[..., Client], noor: User, oostgaarde: Wijk
) -> None:
    with time_machine.travel("2026-03-02 09:00 +0100", tick=False):
        published(title="Speeltuin aan de Linie", wijk=oostgaarde)
    with time_machine.travel("2026-03-01 09:00 +0100", tick=False):
        published(title="Lange tafel op straat", wijk=oostgaarde)

    page = soup(client_for(noor).get(URL))

    assert [a.get_text(strip=True) for a in page.select("main tbody th a")] == [
        "Lange tafel op straat",
        "Speeltuin aan de Linie",
    ]


def test_worklist_without_cases_says_so(client_for: Callable[..., Client], noor: User) -> None:
    assert "Er wacht nu niemand" in client_for(noor).get(URL).content.decode()


@pytest.mark.parametrize(
    ("who", "status"), [("anonymous", 302), ("fatima", 403), ("willem", 403), ("hans", 403), ("mona", 403)]
)
def test_worklist_is_for_civil_servants(
    who: str, status: int, cast: dict[str, User | None], client_for: Callable[..., Client]
) -> None:
    assert client_for(cast[who]).get(URL).status_code == status


def test_worklist_asks_for_the_second_factor_first(client_for: Callable[..., Client], noor: User) -> None:
    response = client_for(noor, second_factor=False).get(URL)

    assert response.status_code == 302
    assert "Speeltuin" not in response.content.decode()


@pytest.mark.parametrize("count", [1, 50])
def test_worklist_costs_the_same_for_many(
    count: int,
    client_for: Callable[..., Client],
    noor: User,
    oostgaarde: Wijk,
    reference: None,
    django_assert_max_num_queries: object,
) -> None:
    for _ in range(count):
        published(wijk=oostgaarde)
    client = client_for(noor)
    client.get(URL)

    with django_assert_max_num_queries(7):
        client.get(URL)
