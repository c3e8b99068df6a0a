"""Old enough to act for oneself, or with the yes of a parent or youth worker; and a child is never named."""

import datetime as dt
import json
from collections.abc import Callable

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.core.signing import BadSignature
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from gemeente.accounts.actions import (
    ask_guardian,
    close_account,
    confirm_guardian,
    register_on_paper,
    register_person,
    state_age,
)
from gemeente.accounts.age import lacks_consent, must_tell_age
from gemeente.accounts.delivery import guardian_token, read_guardian_token, send_guardian
from gemeente.accounts.enums import GUARDIAN_DAYS, AgeGroup, GuardianKind
from gemeente.accounts.models import GuardianConsent, Profile
from gemeente.accounts.personal_data import export_account, move_account
from gemeente.activity.models import Entry, Notice
from gemeente.lib.errors import Refused
from gemeente.users.models import User
from tests.factories.users import UserFactory

PARENT = "ouder@voorbeeld.example"


@pytest.fixture
def mila(db: None) -> User:
    """A resident of fourteen, who said so."""
    return child("Mila Smit")


def child(name: str, **fields: str) -> User:
    """A young resident."""
    user = register_person(email=f"{name.split()[0].lower()}@voorbeeld.example", name=name, **fields)
    state_age(person=user, age_group=AgeGroup.YOUNG, actor=user)
    return User.objects.select_related("profile").get(pk=user.pk)


def asked(person: User, **fields: str) -> GuardianConsent:
    """Her mother is asked."""
    return ask_guardian(
        person=person, **({"email": PARENT, "name": "Karin Smit", "kind": GuardianKind.PARENT} | fields)
    )


def later(**span: int) -> time_machine.travel:
    """A moment after now."""
    return time_machine.travel(timezone.now() + dt.timedelta(**span), tick=False)


# --- Saying it --------------------------------------------------------------------------------------------------------
def test_age_is_said_and_the_log_does_not_keep_it(db: None) -> None:
    user = UserFactory()
    assert must_tell_age(user)

    state_age(person=user, age_group=AgeGroup.OWN, actor=user)

    entry = Entry.objects.get(verb="age_stated")
    assert (entry.actor, entry.person, entry.changes) == (user, user, {})
    assert not must_tell_age(User.objects.get(pk=user.pk))


def test_saying_it_twice_is_one_entry(mila: User) -> None:
    state_age(person=mila, age_group=AgeGroup.YOUNG, actor=mila)

    assert Entry.objects.filter(verb="age_stated").count() == 1


def test_of_somebody_else_only_on_paper(noor: User, fatima: User, bram: User) -> None:
    on_paper = register_on_paper(name="Ria")
    assert on_paper.profile.age_group == AgeGroup.OWN

    with pytest.raises(Refused, match="alleen zelf"):
        state_age(person=fatima, age_group=AgeGroup.YOUNG, actor=noor)
    with pytest.raises(Refused, match="alleen zelf"):
        state_age(person=on_paper, age_group=AgeGroup.YOUNG, actor=bram)
    state_age(person=on_paper, age_group=AgeGroup.YOUNG, actor=noor)

    assert Profile.objects.get(user=on_paper).is_young
    assert not Profile.objects.get(user=fatima).is_young


# --- Her name ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("alias", ["", "Tuinmeid"])
def test_child_has_one_name_in_public(db: None, alias: str) -> None:
    profile = child("Mila Smit", alias=alias).profile

    with translation.override("nl"):
        assert profile.public_name == "een jonge inwoner"
    with translation.override("en"):
        assert "Mila" not in profile.public_name
        assert profile.public_name not in {"", alias}


# --- Asking a guardian ------------------------------------------------------------------------------------------------
def test_guardian_is_mailed_a_link(
    mila: User, mailoutbox: list[EmailMessage], run_jobs: Callable[[], int], reference: None
) -> None:
    consent = asked(mila, email="Ouder@Voorbeeld.example")
    run_jobs()

    (mail,) = mailoutbox
    entry = Entry.objects.get(verb="guardian_asked")
    assert (mail.to, mail.subject) == ([PARENT], "Mila vraagt of jij ja zegt")
    assert read_guardian_token(mail.body.split("/toestemming/")[1].split("/")[0]) == consent
    assert mail.body.startswith("Dag Karin,")
    assert "Smit" not in mail.body
    assert entry.changes == {"kind": [None, "parent"]}
    assert lacks_consent(mila)


def test_asking_again_makes_a_fresh_link(mila: User) -> None:
    first = asked(mila)
    old = guardian_token(first)

    with later(days=3):
        again = asked(mila, name="Karin Smit-de Wit", kind=GuardianKind.YOUTH_WORKER)
        assert (again.pk, again.name) == (first.pk, "Karin Smit-de Wit")
        assert read_guardian_token(old) is None
        assert read_guardian_token(guardian_token(again)) == again


