"""/zorgen/<onderwerp>/, /mijn/zorg/<zorg>/ and /werkbak/zorg/<zorg>/, and where worries show."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.activity.models import Subject
from gemeente.cases.actions import end_case
from gemeente.cases.models import CaseFile
from gemeente.moderation.actions.blocking import block_person
from gemeente.moderation.actions.worrying import answer_worry, tell_worry
from gemeente.moderation.models import Block, Worry
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.activity import SubjectFactory
from tests.pages import errors, soup

TEXT = "Komt er in de avond geluid?"


@pytest.fixture
def url(initiative: Initiative) -> str:
    return f"/zorgen/{initiative.subject_id}/"


@pytest.fixture
def worry(case: CaseFile) -> Worry:
    """Of a visitor, who gave all that was asked."""
    return tell_worry(case=case, text=TEXT, name="Gerda Prins", email="gerda@voorbeeld.example", phone="010-555 0199")


def answers(**told: str) -> dict[str, str]:
    return {"text": TEXT, "submission_key": str(uuid.uuid4())} | told


def test_visitor_tells_her_worry(url: str, client: Client) -> None:
    response = client.post(url, answers(name="Gerda", phone="010-555 0199", owner_sees_name="on"))

    worry = Worry.objects.get()
    assert worry.receipt.number in soup(response).main.get_text()
    assert (worry.text, worry.name, worry.phone, worry.owner_sees_name) == (TEXT, "Gerda", "010-555 0199", True)


def test_who_is_signed_in_is_not_asked_who_she_is(url: str, bram: User, client_for: Callable[..., Client]) -> None:
    client = client_for(bram)
    assert soup(client.get(url)).select("[name=name], [name=email]") == []

    client.post(url, answers())

    assert (Worry.objects.get().author, Worry.objects.get().owner_sees_name) == (bram, False)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"text": ""}, {"text": "Vertel waar je je zorgen over maakt."}),
        ({"email": "gerda"}, {"email": "Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl."}),
        ({"name": "gerda@x.nl"}, {"name": "Zet hier geen e-mailadres: anderen kunnen dit lezen."}),
    ],
)
def test_bad_answers_are_told_beside_the_field(
    told: dict[str, str], expected: dict[str, str], url: str, client: Client
) -> None:
    assert errors(client.post(url, answers(**told))) == expected
    assert not Worry.objects.exists()


def test_blocked_neighbour_is_refused_politely(
    url: str, fatima: User, bram: User, client_for: Callable[..., Client]
) -> None:
    block_person(owner=fatima, label="Bram", user=bram)

    page = client_for(bram).post(url, answers()).content.decode()

    assert ("Dit kan hier niet." in page, TEXT in page, "blok" in page.lower()) == (True, True, False)
    assert not Worry.objects.exists()


def test_worry_needs_something_public_with_a_case(url: str, client: Client) -> None:
    without_case = SubjectFactory()
    assert client.get(url).status_code == 200

    assert client.get(f"/zorgen/{without_case.pk}/").status_code == 404
    Subject.objects.update(is_public=False)
    assert client.post(url, answers()).status_code == 404


@pytest.mark.parametrize("who", ["fatima", "noor"])
def test_owner_and_contact_have_no_link_and_no_form(
    who: str, url: str, initiative: Initiative, cast: dict[str, User], client_for: Callable[..., Client]
) -> None:
    client = client_for(cast[who])

    assert url not in client.get(initiative.get_absolute_url()).content.decode()
    assert [client.get(url).status_code, client.post(url, answers()).status_code] == [403, 403]


def test_page_of_the_initiative_links_to_it_and_counts_nothing(
    url: str, worry: Worry, initiative: Initiative, client: Client
) -> None:
    page = soup(client.get(initiative.get_absolute_url()))

    assert page.main.find("a", string="Ik maak me zorgen")["href"] == url
    assert TEXT not in page.get_text()
    assert "zorg" not in page.main.get_text().replace("Ik maak me zorgen", "").lower()


# --- The owner and the neighbour --------------------------------------------------------------------------------------
def test_owner_reads_it_without_who_it_is(worry: Worry, fatima: User, client_for: Callable[..., Client]) -> None:
    client = client_for(fatima)

    for path in (worry.case.get_absolute_url(), worry.get_absolute_url()):
        page = client.get(path).content.decode()
        assert (TEXT in page, "Een buur" in page) == (True, True)
        for secret in ("Gerda", "gerda@", "010-555 0199"):
            assert (path, secret in page) == (path, False)


def test_owner_answers(worry: Worry, fatima: User, client_for: Callable[..., Client]) -> None:
    response = client_for(fatima).post(worry.get_absolute_url(), {"answer": "Tot negen uur."})

    assert response.url == worry.get_absolute_url()
    worry.refresh_from_db()
    assert (worry.answer, worry.answered_by) == ("Tot negen uur.", fatima)


def test_owner_is_told_of_an_empty_answer(worry: Worry, fatima: User, client_for: Callable[..., Client]) -> None:
    assert errors(client_for(fatima).post(worry.get_absolute_url(), {"answer": ""})) == {
        "answer": "Schrijf je antwoord op."
    }


def test_owner_blocks_from_the_worry_without_learning_who(
    worry: Worry, fatima: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(fatima)
    link = soup(client.get(worry.get_absolute_url())).main.find("a", string="Valt deze persoon je lastig? Blokkeer")

    asked = client.get(link["href"])
    client.post(link["href"])

    assert "Wil je Een buur blokkeren?" in asked.content.decode()
    block = Block.objects.get()
    assert (block.email, block.label) == ("gerda@voorbeeld.example", "Een buur")
    assert "gerda" not in client.get("/mijn/geblokkeerd/").content.decode().lower()


def test_no_link_to_block_who_left_no_address(case: CaseFile, fatima: User, client_for: Callable[..., Client]) -> None:
    worry = tell_worry(case=case, text=TEXT, phone="010-555 0199")

    page = client_for(fatima).get(worry.get_absolute_url()).content.decode()

    assert "Blokkeer" not in page
    assert "Deze buur liet geen e-mailadres achter." in page


def test_neighbour_reads_the_answer(case: CaseFile, bram: User, noor: User, client_for: Callable[..., Client]) -> None:
    worry = tell_worry(case=case, actor=bram, text=TEXT)
    client = client_for(bram)
    assert soup(client.get(worry.get_absolute_url())).select("main form") == []

    answer_worry(worry=worry, actor=noor, answer="Ik bel je.")

    page = client.get(worry.get_absolute_url()).content.decode()
    assert ("Ik bel je." in page, "Blokkeer" in page) == (True, False)
    assert client.post(worry.get_absolute_url(), {"answer": "Zelf."}).status_code == 200
    worry.refresh_from_db()
    assert worry.answer == "Ik bel je."


@pytest.mark.parametrize(("who", "status"), [("willem", 404), ("noor", 404), ("mona", 404), ("anonymous", 302)])
def test_page_is_for_owner_and_neighbour(
    who: str, status: int, worry: Worry, cast: dict[str, User | None], client_for: Callable[..., Client]
) -> None:
    client = client_for(cast[who])

    assert client.get(worry.get_absolute_url()).status_code == status
    assert client.post(worry.get_absolute_url(), {"answer": "Ja."}).status_code == status


# --- The contact person -----------------------------------------------------------------------------------------------
def test_contact_reads_it_with_how_to_reach_her(worry: Worry, noor: User, client_for: Callable[..., Client]) -> None:
    client = client_for(noor)

    page = client.get(worry.desk_url).content.decode()

    for secret in (TEXT, "Gerda Prins", "gerda@voorbeeld.example", "010-555 0199"):
        assert secret in page
    assert TEXT in client.get(worry.case.desk_url).content.decode()
    client.post(worry.desk_url, {"answer": "Ik belde."})
    worry.refresh_from_db()
    assert (worry.answer, worry.answered_by) == ("Ik belde.", noor)


def test_colleague_reads_nothing_but_that_it_is_there(
    worry: Worry, thea: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(thea)

    case_page, page = (client.get(path).content.decode() for path in (worry.case.desk_url, worry.desk_url))

    assert "Er is 1 zorg." in case_page
    assert "Alleen het vaste contact leest dit." in page
    for secret in (TEXT, "Gerda", "gerda@", "010-555 0199"):
        assert (secret in case_page, secret in page) == (False, False)
    assert client.post(worry.desk_url, {"answer": "Ja."}).status_code == 403


def test_case_that_ended_without_a_contact_is_read_by_who_could_be_one(
    worry: Worry, fatima: User, thea: User, client_for: Callable[..., Client]
) -> None:
    CaseFile.objects.filter(pk=worry.case_id).update(state="new", contact=None, claimed_at=None)
    client = client_for(thea)
    assert TEXT not in client.get(worry.desk_url).content.decode()

    end_case(case=worry.case, actor=fatima)

    assert TEXT in client.get(worry.desk_url).content.decode()


@pytest.mark.parametrize("who", ["bram", "fatima", "milan", "mona", "hans"])
def test_desk_page_is_for_civil_servants(
    who: str, worry: Worry, cast: dict[str, User], client_for: Callable[..., Client]
) -> None:
    assert client_for(cast[who]).get(worry.desk_url).status_code == 403


def test_case_page_costs_the_same_with_many_worries(
    case: CaseFile, noor: User, client_for: Callable[..., Client], django_assert_max_num_queries: Callable
) -> None:
    for number in range(12):
        tell_worry(case=case, text=f"Zorg {number}")
    client = client_for(noor)
    client.get(case.desk_url)

    with django_assert_max_num_queries(12):
        client.get(case.desk_url)
