"""One's own pages: what is new, profile, data and goodbye."""

import json
from collections.abc import Callable
from unittest.mock import Mock, patch

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client

from gemeente.accounts.actions import close_account
from gemeente.accounts.enums import Role
from gemeente.accounts.models import Profile, RoleAssignment
from gemeente.activity.actions import follow
from gemeente.activity.models import Entry, Follow, Notice
from gemeente.lib.errors import Refused
from gemeente.lib.personal_data import PersonalData, personal_data_parts
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.accounts import app_code, give_device, give_role
from tests.factories.activity import SubjectFactory, make_notice
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.users import UserFactory
from tests.pages import errors, soup

MINE, PROFILE, DATA, EXPORT, CLOSE = (
    "/mijn/", "/mijn/profiel/", "/mijn/gegevens/", "/mijn/gegevens/download/", "/mijn/afscheid/",
)  # fmt: skip
GOOD = {"name": "Fatima El Idrissi", "alias": "Tuinvrouw", "wijk": "", "language": "en"}
PASSWORD = "een lange zin voor mij"


@pytest.fixture
def mine(client: Client, fatima: User) -> Client:
    """Fatima's browser."""
    client.force_login(fatima)
    return client


# --- What is new ------------------------------------------------------------------------------------------------------
def test_mine_greets_and_shows_news(mine: Client, fatima: User) -> None:
    notice = make_notice(fatima)

    page = soup(mine.get(MINE))

    assert page.h1.get_text() == "Dag Fatima"
    assert notice.entry.subject.title in page.select_one(".portal-row--unread").get_text()


def test_mine_asks_a_newcomer_for_her_name(client: Client, db: None) -> None:
    client.force_login(UserFactory(name=""))

    page = soup(client.get(MINE))

    assert page.h1.get_text() == "Welkom"
    assert page.main.find("a", string="Vul je naam in")["href"] == PROFILE


def test_mine_shows_roles_by_their_names(client: Client, noor: User, reference: None) -> None:
    client.force_login(noor)

    page = soup(client.get(MINE))

    assert "gebiedsregisseur, Oostgaarde" in page.main.get_text()
    assert page.main.find("a", string="Zet de tweede stap aan")["href"] == "/mijn/tweede-stap/"


def test_only_the_manager_sees_the_way_to_the_back_office(client: Client, mona: User, mine: Client) -> None:
    assert "Naar het beheer" not in soup(mine.get(MINE)).get_text()

    other = Client()
    other.force_login(mona)
    assert soup(other.get(MINE)).main.find("a", string="Naar het beheer")["href"] == "/beheer/"


def test_mine_costs_the_same_with_much_news(
    mine: Client, fatima: User, django_assert_max_num_queries: Callable
) -> None:
    for _ in range(8):
        make_notice(fatima)
        InitiativeFactory(owner=fatima)
    mine.get(MINE)

    with django_assert_max_num_queries(12):
        mine.get(MINE)


def test_mine_works_in_english(mine: Client) -> None:
    assert soup(mine.get("/en/mijn/")).html["lang"] == "en"


@pytest.mark.parametrize("path", [MINE, PROFILE, DATA, EXPORT, CLOSE])
def test_visitor_signs_in_first(client: Client, db: None, path: str) -> None:
    assert client.get(path).url == f"/account/login/?next={path}"
    assert client.post(path).status_code == 302


# --- Profile ----------------------------------------------------------------------------------------------------------
def test_profile_is_kept(mine: Client, fatima: User, schollevaar: Wijk) -> None:
    done = mine.post(PROFILE, GOOD | {"wijk": "schollevaar"}, follow=True)

    fatima.refresh_from_db()
    profile = Profile.objects.get(user=fatima)
    assert (fatima.name, fatima.language) == ("Fatima El Idrissi", "en")
    assert (profile.alias, profile.wijk) == ("Tuinvrouw", schollevaar)
    assert "Je gegevens zijn bewaard." in soup(done).get_text()
    assert "Tuinvrouw" in soup(done).select_one(".portal-card").get_text()


