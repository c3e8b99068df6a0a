"""/initiatieven/<slug>/"""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.moving import move_initiative
from initiatives.models import Initiative
from initiatives.workflow import TRANSITIONS
from tests.factories.initiatives import InitiativeFactory, published
from tests.pages import soup


def test_detail_tells_everybody_what_it_is(client: Client, fatima: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)

    page = soup(client.get(initiative.get_absolute_url()))

    assert page.h1.get_text(strip=True) == initiative.title
    text = page.get_text(" ", strip=True)
    assert initiative.summary in text
    assert initiative.own_share in text
    assert "Fatima" in text


def test_detail_never_shows_surname_or_address_of_the_owner(client: Client, fatima: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)

    page = client.get(initiative.get_absolute_url()).content.decode()

    assert "Jansen" not in page
    assert "fatima@" not in page


def test_detail_shows_the_alias_of_who_wants_one(client: Client, fatima: User, oostgaarde: Wijk) -> None:
    fatima.profile.alias = "Tuinvrouw"
    fatima.profile.save()
    initiative = published(owner=fatima, wijk=oostgaarde)

    text = soup(client.get(initiative.get_absolute_url())).get_text(" ", strip=True)

    assert "Tuinvrouw" in text
    assert "Fatima" not in text


@pytest.mark.parametrize(
    ("who", "status"), [("fatima", 200), ("anonymous", 404), ("bram", 404), ("noor", 404), ("mona", 404)]
)
def test_detail_of_a_concept_is_for_its_owner(
    who: str, status: int, cast: dict[str, User | None], client_for: Callable[..., Client], oostgaarde: Wijk
) -> None:
    concept = InitiativeFactory(owner=cast["fatima"], wijk=oostgaarde)

    assert client_for(cast[who]).get(concept.get_absolute_url()).status_code == status


def test_detail_shows_the_result_of_what_ended(client: Client, fatima: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    stop = next(t for t in TRANSITIONS if t.name == "stop" and t.source == "published")
    move_initiative(initiative=initiative, actor=fatima, transition=stop, outcome="Er was te weinig tijd.")

    assert "Er was te weinig tijd." in client.get(initiative.get_absolute_url()).content.decode()


@pytest.mark.parametrize("entries", [0, 15])
def test_detail_costs_at_most_eight_queries(
    entries: int, client: Client, fatima: User, oostgaarde: Wijk, reference: None, django_assert_max_num_queries: object
) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    there, back = TRANSITIONS[0], next(t for t in TRANSITIONS if t.name == "rethink")
    for number in range(entries):
        move_initiative(initiative=initiative, actor=fatima, transition=back if number % 2 else there)
    client.get(initiative.get_absolute_url())

    with django_assert_max_num_queries(6):
        client.get(initiative.get_absolute_url())


@pytest.mark.parametrize(
    ("stage", "done", "current"),
    [
        ("published", [], ["Idee"]),
        ("running", ["Idee", "In voorbereiding"], ["In uitvoering"]),
        ("realised", ["Idee", "In voorbereiding", "In uitvoering", "Gerealiseerd"], []),
        ("stopped", [], []),
    ],
)
def test_detail_shows_how_far_it_is(
    stage: str, done: list[str], current: list[str], client: Client, fatima: User, oostgaarde: Wijk
) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    Initiative.objects.filter(pk=initiative.pk).update(stage=stage, outcome="Klaar.")

    page = soup(client.get(initiative.get_absolute_url()))

    assert [
        step.find(string=True, recursive=False) for step in page.select(".portal-step--done .portal-step__label")
    ] == done
    assert [step.get_text(strip=True) for step in page.select(".portal-step[aria-current=step]")] == current
