"""/: four doors, the words of the manager, and what it costs."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from gemeente.activity.models import Subject
from gemeente.places.models import Theme, Wijk
from gemeente.portal.enums import TextKey
from gemeente.portal.models import TextVersion
from gemeente.users.models import User
from initiatives.actions.cube import settle_cube
from initiatives.enums import Stage
from initiatives.models import Initiative
from tests.factories.initiatives import published
from tests.pages import soup, titles


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

    with django_assert_max_num_queries(8):  # where nothing was kept yet: gemeente, texts and the drawing of the town
        client.get("/")
    with django_assert_max_num_queries(6):
        client.get("/?")


def realised(title: str, wijk: Wijk, people: int, days_ago: int = 0) -> Initiative:
    """Something that was achieved, so many days ago."""
    made = published(title=title, wijk=wijk)
    ended = {"stage": Stage.REALISED, "outcome": "Klaar.", "people_reached": people}
    Initiative.objects.filter(pk=made.pk).update(realised_at=timezone.now() - dt.timedelta(days=days_ago), **ended)
    return made


@time_machine.travel("2026-06-15T10:00:00Z", tick=False)
def test_home_tells_what_was_achieved_this_month_and_how_it_stands(client: Client, oostgaarde: Wijk) -> None:
    realised("Lang geleden", oostgaarde, 5, days_ago=400)
    realised("Deze week", oostgaarde, 48, days_ago=3)
    published(title="Een idee", wijk=oostgaarde)
    settle_cube()

    page = soup(client.get("/"))

    section = page.select_one("section[aria-labelledby=gelukt]")
    assert section.h2.get_text() == "Deze maand gelukt"
    assert [card.get_text(strip=True) for card in section.select(".portal-card__title")] == ["Deze week"]
    assert "48 mensen hadden er iets aan" in section.get_text()
    tiles = {tile.dt.get_text(strip=True): tile for tile in page.select(".portal-figure")}
    assert {name: tile.dd.get_text(strip=True) for name, tile in tiles.items()} == {"Nieuwe ideeën": "1", "Gelukt": "2"}
    assert "1 dit jaar" in tiles["Gelukt"].get_text()
    for name, count in (("Nieuwe ideeën", 1), ("Gelukt", 2)):
        assert len(titles(client.get(tiles[name].a["href"]))) == count


@time_machine.travel("2026-06-15T10:00:00Z", tick=False)
def test_home_tells_what_was_achieved_last_and_shows_no_noughts(client: Client, oostgaarde: Wijk) -> None:
    realised("Lang geleden", oostgaarde, 5, days_ago=400)
    hidden = realised("Verborgen", oostgaarde, 5)
    Subject.objects.filter(initiative=hidden).update(is_public=False, hidden_at=timezone.now())
    settle_cube()

    text = soup(client.get("/")).main.get_text(" ", strip=True)

    assert "Laatst gelukt" in text
    assert "Lang geleden" in text
    assert "Verborgen" not in text
    assert "Dit jaar kan dat van jou de eerste zijn" in text
    assert "Nu bezig" not in text


@pytest.mark.parametrize("count", [1, 50])
def test_home_with_achievements_costs_at_most_six_queries(
    count: int, client: Client, oostgaarde: Wijk, django_assert_max_num_queries: Callable
) -> None:
    for _ in range(count):
        realised("Gelukt", oostgaarde, 5)
    settle_cube()
    client.get("/")

    with django_assert_max_num_queries(6):
        client.get("/?")  # another address: the first one is kept


def test_home_is_the_same_for_who_signed_in(
    fatima: User, reference: None, client: Client, client_for: Callable[..., Client]
) -> None:
    assert doors(client_for(fatima)) == doors(client)


def test_home_refuses_other_methods(client: Client, reference: None) -> None:
    assert client.post("/").status_code == 405
