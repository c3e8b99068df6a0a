"""Signing in: by code, or by password for who has one."""

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.core.mail import EmailMessage
from django.test import Client

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.drafts import IDEA, KEEP, type_draft
from tests.factories.users import UserFactory
from tests.pages import errors, soup

LOGIN, CONFIRM = "/account/login/", "/account/login/code/confirm/"
PASSWORD = "een lange zin voor mij"


@pytest.fixture
def ineke(db: None) -> User:
    """A resident with a password."""
    return UserFactory(email="ineke@voorbeeld.example", name="Ineke Bos", password=PASSWORD)


def test_code_signs_in(client: Client, last_code: Callable[[], str], fatima: User) -> None:
    page = client.post(LOGIN, {"login": "FATIMA@voorbeeld.example"}, follow=True)

    assert page.redirect_chain[-1][0] == CONFIRM
    done = client.post(CONFIRM, {"code": last_code()}, follow=True)

    assert done.redirect_chain[-1][0] == "/mijn/"
    assert soup(done).h1.get_text() == "Dag Fatima"


def test_code_page_signs_in_too(client: Client, last_code: Callable[[], str], fatima: User) -> None:
    client.post("/account/login/code/", {"email": fatima.email})

    done = client.post(CONFIRM, {"code": last_code()}, follow=True)

    assert done.wsgi_request.user == fatima


def test_password_signs_in(client: Client, ineke: User, mailoutbox: list[EmailMessage]) -> None:
    done = client.post(LOGIN, {"login": ineke.email, "password": PASSWORD}, follow=True)

    assert done.wsgi_request.user == ineke
    assert mailoutbox == []


def test_wrong_password_and_unknown_address_look_alike(client: Client, ineke: User) -> None:
    wrong = client.post(LOGIN, {"login": ineke.email, "password": "iets anders dan dat"})
    unknown = client.post(LOGIN, {"login": "niemand@voorbeeld.example", "password": PASSWORD})

    texts = [soup(page).select_one("[data-error-summary]").get_text(" ", strip=True) for page in (wrong, unknown)]
    assert "Dit adres en dit wachtwoord horen niet bij elkaar." in texts[0]
    assert texts[0] == texts[1]


def test_unknown_address_looks_like_a_known_one(client: Client, fatima: User, mailoutbox: list[EmailMessage]) -> None:
    known = Client().post(LOGIN, {"login": fatima.email}, follow=True)
    unknown = client.post(LOGIN, {"login": "niemand@voorbeeld.example"}, follow=True)

    texts = [soup(page).main.get_text(" ", strip=True) for page in (known, unknown)]
    assert texts[0].replace(fatima.email, "X") == texts[1].replace("niemand@voorbeeld.example", "X")
    assert [mail.subject for mail in mailoutbox] == ["Je code om in te loggen", "Je hebt nog geen account"]
    assert "http://testserver/account/signup/" in mailoutbox[-1].body


def test_draft_survives_signing_in_by_code(
    client: Client, last_code: Callable[[], str], fatima: User, reference: None, oostgaarde: Wijk
) -> None:
    type_draft(client)
    link = soup(client.get(f"/account/signup/?next={KEEP}")).main.find("a", string="Inloggen")["href"]

    step = client.post(link, {"login": fatima.email})
    back = client.post(step.url, {"code": last_code()}, follow=True)

    assert back.redirect_chain[-1][0] == KEEP
    assert IDEA["title"] in soup(back).main.get_text()


def test_code_is_worth_nothing_in_another_browser(client: Client, last_code: Callable[[], str], fatima: User) -> None:
    client.post(LOGIN, {"login": fatima.email})

    other = Client().post(CONFIRM, {"code": last_code()}, follow=True)

    assert not other.wsgi_request.user.is_authenticated


def test_new_code_replaces_the_old_one(client: Client, last_code: Callable[[], str], fatima: User) -> None:
    client.post(LOGIN, {"login": fatima.email})
    old = last_code()
    client.post(CONFIRM, {"action": "resend"})
    new = last_code()

    wrong = client.post(CONFIRM, {"code": old})
    right = client.post(CONFIRM, {"code": new}, follow=True)

    assert "code" in errors(wrong)
    assert right.wsgi_request.user == fatima


