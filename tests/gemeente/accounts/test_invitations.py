"""A role that waits at an address: asked, answered, sent again, taken back, forgotten."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.core.signing import BadSignature
from django.db import IntegrityError, transaction
from django.utils import timezone

from gemeente.accounts.actions import accept_invitation, close_account, decline_invitation, end_role, invite_person
from gemeente.accounts.actions.invitations import send_invitation_again, withdraw_invitation
from gemeente.accounts.delivery import invitation_token, read_invitation_token, send_invitation
from gemeente.accounts.enums import INVITATION_DAYS, Role
from gemeente.accounts.models import Invitation, RoleAssignment
from gemeente.accounts.personal_data import export_account
from gemeente.accounts.tasks import forget_invitations
from gemeente.activity.models import Entry, Notice
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.accounts import give_role
from tests.factories.users import UserFactory
from tests.gemeente.accounts.invited import NEL, TODAY, invited


@pytest.fixture(autouse=True)
def _midsummer() -> object:
    with time_machine.travel(dt.datetime(2026, 6, 15, 10, tzinfo=dt.UTC), tick=False):
        yield


def later(**span: int) -> time_machine.travel:
    """A moment after the invitation."""
    return time_machine.travel(timezone.now() + dt.timedelta(**span), tick=False)


# --- Asking -----------------------------------------------------------------------------------------------------------
def test_invitation_is_mailed_and_logged_without_an_address(
    mona: User, oostgaarde: Wijk, reference: None, mailoutbox: list[EmailMessage], run_jobs: Callable[[], int]
) -> None:
    asked = invited(mona, email="Nel@Voorbeeld.example", role=Role.WOP_BOARD, wijk=oostgaarde)
    run_jobs()

    (mail,) = mailoutbox
    entry = Entry.objects.get(verb="person_invited")
    assert (asked.email, mail.to) == (NEL, [NEL])
    assert f"/uitnodiging/{invitation_token(asked)}/" in mail.body
    assert "bestuurslid van het WOP, in Oostgaarde" in mail.body
    assert mail.body.startswith("Dag Nel,")
    assert (entry.actor, entry.person) == (mona, None)
    assert "nel" not in json.dumps(entry.changes)
    assert not User.objects.filter(email=NEL).exists()


REFUSED = [
    ({"actor": "fatima"}, "Alleen een beheerder"),
    ({"email": "bram@voorbeeld.example"}, "al een account"),
    ({"email": "BRAM@voorbeeld.example"}, "al een account"),
    ({"role": Role.WOP_MEMBER}, "hoort bij een wijk"),
    ({"wijk": "oostgaarde"}, "hele stad"),
    ({"ends_on": TODAY}, "na de eerste dag"),
]


@pytest.mark.parametrize(("change", "words"), REFUSED)
def test_invitation_that_cannot_be(
    mona: User, fatima: User, bram: User, oostgaarde: Wijk, change: dict[str, Any], words: str
) -> None:
    named = {"fatima": fatima, "oostgaarde": oostgaarde}
    fields = {name: named.get(value, value) if isinstance(value, str) else value for name, value in change.items()}

    with pytest.raises(Refused, match=words):
        invited(mona, **fields)
    assert not Invitation.objects.exists()
    invited(mona)
    assert Invitation.objects.count() == 1


def test_same_role_is_offered_once(mona: User, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    invited(mona, role=Role.WOP_MEMBER, wijk=oostgaarde)

    with pytest.raises(Refused, match="al uitgenodigd"):
        invited(mona, role=Role.WOP_MEMBER, wijk=oostgaarde, starts_on=TODAY + dt.timedelta(days=1))
    invited(mona, role=Role.WOP_MEMBER, wijk=schollevaar)
    invited(mona)

    assert Invitation.objects.count() == 3


# --- Answering --------------------------------------------------------------------------------------------------------
def test_yes_makes_a_person_with_the_role(mona: User) -> None:
    asked = invited(mona, ends_on=TODAY + dt.timedelta(days=365))

    nel = accept_invitation(invitation=asked)

    row = RoleAssignment.objects.get(user=nel)
    asked.refresh_from_db()
    assert (nel.email, nel.name, nel.has_usable_password()) == (NEL, "Nel de Wit", False)
    assert (row.role, row.wijk, row.starts_on, row.ends_on) == ("clerk", None, asked.starts_on, asked.ends_on)
    assert row.given_by == mona
    assert (asked.accepted_by, asked.email, asked.name) == (nel, "", "")
    assert Notice.objects.filter(recipient=nel, template="role_given").count() == 1


def test_yes_of_who_made_an_account_meanwhile(mona: User) -> None:
    asked = invited(mona)
    known = UserFactory(email=NEL, name="Nel Bakker")

    person = accept_invitation(invitation=asked)

    assert (person, person.name) == (known, "Nel Bakker")
    assert RoleAssignment.objects.get(user=known).role == Role.CLERK


def test_no_forgets_the_address(mona: User) -> None:
    asked = invited(mona)

    decline_invitation(invitation=asked)

    asked.refresh_from_db()
    entry = Entry.objects.get(verb="invitation_declined")
    assert (asked.email, asked.name, asked.accepted_by) == ("", "", None)
    assert asked.answered_at is not None
    assert (entry.actor, entry.changes) == (None, {"role": [None, "clerk"], "wijk": [None, None]})
    assert not User.objects.filter(email=NEL).exists()


@pytest.mark.parametrize("first", [accept_invitation, decline_invitation])
@pytest.mark.parametrize("second", [accept_invitation, decline_invitation])
def test_second_answer_is_refused(mona: User, first: Callable, second: Callable) -> None:
    asked = invited(mona)
    first(invitation=asked)
    before = (User.objects.count(), RoleAssignment.objects.count())

    with pytest.raises(Refused, match="al beantwoord"):
        second(invitation=asked)

    assert (User.objects.count(), RoleAssignment.objects.count()) == before


def test_yes_is_refused_when_the_role_is_over(mona: User) -> None:
    asked = invited(mona, ends_on=TODAY + dt.timedelta(days=2))

    with later(days=2), pytest.raises(Refused, match="al voorbij"):
        accept_invitation(invitation=asked)
    assert not User.objects.filter(email=NEL).exists()
    with later(days=1):
        accept_invitation(invitation=asked)
    assert User.objects.filter(email=NEL).exists()


def test_yes_is_refused_when_the_inviter_gives_no_roles_any_more(mona: User) -> None:
    asked, other = invited(mona), UserFactory()
    give_role(other, Role.MANAGER)
    end_role(assignment=RoleAssignment.objects.get(user=mona), ends_on=TODAY, actor=other)

    with pytest.raises(Refused, match="geen beheerder meer"):
        accept_invitation(invitation=asked)
    send_invitation_again(invitation=asked, actor=other)
    nel = accept_invitation(invitation=asked)

    assert RoleAssignment.objects.get(user=nel).given_by == other


# --- The link ---------------------------------------------------------------------------------------------------------
def test_link_works_for_two_weeks(mona: User) -> None:
    asked = invited(mona)
    token = invitation_token(asked)

    with later(days=INVITATION_DAYS, seconds=-1):
        assert read_invitation_token(token) == asked
    with later(days=INVITATION_DAYS):
        assert read_invitation_token(token) is None


def test_sending_again_makes_a_fresh_link(mona: User, run_jobs: Callable[[], int]) -> None:
    asked = invited(mona)
    old = invitation_token(asked)

    with later(days=20):
        again = send_invitation_again(invitation=asked, actor=mona)
        assert read_invitation_token(old) is None
        assert read_invitation_token(invitation_token(again)) == asked

    assert run_jobs() == 2


def test_link_of_others_is_refused(mona: User) -> None:
    token = invitation_token(invited(mona))

    for bad in ("x" + token, "onzin", ""):
        with pytest.raises(BadSignature):
            read_invitation_token(bad)


def test_withdrawing_stops_link_and_mail(mona: User, fatima: User, mailoutbox: list[EmailMessage]) -> None:
    asked = invited(mona)
    token = invitation_token(asked)

    with pytest.raises(Refused, match="Alleen een beheerder"):
        withdraw_invitation(invitation=asked, actor=fatima)
    withdraw_invitation(invitation=asked, actor=mona)

    asked.refresh_from_db()
    assert (asked.email, asked.name, read_invitation_token(token)) == ("", "", None)
    assert not send_invitation(asked.pk)
    assert mailoutbox == []
    for act in (send_invitation_again, withdraw_invitation):
        with pytest.raises(Refused, match="ingetrokken"):
            act(invitation=asked, actor=mona)
    invited(mona)


def test_stranger_sends_nothing_again(mona: User, fatima: User) -> None:
    asked = invited(mona)

    with pytest.raises(Refused, match="Alleen een beheerder"):
        send_invitation_again(invitation=asked, actor=fatima)


# --- What is kept -----------------------------------------------------------------------------------------------------
def test_silence_is_forgotten_at_night(mona: User) -> None:
    asked = invited(mona)

    with later(days=INVITATION_DAYS + 29):
        forget_invitations(0)
        assert Invitation.objects.get(pk=asked.pk).email == NEL
    with later(days=INVITATION_DAYS + 31):
        forget_invitations(0)

    asked.refresh_from_db()
    assert (asked.email, asked.withdrawn_at is None) == ("", False)


def test_export_holds_what_she_was_offered(mona: User, bram: User) -> None:
    nel = accept_invitation(invitation=invited(mona))

    assert [row["role"] for row in export_account(nel)["invitations"]] == ["clerk"]
    assert export_account(bram)["invitations"] == []


def test_closing_an_account_withdraws_what_waits_at_its_address(mona: User) -> None:
    asked = invited(mona)
    nel = UserFactory(email=NEL)

    close_account(user=nel)

    asked.refresh_from_db()
    assert (asked.email, asked.withdrawn_at is None) == ("", False)


BAD_ROWS = [
    ({"email": ""}, "invitation_forgets_the_address"),
    ({"answered_at": timezone.now()}, "invitation_forgets_the_address"),
    ({"answered_at": timezone.now(), "withdrawn_at": timezone.now(), "email": "", "name": ""}, "answered_or_withdrawn"),
    ({"accepted_by": "mona"}, "invitation_accepted_is_answered"),
    ({"role": "koning"}, "invitation_role_known"),
    ({"role": "wop_board"}, "invitation_wijk_where_needed"),
    ({"ends_on": TODAY}, "invitation_ends_after_start"),
]


@pytest.mark.parametrize(("change", "constraint"), BAD_ROWS)
def test_database_refuses_nonsense(mona: User, change: dict[str, Any], constraint: str) -> None:
    asked = invited(mona)
    fields = {name: mona if value == "mona" else value for name, value in change.items()}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Invitation.objects.filter(pk=asked.pk).update(**fields)


def test_database_refuses_a_second_open_one(mona: User) -> None:
    asked = invited(mona)

    with pytest.raises(IntegrityError, match="invitation_open_once"), transaction.atomic():
        Invitation.objects.create(email=NEL, name="Nel", role="clerk", starts_on=TODAY, invited_by=mona)
    assert Invitation.objects.get() == asked


def test_double_click_invites_once(mona: User) -> None:
    invited(mona)

    with pytest.raises(Refused):
        invite_person(
            email=NEL, name="Nel de Wit", role=Role.CLERK, wijk=None, starts_on=TODAY, ends_on=None, actor=mona
        )
    assert Entry.objects.filter(verb="person_invited").count() == 1
