"""/bel-mij/: a name and a number, from any form of a resident"""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.accounts.models import Profile
from gemeente.activity.models import Receipt
from gemeente.places.models import Wijk
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question
from gemeente.users.models import User
from tests.factories.initiatives import InitiativeFactory, published
from tests.pages import errors, soup

URL, DONE = "/bel-mij/", "/vragen/ontvangen/"
GOOD = {
    "name": "Ria de Boer",
    "phone": "010-555 0199",
    "day_part": "evening",
    "text": "",
    "wijk": "oostgaarde",
    "submission_key": uuid.UUID(int=3),
}


@pytest.fixture(autouse=True)
def town(reference: None, oostgaarde: Wijk, noor: User) -> None:
    """Terms, a wijk and who looks first there."""


@pytest.mark.parametrize("text", ["", "Over de speeltuin"])
def test_name_and_number_are_enough(text: str, client: Client) -> None:
    response = client.post(URL, GOOD | {"text": text})

    assert response.headers["Location"] == DONE
    question = Question.objects.get()
    profile = question.asker.profile
    assert (question.kind, question.text, question.asker.name) == (QuestionKind.CALLBACK, text, "Ria de Boer")
    assert (profile.contact_way, profile.phone, profile.day_part) == ("phone", "010-555 0199", "evening")
    assert Receipt.objects.get().kind == "callback"


def test_who_signed_in_is_called_whatever_she_said_before(client_for: Callable[..., Client], fatima: User) -> None:
    Profile.objects.filter(user=fatima).update(
        contact_way="writing", visit_address="Reigerlaan 4", phone="010-555 0123"
    )
    client = client_for(fatima)

    page = soup(client.get(URL))
    client.post(URL, GOOD)

    fatima.profile.refresh_from_db()
    assert page.select_one("[name=name]") is None
    assert page.select_one("[name=phone]")["value"] == "010-555 0123"
    assert Question.objects.get().asker == fatima
    assert (fatima.profile.contact_way, fatima.profile.phone) == ("phone", "010-555 0199")
    assert fatima.profile.visit_address == "Reigerlaan 4"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Vul je naam in."),
        ("phone", "", "Vul je telefoonnummer in, dan kunnen we je bellen."),
        ("phone", "12", "Dit is geen telefoonnummer. Gebruik alleen cijfers."),
        ("day_part", "", "Kies wanneer het je uitkomt."),
        ("day_part", "nacht", "Kies een van deze momenten."),
        ("text", "x" * 201, "Dit is te lang. Gebruik niet meer dan 200 tekens; het zijn er nu 201."),
    ],
)
def test_visitor_is_helped_beside_the_field(field: str, value: str, sentence: str, client: Client) -> None:
    response = client.post(URL, GOOD | {field: value})

    assert (response.status_code, errors(response)) == (200, {field: sentence})
    assert Question.objects.count() == 0


def test_double_click_makes_one(client: Client) -> None:
    for _ in range(2):
        client.post(URL, GOOD)

    assert Question.objects.count() == 1


@pytest.mark.parametrize("method", ["put", "delete"])
def test_other_methods_are_refused(method: str, client: Client) -> None:
    assert getattr(client, method)(URL).status_code == 405


# --- From every form of a resident ------------------------------------------------------------------------------------
def calls(client: Client, path: str) -> bool:
    """Whether a page offers to be called."""
    return soup(client.get(path)).select_one(f"main a[href='{URL}']") is not None


@pytest.mark.parametrize("page", ["idee", "samen", "plek", "bereikbaar", "foto"])
def test_every_step_of_a_concept_offers_a_call(page: str, client_for: Callable[..., Client], fatima: User) -> None:
    concept = InitiativeFactory(owner=fatima)

    assert calls(client_for(fatima), f"/initiatieven/{concept.slug}/bewerken/{page}/")


def test_last_look_offers_a_call(client_for: Callable[..., Client], fatima: User) -> None:
    concept = InitiativeFactory(owner=fatima)
    Profile.objects.filter(user=fatima).update(contact_way="phone", day_part="any", phone="010-555 0123")

    assert calls(client_for(fatima), f"/initiatieven/{concept.slug}/publiceren/")


@pytest.mark.parametrize("page", ["steunen", "meedoen"])
def test_taking_part_offers_a_call(page: str, client: Client, fatima: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)

    assert calls(client, f"/initiatieven/{initiative.slug}/{page}/")


@pytest.mark.parametrize("page", ["stap", "nieuws"])
def test_pages_of_the_owner_offer_a_call(
    page: str, client_for: Callable[..., Client], fatima: User, oostgaarde: Wijk
) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)

    assert calls(client_for(fatima), f"/initiatieven/{initiative.slug}/{page}/")


@pytest.mark.parametrize("path", ["/vragen/nieuw/", "/initiatieven/nieuw/"])
def test_first_page_of_a_visitor_offers_a_call(path: str, client: Client) -> None:
    assert calls(client, path)
