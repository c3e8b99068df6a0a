"""Who has or had a role: the list, one person, giving and stopping."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gemeente.accounts.actions import close_account
from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.activity.models import Entry, Notice
from gemeente.lib import open_work
from gemeente.lib.open_work import OpenWork, register_open_work
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.accounts import give_role
from tests.factories.users import UserFactory
from tests.pages import errors, soup

LIST = "/beheer/mensen/"
YEARS_AGO = {"starts_on": dt.date(2020, 1, 1), "ends_on": dt.date(2021, 1, 1)}


def names(client: Client, query: str = "") -> list[str]:
    """Who is in the list, in order."""
    return [cell.a.get_text() for cell in soup(client.get(LIST + query)).select("main tbody th")]


def today() -> dt.date:
    return timezone.localdate()


# --- The list ---------------------------------------------------------------------------------------------------------
def test_list_shows_who_has_or_had_a_role(desk: Client, noor: User, aisha: User, fatima: User) -> None:
    old = UserFactory(name="Otto Oud")
    give_role(old, Role.FINANCE, **YEARS_AGO)

    rows = soup(desk.get(LIST)).select("main tbody tr")

    assert [row.th.a.get_text() for row in rows] == ["Aisha Jansen", "Mona Jansen", "Noor Jansen", "Otto Oud"]
    assert [cell.get_text(strip=True) for cell in rows[2].select("td")] == ["gebiedsregisseur, Oostgaarde", ""]
    assert [cell.get_text(strip=True) for cell in rows[3].select("td")] == ["geen", "medewerker financiën"]
    assert fatima.email not in soup(desk.get(LIST)).get_text()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?zoek=noor", ["Noor Jansen"]),
        ("?zoek=AISHA%40voor", ["Aisha Jansen"]),
        ("?zoek=fatima", []),
        ("?rol=finance", ["Otto Oud"]),
        ("?wijk=oostgaarde", ["Noor Jansen"]),
        ("?wijk=schollevaar", ["Otto Oud"]),
        ("?rol=finance&wijk=schollevaar", []),
        ("?rol=koning", ["Aisha Jansen", "Mona Jansen", "Noor Jansen", "Otto Oud"]),
    ],
)
def test_list_is_narrowed(
    desk: Client, noor: User, aisha: User, fatima: User, schollevaar: Wijk, query: str, found: list[str]
) -> None:
    old = UserFactory(name="Otto Oud")
    give_role(old, Role.FINANCE, **YEARS_AGO)
    give_role(old, Role.WOP_MEMBER, wijk=schollevaar)

    assert names(desk, query) == found


def test_empty_list_says_what_to_do(desk: Client) -> None:
    page = soup(desk.get(f"{LIST}?zoek=niemand"))

    assert page.main.find("a", string="Toon iedereen")["href"] == LIST


def test_closed_account_has_no_name_any_more(desk: Client) -> None:
    old = UserFactory(name="Otto Oud")
    give_role(old, Role.FINANCE, **YEARS_AGO)
    close_account(user=old)

    assert names(desk, "?rol=finance") == ["gesloten account"]


def test_list_is_cut_in_pages_and_costs_the_same(desk: Client) -> None:
    desk.get(LIST)
    with CaptureQueriesContext(connection) as few:
        desk.get(LIST)
    for number in range(55):
        give_role(UserFactory(name=f"Buur {number:02}"), Role.WOP_MEMBER)

    with CaptureQueriesContext(connection) as many:
        page = soup(desk.get(LIST))

    assert len(page.select("main tbody tr")) == 50
    assert page.select_one("[rel=next]")["href"] == "?pagina=2"
    assert len(many) == len(few) <= 12
    assert len(names(desk, "?pagina=2")) == 6


# --- One person -------------------------------------------------------------------------------------------------------
def test_person_shows_roles_now_and_before(desk: Client, noor: User) -> None:
    give_role(noor, Role.FINANCE, **YEARS_AGO)
    give_role(noor, Role.CIVIL_SERVANT, starts_on=dt.date(2999, 1, 1))

    page = soup(desk.get(f"{LIST}{noor.pk}/"))

    now, before = page.select("main table")
    assert [row.th.contents[0] for row in now.select("tbody tr")] == ["ambtenaar", "gebiedsregisseur"]
    assert [row.th.contents[0] for row in before.select("tbody tr")] == ["medewerker financiën"]
    assert len(now.select("a")) == 2
    assert not before.select("a")
    assert "nog nooit" in page.aside.get_text()


def test_resident_without_a_role_is_not_here(desk: Client, fatima: User) -> None:
    assert desk.get(f"{LIST}{fatima.pk}/").status_code == 404
    assert desk.get(f"{LIST}{fatima.pk}/rol-geven/").status_code == 404
    assert desk.get(f"{LIST}999999/").status_code == 404


def test_manager_finds_no_button_to_give_herself_a_role(desk: Client, mona: User, noor: User) -> None:
    assert "Geef nog een rol" in soup(desk.get(f"{LIST}{noor.pk}/")).get_text()
    assert "Geef nog een rol" not in soup(desk.get(f"{LIST}{mona.pk}/")).get_text()


def test_person_costs_the_same_with_many_roles(desk: Client, noor: User) -> None:
    desk.get(LIST)
    with CaptureQueriesContext(connection) as few:
        desk.get(f"{LIST}{noor.pk}/")
    for _ in range(12):
        give_role(noor, Role.WOP_MEMBER)

    with CaptureQueriesContext(connection) as many:
        desk.get(f"{LIST}{noor.pk}/")

    assert len(many) == len(few) <= 12


# --- Giving -----------------------------------------------------------------------------------------------------------
def give(client: Client, person: User, **changes: str) -> object:
    """Send the form."""
    typed = {"role": "clerk", "wijk": "", "starts_on": today().isoformat(), "ends_on": ""}
    return client.post(f"{LIST}{person.pk}/rol-geven/", typed | changes)


def test_role_is_given(desk: Client, mona: User, aisha: User, oostgaarde: Wijk) -> None:
    done = give(desk, aisha, role="wop_board", wijk="oostgaarde", ends_on="2999-01-01")

    row = RoleAssignment.objects.get(user=aisha, role="wop_board")
    assert done.url == f"{LIST}{aisha.pk}/"
    assert (row.wijk, row.given_by, row.ends_on) == (oostgaarde, mona, dt.date(2999, 1, 1))
    assert Entry.objects.get(verb="role_given", person=aisha).actor == mona
    assert Notice.objects.filter(recipient=aisha, template="role_given").exists()


BAD = [
    ({"role": ""}, {"role": "Kies een rol."}),
    ({"role": "koning"}, {"role": "Deze rol kennen we niet. Kies er een uit."}),
    ({"role": "wop_board"}, {"wijk": "Deze rol hoort bij een wijk. Kies de wijk."}),
    ({"wijk": "oostgaarde"}, {"wijk": "Deze rol geldt voor de hele stad. Laat de wijk leeg."}),
    ({"wijk": "atlantis"}, {"wijk": "Deze wijk kennen we niet. Kies een wijk uit de lijst."}),
    ({"starts_on": ""}, {"starts_on": "Kies een dag."}),
    ({"ends_on": "2020-01-01"}, {"ends_on": "De laatste dag moet na de eerste dag liggen."}),
]


@pytest.mark.parametrize(("change", "words"), BAD)
def test_role_that_cannot_be_is_told_beside_the_field(
    desk: Client, aisha: User, oostgaarde: Wijk, change: dict[str, str], words: dict[str, str]
) -> None:
    page = give(desk, aisha, **change)

    assert (page.status_code, errors(page)) == (200, words)
    assert RoleAssignment.objects.filter(user=aisha).count() == 1


def test_bad_day_is_told(desk: Client, aisha: User) -> None:
    page = give(desk, aisha, starts_on="morgen")

    assert errors(page)["starts_on"].startswith("Dit is geen datum.")
    assert soup(page).select_one("[name=starts_on]")["value"] == "morgen"


def test_role_this_person_cannot_have_is_told_above_the_form(desk: Client, hans: User, mona: User) -> None:
    for person, role, words in [(hans, "clerk", "Gemeentewet, artikel 13"), (mona, "clerk", "jezelf geen rol")]:
        page = give(desk, person, role=role)

        assert words in soup(page).select_one(".portal-errors").get_text()
        assert RoleAssignment.objects.filter(user=person).count() == 1


# --- Stopping ---------------------------------------------------------------------------------------------------------
def stop(client: Client, person: User, day: dt.date) -> object:
    """Send the form of her first role."""
    row = RoleAssignment.objects.filter(user=person).earliest("pk")
    return client.post(f"{LIST}rol/{row.pk}/stoppen/", {"ends_on": day.isoformat()})


def test_role_is_stopped(desk: Client, mona: User, aisha: User) -> None:
    done = stop(desk, aisha, today())

    row = RoleAssignment.objects.get(user=aisha)
    assert (done.url, row.ends_on) == (f"{LIST}{aisha.pk}/", today())
    assert Entry.objects.get(verb="role_ended", person=aisha).actor == mona
    assert Notice.objects.filter(recipient=aisha, template="role_ended").exists()
    again = desk.get(f"{LIST}rol/{row.pk}/stoppen/")
    assert again.url == f"{LIST}{aisha.pk}/"


def test_role_that_cannot_stop_says_why(desk: Client, mona: User, aisha: User) -> None:
    for person, day, words in [
        (mona, today(), "Er blijft dan geen beheerder over."),
        (aisha, dt.date(2025, 1, 1), "De laatste dag moet na de eerste dag liggen."),
    ]:
        page = stop(desk, person, day)

        assert words in soup(page).select_one(".portal-errors").get_text()
        assert RoleAssignment.objects.get(user=person).ends_on is None


def test_stopping_without_a_day(desk: Client, aisha: User) -> None:
    row = RoleAssignment.objects.get(user=aisha)

    page = desk.post(f"{LIST}rol/{row.pk}/stoppen/", {"ends_on": ""})

    assert errors(page) == {"ends_on": "Kies een dag."}


def test_open_work_is_shown_with_the_way_to_hand_it_over(
    desk: Client, aisha: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_work, "_parts", {})
    register_open_work(OpenWork("advice", lambda *_about: 4, "/adviezen/", lambda who, n: f"{who}: {n} adviezen."))
    row = RoleAssignment.objects.get(user=aisha)

    page = soup(desk.get(f"{LIST}rol/{row.pk}/stoppen/"))
    refused = stop(desk, aisha, today())

    warning = page.select_one(".utrecht-alert--warning")
    assert "Aisha: 4 adviezen." in warning.get_text()
    assert warning.a["href"] == "/adviezen/"
    assert "Aisha: 4 adviezen." in soup(refused).select_one(".portal-errors").get_text()
    assert RoleAssignment.objects.get(user=aisha).ends_on is None


@pytest.mark.parametrize("path", [LIST, f"{LIST}1/", f"{LIST}1/rol-geven/", f"{LIST}rol/1/stoppen/"])
def test_visitor_signs_in_first(client: Client, db: None, path: str) -> None:
    assert client.get(path).url == f"/account/login/?next={path}"


def test_stranger_is_refused(client_for: Callable[..., Client], noor: User, aisha: User) -> None:
    row = RoleAssignment.objects.get(user=aisha)
    client = client_for(noor)

    assert stop(client, aisha, today()).status_code == 403
    assert give(client, aisha).status_code == 403
    row.refresh_from_db()
    assert row.ends_on is None
    assert RoleAssignment.objects.filter(user=aisha).count() == 1
