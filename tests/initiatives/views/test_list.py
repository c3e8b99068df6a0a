"""/initiatieven/"""

import pytest
from django.test import Client

from gemeente.places.models import Theme, Wijk
from tests.factories.initiatives import InitiativeFactory, published
from tests.pages import titles

URL = "/initiatieven/"


def test_list_shows_public_initiatives_newest_first(client: Client, oostgaarde: Wijk) -> None:
    published(title="Eerste tuin", wijk=oostgaarde)
    published(title="Tweede tuin", wijk=oostgaarde)
    InitiativeFactory(title="Nog geheim", wijk=oostgaarde)

    assert titles(client.get(URL)) == ["Tweede tuin", "Eerste tuin"]


def test_list_without_anything_invites(client: Client, reference: None) -> None:
    response = client.get(URL)

    assert titles(response) == []
    assert "/initiatieven/nieuw/" in response.content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("wijk=oostgaarde", ["Tuin in Oostgaarde"]),
        ("wijk=schollevaar", ["Tafel in Schollevaar"]),
        ("thema=livability", ["Tuin in Oostgaarde"]),
        ("fase=published", ["Tafel in Schollevaar", "Tuin in Oostgaarde"]),
        ("fase=running", []),
        ("zoek=tuinen", ["Tuin in Oostgaarde"]),
        ("zoek=vliegtuigen", []),
        ("wijk=oostgaarde&thema=youth", []),
    ],
)
def test_list_filters(
    query: str, expected: list[str], client: Client, oostgaarde: Wijk, schollevaar: Wijk, reference: None
) -> None:
    published(title="Tuin in Oostgaarde", wijk=oostgaarde, theme=Theme.objects.get(code="livability"))
    table = "We zetten een lange tafel op straat."
    published(title="Tafel in Schollevaar", summary=table, wijk=schollevaar, theme=Theme.objects.get(code="youth"))

    assert titles(client.get(f"{URL}?{query}")) == expected


@pytest.mark.parametrize(
    "query",
    ["wijk=nergens", "thema=x", "fase=concept", "pagina=0", "pagina=-1", "pagina=9999999", "pagina=%00", "zoek=%00"],
)
def test_list_survives_nonsense(query: str, client: Client, oostgaarde: Wijk) -> None:
    published(wijk=oostgaarde)

    assert client.get(f"{URL}?{query}").status_code == 200


def test_list_pages(client: Client, oostgaarde: Wijk, garden_theme: Theme) -> None:
    for _ in range(21):
        published(wijk=oostgaarde, theme=garden_theme)

    first, second = client.get(URL), client.get(f"{URL}?pagina=2")

    assert (len(titles(first)), len(titles(second))) == (20, 1)
    assert "?pagina=2" in first.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_list_refuses_other_methods(method: str, client: Client, db: None) -> None:
    assert getattr(client, method)(URL).status_code == 405


@pytest.mark.parametrize("count", [1, 20])
def test_list_costs_at_most_six_queries(
    count: int, client: Client, oostgaarde: Wijk, garden_theme: Theme, django_assert_num_queries: object
) -> None:
    for _ in range(count):
        published(wijk=oostgaarde, theme=garden_theme)
    client.get(URL)

    with django_assert_num_queries(4):
        client.get(f"{URL}?pagina=1")  # another address: the first one is kept
