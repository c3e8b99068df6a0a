"""Every policy of questions x everybody, in one table written by hand."""

import pytest
from django.contrib.auth.models import AnonymousUser

from gemeente.cases.actions import claim_case, end_case
from gemeente.cases.enums import CasePart
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.questions.actions import publish_question
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question
from gemeente.questions.policies import POLICIES, can_read_words
from gemeente.users.models import User
from tests.conftest import CAST
from tests.factories.questions import asked

ASKER = {"read", "publish", "grow"}
EVERYBODY = ("anonymous", *CAST)


def allowed(user: object, question: Question) -> set[str]:
    """What somebody may do with a question as it is now."""
    now = Question.objects.with_case().get(pk=question.pk)
    return {name for name, policy in POLICIES.items() if policy(user, now)}


@pytest.mark.parametrize("is_public", [False, True])
def test_policy_table(is_public: bool, question: Question, cast: dict[str, User | None]) -> None:
    if is_public:
        publish_question(question=question, actor=cast["fatima"], title="Lantaarn", text="De lantaarn is kapot.")
    claim_case(case=question.case, actor=cast["noor"])

    found = {who: allowed(user or AnonymousUser(), question) for who, user in cast.items()}

    hers = ASKER | ({"unpublish"} if is_public else set())
    assert found == {who: hers if who == "fatima" else set() for who in EVERYBODY}


def test_helper_reads_and_no_more(question: Question, bram: User) -> None:
    before = allowed(bram, question)
    CasePerson.objects.create(case=question.case, user=bram, part=CasePart.HELPER)

    assert (before, allowed(bram, question)) == (set(), {"read"})


def test_call_back_has_nothing_to_show_or_grow(reference: None, fatima: User, question: Question) -> None:
    call = asked(fatima, kind=QuestionKind.CALLBACK, text="")

    assert allowed(fatima, call) == {"read"}
    assert allowed(fatima, question) == ASKER


def test_closed_account_may_nothing(question: Question, fatima: User) -> None:
    fatima.is_active = False

    assert allowed(fatima, question) == set()


# --- At the desk ------------------------------------------------------------------------------------------------------
DESK = {"noor", "thea"}


@pytest.mark.parametrize(
    ("stage", "readers"),
    [("new", {"fatima"} | DESK), ("claimed", {"fatima", "noor"}), ("ended", {"fatima", "noor"})],
)
def test_words_are_for_who_may_take_it_up_and_then_for_the_contact(
    stage: str, readers: set[str], question: Question, cast: dict[str, User | None]
) -> None:
    if stage != "new":
        claim_case(case=question.case, actor=cast["noor"])
    if stage == "ended":
        end_case(case=question.case, actor=cast["fatima"])
    case = CaseFile.objects.with_people().get(pk=question.case_id)

    found = {who for who, user in cast.items() if can_read_words(user or AnonymousUser(), case)}

    assert found == readers
