"""What an owner answers to the WOP of her wijk."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.lib.errors import Refused, Stale
from gemeente.users.models import User
from initiatives.actions.bookkeeping import account_for
from initiatives.actions.locking import locked_for
from initiatives.asking import Asked, asked_of, seen_answers
from initiatives.models import Initiative, WijkAnswer
from initiatives.models.answers import LONGEST_ANSWER
from initiatives.policies import can_revise_initiative
from initiatives.verbs import WOP_ANSWERED
from wijken.models import AskKind, WijkQuestion

Answers = Mapping[int, str | int | None]


@transaction.atomic
def answer_wop(*, initiative: Initiative, actor: User, answers: Answers, based_on: str = "") -> None:
    """Write the answers to what the WOP asks, by question; None takes an answer away, the rest stays as it is.

    Raises Refused for who does not hold the pen and once it ended, for an answer that the question does not know, and
    for none where it must have one; Stale where something else is asked by now, or somebody else answered meanwhile.
    """
    sentence = _("Alleen de eigenaar kan de tekst veranderen, zolang het initiatief loopt.")
    initiative = locked_for(initiative, actor, can_revise_initiative, sentence)
    asked = {one.question.pk: one for one in asked_of(initiative)}
    if not answers.keys() <= asked.keys():
        raise Stale(_("Het WOP vraagt intussen iets anders. Kijk wat er nu staat."))
    changed = {pk: value for pk, value in answers.items() if value != value_of(asked[pk])}
    if changed and based_on and based_on != seen_answers(asked.values()):
        raise Stale(_("Iemand anders, of jij in een ander tabblad, heeft dit net veranderd."))
    for pk, value in changed.items():
        refuse_answer(asked[pk].question, value)
        write_answer(initiative, asked[pk], value)
    if changed:
        account_for(initiative, actor, WOP_ANSWERED)


def value_of(asked: Asked) -> str | int | None:
    """What stands there."""
    if asked.answer is None:
        return None
    return asked.answer.text if asked.answer.number is None else asked.answer.number


def refuse_answer(question: WijkQuestion, value: str | int | None) -> None:
    """Raises Refused for an answer that the question does not know, and for none where it must have one."""
    if value is None:
        if question.is_required:
            raise Refused(_("Zonder antwoord op “%(question)s” kan dit niet.") % {"question": question.label})
        return
    is_number = question.kind == AskKind.NUMBER
    is_known = isinstance(value, int) == is_number and (is_number or len(str(value)) <= LONGEST_ANSWER)
    if not is_known or (question.kind == AskKind.CHOICE and value not in question.choices):
        raise Refused(_("Dit antwoord past niet bij “%(question)s”.") % {"question": question.label})


def write_answer(initiative: Initiative, asked: Asked, value: str | int | None) -> None:
    """Write one answer, or take it away."""
    mine = WijkAnswer.objects.filter(initiative=initiative, question=asked.question)
    if value is None:
        mine.delete()
        return
    told = {"number": value, "text": ""} if isinstance(value, int) else {"number": None, "text": value.strip()}
    WijkAnswer.objects.update_or_create(
        initiative=initiative, question=asked.question, defaults=told | {"answered_at": timezone.now()}
    )


def keep_what_is_asked(concept: Initiative) -> None:
    """Drop answers to what the wijk of a concept does not ask now: they go online with it. Expects it to be locked."""
    kept = [one.answer.pk for one in asked_of(concept) if one.answer]
    concept.wijk_answers.exclude(pk__in=kept).delete()
