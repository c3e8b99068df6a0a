"""/initiatieven/<slug>/ontvangst/"""

import re
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.test import Client

from gemeente.accounts.actions import choose_contact
from gemeente.accounts.enums import Role
from gemeente.accounts.models import Profile
from gemeente.cases.actions import claim_case, end_case
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.conftest import person
from tests.factories.initiatives import InitiativeFactory, published
from tests.pages import soup


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    with time_machine.travel("2026-03-02 09:30 +0100", tick=False):
        yield


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, reference: None) -> Initiative:
    """Online since Monday morning; three working days later is Thursday."""
    return published(owner=fatima, wijk=oostgaarde)


def receipt_of(initiative: Initiative, client: Client) -> dict[str, str]:
    """What the receipt says, by name, and its sentence about the first contact."""
    card = soup(client.get(f"/initiatieven/{initiative.slug}/ontvangst/")).select_one("[aria-labelledby=bewijs]")
    facts = {row.dt.get_text(strip=True): row.dd.get_text(strip=True) for row in card.select("dl > div")}
    promise = card.find("p", class_=None)
    return facts | {"promise": re.sub(r"\s+", " ", promise.get_text(" ", strip=True)) if promise else ""}


def test_receipt_has_number_time_who_and_when(
    client_for: Callable[..., Client], initiative: Initiative, noor: User
) -> None:
    assert receipt_of(initiative, client_for(initiative.owner)) == {
        "Nummer": f"2026-{initiative.case.pk:05d}",
        "Ontvangen": "2 maart 2026, 09.30",
        "Wie kijkt er als eerste naar": "Noor",
        "Telefoon": "14 010",
        "promise": "We bellen je uiterlijk op 5 maart 2026 .",
    }


def test_receipt_leads_on(client_for: Callable[..., Client], initiative: Initiative) -> None:
    page = soup(client_for(initiative.owner).get(f"/initiatieven/{initiative.slug}/ontvangst/"))

    links = {link["href"] for link in page.select("[aria-labelledby=nu-jij] a")}
    assert links == {
        initiative.get_absolute_url(),
        f"/initiatieven/{initiative.slug}/nieuws/",
        initiative.case.get_absolute_url(),
    }
    assert page.select_one("[aria-labelledby=bewijs] a[href^=tel]")["href"] == "tel:14010"


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("phone", "We bellen je uiterlijk op 5 maart 2026 ."),
        ("visit", "We komen uiterlijk op 5 maart 2026 bij je langs."),
        ("writing", "We schrijven je uiterlijk op 5 maart 2026 ."),
    ],
)
def test_receipt_promises_what_the_owner_chose(
    way: str, sentence: str, client_for: Callable[..., Client], fatima: User, oostgaarde: Wijk, reference: None
) -> None:
    choose_contact(
        user=fatima, contact_way=way, day_part="any", phone="010-555 0123", visit_address="Achter de Hoven 1"
    )
    initiative = published(owner=fatima, wijk=oostgaarde)

    assert receipt_of(initiative, client_for(fatima))["promise"] == sentence


def test_receipt_of_somebody_without_a_promise_makes_none_up(
    client_for: Callable[..., Client], initiative: Initiative
) -> None:
    case = end_case(case=initiative.case, actor=initiative.owner)
    case.due_on = None
    case.save(update_fields=["due_on"])

    assert receipt_of(initiative, client_for(initiative.owner))["promise"] == ""


# --- Who looks first --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("has_regisseur", "is_whole_town", "who"),
    [
        (True, False, "Noor"),
        (True, True, "het team Gebiedsregie"),
        (False, False, "het team Gebiedsregie"),
    ],
)
def test_first_responsible_is_of_the_wijk_else_the_team(
    has_regisseur: bool,
    is_whole_town: bool,
    who: str,
    request: pytest.FixtureRequest,
    client_for: Callable[..., Client],
    fatima: User,
    oostgaarde: Wijk,
    reference: None,
) -> None:
    if has_regisseur:
        request.getfixturevalue("noor")
    person("Karim", role=Role.CIVIL_SERVANT)

    initiative = published(owner=fatima, wijk=None if is_whole_town else oostgaarde)

    facts = receipt_of(initiative, client_for(fatima))
    assert (facts["Wie kijkt er als eerste naar"], facts["Telefoon"]) == (who, "14 010")


@pytest.mark.parametrize(
    ("shows_surname", "work_phone", "expected"),
    [(False, "", ("Noor", "14 010")), (True, "010-284 8000", ("Noor Jansen", "010-284 8000"))],
)
def test_first_responsible_goes_by_what_she_shows(
    shows_surname: bool,
    work_phone: str,
    expected: tuple[str, str],
    client_for: Callable[..., Client],
    initiative: Initiative,
    noor: User,
) -> None:
    Profile.objects.filter(user=noor).update(shows_surname=shows_surname, work_phone=work_phone)

    facts = receipt_of(initiative, client_for(initiative.owner))

    assert (facts["Wie kijkt er als eerste naar"], facts["Telefoon"]) == expected
    assert noor.email not in str(facts)


def test_who_took_it_up_comes_first(client_for: Callable[..., Client], initiative: Initiative, noor: User) -> None:
    karim = person("Karim", role=Role.CIVIL_SERVANT)

    claim_case(case=initiative.case, actor=karim)

    assert receipt_of(initiative, client_for(initiative.owner))["Wie kijkt er als eerste naar"] == "Karim"


# --- Who reads it -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("who", "online", "concept"),
    [
        ("fatima", 200, 302),
        ("anonymous", 302, 302),
        ("bram", 403, 404),
        ("willem", 403, 404),
        ("noor", 403, 404),
        ("mona", 403, 404),
    ],
)
def test_receipt_is_for_the_owner(
    who: str,
    online: int,
    concept: int,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    initiative: Initiative,
) -> None:
    hidden = InitiativeFactory(owner=cast["fatima"], wijk=initiative.wijk)
    client = client_for(cast[who])

    shown = [client.get(f"/initiatieven/{one.slug}/ontvangst/") for one in (initiative, hidden)]

    assert [page.status_code for page in shown] == [online, concept]
    assert (initiative.case.number in shown[0].content.decode()) == (who == "fatima")
    if who == "fatima":
        assert shown[1].headers["Location"] == f"/initiatieven/{hidden.slug}/publiceren/"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_receipt_refuses_other_methods(method: str, client_for: Callable[..., Client], initiative: Initiative) -> None:
    client = client_for(initiative.owner)

    assert getattr(client, method)(f"/initiatieven/{initiative.slug}/ontvangst/").status_code == 405
