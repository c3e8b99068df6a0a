"""The page with which somebody on paper says: this is mine."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from gemeente.accounts.actions import ask_claim, register_on_paper
from gemeente.accounts.delivery import claim_token
from gemeente.accounts.models import Claim
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.initiatives import InitiativeFactory
from tests.pages import soup

RIA = "ria@voorbeeld.example"


@pytest.fixture
def claim(reference: None) -> Claim:
    """Ria's plan was written down; the link is mailed."""
    ria = register_on_paper(name="Ria Bos")
    InitiativeFactory(owner=ria, title="Soep op zondag")
    return ask_claim(person=ria, email=RIA)


def page_of(claim: Claim) -> str:
    """Its address."""
    return f"/van-mij/{claim_token(claim)}/"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_opening_the_link_changes_nothing(client: Client, claim: Claim, prefix: str) -> None:
    for _ in range(2):  # a mail program, and then she herself
        page = client.get(prefix + page_of(claim))

    claim.refresh_from_db()
    assert (page.status_code, claim.answered_at) == (200, None)
    assert "Ria" in soup(page).main.get_text()
    assert "Bos" not in soup(page).main.get_text()


def test_yes_leads_to_signing_in(client: Client, claim: Claim) -> None:
    path = page_of(claim)

    done = client.post(path, {"answer": "yes"})

    claim.person.refresh_from_db()
    assert done.url == "/account/login/?next=/mijn/"
    assert claim.person.email == RIA
    assert "_auth_user_id" not in client.session
    assert [client.get(path).status_code, client.post(path, {"answer": "no"}).status_code] == [404, 404]
    claim.person.refresh_from_db()
    assert claim.person.is_active


@pytest.mark.parametrize("answer", [{"answer": "no"}, {}])
def test_no_forgets_it(client: Client, claim: Claim, answer: dict[str, str]) -> None:
    done = client.post(page_of(claim), answer, follow=True)

    assert "Bedankt dat je het zei. Je adres is bij ons weg." in soup(done).get_text()
    assert not Initiative.objects.exists()
    assert User.objects.get(pk=claim.person_id).name == ""


@pytest.mark.parametrize("days", [0, 60])
def test_link_that_does_not_count(client: Client, claim: Claim, days: int) -> None:
    path = page_of(claim) if days else "/van-mij/onzin/"

    with time_machine.travel(timezone.now() + dt.timedelta(days=days), tick=False):
        pages = [client.get(path), client.post(path, {"answer": "yes"})]

    claim.refresh_from_db()
    assert [page.status_code for page in pages] == [404, 404]
    assert soup(pages[0]).h1.get_text() == "Deze link werkt niet meer"
    assert claim.answered_at is None


def test_wrong_method(client: Client, claim: Claim) -> None:
    assert client.put(page_of(claim)).status_code == 405
