"""How old somebody is, whom a young person asks, and the page of the parent or youth worker."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from gemeente.accounts.actions import ask_guardian, confirm_guardian, state_age
from gemeente.accounts.delivery import guardian_token
from gemeente.accounts.enums import AgeGroup, GuardianKind
from gemeente.accounts.models import GuardianConsent, Profile
from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule
from gemeente.users.models import User
from tests.factories.users import UserFactory
from tests.pages import errors, soup

AGE, ASK = "/mijn/leeftijd/", "/mijn/leeftijd/toestemming/"
PARENT = {"kind": "parent", "name": "Karin Smit", "email": "ouder@voorbeeld.example"}


@pytest.fixture
def mila(reference: None) -> User:
    """A resident who did not say how old she is."""
    return UserFactory(email="mila@voorbeeld.example", name="Mila Smit")


@pytest.fixture
def mine(client: Client, mila: User) -> Client:
    """Her browser."""
    client.force_login(mila)
    return client


@pytest.fixture
def young(mila: User) -> User:
    """She said that she is younger."""
    state_age(person=mila, age_group=AgeGroup.YOUNG, actor=mila)
    return User.objects.get(pk=mila.pk)


@pytest.fixture
def asked(young: User) -> GuardianConsent:
    """Her mother is asked."""
    return ask_guardian(person=young, email=PARENT["email"], name=PARENT["name"], kind=GuardianKind.PARENT)


def page_of(consent: GuardianConsent) -> str:
    """The page of her mother."""
    return f"/toestemming/{guardian_token(consent)}/"


# --- How old ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("prefix", "words"), [("", "16 jaar"), ("/en", "16")])
def test_age_comes_from_the_rule(mine: Client, prefix: str, words: str) -> None:
    assert words in soup(mine.get(prefix + AGE)).main.get_text()

    Rule.objects.create(name=RuleName.OWN_AGE, value=15, starts_on=timezone.localdate())
    text = soup(mine.get(prefix + AGE)).main.get_text()
    assert ("15" in text, "16" in text) == (True, False)


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("/initiatieven/tuin/publiceren/", "/initiatieven/tuin/publiceren/"),
        ("", "/mijn/"),
        ("https://elders.example/", "/mijn/"),
        ("//elders.example/", "/mijn/"),
    ],
)
def test_old_enough_goes_on_to_a_page_of_ours(mine: Client, mila: User, target: str, url: str) -> None:
    done = mine.post(AGE, {"age_group": "own", "next": target})

    assert done.url == url
    assert Profile.objects.get(user=mila).age_group == "own"


def test_target_is_kept_in_the_form(mine: Client) -> None:
    assert soup(mine.get(f"{AGE}?next=/mijn/")).main.select_one("[name=next]")["value"] == "/mijn/"
    assert not soup(mine.get(f"{AGE}?next=https://elders.example/")).main.select("[name=next]")


def test_younger_sees_whom_to_ask(mine: Client, mila: User) -> None:
    page = mine.post(AGE, {"age_group": "young", "next": "/initiatieven/tuin/publiceren/"}, follow=True)

    assert Profile.objects.get(user=mila).is_young
    assert soup(page).h1.get_text() == "Wie zegt er ja voor jou?"
    link = soup(page).main.find("a", string="Vraag het iemand")
    assert link["href"] == f"{ASK}?next=%2Finitiatieven%2Ftuin%2Fpubliceren%2F"


@pytest.mark.parametrize("typed", [{}, {"age_group": "oud"}])
def test_no_answer_is_asked_again(mine: Client, mila: User, typed: dict[str, str]) -> None:
    page = mine.post(AGE, typed)

    assert (page.status_code, errors(page)) == (200, {"age_group": "Kies wat bij je past."})
    assert Profile.objects.get(user=mila).age_group == ""


def test_page_tells_where_it_stands(mine: Client, asked: GuardianConsent) -> None:
    waiting = soup(mine.get(f"{AGE}?next=/mijn/berichten/"))
    confirm_guardian(consent=asked, agrees=True)
    done = soup(mine.get(f"{AGE}?next=/mijn/berichten/"))

    assert "nog geen antwoord" in waiting.main.get_text()
    assert not waiting.select(".utrecht-alert--ok")
    assert done.select_one(".utrecht-alert--ok a")["href"] == "/mijn/berichten/"


def test_who_grew_up_says_so(mine: Client, young: User) -> None:
    mine.post(AGE, {"age_group": "own"})

    assert Profile.objects.get(user=young).age_group == "own"


# --- Asking -----------------------------------------------------------------------------------------------------------
def test_guardian_is_asked(mine: Client, young: User) -> None:
    done = mine.post(ASK, PARENT | {"next": "/mijn/berichten/"})

    consent = GuardianConsent.objects.get(person=young)
    assert done.url == f"{AGE}?next=%2Fmijn%2Fberichten%2F"
    assert {name: getattr(consent, name) for name in PARENT} == PARENT
    assert consent.language == "nl"
    assert "De mail is weg." in soup(mine.get(AGE)).get_text()


def test_mail_speaks_the_language_of_the_page(mine: Client, young: User) -> None:
    mine.post(f"/en{ASK}", PARENT)

    assert GuardianConsent.objects.get().language == "en"


BAD = [
    ({"kind": ""}, {"kind": "Kies wie je vraagt."}),
    ({"name": ""}, {"name": "Vul de naam in."}),
    ({"name": "a@b.example"}, {"name": "Zet hier geen e-mailadres: anderen kunnen dit lezen."}),
    ({"email": ""}, {"email": "Vul het e-mailadres in."}),
    ({"email": "karin"}, {"email": "Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl."}),
    ({"email": "mila@voorbeeld.example"}, {"email": "Dit is je eigen adres. Vul het adres in van de ander."}),
]


@pytest.mark.parametrize(("change", "words"), BAD)
def test_form_tells_what_is_wrong(mine: Client, young: User, change: dict[str, str], words: dict[str, str]) -> None:
    page = mine.post(ASK, PARENT | change)

    assert (page.status_code, errors(page)) == (200, words)
    assert not GuardianConsent.objects.exists()


def test_who_needs_nobody_is_sent_back(mine: Client, mila: User) -> None:
    assert mine.get(f"{ASK}?next=/mijn/").url == f"{AGE}?next=%2Fmijn%2F"
    assert mine.post(ASK, PARENT).url == AGE
    assert not GuardianConsent.objects.exists()


@pytest.mark.parametrize("path", [AGE, ASK])
def test_visitor_signs_in_first(client: Client, db: None, path: str) -> None:
    assert client.get(path).url == f"/account/login/?next={path}"
    assert client.put(path).status_code == 405


# --- The parent -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_opening_the_link_changes_nothing(client: Client, asked: GuardianConsent, prefix: str) -> None:
    for _ in range(2):  # a mail program, and then she herself
        page = client.get(prefix + page_of(asked))

    asked.refresh_from_db()
    assert asked.confirmed_at is None
    assert "Mila" in soup(page).main.get_text()
    assert "Smit" not in soup(page).main.get_text()


def test_yes_then_taken_back(client: Client, asked: GuardianConsent) -> None:
    path = page_of(asked)

    said = client.post(path, {"answer": "yes"})
    asked.refresh_from_db()
    assert asked.confirmed_at is not None
    assert "Bewaar de mail" in soup(said).main.get_text()

    again = soup(client.get(path))
    assert [button.get_text(strip=True) for button in again.select("main form button")] == ["Trek mijn ja in"]
    client.post(path, {"answer": "no"})
    assert not GuardianConsent.objects.exists()
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("answer", [{"answer": "no"}, {}])
def test_no_forgets_her(client: Client, asked: GuardianConsent, answer: dict[str, str]) -> None:
    said = client.post(page_of(asked), answer)

    assert not GuardianConsent.objects.exists()
    assert "We hebben je naam en je adres gewist." in soup(said).main.get_text()


@pytest.mark.parametrize("days", [0, 60])
def test_link_that_does_not_count(client: Client, asked: GuardianConsent, days: int) -> None:
    path = page_of(asked) if days else "/toestemming/onzin/"

    with time_machine.travel(timezone.now() + dt.timedelta(days=days), tick=False):
        pages = [client.get(path), client.post(path, {"answer": "yes"})]

    asked.refresh_from_db()
    assert [page.status_code for page in pages] == [404, 404]
    assert soup(pages[0]).h1.get_text() == "Deze vraag is er niet meer"
    assert asked.confirmed_at is None


def test_own_page_costs_the_same_with_many_questions(
    mine: Client, young: User, django_assert_max_num_queries: Callable
) -> None:
    for number in range(6):
        GuardianConsent.objects.create(person=young, email=f"{number}@x.example", name="Oom", kind=GuardianKind.PARENT)

    with django_assert_max_num_queries(10):
        mine.get(AGE)
