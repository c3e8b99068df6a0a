"""Who may do what with questions. Nobody at the gemeente is here but where it reads the words of a case."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gemeente.cases.policies import can_claim_case, can_read_contact
from gemeente.questions.enums import QuestionKind

if TYPE_CHECKING:
    from gemeente.cases.models import CaseFile
    from gemeente.questions.models import Question
    from gemeente.users.models import User

Policy = Callable[["User | Any", "Question"], bool]


def is_asker(user: "User | Any", question: "Question") -> bool:
    """Who asked."""
    return bool(user.is_authenticated and user.is_active and question.asker_id == user.pk)


def can_read_question(user: "User | Any", question: "Question") -> bool:
    """Read all of it on its own page: the asker, and who helps her."""
    return bool(user.is_authenticated and user.is_active and user.pk in question.people_ids)


def can_publish_question(user: "User | Any", question: "Question") -> bool:
    """Show it to everybody, or change what they read: the asker. A call back has nothing to show."""
    return is_asker(user, question) and question.kind != QuestionKind.CALLBACK


def can_unpublish_question(user: "User | Any", question: "Question") -> bool:
    """Take it off again: the asker, at any time."""
    return is_asker(user, question) and question.published_at is not None


def can_grow_question(user: "User | Any", question: "Question") -> bool:
    """Make an initiative of it: the asker. The app of initiatives asks this."""
    return is_asker(user, question) and question.kind != QuestionKind.CALLBACK


def can_read_words(user: "User | Any", case: "CaseFile") -> bool:
    """Read in the case what somebody wrote: the people of the case, and who may take it up as long as nobody has."""
    return can_read_contact(user, case) or can_claim_case(user, case)


# The policy, to be read as a table.
POLICIES: dict[str, Policy] = {
    "read": can_read_question,
    "publish": can_publish_question,
    "unpublish": can_unpublish_question,
    "grow": can_grow_question,
}
