"""/vragen/ontvangen/: the receipt of what this browser just sent"""

import uuid
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from gemeente.accounts.models import Profile
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from gemeente.users.models import User
from tests.pages import soup

URL, ASK, CALL = "/vragen/ontvangen/", "/vragen/nieuw/", "/bel-mij/"
GOOD = {
    "kind": "stuck",
    "text": "Ik kom niet uit het formulier.",
    "wijk": "oostgaarde",
    "name": "Ria",
    "contact_way": "phone",
    "phone": "010-555 0199",
    "visit_address": "Reigerlaan 4",
    "submission_key": uuid.UUID(int=3),
}


@pytest.fixture(autouse=True)
def town(monday: time_machine.Traveller, reference: None, oostgaarde: Wijk, noor: User) -> None:
    """Monday morning, a wijk and who looks first there."""


def facts(client: Client) -> dict[str, str]:
    """What the receipt says, by name, and what it promises."""
    page = soup(client.get(URL))
    rows = {
        row.dt.get_text(strip=True): row.dd.get_text(strip=True)
        for row in page.select("[aria-labelledby=bewijs] dl > div")
    }
    return rows | {"promise": " ".join(page.select_one(".nl-paragraph--lead").get_text(" ", strip=True).split())}


def test_receipt_has_number_time_who_and_when(client: Client) -> None:
    client.post(ASK, GOOD)

    assert facts(client) == {
        "Nummer": Question.objects.get().case.number,
        "Ontvangen": "2 maart 2026, 09.00",
        "Wie kijkt er als eerste naar": "Noor",
        "Telefoon": "14 010",
        "promise": "We bellen je uiterlijk op 4 maart 2026 .",
    }
    assert GOOD["text"] in soup(client.get(URL)).main.get_text()


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("visit", "We komen uiterlijk op 4 maart 2026 bij je langs."),
        ("writing", "We schrijven je uiterlijk op 4 maart 2026 ."),
    ],
)
def test_receipt_promises_what_she_chose(way: str, sentence: str, client: Client) -> None:
    client.post(ASK, GOOD | {"contact_way": way})

    assert facts(client)["promise"] == sentence


def test_without_a_wijk_the_team_looks_first(client: Client) -> None:
    client.post(ASK, GOOD | {"wijk": ""})

    assert facts(client)["Wie kijkt er als eerste naar"] == "het team Gebiedsregie"


def test_call_back_has_a_receipt_too(client: Client) -> None:
    client.post(CALL, GOOD | {"day_part": "any", "text": ""})

    assert facts(client)["promise"] == "We bellen je uiterlijk op 4 maart 2026 ."


def test_asker_with_an_account_is_led_to_her_question(client_for: Callable[..., Client], fatima: User) -> None:
    Profile.objects.filter(user=fatima).update(contact_way="phone", phone="010-555 0123")
    client = client_for(fatima)
    client.post(ASK, GOOD)

    links = {link["href"] for link in soup(client.get(URL)).select("main a")}

    assert Question.objects.get().get_absolute_url() in links


def test_without_a_session_there_is_nothing(client: Client) -> None:
    client.post(ASK, GOOD)

    assert Client().get(URL).headers["Location"] == ASK


def test_receipt_is_not_there_for_the_next_at_this_computer(client: Client, monday: time_machine.Traveller) -> None:
    client.post(ASK, GOOD)
    before = client.get(URL)

    monday.shift(31 * 60)

    assert (before.status_code, client.get(URL).headers["Location"]) == (200, ASK)
    assert "no-store" in before.headers["Cache-Control"]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_are_refused(method: str, client: Client) -> None:
    assert getattr(client, method)(URL).status_code == 405
