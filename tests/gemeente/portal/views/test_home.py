"""/: four doors, the words of the manager, and what it costs."""

from collections.abc import Callable

import pytest
from django.core.cache import caches
from django.test import Client

from gemeente.places.models import Theme, Wijk
from gemeente.portal.enums import TextKey
from gemeente.portal.models import TextVersion
from gemeente.users.models import User
from tests.factories.initiatives import published
from tests.pages import soup


def doors(client: Client, path: str = "/") -> dict[str, str]:
    """The doors at the top: title and where each leads."""
    found = soup(client.get(path)).select(".portal-doors > li")
    return {door.h2.get_text(strip=True): door.a["href"] for door in found}


def test_home_has_four_doors(client: Client, reference: None) -> None:
    assert doors(client) == {
        "Ik heb een idee": "/initiatieven/nieuw/",
        "Ik wil meedoen": "/initiatieven/",
        "Wat gebeurt er bij mij?": "/rond-mijn-huis/",
        "Ik zit ergens mee": doors(client)["Ik zit ergens mee"],
    }
    assert doors(client)["Ik zit ergens mee"] == "/vragen/nieuw/"


def test_home_says_what_the_manager_wrote(client: Client, reference: None) -> None:
    TextVersion.objects.create(key=TextKey.HOME_TITLE, dutch="Samen buiten.\nTot zo!", english="Outside together.")
    TextVersion.objects.create(key=TextKey.HOME_LEAD, dutch="Kom <b>erbij</b>.", english="Join us.")

    page, english = soup(client.get("/")), soup(client.get("/en/"))

    assert page.h1.get_text("|", strip=True) == "Samen buiten.|Tot zo!"
    assert "Kom <b>erbij</b>." in page.select_one(".portal-hero").get_text()
    assert english.h1.get_text(strip=True) == "Outside together."
    assert english.title.get_text(strip=True).startswith("Outside together.")


def test_home_is_inviting_with_nothing_in_it(client: Client, reference: None) -> None:
    page = soup(client.get("/"))

    assert len(page.select(".portal-doors > li")) == 4
    assert page.select(".portal-empty a[href='/initiatieven/nieuw/']")
    assert "De wijken van Capelle" not in page.main.get_text()


def test_home_shows_the_wijken_once_there_are(client: Client, reference: None, oostgaarde: Wijk) -> None:
    assert "De wijken van Capelle" in soup(client.get("/")).main.get_text()


@pytest.mark.parametrize("count", [1, 50])
def test_home_costs_at_most_six_queries(
    count: int, client: Client, oostgaarde: Wijk, garden_theme: Theme, django_assert_max_num_queries: Callable
) -> None:
    for _ in range(count):
        published(wijk=oostgaarde, theme=garden_theme)
    caches["pages"].clear()

    with django_assert_max_num_queries(6):  # also where nothing was kept yet
        client.get("/")


def test_home_is_the_same_for_who_signed_in(
    fatima: User, reference: None, client: Client, client_for: Callable[..., Client]
) -> None:
    assert doors(client_for(fatima)) == doors(client)


def test_home_refuses_other_methods(client: Client, reference: None) -> None:
    assert client.post("/").status_code == 405
