"""The page behind a mailed invitation."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from gemeente.accounts.actions import assign_role, decline_invitation, register_person
from gemeente.accounts.delivery import invitation_token
from gemeente.accounts.enums import Role
from gemeente.accounts.models import Invitation, RoleAssignment
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.gemeente.accounts.invited import NEL, invited
from tests.pages import soup


def page_of(asked: Invitation) -> str:
    """Its address."""
    return f"/uitnodiging/{invitation_token(asked)}/"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_page_tells_the_role_and_changes_nothing(
    client: Client, mona: User, reference: None, oostgaarde: Wijk, prefix: str
) -> None:
    asked = invited(mona, role=Role.WOP_BOARD, wijk=oostgaarde)

    for _ in range(2):  # a mail program, and then she herself
        page = client.get(prefix + page_of(asked))

    text = soup(page).main.get_text(" ", strip=True)
    assert ("Oostgaarde" in text, "Nel de Wit" in text, "Mona" in text) == (True, True, True)
    assert ("bestuurslid van het WOP" if not prefix else "board member of the WOP") in text
    assert not User.objects.filter(email=NEL).exists()


def test_yes_leads_to_signing_in(client: Client, mona: User, reference: None) -> None:
    asked = invited(mona)
    path = page_of(asked)

    done = client.post(path, {"answer": "yes"})

    nel = User.objects.get(email=NEL)
    assert done.url == "/account/login/?next=/mijn/"
    assert RoleAssignment.objects.get(user=nel).role == Role.CLERK
    assert "_auth_user_id" not in client.session
    assert client.get(path).status_code == 404
    assert client.post(path, {"answer": "yes"}).status_code == 404


def test_staff_who_sign_in_set_the_second_step_first(
    client: Client, mona: User, reference: None, oostgaarde: Wijk
) -> None:
    asked = invited(mona, role=Role.GEBIEDSREGISSEUR, wijk=oostgaarde, starts_on=timezone.localdate())
    client.post(page_of(asked), {"answer": "yes"})
    client.force_login(User.objects.get(email=NEL))

    mine = soup(client.get("/mijn/"))

    assert mine.main.find("a", string="Zet de tweede stap aan")["href"] == "/mijn/tweede-stap/"
    assert client.get("/werkbak/").url.startswith("/mijn/tweede-stap/")


@pytest.mark.parametrize("answer", [{"answer": "no"}, {}])
def test_no_forgets_her(client: Client, mona: User, reference: None, answer: dict[str, str]) -> None:
    asked = invited(mona)

    done = client.post(page_of(asked), answer, follow=True)

    asked.refresh_from_db()
    assert (asked.email, asked.accepted_by) == ("", None)
    assert "We hebben je e-mailadres gewist." in soup(done).get_text()
    assert not User.objects.filter(email=NEL).exists()


def test_excluded_role_is_refused_with_a_page(client: Client, mona: User, reference: None) -> None:
    asked = invited(mona, role=Role.FINANCE)
    nel = register_person(email=NEL, name="Nel")
    assign_role(user=nel, role=Role.COUNCIL_MEMBER, wijk=None, starts_on=timezone.localdate(), actor=mona)

    page = client.post(page_of(asked), {"answer": "yes"})

    text = soup(page).main.get_text(" ", strip=True)
    assert page.status_code == 409
    assert ("Gemeentewet, artikel 13" in text, "Bel of mail Mona" in text) == (True, True)
    assert [row.role for row in RoleAssignment.objects.filter(user=nel)] == ["council_member"]
    asked.refresh_from_db()
    assert (asked.email, asked.answered_at) == (NEL, None)


@pytest.mark.parametrize("end", ["answered", "too old", "not ours"])
def test_link_that_does_not_count(client: Client, mona: User, reference: None, end: str) -> None:
    asked = invited(mona)
    path = page_of(asked)
    days = 0
    if end == "answered":
        decline_invitation(invitation=asked)
    elif end == "too old":
        days = 14
    else:
        path = "/uitnodiging/onzin/"

    with time_machine.travel(timezone.now() + dt.timedelta(days=days), tick=False):
        pages = [client.get(path), client.post(path, {"answer": "yes"})]

    assert [page.status_code for page in pages] == [404, 404]
    assert soup(pages[0]).h1.get_text() == "Deze uitnodiging werkt niet meer"
    assert not User.objects.filter(email=NEL).exists()
