"""/werkbak/<zaak>/afronden/"""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.activity.models import Entry, Notice
from gemeente.cases.actions import dispute_contact
from gemeente.cases.enums import CaseState, Means
from gemeente.cases.models import CaseFile
from gemeente.users.models import User
from tests.gemeente.cases.stages import at_state, history, leave, reread, spoke, told, wants
from tests.pages import errors, soup

RESULT = {"result": "De tuin ligt er."}
SPEAK = "Je kunt pas afronden als je elkaar hebt gesproken: bel of ga langs. Een poging telt niet."
WRITE = "Je kunt pas afronden als je hebt geschreven en antwoord hebt gekregen. Zo wilde de eigenaar het."
WARNING = "Er is nog geen echt contact geweest op de manier die de eigenaar koos."


@pytest.fixture
def claimed(case: CaseFile, noor: User) -> CaseFile:
    """Noor has the case of Fatima."""
    return at_state(case, CaseState.CLAIMED, noor)


@pytest.fixture
def url(case: CaseFile) -> str:
    return f"/werkbak/{case.pk}/afronden/"


def tables() -> tuple[int, int]:
    """How much was logged and told."""
    return Entry.objects.count(), Notice.objects.count()


# --- Without contact --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("way", "words"), [("", SPEAK), ("phone", SPEAK), ("visit", SPEAK), ("writing", WRITE)])
def test_forged_post_without_contact_is_refused_and_changes_nothing(
    way: str, words: str, url: str, claimed: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    wants(claimed.owner, way)
    before = (claimed.state, claimed.due_on, claimed.silent_since, history(claimed), tables())

    response = client_for(noor).post(url, RESULT)

    after = reread(claimed)
    assert response.status_code == 200
    assert [item.get_text() for item in soup(response).select(".portal-errors li")] == [words]
    assert soup(response).textarea.text.strip() == RESULT["result"]
    assert (after.state, after.due_on, after.silent_since, history(after), tables()) == before


@pytest.mark.parametrize(
    ("way", "means", "was_reached", "is_denied"),
    [
        ("phone", Means.CALL, False, False),
        ("phone", Means.MAIL, True, False),
        ("phone", Means.CALL, True, True),
        ("writing", Means.VISIT, True, False),
        ("writing", Means.MAIL, False, False),
    ],
    ids=["voicemail", "only mail", "denied", "visit where she asked for mail", "mail without answer"],
)
def test_post_after_what_was_no_contact_is_refused(
    way: str,
    means: Means,
    was_reached: bool,
    is_denied: bool,
    url: str,
    claimed: CaseFile,
    noor: User,
    client_for: Callable[..., Client],
) -> None:
    wants(claimed.owner, way)
    moment = spoke(claimed, means=means, was_reached=was_reached)
    if is_denied:
        dispute_contact(moment=moment, actor=claimed.owner)
    client = client_for(noor)

    refused = client.post(url, RESULT)
    spoke(claimed, means=Means.MAIL if way == "writing" else Means.CALL)
    done = client.post(url, RESULT)

    assert (refused.status_code, done.status_code, reread(claimed).state) == (200, 302, CaseState.CLOSED)


def test_page_warns_until_there_was_a_contact(
    url: str, claimed: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(noor)

    before = soup(client.get(url)).main
    spoke(claimed)
    after = soup(client.get(url)).main

    assert (WARNING in before.get_text(), WARNING in after.get_text()) == (True, False)
    assert before.select_one(".utrecht-alert a")["href"] == f"{claimed.desk_url}#opschrijven"


# --- With contact -----------------------------------------------------------------------------------------------------
def test_close_keeps_the_result_and_goes_back_to_ones_own(
    url: str, claimed: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    spoke(claimed)

    response = client_for(noor).post(url, RESULT, follow=True)

    assert response.redirect_chain == [("/werkbak/?bak=mijn", 302)]
    assert "Afgerond. De eigenaar heeft bericht gekregen" in response.content.decode()
    assert (reread(claimed).state, history(claimed)[-1][-1]) == (CaseState.CLOSED, RESULT["result"])
    assert told("case_closed") == ["Fatima Jansen"]


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ("", "Schrijf op wat het resultaat is. De eigenaar leest dit."),
        ("   ", "Schrijf op wat het resultaat is. De eigenaar leest dit."),
        ("a" * 1001, "Dit is te lang. Gebruik niet meer dan 1000 tekens."),
    ],
    ids=["empty", "blank", "too long"],
)
def test_close_says_beside_the_field_what_is_wrong(
    result: str, words: str, url: str, claimed: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    spoke(claimed)

    response = client_for(noor).post(url, {"result": result})

    assert (response.status_code, errors(response)) == (200, {"result": words})
    assert soup(response).textarea.text.strip() == result.strip()
    assert reread(claimed).state == CaseState.CLAIMED


# --- Who --------------------------------------------------------------------------------------------------------------
def test_close_is_for_the_contact(
    url: str,
    claimed: CaseFile,
    fatima: User,
    noor: User,
    karim: User,
    others: dict[str, User | None],
    client_for: Callable[..., Client],
) -> None:
    spoke(claimed)
    clients = {who: client_for(user) for who, user in (others | {"fatima": fatima, "karim": karim}).items()}

    read = {who: client.get(url).status_code for who, client in clients.items()}
    written = {who: client.post(url, RESULT).status_code for who, client in clients.items()}

    assert read == written == dict.fromkeys(clients, 403) | {"anonymous": 302}
    assert reread(claimed).state == CaseState.CLAIMED
    assert client_for(noor).post(url, RESULT).status_code == 302


@pytest.mark.parametrize(("state", "status"), [("new", 403), ("claimed", 200), ("reopened", 200), ("closed", 403)])
def test_close_is_for_a_case_that_somebody_has(
    state: str, status: int, url: str, case: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    at_state(case, CaseState(state), noor)
    client = client_for(noor)

    assert (client.get(url).status_code, client.post(url).status_code) == (status, status)


def test_close_is_not_for_who_left(url: str, claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    spoke(claimed)
    client = client_for(noor)
    before = client.get(url).status_code

    leave(noor)

    assert (before, client.post(url, RESULT).status_code, reread(claimed).state) == (200, 403, CaseState.CLAIMED)


@pytest.mark.parametrize("method", ["get", "post"])
def test_close_asks_for_the_second_factor_first(
    method: str, url: str, claimed: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    spoke(claimed)

    response = getattr(client_for(noor, second_factor=False), method)(url, RESULT)

    assert response.url.startswith("/mijn/tweede-stap/")
    assert reread(claimed).state == CaseState.CLAIMED


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_close_knows_no_other_method(
    method: str, url: str, claimed: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    assert getattr(client_for(noor), method)(url).status_code == 405


def test_close_of_what_is_not_there_is_404(claimed: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    client = client_for(noor)

    statuses = [client.get(f"/werkbak/{pk}/afronden/").status_code for pk in (claimed.pk, claimed.pk + 1)]

    assert statuses == [200, 404]
