"""/initiatieven/<slug>/versies/ and /versies/<number>/."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.activity.models import Subject
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.naming import choose_name
from initiatives.actions.writing import revise_share
from initiatives.enums import Right
from initiatives.models import Initiative
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper
from tests.pages import errors, soup


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, reference: None) -> Initiative:
    """With three versions."""
    initiative = published(
        owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven", own_share="Wij geven water."
    )
    for text in ("Wij geven elke dag water.", "Zij geven elke week water."):
        revise_share(initiative=initiative, actor=fatima, own_share=text, needs="")
    return initiative


def text_of(client: Client, path: str) -> str:
    return soup(client.get(path)).main.get_text(" ", strip=True)


def test_everybody_reads_who_changed_what(initiative: Initiative, fatima: User, client: Client) -> None:
    choose_name(initiative=initiative, actor=fatima, name="Faat")

    page = soup(client.get(initiative.versions_url))

    rows = [row.get_text(" ", strip=True) for row in page.select(".portal-row")]
    assert [row.split()[1] for row in rows] == ["3", "2", "1"]
    assert ("wat we zelf doen" in rows[0], "Faat" in rows[0], "Fatima" in page.main.get_text()) == (True, True, False)
    assert "De eerste tekst" in rows[2]


def test_page_of_the_initiative_leads_there_once_it_changed(initiative: Initiative, client: Client) -> None:
    untouched = published(owner=initiative.owner, wijk=initiative.wijk)

    links = [row.versions_url in client.get(row.get_absolute_url()).content.decode() for row in (initiative, untouched)]

    assert links == [True, False]


@pytest.mark.parametrize(
    ("path", "gone", "new"),
    [("2/", [], ["elke dag"]), ("3/", ["Wij", "dag"], ["Zij", "week"]), ("3/?met=1", ["Wij"], ["Zij", "elke week"])],
)
def test_version_is_compared_with_the_one_before_or_another(
    path: str, gone: list[str], new: list[str], initiative: Initiative, client: Client
) -> None:
    page = soup(client.get(f"{initiative.versions_url}{path}")).select_one(".portal-card")

    found = {tag: [one.get_text(" ", strip=True) for one in page.select(tag)] for tag in ("del", "ins")}
    assert [word in text for word, text in zip(gone, found["del"], strict=True)] == [True] * len(gone)
    assert [word in text for word, text in zip(new, found["ins"], strict=True)] == [True] * len(new)


def test_comparing_says_for_the_ear_what_went_and_came(initiative: Initiative, client: Client) -> None:
    words = text_of(client, f"{initiative.versions_url}3/")

    assert ("weg: Wij einde weg" in words, "erbij: Zij einde erbij" in words) == (True, True)


def test_first_version_stands_alone(initiative: Initiative, client: Client) -> None:
    page = soup(client.get(f"{initiative.versions_url}1/"))

    assert (page.main.select(".portal-card ins, .portal-card del"), "eerste versie" in page.main.get_text()) == (
        [],
        True,
    )


@pytest.mark.parametrize("met", ["9", "x", "3"])
def test_version_that_is_not_there_is_said_beside_the_field(met: str, initiative: Initiative, client: Client) -> None:
    response = client.get(f"{initiative.versions_url}3/?met={met}")

    assert (response.status_code, errors(response)) == (200, {"met": "Deze versie is er niet. Kies een andere."})


@pytest.mark.parametrize("path", ["versies/9/", "versies/0/"])
def test_version_that_never_was_is_not_there(path: str, initiative: Initiative, client: Client) -> None:
    assert client.get(f"{initiative.get_absolute_url()}{path}").status_code == 404


@pytest.mark.parametrize(("who", "status"), [("fatima", 200), ("wilma", 200), ("bram", 404), ("petra", 404)])
def test_hidden_page_shows_its_versions_to_its_owners_alone(
    who: str, status: int, initiative: Initiative, cast: dict[str, User], client_for: Callable[..., Client]
) -> None:
    give_helper(initiative, cast["wilma"], right=Right.OWNER)
    give_helper(initiative, cast["petra"], right=Right.READER)
    Subject.objects.filter(initiative=initiative).update(is_public=False)

    client = client_for(cast[who])
    found = [client.get(f"{initiative.versions_url}{path}").status_code for path in ("", "2/")]

    assert found == [status, status]


def test_concept_has_no_versions(fatima: User, reference: None, client_for: Callable[..., Client]) -> None:
    concept = InitiativeFactory(owner=fatima)

    assert client_for(fatima).get(concept.versions_url).status_code == 404


def test_search_engines_keep_the_text_of_today(initiative: Initiative, client: Client) -> None:
    assert client.get(f"{initiative.versions_url}1/")["X-Robots-Tag"] == "noindex"


def test_pages_cost_the_same_for_many(
    initiative: Initiative, fatima: User, client: Client, django_assert_max_num_queries: Callable
) -> None:
    for number in range(25):
        revise_share(initiative=initiative, actor=fatima, own_share=f"Wij geven {number} keer water.", needs="")
    client.get(initiative.versions_url)

    with django_assert_max_num_queries(7):
        rows = len(soup(client.get(initiative.versions_url)).select(".portal-row"))
    with django_assert_max_num_queries(8):
        client.get(f"{initiative.versions_url}28/?met=2")

    assert rows == 20
