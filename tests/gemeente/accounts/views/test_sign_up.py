"""Signing up with an address and a mailed code, in the same browser."""

from collections.abc import Callable
from unittest.mock import Mock

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.mail import EmailMessage
from django.test import Client

from gemeente.accounts.models import Profile
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.drafts import CONTACT, IDEA, KEEP, SHARE, type_draft
from tests.pages import errors, soup

SIGN_UP, CONFIRM = "/account/signup/", "/account/confirm-email/"


def test_sign_up_makes_a_person_with_profile(client: Client, last_code: Callable[[], str], db: None) -> None:
    page = client.post(SIGN_UP, {"email": "Nieuw@Voorbeeld.example"}, follow=True)

    assert page.redirect_chain[-1][0] == CONFIRM
    assert "nieuw@voorbeeld.example" in soup(page).main.get_text()
    done = client.post(CONFIRM, {"code": last_code()}, follow=True)

    user = User.objects.get(email="nieuw@voorbeeld.example")
    assert done.redirect_chain[-1][0] == "/mijn/"
    assert done.wsgi_request.user == user
    assert (user.language, user.has_usable_password(), user.profile.public_name) == ("nl", False, "een inwoner")
    assert EmailAddress.objects.get(user=user).verified


def test_sign_up_in_english_speaks_english(client: Client, mailoutbox: list[EmailMessage], db: None) -> None:
    client.post("/en/account/signup/", {"email": "new@voorbeeld.example"})

    assert User.objects.get().language == "en"


def test_mail_has_code_on_its_own_line_and_no_link(client: Client, mailoutbox: list[EmailMessage], db: None) -> None:
    client.post(SIGN_UP, {"email": "nieuw@voorbeeld.example"})

    (mail,) = mailoutbox
    assert mail.to == ["nieuw@voorbeeld.example"]
    assert mail.subject == "Welkom! Dit is je code"
    assert "http" not in mail.body


def test_draft_survives_signing_up(
    client: Client, last_code: Callable[[], str], reference: None, oostgaarde: Wijk
) -> None:
    type_draft(client)

    client.post(f"{SIGN_UP}?next={KEEP}", {"email": "nieuw@voorbeeld.example"})
    back = client.post(CONFIRM, {"code": last_code()}, follow=True)

    assert back.redirect_chain[-1][0] == KEEP
    assert IDEA["title"] in soup(back).main.get_text()
    client.post(KEEP)
    initiative = Initiative.objects.get()
    assert (initiative.owner.email, initiative.own_share) == ("nieuw@voorbeeld.example", SHARE["own_share"])
    assert initiative.owner.profile.phone == CONTACT["phone"]


def test_wrong_code_says_so_and_three_are_enough(client: Client, last_code: Callable[[], str], db: None) -> None:
    client.post(SIGN_UP, {"email": "nieuw@voorbeeld.example"})
    code = last_code()

    first = client.post(CONFIRM, {"code": "0000-0000"})
    second = client.post(CONFIRM, {"code": "0000-0001"})
    third = client.post(CONFIRM, {"code": "0000-0002"}, follow=True)
    late = client.post(CONFIRM, {"code": code}, follow=True)

    assert errors(first)["code"] == "Deze code klopt niet. Kijk hem nog eens na."
    assert second.status_code == 200
    assert "te vaak mis" in soup(third).get_text()
    assert not late.wsgi_request.user.is_authenticated


@pytest.mark.parametrize("typed", ["12345678", "1234 5678", " 1234-5678 "])
def test_code_may_be_typed_any_way(
    client: Client, last_code: Callable[[], str], db: None, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "gemeente.accounts.adapter.AccountAdapter.generate_email_verification_code", Mock(return_value="1234-5678")
    )
    client.post(SIGN_UP, {"email": "nieuw@voorbeeld.example"})

    done = client.post(CONFIRM, {"code": typed}, follow=True)

    assert done.wsgi_request.user.is_authenticated


def test_code_is_worth_nothing_in_another_browser(client: Client, last_code: Callable[[], str], db: None) -> None:
    client.post(SIGN_UP, {"email": "nieuw@voorbeeld.example"})

    other = Client().post(CONFIRM, {"code": last_code()}, follow=True)

    assert other.redirect_chain[0][0] == "/account/login/"
    assert not other.wsgi_request.user.is_authenticated


def test_code_is_worth_nothing_after_a_quarter(client: Client, last_code: Callable[[], str], db: None) -> None:
    with time_machine.travel("2026-06-01 10:00Z", tick=False):
        client.post(SIGN_UP, {"email": "nieuw@voorbeeld.example"})
    with time_machine.travel("2026-06-01 10:15:01Z", tick=False):
        late = client.post(CONFIRM, {"code": last_code()}, follow=True)

    assert not late.wsgi_request.user.is_authenticated


def test_known_address_looks_the_same_and_gets_a_mail(
    client: Client, mailoutbox: list[EmailMessage], fatima: User
) -> None:
    new = Client().post(SIGN_UP, {"email": "nieuw@voorbeeld.example"}, follow=True)
    known = client.post(SIGN_UP, {"email": fatima.email}, follow=True)

    texts = [soup(page).main.get_text(" ", strip=True) for page in (new, known)]
    assert texts[0].replace("nieuw@voorbeeld.example", "X") == texts[1].replace(fatima.email, "X")
    assert [mail.subject for mail in mailoutbox] == ["Welkom! Dit is je code", "Je hebt al een account"]
    assert "http://testserver/account/login/" in mailoutbox[-1].body
    assert User.objects.filter(email=fatima.email).count() == 1


def test_bad_address_is_told_in_our_words(client: Client, db: None) -> None:
    empty = client.post(SIGN_UP, {})
    bad = client.post(SIGN_UP, {"email": "fatima bij huis"})

    assert errors(empty) == {"email": "Vul je e-mailadres in."}
    assert errors(bad)["email"].startswith("Dit is geen e-mailadres.")
    assert soup(bad).select_one("[name=email]")["value"] == "fatima bij huis"
    assert not User.objects.exists()


def test_wrong_address_can_begin_anew_with_the_draft(
    client: Client, last_code: Callable[[], str], reference: None, oostgaarde: Wijk
) -> None:
    type_draft(client)
    client.post(f"{SIGN_UP}?next={KEEP}", {"email": "tikfout@voorbeeld.example"})

    again = client.post("/account/opnieuw/", {"way": "signup", "next": KEEP})
    client.post(again.url, {"email": "goed@voorbeeld.example"})
    back = client.post(CONFIRM, {"code": last_code()}, follow=True)

    assert again.url == "/account/signup/?next=%2Finitiatieven%2Fnieuw%2Fverder%2F"
    assert IDEA["title"] in soup(back).main.get_text()


def test_sign_up_is_limited(client: Client, db: None) -> None:
    pages = [client.post(SIGN_UP, {"email": ""}) for _ in range(21)]

    assert [page.status_code for page in pages] == [200] * 20 + [429]
    assert soup(pages[-1]).h1.get_text() == "Even rustig aan"


def test_every_person_has_one_profile(client: Client, last_code: Callable[[], str], db: None) -> None:
    client.post(SIGN_UP, {"email": "nieuw@voorbeeld.example"})

    assert Profile.objects.filter(user__email="nieuw@voorbeeld.example").count() == 1
