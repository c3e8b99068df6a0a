"""The manager invites: the form, the list, sending again and taking back."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gemeente.accounts.actions import accept_invitation, decline_invitation
from gemeente.accounts.actions.invitations import withdraw_invitation
from gemeente.accounts.enums import Role
from gemeente.accounts.models import Invitation, RoleAssignment
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.gemeente.accounts.invited import NEL, invited
from tests.pages import errors, soup

FORM, LIST = "/beheer/mensen/uitnodigen/", "/beheer/mensen/uitnodigingen/"


def today() -> dt.date:
    return timezone.localdate()


def send(client: Client, **changes: str) -> object:
    """Send the form."""
    typed = {"email": NEL, "name": "Nel de Wit", "role": "partner", "wijk": "", "ends_on": ""}
    return client.post(FORM, typed | {"starts_on": today().isoformat()} | changes)


def test_stranger_is_invited(desk: Client, mona: User) -> None:
    done = send(desk)

    asked = Invitation.objects.get()
    assert done.url == LIST
    assert (asked.email, asked.name, asked.role, asked.invited_by) == (NEL, "Nel de Wit", "partner", mona)
    assert f"op weg naar {NEL}" in soup(desk.get(LIST)).get_text()


def test_known_address_gets_the_role_at_once(desk: Client, mona: User, fatima: User, oostgaarde: Wijk) -> None:
    done = send(desk, email="FATIMA@voorbeeld.example", role="wop_member", wijk="oostgaarde")

    row = RoleAssignment.objects.get(user=fatima)
    fatima.refresh_from_db()
    assert done.url == f"/beheer/mensen/{fatima.pk}/"
    assert (row.role, row.wijk, row.given_by, fatima.name) == ("wop_member", oostgaarde, mona, "Fatima Jansen")
    assert not Invitation.objects.exists()


BAD = [
    ({"email": ""}, {"email": "Vul het e-mailadres in."}),
    ({"email": "nel"}, {"email": "Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl."}),
    ({"name": ""}, {"name": "Vul de naam in."}),
    ({"name": "nel@voorbeeld.example"}, {"name": "Zet hier geen e-mailadres: anderen kunnen dit lezen."}),
    ({"role": ""}, {"role": "Kies een rol."}),
    ({"role": "buurtcoach"}, {"wijk": "Deze rol hoort bij een wijk. Kies de wijk."}),
    ({"ends_on": "2020-01-01"}, {"ends_on": "De laatste dag moet na de eerste dag liggen."}),
]


@pytest.mark.parametrize(("change", "words"), BAD)
def test_form_tells_what_is_wrong_and_keeps_what_was_typed(
    desk: Client, change: dict[str, str], words: dict[str, str]
) -> None:
    page = send(desk, **change)

    assert (page.status_code, errors(page)) == (200, words)
    assert soup(page).select_one("[name=email]").get("value", "") == change.get("email", NEL)
    assert not Invitation.objects.exists()


def test_second_invitation_says_to_send_the_first_again(desk: Client) -> None:
    send(desk)

    page = send(desk)

    assert "al uitgenodigd voor deze rol" in soup(page).select_one(".portal-errors").get_text()
    assert Invitation.objects.count() == 1


def test_excluded_role_of_a_known_person_says_why(desk: Client, hans: User) -> None:
    page = send(desk, email=hans.email, role="finance")

    assert "Gemeentewet, artikel 13" in soup(page).select_one(".portal-errors").get_text()


# --- The list ---------------------------------------------------------------------------------------------------------
def test_list_tells_where_each_stands(desk: Client, mona: User) -> None:
    invited(mona, email="a@x.example", name="Anna")
    old = invited(mona, email="b@x.example", name="Bea")
    Invitation.objects.filter(pk=old.pk).update(sent_at=timezone.now() - dt.timedelta(days=14))
    accept_invitation(invitation=invited(mona, email="c@x.example", name="Cor"))
    decline_invitation(invitation=invited(mona, email="d@x.example", name="Daan"))
    withdraw_invitation(invitation=invited(mona, email="e@x.example", name="Els"), actor=mona)

    rows = soup(desk.get(LIST)).select("main tbody tr")

    told = sorted((row.th.contents[0], row.select("td")[1].contents[0], len(row.select("form"))) for row in rows)
    assert told == [
        ("Anna", "wacht op antwoord", 2),
        ("Bea", "te oud, stuur opnieuw", 2),
        ("Cor", "zei ja", 0),
        ("vergeten", "ingetrokken", 0),
        ("vergeten", "zei nee", 0),
    ]


def test_empty_list_says_what_to_do(desk: Client) -> None:
    page = soup(desk.get(LIST))

    assert page.select_one(".portal-empty a")["href"] == FORM


def test_list_costs_the_same_with_many(desk: Client, mona: User) -> None:
    invited(mona)
    desk.get(LIST)
    with CaptureQueriesContext(connection) as few:
        desk.get(LIST)
    for number in range(55):
        asked = invited(mona, email=f"{number}@x.example")
        if number % 2:
            accept_invitation(invitation=asked)

    with CaptureQueriesContext(connection) as many:
        page = soup(desk.get(LIST))

    assert len(page.select("main tbody tr")) == 50
    assert len(many) == len(few) <= 12


# --- Again and back ---------------------------------------------------------------------------------------------------
def test_invitation_is_sent_again(desk: Client, mona: User) -> None:
    asked = invited(mona)
    Invitation.objects.update(sent_at=timezone.now() - dt.timedelta(days=20))

    done = desk.post(f"{LIST}{asked.pk}/opnieuw/", follow=True)

    asked.refresh_from_db()
    assert asked.sent_at > timezone.now() - dt.timedelta(minutes=1)
    assert "opnieuw op weg naar" in soup(done).get_text()


def test_invitation_is_taken_back(desk: Client, mona: User) -> None:
    asked = invited(mona)

    done = desk.post(f"{LIST}{asked.pk}/intrekken/", follow=True)

    asked.refresh_from_db()
    assert (asked.email, asked.withdrawn_at is None) == ("", False)
    assert "Het e-mailadres is gewist." in soup(done).get_text()


@pytest.mark.parametrize("act", ["opnieuw", "intrekken"])
def test_answered_invitation_stays_as_it_is(desk: Client, mona: User, act: str) -> None:
    asked = invited(mona)
    accept_invitation(invitation=asked)

    done = desk.post(f"{LIST}{asked.pk}/{act}/", follow=True)

    asked.refresh_from_db()
    assert "al beantwoord of ingetrokken" in soup(done).get_text()
    assert asked.withdrawn_at is None


@pytest.mark.parametrize("act", ["opnieuw", "intrekken"])
def test_nobody_s_invitation(desk: Client, act: str) -> None:
    assert desk.post(f"{LIST}999999/{act}/").status_code == 404
    assert desk.get(f"{LIST}999999/{act}/").status_code == 405


def test_stranger_is_refused(client_for: Callable[..., Client], noor: User, mona: User) -> None:
    asked, client = invited(mona), client_for(noor)

    assert {send(client).status_code, client.post(f"{LIST}{asked.pk}/intrekken/").status_code} == {403}
    assert Invitation.objects.open().get() == asked


def test_role_list_speaks_of_wijken_and_town(desk: Client) -> None:
    groups = soup(desk.get(FORM)).select("[name=role] optgroup")

    roles = {group["label"]: {option["value"] for option in group.select("option")} for group in groups}
    assert roles["In één wijk"] == {"gebiedsregisseur", "wop_board", "wop_member", "buurtcoach"}
    assert roles["Voor de hele stad"] == set(Role.values) - roles["In één wijk"]
