"""The folder of what somebody sent to the gemeente."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gemeente.activity.actions import give_receipt
from gemeente.activity.enums import ReceiptKind
from gemeente.users.models import User
from tests.factories.activity import SubjectFactory
from tests.pages import soup

PAGE = "/mijn/ontvangst/"


@pytest.fixture
def mine(client: Client, fatima: User) -> Client:
    """Fatima's browser."""
    client.force_login(fatima)
    return client


def test_folder_shows_her_own_newest_first(mine: Client, fatima: User, bram: User) -> None:
    old = give_receipt(kind=ReceiptKind.MESSAGE, text="Eerste <b>regel</b>", person=fatima)
    give_receipt(kind=ReceiptKind.MESSAGE, text="Van Bram", person=bram)
    new = give_receipt(kind=ReceiptKind.WORRY, text="Zorg", person=fatima, subject=SubjectFactory(title="Boomtuin"))

    entries = soup(mine.get(PAGE)).select(".portal-timeline__entry")

    assert [entry.h2.get_text() for entry in entries] == [f"Zorg {new.number}", f"Bericht {old.number}"]
    assert "Boomtuin" in entries[0].get_text()
    assert "Eerste <b>regel</b>" in entries[1].get_text()
    assert not entries[1].select("b")


def test_empty_folder_says_what_it_is_for(mine: Client) -> None:
    assert "dan staat het bewijs hier" in soup(mine.get(PAGE)).main.get_text()


def test_folder_is_cut_and_costs_the_same(mine: Client, fatima: User) -> None:
    give_receipt(kind=ReceiptKind.MESSAGE, text="Een", person=fatima, subject=SubjectFactory())
    mine.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        mine.get(PAGE)
    for _ in range(25):
        give_receipt(kind=ReceiptKind.MESSAGE, text="Meer", person=fatima, subject=SubjectFactory())

    with CaptureQueriesContext(connection) as many:
        page = soup(mine.get(PAGE))

    assert len(page.select(".portal-timeline__entry")) == 20
    assert page.select_one("[rel=next]")["href"] == "?pagina=2"
    assert len(many) == len(few) <= 12


def test_visitor_signs_in_first(client: Client, db: None) -> None:
    assert client.get(PAGE).url == f"/account/login/?next={PAGE}"


def test_wrong_method(mine: Client) -> None:
    assert mine.post(PAGE).status_code == 405
