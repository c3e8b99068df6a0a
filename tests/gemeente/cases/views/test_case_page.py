"""/werkbak/<zaak>/"""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client

from gemeente.accounts.models import Profile
from gemeente.cases.actions import decline_help, dispute_contact, reopen_case
from gemeente.cases.enums import CaseState, Means
from gemeente.cases.models import CaseFile, ContactMoment
from gemeente.users.models import User
from tests.gemeente.cases.stages import at_state, leave, queries, reread, spoke
from tests.pages import errors, soup

KEY = "7a5c31f6-3b8e-4a55-9d0c-2a1de9c0f001"
GOOD = {
    "means": "visit",
    "was_reached": "ja",
    "note": "We liepen door de tuin.",
    "happened_on": "2026-03-03",
    "next_on": "2026-03-13",
    "submission_key": KEY,
}
# What only the contact person of this case reads.
PRIVATE = {
    "phone": "010-555 0177",
    "address": "Hoofdweg 12",
    "mail": "fatima@voorbeeld.example",
    "surname": "Fatima Jansen",
    "way": "Bel me",
    "note": "Haar moeder is ziek.",
    "why denied": "Er belde niemand.",
    "why declined": "We redden het.",
}


@pytest.fixture
def claimed(case: CaseFile, fatima: User, noor: User, monday: time_machine.Traveller) -> CaseFile:
    """Noor has the case of Fatima, who said a lot; it is Tuesday."""
    Profile.objects.filter(user=fatima).update(
        phone=PRIVATE["phone"], visit_address=PRIVATE["address"], alias="Tuinvrouw", contact_way="phone"
    )
    at_state(case, CaseState.CLAIMED, noor)
    dispute_contact(moment=spoke(case), actor=fatima, reason=PRIVATE["why denied"])
    spoke(case, means=Means.MEETING, note=PRIVATE["note"])
    decline_help(case=case, actor=fatima, reason=PRIVATE["why declined"])
    monday.shift(dt.timedelta(days=1))
    return reread(case)


def seen(response: Any) -> set[str]:
    """What of the private things stands on a page."""
    page = response.content.decode()
    return {name for name, words in PRIVATE.items() if words in page}


