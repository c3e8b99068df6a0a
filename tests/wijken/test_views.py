"""/wijken/ and /wijken/<slug>/"""

import pytest
from django.test import Client
from django.utils.formats import date_format

from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.cube import settle_cube
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.meetings import evening, planned
from tests.pages import soup, titles
from wijken.models import Wop


def test_list_shows_every_wijk_on_the_map_and_in_the_list(client: Client, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    page = soup(client.get("/wijken/"))

    on_map = [link["href"] for link in page.select("main svg a")]
    in_list = [link["href"] for link in page.select("main ol a")]
    assert on_map == in_list == ["/wijken/oostgaarde/", "/wijken/schollevaar/"]


def test_list_says_what_is_going_on_in_each(
    client: Client,
    willem: User,
    oostgaarde: Wijk,
    schollevaar: Wijk,
    reference: None,
    django_assert_max_num_queries: object,
) -> None:
    for _ in range(2):
        published(wijk=oostgaarde)
    settle_cube()
    for days in (40, 9):
        planned(oostgaarde, willem, days=days)
    client.get("/wijken/")

    with django_assert_max_num_queries(6):
        rows = [row.get_text(" ", strip=True) for row in soup(client.get("/wijken/?x")).select("main ol li")]

    day = date_format(evening(9), "j F")
    assert rows == [f"1 Oostgaarde 2 initiatieven lopen · bijeenkomst op {day}", "2 Schollevaar"]


def test_list_without_wijken_says_what_one_can_do(client: Client, reference: None) -> None:
    page = client.get("/wijken/").content.decode()

    assert "/initiatieven/nieuw/" in soup(client.get("/wijken/")).main.decode()
    assert "nog niet" in page


def test_detail_shows_introduction_people_and_initiatives(
    client: Client, fatima: User, noor: User, oostgaarde: Wijk, schollevaar: Wijk, reference: None
) -> None:
    Wijk.objects.filter(pk=oostgaarde.pk).update(introduction="Tussen de dijk en het groen.")
    Wop.objects.create(wijk=oostgaarde, name="WOP Oostgaarde", introduction="Kom langs.", email="wop@voorbeeld.example")
    published(title="Tuin in Oostgaarde", wijk=oostgaarde)
    published(title="Tafel in Schollevaar", wijk=schollevaar)
    InitiativeFactory(title="Nog geheim", wijk=oostgaarde)

    response = client.get("/wijken/oostgaarde/")

    text = " ".join(soup(response).main.get_text().split())
    assert titles(response) == ["Tuin in Oostgaarde"]
    for words in (
        "Tussen de dijk en het groen.",
        "WOP Oostgaarde",
        "wop@voorbeeld.example",
        "Noor",
        "gebiedsregisseur",
    ):
        assert words in text
    assert "noor@" not in text


def test_detail_without_anything_invites(client: Client, oostgaarde: Wijk, reference: None) -> None:
    page = soup(client.get("/wijken/oostgaarde/"))

    assert page.select("main a[href='/initiatieven/nieuw/?wijk=oostgaarde']")


def test_detail_in_english_uses_the_english_text(client: Client, oostgaarde: Wijk) -> None:
    Wijk.objects.filter(pk=oostgaarde.pk).update(introduction="Nederlands.", introduction_en="In English.")

    text = soup(client.get("/en/wijken/oostgaarde/")).main.get_text(" ", strip=True)

    assert "In English." in text
    assert "Nederlands." not in text


def test_detail_of_an_unknown_wijk_is_404(client: Client, db: None) -> None:
    assert client.get("/wijken/rotterdam/").status_code == 404


def test_detail_costs_the_same_for_many(
    client: Client,
    oostgaarde: Wijk,
    garden_theme: Theme,
    fatima: User,
    noor: User,
    django_assert_max_num_queries: object,
) -> None:
    for count in (1, 30):
        for _ in range(count):
            published(owner=fatima, wijk=oostgaarde, theme=garden_theme)
        client.get("/wijken/oostgaarde/")

        with django_assert_max_num_queries(7):
            assert client.get("/wijken/oostgaarde/").status_code == 200, count


@pytest.mark.parametrize("path", ["/wijken/", "/wijken/oostgaarde/"])
def test_pages_refuse_other_methods(path: str, client: Client, oostgaarde: Wijk) -> None:
    assert client.post(path).status_code == 405