def test_guardian_that_cannot_be(mila: User, fatima: User) -> None:
    with pytest.raises(Refused, match="jonge inwoners"):
        asked(fatima)
    with pytest.raises(Refused, match="eigen adres"):
        asked(mila, email="MILA@voorbeeld.example")
    confirm_guardian(consent=asked(mila), agrees=True)
    with pytest.raises(Refused, match="al ja"):
        asked(mila)
    asked(mila, email="jongerenwerk@voorbeeld.example")

    assert GuardianConsent.objects.filter(person=mila).count() == 2


def test_nobody_is_mailed_twice_within_the_hour(mila: User, run_jobs: Callable[[], int]) -> None:
    asked(mila)

    with later(minutes=59), pytest.raises(Refused, match="net al"):
        asked(mila)
    assert run_jobs() == 1
    with later(minutes=61):
        asked(mila)
    assert run_jobs() == 1


def test_three_people_at_once_are_enough(mila: User) -> None:
    first, *_others = [asked(mila, email=f"{number}@x.example") for number in range(3)]

    with pytest.raises(Refused, match="drie mensen"):
        asked(mila)
    confirm_guardian(consent=first, agrees=False)
    asked(mila)

    assert GuardianConsent.objects.filter(person=mila).count() == 3


def test_yes_counts_and_she_hears_it(mila: User) -> None:
    consent = confirm_guardian(consent=asked(mila), agrees=True)

    assert consent.confirmed_at is not None
    assert not lacks_consent(mila)
    assert not must_tell_age(mila)
    assert Notice.objects.get(recipient=mila).template == "guardian_confirmed"


def test_yes_twice_is_told_once(mila: User) -> None:
    consent = asked(mila)

    first = confirm_guardian(consent=consent, agrees=True)
    second = confirm_guardian(consent=consent, agrees=True)

    assert first.confirmed_at == second.confirmed_at
    assert Notice.objects.filter(recipient=mila).count() == 1


def test_no_forgets_who_was_asked(mila: User) -> None:
    consent = asked(mila)

    assert confirm_guardian(consent=consent, agrees=False) is None

    assert not GuardianConsent.objects.exists()
    assert Notice.objects.get(recipient=mila).template == "guardian_refused"
    assert lacks_consent(mila)
    assert PARENT not in json.dumps(list(Entry.objects.values("changes")))
    with pytest.raises(Refused, match="werkt niet meer"):
        confirm_guardian(consent=consent, agrees=True)


def test_yes_can_be_taken_back(mila: User) -> None:
    consent = confirm_guardian(consent=asked(mila), agrees=True)

    with later(days=400):
        assert read_guardian_token(guardian_token(consent)) == consent
        confirm_guardian(consent=consent, agrees=False)

    assert lacks_consent(mila)


def test_question_is_open_for_two_months(mila: User) -> None:
    token = guardian_token(asked(mila))

    with later(days=GUARDIAN_DAYS, seconds=-1):
        assert read_guardian_token(token)
    with later(days=GUARDIAN_DAYS):
        assert read_guardian_token(token) is None
    with pytest.raises(BadSignature):
        read_guardian_token("x" + token)


def test_no_mail_after_an_answer(mila: User, mailoutbox: list[EmailMessage]) -> None:
    consent = confirm_guardian(consent=asked(mila), agrees=True)

    assert not send_guardian(consent.pk)
    assert mailoutbox == []


def test_who_is_old_enough_costs_no_query(fatima: User, django_assert_num_queries: Callable) -> None:
    assert fatima.profile

    with django_assert_num_queries(0):
        assert not must_tell_age(fatima)


# --- What is kept -----------------------------------------------------------------------------------------------------
def test_export_and_goodbye(mila: User) -> None:
    asked(mila)

    data = export_account(mila)
    close_account(user=mila)

    assert (data["profile"]["age_group"], data["guardians"][0]["email"]) == ("young", PARENT)
    assert not GuardianConsent.objects.exists()
    assert Profile.objects.get(user=mila).age_group == ""


def test_claim_takes_age_and_guardians_along(db: None, noor: User) -> None:
    on_paper, known = register_on_paper(name="Mila"), UserFactory()
    state_age(person=on_paper, age_group=AgeGroup.YOUNG, actor=noor)
    on_paper = User.objects.get(pk=on_paper.pk)
    consent = asked(on_paper)

    move_account(on_paper, known)

    consent.refresh_from_db()
    assert consent.person == known
    assert Profile.objects.get(user=known).is_young


@pytest.mark.parametrize(
    ("model", "fields", "constraint"),
    [
        (Profile, {"age_group": "oud"}, "profile_age_group_known"),
        (GuardianConsent, {"kind": "buurman"}, "guardian_kind_known"),
    ],
)
def test_database_refuses_nonsense(mila: User, model: type, fields: dict[str, str], constraint: str) -> None:
    asked(mila)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        model.objects.update(**fields)


def test_database_asks_an_address_once(mila: User) -> None:
    asked(mila)

    with pytest.raises(IntegrityError, match="guardian_once_an_address"), transaction.atomic():
        GuardianConsent.objects.create(person=mila, email=PARENT, name="Nog eens", kind="parent")
