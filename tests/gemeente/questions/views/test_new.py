"""/vragen/nieuw/: one short page, with or without an account"""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from gemeente.accounts.models import Claim, Profile
from gemeente.activity.models import Receipt
from gemeente.cases.models import CaseFile
from gemeente.places.forms import POINT_WIDTH
from gemeente.places.geography import Place
from gemeente.places.maps import town_map
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from gemeente.users.models import User
from tests.factories.questions import asked
from tests.pages import errors, soup

URL, DONE = "/vragen/nieuw/", "/vragen/ontvangen/"
TEXT = "De lantaarn op de hoek is al weken kapot."
ASK = {
    "kind": "place",
    "text": TEXT,
    "wijk": "oostgaarde",
    "place_text": "Reigerlaan",
    "submission_key": uuid.UUID(int=3),
}
REACH = {"name": "Ria de Boer", "contact_way": "phone", "phone": "010-555 0199", "visit_address": "", "email": ""}
GOOD = ASK | REACH
TOO_FAST = "Dit gaat te snel achter elkaar. Wacht even en probeer het dan opnieuw."


@pytest.fixture(autouse=True)
def town(reference: None, oostgaarde: Wijk, noor: User) -> None:
    """Terms, a wijk and who looks first there."""


def fields_of(page: Any) -> list[str]:
    """What somebody fills in, in order, each once."""
    names = [
        tag["name"] for tag in page.select("main form [name]") if tag.get("type") not in {"hidden", "submit", "image"}
    ]
    return list(dict.fromkeys(names))


def kept() -> Question:
    """The one question there is."""
    return Question.objects.select_related("asker__profile", "wijk").get()


# --- A visitor --------------------------------------------------------------------------------------------------------
def test_visitor_gets_one_page(client: Client) -> None:
    page = soup(client.get(URL))

    assert fields_of(page) == [
        *("kind", "text", "wijk", "place_text"),
        *("name", "contact_way", "phone", "visit_address", "email"),
    ]
    assert page.select_one("main a[href='/bel-mij/']").get_text() == "Vertel het liever? Wij bellen je."


def test_page_begins_with_the_wijk_one_came_from(client: Client) -> None:
    page = soup(client.get(f"{URL}?wijk=oostgaarde"))

    assert page.select_one("option[selected]")["value"] == "oostgaarde"


def test_one_post_is_enough(client: Client) -> None:
    response = client.post(URL, GOOD)

    assert response.headers["Location"] == DONE
    question = kept()
    assert (question.text, question.wijk.slug, question.place_text) == (TEXT, "oostgaarde", "Reigerlaan")
    assert (question.asker.name, question.asker.email) == ("Ria de Boer", None)
    assert (question.asker.profile.contact_way, question.asker.profile.phone) == ("phone", "010-555 0199")
    assert CaseFile.objects.get().promised_on is not None


def test_only_the_question_is_asked_of_all(client: Client) -> None:
    response = client.post(URL, GOOD | {"wijk": "", "place_text": ""})

    assert response.headers["Location"] == DONE
    assert (kept().wijk, kept().place_text, kept().point) == (None, "", None)


@pytest.mark.parametrize(
    "answers",
    [
        {"contact_way": "visit", "phone": "", "visit_address": "Reigerlaan 4"},
        {"contact_way": "writing", "phone": "", "email": "ria@voorbeeld.example"},
        {"contact_way": "writing", "phone": "", "visit_address": "Reigerlaan 4"},
    ],
    ids=["visit", "mail", "letter"],
)
def test_each_way_of_contact_needs_one_answer(answers: dict[str, str], client: Client) -> None:
    response = client.post(URL, GOOD | answers)

    assert response.headers["Location"] == DONE
    assert kept().asker.profile.contact_way == answers["contact_way"]


def test_address_is_mailed_a_receipt_and_a_link(
    client: Client, run_jobs: Callable[[], int], mailoutbox: list[EmailMessage]
) -> None:
    client.post(URL, GOOD | {"email": "Ria@Voorbeeld.example"})
    run_jobs()

    hers = [mail for mail in mailoutbox if mail.to[0].lower() == "ria@voorbeeld.example"]
    assert len(hers) == 2
    assert [TEXT in mail.body for mail in hers] == [False, False]
    assert [f"{Receipt.objects.get().number}" in mail.subject for mail in hers] == [True, False]
    assert "/van-mij/" in hers[1].body


