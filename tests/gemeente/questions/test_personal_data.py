"""What questions keep about a person, as she downloads it and as it stays when she leaves."""

from gemeente.accounts.actions import close_account
from gemeente.cases.enums import CaseState
from gemeente.places.geography import Place
from gemeente.questions.models import Question
from gemeente.questions.personal_data import export_questions
from gemeente.users.models import User
from tests.factories.questions import asked, shown


def test_export_holds_her_words_and_nobody_elses(question: Question, fatima: User, bram: User) -> None:
    asked(bram, text="Van Bram, en van niemand anders.")

    (share,) = export_questions(fatima)

    assert (share["text"], share["place_text"], share["wijk__name"]) == (
        "De lantaarn is al weken kapot.",
        "hoek Reigerlaan",
        "Oostgaarde",
    )


def test_leaving_erases_words_and_place_and_ends_the_case(reference: None, fatima: User) -> None:
    question = asked(fatima, place_text="Reigerlaan 4", point=Place(4.5, 51.9))

    close_account(user=fatima)

    question.refresh_from_db()
    assert (question.text, question.place_text, question.point) == ("", "", None)
    assert question.case.state == CaseState.CLOSED


def test_leaving_keeps_what_everybody_could_read_without_her_name(reference: None, fatima: User, bram: User) -> None:
    question = shown(fatima, title="Bankje voor de deur")

    close_account(user=fatima)

    (left,) = Question.objects.visible_to(bram)
    assert (left, left.text, left.public_title) == (question, "", "Bankje voor de deur")
    assert left.asker.profile.public_name == "een inwoner"


def test_leaving_forgets_words_that_were_taken_off(reference: None, fatima: User) -> None:
    from gemeente.questions.actions import unpublish_question

    question = unpublish_question(question=shown(fatima), actor=fatima)

    close_account(user=fatima)

    question.refresh_from_db()
    assert (question.public_title, question.public_text) == ("", "")
