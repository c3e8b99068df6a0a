"""Where a manager begins."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.accounts.enums import Role
from gemeente.users.models import User
from tests.factories.accounts import give_role
from tests.factories.users import UserFactory
from tests.pages import soup

START = "/beheer/"


def missing(client: Client) -> list[str]:
    """What the page says is still needed, of the checks of accounts."""
    links = soup(client.get(START)).select("#nog-te-doen ~ ul:first-of-type li")
    return [item.span.get_text() for item in links if item.a and item.a["href"] == "/beheer/mensen/uitnodigen/"]


def test_start_says_who_is_missing_until_they_are_there(desk: Client) -> None:
    assert [text.split(",")[0] for text in missing(desk)] == [
        "Een tweede beheerder",
        "Een teamleider",
        "Een gebiedsregisseur voor de eerste wijk",
    ]

    give_role(UserFactory(), Role.TEAM_LEAD)
    give_role(UserFactory(), Role.GEBIEDSREGISSEUR)
    assert [text.split(",")[0] for text in missing(desk)] == ["Een tweede beheerder"]

    give_role(UserFactory(), Role.MANAGER)
    assert missing(desk) == []


def test_second_role_of_one_manager_is_no_second_manager(desk: Client) -> None:
    other = give_role(UserFactory(), Role.MANAGER)
    assert not any("tweede beheerder" in text for text in missing(desk))

    other.user.is_active = False
    other.user.save()
    assert any("tweede beheerder" in text for text in missing(desk))


def test_start_has_a_door_to_each_part(desk: Client) -> None:
    page = soup(desk.get(START))

    doors = {link["href"] for link in page.select(".portal-grid a")}
    assert {"/beheer/mensen/", "/beheer/mensen/rechten/", "/beheer/lijsten/"} <= doors
    assert page.html["lang"] == "nl"


@pytest.mark.parametrize(("who", "sees"), [("mona", True), ("noor", False), ("fatima", False)])
def test_menu_leads_a_manager_to_it(
    request: pytest.FixtureRequest, client_for: Callable[..., Client], who: str, sees: bool, reference: None
) -> None:
    page = soup(client_for(request.getfixturevalue(who)).get("/initiatieven/"))

    assert bool(page.select(".portal-menu__link[href='/beheer/']")) == sees


def test_visitor_signs_in_first(client: Client, db: None) -> None:
    assert client.get(START).url == "/account/login/?next=/beheer/"
    assert not soup(client.get("/initiatieven/")).select("[href='/beheer/']")


def test_without_the_second_step_nobody_comes_in(client_for: Callable[..., Client], mona: User) -> None:
    client = client_for(mona, second_factor=False)

    for path in (START, "/beheer/mensen/", "/beheer/mensen/uitnodigen/", "/beheer/mensen/rechten.csv"):
        assert client.get(path).url.startswith("/mijn/tweede-stap/")


def test_there_is_no_english_desk(desk: Client) -> None:
    assert desk.get("/en/beheer/").status_code == 404


def test_start_costs_the_same_with_many_people(desk: Client, django_assert_max_num_queries: Callable) -> None:
    for _ in range(8):
        give_role(UserFactory(), Role.GEBIEDSREGISSEUR)

    with django_assert_max_num_queries(14):
        desk.get(START)