def test_link_shows_the_question(client: Client) -> None:
    from gemeente.accounts.delivery import claim_token

    client.post(URL, GOOD | {"email": "ria@voorbeeld.example"})

    page = soup(Client().get(f"/van-mij/{claim_token(Claim.objects.get())}/"))
    assert TEXT in page.main.get_text()
    assert "010-555" not in page.main.get_text()


def test_address_of_an_account_looks_the_same_and_attaches_nothing(client: Client, fatima: User) -> None:
    other = Client()

    client.post(URL, GOOD | {"email": fatima.email})
    other.post(URL, GOOD | {"email": "ria@voorbeeld.example", "submission_key": uuid.UUID(int=4)})

    facts = [soup(one.get(DONE)).main.select("h1, h2, h3, p, li, dt") for one in (client, other)]
    assert [[tag.get_text() for tag in tags] for tags in facts[:1]] == [[tag.get_text() for tag in facts[1]]]
    assert not Question.objects.asked_by(fatima).exists()
    assert Claim.objects.filter(email=fatima.email).count() == 1


def test_double_click_makes_one(client: Client) -> None:
    for _ in range(2):
        assert client.post(URL, GOOD).headers["Location"] == DONE

    assert (Question.objects.count(), CaseFile.objects.count(), Receipt.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "", "Kies waar het over gaat."),
        ("kind", "callback", "Kies een van deze drie."),
        ("text", "", "Vertel in een paar zinnen wat er is."),
        ("text", "kort", "Dit is wel erg kort. Gebruik minstens 10 tekens."),
        ("text", "x" * 2001, "Dit is te lang. Gebruik niet meer dan 2000 tekens; het zijn er nu 2001."),
        ("text", "lamp kapot\x00", "Null-tekens zijn niet toegestaan."),
        ("wijk", "rotterdam", "Deze wijk kennen we niet. Kies een wijk uit de lijst."),
        ("place_text", "x" * 121, "Dit is te lang. Gebruik niet meer dan 120 tekens; het zijn er nu 121."),
        ("name", " ", "Vul je naam in."),
        ("name", "ria@voorbeeld.example", "Zet hier geen e-mailadres: anderen kunnen dit lezen."),
        ("contact_way", "", "Kies hoe we contact mogen opnemen."),
        ("contact_way", "duif", "Kies een van deze manieren."),
        ("phone", "", "Vul je telefoonnummer in, dan kunnen we je bellen."),
        ("phone", "nul-tien", "Dit is geen telefoonnummer. Gebruik alleen cijfers."),
        ("email", "ria@", "Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl."),
    ],
)
def test_visitor_is_helped_beside_the_field(field: str, value: str, sentence: str, client: Client) -> None:
    response = client.post(URL, GOOD | {field: value})

    assert (response.status_code, errors(response)) == (200, {field: sentence})
    page = soup(response).main
    if field != "text":
        assert page.select_one("[name=text]").text.strip() == TEXT
    assert (Question.objects.count(), User.objects.filter(email=None).count()) == (0, 0)


@pytest.mark.parametrize(
    ("way", "field", "sentence"),
    [
        ("visit", "visit_address", "Vul in waar we kunnen langskomen."),
        ("writing", "email", "Vul je e-mailadres in, of het adres waar we een brief kunnen sturen."),
    ],
)
def test_way_of_contact_asks_for_what_it_needs(way: str, field: str, sentence: str, client: Client) -> None:
    response = client.post(URL, GOOD | {"contact_way": way})

    assert errors(response) == {field: sentence}


def test_key_that_is_no_key_gets_nothing(client: Client) -> None:
    response = client.post(URL, GOOD | {"submission_key": "1 OR 1=1"})

    assert response.status_code == 200
    assert Question.objects.count() == 0


def test_key_of_another_shows_nothing_of_hers(client: Client, fatima: User) -> None:
    asked(fatima, text="Het geheim van Fatima.", submission_key=GOOD["submission_key"])

    response = client.post(URL, GOOD)

    assert "Dit formulier is al gebruikt." in soup(response).select_one("[data-error-summary]").get_text()
    assert "geheim" not in response.content.decode()
    assert client.get(DONE).headers["Location"] == URL


@pytest.mark.parametrize("method", ["put", "delete"])
def test_other_methods_are_refused(method: str, client: Client) -> None:
    assert getattr(client, method)(URL).status_code == 405


# --- The pin ----------------------------------------------------------------------------------------------------------
@pytest.fixture
def spot(oostgaarde: Wijk) -> Place:
    """A place in Oostgaarde."""
    west, south = oostgaarde.boundary["coordinates"][0][0]
    return Place(round(west + 0.004, 6), round(south + 0.003, 6))


