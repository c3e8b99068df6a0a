"""/mijn/verborgen/, /mijn/geblokkeerd/ and the link to block."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.moderation.actions.blocking import block_person
from gemeente.moderation.actions.hiding import answer_hiding, keep_hiding, lift_hiding
from gemeente.moderation.links import block_link
from gemeente.moderation.models import Block, Hiding
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.enums import ParticipationKind
from initiatives.models import Initiative
from tests.pages import errors, soup


def test_owner_reads_ground_facts_and_what_she_can_do(
    hiding: Hiding, fatima: User, client_for: Callable[..., Client]
) -> None:
    page = soup(client_for(fatima).get(hiding.get_absolute_url()))

    text = page.main.get_text(" ", strip=True)
    for words in ("artikelen 261 tot en met 266", hiding.facts, "Naar de rechter gaan kan ook.", "niet een computer"):
        assert words in text
    assert page.select_one("main a[href='/klacht/']")
    assert "Bram" not in text
    assert "Mona" not in text


def test_owner_answers_and_gets_a_receipt(hiding: Hiding, fatima: User, client_for: Callable[..., Client]) -> None:
    client = client_for(fatima)
    assert errors(client.post(hiding.get_absolute_url(), {"answer": ""})) == {"answer": "Schrijf je antwoord op."}

    page = client.post(hiding.get_absolute_url(), {"answer": "Een grap."}, follow=True)

    assert "Je antwoord is aangekomen: B" in page.content.decode()
    assert Hiding.objects.get().answer == "Een grap."
    assert soup(page).select("main form") == []
    assert "Een grap." in client.get("/mijn/ontvangst/").content.decode()


def test_owner_reads_what_the_manager_says(
    hiding: Hiding, fatima: User, mona: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(fatima)
    answer_hiding(hiding=hiding, actor=fatima, answer="Een grap.")
    keep_hiding(hiding=hiding, actor=mona, reason="Het kwetst.")
    assert "Het kwetst." in client.get(hiding.get_absolute_url()).content.decode()

    lift_hiding(hiding=hiding, actor=mona, reason="De zin is weg.")

    page = client.get(hiding.get_absolute_url()).content.decode()
    assert ("Dit is weer te zien" in page, "De zin is weg." in page) == (True, True)


@pytest.mark.parametrize(
    ("who", "status"), [("bram", 404), ("noor", 404), ("milan", 404), ("mona", 404), ("anonymous", 302)]
)
def test_page_is_the_owners(
    who: str, status: int, hiding: Hiding, cast: dict[str, User | None], client_for: Callable[..., Client]
) -> None:
    client = client_for(cast[who])

    assert client.get(hiding.get_absolute_url()).status_code == status
    assert client.post(hiding.get_absolute_url(), {"answer": "Ja."}).status_code == status


def test_own_page_says_that_something_is_hidden(
    hiding: Hiding, fatima: User, bram: User, client_for: Callable[..., Client]
) -> None:
    assert hiding.get_absolute_url() in client_for(fatima).get("/mijn/").content.decode()
    assert hiding.get_absolute_url() not in client_for(bram).get("/mijn/").content.decode()


# --- Blocks -----------------------------------------------------------------------------------------------------------
def test_owner_blocks_who_takes_part_and_lifts_it(
    initiative: Initiative, fatima: User, bram: User, client_for: Callable[..., Client]
) -> None:
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN, message="Ik kom.")
    client = client_for(fatima)
    link = soup(client.get(f"{initiative.get_absolute_url()}meedoeners/")).select_one("a[href^='/mijn/blokkeren/']")

    assert "Wil je Bram blokkeren?" in client.get(link["href"]).content.decode()
    assert not Block.objects.exists()
    page = client.post(link["href"], follow=True)

    block = Block.objects.get()
    assert (block.user, block.label) == (bram, "Bram")
    lift = soup(page).select_one("main a[href$='/opheffen/']")["href"]
    client.post(lift)
    assert not Block.objects.active().exists()


def test_link_of_somebody_else_or_of_nobody_is_nothing(
    fatima: User, bram: User, willem: User, client_for: Callable[..., Client]
) -> None:
    link = block_link(owner=fatima, person=bram)
    client = client_for(willem)

    assert [client.get(link).status_code, client.post(link).status_code] == [404, 404]
    assert client.get("/mijn/blokkeren/niets/").status_code == 404
    assert not Block.objects.exists()
    assert client_for(fatima).get(link).status_code == 200


def test_block_of_another_cannot_be_lifted(
    fatima: User, bram: User, willem: User, client_for: Callable[..., Client]
) -> None:
    block = block_person(owner=fatima, label="Bram", user=bram)
    url = f"/mijn/geblokkeerd/{block.pk}/opheffen/"

    statuses = [client_for(user).post(url).status_code for user in (willem, bram)]

    assert statuses == [404, 404]
    assert Block.objects.active().get() == block


def test_list_is_ones_own(fatima: User, bram: User, willem: User, client_for: Callable[..., Client]) -> None:
    block_person(owner=fatima, label="Lastige buur", user=bram)

    pages = [client_for(user).get("/mijn/geblokkeerd/").content.decode() for user in (fatima, bram, willem)]

    assert ["Lastige buur" in page for page in pages] == [True, False, False]


@pytest.mark.parametrize("count", [1, 30])
def test_list_costs_the_same_for_many(
    count: int,
    fatima: User,
    client_for: Callable[..., Client],
    reference: None,
    django_assert_max_num_queries: Callable,
) -> None:
    for number in range(count):
        block_person(owner=fatima, label=f"Buur {number}", email=f"buur{number}@lastig.example")
    client = client_for(fatima)
    client.get("/mijn/geblokkeerd/")

    with django_assert_max_num_queries(6):
        page = client.get("/mijn/geblokkeerd/")

    assert len(soup(page).select("main .portal-row")) == count
