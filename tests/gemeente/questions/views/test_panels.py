"""What questions show on /mijn/, a case, and the page of a wijk"""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from gemeente.cases.actions import claim_case
from gemeente.places.geography import Place
from gemeente.places.models import Wijk
from gemeente.questions.actions import ask_on_paper
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question
from gemeente.users.models import User
from tests.factories.questions import asked, shown
from tests.gemeente.cases.stages import queries, spoke
from tests.pages import soup


def panel(client: Client, path: str, label: str) -> str:
    """The text of a panel, in one line; empty where there is none."""
    found = soup(client.get(path)).select_one(f"[aria-labelledby={label}]")
    return " ".join(found.get_text(" ", strip=True).split()) if found else ""


# --- One's own page ---------------------------------------------------------------------------------------------------
def test_own_page_tells_where_a_question_stands(
    question: Question, fatima: User, client_for: Callable[..., Client]
) -> None:
    text = panel(client_for(fatima), "/mijn/", "mijn-vragen")

    assert "De lantaarn is al weken kapot. Nieuw Klacht over een plek" in text
    assert "Je hoort uiterlijk op 4 maart 2026 van ons." in text


def test_own_page_tells_the_next_appointment_and_what_is_late(
    question: Question, fatima: User, noor: User, monday: time_machine.Traveller, client_for: Callable[..., Client]
) -> None:
    import datetime as dt

    case = claim_case(case=question.case, actor=noor)
    spoke(case, next_on=dt.date(2026, 3, 9))
    client = client_for(fatima)
    before = panel(client, "/mijn/", "mijn-vragen")

    monday.move_to("2026-03-10 09:00 +0100")

    assert "Jullie volgende contact is op 9 maart 2026." in before
    assert "Bij de gemeente: Noor." in before
    assert "We zijn te laat" in panel(client, "/mijn/", "mijn-vragen")


def test_own_page_without_questions_invites(fatima: User, reference: None, client_for: Callable[..., Client]) -> None:
    assert panel(client_for(fatima), "/mijn/", "mijn-vragen").endswith("Vertel het ons")


def test_own_page_costs_the_same_for_many(reference: None, fatima: User, client_for: Callable[..., Client]) -> None:
    asked(fatima)
    client = client_for(fatima)
    with_one = queries(client, "/mijn/")

    for _ in range(20):
        asked(fatima)

    assert queries(client, "/mijn/") == with_one


# --- The desk ---------------------------------------------------------------------------------------------------------
def test_worklist_says_that_it_is_a_question(question: Question, noor: User, client_for: Callable[..., Client]) -> None:
    row = soup(client_for(noor).get("/werkbak/")).select_one("tbody tr th").get_text(" ", strip=True)

    assert row == f"Klacht over een plek in Oostgaarde Vraag · Oostgaarde · {question.case.number}"


def test_contact_person_reads_words_and_exact_place(
    reference: None, fatima: User, noor: User, thea: User, oostgaarde: Wijk, client_for: Callable[..., Client]
) -> None:
    place = {"wijk": oostgaarde, "place_text": "hoek Reigerlaan", "point": Place(4.501234, 51.901234)}
    question = asked(fatima, text="De lantaarn is kapot.", **place)
    claim_case(case=question.case, actor=noor)

    hers, other = (client_for(user).get(question.case.desk_url).content.decode() for user in (noor, thea))

    secrets = ("De lantaarn is kapot.", "hoek Reigerlaan", "4.501234", "51.901234")
    assert [secret in hers for secret in secrets] == [True] * 4
    assert [secret in other for secret in secrets] == [False] * 4
    assert "Alleen het vaste contact leest dit." in other


def test_who_may_take_it_up_reads_the_words_but_no_pin(
    reference: None, fatima: User, noor: User, oostgaarde: Wijk, client_for: Callable[..., Client]
) -> None:
    question = asked(fatima, text="De lantaarn is kapot.", wijk=oostgaarde, point=Place(4.501234, 51.901234))

    text = client_for(noor).get(question.case.desk_url).content.decode()

    assert ("De lantaarn is kapot." in text, "4.501234" in text) == (True, False)


@pytest.mark.parametrize("has_contact", [False, True])
def test_typed_address_is_for_the_contact_person(
    has_contact: bool, reference: None, noor: User, oostgaarde: Wijk, client_for: Callable[..., Client]
) -> None:
    question = ask_on_paper(
        name="Ria de Boer",
        email="ria@voorbeeld.example",
        kind=QuestionKind.CALLBACK,
        submission_key="7a5c31f6-3b8e-4a55-9d0c-2a1de9c0f001",
        reach={"contact_way": "phone", "phone": "010-555 0199"},
        language="nl",
        wijk=oostgaarde,
    )
    if has_contact:
        claim_case(case=question.case, actor=noor)

    text = client_for(noor).get(question.case.desk_url).content.decode()

    assert ("ria@voorbeeld.example" in text, "de Boer" in text, "010-555 0199" in text) == (has_contact,) * 3
    assert "wil gebeld worden" in text


# --- A wijk -----------------------------------------------------------------------------------------------------------
def test_wijk_shows_what_people_show_there(
    reference: None, fatima: User, bram: User, oostgaarde: Wijk, schollevaar: Wijk, client: Client
) -> None:
    shown(fatima, title="Donkere hoek", wijk=oostgaarde)
    shown(bram, title="Iets van elders", wijk=schollevaar)
    asked(fatima, wijk=oostgaarde)

    text = panel(client, "/wijken/oostgaarde/", "deel-questions")

    assert "Donkere hoek" in text
    assert "Iets van elders" not in text
    assert "bankje" not in text


def test_wijk_leads_to_asking_there(reference: None, oostgaarde: Wijk, client: Client) -> None:
    page = soup(client.get("/wijken/oostgaarde/"))

    assert page.select_one("main a[href='/vragen/nieuw/?wijk=oostgaarde']")
    assert panel(client, "/wijken/oostgaarde/", "deel-questions") == ""
