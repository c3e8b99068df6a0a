"""Pages of what a contact person does: plan, out of the planning, write, hand over, not reached."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.cases.enums import CaseState
from gemeente.cases.models import CaseChange, CaseFile, CaseMessage
from gemeente.users.models import User
from tests.gemeente.cases.stages import at_state, queries, reread, spoke, tried_enough
from tests.pages import errors, soup

GOOD = {
    "plannen/": {"what": "Nieuwe verlichting", "by": "Stadsbeheer", "quarter": "2026-04-01"},
    "bericht/": {"text": "Ik bel je morgen.", "submission_key": "6c1f0c1e-0000-4000-8000-000000000001"},
    "niet-door/": {"reason": "Het geld is op."},
    "niet-bereikt/": {"result": "We kregen geen gehoor."},
}
STATE = {"niet-door/": CaseState.PLANNED}
DONE = {
    "plannen/": "Ingepland.",
    "bericht/": "Verstuurd.",
    "niet-door/": "Uit de planning",
    "niet-bereikt/": "Gesloten.",
}


@pytest.fixture
def desk(noor: User, client_for: Callable[..., Client]) -> Client:
    """Noor's browser."""
    return client_for(noor)


def ready(case: CaseFile, page: str, noor: User) -> str:
    """The address of a page that makes sense now."""
    at_state(case, STATE.get(page, CaseState.CLAIMED), noor)
    if page == "niet-bereikt/":
        tried_enough(case)
    return f"{case.desk_url}{page}"


@pytest.mark.parametrize("page", GOOD)
def test_deed_is_done(page: str, desk: Client, case: CaseFile, noor: User) -> None:
    url = ready(case, page, noor)

    response = desk.post(url, GOOD[page], follow=True)

    assert response.redirect_chain == [(case.desk_url, 302)]
    assert DONE[page] in response.content.decode()


@pytest.mark.parametrize("page", GOOD)
def test_empty_form_comes_back_and_changes_nothing(page: str, desk: Client, case: CaseFile, noor: User) -> None:
    url = ready(case, page, noor)
    before = (reread(case).state, CaseChange.objects.count(), CaseMessage.objects.count())

    response = desk.post(url, {})

    assert (response.status_code, bool(errors(response))) == (200, True)
    assert (reread(case).state, CaseChange.objects.count(), CaseMessage.objects.count()) == before


@pytest.mark.parametrize("page", [*GOOD, "overdragen/"])
def test_colleague_gets_403_and_stranger_too(
    page: str, case: CaseFile, noor: User, karim: User, fatima: User, client_for: Callable[..., Client]
) -> None:
    url = ready(case, page, noor)

    statuses = {user.first_name: client_for(user).get(url).status_code for user in (noor, karim, fatima)}

    assert statuses == {"Noor": 200, "Karim": 403, "Fatima": 403}


def test_what_was_typed_is_kept(desk: Client, case: CaseFile, noor: User) -> None:
    url = ready(case, "plannen/", noor)

    page = soup(desk.post(url, GOOD["plannen/"] | {"quarter": "2020-01-01"}))

    assert page.select_one("[name=what]")["value"] == "Nieuwe verlichting"


def test_plan_shows_on_the_desk_and_to_the_owner(
    desk: Client, case: CaseFile, noor: User, fatima: User, client_for: Callable[..., Client]
) -> None:
    desk.post(ready(case, "plannen/", noor), GOOD["plannen/"])

    pages = [desk.get(case.desk_url), client_for(fatima).get(case.get_absolute_url())]

    for page in pages:
        assert "Stadsbeheer" in soup(page).select_one("main dl.portal-card--warm").get_text()
        assert "april tot en met juni 2026" in page.content.decode()
    assert [row.get_text(strip=True) for row in soup(desk.get("/werkbak/?bak=gepland")).select("tbody th a")] == [
        "Moestuin achter de Hoven"
    ]


def test_not_reached_says_what_is_missing(desk: Client, case: CaseFile, noor: User) -> None:
    at_state(case, CaseState.CLAIMED, noor)

    response = desk.post(f"{case.desk_url}niet-bereikt/", GOOD["niet-bereikt/"])

    assert "Probeer het eerst nog op 3 andere dagen" in soup(response).main.get_text()
    assert reread(case).state == "claimed"


def test_not_reached_leads_to_closing_who_was_reached_after_all(desk: Client, case: CaseFile, noor: User) -> None:
    at_state(case, CaseState.CLAIMED, noor)
    links = []

    for _ in range(2):
        links.append(soup(desk.get(f"{case.desk_url}niet-bereikt/")).select_one(".utrecht-alert a")["href"])
        spoke(reread(case))

    assert links == [f"{case.desk_url}#opschrijven", f"{case.desk_url}afronden/"]


# --- Handing over -----------------------------------------------------------------------------------------------------
def test_hand_over_offers_who_could_have_it(desk: Client, case: CaseFile, noor: User, karim: User, thea: User) -> None:
    url = ready(case, "overdragen/", noor)

    options = [option.get_text() for option in soup(desk.get(url)).select("[name=to] option")]

    assert options == ["Kies een collega", "Karim Jansen", "Thea Jansen"]


def test_hand_over_makes_the_colleague_the_contact(desk: Client, case: CaseFile, noor: User, karim: User) -> None:
    url = ready(case, "overdragen/", noor)

    response = desk.post(url, {"to": karim.pk, "note": "Karim belt je deze week."}, follow=True)

    assert (reread(case).contact, response.status_code) == (karim, 200)
    assert "Noor droeg het over: Karim" in response.content.decode()


def test_hand_over_to_somebody_else_is_refused_beside_the_field(
    desk: Client, case: CaseFile, noor: User, joost: User
) -> None:
    url = ready(case, "overdragen/", noor)

    response = desk.post(url, {"to": joost.pk, "note": "Joost belt je."})

    assert "Deze collega kan dit nu niet overnemen." in " ".join(errors(response).values())
    assert reread(case).contact == noor


# --- The owner --------------------------------------------------------------------------------------------------------
def test_owner_writes_and_gets_a_number(
    case: CaseFile, noor: User, fatima: User, client_for: Callable[..., Client]
) -> None:
    at_state(case, CaseState.CLAIMED, noor)
    mine = client_for(fatima)

    response = mine.post(
        f"{case.get_absolute_url()}bericht/", GOOD["bericht/"] | {"text": "Mag de schutting weg?"}, follow=True
    )

    number = CaseMessage.objects.get().receipt.number
    assert f"Je ontvangstbewijs: {number}." in response.content.decode()
    assert "Mag de schutting weg?" in soup(response).select_one("[aria-labelledby=gebeurd]").get_text()
    assert "Mag de schutting weg?" in mine.get("/mijn/ontvangst/").content.decode()


def test_owner_asks_for_somebody_else(
    case: CaseFile, noor: User, fatima: User, client_for: Callable[..., Client]
) -> None:
    at_state(case, CaseState.CLOSED, noor)

    client_for(fatima).post(f"{case.get_absolute_url()}heropenen/", {"wants_other": "on"})

    assert (reread(case).state, reread(case).contact, reread(case).unwanted_contact) == ("new", None, noor)


@pytest.mark.parametrize("page", ["bericht/", "overdragen/", "plannen/"])
def test_page_costs_the_same_with_a_long_history(page: str, desk: Client, case: CaseFile, noor: User) -> None:
    url = ready(case, page, noor)
    few = queries(desk, url)
    for _ in range(10):
        desk.post(f"{case.desk_url}bericht/", {"text": "Ik bel je morgen.", "submission_key": uuid.uuid4()})

    assert few == queries(desk, url) <= 12