def test_pin_is_kept_and_tells_the_wijk(client: Client, spot: Place) -> None:
    pin = {"pin_longitude": str(spot.longitude), "pin_latitude": str(spot.latitude)}

    client.post(URL, GOOD | pin | {"wijk": ""})

    assert (kept().point, kept().wijk.slug) == (spot, "oostgaarde")


def test_pointing_at_the_map_asks_nothing_and_loses_nothing(client: Client, spot: Place) -> None:
    shown = town_map()
    x, y = (round(pixels * POINT_WIDTH / shown.width) for pixels in shown.projection.to_pixels(spot))

    response = client.post(URL, GOOD | {"wijk": "", "name": "", "pin.x": str(x), "pin.y": str(y)})

    page = soup(response).main
    assert (Question.objects.count(), errors(response)) == (0, {})
    assert page.select_one("[name=text]").text.strip() == TEXT
    assert page.select_one("[name=kind][checked]")["value"] == "place"
    assert page.select_one("[name=phone]")["value"] == "010-555 0199"
    assert page.select_one("[name=submission_key]")["value"] == str(GOOD["submission_key"])
    assert page.select_one("[name=wijk] option[selected]")["value"] == "oostgaarde"
    assert float(page.select_one("[name=pin_longitude]")["value"]) == pytest.approx(spot.longitude, abs=0.001)
    assert page.select_one("details:has(input[type=image])").has_attr("open")


def test_pin_outside_the_town_is_refused(client: Client) -> None:
    response = client.post(URL, GOOD | {"pin_longitude": "5.9", "pin_latitude": "52.9"})

    assert "buiten Capelle" in soup(response).select_one("details[open] [id$=_error]").get_text()
    assert Question.objects.count() == 0


# --- Signed in --------------------------------------------------------------------------------------------------------
def test_nothing_is_asked_twice(client_for: Callable[..., Client], fatima: User) -> None:
    Profile.objects.filter(user=fatima).update(contact_way="phone", phone="010-555 0123")

    page = soup(client_for(fatima).get(URL))

    assert fields_of(page) == ["kind", "text", "wijk", "place_text"]
    assert page.select_one("option[selected]")["value"] == "oostgaarde"
    assert "Zo bereiken we je: Bel me." in page.main.get_text(" ", strip=True)


@pytest.mark.parametrize(
    "said",
    [{}, {"contact_way": "phone"}, {"contact_way": "visit", "phone": "010-555 0123"}, {"phone": "010-555 0123"}],
    ids=str,
)
def test_who_never_said_how_is_asked_once(
    said: dict[str, str], client_for: Callable[..., Client], fatima: User
) -> None:
    Profile.objects.filter(user=fatima).update(**said)
    client = client_for(fatima)

    first = soup(client.get(URL))
    client.post(URL, ASK | {"contact_way": "visit", "phone": "", "visit_address": "Reigerlaan 4"})

    assert fields_of(first)[4:] == ["contact_way", "phone", "visit_address"]
    assert (kept().asker, kept().asker.profile.visit_address) == (fatima, "Reigerlaan 4")
    assert fields_of(soup(client.get(URL)))[4:] == []


def test_question_of_who_signed_in_is_hers(client_for: Callable[..., Client], fatima: User) -> None:
    Profile.objects.filter(user=fatima).update(contact_way="writing")

    response = client_for(fatima).post(URL, ASK | {"name": "Een ander", "email": "een@ander.example"})

    assert response.headers["Location"] == DONE
    assert (kept().asker, Claim.objects.count()) == (fatima, 0)


# --- Too many at once -------------------------------------------------------------------------------------------------
def test_sixth_of_one_number_within_the_hour_is_refused(client: Client) -> None:
    for number in range(5):
        Client().post(URL, GOOD | {"submission_key": uuid.UUID(int=100 + number)})

    response = client.post(URL, GOOD)

    page = soup(response).main
    assert TOO_FAST in page.select_one("[data-error-summary]").get_text()
    assert page.select_one("[name=text]").text.strip() == TEXT
    assert Question.objects.count() == 5


def test_many_from_one_computer_are_refused(client: Client) -> None:
    for number in range(30):
        client.post(URL, GOOD | {"phone": f"010-555 1{number:03}", "submission_key": uuid.UUID(int=100 + number)})

    response = client.post(URL, GOOD)

    assert TOO_FAST in soup(response).select_one("[data-error-summary]").get_text()
    assert Question.objects.count() == 30
