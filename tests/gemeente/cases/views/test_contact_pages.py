"""/mijn/contact/<zaak>/ and its questions: the case as its owner sees it."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from gemeente.accounts.models import Profile
from gemeente.cases.actions import decline_help, dispute_contact, end_case
from gemeente.cases.enums import CaseState
from gemeente.cases.models import CaseChange, CaseFile, ContactMoment
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.initiatives import published
from tests.gemeente.cases.stages import at_state, history, leave, queries, reread, spoke
from tests.pages import errors, soup

QUESTIONS = ("zonder/", "toch/", "klaar/", "heropenen/")
# Which questions somebody can be asked, by the state of her case; the others are refused.
OPEN_QUESTIONS = {
    "new": {"zonder/", "klaar/"},
    "claimed": {"zonder/", "klaar/"},
    "reopened": {"zonder/", "klaar/"},
    "closed": {"heropenen/"},
    "new, declined": {"toch/", "klaar/"},
    "claimed, declined": {"toch/", "klaar/"},
    "reopened, declined": {"toch/", "klaar/"},
}
WORDS = {
    "zonder/": "Heb je de gemeente niet nodig?",
    "toch/": "Wil je toch hulp van de gemeente?",
    "klaar/": "Ben je klaar met de gemeente?",
    "heropenen/": "Wil je weer contact met de gemeente?",
}


@pytest.fixture
def mine(fatima: User, client_for: Callable[..., Client]) -> Client:
    """Fatima's browser."""
    return client_for(fatima)


@pytest.fixture
def claimed(case: CaseFile, noor: User) -> CaseFile:
    """Noor has the case of Fatima."""
    return at_state(case, CaseState.CLAIMED, noor)


def bring(case: CaseFile, words: str, contact: User) -> CaseFile:
    """To a state, and help declined where the words say so."""
    state, _, declined = words.partition(", ")
    case = at_state(case, CaseState(state), contact)
    if declined:
        decline_help(case=case, actor=case.owner)
    return reread(case)


def url_of(case: CaseFile, question: str = "") -> str:
    return f"/mijn/contact/{case.pk}/{question}"


def lead(mine: Client, case: CaseFile) -> str:
    """What the page says first: what now."""
    return " ".join(soup(mine.get(url_of(case))).select_one(".portal-split__lead").get_text(" ", strip=True).split())


# --- The page ---------------------------------------------------------------------------------------------------------
def test_page_shows_who_it_is_and_how_to_reach_her(mine: Client, claimed: CaseFile, noor: User) -> None:
    Profile.objects.filter(user=noor).update(work_phone="010-555 0199")

    aside = soup(mine.get(url_of(claimed))).aside

    assert aside.select_one(".portal-contact__name").get_text() == "Noor"
    assert "gebiedsregisseur" in aside.select_one(".portal-contact__role").get_text()
    links = [link["href"] for link in aside.select(".portal-contact__phone")]
    assert links == ["tel:0105550199", "mailto:noor@voorbeeld.example"]


def test_page_gives_the_number_of_the_gemeente_where_she_has_none(mine: Client, claimed: CaseFile) -> None:
    links = [link["href"] for link in soup(mine.get(url_of(claimed))).aside.select(".portal-contact__phone")]

    assert links == ["tel:14010", "mailto:noor@voorbeeld.example"]


def test_page_of_a_new_case_gives_the_number_of_the_gemeente(mine: Client, case: CaseFile) -> None:
    aside = soup(mine.get(url_of(case))).aside

    assert "Nog geen vast contact" in aside.get_text()
    assert [link["href"] for link in aside.select(".portal-contact__phone")] == ["tel:14010"]


def test_page_says_by_when_and_is_sorry_when_late(mine: Client, case: CaseFile, monday: time_machine.Traveller) -> None:
    promised = lead(mine, case)
    monday.move_to("2026-03-06 09:00 +0100", tick=False)

    late = lead(mine, case)

    assert "Je hoort uiterlijk op 5 maart 2026 van ons." in promised
    assert "Je had uiterlijk op 5 maart 2026 van ons moeten horen." in late
    assert case.number in promised


def test_page_says_that_nothing_is_owed(mine: Client, claimed: CaseFile, fatima: User) -> None:
    spoke(claimed)
    before = lead(mine, claimed)

    decline_help(case=claimed, actor=fatima)

    assert "Er staat nu niets af te spreken." in before
    assert "Je redt het zonder de gemeente." in lead(mine, claimed)


def test_page_shows_the_result(mine: Client, case: CaseFile, noor: User) -> None:
    at_state(case, CaseState.CLOSED, noor)

    assert "Dit contact is afgerond. Het resultaat De tuin ligt er." in lead(mine, case)


