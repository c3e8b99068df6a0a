"""What asking, showing and taking off do, and what they refuse."""

import uuid
from typing import Any

import pytest

from gemeente.accounts.actions import answer_claim
from gemeente.accounts.models import Claim, Profile
from gemeente.activity.delivery import write_letter
from gemeente.activity.enums import ReceiptKind
from gemeente.activity.models import Entry, Notice, Receipt, Subject
from gemeente.cases.actions import tell_team_who_waits
from gemeente.cases.enums import CaseKind, CaseState
from gemeente.cases.models import CaseFile
from gemeente.lib.errors import Refused
from gemeente.places.geography import Place
from gemeente.places.models import Wijk
from gemeente.questions.actions import ask_on_paper, ask_question, publish_question, subject_fields, unpublish_question
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question
from gemeente.users.models import User
from tests.factories.questions import asked, shown

KEY = uuid.UUID(int=5)
TEXT = "Ik kom niet uit het formulier."
PAPER = {
    "name": "Ria de Boer",
    "kind": QuestionKind.STUCK,
    "text": TEXT,
    "submission_key": KEY,
    "reach": {"contact_way": "phone", "phone": "010-555 0199"},
    "language": "nl",
}


def on_paper(**fields: Any) -> Question:
    """The question of a visitor."""
    return ask_on_paper(**PAPER | fields)


# --- Asking -----------------------------------------------------------------------------------------------------------
def test_question_has_its_case_and_promise_at_once(question: Question, fatima: User) -> None:
    case = CaseFile.objects.with_people().get(pk=question.case_id)

    assert (case.kind, case.state, case.owner) == (CaseKind.QUESTION, CaseState.NEW, fatima)
    assert str(case.promised_on) == "2026-03-04"
    assert question.subject.path == f"/vragen/{question.pk}/"
    assert question.subject.is_public is False


def test_subject_of_a_private_question_says_nothing_of_hers(question: Question) -> None:
    subject = question.subject

    assert (subject.title, subject.search_text) == ("Klacht over een plek in Oostgaarde", "")
    assert (subject.longitude, subject.latitude) == (None, None)


@pytest.mark.parametrize(
    ("kind", "with_wijk", "without"),
    [
        (QuestionKind.QUESTION, "Vraag uit Oostgaarde", "Vraag"),
        (QuestionKind.PLACE, "Klacht over een plek in Oostgaarde", "Klacht over een plek"),
        (QuestionKind.STUCK, "Inwoner uit Oostgaarde loopt vast", "Inwoner loopt vast"),
        (QuestionKind.CALLBACK, "Bel terug, inwoner uit Oostgaarde", "Bel terug"),
    ],
)
def test_title_tells_kind_and_wijk(
    kind: QuestionKind, with_wijk: str, without: str, reference: None, fatima: User, oostgaarde: Wijk
) -> None:
    titles = [asked(fatima, kind=kind, wijk=wijk).subject.title for wijk in (oostgaarde, None)]

    assert [Subject.objects.get(title=title).title for title in titles] == [with_wijk, without]


def test_receipt_holds_a_copy(question: Question, fatima: User) -> None:
    receipt = Receipt.objects.get()

    assert (receipt.kind, receipt.person, receipt.subject) == (ReceiptKind.QUESTION, fatima, question.subject)
    assert receipt.text == ("Klacht over een plek\n\nDe lantaarn is al weken kapot.\n\nhoek Reigerlaan, Oostgaarde")


def test_call_back_has_a_receipt_of_its_own_kind(reference: None, fatima: User) -> None:
    asked(fatima, kind=QuestionKind.CALLBACK, text="")

    assert Receipt.objects.get().kind == ReceiptKind.CALLBACK


def test_log_keeps_kind_and_wijk_and_no_words(question: Question) -> None:
    entry = Entry.objects.get(verb="question_asked")

    assert entry.changes == {"kind": [None, "place"], "wijk": [None, "Oostgaarde"]}