def test_profile_log_holds_no_name_and_no_number(mine: Client, fatima: User, schollevaar: Wijk) -> None:
    mine.post(PROFILE, GOOD | {"wijk": "schollevaar"})

    entry = Entry.objects.get(verb="profile_changed")
    assert (entry.actor, entry.person) == (fatima, fatima)
    assert entry.changes == {"wijk": ["Oostgaarde", "Schollevaar"], "language": ["nl", "en"]}


BAD = [
    ({"name": ""}, "name", "Vul je naam in."),
    ({"name": "fatima@voorbeeld.example"}, "name", "Zet hier geen e-mailadres: anderen kunnen dit lezen."),
    ({"name": "a" * 121}, "name", "Deze naam is te lang. Gebruik niet meer dan 120 tekens."),
    ({"alias": "ik@voorbeeld.example"}, "alias", "Zet hier geen e-mailadres: anderen kunnen dit lezen."),
    ({"alias": "a" * 41}, "alias", "Deze naam is te lang. Gebruik niet meer dan 40 tekens."),
    ({"wijk": "atlantis"}, "wijk", "Deze wijk kennen we niet. Kies een wijk uit de lijst."),
    ({"language": "fr"}, "language", "Deze taal hebben we niet. Kies een taal uit de lijst."),
    ({"language": ""}, "language", "Kies een taal."),
]


@pytest.mark.parametrize(("change", "field", "words"), BAD)
def test_profile_tells_what_is_wrong(mine: Client, fatima: User, change: dict, field: str, words: str) -> None:
    page = mine.post(PROFILE, GOOD | change)

    assert (page.status_code, errors(page)) == (200, {field: words})
    assert soup(page).select_one("[name=name]").get("value", "") == (GOOD | change)["name"]
    fatima.refresh_from_db()
    assert fatima.name == "Fatima Jansen"


def test_public_name_is_alias_then_first_name_then_a_resident(db: None) -> None:
    names = [
        UserFactory(name=name, alias=alias).profile.public_name
        for name, alias in [("Fatima El Idrissi", "Tuinvrouw"), ("Fatima El Idrissi", ""), ("", "")]
    ]

    assert names == ["Tuinvrouw", "Fatima", "een inwoner"]


# --- Data -------------------------------------------------------------------------------------------------------------
def test_export_holds_the_share_of_every_app(mine: Client, fatima: User, oostgaarde: Wijk) -> None:
    published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")
    give_role(fatima, Role.ASSESSOR)

    answer = mine.get(EXPORT)
    data = json.loads(answer.content)

    assert answer["Content-Disposition"].startswith('attachment; filename="mijn-gegevens-')
    assert "no-store" in answer["Cache-Control"]
    assert set(data) == {"made_at"} | {part.name for part in personal_data_parts()}
    assert data["accounts"]["person"]["email"] == "fatima@voorbeeld.example"
    assert data["accounts"]["email_addresses"][0]["verified"] is True
    assert data["accounts"]["roles"][0]["role"] == "assessor"
    assert data["initiatives"]["initiatives"][0]["title"] == "Moestuin achter de Hoven"
    assert data["activity"]["about_me"][0]["verb"] == "role_given"


def test_export_holds_nothing_of_others(mine: Client, bram: User) -> None:
    published(owner=bram, title="Bank voor de buurt")

    text = mine.get(EXPORT).content.decode()

    assert "Bank voor de buurt" not in text
    assert bram.email not in text


def test_export_holds_no_secret(mine: Client, fatima: User) -> None:
    secret = give_device(fatima)

    assert secret not in mine.get(EXPORT).content.decode()


