"""The owner's pages: bewerken, publiceren, stap."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.enums import Stage
from initiatives.models import Initiative
from tests.factories.initiatives import InitiativeFactory, published
from tests.pages import errors, soup


@pytest.fixture
def concept(fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> Initiative:
    return InitiativeFactory(owner=fatima, wijk=oostgaarde, theme=garden_theme)


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde, theme=garden_theme)


def test_publish_puts_it_online_and_says_so(client_for: Callable[..., Client], concept: Initiative) -> None:
    client = client_for(concept.owner)

    response = client.post(f"/initiatieven/{concept.slug}/publiceren/", follow=True)

    concept.refresh_from_db()
    assert concept.stage == Stage.PUBLISHED
    assert "staat online" in response.content.decode()
    assert Client().get(concept.get_absolute_url()).status_code == 200


def test_publish_shows_how_it_will_look(client_for: Callable[..., Client], concept: Initiative) -> None:
    page = client_for(concept.owner).get(f"/initiatieven/{concept.slug}/publiceren/").content.decode()

    assert concept.summary in page
    assert concept.own_share in page


def test_publish_from_a_second_tab_is_harmless(client_for: Callable[..., Client], initiative: Initiative) -> None:
    response = client_for(initiative.owner).post(f"/initiatieven/{initiative.slug}/publiceren/")

    assert response.headers["Location"] == initiative.get_absolute_url()


@pytest.mark.parametrize("page", ["bewerken", "publiceren", "stap"])
@pytest.mark.parametrize(("who", "status"), [("anonymous", 302), ("bram", 403), ("noor", 403), ("mona", 403)])
def test_owner_pages_are_for_the_owner(
    page: str,
    who: str,
    status: int,
    initiative: Initiative,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
) -> None:
    client = client_for(cast[who])
    url = f"/initiatieven/{initiative.slug}/{page}/"

    assert (client.get(url).status_code, client.post(url).status_code) == (status, status)


@pytest.mark.parametrize("page", ["bewerken", "publiceren", "stap"])
def test_owner_pages_of_a_concept_are_404_for_others(
    page: str, concept: Initiative, bram: User, client_for: Callable[..., Client]
) -> None:
    assert client_for(bram).get(f"/initiatieven/{concept.slug}/{page}/").status_code == 404


def test_revise_changes_the_text(client_for: Callable[..., Client], initiative: Initiative) -> None:
    client = client_for(initiative.owner)
    url = f"/initiatieven/{initiative.slug}/bewerken/"
    form = soup(client.get(url)).select_one("main form")
    data = {
        "title": "Een nieuwe titel",
        "summary": form.select_one("[name=summary]").text.strip(),
        "own_share": form.select_one("[name=own_share]").text.strip(),
        "wijk": form.select_one("[name=wijk] option[selected]")["value"],
        "theme": form.select_one("[name=theme] option[selected]")["value"],
        "submission_key": form.select_one("[name=submission_key]")["value"],
    }

    response = client.post(url, data)

    before, initiative = initiative, Initiative.objects.get()
    assert (initiative.title, initiative.summary, initiative.wijk) == ("Een nieuwe titel", before.summary, before.wijk)
    assert response.headers["Location"] == initiative.get_absolute_url()


def test_step_moves_it(client_for: Callable[..., Client], initiative: Initiative) -> None:
    url = f"/initiatieven/{initiative.slug}/stap/"

    response = client_for(initiative.owner).post(url, {"step": "published-begin"})

    initiative.refresh_from_db()
    assert (initiative.stage, response.headers["Location"]) == (Stage.RUNNING, initiative.get_absolute_url())


@pytest.mark.parametrize(
    ("data", "field"),
    [({}, "step"), ({"step": "running-realise", "outcome": "Klaar"}, "step"), ({"step": "published-stop"}, "outcome")],
)
def test_step_refuses_nonsense_beside_the_field(
    data: dict[str, str], field: str, client_for: Callable[..., Client], initiative: Initiative
) -> None:
    response = client_for(initiative.owner).post(f"/initiatieven/{initiative.slug}/stap/", data)

    initiative.refresh_from_db()
    assert response.status_code == 200
    assert field in errors(response)
    assert initiative.stage == Stage.PUBLISHED