def test_another_address_starts_over(client: Client, fatima: User, bram: User, last_code: Callable[[], str]) -> None:
    client.post(LOGIN, {"login": fatima.email})

    page = client.post("/account/opnieuw/", follow=True)
    client.post(LOGIN, {"login": bram.email})
    done = client.post(CONFIRM, {"code": last_code()}, follow=True)

    assert page.redirect_chain[-1] == (LOGIN, 302)
    assert done.wsgi_request.user == bram


def test_start_over_takes_posts_only_and_no_foreign_address(client: Client, db: None) -> None:
    assert client.get("/account/opnieuw/").status_code == 405

    step = client.post("/account/opnieuw/", {"next": "https://elders.example/"})
    done = client.get(step.url)

    assert "elders" not in soup(done).main.decode_contents()


def test_foreign_next_is_ignored(client: Client, ineke: User) -> None:
    done = client.post(f"{LOGIN}?next=https://elders.example/", {"login": ineke.email, "password": PASSWORD})

    assert done.url == "/mijn/"


def test_civil_servant_begins_at_the_desk(client: Client, noor: User, last_code: Callable[[], str]) -> None:
    client.post(LOGIN, {"login": noor.email})

    done = client.post(CONFIRM, {"code": last_code()})

    assert done.url == "/werkbak/"


def test_failing_often_is_stopped(client: Client, ineke: User) -> None:
    for _ in range(5):
        client.post(LOGIN, {"login": ineke.email, "password": "iets anders dan dat"})

    right = client.post(LOGIN, {"login": ineke.email, "password": PASSWORD})

    assert "te vaak mis" in soup(right).get_text()
    assert not right.wsgi_request.user.is_authenticated


def test_asking_many_codes_is_stopped(client: Client, fatima: User, mailoutbox: list[EmailMessage]) -> None:
    pages = [Client().post(LOGIN, {"login": fatima.email}) for _ in range(4)]

    assert [page.status_code for page in pages] == [302, 302, 302, 200]
    assert "te vaak" in errors(pages[-1])["login"]
    assert len(mailoutbox) == 3


def test_closed_account_cannot_sign_in(client: Client, ineke: User) -> None:
    User.objects.filter(pk=ineke.pk).update(is_active=False)

    page = client.post(LOGIN, {"login": ineke.email, "password": PASSWORD}, follow=True)

    assert not page.wsgi_request.user.is_authenticated


def test_person_on_paper_has_no_way_in(client: Client, mailoutbox: list[EmailMessage], db: None) -> None:
    User.objects.create_user(None, name="Opa Piet")

    client.post(LOGIN, {"login": "opa@voorbeeld.example"})

    assert mailoutbox[-1].subject == "Je hebt nog geen account"


def test_sign_in_page_shows_demo_accounts(client: Client, db: None, settings: object) -> None:
    page = client.get(LOGIN)

    assert "fatima@demo.example" in soup(page).main.get_text()


def test_sign_in_page_without_demo_shows_none(client: Client, db: None, settings: object) -> None:
    settings.DEMO = False

    assert "demo" not in soup(client.get(LOGIN)).main.get_text().lower()


def test_signing_out_asks_first(client: Client, fatima: User) -> None:
    client.force_login(fatima)

    asked = client.get("/account/logout/")
    still = client.get("/mijn/")
    done = client.post("/account/logout/", follow=True)

    assert (asked.status_code, still.status_code) == (200, 200)
    assert done.redirect_chain[-1][0] == "/"
    assert "Je bent uitgelogd." in soup(done).get_text()


def test_old_row_without_confirmed_address_is_confirmed_by_the_code(
    client: Client, last_code: Callable[[], str], fatima: User
) -> None:
    EmailAddress.objects.filter(user=fatima).update(verified=False)
    client.post(LOGIN, {"login": fatima.email})

    done = client.post(CONFIRM, {"code": last_code()}, follow=True)

    assert done.wsgi_request.user == fatima
    assert EmailAddress.objects.get(user=fatima).verified
