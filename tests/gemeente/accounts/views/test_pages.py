"""Every page of allauth that can be reached wears our look and speaks our Dutch."""

import re
from collections.abc import Callable

import pytest
from allauth.account import urls as account_urls
from allauth.mfa.base import urls as base_urls
from allauth.mfa.recovery_codes import urls as spare_urls
from allauth.mfa.totp import urls as totp_urls
from django.contrib.auth.models import AnonymousUser
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse
from django.utils import translation

from gemeente.users.models import User
from tests.factories.accounts import app_code, give_device
from tests.factories.users import UserFactory
from tests.pages import soup

VISITOR = [
    "account_login",
    "account_signup",
    "account_request_login_code",
    "account_reset_password",
    "account_password_reset_completed",
    "account_inactive",
]
SIGNED_IN = ["account_logout", "account_email", "account_set_password", "mfa_index", "mfa_activate_totp"]
WITH_DEVICE = [
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
]
WITH_PASSWORD = ["account_change_password", "account_reauthenticate"]
UNDER_WAY = {  # opened halfway a flow, by the tests of that flow
    "account_email_verification_sent",
    "account_confirm_login_code",
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "mfa_authenticate",
}
FILES = {"mfa_download_recovery_codes"}
ENGLISH = re.compile(r"\b(the|your|please|sign (in|up|out)|password|email address|submit|required|forgot)\b", re.I)
FORMAL = re.compile(r"\b(u|uw)\b", re.IGNORECASE)


def faults(page: object) -> list[str]:
    """What is foreign about a page."""
    tree = soup(page)
    text = tree.body.get_text(" ", strip=True)
    placeholders = [tag["placeholder"] for tag in tree.main.select("[placeholder]")]
    return [
        fault
        for is_wrong, fault in [
            (page.status_code != 200, f"status {page.status_code}"),
            (len(tree.select("h1")) != 1, "not one h1"),
            (not tree.select(".portal-header"), "no header of ours"),
            (bool(tree.select("[style], script:not([src])")), "inline style or script"),
            (bool(placeholders), f"placeholders {placeholders}"),
            (bool(ENGLISH.search(text)), f"English: {ENGLISH.search(text)}"),
            (bool(FORMAL.search(text)), f"formal: {FORMAL.search(text)}"),
        ]
        if is_wrong
    ]


def test_every_address_of_allauth_is_in_a_list() -> None:
    patterns = [*account_urls.urlpatterns, *base_urls.urlpatterns, *totp_urls.urlpatterns, *spare_urls.urlpatterns]

    listed = {*VISITOR, *SIGNED_IN, *WITH_DEVICE, *WITH_PASSWORD, *UNDER_WAY, *FILES}
    assert {pattern.name for pattern in patterns} == listed


@pytest.mark.parametrize("name", VISITOR)
def test_pages_of_a_visitor(client: Client, db: None, name: str) -> None:
    assert faults(client.get(reverse(name))) == []


@pytest.mark.parametrize("name", SIGNED_IN)
def test_pages_of_a_resident(client: Client, fatima: User, name: str) -> None:
    client.force_login(fatima)

    assert faults(client.get(reverse(name))) == []


@pytest.mark.parametrize("name", WITH_DEVICE)
def test_pages_of_who_has_a_device(client: Client, fatima: User, name: str) -> None:
    key = give_device(fatima)
    client.force_login(fatima)
    if name != "mfa_reauthenticate":
        client.post(reverse("mfa_reauthenticate"), {"code": app_code(key)})

    assert faults(client.get(reverse(name))) == []


@pytest.mark.parametrize("name", WITH_PASSWORD)
def test_pages_of_who_has_a_password(client: Client, db: None, name: str) -> None:
    client.force_login(UserFactory(password="een lange zin voor mij"))

    assert faults(client.get(reverse(name))) == []
    assert "post" in {form.get("method") for form in soup(client.post(reverse(name), {})).main.select("form")}
    assert faults(client.post(reverse(name), {})) == []


def test_pages_halfway_signing_up(client: Client, db: None) -> None:
    client.post(reverse("account_signup"), {"email": "nieuw@voorbeeld.example"})

    assert faults(client.get(reverse("account_email_verification_sent"))) == []


def test_pages_halfway_signing_in(client: Client, fatima: User, last_code: Callable[[], str]) -> None:
    give_device(fatima)
    client.post(reverse("account_login"), {"login": fatima.email})

    assert faults(client.get(reverse("account_confirm_login_code"))) == []
    client.post(reverse("account_confirm_login_code"), {"code": last_code()})
    assert faults(client.get(reverse("mfa_authenticate"))) == []


def test_spare_codes_download_as_text(client: Client, fatima: User) -> None:
    key = give_device(fatima)
    client.force_login(fatima)
    client.post(reverse("mfa_reauthenticate"), {"code": app_code(key)})

    answer = client.get(reverse("mfa_download_recovery_codes"))

    assert answer["Content-Type"] == "text/plain"
    assert len(answer.content.decode().split()) == 10


@pytest.mark.parametrize("language", ["nl", "en"])
def test_signup_closed_wears_our_look_though_nothing_closes_it(
    client: Client, db: None, language: str, rf: object
) -> None:
    request = rf.get("/")
    request.user = AnonymousUser()
    with translation.override(language):
        text = get_template("account/signup_closed.html").render({}, request)

    assert "portal-header" in text


MAILS = [
    "account_already_exists",
    "email_changed",
    "email_confirm",
    "email_confirmation",
    "email_confirmation_signup",
    "email_deleted",
    "login_code",
    "password_changed",
    "password_reset",
    "password_reset_code",
    "password_set",
    "unknown_account",
]
FACTOR_MAILS = ["recovery_codes_generated", "totp_activated", "totp_deactivated"]


@pytest.mark.parametrize("name", [f"account/email/{m}" for m in MAILS] + [f"mfa/email/{m}" for m in FACTOR_MAILS])
def test_mails_are_ours(fatima: User, rf: object, name: str) -> None:
    context = {
        "user": fatima,
        "code": "1234-5678",
        "from_email": "oud&nieuw@voorbeeld.example",
        "to_email": "b@voorbeeld.example",
        "deleted_email": "c@voorbeeld.example",
        "signup_url": "https://buitenkans.example/account/signup/",
        "request": rf.get("/"),
    }
    template = get_template(f"{name}_message.txt")
    subject = get_template(f"{name}_subject.txt").render(context).strip()
    body = template.render(context)

    assert str(template.origin.name).endswith(f"templates/{name}_message.txt")
    assert "site-packages" not in str(template.origin.name)
    assert (ENGLISH.search(body + subject), FORMAL.search(body + subject), "&amp;" in body) == (None, None, False)
    assert body.startswith("Dag Fatima,\n\n")
    assert "\n" not in subject
    assert ("1234-5678" in body.split("\n")) == ("code" in name.split("/")[-1].split("_") or "confirmation" in name)
