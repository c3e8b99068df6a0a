"""Her own yes to what was written down for her: a link, a card or a call; and what happens without one."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from gemeente.accounts.actions import answer_claim, ask_claim, state_age
from gemeente.accounts.enums import AgeGroup
from gemeente.accounts.models import Profile
from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.portal.enums import TextKey
from gemeente.portal.texts import version_of
from gemeente.users.models import User
from initiatives.actions.forgetting import forget_unanswered
from initiatives.actions.outdoors import (
    forget_note,
    publish_for_owner,
    record_call,
    record_card,
    record_letter,
    void_yes,
)
from initiatives.actions.publishing import publish_initiative
from initiatives.actions.writing import revise_share
from initiatives.enums import ConsentWay, Stage
from initiatives.models import Consent, Initiative
from initiatives.tasks import forget_notes
from tests.conftest import CAST
from tests.factories.outdoors import called, complete, noted, online, reread, signed, today
from tests.factories.photos import a_photo


# --- Her yes ----------------------------------------------------------------------------------------------------------
def test_mailed_link_lets_her_publish_herself(note: Initiative, run_jobs: Callable[[], int]) -> None:
    owner = answer_claim(claim=ask_claim(person=note.owner, email="ria@voorbeeld.example"), is_mine=True)

    publish_initiative(initiative=note, actor=owner)

    consent = Consent.objects.get()
    assert (consent.way, consent.witnessed_by, consent.text_digest) == ("link", None, reread(note).text_digest)
    assert Entry.objects.get(verb="initiative_published").person is None


def test_mailed_no_forgets_everything(note: Initiative, bas: User) -> None:
    Profile.objects.filter(user=note.owner).update(phone="", visit_address="")  # nothing else leads to her
    signed(note, bas)

    answer_claim(claim=ask_claim(person=note.owner, email="ria@voorbeeld.example"), is_mine=False)

    assert (Initiative.objects.count(), Consent.objects.count()) == (0, 0)
    assert not User.objects.filter(name="Ria de Bruin").exists()


def test_link_to_an_account_she_had_moves_it_there(note: Initiative, fatima: User) -> None:
    known = answer_claim(claim=ask_claim(person=note.owner, email=fatima.email), is_mine=True)

    assert (known, Initiative.objects.get().owner) == (fatima, fatima)


def test_signed_card_publishes_in_her_name(note: Initiative, bas: User) -> None:
    consent = signed(note, bas)

    initiative = publish_for_owner(initiative=note, actor=bas, consent=consent)

    entry = Entry.objects.get(verb="initiative_published")
    assert (initiative.stage, initiative.case.owner_ids) == (Stage.PUBLISHED, {note.owner_id})
    assert (entry.actor, entry.person, entry.changes["way"], entry.changes["rules_version"]) == (
        bas,
        note.owner,
        [None, "card"],
        [None, version_of(TextKey.HOUSE_RULES)],
    )


def test_call_publishes_after_its_letter_only(note: Initiative, bas: User, thea: User) -> None:
    with pytest.raises(Refused, match="geen collega die in de wijk werkt"):
        record_call(initiative=note, actor=bas, given_on=today(), reader=note.owner)
    assert not Consent.objects.exists()
    consent = record_call(initiative=note, actor=bas, given_on=today(), reader=thea)
    with pytest.raises(Refused):
        publish_for_owner(initiative=note, actor=bas, consent=consent)
    for days in (-1, 1):
        with pytest.raises(Refused, match="na haar ja, en uiterlijk vandaag"):
            record_letter(initiative=note, actor=bas, sent_on=today() + dt.timedelta(days=days))
    assert Consent.objects.get().letter_sent_on is None

    for _ in range(2):
        record_letter(initiative=note, actor=bas, sent_on=today())
    initiative = publish_for_owner(initiative=note, actor=bas, consent=Consent.objects.get())

    assert Entry.objects.filter(verb="letter_sent").count() == 1
    assert (initiative.stage, Consent.objects.get().witnessed_by) == (Stage.PUBLISHED, thea)


def test_publishing_twice_changes_nothing(note: Initiative, bas: User) -> None:
    consent = signed(note, bas)

    one = publish_for_owner(initiative=note, actor=bas, consent=consent)
    other = publish_for_owner(initiative=note, actor=bas, consent=consent)

    assert one.case == other.case
    assert Entry.objects.filter(verb="initiative_published").count() == 1


def no_yes(note: Initiative, bas: User) -> Consent:
    consent = signed(note, bas)
    void_yes(initiative=note, actor=bas)
    return consent


def text_changed(note: Initiative, bas: User) -> Consent:
    consent = signed(note, bas)
    Initiative.objects.update(own_share="Iemand anders kookt.")
    return consent


def part_missing(note: Initiative, bas: User) -> Consent:
    Initiative.objects.update(own_share="")
    yes = {"initiative": note, "way": ConsentWay.CARD, "given_on": today(), "witnessed_by": bas}
    return Consent.objects.create(**yes, text_digest=Initiative.objects.get(pk=note.pk).text_digest)


def has_account(note: Initiative, bas: User) -> Consent:
    consent = signed(note, bas)
    User.objects.filter(pk=note.owner_id).update(email="ria@voorbeeld.example")
    return consent


def of_another(note: Initiative, bas: User) -> Consent:
    signed(note, bas)
    return signed(complete(bas, note.wijk, title="Een ander plan"), bas)


def too_young(note: Initiative, bas: User) -> Consent:
    consent = signed(note, bas)
    state_age(person=note.owner, age_group=AgeGroup.YOUNG, actor=bas)
    return consent


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (no_yes, "nog geen ja"),
        (text_changed, "nog geen ja"),
        (part_missing, "Er ontbreekt nog iets"),
        (has_account, "Zij heeft een account"),
        (of_another, "nog geen ja"),
        (too_young, "Een ouder of jongerenwerker zegt eerst ja"),
    ],
)
def test_publishing_is_refused_without_a_yes_that_counts(make: Callable, why: str, note: Initiative, bas: User) -> None:
    consent = make(note, bas)

    with pytest.raises(Refused, match=why):
        publish_for_owner(initiative=note, actor=bas, consent=consent)

    assert Initiative.objects.public().count() == 0


@pytest.mark.parametrize("who", [who for who in CAST if who != "bas"])
def test_publishing_is_refused_for_anybody_else(who: str, note: Initiative, bas: User, cast: dict[str, User]) -> None:
    consent = signed(note, bas)

    with pytest.raises(Refused):
        publish_for_owner(initiative=note, actor=cast[who], consent=consent)

    assert Initiative.objects.get().stage == Stage.CONCEPT


@pytest.mark.parametrize("days", [-1, 1])
def test_yes_is_of_a_day_that_can_be(days: int, note: Initiative, bas: User) -> None:
    with pytest.raises(Refused):
        record_card(initiative=note, actor=bas, photo=a_photo(), given_on=today() + dt.timedelta(days=days))

    assert signed(note, bas).given_on == today()


def test_yes_asks_a_text_without_gaps(bas: User, oostgaarde: Wijk, reference: None) -> None:
    with pytest.raises(Refused):
        signed(noted(bas, oostgaarde), bas)


def test_voided_yes_lets_the_scribe_write_again(note: Initiative, bas: User) -> None:
    signed(note, bas)

    void_yes(initiative=note, actor=bas)
    revise_share(initiative=note, actor=bas, own_share="Mijn zus kookt.", needs="")

    assert Initiative.objects.get().own_share == "Mijn zus kookt."


def test_letter_needs_a_call(note: Initiative, bas: User) -> None:
    signed(note, bas)

    with pytest.raises(Refused):
        record_letter(initiative=note, actor=bas, sent_on=today())


def test_forgotten_note_leaves_nothing(note: Initiative, bas: User, thea: User) -> None:
    with pytest.raises(Refused):
        forget_note(initiative=note, actor=thea)

    forget_note(initiative=note, actor=bas)

    assert Initiative.objects.count() == 0
    assert not User.objects.get(pk=note.owner_id).is_active


def test_forgetting_one_of_two_leaves_the_other_and_its_person(note: Initiative, bas: User, oostgaarde: Wijk) -> None:
    other = online(bas, oostgaarde, title="Nog een plan")
    Initiative.objects.filter(pk=note.pk).update(owner=other.owner)

    forget_note(initiative=reread(note), actor=bas)

    assert list(Initiative.objects.all()) == [other]
    assert User.objects.get(pk=other.owner_id).name == "Ria de Bruin"


@pytest.mark.parametrize(
    ("what", "is_kept"),
    [("nothing", False), ("mailed", False), ("mailed lately", True), ("called", True), ("called and undone", False)],
)
def test_silence_of_ninety_days_forgets_a_note(what: str, is_kept: bool, note: Initiative, bas: User) -> None:
    if what == "mailed":
        ask_claim(person=note.owner, email="ria@voorbeeld.example")
    if what.startswith("called"):
        called(note, bas)
    if what == "called and undone":
        void_yes(initiative=note, actor=bas)
    with time_machine.travel(note.created_at + dt.timedelta(days=89), tick=False):
        if what == "mailed lately":
            ask_claim(person=note.owner, email="ria@voorbeeld.example")
        forget_notes(timestamp=0)
        assert Initiative.objects.exists()

    with time_machine.travel(note.created_at + dt.timedelta(days=91), tick=False):
        forget_notes(timestamp=0)

    assert Initiative.objects.exists() == User.objects.get(pk=note.owner_id).is_active == is_kept
    assert Entry.objects.filter(verb="note_forgotten", actor=None).exists() != is_kept


def test_who_says_yes_while_the_night_goes_through_the_notes_is_not_forgotten(note: Initiative, bas: User) -> None:
    called(note, bas)

    forget_unanswered(initiative=note)
    assert Initiative.objects.get() == note
    void_yes(initiative=note, actor=bas)
    forget_unanswered(initiative=note)

    assert not Initiative.objects.exists()


def test_night_forgets_nothing_that_is_online_or_has_an_account(note: Initiative, bas: User, oostgaarde: Wijk) -> None:
    online(bas, oostgaarde)
    answer_claim(claim=ask_claim(person=note.owner, email="ria@voorbeeld.example"), is_mine=True)

    with time_machine.travel(note.created_at + dt.timedelta(days=400), tick=False):
        forget_notes(timestamp=0)

    assert Initiative.objects.count() == 2


# --- Under raw SQL ----------------------------------------------------------------------------------------------------
def test_digest_of_the_database_is_ours(note: Initiative) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT initiatives_text_digest(i) FROM initiatives_initiative i")
        (digest,) = cursor.fetchone()

    assert digest == note.text_digest


@pytest.mark.parametrize("make", [no_yes, text_changed, None, called])
def test_database_refuses_to_publish_without_a_yes(make: Callable | None, note: Initiative, bas: User) -> None:
    other = online(bas, note.wijk, title="Een ander plan")
    if make:
        make(note, bas)
    fields = {"stage": Stage.PUBLISHED, "published_at": timezone.now(), "heard_at": timezone.now()}
    Initiative.objects.filter(pk=other.pk).update(subject=None, case=None, stage=Stage.CONCEPT, published_at=None)

    with pytest.raises(DatabaseError, match="said no yes"), transaction.atomic():
        Initiative.objects.filter(pk=note.pk).update(**fields, subject=other.subject_id, case=other.case_id)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE initiatives_consent SET text_digest = 'x'",
        "UPDATE initiatives_consent SET given_on = '2020-01-01'",
        "UPDATE initiatives_consent SET witnessed_by_id = NULL",
        "UPDATE initiatives_consent SET card_photo = 'cards/other.webp'",
        "UPDATE initiatives_consent SET way = 'link'",
        "DELETE FROM initiatives_consent",
        "TRUNCATE initiatives_consent",
    ],
)
def test_yes_stays_as_it_was_given(sql: str, bas: User, oostgaarde: Wijk, reference: None) -> None:
    online(bas, oostgaarde)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)

    assert Consent.objects.count() == 1


def test_letter_and_end_of_a_yes_are_written_once(note: Initiative, bas: User) -> None:
    called(note, bas)
    record_letter(initiative=note, actor=bas, sent_on=today())

    with pytest.raises(DatabaseError), transaction.atomic():
        Consent.objects.update(letter_sent_on=today() + dt.timedelta(days=1))
