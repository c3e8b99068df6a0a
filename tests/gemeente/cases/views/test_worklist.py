"""/werkbak/"""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from gemeente.accounts.models import Profile
from gemeente.activity.models import Subject
from gemeente.cases import worklist
from gemeente.cases.actions import claim_case, decline_help, end_case
from gemeente.cases.enums import CaseKind, CasePart, CaseState
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.activity import SubjectFactory
from tests.factories.initiatives import published
from tests.factories.places import WijkFactory
from tests.gemeente.cases.stages import at_state, queries, spoke, wants
from tests.pages import soup

URL = "/werkbak/"
TRAYS = ("nieuw", "mijn", "gepland", "alles", "klaar")
HOUR = 3600


@pytest.fixture
def desk(
    case: CaseFile, fatima: User, noor: User, karim: User, oostgaarde: Wijk, monday: time_machine.Traveller
) -> None:
    """A case in every state, each begun an hour after the one before; it is Tuesday, and Karim just had a contact."""
    for title, state, contact in [
        ("Van Karim", CaseState.CLAIMED, karim),
        ("Van Noor", CaseState.CLAIMED, noor),
        ("Heropend", CaseState.REOPENED, noor),
        ("Klaar", CaseState.CLOSED, noor),
        ("Ook klaar", CaseState.CLOSED, karim),
    ]:
        monday.shift(HOUR)
        at_state(published(owner=fatima, wijk=oostgaarde, title=title).case, state, contact)
    monday.shift(24 * HOUR)
    spoke(CaseFile.objects.get(subject__title="Van Karim"))


@pytest.fixture
def open_page(client_for: Callable[..., Client], noor: User) -> Callable[..., BeautifulSoup]:
    """A page of the werkbak as somebody sees it; as Noor unless told otherwise."""

    def read(query: str = "", user: User = noor) -> BeautifulSoup:
        return soup(client_for(user).get(URL + query))

    return read


def names(page: BeautifulSoup) -> list[str]:
    """The titles of the rows, in order."""
    return [link.get_text(strip=True) for link in page.select("main tbody th a")]


def cells(page: BeautifulSoup, label: str) -> list[str]:
    """One column, in order."""
    return [cell.get_text(" ", strip=True) for cell in page.select(f'main tbody td[data-label="{label}"]')]


def many(number: int, *, are_held: bool) -> None:
    """Cases of as many owners, wijken and, where they are held, contact persons."""
    wijken = Wijk.objects.bulk_create(WijkFactory.build_batch(number))
    people = User.objects.bulk_create(User(email=f"{uuid.uuid4()}@voorbeeld.example") for _ in range(2 * number))
    Profile.objects.bulk_create(Profile(user=user) for user in people)
    subjects = Subject.objects.bulk_create(SubjectFactory.build(wijk=wijk) for wijk in wijken)
    made = [CaseFile(subject=subject, kind=CaseKind.INITIATIVE) for subject in subjects]
    if are_held:
        for case, contact in zip(made, people[number:], strict=True):
            case.state, case.contact, case.claimed_at = CaseState.CLAIMED, contact, timezone.now()
    owned = zip(CaseFile.objects.bulk_create(made), people[:number], strict=True)
    CasePerson.objects.bulk_create(CasePerson(case=case, user=owner, part=CasePart.OWNER) for case, owner in owned)


# --- Trays ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("tray", "of_noor", "of_karim"),
    [
        ("nieuw", ["Moestuin achter de Hoven"], ["Moestuin achter de Hoven"]),
        ("mijn", ["Van Noor", "Heropend"], ["Van Karim"]),
        ("alles", *[["Moestuin achter de Hoven", "Van Noor", "Heropend", "Van Karim"]] * 2),
        ("klaar", *[["Ook klaar", "Klaar"]] * 2),
    ],
)
def test_tray_shows_its_cases_longest_silent_first(
    tray: str, of_noor: list[str], of_karim: list[str], desk: None, open_page: Callable, karim: User
) -> None:
    found = names(open_page(f"?bak={tray}")), names(open_page(f"?bak={tray}", karim))

    assert found == (of_noor, of_karim)


def test_tabs_count_who_waits_and_who_is_mine(desk: None, open_page: Callable) -> None:
    tabs = open_page("?bak=mijn").select("main .portal-tab")

    assert [tab.get_text(" ", strip=True) for tab in tabs] == ["Nieuw 1", "Van mij 2", "Gepland", "Alles", "Afgerond"]
    assert [tab["href"] for tab in tabs] == [f"?bak={tray}" for tray in TRAYS]
    assert [tab.get("aria-current") for tab in tabs] == [None, "page", None, None, None]


def test_tabs_count_no_further_than_matters(desk: None, open_page: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worklist, "MOST", 1)

    tabs = open_page().select("main .portal-tab")

    assert [tab.get_text(" ", strip=True) for tab in tabs][:2] == ["Nieuw 1", "Van mij 1+"]


