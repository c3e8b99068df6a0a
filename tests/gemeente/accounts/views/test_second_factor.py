"""The second step: asked at signing in from who has it, and by desk pages from who needs it."""

from collections.abc import Callable
from unittest.mock import Mock

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.test import Client

from gemeente.accounts.decorators import desk_page
from gemeente.users.models import User
from tests.conftest import give_code
from tests.factories.accounts import app_code, give_device
from tests.pages import errors, soup

DESK, PAGE = "/werkbak/", "/mijn/tweede-stap/"
ACTIVATE, CODES = "/account/2fa/totp/activate/", "/account/2fa/recovery-codes/"


@pytest.fixture
def sign_in(last_code: Callable[[], str]) -> Callable[[User], Client]:
    """Sign somebody in by a mailed code, as people do."""

    def enter(user: User) -> Client:
        client = Client()
        client.post("/account/login/", {"login": user.email})
        client.post("/account/login/code/confirm/", {"code": last_code()})
        return client

    return enter


def secret_on(page: object) -> str:
    """The key for typing over."""
    return soup(page).select_one("code").get_text(strip=True)


# --- Desk pages -------------------------------------------------------------------------------------------------------
def test_desk_explains_the_second_step_to_who_lacks_it(noor: User, sign_in: Callable[[User], Client]) -> None:
    client = sign_in(noor)

    asked = client.get(DESK)
    page = client.get(asked.url)

    assert asked.url == "/mijn/tweede-stap/?next=%2Fwerkbak%2F"
    assert soup(page).main.find("a", string="Zet de tweede stap aan")["href"] == ACTIVATE
    assert "gegevens van anderen" in soup(page).main.get_text()


def test_desk_opens_once_the_app_is_set_up(noor: User, sign_in: Callable[[User], Client]) -> None:
    client = sign_in(noor)
    client.get(client.get(DESK).url)
    key = secret_on(client.get(ACTIVATE))

    done = client.post(ACTIVATE, {"code": app_code(key)}, follow=True)

    assert done.redirect_chain[-1][0] == CODES
    assert len(soup(done).main.select("li code")) == 10
    assert soup(done).main.find("a", class_="nl-button")["href"] == DESK
    assert client.get(DESK).status_code == 200


def test_desk_is_forbidden_before_any_word_about_a_second_step(fatima: User, sign_in: Callable[[User], Client]) -> None:
    assert sign_in(fatima).get(DESK).status_code == 403


def test_visitor_goes_to_sign_in(client: Client, db: None) -> None:
    assert client.get(DESK).url == "/account/login/?next=/werkbak/"


def test_demo_waives_the_second_step(noor: User, sign_in: Callable[[User], Client], settings: object) -> None:
    settings.SECOND_FACTOR_WAIVED = True

    assert sign_in(noor).get(DESK).status_code == 200


def test_visit_from_before_the_app_gives_a_code_first(noor: User, sign_in: Callable[[User], Client]) -> None:
    old_visit = sign_in(noor)
    key = give_device(noor)

    asked = old_visit.get(DESK)
    page = old_visit.get(asked.url)
    again = soup(page).main.find("a", string="Geef de code")["href"]
    back = old_visit.post(again, {"code": app_code(key)})

    assert asked.url.startswith(PAGE)
    assert again == "/account/2fa/reauthenticate/?next=%2Fwerkbak%2F"
    assert back.url == DESK
    assert old_visit.get(DESK).status_code == 200


def test_visit_that_only_signed_up_gives_a_code_first(client: Client, last_code: Callable[[], str], noor: User) -> None:
    client.post("/account/signup/", {"email": "nieuw@voorbeeld.example"})
    client.post("/account/confirm-email/", {"code": last_code()})
    person = User.objects.get(email="nieuw@voorbeeld.example")
    noor.role_assignments.update(user=person)
    give_device(person)

    assert client.get(DESK).url.startswith(PAGE)


def test_foreign_return_address_is_ignored(client: Client, noor: User) -> None:
    give_device(noor)
    client.force_login(noor)
    give_code(client, noor)

    page = client.get(f"{PAGE}?next=https://elders.example/")

    assert soup(page).main.find("a", string="Ga verder")["href"] == "/mijn/"