# --- Reading ----------------------------------------------------------------------------------------------------------
def test_page_tells_its_contact_everything(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    response = client_for(noor).get(claimed.desk_url)

    page = soup(response)
    assert page.h1.get_text() == "Moestuin achter de Hoven"
    assert seen(response) == set(PRIVATE)
    assert page.select_one("a[href^=tel]")["href"] == "tel:0105550177"
    contacts = {item.h3.get_text(): item for item in page.select("[aria-labelledby=gebeurd] li")}
    assert {"Afspraak gehad, gesproken", "Gebeld, gesproken"} <= set(contacts)
    assert "Het telt niet mee." in contacts["Gebeld, gesproken"].get_text()


def test_page_tells_a_colleague_no_more_than_who_and_what(
    claimed: CaseFile, karim: User, client_for: Callable[..., Client]
) -> None:
    response = client_for(karim).get(claimed.desk_url)

    page = soup(response)
    assert (response.status_code, seen(response)) == (200, set())
    assert "Tuinvrouw" in page.select_one(".portal-card--warm").get_text()
    assert "Noor Jansen" in page.aside.get_text()
    assert (page.select("main form"), page.select(f"main a[href^='{claimed.desk_url}']")) == ([], [])
    assert "sproken" not in page.select_one("[aria-labelledby=gebeurd]").get_text()


def test_page_tells_nobody_how_to_reach_her_before_the_claim(
    case: CaseFile, fatima: User, noor: User, client_for: Callable[..., Client]
) -> None:
    Profile.objects.filter(user=fatima).update(phone=PRIVATE["phone"], visit_address=PRIVATE["address"])
    client = client_for(noor)

    before = client.get(case.desk_url)
    client.post(f"{case.desk_url}oppakken/")
    after = client.get(case.desk_url)

    assert (seen(before), seen(after)) == (set(), {"phone", "address", "mail", "surname", "way"})
    assert soup(before).select_one("main form")["action"] == f"{case.desk_url}oppakken/"
    assert soup(after).select_one("main form").get("action") is None


def test_page_keeps_the_log_from_the_next_contact_until_she_has_the_case(
    claimed: CaseFile, fatima: User, noor: User, karim: User, client_for: Callable[..., Client]
) -> None:
    client_for(noor).post(f"{claimed.desk_url}afronden/", {"result": "De tuin ligt er."})
    leave(noor)
    reopen_case(case=claimed, actor=fatima)
    client = client_for(karim)

    before = client.get(claimed.desk_url)
    client.post(f"{claimed.desk_url}oppakken/")
    after = client.get(claimed.desk_url)

    assert (seen(before), seen(after)) == (set(), set(PRIVATE))


def test_page_tells_the_whole_road(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    page = soup(client_for(noor).get(claimed.desk_url))

    steps = [" ".join(step.get_text(" ", strip=True).split()) for step in page.select("[aria-labelledby=gebeurd] li")]
    wanted = [
        "Fatima redt het zonder de gemeente 2 maart 2026 We redden het.",
        "Noor werd het vaste contact Openbaar 2 maart 2026",
        "Begonnen 2 maart 2026",
    ]
    assert [step for step in steps if step in wanted] == wanted


def test_page_shows_what_is_late(
    case: CaseFile, noor: User, client_for: Callable[..., Client], monday: time_machine.Traveller
) -> None:
    monday.move_to("2026-03-06 09:00 +0100", tick=False)

    page = soup(client_for(noor).get(case.desk_url))

    assert page.select_one("main .portal-late").get_text() == "Bel: 1 dag te laat"


def test_page_begins_with_what_she_came_for(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    client, first = client_for(noor), []

    for _ in range(2):
        first.append(soup(client.get(claimed.desk_url)).select_one(".portal-split__body h2").get_text())
        spoke(claimed)

    assert first == ["Wat de inwoner schreef", "Schrijf een contact op"]


def test_page_costs_the_same_with_a_long_log(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    client = client_for(noor)
    few = queries(client, claimed.desk_url)
    for _ in range(20):
        spoke(claimed)

    many = queries(client, claimed.desk_url)

    assert few == many <= 12


# --- Writing ----------------------------------------------------------------------------------------------------------
def test_form_is_filled_in_for_today(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    form = soup(client_for(noor).get(claimed.desk_url)).select_one("[aria-labelledby=opschrijven] form")

    assert form.select_one("[name=happened_on]")["value"] == "2026-03-03"
    assert form.select_one("[name=submission_key]")["value"]
    assert form.select("[checked]") == []


def test_log_is_kept_and_read_back(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    response = client_for(noor).post(claimed.desk_url, GOOD, follow=True)

    moment = ContactMoment.objects.latest("pk")
    assert response.redirect_chain == [(claimed.desk_url, 302)]
    assert (moment.means, moment.was_reached, moment.note) == ("visit", True, GOOD["note"])
    assert (f"{moment.happened_on}", f"{moment.next_on}") == ("2026-03-03", "2026-03-13")
    assert GOOD["note"] in soup(response).select_one("[aria-labelledby=gebeurd]").get_text()
    assert "Opgeschreven. De eigenaar kan het lezen." in response.content.decode()


def test_log_needs_only_three_answers(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    response = client_for(noor).post(claimed.desk_url, GOOD | {"was_reached": "nee", "note": "", "next_on": ""})

    moment = ContactMoment.objects.latest("pk")
    assert (response.status_code, moment.was_reached, moment.note, moment.next_on) == (302, False, "", None)


def test_log_twice_makes_one_row(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    client = client_for(noor)
    before = ContactMoment.objects.count()

    answers = [client.post(claimed.desk_url, GOOD).status_code for _ in range(2)]

    assert (answers, ContactMoment.objects.count()) == ([302, 302], before + 1)


BAD = [
    ({"means": ""}, "means", "Kies hoe je contact had."),
    ({"means": "pigeon"}, "means", "Kies een van deze manieren."),
    ({"was_reached": ""}, "was_reached", "Kies ja of nee."),
    ({"was_reached": "misschien"}, "was_reached", "Kies ja of nee."),
    ({"note": "a" * 1001}, "note", "Dit is te lang. Gebruik niet meer dan 1000 tekens."),
    ({"happened_on": ""}, "happened_on", "Kies een dag."),
    ({"happened_on": "gisteren"}, "happened_on", "Dit is geen datum."),
    ({"happened_on": "2026-02-30"}, "happened_on", "Dit is geen datum."),
    ({"happened_on": "2026-03-04"}, "happened_on", "Deze dag moet nog komen. Kies vandaag of eerder."),
    ({"happened_on": "2026-03-01"}, "happened_on", "Deze dag is van voor het begin van de zaak."),
    ({"next_on": "2026-03-02"}, "next_on", "Deze dag is voorbij. Kies vandaag of later."),
    ({"next_on": "morgen"}, "next_on", "Dit is geen datum."),
]


@pytest.mark.parametrize(("change", "field", "words"), BAD)
def test_log_says_beside_the_field_what_is_wrong_and_keeps_the_rest(
    change: dict[str, str], field: str, words: str, claimed: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    before = ContactMoment.objects.count()
    typed = GOOD | change

    response = client_for(noor).post(claimed.desk_url, typed)

    found, form = errors(response), soup(response).select_one("[aria-labelledby=opschrijven] form")
    assert (response.status_code, list(found), ContactMoment.objects.count()) == (200, [field], before)
    assert found[field].startswith(words)
    assert form.select_one("textarea").text.strip() == typed["note"]
    assert [form.select_one(f"[name={name}]")["value"] for name in ("happened_on", "next_on", "submission_key")] == [
        typed["happened_on"],
        typed["next_on"],
        KEY,
    ]
    choices = {box["name"]: box["value"] for box in form.select("[type=radio][checked]")}
    assert choices == {name: GOOD[name] for name in ("means", "was_reached") if name not in change}


def test_log_without_a_sound_key_is_refused(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    before = ContactMoment.objects.count()

    response = client_for(noor).post(claimed.desk_url, GOOD | {"submission_key": "onzin"})

    assert (response.status_code, ContactMoment.objects.count()) == (200, before)
    assert soup(response).select_one(".portal-errors li")


# --- Who --------------------------------------------------------------------------------------------------------------
def test_page_is_for_civil_servants_and_writing_for_the_contact(
    claimed: CaseFile,
    fatima: User,
    noor: User,
    karim: User,
    others: dict[str, User | None],
    client_for: Callable[..., Client],
) -> None:
    before = ContactMoment.objects.count()
    clients = {who: client_for(user) for who, user in (others | {"fatima": fatima, "karim": karim}).items()}

    read = {who: client.get(claimed.desk_url).status_code for who, client in clients.items()}
    written = {who: client.post(claimed.desk_url, GOOD).status_code for who, client in clients.items()}

    assert read == dict.fromkeys(clients, 403) | {"anonymous": 302, "karim": 200}
    assert written == dict.fromkeys(clients, 403) | {"anonymous": 302}
    assert ContactMoment.objects.count() == before
    assert client_for(noor).post(claimed.desk_url, GOOD).status_code == 302


@pytest.mark.parametrize(("state", "status"), [("new", 403), ("claimed", 302), ("reopened", 302), ("closed", 403)])
def test_log_is_for_who_has_the_case_now(
    state: str, status: int, case: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    case = at_state(case, CaseState(state), noor)
    before = ContactMoment.objects.count()

    response = client_for(noor).post(case.desk_url, GOOD | {"happened_on": "2026-03-02"})

    assert (response.status_code, ContactMoment.objects.count() - before) == (status, int(status == 302))


def test_page_is_shut_to_a_contact_who_left(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    client = client_for(noor)
    before = client.get(claimed.desk_url).status_code

    leave(noor)

    assert (before, client.get(claimed.desk_url).status_code, client.post(claimed.desk_url, GOOD).status_code) == (
        200,
        403,
        403,
    )


@pytest.mark.parametrize("method", ["get", "post"])
def test_page_asks_for_the_second_factor_first(
    method: str, claimed: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    before = ContactMoment.objects.count()

    response = getattr(client_for(noor, second_factor=False), method)(claimed.desk_url, GOOD)

    assert response.url.startswith("/mijn/tweede-stap/")
    assert ContactMoment.objects.count() == before


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_page_knows_no_other_method(
    method: str, claimed: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    assert getattr(client_for(noor), method)(claimed.desk_url).status_code == 405


def test_page_that_is_not_there_is_404(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    client = client_for(noor)

    assert [client.get(f"/werkbak/{pk}/").status_code for pk in (claimed.pk, claimed.pk + 1)] == [200, 404]
