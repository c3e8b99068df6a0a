"""/werkbak/<zaak>/oppakken/"""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.cases.actions import claim_case, end_case
from gemeente.cases.enums import CaseState
from gemeente.cases.models import CaseFile
from gemeente.users.models import User
from tests.gemeente.cases.stages import history, leave, reread
from tests.pages import soup


@pytest.fixture
def url(case: CaseFile) -> str:
    return f"/werkbak/{case.pk}/oppakken/"


def alerts(response: object) -> str:
    """What the page says on top."""
    return " ".join(found.get_text(" ", strip=True) for found in soup(response).select(".utrecht-alert"))


def test_claim_takes_one_click(url: str, case: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    response = client_for(noor).post(url, follow=True)

    assert response.redirect_chain == [(case.desk_url, 302)]
    assert (reread(case).state, reread(case).contact) == (CaseState.CLAIMED, noor)
    assert "Jij bent nu het vaste contact." in alerts(response)


def test_claim_twice_is_harmless(url: str, case: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    client = client_for(noor)

    answers = [client.post(url).url for _ in range(2)]

    assert (answers, len(history(case))) == ([case.desk_url] * 2, 1)


def test_claim_too_late_hears_who_has_it(
    url: str, case: CaseFile, noor: User, karim: User, client_for: Callable[..., Client]
) -> None:
    claim_case(case=case, actor=noor)

    response = client_for(karim).post(url, follow=True)

    assert response.redirect_chain == [(case.desk_url, 302)]
    assert "Noor Jansen was net eerder en is nu het vaste contact." in alerts(response)
    assert reread(case).contact == noor


def test_claim_of_ones_own_is_refused(
    url: str, case: CaseFile, noor: User, karim: User, client_for: Callable[..., Client]
) -> None:
    case.people.update(user=noor)

    refused = client_for(noor).post(url, follow=True)
    client_for(karim).post(url)

    assert "Deze zaak kun je nu niet oppakken." in alerts(refused)
    assert reread(case).contact == karim


def test_claim_of_what_is_closed_is_refused(
    url: str, case: CaseFile, fatima: User, noor: User, client_for: Callable[..., Client]
) -> None:
    end_case(case=case, actor=fatima)

    response = client_for(noor).post(url, follow=True)

    assert "Deze zaak kun je nu niet oppakken." in alerts(response)
    assert reread(case).contact is None


def test_claim_is_for_civil_servants(
    url: str, case: CaseFile, noor: User, others: dict[str, User | None], client_for: Callable[..., Client]
) -> None:
    statuses = {who: client_for(user).post(url).status_code for who, user in others.items()}

    assert statuses == dict.fromkeys(others, 403) | {"anonymous": 302}
    assert reread(case).contact is None
    assert client_for(noor).post(url).url == case.desk_url


def test_claim_is_not_for_who_left(
    url: str, case: CaseFile, noor: User, karim: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(karim)
    leave(karim)

    assert client.post(url).status_code == 403
    assert client_for(noor).post(url).status_code == 302


def test_claim_asks_for_the_second_factor_first(
    url: str, case: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    response = client_for(noor, second_factor=False).post(url)

    assert response.url.startswith("/mijn/tweede-stap/")
    assert reread(case).contact is None


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_claim_is_a_post(method: str, url: str, case: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    assert getattr(client_for(noor), method)(url).status_code == 405
    assert reread(case).contact is None


def test_claim_of_what_is_not_there_is_404(case: CaseFile, noor: User, client_for: Callable[..., Client]) -> None:
    assert client_for(noor).post(f"/werkbak/{case.pk + 1}/oppakken/").status_code == 404
