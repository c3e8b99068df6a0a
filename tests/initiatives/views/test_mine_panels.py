"""/mijn/: one's own initiatives, and what one takes part in"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from gemeente.accounts.enums import Role
from gemeente.cases.actions import claim_case, close_case, end_case, log_contact, reopen_case
from gemeente.cases.enums import Means
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate, withdraw
from initiatives.actions.moving import move_initiative
from initiatives.enums import ParticipationKind, Stage
from initiatives.models import Initiative
from initiatives.workflow import TRANSITIONS
from tests.conftest import person
from tests.factories.initiatives import InitiativeFactory, published
from tests.pages import soup

SUPPORT, JOIN = ParticipationKind.SUPPORT, ParticipationKind.JOIN
URL = "/mijn/"
NEWS, STEP, CONTACT = "Vertel nieuws", "Zet een stap verder", "Je contact met de gemeente"
PLAN = "Je planning"


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """A Monday morning; three working days later is Thursday 5 March."""
    with time_machine.travel("2026-03-02 09:30 +0100", tick=False) as traveller:
        yield traveller


@pytest.fixture
def initiative(fatima: User, noor: User, oostgaarde: Wijk, reference: None) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")


def rows(client: Client, panel: str = "mijn-initiatieven") -> list[Any]:
    """The rows of a panel."""
    return soup(client.get(URL)).select(f"[aria-labelledby={panel}] .portal-row")


def told(client: Client) -> tuple[str, str, list[str]]:
    """Of the one initiative there is: what now, who at the gemeente and when, and what one can do."""
    [row] = rows(client)
    for hidden in row.select(".portal-hidden"):
        hidden.decompose()
    _badge, now, *who = row.find_all("p", recursive=False)[1:]
    acts = [link.get_text(strip=True) for link in row.select("ul.portal-cluster a")]
    return now.get_text(strip=True), " ".join(who[0].get_text().split()) if who else "", acts


def move(initiative: Initiative, *names: str, **fields: Any) -> Initiative:
    """Take steps of the table."""
    for name in names:
        step = next(t for t in TRANSITIONS if (t.source, t.name) == (initiative.stage, name))
        ended = fields if step.needs_outcome else {}
        initiative = move_initiative(initiative=initiative, actor=initiative.owner, transition=step, **ended)
    return initiative


def talk(initiative: Initiative, noor: User, next_on: dt.date | None = None) -> None:
    """Noor takes it up and calls."""
    case = claim_case(case=initiative.case, actor=noor)
    log_contact(
        case=case, actor=noor, means=Means.CALL, was_reached=True, happened_on=dt.date(2026, 3, 2), next_on=next_on
    )


# --- One's own initiatives --------------------------------------------------------------------------------------------
def test_concept_asks_to_be_finished(client_for: Callable[..., Client], fatima: User, oostgaarde: Wijk) -> None:
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde)

    client = client_for(fatima)

    assert told(client) == ("Alleen jij ziet dit nog.", "", ["Maak het af en zet het online"])
    [row] = rows(client)
    assert row.select_one("ul.portal-cluster a")["href"] == f"/initiatieven/{concept.slug}/publiceren/"
    assert row.select_one(".portal-row__title a")["href"] == concept.get_absolute_url()


def test_new_says_who_looks_first_and_until_when(client_for: Callable[..., Client], initiative: Initiative) -> None:
    assert told(client_for(initiative.owner)) == (
        "De gemeente zoekt wie jou gaat helpen.",
        "Bij de gemeente: Noor. Je hoort uiterlijk op 5 maart 2026 van ons.",
        [STEP, PLAN, NEWS, CONTACT],
    )


def test_new_for_the_whole_town_is_with_the_team(
    client_for: Callable[..., Client], fatima: User, noor: User, reference: None
) -> None:
    published(owner=fatima, wijk=None)

    _now, who, _acts = told(client_for(fatima))

    assert who == "Bij de gemeente: het team Gebiedsregie. Je hoort uiterlijk op 5 maart 2026 van ons."


def test_claimed_says_who_will_be_in_touch(
    client_for: Callable[..., Client], initiative: Initiative, noor: User
) -> None:
    karim = person("Karim", role=Role.CIVIL_SERVANT)
    claim_case(case=initiative.case, actor=karim)

    assert told(client_for(initiative.owner)) == (
        "Je contactpersoon neemt contact met je op.",
        "Bij de gemeente: Karim. Je hoort uiterlijk op 5 maart 2026 van ons.",
        [STEP, PLAN, NEWS, CONTACT],
    )


def test_appointment_is_told_with_its_day(
    client_for: Callable[..., Client], initiative: Initiative, noor: User
) -> None:
    talk(initiative, noor, next_on=dt.date(2026, 3, 20))

    assert told(client_for(initiative.owner)) == (
        "Er staat een afspraak met je contactpersoon.",
        "Bij de gemeente: Noor. Jullie volgende contact is op 20 maart 2026.",
        [STEP, PLAN, NEWS, CONTACT],
    )


def test_without_appointment_it_is_her_turn(
    client_for: Callable[..., Client], initiative: Initiative, noor: User
) -> None:
    talk(initiative, noor)

    now, who, _acts = told(client_for(initiative.owner))

    assert now.startswith("Jullie zijn aan zet.")
    assert who == "Bij de gemeente: Noor."


@pytest.mark.parametrize(("day", "is_late"), [("2026-03-05", False), ("2026-03-06", True), ("2026-05-06", True)])
@pytest.mark.parametrize("is_claimed", [False, True])
def test_late_is_said_as_it_is(
    is_claimed: bool,
    day: str,
    is_late: bool,
    client_for: Callable[..., Client],
    initiative: Initiative,
    noor: User,
    clock: Any,
) -> None:
    if is_claimed:
        claim_case(case=initiative.case, actor=noor)
    clock.move_to(f"{day} 12:00 +0100")

    client = client_for(initiative.owner)

    now, who, _acts = told(client)
    assert (now == "We zijn te laat: je had al van ons moeten horen. Bel ons gerust.") == is_late
    assert (who == "Bij de gemeente: Noor.") == is_late
    assert [bool(row.select(".portal-late")) for row in rows(client)] == [is_late]


@pytest.mark.parametrize("closed_by", ["noor", "fatima"])
def test_closed_leaves_her_to_it_and_reopened_begins_again(
    closed_by: str, client_for: Callable[..., Client], initiative: Initiative, noor: User
) -> None:
    talk(initiative, noor, next_on=dt.date(2026, 3, 20))
    if closed_by == "noor":
        case = close_case(case=initiative.case, actor=noor, result="Grond en water zijn geregeld.")
    else:
        case = end_case(case=initiative.case, actor=initiative.owner)
    client = client_for(initiative.owner)
    closed = told(client)

    reopen_case(case=case, actor=initiative.owner)

    sentence = "Je doet dit nu zelf. De hulp van de gemeente is afgerond."
    assert closed == (sentence, "Bij de gemeente: Noor.", [STEP, PLAN, NEWS, CONTACT])
    assert told(client)[:2] == (
        "Je contactpersoon neemt contact met je op.",
        "Bij de gemeente: Noor. Je hoort uiterlijk op 5 maart 2026 van ons.",
    )


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (["begin", "realise"], "Het is gelukt. Mooi gedaan!"),
        (["stop"], "Dit is gestopt. Je kunt het altijd weer oppakken."),
    ],
)
@pytest.mark.parametrize("day", ["2026-03-02", "2026-03-09"])
def test_ended_is_told_as_it_ended_and_never_as_late(
    day: str,
    steps: list[str],
    sentence: str,
    client_for: Callable[..., Client],
    initiative: Initiative,
    clock: Any,
) -> None:
    move(initiative, *steps, outcome="Dertig buren aten samen.", people_reached=30)
    clock.move_to(f"{day} 12:00 +0100")

    client = client_for(initiative.owner)

    now, who, acts = told(client)
    assert (now, acts) == (sentence, [NEWS, CONTACT])
    assert ("uiterlijk" in who) == (day == "2026-03-02")
    assert [row.select(".portal-late") for row in rows(client)] == [[]]


def test_acts_lead_to_their_pages(client_for: Callable[..., Client], initiative: Initiative) -> None:
    client = client_for(initiative.owner)
    [row] = rows(client)

    paths = [link["href"] for link in row.select("a")]

    case = initiative.case.get_absolute_url()
    base = initiative.get_absolute_url()
    assert paths == [base, f"{base}stap/", f"{base}planning/", f"{base}nieuws/", case]
    assert [client.get(path).status_code for path in paths] == [200] * 5


def test_concepts_come_first_and_then_the_newest(
    client_for: Callable[..., Client], fatima: User, oostgaarde: Wijk, clock: Any
) -> None:
    for number, name in enumerate(("Oud", "Nieuw")):
        clock.move_to(dt.datetime(2026, 3, 3 + number, 9, tzinfo=dt.UTC))
        published(owner=fatima, wijk=oostgaarde, title=f"{name} plan")
    InitiativeFactory(owner=fatima, wijk=oostgaarde, title="Eerste concept")
    InitiativeFactory(owner=fatima, wijk=oostgaarde, title="Tweede concept")

    titles = [row.select_one(".portal-row__title").get_text(strip=True) for row in rows(client_for(fatima))]

    assert titles == ["Tweede concept", "Eerste concept", "Nieuw plan", "Oud plan"]


def test_panel_without_anything_invites(client_for: Callable[..., Client], bram: User, initiative: Initiative) -> None:
    page = soup(client_for(bram).get(URL))

    panel = page.select_one("[aria-labelledby=mijn-initiatieven]")
    assert panel.find("a", href="/initiatieven/nieuw/") is not None
    assert initiative.title not in page.get_text()


# --- What one takes part in -------------------------------------------------------------------------------------------
def test_takes_part_says_how_and_where_it_stands(
    client_for: Callable[..., Client], initiative: Initiative, bram: User, oostgaarde: Wijk
) -> None:
    other = published(wijk=oostgaarde, title="Lange tafel")
    participate(initiative=other, actor=bram, kind=SUPPORT)
    participate(initiative=initiative, actor=bram, kind=SUPPORT)
    participate(initiative=initiative, actor=bram, kind=JOIN)
    move(initiative, "begin")
    client = client_for(bram)

    lines = [" ".join(row.get_text().split()) for row in rows(client, "mijn-meedoen")]

    assert lines == [
        "Moestuin achter de Hoven In uitvoering Je doet mee · Je steunt dit",
        "Lange tafel Idee Je steunt dit",
    ]
    for kind in ParticipationKind:
        withdraw(initiative=initiative, actor=bram, kind=kind)
    assert len(rows(client, "mijn-meedoen")) == 1


def test_takes_part_is_not_there_for_who_does_not(client_for: Callable[..., Client], initiative: Initiative) -> None:
    assert soup(client_for(initiative.owner).get(URL)).select("#mijn-meedoen") == []


# --- Cost -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("count", [1, 30])
def test_page_costs_the_same_for_many(
    count: int,
    client_for: Callable[..., Client],
    fatima: User,
    bram: User,
    noor: User,
    oostgaarde: Wijk,
    reference: None,
    django_assert_num_queries: Callable[..., Any],
) -> None:
    for number in range(count):
        mine = published(owner=fatima, wijk=oostgaarde)
        participate(initiative=published(owner=bram, wijk=oostgaarde), actor=fatima, kind=JOIN)
        if number % 3 == 1:
            claim_case(case=mine.case, actor=noor)
    client = client_for(fatima)
    client.get(URL)

    with django_assert_num_queries(8):
        page = soup(client.get(URL))
    with django_assert_num_queries(8):
        whole = soup(client.get(f"{URL}?meer=ja"))

    for panel, more in (("mijn-initiatieven", "meer van je"), ("mijn-meedoen", "meer zien")):
        assert len(page.select(f"[aria-labelledby={panel}] .portal-row")) == min(count, 10)
        assert len(whole.select(f"[aria-labelledby={panel}] .portal-row")) == count
        links = [link["href"] for link in page.select(f"[aria-labelledby={panel}] > p > a") if more in link.text]
        assert links == ([f"{URL}?meer=ja#{panel}"] if count > 10 else [])
    assert Initiative.objects.exclude(stage=Stage.CONCEPT).count() == 2 * count


def test_more_than_the_page_can_show_says_so(
    client_for: Callable[..., Client], fatima: User, oostgaarde: Wijk, reference: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("initiatives.panels.MOST", 11)
    for _number in range(12):
        published(owner=fatima, wijk=oostgaarde)

    panel = soup(client_for(fatima).get(f"{URL}?meer=ja")).select_one("[aria-labelledby=mijn-initiatieven]")

    assert len(panel.select(".portal-row")) == 11
    assert "Dit zijn de nieuwste 11." in panel.get_text(" ", strip=True)
    assert panel.find("a", string="Zoek de andere in de lijst")["href"] == "/initiatieven/"


def test_page_shows_each_her_own_though_both_ask_the_same_query(
    client_for: Callable[..., Client], fatima: User, bram: User, oostgaarde: Wijk, reference: None
) -> None:
    hers = published(owner=fatima, wijk=oostgaarde, title="Soep van Fatima")
    his = published(owner=bram, wijk=oostgaarde, title="Bankje van Bram")

    pages = [client_for(user).get(URL).content.decode() for user in (fatima, bram, fatima)]

    assert [hers.title in page for page in pages] == [True, False, True]
    assert [his.title in page for page in pages] == [False, True, False]