@pytest.mark.parametrize(
    ("kind", "has_wijk", "sentence"),
    [
        (QuestionKind.QUESTION, True, "Een inwoner van Oostgaarde zit ergens mee."),
        (QuestionKind.STUCK, False, "Een inwoner zit ergens mee."),
        (QuestionKind.CALLBACK, True, "Een inwoner vertelt het liever: bel terug."),
    ],
)
def test_who_looks_first_is_told_what_it_is(
    kind: QuestionKind,
    has_wijk: bool,
    sentence: str,
    reference: None,
    fatima: User,
    noor: User,
    mona: User,
    oostgaarde: Wijk,
) -> None:
    asked(fatima, kind=kind, wijk=oostgaarde if has_wijk else None)

    notice = Notice.objects.get(template="new_case")
    assert notice.recipient == (noor if has_wijk else mona)
    assert write_letter(notice).body.startswith(sentence)


def test_morning_mail_counts_questions(question: Question) -> None:
    tell_team_who_waits()

    entry = Entry.objects.get(verb="cases_wait")
    assert entry.changes["waiting"] == [None, 1]


def test_same_form_twice_makes_one(reference: None, fatima: User) -> None:
    first, again = (asked(fatima, submission_key=KEY) for _ in range(2))

    assert first == again
    assert (Question.objects.count(), CaseFile.objects.count(), Receipt.objects.count()) == (1, 1, 1)


def test_other_words_in_the_same_form_are_not_lost_in_silence(reference: None, fatima: User) -> None:
    asked(fatima, submission_key=KEY)

    with pytest.raises(Refused, match="al gebruikt"):
        asked(fatima, submission_key=KEY, text="Wie snoeit de heg?")

    assert Question.objects.count() == 1


def test_key_of_somebody_else_is_refused(reference: None, fatima: User, bram: User) -> None:
    asked(fatima, submission_key=KEY)

    with pytest.raises(Refused, match="al gebruikt"):
        ask_question(asker=bram, kind=QuestionKind.QUESTION, text="Mag dit?", submission_key=KEY)

    assert Question.objects.count() == 1


# --- Without an account -----------------------------------------------------------------------------------------------
def test_visitor_owns_her_question_on_paper(reference: None, oostgaarde: Wijk) -> None:
    question = on_paper(wijk=oostgaarde, point=Place(4.505, 51.905))

    asker = question.asker
    assert (asker.email, asker.name, asker.profile.phone) == (None, "Ria de Boer", "010-555 0199")
    assert question.point == Place(4.505, 51.905)
    assert question.case.people.get().user == asker
    assert not Claim.objects.exists()


def test_visitor_with_an_address_gets_receipt_and_link(reference: None) -> None:
    question = on_paper(email="ria@voorbeeld.example")

    claim, receipt = Claim.objects.get(), Receipt.objects.get()
    assert (claim.person, claim.email) == (question.asker, "ria@voorbeeld.example")
    assert (receipt.person, receipt.email) == (question.asker, "ria@voorbeeld.example")


def test_typed_address_of_an_account_attaches_nothing(reference: None, fatima: User) -> None:
    question = on_paper(email=fatima.email)

    assert question.asker != fatima
    assert not fatima.receipts.exists()
    assert list(Question.objects.visible_to(fatima)) == []


def test_answered_link_gives_it_to_who_has_the_address(reference: None, fatima: User) -> None:
    question = on_paper(email=fatima.email)

    answer_claim(claim=Claim.objects.get(), is_mine=True)

    question.refresh_from_db()
    assert question.asker == fatima
    assert list(Question.objects.visible_to(fatima)) == [question]
    assert fatima.receipts.count() == 1


def test_answered_link_makes_an_account_with_it(reference: None) -> None:
    question = on_paper(email="ria@voorbeeld.example")

    ria = answer_claim(claim=Claim.objects.get(), is_mine=True)

    assert list(Question.objects.asked_by(ria)) == [question]


def test_refused_link_erases_the_words(reference: None) -> None:
    question = on_paper(email="ria@voorbeeld.example")
    Profile.objects.filter(user=question.asker).update(phone="", visit_address="")

    answer_claim(claim=Claim.objects.get(), is_mine=False)

    question.refresh_from_db()
    assert (question.text, question.asker.name) == ("", "")


