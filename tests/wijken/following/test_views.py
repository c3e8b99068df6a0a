"""Pages of following."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gemeente.activity.enums import Pace
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.initiatives import published
from tests.factories.places import WijkFactory
from tests.pages import soup
from wijken.following.actions import ask_watch, watch
from wijken.following.delivery import watch_token
from wijken.following.models import Watch

pytestmark = pytest.mark.usefixtures("reference")
PAGE = "/wijken/oostgaarde/volgen/"


def test_a_visitor_follows_by_the_link_in_her_mail(client: Client, oostgaarde: Wijk) -> None:
    response = client.post(PAGE, {"pace": "weekly", "email": "buur@voorbeeld.example", "theme": ""})
    assert "buur@voorbeeld.example" in soup(response).main.get_text()
    token = watch_token(Watch.objects.get())

    assert client.get(f"/volgen/bevestigen/{token}/").status_code == 200
    assert Watch.objects.get().confirmed_at is None  # a mail program that opens links confirms nothing
    assert client.post(f"/volgen/bevestigen/{token}/").url == "/wijken/oostgaarde/"
    assert Watch.objects.get().confirmed_at

    client.post(f"/volgen/stoppen/{token}/")
    assert not Watch.objects.exists()
    assert "Je volgt dit niet meer" in client.get(f"/volgen/stoppen/{token}/").content.decode()


def test_bad_input_keeps_what_was_typed_and_changes_nothing(client: Client, oostgaarde: Wijk) -> None:
    page = soup(client.post(PAGE, {"pace": "hourly", "email": "buur", "theme": "9"}))

    assert "Dit is geen e-mailadres" in page.main.get_text()
    assert page.select_one("input[name=email]")["value"] == "buur"
    assert not Watch.objects.exists()


def test_an_address_that_follows_already_gets_the_same_answer(client: Client, fatima: User, oostgaarde: Wijk) -> None:
    watch(actor=fatima, pace=Pace.DAILY, wijk=oostgaarde)
    asked = {"pace": "weekly", "theme": ""}

    known = client.post(PAGE, asked | {"email": fatima.email}).content.decode()
    new = client.post(PAGE, asked | {"email": "buur@voorbeeld.example"}).content.decode()

    assert known.replace(fatima.email, "X") == new.replace("buur@voorbeeld.example", "X")


def test_a_place_is_pointed_at(client_for: Callable[..., Client], fatima: User, oostgaarde: Wijk) -> None:
    told = {"pin_longitude": "4.505", "pin_latitude": "51.905", "metres": "500", "pace": "daily"}

    assert client_for(fatima).post("/rond-een-plek-volgen/", told).url == "/mijn/volgen/"
    assert Watch.objects.get().metres == 500


def test_her_own_page_changes_and_stops(client_for: Callable[..., Client], fatima: User, oostgaarde: Wijk) -> None:
    row, client = watch(actor=fatima, pace=Pace.DAILY, wijk=oostgaarde), client_for(fatima)

    client.post(f"/mijn/volgen/{row.pk}/", {"pace": "at_once"})
    assert Watch.objects.get().pace == Pace.AT_ONCE
    client.post(f"/mijn/volgen/{row.pk}/", {"choice": "stop"})
    assert not Watch.objects.exists()


def test_the_board_pastes_its_list(client_for: Callable[..., Client], willem: User, oostgaarde: Wijk) -> None:
    client, page = client_for(willem), "/wijken/oostgaarde/wop/volgers/"
    wrong = soup(client.post(page, {"addresses": "a@voorbeeld.example, piet", "agreed": "on"}))
    assert "geen e-mailadressen: piet" in wrong.main.get_text()
    assert not Watch.objects.exists()

    client.post(page, {"addresses": "a@voorbeeld.example, b@voorbeeld.example\nA@voorbeeld.example", "agreed": "on"})

    assert Watch.objects.filter(invited_by=willem).count() == 2
    shown = client.get(page).content.decode()
    assert "2 uitnodigingen wachten" in shown
    assert "a@voorbeeld.example" not in shown
    assert "&lt;iframe" in shown


def test_the_feed_reads_back(client: Client, fatima: User, oostgaarde: Wijk) -> None:
    published(owner=fatima, wijk=oostgaarde, title="Tuin & tafel")

    response = client.get("/wijken/oostgaarde/nieuws.xml")

    feed = ElementTree.fromstring(response.content)
    assert [row.text for row in feed.iter("{http://www.w3.org/2005/Atom}title")][1:] == [
        "Nieuw initiatief: Tuin & tafel"
    ]
    assert "Fatima" not in response.content.decode()
    assert not response.cookies


def test_only_the_embedded_page_may_stand_on_another_site(client: Client, fatima: User, oostgaarde: Wijk) -> None:
    published(owner=fatima, wijk=oostgaarde, title="Tuin")

    for _again in range(2):  # the second comes from memory
        response = client.get("/wijken/oostgaarde/inbedden/")
        assert "Tuin" in response.content.decode()
        assert "X-Frame-Options" not in response
        assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert client.get("/wijken/oostgaarde/")["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in client.get("/wijken/oostgaarde/")["Content-Security-Policy"]


def test_news_takes_the_same_queries_for_one_and_for_many(client: Client, fatima: User, oostgaarde: Wijk) -> None:
    numbers = []
    client.get("/wijken/oostgaarde/inbedden/")  # the first page of a process reads what it keeps
    for _round in range(2):
        for number in range(12):
            published(owner=fatima, wijk=oostgaarde, title=f"Plan {number}")
        for path in ("nieuws.xml", "inbedden/"):
            with CaptureQueriesContext(connection) as queries:
                client.get(f"/wijken/oostgaarde/{path}")
            numbers.append((path, len(queries)))

    assert numbers[:2] == numbers[2:]
    assert all(number <= 6 for _path, number in numbers), numbers


def test_mine_asks_one_query_for_all(client_for: Callable[..., Client], fatima: User, oostgaarde: Wijk) -> None:
    client = client_for(fatima)
    watch(actor=fatima, pace=Pace.DAILY, wijk=oostgaarde)
    client.get("/mijn/volgen/")  # the first page of a process reads what it keeps
    with CaptureQueriesContext(connection) as one:
        client.get("/mijn/volgen/")
    for wijk in WijkFactory.create_batch(3):
        watch(actor=fatima, pace=Pace.DAILY, wijk=wijk)
    with CaptureQueriesContext(connection) as many:
        client.get("/mijn/volgen/")

    assert len(many) == len(one) <= 12


def test_a_stranger_link_says_what_to_do(client: Client, oostgaarde: Wijk) -> None:
    ask_watch(email="buur@voorbeeld.example", language="nl", pace=Pace.DAILY, wijk=oostgaarde)

    for path in ("/volgen/bevestigen/niets/", "/volgen/stoppen/niets/"):
        response = client.get(path)
        assert response.status_code == 404
        assert "/wijken/" in soup(response).main.decode()