def test_page_shows_what_was_said_and_what_was_denied(mine: Client, claimed: CaseFile, fatima: User) -> None:
    denied = spoke(claimed, note="Over het hek.")
    spoke(claimed, was_reached=False, next_on=dt.date(2026, 3, 13))
    dispute_contact(moment=denied, actor=fatima)

    log = soup(mine.get(url_of(claimed))).select_one("[aria-labelledby=gebeurd]")

    rows = [" ".join(row.get_text(" ", strip=True).split()) for row in log.select("li")]
    tried, said = (row for row in rows if row.startswith("Gebeld"))
    assert tried.startswith("Gebeld, niet gelukt 2 maart 2026 · Noor Volgende afspraak: 13 maart 2026 Dit klopt niet")
    assert (
        said
        == "Gebeld, gesproken 2 maart 2026 · Noor De eigenaar zegt: dit klopt niet. Het telt niet mee. Over het hek."
    )
    assert len(log.select("li a")) == 1


@pytest.mark.parametrize("words", OPEN_QUESTIONS)
def test_page_leads_to_the_questions_that_can_be_asked(words: str, mine: Client, case: CaseFile, noor: User) -> None:
    case = bring(case, words, noor)

    page = soup(mine.get(url_of(case)))
    links = {link["href"] for link in page.select("[aria-labelledby=jij-kiest] .portal-cluster a")}

    written = {"bericht/"} if case.is_open else set()
    assert links == {url_of(case, question) for question in OPEN_QUESTIONS[words] | written}


def test_page_costs_the_same_with_a_long_log(mine: Client, claimed: CaseFile) -> None:
    spoke(claimed)
    few = queries(mine, url_of(claimed))
    for _ in range(20):
        spoke(claimed)

    many = queries(mine, url_of(claimed))

    assert few == many <= 12


# --- The questions ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("words", OPEN_QUESTIONS)
def test_questions_are_refused_where_they_make_no_sense(words: str, mine: Client, case: CaseFile, noor: User) -> None:
    case = bring(case, words, noor)
    steps = history(case)

    statuses = {question: mine.get(url_of(case, question)).status_code for question in QUESTIONS}
    shut = [question for question in QUESTIONS if question not in OPEN_QUESTIONS[words]]
    posted = {mine.post(url_of(case, question)).status_code for question in shut}

    assert statuses == {question: 403 if question in shut else 200 for question in QUESTIONS}
    assert (posted, history(case)) == ({403}, steps)


@pytest.mark.parametrize(
    ("words", "question", "step", "done"),
    [
        ("claimed", "zonder/", ("decline", "claimed", "claimed"), "Veel succes!"),
        ("claimed, declined", "toch/", ("accept", "claimed", "claimed"), "We weten het."),
        ("claimed", "klaar/", ("end", "claimed", "closed"), "De hulp van de gemeente is afgerond."),
        ("closed", "heropenen/", ("reopen", "closed", "reopened"), "Het contact is weer open."),
    ],
)
def test_question_is_asked_and_answered(
    words: str, question: str, step: tuple[str, ...], done: str, mine: Client, case: CaseFile, noor: User
) -> None:
    case = bring(case, words, noor)

    asked = mine.get(url_of(case, question))
    answered = mine.post(url_of(case, question), {"reason": "Daarom."}, follow=True)

    assert soup(asked).h1.get_text() == WORDS[question]
    assert soup(asked).select_one("main form").select_one("textarea").text.strip() == ""
    assert answered.redirect_chain == [(url_of(case), 302)]
    assert done in soup(answered).select_one(".portal-messages").get_text()
    assert history(case)[-1] == (*step, "Fatima Jansen", "Daarom.")


@pytest.mark.parametrize("question", ["zonder/", "klaar/"])
def test_question_can_be_answered_without_words(question: str, mine: Client, claimed: CaseFile) -> None:
    response = mine.post(url_of(claimed, question))

    assert (response.status_code, history(claimed)[-1][-1]) == (302, "")


@pytest.mark.parametrize("question", ["zonder/", "klaar/", "klopt-niet/"])
def test_question_says_beside_the_field_what_is_wrong(question: str, mine: Client, claimed: CaseFile) -> None:
    moment = spoke(claimed)
    steps = history(claimed)
    path = f"klopt-niet/{moment.pk}/" if question == "klopt-niet/" else question

    response = mine.post(url_of(claimed, path), {"reason": "a" * 401})

    assert errors(response) == {"reason": "Dit is te lang. Gebruik niet meer dan 400 tekens."}
    assert soup(response).textarea.text.strip() == "a" * 401
    assert (history(claimed), ContactMoment.objects.get().is_voided) == (steps, False)


# --- "Dit klopt niet" -------------------------------------------------------------------------------------------------
def test_dispute_is_asked_and_done(mine: Client, claimed: CaseFile) -> None:
    moment = spoke(claimed)
    url = url_of(claimed, f"klopt-niet/{moment.pk}/")

    asked = mine.get(url)
    answered = mine.post(url, {"reason": "Er belde niemand."}, follow=True)

    moment.refresh_from_db()
    assert soup(asked).h1.get_text() == "Klopt dit contact niet?"
    assert answered.redirect_chain == [(url_of(claimed), 302)]
    assert "telt niet meer mee" in soup(answered).select_one(".portal-messages").get_text()
    assert (moment.is_voided, moment.void_reason) == (True, "Er belde niemand.")
    assert mine.get(url).status_code == mine.post(url).status_code == 404


