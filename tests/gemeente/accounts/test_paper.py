"""People on paper, and the link with which they say: this is mine."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.mail import EmailMessage
from django.core.signing import BadSignature
from django.db import IntegrityError, transaction
from django.utils import timezone

from gemeente.accounts.actions import answer_claim, ask_claim, register_on_paper
from gemeente.accounts.delivery import claim_token, read_claim_token, send_claim
from gemeente.accounts.enums import CLAIM_DAYS
from gemeente.accounts.models import Claim, Profile
from gemeente.activity.actions import follow, give_receipt
from gemeente.activity.enums import ReceiptKind
from gemeente.activity.models import Entry, Follow, Receipt
from gemeente.cases.models import CasePerson
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.activity import SubjectFactory
from tests.factories.initiatives import InitiativeFactory
from tests.factories.questions import asked
from tests.factories.users import UserFactory

RIA = "ria@voorbeeld.example"


@pytest.fixture
def ria(oostgaarde: Wijk) -> User:
    """Somebody without internet, who told her plan at the market."""
    return register_on_paper(name="Ria Bos", wijk=oostgaarde, contact_way="phone", day_part="any", phone="010-555 0144")


def later(**span: int) -> time_machine.travel:
    """A moment after now."""
    return time_machine.travel(timezone.now() + dt.timedelta(**span), tick=False)


# --- On paper ---------------------------------------------------------------------------------------------------------
def test_person_on_paper_is_reached_but_cannot_sign_in(ria: User, oostgaarde: Wijk) -> None:
    assert (ria.email, ria.name, ria.is_active, ria.has_usable_password()) == (None, "Ria Bos", True, False)
    assert (ria.profile.phone, ria.profile.contact_way, ria.profile.wijk) == ("010-555 0144", "phone", oostgaarde)
    assert not EmailAddress.objects.exists()


def test_two_people_on_paper_can_have_one_name(ria: User) -> None:
    assert register_on_paper(name="Ria Bos") != ria


def test_unknown_way_to_reach_is_a_mistake(db: None) -> None:
    with pytest.raises(AssertionError, match="fax"):
        register_on_paper(name="Ria", fax="010-555 0144")


# --- Asking -----------------------------------------------------------------------------------------------------------
def test_claim_is_mailed(ria: User, mailoutbox: list[EmailMessage], run_jobs: Callable[[], int]) -> None:
    claim = ask_claim(person=ria, email="Ria@Voorbeeld.example")
    run_jobs()

    (mail,) = mailoutbox
    assert mail.to == [RIA]
    assert read_claim_token(mail.body.split("/van-mij/")[1].split("/")[0]) == claim


def test_asking_again_makes_a_fresh_link(ria: User, run_jobs: Callable[[], int]) -> None:
    old = claim_token(ask_claim(person=ria, email=RIA))

    with later(days=2):
        again = ask_claim(person=ria, email=RIA)
        assert read_claim_token(old) is None
        assert read_claim_token(claim_token(again)) == again

    assert Claim.objects.count() == 1


def test_who_has_an_account_is_not_asked(fatima: User) -> None:
    with pytest.raises(Refused, match="al een account"):
        ask_claim(person=fatima, email=RIA)


def test_link_works_for_two_months(ria: User) -> None:
    token = claim_token(ask_claim(person=ria, email=RIA))

    with later(days=CLAIM_DAYS, seconds=-1):
        assert read_claim_token(token)
    with later(days=CLAIM_DAYS):
        assert read_claim_token(token) is None
    with pytest.raises(BadSignature):
        read_claim_token("x" + token)


# --- Answering --------------------------------------------------------------------------------------------------------
def test_yes_gives_her_an_account(ria: User) -> None:
    claim = ask_claim(person=ria, email=RIA)

    person = answer_claim(claim=claim, is_mine=True)

    ria.refresh_from_db()
    address = EmailAddress.objects.get(user=ria)
    assert (person, ria.email, address.email, address.verified) == (ria, RIA, RIA, True)
    assert Entry.objects.get(verb="account_claimed").person == ria
    assert not send_claim(claim.pk)


def test_yes_of_who_has_an_account_moves_everything(ria: User, oostgaarde: Wijk) -> None:
    known = UserFactory(email=RIA, name="Ria")
    story, question = InitiativeFactory(owner=ria), asked(ria, wijk=oostgaarde)
    follow(user=ria, subject=SubjectFactory())
    receipt = give_receipt(kind=ReceiptKind.CALLBACK, text="Bel mij", person=ria)

    person = answer_claim(claim=ask_claim(person=ria, email=RIA), is_mine=True)

    ria.refresh_from_db()
    profile = Profile.objects.get(user=known)
    assert (person, ria.is_active, ria.name) == (known, False, "")
    assert (Initiative.objects.get(owner=known), Question.objects.get(asker=known)) == (story, question)
    assert CasePerson.objects.get(case=question.case).user == known
    assert Follow.objects.filter(user=known).count() == 1
    assert Receipt.objects.get(pk=receipt.pk).person == known
    assert (profile.phone, profile.wijk, profile.contact_way) == ("010-555 0144", oostgaarde, "phone")


def test_what_she_said_herself_stays(ria: User, schollevaar: Wijk) -> None:
    known = UserFactory(email=RIA, phone="010-555 0199", wijk=schollevaar)

    answer_claim(claim=ask_claim(person=ria, email=RIA), is_mine=True)

    profile = Profile.objects.get(user=known)
    assert (profile.phone, profile.wijk, profile.contact_way) == ("010-555 0199", schollevaar, "phone")


def test_yes_at_a_second_address_of_somebody(ria: User) -> None:
    known = UserFactory()
    EmailAddress.objects.create(user=known, email=RIA, verified=True)
    story = InitiativeFactory(owner=ria)

    assert answer_claim(claim=ask_claim(person=ria, email=RIA), is_mine=True) == known

    story.refresh_from_db()
    assert story.owner == known


def test_no_forgets_only_the_address_when_she_can_be_reached_otherwise(ria: User) -> None:
    InitiativeFactory(owner=ria)

    assert answer_claim(claim=ask_claim(person=ria, email=RIA), is_mine=False) is None

    assert (User.objects.get(pk=ria.pk).is_active, Initiative.objects.count(), Claim.objects.count()) == (True, 1, 0)


def test_no_forgets_what_was_written_down(ria: User) -> None:
    Profile.objects.filter(user=ria).update(phone="", visit_address="")
    InitiativeFactory(owner=ria)

    assert answer_claim(claim=ask_claim(person=ria, email=RIA), is_mine=False) is None

    ria.refresh_from_db()
    assert (ria.is_active, ria.name, ria.profile.phone) == (False, "", "")
    assert not Initiative.objects.exists()


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("second", [True, False])
def test_second_answer_is_refused(ria: User, first: bool, second: bool) -> None:
    claim = ask_claim(person=ria, email=RIA)
    answer_claim(claim=claim, is_mine=first)
    ria.refresh_from_db()
    before = (ria.email, ria.is_active)

    with pytest.raises(Refused, match="al gebruikt"):
        answer_claim(claim=claim, is_mine=second)

    ria.refresh_from_db()
    assert (ria.email, ria.is_active) == before


def test_other_link_of_the_same_person_is_refused_too(ria: User) -> None:
    one, other = ask_claim(person=ria, email=RIA), ask_claim(person=ria, email="anders@voorbeeld.example")
    answer_claim(claim=one, is_mine=True)

    with pytest.raises(Refused, match="al gebruikt"):
        answer_claim(claim=other, is_mine=False)

    ria.refresh_from_db()
    assert (ria.email, ria.is_active) == (RIA, True)


def test_database_keeps_one_claim_an_address(ria: User) -> None:
    ask_claim(person=ria, email=RIA)

    with pytest.raises(IntegrityError, match="claim_once_an_address"), transaction.atomic():
        Claim.objects.create(person=ria, email=RIA)