@pytest.mark.parametrize("query", ["", "?bak=", "?bak=onzin", "?bak=NIEUW", "?bak=nieuw'--", "?bak=mijn&bak=nieuw"])
def test_nonsense_for_a_tray_is_the_first(query: str, desk: None, open_page: Callable) -> None:
    page = open_page(query)

    assert names(page) == ["Moestuin achter de Hoven"]
    assert page.select_one("main .portal-tab[aria-current]")["href"] == "?bak=nieuw"


@pytest.mark.parametrize(
    ("tray", "words"),
    [
        ("nieuw", "Er wacht nu niemand."),
        ("mijn", "Je bent nog niemands vaste contact."),
        ("alles", "Er loopt nu geen enkele zaak."),
        ("klaar", "Er is nog niets afgerond."),
    ],
)
def test_empty_tray_says_so(tray: str, words: str, reference: None, open_page: Callable) -> None:
    page = open_page(f"?bak={tray}")

    assert words in page.main.get_text()
    assert page.table is None


# --- Rows -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("day", "words", "is_late"),
    [
        ("2026-03-02", "Bel uiterlijk 5 maart", False),
        ("2026-03-05", "Bel uiterlijk 5 maart", False),
        ("2026-03-06", "Bel: 1 dag te laat", True),
        ("2026-03-09", "Bel: 4 dagen te laat", True),
    ],
)
def test_row_says_by_when_and_shows_what_is_late(
    day: str, words: str, is_late: bool, case: CaseFile, open_page: Callable, monday: time_machine.Traveller
) -> None:
    monday.move_to(f"{day} 17:00", tick=False)

    page = open_page()

    assert cells(page, "Wat nu") == [words]
    assert [mark.get_text() for mark in page.select("main .portal-late")] == ([words] if is_late else [])


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("", "Bel of ga langs uiterlijk 5 maart"),
        ("phone", "Bel uiterlijk 5 maart"),
        ("visit", "Ga langs uiterlijk 5 maart"),
        ("writing", "Schrijf uiterlijk 5 maart"),
    ],
)
def test_row_says_how_she_wants_contact(way: str, words: str, case: CaseFile, open_page: Callable) -> None:
    wants(case.owner, way)

    assert cells(open_page(), "Wat nu") == [words]


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Bel op 4 maart"), (1, "Bel op 4 maart"), (2, "Bel vandaag"), (3, "Bel: 1 dag te laat")],
)
def test_row_says_when_the_appointment_is(
    days: int, words: str, case: CaseFile, noor: User, open_page: Callable, monday: time_machine.Traveller
) -> None:
    spoke(claim_case(case=case, actor=noor), next_on=timezone.localdate().replace(day=4))
    monday.shift(days * 24 * HOUR)

    assert cells(open_page("?bak=mijn"), "Wat nu") == [words]


def test_row_says_what_is_left_of_who_declined_help(
    case: CaseFile, fatima: User, noor: User, open_page: Callable
) -> None:
    decline_help(case=case, actor=fatima)
    before = cells(open_page(), "Wat nu")
    spoke(claim_case(case=case, actor=noor))

    after = cells(open_page("?bak=mijn"), "Wat nu")

    assert (before, after) == (["Heet welkom uiterlijk 5 maart"], ["Redt het zonder de gemeente"])


def test_row_says_that_nothing_is_agreed_or_left(case: CaseFile, fatima: User, noor: User, open_page: Callable) -> None:
    spoke(claim_case(case=case, actor=noor))
    agreed = cells(open_page("?bak=mijn"), "Wat nu")
    end_case(case=case, actor=fatima)

    assert (agreed, cells(open_page("?bak=klaar"), "Wat nu")) == (["Geen afspraak"], ["Afgerond"])


def test_row_says_who_has_it(desk: None, open_page: Callable) -> None:
    assert cells(open_page("?bak=alles"), "Wie heeft dit") == ["Nog niemand", "Jij", "Jij", "Karim Jansen"]


@pytest.mark.parametrize("tray", ["nieuw", "mijn"])
def test_tray_of_one_says_once_who_has_it(tray: str, desk: None, open_page: Callable) -> None:
    page = open_page(f"?bak={tray}")

    assert (bool(names(page)), cells(page, "Wie heeft dit")) == (True, [])


def test_row_of_her_own_leads_straight_to_the_form(desk: None, open_page: Callable, noor: User) -> None:
    links = [link["href"] for link in open_page("?bak=alles").select("main tbody a.nl-button")]

    hers = [case.desk_url for case in CaseFile.objects.held_by(noor).longest_silent_first()]
    assert links == [*(f"{url}#opschrijven" for url in hers), CaseFile.objects.get(subject__title="Van Karim").desk_url]


