"""/initiatieven/"""

from urllib.parse import urlencode

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from gemeente.activity.models import Subject
from gemeente.places.geography import Place
from gemeente.places.models import Theme, Wijk
from initiatives.actions.writing import revise_place
from initiatives.enums import NeedKind, PlaceKind, Scale, Stage
from initiatives.models import Initiative, Need
from tests.factories.initiatives import InitiativeFactory, published
from tests.pages import soup, titles

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

    with django_assert_num_queries(2):
        client.get(f"{URL}?pagina=1")  # another address: the first one is kept


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("wijk=oostgaarde&thema=livability&fase=published&hulp=ja&plek=ja", 3),
        ("zoek=tuin", 4),
        ("zoek=tuin&wijk=oostgaarde&fase=published&volgorde=steun", 4),
        ("zoek=buurtuin", 6),  # a typing error is what costs most
        ("zoek=qqqqqq", 4),
    ],
)
@pytest.mark.parametrize("count", [1, 20])
def test_a_chosen_list_costs_at_most_six_queries(
    query: str,
    expected: int,
    count: int,
    client: Client,
    oostgaarde: Wijk,
    garden_theme: Theme,
    django_assert_num_queries: object,
) -> None:
    for _ in range(count):
        published(title="Buurttuin", wijk=oostgaarde, theme=garden_theme)
    settle()
    client.get(URL)

    with django_assert_num_queries(expected):
        client.get(f"{URL}?{query}")


