"""Every write on a question. The asker holds the pen; what the gemeente does with it is in its case."""

import uuid

from django.db import connection, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gemeente.accounts.actions import ask_claim, register_on_paper
from gemeente.activity.actions import give_receipt, record
from gemeente.activity.enums import ReceiptKind
from gemeente.activity.models import Subject
from gemeente.cases.actions import open_case
from gemeente.cases.enums import CaseKind
from gemeente.lib.errors import Refused
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.places.geography import Place
from gemeente.places.models import Wijk
from gemeente.questions.enums import TITLES, QuestionKind
from gemeente.questions.models import Question
from gemeente.questions.policies import can_publish_question, can_unpublish_question, is_asker
from gemeente.questions.verbs import QUESTION_ASKED, QUESTION_PUBLISHED, QUESTION_UNPUBLISHED
from gemeente.users.models import User


# --- Asking -----------------------------------------------------------------------------------------------------------
@transaction.atomic
def ask_question(
    *,
    asker: User,
    kind: QuestionKind,
    submission_key: uuid.UUID,
    text: str = "",
    wijk: Wijk | None = None,
    place_text: str = "",
    point: Place | None = None,
    email: str = "",
) -> Question:
    """Take a question in: its case is open, a first contact promised and a receipt on its way, or nothing happened.

    The same form posted twice makes one question. `email` is where somebody on paper reads her receipt.
    Raises Refused when the key belongs to somebody else, and for a new account that goes too fast.
    """
    wait_for(submission_key)
    if same := Question.objects.filter(submission_key=submission_key).first():
        if not is_asker(asker, same) or same.text != text.strip():
            raise Refused(_("Dit formulier is al gebruikt. Open de pagina opnieuw."))
        return same
    slow_down(asker)
    subject = Subject.objects.create(
        kind="callback" if kind == QuestionKind.CALLBACK else "question",
        title=private_title(kind, wijk),
        path=f"/vragen/{submission_key}/",  # until the row below has its number
        wijk=wijk,
    )
    question = Question.objects.create(
        asker=asker,
        kind=kind,
        text=text.strip(),
        wijk=wijk,
        place_text=place_text.strip(),
        longitude=point.longitude if point else None,
        latitude=point.latitude if point else None,
        submission_key=submission_key,
        subject=subject,
        case=open_case(subject=subject, kind=CaseKind.QUESTION, owner=asker, actor=asker),
    )
    keep_subject_true(question)
    record(actor=asker, verb=QUESTION_ASKED, subject=subject, changes={"kind": (None, kind), "wijk": (None, wijk)})
    give_receipt(
        kind=ReceiptKind.CALLBACK if kind == QuestionKind.CALLBACK else ReceiptKind.QUESTION,
        text=copy_of(question),
        person=asker,
        email=email,
        subject=subject,
    )
    return question


@transaction.atomic
def ask_on_paper(
    *,
    name: str,
    kind: QuestionKind,
    submission_key: uuid.UUID,
    reach: dict[str, str],
    language: str,
    email: str = "",
    text: str = "",
    wijk: Wijk | None = None,
    place_text: str = "",
    point: Place | None = None,
) -> Question:
    """Take in the question of a visitor: somebody on paper owns it, reached as she said (`register_on_paper`).

    Where she gave an address, a mailed link lets her see it online; nobody's account gets it before that link is
    answered. The same form posted twice makes one question and one person. Raises Refused for a used key.
    """
    wait_for(submission_key)
    if same := Question.objects.filter(submission_key=submission_key).select_related("asker").first():
        if same.asker.email or (same.asker.name, same.text) != (name, text.strip()):
            raise Refused(_("Dit formulier is al gebruikt. Open de pagina opnieuw."))
        return same
    asker = register_on_paper(name=name, wijk=wijk, language=language, **reach)
    question = ask_question(
        asker=asker,
        kind=kind,
        submission_key=submission_key,
        text=text,
        wijk=wijk,
        place_text=place_text,
        point=point,
        email=email,
    )
    if email:
        ask_claim(person=asker, email=email, language=language)
    return question


def wait_for(key: uuid.UUID) -> None:
    """Of two posts of one form at once, let the second wait here until it can see what the first made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"question {key}"])


def copy_of(question: Question) -> str:
    """What she sent, for her receipt; without how she is reached, which can change."""
    with translation.override("nl"):
        kind = str(question.get_kind_display())
    place = ", ".join(filter(None, [question.place_text, question.wijk.name if question.wijk else ""]))
    return "\n\n".join(filter(None, [kind, question.text, place]))


def private_title(kind: str, wijk: Wijk | None) -> str:
    """What a question is called as long as others may not read it."""
    with_wijk, without = TITLES[QuestionKind(kind)]
    return with_wijk.format(wijk=wijk.name) if wijk else without


# --- For everybody ----------------------------------------------------------------------------------------------------
@transaction.atomic
def publish_question(*, question: Question, actor: User, title: str, text: str) -> Question:
    """Show a question to everybody, in words its asker chose for that; again changes those words.

    Raises Refused for anybody but the asker, for a call back, for what a manager hid, for who must be silent for a
    while, and for a new account that goes too fast.
    """
    question = locked(question)
    if not can_publish_question(actor, question):
        raise Refused(_("Alleen wie de vraag stelde, kan die aan iedereen laten zien."))
    refuse_hidden(question)
    refuse_paused(actor)
    slow_down(actor)
    question.public_title, question.public_text = title.strip(), text.strip()
    question.published_at = question.published_at or timezone.now()
    question.save(update_fields=["public_title", "public_text", "published_at"])
    keep_subject_true(question)
    record(actor=actor, verb=QUESTION_PUBLISHED, subject=question.subject)
    return question


@transaction.atomic
def unpublish_question(*, question: Question, actor: User) -> Question:
    """Take a question off again; its words wait for another time. Twice changes nothing.

    Raises Refused for anybody but the asker, and for what a manager hid: nobody sees that now.
    """
    question = locked(question)
    if is_asker(actor, question) and question.published_at is None:
        return question
    if not can_unpublish_question(actor, question):
        raise Refused(_("Alleen wie de vraag stelde, kan die weghalen."))
    refuse_hidden(question)
    question.published_at = None
    question.save(update_fields=["published_at"])
    keep_subject_true(question)
    record(actor=actor, verb=QUESTION_UNPUBLISHED, subject=question.subject)
    return question


def refuse_hidden(question: Question) -> None:
    """Leave what a manager hid as it is, until it is shown again. Raises Refused."""
    if question.subject.hidden_at:
        raise Refused(_("Deze pagina is verborgen. Op je eigen pagina lees je waarom, en kun je antwoorden."))


def subject_fields(question: Question) -> dict[str, object]:
    """What the subject of a question must say: nothing of hers while it is private."""
    with translation.override("nl"):
        path = question.get_absolute_url()
    is_public = question.published_at is not None
    return {
        "title": question.public_title if is_public else private_title(question.kind, question.wijk),
        "path": path,
        "wijk": question.wijk,
        "is_public": is_public,
        "search_text": question.public_text if is_public else "",
    }


def keep_subject_true(question: Question) -> None:
    """Write what changed in a question to its subject."""
    Subject.objects.filter(pk=question.subject_id).update(**subject_fields(question))


def locked(question: Question) -> Question:
    """The question as it is now, and nobody else's until this transaction ends."""
    Question.objects.select_for_update().only("pk").get(pk=question.pk)
    return Question.objects.with_case().get(pk=question.pk)
