"""/initiatieven/atom.xml"""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from django.test import Client

from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.moderation.parts import WHOLE
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.initiatives import InitiativeFactory, published
from tests.pages import soup

URL = "/initiatieven/atom.xml"
ATOM = "{http://www.w3.org/2005/Atom}"


def titles(client: Client, query: str = "") -> list[str]:
    """The titles in a feed, newest first; it is well-formed XML or this fails."""
    feed = ElementTree.fromstring(client.get(URL + query).content)
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


@pytest.fixture
def three(fatima: User, bram: User, oostgaarde: Wijk, schollevaar: Wijk, reference: None) -> Initiative:
    """Two that are public, and a concept; gives the first."""
    first = published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")
    published(owner=bram, wijk=schollevaar, title="Soep & brood <op zondag>", summary="Elke zondag soep.\x0b Kom je?")
    InitiativeFactory(owner=fatima, wijk=oostgaarde, title="Nog niet af")
    return first


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Soep & brood <op zondag>", "Moestuin achter de Hoven"]),
        ("?wijk=oostgaarde", ["Moestuin achter de Hoven"]),
        ("?zoek=soep", ["Soep & brood <op zondag>"]),
        ("?zoek=niets", []),
    ],
)
def test_feed_holds_what_the_list_holds(query: str, found: list[str], three: Initiative, client: Client) -> None:
    assert titles(client, query) == found


def test_feed_has_absolute_links_and_no_names(three: Initiative, client: Client, settings: object) -> None:
    response = client.get(URL)
    feed = ElementTree.fromstring(response.content)
    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]

    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert links[1] == f"{settings.PUBLIC_URL}{three.get_absolute_url()}"
    assert "Fatima" not in response.content.decode()


def test_list_leads_to_the_feed_of_its_own_choice(three: Initiative, client: Client) -> None:
    page = soup(client.get("/initiatieven/?wijk=oostgaarde&fase=&pagina=x"))

    links = {link["href"] for link in page.select("[type='application/atom+xml']")}
    assert links == {f"{URL}?wijk=oostgaarde"}


def test_hidden_page_leaves_the_feed(three: Initiative, mona: User, client: Client) -> None:
    etag = client.get(URL).headers["ETag"]
    report = report_part(subject=three.subject, part=WHOLE, reason=ReportReason.HURTS)

    hide_part(report=report, actor=mona, ground=HidingGround.objects.get(code="portrait"), facts="Er staat een naam.")

    assert titles(client) == ["Soep & brood <op zondag>"]
    assert client.get(URL, headers={"if-none-match": etag}).status_code == 200


def test_feed_costs_the_same_for_many(
    three: Initiative, client: Client, django_assert_max_num_queries: Callable
) -> None:
    for number in range(5):
        published(owner=three.owner, wijk=three.wijk, title=f"Tuin nummer {number}")

    with django_assert_max_num_queries(3):
        assert len(titles(client)) == 7