def test_refused_link_leaves_who_can_be_called(reference: None) -> None:
    question = on_paper(email="ria@voorbeeld.example")

    answer_claim(claim=Claim.objects.get(), is_mine=False)

    question.refresh_from_db()
    assert (bool(question.text), Claim.objects.count()) == (True, 0)


def test_same_form_twice_makes_one_person(reference: None) -> None:
    first, again = on_paper(), on_paper()

    assert first == again
    assert (User.objects.count(), Question.objects.count()) == (1, 1)


@pytest.mark.parametrize("fields", [{"name": "Iemand anders"}, {"text": "Iets heel anders."}], ids=str)
def test_key_with_other_words_is_refused(fields: dict[str, str], reference: None) -> None:
    on_paper()

    with pytest.raises(Refused, match="al gebruikt"):
        on_paper(**fields)

    assert (User.objects.count(), Question.objects.count()) == (1, 1)


def test_key_of_an_account_is_refused_to_a_visitor(reference: None, fatima: User) -> None:
    asked(fatima, submission_key=KEY, text=TEXT)

    with pytest.raises(Refused, match="al gebruikt"):
        on_paper(name=fatima.name)


# --- For everybody ----------------------------------------------------------------------------------------------------
def test_published_question_is_found_by_its_public_words(question: Question, fatima: User) -> None:
    publish_question(question=question, actor=fatima, title="Donkere hoek", text="De lantaarn brandt niet.")

    assert list(Question.objects.public().matching("lantaarn")) == [question]
    assert list(Question.objects.public().matching("Reigerlaan")) == []


def test_publishing_again_changes_the_words_and_not_the_day(question: Question, fatima: User) -> None:
    first = publish_question(question=question, actor=fatima, title="Donkere hoek", text="Brandt niet.")

    again = publish_question(question=question, actor=fatima, title="Donkere bocht", text="Brandt niet.")

    assert again.published_at == first.published_at
    assert Subject.objects.get(pk=question.subject_id).title == "Donkere bocht"


def test_taking_off_hides_it_and_keeps_the_words(reference: None, fatima: User) -> None:
    question = shown(fatima, title="Donkere hoek")

    for _ in range(2):
        question = unpublish_question(question=question, actor=fatima)

    subject = Subject.objects.get(pk=question.subject_id)
    assert (subject.is_public, subject.title, subject.search_text) == (False, "Vraag", "")
    assert question.public_title == "Donkere hoek"
    assert Entry.objects.filter(verb="question_unpublished").count() == 1
    assert not Question.objects.public().exists()


def test_hidden_subject_hides_the_question(reference: None, fatima: User, bram: User) -> None:
    question = shown(fatima)

    Subject.objects.filter(pk=question.subject_id).update(is_public=False)

    assert list(Question.objects.visible_to(bram)) == []
    assert list(Question.objects.visible_to(fatima)) == [question]


@pytest.mark.parametrize("who", ["bram", "noor", "mona", "willem"])
def test_others_cannot_show_or_take_off(who: str, reference: None, fatima: User, cast: dict[str, User]) -> None:
    private, public = asked(fatima), shown(fatima)

    with pytest.raises(Refused, match="Alleen wie de vraag stelde"):
        publish_question(question=private, actor=cast[who], title="Iets van mij", text="Zomaar wat woorden.")
    with pytest.raises(Refused, match="Alleen wie de vraag stelde"):
        unpublish_question(question=public, actor=cast[who])

    assert list(Question.objects.public()) == [public]


def test_call_back_cannot_be_shown(reference: None, fatima: User) -> None:
    call = asked(fatima, kind=QuestionKind.CALLBACK, text="")

    with pytest.raises(Refused, match="Alleen wie de vraag stelde"):
        publish_question(question=call, actor=fatima, title="Bel mij", text="Zomaar wat woorden.")


def test_subjects_say_what_they_must(question: Question, fatima: User) -> None:
    shown(fatima)

    for one in Question.objects.with_case():
        expected = subject_fields(one)
        assert {name: getattr(one.subject, name) for name in expected} == expected
