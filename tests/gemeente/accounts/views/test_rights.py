"""Every role in force on a day, on a page and as a file."""

import csv
import datetime as dt
import io
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.users.models import User
from tests.conftest import SINCE, add_second_factor
from tests.factories.accounts import give_role
from tests.factories.users import UserFactory
from tests.pages import soup

PAGE, FILE = "/beheer/mensen/rechten/", "/beheer/mensen/rechten.csv"


def table(client: Client, query: str = "") -> list[list[str]]:
    """The rows of the page."""
    rows = soup(client.get(PAGE + query)).select("main tbody tr")
    return [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in rows]


def file(client: Client, query: str = "") -> list[list[str]]:
    """The rows of the file."""
    text = client.get(FILE + query).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_page_tells_who_may_what_since_when_and_how_safely(desk: Client, mona: User, noor: User, aisha: User) -> None:
    User.objects.filter(pk=noor.pk).update(last_login=dt.datetime(2026, 5, 4, 10, tzinfo=dt.UTC))
    User.objects.filter(pk=mona.pk).update(last_login=None)
    RoleAssignment.objects.filter(user=noor).update(given_by=mona, ends_on=dt.date(2999, 1, 1))

    operator = ("01-01-2026", "geen einde", "opdracht op de server", "nooit")
    assert table(desk) == [
        ["Aisha Jansen", "lid van het Denk & Doe mee!-team", *operator, "niet nodig"],
        ["Mona Jansen", "functioneel beheerder", *operator, "ja"],
        ["Noor Jansen", "gebiedsregisseur, Oostgaarde", "01-01-2026", "01-01-2999", "Mona Jansen", "04-05-2026", "nee"],
    ]


def test_file_holds_the_same(desk: Client, mona: User, noor: User) -> None:
    User.objects.filter(pk=noor.pk).update(last_login=dt.datetime(2026, 5, 4, 10, tzinfo=dt.UTC))
    RoleAssignment.objects.filter(user=noor).update(given_by=mona, given_at=dt.datetime(2026, 1, 2, tzinfo=dt.UTC))
    add_second_factor(noor)

    header, manager, area = file(desk)

    assert header[:6] == ["naam", "e-mailadres", "rol", "wijk", "vanaf", "tot"]
    assert manager[0] == "Mona Jansen"
    assert area == [
        *("Noor Jansen", "noor@voorbeeld.example", "gebiedsregisseur", "Oostgaarde", "2026-01-01", ""),
        *("Mona Jansen", "2026-01-02", "2026-05-04", "ja"),
    ]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2025-12-31", []),
        ("2026-01-01", ["Mona Jansen", "Noor Jansen"]),
        ("2026-01-31", ["Mona Jansen", "Noor Jansen"]),
        ("2026-02-01", ["Mona Jansen"]),
    ],
)
def test_day_can_be_chosen(desk: Client, noor: User, day: str, found: list[str]) -> None:
    RoleAssignment.objects.filter(user=noor).update(ends_on=dt.date(2026, 2, 1))

    assert [row[0] for row in table(desk, f"?dag={day}")] == found
    assert [row[0] for row in file(desk, f"?dag={day}")[1:]] == found
    assert f"rechten-{day}.csv" in desk.get(f"{FILE}?dag={day}")["Content-Disposition"]


@pytest.mark.parametrize("day", ["morgen", "", "2026-13-01"])
def test_what_is_no_day_is_today(desk: Client, mona: User, day: str) -> None:
    assert [row[0] for row in table(desk, f"?dag={day}")] == ["Mona Jansen"]
    assert f"rechten-{timezone.localdate()}.csv" in desk.get(f"{FILE}?dag={day}")["Content-Disposition"]


def test_empty_day_says_so(desk: Client) -> None:
    page = soup(desk.get(f"{PAGE}?dag=2020-01-01"))

    assert "Op die dag had niemand een rol." in page.main.get_text()
    assert page.main.find("a", string="Download als CSV")["href"] == f"{FILE}?dag=2020-01-01"


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+31 10", "-1", "@SUM(A1)"])
def test_name_never_becomes_a_formula(desk: Client, name: str) -> None:
    give_role(UserFactory(name=name), Role.PARTNER)

    assert f"'{name}" in [row[0] for row in file(desk)]


def test_file_is_whole_and_costs_the_same(desk: Client) -> None:
    file(desk)
    with CaptureQueriesContext(connection) as few:
        file(desk)
    for _ in range(60):
        give_role(UserFactory(), Role.PARTNER, starts_on=SINCE)

    with CaptureQueriesContext(connection) as many:
        rows = file(desk)

    assert len(rows) == 62
    assert len(many) == len(few) <= 8


def test_page_is_cut_and_costs_the_same(desk: Client) -> None:
    table(desk)
    with CaptureQueriesContext(connection) as few:
        table(desk)
    for _ in range(60):
        give_role(UserFactory(), Role.PARTNER)

    with CaptureQueriesContext(connection) as many:
        rows = table(desk)

    assert len(rows) == 50
    assert len(many) == len(few) <= 12


@pytest.mark.parametrize("path", [PAGE, FILE])
def test_stranger_and_visitor_get_nothing(client_for: Callable[..., Client], noor: User, path: str) -> None:
    assert client_for(None).get(path).status_code == 302
    assert client_for(noor).get(path).status_code == 403


def test_no_public_page_links_to_it(client: Client, desk: Client, reference: None) -> None:
    for path in ("/", "/initiatieven/", "/wijken/", "/privacy/"):
        assert "/beheer/" not in client.get(path).content.decode()
