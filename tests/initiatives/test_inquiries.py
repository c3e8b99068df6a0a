"""What neighbours ask the owners in public: asking, answering, taking away, and the brakes on it."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from gemeente.accounts.actions import close_account, state_age
from gemeente.accounts.enums import AgeGroup
from gemeente.activity.models import Entry, Notice
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.actions.blocking import block_person, pause_account
from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.inquiries import answer_inquiry, ask_owner, seen_answer, withdraw_inquiry
from initiatives.actions.leaving import withdraw_initiative
from initiatives.enums import Right
from initiatives.models import Initiative, Inquiry
from initiatives.parts import answer_part, question_part
from initiatives.personal_data import INITIATIVES_DATA
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper, online

QUESTION, ANSWER = "Kan mijn moeder van 80 ook meedoen?", "Graag! Er is altijd een stoel."


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, reference: None) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


@pytest.fixture
def inquiry(initiative: Initiative, bram: User) -> Inquiry:
    return ask_owner(initiative=initiative, actor=bram, text=QUESTION)


def kept(initiative: Initiative) -> tuple[int, int]:
    """The counts that the row keeps: all questions, and those that wait; and the same counted now."""
    initiative.refresh_from_db()
    rows = Inquiry.objects.filter(initiative=initiative)
    counted = (rows.count(), rows.filter(answer="").count())
    assert (initiative.inquiry_count, initiative.open_inquiry_count) == counted
    return counted


def told(template: str) -> set[str]:
    """Who got a notice."""
    return set(Notice.objects.filter(template=template).values_list("recipient__name", flat=True))


# --- Asking -----------------------------------------------------------------------------------------------------------
def test_asking_tells_who_holds_the_pen(initiative: Initiative, bram: User, wilma: User, willem: User) -> None:
    give_helper(initiative, wilma)
    give_helper(initiative, willem, right=Right.READER)

    made = ask_owner(initiative=initiative, actor=bram, text=f" {QUESTION} ")

    assert (made.text, made.asker, made.is_answered) == (QUESTION, bram, False)
    assert told("inquiry_received") == {"Fatima Jansen", "Wilma Jansen"}
    assert Notice.objects.filter(template="inquiry_received")[0].path.endswith(f"/vragen/#vraag-{made.pk}")
    assert kept(initiative) == (1, 1)
    assert Entry.objects.get(verb="owner_asked").changes == {}


def test_asking_twice_with_one_key_makes_one(initiative: Initiative, bram: User, wilma: User) -> None:
    key = uuid.UUID(int=3)
    for _ in range(2):
        ask_owner(initiative=initiative, actor=bram, text=QUESTION, submission_key=key)
    ask_owner(initiative=initiative, actor=wilma, text=QUESTION, submission_key=key)
    assert kept(initiative) == (2, 2)

    ask_owner(initiative=initiative, actor=bram, text="En op zondag?", submission_key=key)
    assert kept(initiative) == (3, 3)


@pytest.mark.parametrize("reason", ["blocked", "paused", "young", "owner", "helper", "hidden", "concept", "empty"])
def test_asking_is_refused(reason: str, initiative: Initiative, fatima: User, bram: User, mona: User) -> None:
    actor, text = bram, QUESTION
    if reason == "blocked":
        block_person(owner=fatima, label="Bram", user=bram)
    if reason == "paused":
        pause_account(person=bram, actor=mona, days=7, reason="Reclame.")
    if reason == "young":
        state_age(person=bram, age_group=AgeGroup.YOUNG, actor=bram)
        actor = User.objects.get(pk=bram.pk)
    if reason == "owner":
        actor = fatima
    if reason == "helper":
        give_helper(initiative, bram)
    if reason == "hidden":
        initiative.subject.is_public = False
        initiative.subject.save(update_fields=["is_public"])
    if reason == "concept":
        initiative = InitiativeFactory(owner=fatima)
    if reason == "empty":
        text = "  "

    with pytest.raises(Refused):
        ask_owner(initiative=initiative, actor=actor, text=text)

    assert Inquiry.objects.count() == 0


def test_nobody_asks_where_nobody_reads_it(
    bas: User, bram: User, wilma: User, oostgaarde: Wijk, reference: None
) -> None:
    initiative = online(bas, oostgaarde)  # of Ria, who has no account

    with pytest.raises(Refused):
        ask_owner(initiative=initiative, actor=bram, text=QUESTION)
    give_helper(initiative, wilma)

    assert ask_owner(initiative=initiative, actor=bram, text=QUESTION).pk


# --- Answering --------------------------------------------------------------------------------------------------------
def test_answer_tells_the_asker_once(inquiry: Inquiry, initiative: Initiative, fatima: User) -> None:
    with pytest.raises(Refused, match="Schrijf je antwoord op"):
        answer_inquiry(inquiry=inquiry, actor=fatima, answer=" ")
    assert (told("inquiry_answered"), kept(initiative)) == (set(), (1, 1))
    answer_inquiry(inquiry=inquiry, actor=fatima, answer=f"{ANSWER}\n")
    changed = answer_inquiry(inquiry=inquiry, actor=fatima, answer="Ja, graag.")

    assert (changed.answer, changed.answered_by, changed.in_name_of) == ("Ja, graag.", fatima, None)
    assert changed.revised_at >= changed.answered_at
    assert told("inquiry_answered") == {"Bram Jansen"}
    assert Notice.objects.filter(template="inquiry_answered").count() == 1
    assert kept(initiative) == (1, 0)


def test_helper_answers_in_the_owners_name_and_a_co_owner_in_her_own(
    inquiry: Inquiry, initiative: Initiative, fatima: User, wilma: User, willem: User
) -> None:
    give_helper(initiative, wilma)
    give_helper(initiative, willem, right=Right.OWNER)

    of_helper = answer_inquiry(inquiry=inquiry, actor=wilma, answer=ANSWER)
    of_co_owner = answer_inquiry(inquiry=inquiry, actor=willem, answer="Ja.")

    assert (of_helper.answered_by, of_helper.in_name_of) == (wilma, fatima)
    assert (of_co_owner.answered_by, of_co_owner.in_name_of) == (willem, None)


@pytest.mark.parametrize("who", ["bram", "wilma", "willem", "noor", "mona", "milan"])
def test_nobody_else_answers(who: str, inquiry: Inquiry, initiative: Initiative, cast: dict[str, User]) -> None:
    give_helper(initiative, cast["willem"], right=Right.WRITER)

    with pytest.raises(Refused):
        answer_inquiry(inquiry=inquiry, actor=cast[who], answer=ANSWER)

    assert Inquiry.objects.get().answer == ""


def test_nobody_writes_over_an_answer_that_she_did_not_see(
    inquiry: Inquiry, initiative: Initiative, fatima: User, wilma: User
) -> None:
    give_helper(initiative, wilma)
    seen = seen_answer(inquiry)
    answer_inquiry(inquiry=inquiry, actor=wilma, answer=ANSWER, based_on=seen)

    with pytest.raises(Stale):
        answer_inquiry(inquiry=inquiry, actor=fatima, answer="Nee.", based_on=seen)
    answer_inquiry(inquiry=inquiry, actor=fatima, answer=ANSWER, based_on=seen)  # the same words are no conflict

    assert Inquiry.objects.get().answered_by == wilma


def test_answer_to_what_was_taken_away_meanwhile_is_stale(inquiry: Inquiry, fatima: User, bram: User) -> None:
    withdraw_inquiry(inquiry=Inquiry.objects.get(), actor=bram)

    with pytest.raises(Stale):
        answer_inquiry(inquiry=inquiry, actor=fatima, answer=ANSWER)


# --- Taking away ------------------------------------------------------------------------------------------------------
def test_asker_takes_her_question_away_and_nobody_else(
    inquiry: Inquiry, initiative: Initiative, fatima: User, bram: User
) -> None:
    answer_inquiry(inquiry=inquiry, actor=fatima, answer=ANSWER)

    with pytest.raises(Refused):
        withdraw_inquiry(inquiry=inquiry, actor=fatima)
    for _ in range(2):
        withdraw_inquiry(inquiry=inquiry, actor=bram)

    assert kept(initiative) == (0, 0)
    assert Entry.objects.filter(verb="inquiry_withdrawn").count() == 1


def test_questions_go_with_the_initiative(inquiry: Inquiry, initiative: Initiative, fatima: User) -> None:
    withdraw_initiative(initiative=initiative, actor=fatima)

    assert kept(initiative) == (0, 0)


# --- Hiding -----------------------------------------------------------------------------------------------------------
def hide(inquiry: Inquiry, part: str, bram: User, mona: User) -> object:
    """Somebody reports it, and a manager hides it."""
    report = report_part(subject=inquiry.initiative.subject, part=part, reason=ReportReason.HURTS, actor=bram)
    return hide_part(report=report, actor=mona, ground=HidingGround.objects.first(), facts="Een scheldwoord.")


def test_hidden_question_is_told_to_its_asker_and_a_hidden_answer_to_the_owners(
    inquiry: Inquiry, initiative: Initiative, fatima: User, willem: User, mona: User
) -> None:
    answer_inquiry(inquiry=inquiry, actor=fatima, answer=ANSWER)

    of_asker = hide(inquiry, question_part(inquiry), willem, mona)
    of_owner = hide(inquiry, answer_part(inquiry), willem, mona)

    assert (of_asker.writer, of_owner.writer) == (inquiry.asker, None)
    notices = Notice.objects.filter(template="something_hidden").order_by("pk")
    assert [notice.recipient.name for notice in notices] == ["Bram Jansen", "Fatima Jansen"]
    with pytest.raises(Refused):
        answer_inquiry(inquiry=inquiry, actor=fatima, answer="Toch niet.")


def test_manager_does_not_judge_what_she_asked_herself(initiative: Initiative, mona: User, bram: User) -> None:
    inquiry = ask_owner(initiative=initiative, actor=mona, text=QUESTION)

    with pytest.raises(Refused):
        hide(inquiry, question_part(inquiry), bram, mona)


# --- Personal data ----------------------------------------------------------------------------------------------------
def test_question_stays_without_a_name_when_its_asker_leaves(inquiry: Inquiry, bram: User) -> None:
    exported = INITIATIVES_DATA.export(bram)
    close_account(user=bram)

    assert exported["asked_owners"][0]["text"] == QUESTION
    assert Inquiry.objects.get().asker.profile.alias == ""
    assert not Inquiry.objects.get().asker.is_active


def test_question_and_answer_go_along_to_another_account(inquiry: Inquiry, fatima: User, wilma: User) -> None:
    INITIATIVES_DATA.move(inquiry.asker, wilma)

    assert Inquiry.objects.get().asker == wilma


@pytest.mark.parametrize("change", [{"answer": "Ja."}, {"text": ""}, {"answered_at": "2026-01-01T00:00Z"}])
def test_database_refuses_half_an_answer(change: dict[str, str], inquiry: Inquiry) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Inquiry.objects.update(**change)