# --- Goodbye ----------------------------------------------------------------------------------------------------------
def test_close_empties_the_row_and_keeps_the_story(mine: Client, fatima: User, oostgaarde: Wijk) -> None:
    story = published(owner=fatima, wijk=oostgaarde)
    InitiativeFactory(owner=fatima)
    follow(user=fatima, subject=SubjectFactory())

    page = mine.post(CLOSE, {"sure": "on"})

    gone = User.objects.get(pk=fatima.pk)
    assert soup(page).h1.get_text() == "Je account is gesloten"
    assert (gone.email, gone.name, gone.is_active, gone.has_usable_password()) == (None, "", False, False)
    assert (gone.profile.public_name, gone.profile.phone, gone.profile.wijk) == ("een inwoner", "", None)
    assert [model.objects.filter(user=fatima).count() for model in (EmailAddress, Authenticator, Follow)] == [0, 0, 0]
    assert not Notice.objects.filter(recipient=fatima).exists()
    assert list(Initiative.objects.filter(owner=fatima)) == [story]
    assert Entry.objects.get(verb="account_closed").person == gone
    assert mine.get(MINE).status_code == 302


def test_close_ends_other_visits_and_frees_the_address(mine: Client, fatima: User) -> None:
    other = Client()
    other.force_login(fatima)

    mine.post(CLOSE, {"sure": "on"})

    assert other.get(MINE).status_code == 302
    assert UserFactory(email="fatima@voorbeeld.example").is_active


def test_close_without_a_yes_changes_nothing(mine: Client, fatima: User) -> None:
    page = mine.post(CLOSE, {})

    fatima.refresh_from_db()
    assert errors(page) == {"sure": "Zet een vinkje als je het zeker weet."}
    assert fatima.is_active


@pytest.mark.parametrize("starts", ["now", "later"])
def test_close_is_refused_while_she_holds_a_role(mine: Client, fatima: User, starts: str) -> None:
    row = give_role(fatima, Role.ASSESSOR)
    if starts == "later":
        RoleAssignment.objects.filter(pk=row.pk).update(starts_on="2999-01-01")

    page = mine.post(CLOSE, {"sure": "on"})

    fatima.refresh_from_db()
    assert "Vraag de beheerder om die eerst over te dragen." in soup(page).main.get_text()
    assert fatima.is_active
    assert not Entry.objects.filter(verb="account_closed").exists()


def test_close_asks_the_password_first(client: Client, db: None) -> None:
    user = UserFactory(password=PASSWORD)
    client.force_login(user)

    asked = client.post(CLOSE, {"sure": "on"})
    user.refresh_from_db()
    assert asked.url.startswith("/account/reauthenticate/")
    assert user.is_active
    page = client.post(asked.url, {"password": PASSWORD})

    user.refresh_from_db()
    assert soup(page).h1.get_text() == "Je account is gesloten"
    assert not user.is_active


def test_close_asks_the_code_of_who_has_a_device(mine: Client, fatima: User) -> None:
    key = give_device(fatima)

    asked = mine.post(CLOSE, {"sure": "on"})
    mine.post("/account/2fa/reauthenticate/?next=/mijn/afscheid/", {"code": app_code(key)})

    assert "reauthenticate" in asked.url
    assert not User.objects.get(pk=fatima.pk).is_active


def test_close_twice_changes_nothing(fatima: User) -> None:
    close_account(user=fatima)
    close_account(user=fatima)

    assert Entry.objects.filter(verb="account_closed").count() == 1


def test_close_is_all_or_nothing(fatima: User) -> None:
    late = PersonalData("late", Mock(), Mock(side_effect=Refused("nog niet")), Mock())
    parts = patch("gemeente.accounts.actions.leaving.personal_data_parts", return_value=(*personal_data_parts(), late))

    with parts, pytest.raises(Refused, match="nog niet"):
        close_account(user=fatima)

    fatima.refresh_from_db()
    assert fatima.is_active
    assert EmailAddress.objects.filter(user=fatima).exists()
