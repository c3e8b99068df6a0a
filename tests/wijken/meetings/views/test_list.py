"""/bijeenkomsten/ and /wijken/<slug>/bijeenkomsten/"""

import pytest
from django.test import Client

from gemeente.activity.models import Subject
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.meetings import planned
from tests.pages import soup

LISTS = ["/bijeenkomsten/", "/wijken/oostgaarde/bijeenkomsten/"]


def rows(client: Client, path: str) -> list[str]:
    return [row.get_text(strip=True) for row in soup(client.get(path)).select("main .portal-row__title")]


@pytest.mark.parametrize("path", LISTS)
def test_list_shows_what_comes_and_apart_what_was(path: str, client: Client, oostgaarde: Wijk, willem: User) -> None:
    planned(oostgaarde, willem, title="Voorjaar", days=40)
    planned(oostgaarde, willem, title="Eerst", days=20)
    planned(oostgaarde, willem, title="Vorig jaar", days=-60)

    assert rows(client, path) == ["Eerst", "Voorjaar"]
    assert rows(client, f"{path}?toon=geweest") == ["Vorig jaar"]


def test_list_of_a_wijk_shows_nothing_of_another(
    client: Client, oostgaarde: Wijk, schollevaar: Wijk, willem: User
) -> None:
    planned(oostgaarde, willem)

    assert rows(client, "/wijken/schollevaar/bijeenkomsten/") == []
    assert client.get("/wijken/rotterdam/bijeenkomsten/").status_code == 404


def test_list_leaves_out_what_is_hidden(client: Client, oostgaarde: Wijk, willem: User) -> None:
    meeting = planned(oostgaarde, willem)
    Subject.objects.filter(pk=meeting.subject_id).update(is_public=False)

    assert rows(client, "/bijeenkomsten/") == []


def test_list_costs_the_same_for_many(
    client: Client, oostgaarde: Wijk, willem: User, django_assert_max_num_queries: object
) -> None:
    for count in (1, 30):
        for number in range(count):
            planned(oostgaarde, willem, days=20 + number)
        for path in LISTS:
            client.get(path)
            with django_assert_max_num_queries(6):
                assert client.get(path).status_code == 200, (path, count)