# --- Choices ----------------------------------------------------------------------------------------------------------
def settle() -> None:
    """Count, and keep the words of titles, as a commit would."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.fixture
def town(oostgaarde: Wijk, schollevaar: Wijk, reference: None) -> None:
    """Three initiatives that differ in everything one can choose."""
    youth, green = Theme.objects.get(code="youth"), Theme.objects.get(code="livability")
    with time_machine.travel("2024-05-01T12:00:00Z"):
        old = published(title="Oude tuin", wijk=oostgaarde, theme=green)
    Initiative.objects.filter(pk=old.pk).update(stage=Stage.RUNNING, support_count=9)
    tables = published(title="Lange tafel", wijk=schollevaar, theme=youth)
    need = {"kind": NeedKind.HANDS, "title": "Handen", "amount": 2, "unit": "handen"}
    Need.objects.create(initiative=tables, **need)
    Need.objects.create(initiative=old, **need | {"filled": 2})
    Initiative.objects.filter(pk=tables.pk).update(is_open_for_help=True, support_count=3)
    street = published(title="Speelstraat", wijk=oostgaarde, theme=youth)
    revise_place(
        initiative=street,
        actor=street.owner,
        wijk=oostgaarde,
        place_kind=PlaceKind.PUBLIC,
        place_text="de Linie",
        point=Place(4.5786, 51.9294),
        scale=Scale.STREET,
    )
    settle()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("nodig=hands", ["Lange tafel"]),
        ("nodig=money", []),
        ("hulp=ja", ["Lange tafel"]),
        ("plek=ja", ["Speelstraat"]),
        ("schaal=street", ["Speelstraat"]),
        ("jaar=2024", ["Oude tuin"]),
        ("fase=running", ["Oude tuin"]),
        ("wijk=oostgaarde&plek=ja", ["Speelstraat"]),
        ("thema=youth&hulp=ja&wijk=schollevaar", ["Lange tafel"]),
        ("thema=youth&hulp=ja&wijk=oostgaarde", []),
        ("volgorde=steun", ["Oude tuin", "Lange tafel", "Speelstraat"]),
        ("volgorde=laatst", ["Speelstraat", "Lange tafel", "Oude tuin"]),
        ("", ["Speelstraat", "Lange tafel", "Oude tuin"]),
        ("zoek=speel", ["Speelstraat"]),
        ("zoek=oogsten", ["Speelstraat", "Lange tafel", "Oude tuin"]),
    ],
)
def test_each_choice_and_order(query: str, expected: list[str], client: Client, town: None) -> None:
    found = titles(client.get(f"{URL}?{query}"))

    assert found == expected


def test_the_best_match_comes_first_unless_another_order_is_asked(client: Client, oostgaarde: Wijk) -> None:
    published(title="Moestuin", wijk=oostgaarde, summary="Wij telen groente, en ieder oogst mee. Kom gerust kijken.")
    published(title="Praatgroep", wijk=oostgaarde, summary="Wij praten soms over de moestuin. Iedereen mag meepraten.")

    assert titles(client.get(f"{URL}?zoek=moestuin")) == ["Moestuin", "Praatgroep"]
    assert titles(client.get(f"{URL}?zoek=moestuin&volgorde=nieuw")) == ["Praatgroep", "Moestuin"]


def labels(response: HttpResponse, name: str) -> list[str]:
    return [option.get_text(strip=True) for option in soup(response).select(f"select[name={name}] option")]


def test_choices_say_how_many_there_are_beside_the_other_choices(client: Client, town: None) -> None:
    every, young = client.get(URL), client.get(f"{URL}?thema=youth")

    assert labels(every, "wijk") == ["Alle wijken", "Oostgaarde (2)", "Schollevaar (1)"]
    assert labels(young, "wijk") == ["Alle wijken", "Oostgaarde (1)", "Schollevaar (1)"]
    assert "Leefbaarheid, groen en spelen (1)" in labels(young, "thema")
    assert "In uitvoering (1)" in labels(every, "fase")
    assert "Zoekt hulp (1)" in soup(every).get_text()
    for query in ("zoek=tuin", "jaar=2024", "schaal=street", "nodig=hands"):
        assert labels(client.get(f"{URL}?{query}"), "wijk") == ["Alle wijken", "Oostgaarde", "Schollevaar"]


def test_silent_ones_do_not_count_as_running(client: Client, town: None) -> None:
    Initiative.objects.filter(title="Oude tuin").update(quiet_since=timezone.now())
    settle()

    assert "In uitvoering (0)" in labels(client.get(URL), "fase")
    assert titles(client.get(f"{URL}?fase=running")) == []


def test_each_choice_can_be_taken_away(client: Client, town: None) -> None:
    page = soup(client.get(f"{URL}?wijk=oostgaarde&thema=youth&hulp=ja&volgorde=steun&pagina=2"))

    chips = {chip.get_text(" ", strip=True): chip["href"] for chip in page.select(".portal-chip")}
    assert chips == {
        "Haal weg: Wijk: Oostgaarde ×": "?thema=youth&hulp=ja&volgorde=steun",
        "Haal weg: Thema: Jeugd ×": "?wijk=oostgaarde&hulp=ja&volgorde=steun",
        "Haal weg: Zoekt hulp ×": "?wijk=oostgaarde&thema=youth&volgorde=steun",
    }
    assert page.select_one("details.portal-more").has_attr("open")
    assert not soup(client.get(f"{URL}?wijk=oostgaarde")).select_one("details.portal-more").has_attr("open")


@pytest.mark.parametrize(
    "query",
    [
        "wijk=nergens",
        "thema=x",
        "fase=concept",
        "nodig=x",
        "schaal=x",
        "jaar=1",
        "jaar=x",
        "hulp=1",
        "plek=%00",
        "volgorde=x",
    ],
)
def test_what_is_no_choice_is_left_out_with_a_sentence(query: str, client: Client, town: None) -> None:
    response = client.get(f"{URL}?{query}")

    assert len(titles(response)) == 3
    assert "Een keuze in dit adres kennen we niet (meer)." in response.content.decode()
    assert soup(response).select(".portal-chip") == []


def test_too_many_words_are_left_out_with_a_sentence(client: Client, town: None) -> None:
    response = client.get(URL, {"zoek": "x" * 10_000})

    assert len(titles(response)) == 3
    assert "niet meer dan 100 tekens" in response.content.decode()


@pytest.mark.parametrize(
    "words", ["'", '"', "a & b |", "!!", "<->", ":*", "\\", "%", "tuin); DROP TABLE x; --", "\u202e", "\ud83c"]
)
def test_strange_words_break_nothing(words: str, client: Client, town: None) -> None:
    query = urlencode({"zoek": words}, errors="surrogatepass")

    assert client.get(f"{URL}?{query}").status_code == 200


# --- Typing errors ----------------------------------------------------------------------------------------------------
def test_a_typing_error_shows_what_is_meant(client: Client, town: None) -> None:
    response = client.get(f"{URL}?zoek=spelstraat&wijk=oostgaarde")

    page = soup(response)
    assert "Bedoelde je: speelstraat?" in page.get_text(" ", strip=True).replace(" ?", "?")
    assert page.find("a", string="speelstraat")["href"] == "?zoek=speelstraat&wijk=oostgaarde"
    assert titles(response) == ["Speelstraat"]


def test_nothing_is_meant_that_nobody_may_read_or_that_the_other_choices_leave_out(client: Client, town: None) -> None:
    assert "Bedoelde je" not in client.get(f"{URL}?zoek=spelstraat&wijk=schollevaar").content.decode()
    Subject.objects.filter(title="Speelstraat").update(is_public=False, hidden_at=timezone.now())
    hidden = client.get(f"{URL}?zoek=spelstraat")

    assert "speelstraat" not in hidden.content.decode().lower()
    assert "Bekijk alle initiatieven" in hidden.content.decode()