@pytest.mark.parametrize(
    ("day", "words"),
    [("2026-03-02", "vandaag"), ("2026-03-03", "gisteren"), ("2026-03-04", "2 dagen geleden")],
)
def test_row_says_how_long_it_is_silent(
    day: str, words: str, case: CaseFile, noor: User, open_page: Callable, monday: time_machine.Traveller
) -> None:
    claim_case(case=case, actor=noor)
    monday.move_to(f"{day} 17:00", tick=False)
    begun = cells(open_page("?bak=mijn"), "Laatste contact")
    monday.move_to("2026-03-02 17:00", tick=False)
    spoke(case)
    monday.move_to(f"{day} 17:00", tick=False)

    spoken = cells(open_page("?bak=mijn"), "Laatste contact")

    assert (begun, spoken) == ([f"nog geen begon {words}"], [words])


def test_row_of_a_case_that_just_began_has_no_contact_yet(
    reference: None, fatima: User, oostgaarde: Wijk, open_page: Callable
) -> None:
    published(owner=fatima, wijk=oostgaarde)

    assert cells(open_page(), "Laatste contact") == ["nog geen begon vandaag"]


def test_row_of_the_whole_town_names_it(reference: None, fatima: User, open_page: Callable) -> None:
    published(owner=fatima, wijk=None)

    assert "Heel Capelle" in open_page().select_one("main tbody th").get_text()


@pytest.mark.parametrize("tray", TRAYS)
def test_claim_button_stands_only_where_one_may(tray: str, desk: None, open_page: Callable, fatima: User) -> None:
    new = CaseFile.objects.get(state=CaseState.NEW)

    forms = open_page(f"?bak={tray}").select("main tbody form")

    expected = [f"/werkbak/{new.pk}/oppakken/"] if tray in {"nieuw", "alles"} else []
    assert [form["action"] for form in forms] == expected
    assert all(form["method"] == "post" and form.select_one("[name=csrfmiddlewaretoken]") for form in forms)


def test_claim_button_is_not_for_ones_own(case: CaseFile, noor: User, karim: User, open_page: Callable) -> None:
    case.people.update(user=noor)

    buttons = {user.first_name: len(open_page("", user).select("main tbody form")) for user in (noor, karim)}

    assert buttons == {"Noor": 0, "Karim": 1}


# --- Who, how much ----------------------------------------------------------------------------------------------------
def test_worklist_is_for_civil_servants(
    case: CaseFile,
    fatima: User,
    noor: User,
    karim: User,
    others: dict[str, User | None],
    client_for: Callable[..., Client],
) -> None:
    people = others | {"fatima": fatima, "noor": noor, "karim": karim}

    statuses = {who: client_for(user).get(URL).status_code for who, user in people.items()}

    expected = dict.fromkeys(people, 403) | {"anonymous": 302, "noor": 200, "karim": 200}
    assert statuses == expected


def test_worklist_asks_for_the_second_factor_first(
    case: CaseFile, client_for: Callable[..., Client], noor: User
) -> None:
    response = client_for(noor, second_factor=False).get(URL)

    assert (response.status_code, response.url) == (302, "/mijn/tweede-stap/?next=%2Fwerkbak%2F")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_worklist_is_only_read(method: str, case: CaseFile, client_for: Callable[..., Client], noor: User) -> None:
    assert getattr(client_for(noor), method)(URL).status_code == 405


@pytest.mark.parametrize(("tray", "are_held"), [("nieuw", False), ("alles", True)])
def test_worklist_costs_the_same_for_many(
    tray: str, are_held: bool, client_for: Callable[..., Client], noor: User, reference: None
) -> None:
    client, url = client_for(noor), f"{URL}?bak={tray}"
    many(1, are_held=are_held)
    one = queries(client, url)
    many(49, are_held=are_held)

    fifty = queries(client, url)

    assert (fifty, len(names(soup(client.get(url))))) == (one, 50)
    assert one <= 12


def test_worklist_has_pages_of_fifty(client_for: Callable[..., Client], noor: User, reference: None) -> None:
    many(51, are_held=False)
    client = client_for(noor)

    first, second = (soup(client.get(f"{URL}?bak=alles{page}")) for page in ("", "&pagina=2"))

    assert (len(names(first)), len(names(second))) == (50, 1)
    assert "?bak=alles&pagina=2" in [link["href"] for link in first.select("main a[href*=pagina]")]


@pytest.mark.parametrize("number", ["", "0", "-1", "1.5", "twee", "²", "51", "99999999999999999999", "1'--"])
def test_nonsense_for_a_page_is_the_first(number: str, case: CaseFile, open_page: Callable[..., Any]) -> None:
    assert names(open_page(f"?pagina={number}")) == ["Moestuin achter de Hoven"]
