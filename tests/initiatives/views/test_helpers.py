"""/initiatieven/<slug>/helper/, /helpen/<token>/ and /loopt-nog/<token>/."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.silence import ask_quiet, go_quiet
from initiatives.delivery import helper_token, quiet_path, read_helper_token
from initiatives.enums import Stage
from initiatives.models import Helper, Initiative
from tests.drafts import CONTACT, SHARE
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper
from tests.pages import errors, soup


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, reference: None) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")


@pytest.fixture
def asked(initiative: Initiative, wilma: User) -> Helper:
    """Wilma was asked."""
    return Helper.objects.create(initiative=initiative, email=wilma.email, name="Wilma", named_by=initiative.owner)


# --- The owner --------------------------------------------------------------------------------------------------------
def test_owner_asks_somebody_and_sees_who_helps(
    initiative: Initiative, wilma: User, client_for: Callable[..., Client]
) -> None:
    give_helper(initiative, wilma)
    path = f"/initiatieven/{initiative.slug}/helper/"
    client = client_for(initiative.owner)

    page = client.post(path, {"name": "Wies", "email": "wies@voorbeeld.example", "right": "reader"}, follow=True)

    rows = [row.get_text(" ", strip=True) for row in soup(page).select(".portal-row")]
    assert ("doet mee sinds" in rows[0], "nog geen antwoord" in rows[1], "Leest mee" in rows[1]) == (True, True, True)


@pytest.mark.parametrize(
    ("told", "fields"),
    [
        ({}, ["name", "email", "right"]),
        ({"name": "Wies", "email": "wies", "right": "owner"}, ["email"]),
        ({"name": "w@x.nl", "email": "w@x.nl", "right": "boss"}, ["name", "right"]),
    ],
)
def test_owner_hears_beside_the_field_what_is_wrong(
    told: dict[str, str], fields: list[str], initiative: Initiative, client_for: Callable[..., Client]
) -> None:
    response = client_for(initiative.owner).post(f"/initiatieven/{initiative.slug}/helper/", told)

    assert (list(errors(response)), Helper.objects.count()) == (fields, 0)


def test_owner_cannot_name_her_contact_person(
    initiative: Initiative, noor: User, client_for: Callable[..., Client]
) -> None:
    told = {"name": "Noor", "email": noor.email, "right": "reader"}

    response = client_for(initiative.owner).post(f"/initiatieven/{initiative.slug}/helper/", told)

    assert "kan je contactpersoon zijn" in response.content.decode()
    assert Helper.objects.count() == 0


@pytest.mark.parametrize(("who", "status"), [("fatima", 302), ("wilma", 302), ("bram", 403), ("noor", 403)])
def test_owner_and_helper_stop_it(
    who: str, status: int, initiative: Initiative, cast: dict[str, User], client_for: Callable[..., Client]
) -> None:
    helper = give_helper(initiative, cast["wilma"])
    path = f"/initiatieven/{initiative.slug}/helper/{helper.pk}/stoppen/"

    response = client_for(cast[who]).post(path)

    assert (response.status_code, Helper.objects.open().count()) == (status, 0 if status == 302 else 1)


# --- The one who was asked --------------------------------------------------------------------------------------------
def test_link_in_the_mail_makes_somebody_helper(
    asked: Helper, wilma: User, client: Client, client_for: Callable[..., Client]
) -> None:
    path = f"/helpen/{helper_token(asked.pk)}/"
    shown = client.get(path).content.decode()

    client.post(path, {"answer": "yes"})

    assert asked.initiative.title in shown
    assert [row.user for row in Helper.objects.active()] == [wilma]
    assert client.get(path).status_code == 404
    assert "namens Fatima" in client_for(wilma).get("/mijn/").content.decode()


@pytest.mark.parametrize("answer", ["no", "", "misschien"])
def test_anything_but_yes_is_no_yes(answer: str, asked: Helper, client: Client) -> None:
    client.post(f"/helpen/{helper_token(asked.pk)}/", {"answer": answer})

    assert Helper.objects.active().count() == 0


@pytest.mark.parametrize("path", ["/helpen/onzin/", "/loopt-nog/onzin/"])
def test_words_of_others_open_nothing(path: str, client: Client, reference: None) -> None:
    assert (client.get(path).status_code, client.post(path).status_code) == (404, 404)


def test_own_page_shows_who_asks(asked: Helper, wilma: User, client_for: Callable[..., Client]) -> None:
    page = soup(client_for(wilma).get("/mijn/"))

    assert "Fatima vraagt of je meedoet" in page.get_text(" ", strip=True)
    link = page.select_one("main a[href^='/helpen/']")["href"]  # signed with the second in which it was made
    assert read_helper_token(link.split("/")[2]) == asked.pk


def test_helper_works_on_a_concept_but_not_on_what_is_the_owners_own(
    fatima: User, wilma: User, oostgaarde: Wijk, reference: None, client_for: Callable[..., Client]
) -> None:
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde, own_share="")
    give_helper(concept, wilma)
    client, path = client_for(wilma), f"/initiatieven/{concept.slug}/"

    client.post(f"{path}bewerken/samen/", SHARE)

    assert Initiative.objects.get().own_share == SHARE["own_share"]
    assert client.post(f"{path}bewerken/bereikbaar/", CONTACT).status_code == 403
    assert client.post(f"{path}publiceren/", {"rules": "on"}).status_code == 403
    assert client.post(f"{path}helper/", {"name": "Ik", "email": "ik@voorbeeld.example"}).status_code == 403
    assert Initiative.objects.get().stage == Stage.CONCEPT


def test_page_costs_one_query_more_with_a_helper(
    initiative: Initiative, wilma: User, client: Client, django_assert_max_num_queries: Callable
) -> None:
    give_helper(initiative, wilma)
    client.get(initiative.get_absolute_url())

    with django_assert_max_num_queries(9):
        client.get(initiative.get_absolute_url())


# --- Whether it still goes on -----------------------------------------------------------------------------------------
def test_one_click_in_the_mail_says_that_it_goes_on(initiative: Initiative, client: Client) -> None:
    go_quiet(initiative=initiative)
    path = quiet_path(ask_quiet(initiative=initiative), initiative.owner)
    before = client.get(path).status_code, Initiative.objects.get().quiet_since is None

    page = client.post(path, follow=True).content.decode()

    assert before == (200, False)
    assert Initiative.objects.get().quiet_since is None
    assert "Fatima zei: het loopt nog" in page


def test_link_of_a_helper_who_stopped_opens_nothing(initiative: Initiative, wilma: User, client: Client) -> None:
    give_helper(initiative, wilma)
    path = quiet_path(ask_quiet(initiative=initiative), wilma)
    Helper.objects.update(ended_at=timezone.now())
    Initiative.objects.update(has_helpers=False)

    assert client.post(path).status_code == 404


def test_owner_says_it_on_her_own_page(initiative: Initiative, client_for: Callable[..., Client]) -> None:
    go_quiet(initiative=initiative)
    client = client_for(initiative.owner)
    link = f"/initiatieven/{initiative.slug}/loopt-nog/"
    shown = link in client.get("/mijn/").content.decode()

    client.post(link)

    assert (shown, Initiative.objects.get().quiet_since) == (True, None)
