"""/initiatieven/<slug>/steunen/stoppen/ and /initiatieven/<slug>/meedoen/stoppen/"""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.activity.models import Follow
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.enums import ParticipationKind, Stage
from initiatives.models import Initiative, Participation
from tests.factories.initiatives import InitiativeFactory, published
from tests.pages import soup

SUPPORT, JOIN = ParticipationKind.SUPPORT, ParticipationKind.JOIN
PAGES = {SUPPORT: "steunen/stoppen", JOIN: "meedoen/stoppen"}


@pytest.fixture
def initiative(fatima: User, bram: User, oostgaarde: Wijk) -> Initiative:
    """Bram supports it and joins in."""
    initiative = published(owner=fatima, wijk=oostgaarde)
    for kind in ParticipationKind:
        participate(initiative=initiative, actor=bram, kind=kind)
    return initiative


def counts() -> tuple[int, int]:
    """Supporters and who joins in, as the initiative says itself."""
    initiative = Initiative.objects.get()
    return initiative.support_count, initiative.join_count


@pytest.mark.parametrize(
    ("kind", "heading", "expected"),
    [(SUPPORT, "Steun je dit niet meer?", (0, 1)), (JOIN, "Doe je toch niet mee?", (1, 0))],
)
def test_stop_asks_first_and_ends_one_kind(
    kind: ParticipationKind,
    heading: str,
    expected: tuple[int, int],
    client_for: Callable[..., Client],
    bram: User,
    initiative: Initiative,
) -> None:
    client, url = client_for(bram), f"/initiatieven/{initiative.slug}/{PAGES[kind]}/"
    assert soup(client.get(url)).h1.get_text() == heading
    assert counts() == (1, 1)

    response = client.post(url, follow=True)

    assert response.redirect_chain == [(initiative.get_absolute_url(), 302)]
    assert "Je volgt dit nog wel; stoppen kan ook." in soup(response).get_text()
    assert counts() == expected
    assert not Participation.objects.filter(kind=kind).exists()
    assert Follow.objects.filter(user=bram, subject=initiative.subject).exists()


@pytest.mark.parametrize("who", ["bram", "willem", "fatima"])
def test_stop_twice_or_for_nothing_is_harmless(
    who: str, cast: dict[str, User], client_for: Callable[..., Client], initiative: Initiative
) -> None:
    client, url = client_for(cast[who]), f"/initiatieven/{initiative.slug}/{PAGES[JOIN]}/"
    client.post(url)

    again = client.post(url)

    assert again.headers["Location"] == initiative.get_absolute_url()
    assert counts() == ((1, 0) if who == "bram" else (1, 1))


def test_stop_works_after_the_end(client_for: Callable[..., Client], bram: User, initiative: Initiative) -> None:
    Initiative.objects.update(stage=Stage.STOPPED, outcome="Te weinig tijd.")

    client_for(bram).post(f"/initiatieven/{initiative.slug}/{PAGES[JOIN]}/")

    assert counts() == (1, 0)


@pytest.mark.parametrize("page", PAGES.values())
def test_stop_asks_a_visitor_to_sign_in(page: str, client: Client, initiative: Initiative) -> None:
    url = f"/initiatieven/{initiative.slug}/{page}/"

    assert [client.get(url).url, client.post(url).url] == [f"/account/login/?next={url}"] * 2
    assert counts() == (1, 1)


@pytest.mark.parametrize("page", PAGES.values())
def test_stop_on_a_concept_of_another_is_404(
    page: str, client_for: Callable[..., Client], fatima: User, bram: User, oostgaarde: Wijk
) -> None:
    url = f"/initiatieven/{InitiativeFactory(owner=fatima, wijk=oostgaarde).slug}/{page}/"

    assert (client_for(bram).get(url).status_code, client_for(bram).post(url).status_code) == (404, 404)


@pytest.mark.parametrize("page", PAGES.values())
def test_stop_refuses_other_methods(
    page: str, client_for: Callable[..., Client], bram: User, initiative: Initiative
) -> None:
    assert client_for(bram).put(f"/initiatieven/{initiative.slug}/{page}/").status_code == 405
