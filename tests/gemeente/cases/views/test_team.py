"""Pages of the team: who is away, and many cases that change hands."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.cases.actions import claim_case, report_absence
from gemeente.cases.models import Absence, CaseFile
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.initiatives import published
from tests.gemeente.cases.stages import queries, reread
from tests.pages import errors, soup

AWAY = "/werkbak/afwezig/"
OVER = "/werkbak/overdragen/"


@pytest.fixture
def held(case: CaseFile, noor: User) -> CaseFile:
    """Noor's case."""
    return claim_case(case=case, actor=noor)


def absence(person: User, actor: User, **fields: object) -> dict[str, object]:
    """What the form sends."""
    return {"person": person.pk, "starts_on": "2026-03-02", "ends_on": "", "stand_in": ""} | fields


# --- Away -------------------------------------------------------------------------------------------------------------
def test_contact_person_reports_herself(
    held: CaseFile, noor: User, karim: User, client_for: Callable[..., Client]
) -> None:
    response = client_for(noor).post(AWAY, absence(noor, noor, stand_in=karim.pk), follow=True)

    row = Absence.objects.get()
    assert (row.person, row.stand_in, row.ends_on) == (noor, karim, None)
    assert "Karim Jansen neemt waar." in soup(response).main.get_text()


def test_contact_person_reports_nobody_else(
    held: CaseFile, noor: User, karim: User, client_for: Callable[..., Client]
) -> None:
    response = client_for(karim).post(AWAY, absence(noor, karim))

    assert (response.status_code, bool(errors(response)), Absence.objects.count()) == (200, True, 0)


@pytest.mark.parametrize("who", ["thea", "mona"])
def test_team_lead_and_manager_report_others(
    who: str, held: CaseFile, noor: User, thea: User, mona: User, client_for: Callable[..., Client]
) -> None:
    actor = {"thea": thea, "mona": mona}[who]

    client_for(actor).post(AWAY, absence(noor, actor))

    assert (Absence.objects.get().person, reread(held).contact) == (noor, thea)


BAD = [
    ({"starts_on": "2026-03-01"}, "Deze dag is voorbij."),
    ({"starts_on": "morgen"}, "Dit is geen datum."),
    ({"ends_on": "2026-03-02"}, "moet na de eerste dag liggen"),
    ({"person": ""}, "Kies een collega."),
]


@pytest.mark.parametrize(("fields", "why"), BAD)
def test_absence_that_makes_no_sense_comes_back(
    held: CaseFile, thea: User, noor: User, client_for: Callable[..., Client], fields: dict, why: str
) -> None:
    response = client_for(thea).post(AWAY, absence(noor, thea) | fields)

    assert why in " ".join(errors(response).values())
    assert Absence.objects.count() == 0


def test_back_again(held: CaseFile, noor: User, karim: User, client_for: Callable[..., Client]) -> None:
    row = report_absence(person=noor, starts_on=dt.date(2026, 3, 2), ends_on=None, stand_in=karim, actor=noor)

    stranger = client_for(karim).post(f"{AWAY}{row.pk}/terug/").status_code
    response = client_for(noor).post(f"{AWAY}{row.pk}/terug/", follow=True)

    row.refresh_from_db()
    assert (stranger, row.ends_on) == (403, dt.date(2026, 3, 2))
    assert "Iedereen is er." in soup(response).main.get_text()


def test_owner_sees_who_stands_in(
    held: CaseFile, noor: User, karim: User, fatima: User, client_for: Callable[..., Client]
) -> None:
    report_absence(person=noor, starts_on=dt.date(2026, 3, 2), ends_on=None, stand_in=karim, actor=noor)

    page = soup(client_for(fatima).get(held.get_absolute_url()))

    assert "Noor is er nu even niet" in page.aside.get_text()
    assert "Karim" in page.aside.get_text()


def test_stand_in_finds_the_case_in_her_tray(
    held: CaseFile, noor: User, karim: User, client_for: Callable[..., Client]
) -> None:
    report_absence(person=noor, starts_on=dt.date(2026, 3, 2), ends_on=None, stand_in=karim, actor=noor)

    page = soup(client_for(karim).get("/werkbak/?bak=mijn"))

    assert "Noor Jansen (jij neemt waar)" in page.table.get_text()


# --- Many at once -----------------------------------------------------------------------------------------------------
def test_several_cases_go_to_one_colleague(
    held: CaseFile, noor: User, karim: User, fatima: User, oostgaarde: Wijk, client_for: Callable[..., Client]
) -> None:
    other = claim_case(case=published(owner=fatima, wijk=oostgaarde).case, actor=noor)
    stays = claim_case(case=published(owner=fatima, wijk=oostgaarde).case, actor=noor)
    told = {"cases": [held.pk, other.pk], "to": karim.pk, "note": "Karim belt jullie."}

    response = client_for(noor).post(OVER, told, follow=True)

    assert [reread(case).contact for case in (held, other, stays)] == [karim, karim, noor]
    assert "2 zaken zijn nu van Karim Jansen." in response.content.decode()


def test_case_of_somebody_else_is_no_choice(
    held: CaseFile, karim: User, thea: User, fatima: User, oostgaarde: Wijk, client_for: Callable[..., Client]
) -> None:
    claim_case(case=published(owner=fatima, wijk=oostgaarde).case, actor=karim)

    response = client_for(karim).post(OVER, {"cases": [held.pk], "to": thea.pk, "note": "Dag."})

    assert "niet meer van jou" in " ".join(errors(response).values())
    assert reread(held).contact.first_name == "Noor"


def test_nothing_to_pass_on_says_so(karim: User, reference: None, client_for: Callable[..., Client]) -> None:
    assert "Je hebt nu geen zaken" in soup(client_for(karim).get(OVER)).main.get_text()


def test_page_costs_the_same_with_many(
    held: CaseFile, noor: User, fatima: User, oostgaarde: Wijk, client_for: Callable[..., Client]
) -> None:
    desk = client_for(noor)
    few = queries(desk, OVER)
    for _ in range(20):
        claim_case(case=published(owner=fatima, wijk=oostgaarde).case, actor=noor)

    assert few == queries(desk, OVER) <= 12