def test_dispute_of_a_contact_of_another_case_is_404(
    mine: Client, claimed: CaseFile, fatima: User, bram: User, noor: User, oostgaarde: Wijk
) -> None:
    cases = [published(owner=owner, wijk=oostgaarde).case for owner in (bram, fatima)]
    theirs, other, own = (spoke(at_state(case, CaseState.CLAIMED, noor)) for case in (*cases, claimed))

    statuses = {
        moment.pk: mine.post(url_of(claimed, f"klopt-niet/{moment.pk}/")).status_code for moment in (theirs, other, own)
    }

    assert statuses == {theirs.pk: 404, other.pk: 404, own.pk: 302}
    assert set(ContactMoment.objects.exclude(voided_at=None)) == {own}


# --- Who --------------------------------------------------------------------------------------------------------------
def test_pages_are_for_the_owner_and_for_others_not_there(
    mine: Client,
    claimed: CaseFile,
    noor: User,
    karim: User,
    others: dict[str, User | None],
    client_for: Callable[..., Client],
) -> None:
    moment = spoke(claimed)
    steps = history(claimed)
    paths = ["", *QUESTIONS, f"klopt-niet/{moment.pk}/"]
    clients = {who: client_for(user) for who, user in (others | {"noor": noor, "karim": karim}).items()}

    read = {who: {client.get(url_of(claimed, path)).status_code for path in paths} for who, client in clients.items()}
    written = {
        who: {client.post(url_of(claimed, path)).status_code for path in paths[1:]} for who, client in clients.items()
    }

    assert read == written == {who: {404} for who in clients} | {"anonymous": {302}}
    assert (history(claimed), ContactMoment.objects.get().is_voided) == (steps, False)
    assert [mine.get(url_of(claimed, path)).status_code for path in paths] == [200, 200, 403, 200, 403, 200]


def test_visitor_signs_in_first(claimed: CaseFile, client: Client) -> None:
    assert client.get(url_of(claimed)).url == f"/account/login/?next={url_of(claimed)}"


def test_pages_of_ones_own_stay_when_one_works_at_the_gemeente(
    case: CaseFile, noor: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(noor)
    before = client.get(url_of(case)).status_code
    case.people.update(user=noor)

    assert (before, client.get(url_of(case)).status_code) == (404, 200)


def test_page_of_no_case_is_404(mine: Client, case: CaseFile) -> None:
    assert [mine.get(f"/mijn/contact/{pk}/").status_code for pk in (case.pk, case.pk + 1)] == [200, 404]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_page_is_only_read(method: str, mine: Client, claimed: CaseFile) -> None:
    assert getattr(mine, method)(url_of(claimed)).status_code == 405


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_questions_know_no_other_method(method: str, mine: Client, claimed: CaseFile) -> None:
    paths = [*QUESTIONS, f"klopt-niet/{spoke(claimed).pk}/"]

    assert {getattr(mine, method)(url_of(claimed, path)).status_code for path in paths} == {405}


def test_page_keeps_working_when_the_contact_left(mine: Client, claimed: CaseFile, noor: User, karim: User) -> None:
    leave(noor)
    before = mine.get(url_of(claimed)).status_code

    mine.post(url_of(claimed, "klaar/"))
    mine.post(url_of(claimed, "heropenen/"))

    assert (before, reread(claimed).state, reread(claimed).contact) == (200, CaseState.NEW, None)


# --- English ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("words", ["new", "claimed", "claimed, declined", "closed"])
def test_pages_work_in_english(words: str, mine: Client, case: CaseFile, noor: User) -> None:
    case = bring(case, words, noor)

    pages = [mine.get(f"/en{url_of(case, path)}") for path in ["", *sorted(OPEN_QUESTIONS[words])]]

    assert {page.status_code for page in pages} == {200}
    assert {soup(page).html["lang"] for page in pages} == {"en"}
    links = [link["href"] for link in soup(pages[0]).select("[aria-labelledby=jij-kiest] .portal-cluster a")]
    assert all(link.startswith("/en/mijn/contact/") for link in links)


def test_english_answer_comes_back_in_english_and_tells_the_desk_in_dutch(
    mine: Client, claimed: CaseFile, noor: User
) -> None:
    response = mine.post(f"/en{url_of(claimed, 'klaar/')}")

    assert response.url == f"/en{url_of(claimed)}"
    assert CaseChange.objects.latest("pk").name == "end"
    assert noor.notices.latest("pk").path == claimed.desk_url


def test_english_dispute_works(mine: Client, claimed: CaseFile) -> None:
    url = f"/en{url_of(claimed, f'klopt-niet/{spoke(claimed).pk}/')}"

    assert (mine.get(url).status_code, mine.post(url).url) == (200, f"/en{url_of(claimed)}")


def test_ended_case_says_so(mine: Client, case: CaseFile, fatima: User) -> None:
    end_case(case=case, actor=fatima)

    assert "Dit contact is afgerond." in lead(mine, case)