def test_decorator_asks_policy_of_the_reader(fatima: User, rf: object) -> None:
    asked = []
    view = desk_page(lambda user: asked.append(user) or False)(Mock())
    request = rf.get("/")
    request.user = fatima

    with pytest.raises(PermissionDenied):
        view(request)
    assert asked == [fatima]


# --- Signing in with it -----------------------------------------------------------------------------------------------
def test_signing_in_asks_the_code(noor: User, last_code: Callable[[], str], client: Client) -> None:
    key = give_device(noor)
    client.post("/account/login/?next=/werkbak/", {"login": noor.email})
    asked = client.post("/account/login/code/confirm/?next=/werkbak/", {"code": last_code()}, follow=True)
    assert asked.redirect_chain[-1][0] == "/account/2fa/authenticate/"
    assert not asked.wsgi_request.user.is_authenticated

    wrong = client.post("/account/2fa/authenticate/", {"code": "000000"})
    right = client.post("/account/2fa/authenticate/", {"code": app_code(key)}, follow=True)

    assert errors(wrong)["code"].startswith("Deze code klopt niet.")
    assert right.redirect_chain[-1] == (DESK, 302)
    assert right.status_code == 200


def test_spare_code_works_once(noor: User, last_code: Callable[[], str]) -> None:
    give_device(noor)
    spare = Authenticator.objects.get(user=noor, type="recovery_codes").wrap().get_unused_codes()[0]
    results = []
    for client in (Client(), Client()):
        client.post("/account/login/", {"login": noor.email})
        client.post("/account/login/code/confirm/", {"code": last_code()})
        results.append(client.post("/account/2fa/authenticate/", {"code": spare}).status_code)

    assert results == [302, 200]


def test_resident_may_have_it_too(fatima: User, sign_in: Callable[[User], Client]) -> None:
    client = sign_in(fatima)
    key = secret_on(client.get(ACTIVATE))

    wrong = client.post(ACTIVATE, {"code": "12"})
    client.post(ACTIVATE, {"code": app_code(key)})

    assert errors(wrong)["code"].startswith("Deze code klopt niet.")
    assert Authenticator.objects.filter(user=fatima, type="totp").exists()


def test_picture_is_allowed_by_the_policy_and_has_words(fatima: User, sign_in: Callable[[User], Client]) -> None:
    page = soup(sign_in(fatima).get(ACTIVATE))

    image = page.main.img
    assert image["src"].startswith("data:image/svg+xml;base64,")
    assert image["alt"] == "QR-code voor de app"
    assert not page.select("[style]")


def test_switching_off_asks_a_code_and_tells_by_mail(
    fatima: User, sign_in: Callable[[User], Client], mailoutbox: list[EmailMessage]
) -> None:
    client = sign_in(fatima)
    key = give_device(fatima)
    asked = client.get("/account/2fa/totp/deactivate/")
    assert asked.url.startswith("/account/reauthenticate/") or asked.url.startswith("/account/2fa/reauthenticate/")
    client.post("/account/2fa/reauthenticate/", {"code": app_code(key)})

    off = client.post("/account/2fa/totp/deactivate/", follow=True)

    assert "De tweede stap staat uit." in soup(off).get_text()
    assert not Authenticator.objects.filter(user=fatima).exists()
    assert mailoutbox[-1].subject == "De tweede stap staat uit"


def test_new_spare_codes_replace_old_ones(fatima: User, sign_in: Callable[[User], Client]) -> None:
    client = sign_in(fatima)
    key = secret_on(client.get(ACTIVATE))
    old = soup(client.post(ACTIVATE, {"code": app_code(key)}, follow=True)).main.select("li code")
    client.get("/account/2fa/recovery-codes/generate/", follow=True)
    spare = Authenticator.objects.get(user=fatima, type="recovery_codes").wrap().get_unused_codes()[0]
    client.post("/account/2fa/reauthenticate/", {"code": spare})

    new = soup(client.post("/account/2fa/recovery-codes/generate/", follow=True)).main.select("li code")

    assert len(new) == 10
    assert not {code.get_text() for code in old} & {code.get_text() for code in new}
