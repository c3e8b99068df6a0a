"""/mijn/zoekopdrachten/ and the link in the mail."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from django.test import Client
from django.utils import timezone

from gemeente.activity.enums import Pace
from gemeente.places.models import Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule
from gemeente.users.models import User
from initiatives.actions.saved_searches import save_search
from initiatives.models import SavedSearch
from initiatives.search_delivery import stop_token
from tests.factories.initiatives import published
from tests.pages import errors, soup

URL = "/mijn/zoekopdrachten/"
SAVE = f"{URL}nieuw/?wijk=oostgaarde&zoek=tuin&hulp=ja"

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def search(bram: User) -> SavedSearch:
    return save_search(actor=bram, name="Tuinen", chosen={"zoek": "tuin"}, pace=Pace.DAILY)


def test_the_list_leads_a_visitor_to_signing_in_and_back(client: Client, oostgaarde: Wijk) -> None:
    published(wijk=oostgaarde)
    page = soup(client.get("/initiatieven/?wijk=oostgaarde&zoek=tuin&hulp=ja"))
    link = page.find("a", string="Houd me op de hoogte van deze keuzes")["href"]

    response = client.get(link)

    assert response.status_code == 302
    assert unquote(response["Location"]) == f"/account/login/?next={URL}nieuw/?zoek=tuin&wijk=oostgaarde&hulp=ja"


def test_saving_keeps_the_choices_of_the_address(
    bram: User, oostgaarde: Wijk, client_for: Callable[..., Client]
) -> None:
    client = client_for(bram)
    page = soup(client.get(SAVE))
    assert page.select_one("main strong").get_text() == "Zoek op woorden: tuin · Wijk: Oostgaarde · Zoekt hulp"
    assert page.select_one("input[name=name]")["value"] == "Zoek op woorden: tuin, Wijk: Oostgaarde, Zoekt hulp"

    response = client.post(SAVE, {"name": "Tuinen dichtbij", "pace": "weekly"}, follow=True)

    search = SavedSearch.objects.get()
    assert (search.user, search.name, search.pace, search.wijk) == (bram, "Tuinen dichtbij", "weekly", oostgaarde)
    assert search.choices == {"zoek": "tuin", "wijk": "oostgaarde", "hulp": "ja"}
    assert "Tuinen dichtbij" in response.content.decode()
    assert f'href="{search.list_url.replace("&", "&amp;")}"' in response.content.decode()


def test_saving_without_a_name_or_with_nonsense_says_so(bram: User, client_for: Callable[..., Client]) -> None:
    response = client_for(bram).post(SAVE, {"name": "", "pace": "soms"})

    assert errors(response) == {"name": "Geef je zoekopdracht een naam.", "pace": "Kies een van deze drie."}
    assert not SavedSearch.objects.exists()


def test_one_too_many_says_so(bram: User, client_for: Callable[..., Client]) -> None:
    Rule.objects.create(name=RuleName.SAVED_SEARCHES, value=2, starts_on=timezone.localdate())
    for number in range(2):
        save_search(actor=bram, name="Iets", chosen={"zoek": f"tuin {number}"}, pace=Pace.DAILY)

    response = client_for(bram).post(SAVE, {"name": "Nog een", "pace": "daily"})

    assert "Je hebt al 2 zoekopdrachten." in response.content.decode()


def test_change_and_silence(search: SavedSearch, bram: User, client_for: Callable[..., Client]) -> None:
    client = client_for(bram)

    client.post(f"{URL}{search.pk}/", {"name": "Groen", "pace": "at_once", "is_paused": "on"})

    search.refresh_from_db()
    assert (search.name, search.pace, bool(search.paused_at)) == ("Groen", "at_once", True)
    assert "Even geen mail" in client.get(URL).content.decode()


def test_delete(search: SavedSearch, bram: User, client_for: Callable[..., Client]) -> None:
    client = client_for(bram)
    assert "Wil je deze zoekopdracht weghalen?" in client.get(f"{URL}{search.pk}/weg/").content.decode()

    response = client.post(f"{URL}{search.pk}/weg/", follow=True)

    assert not SavedSearch.objects.exists()
    assert "Je hebt nog niets bewaard." in response.content.decode()


@pytest.mark.parametrize("page", ["", "weg/"])
def test_the_search_of_somebody_else_is_not_there(
    page: str, search: SavedSearch, fatima: User, client_for: Callable[..., Client]
) -> None:
    assert client_for(fatima).get(f"{URL}{search.pk}/{page}").status_code == 404


def test_one_click_in_the_mail_stops_it_and_another_starts_it(search: SavedSearch) -> None:
    client = Client(enforce_csrf_checks=True)
    link = f"/afmelden/zoekopdracht/{stop_token(search)}/"
    assert "Wil je deze mail niet meer?" in client.get(link).content.decode()
    assert SavedSearch.objects.get().paused_at is None

    stopped = client.post(link, {"List-Unsubscribe": "One-Click"})
    assert "Deze mail staat uit" in stopped.content.decode()
    assert SavedSearch.objects.get().paused_at is not None

    client.post(link, {"choice": "start"})
    assert SavedSearch.objects.get().paused_at is None


@pytest.mark.parametrize("token", ["x", "niets:klopt"])
def test_a_link_that_we_did_not_make_stops_nothing(token: str, search: SavedSearch, client: Client) -> None:
    assert client.post(f"/afmelden/zoekopdracht/{token}/").status_code == 404
    search_token = stop_token(search)
    search.delete()
    assert client.get(f"/afmelden/zoekopdracht/{search_token}/").status_code == 404


@pytest.mark.parametrize("count", [1, 20])
def test_my_searches_cost_the_same_for_one_and_for_twenty(
    count: int, bram: User, oostgaarde: Wijk, client_for: Callable[..., Client], django_assert_num_queries: object
) -> None:
    for number in range(count):
        chosen = {"zoek": f"tuin {number}", "wijk": "oostgaarde"}
        save_search(actor=bram, name="Iets", chosen=chosen, pace=Pace.DAILY)
    client = client_for(bram)
    client.get(URL)

    with django_assert_num_queries(5):
        client.get(URL)
