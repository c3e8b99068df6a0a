"""What neighbours ask the owners in public, and the owners' one answer to each question."""

import hashlib
import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.age import lacks_consent
from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.submissions import submission
from gemeente.moderation.brakes import refuse_blocked, refuse_paused, slow_down
from gemeente.moderation.models import Hiding
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of
from initiatives.actions.locking import locked
from initiatives.models import Initiative, Inquiry
from initiatives.notices import ANSWERED, ASKED, pen_holders
from initiatives.parts import question_part
from initiatives.policies import can_answer_inquiry, can_ask_owner, can_withdraw_inquiry
from initiatives.verbs import INQUIRED, INQUIRY_ANSWERED, INQUIRY_WITHDRAWN


@transaction.atomic
def ask_owner(*, initiative: Initiative, actor: User, text: str, submission_key: uuid.UUID | None = None) -> Inquiry:
    """Ask the owners something that everybody reads; they hear it. The same form posted twice makes one question.

    Raises Refused for who holds the pen herself, where nobody reads it, while the page is hidden, for whom the owner
    blocked, for a young person until a parent or youth worker said yes, for who must be silent for a while, and for a
    new account that goes too fast.
    """
    initiative = locked(initiative)
    key = submission(submission_key, text)
    same = Inquiry.objects.filter(submission_key=key).first()
    if same and (same.initiative_id, same.asker_id) == (initiative.pk, actor.pk):
        return same
    if initiative.subject is None or not initiative.subject.is_public or not can_ask_owner(actor, initiative):
        raise Refused(_("Hier kun je nu geen vraag stellen."))
    if not text.strip():
        raise Refused(_("Schrijf op wat je wilt vragen."))
    if lacks_consent(actor):
        raise Refused(_("Een ouder of jongerenwerker zegt eerst ja. Daarna kun je iets vragen."))
    refuse_blocked(by=initiative.owner, user=actor)
    refuse_paused(actor)
    slow_down(actor)
    inquiry = Inquiry.objects.create(
        initiative=initiative, asker=actor, text=text.strip(), submission_key=uuid.uuid4() if same else key
    )
    count_inquiries(initiative)
    entry = record(actor=actor, verb=INQUIRED, subject=initiative.subject)
    notify(entry=entry, recipients=pen_holders(initiative), template=ASKED, path=path_of(inquiry))
    return inquiry


@transaction.atomic
def answer_inquiry(*, inquiry: Inquiry, actor: User, answer: str, based_on: str = "") -> Inquiry:
    """Answer a question, or change the answer; the asker hears the first. The same answer twice changes nothing.

    `based_on` is the answer that the writer saw (`seen_answer`); empty asks no question. Raises Refused for who does
    not hold the pen, while the page or the question is hidden and for who must be silent for a while; Stale when
    somebody else answered meanwhile, or the asker took it away.
    """
    initiative = locked(inquiry.initiative)
    found = Inquiry.objects.select_related("asker").filter(pk=inquiry.pk).first()
    if found is None:
        raise Stale(_("De buur heeft deze vraag intussen weggehaald."))
    if not can_answer_inquiry(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan hier antwoorden."))
    if not answer.strip():
        raise Refused(_("Schrijf je antwoord op."))
    if found.answer == answer.strip():
        return found
    hidden = Hiding.objects.parts_of(initiative.subject_id)
    if initiative.subject is None or not initiative.subject.is_public or question_part(found) in hidden:
        raise Refused(_("Dit is nu verborgen. Antwoorden kan als het weer te zien is."))
    refuse_paused(actor)
    if based_on and based_on != seen_answer(found):
        raise Stale(_("Iemand anders, of jij in een ander tabblad, heeft dit antwoord net veranderd."))
    is_first = not found.is_answered
    write_answer(found, initiative, actor, answer.strip())
    if is_first:
        count_inquiries(initiative)
    hear(initiative)
    person = in_name_of(initiative, actor)
    entry = record(actor=actor, verb=INQUIRY_ANSWERED, subject=initiative.subject, person=person)
    if is_first:
        notify(entry=entry, recipients=[found.asker], template=ANSWERED, path=path_of(found))
    return found


def write_answer(inquiry: Inquiry, initiative: Initiative, actor: User, answer: str) -> None:
    """Keep the words, who wrote them and in whose name, and when."""
    now = timezone.now()
    inquiry.revised_at = now if inquiry.is_answered else None
    inquiry.answered_at = inquiry.answered_at or now
    inquiry.answer, inquiry.answered_by, inquiry.in_name_of = answer, actor, in_name_of(initiative, actor)
    inquiry.save(update_fields=["answer", "answered_by", "in_name_of", "answered_at", "revised_at"])


@transaction.atomic
def withdraw_inquiry(*, inquiry: Inquiry, actor: User) -> None:
    """Take a question away, with its answer. Doing it twice changes nothing. Raises Refused for who did not ask it."""
    initiative = locked(inquiry.initiative)
    if not can_withdraw_inquiry(actor, inquiry):
        raise Refused(_("Alleen wie de vraag stelde, kan haar weghalen."))
    if Inquiry.objects.filter(pk=inquiry.pk).delete()[0]:
        count_inquiries(initiative)
        record(actor=actor, verb=INQUIRY_WITHDRAWN, subject=initiative.subject)


def count_inquiries(initiative: Initiative) -> None:
    """Keep the counts true. Expects the initiative to be locked."""
    rows = Inquiry.objects.filter(initiative=initiative)
    initiative.inquiry_count, initiative.open_inquiry_count = rows.count(), rows.open().count()
    initiative.save(update_fields=["inquiry_count", "open_inquiry_count"])


def seen_answer(inquiry: Inquiry) -> str:
    """What somebody saw of an answer, as a word that a form can carry: another word, another text."""
    return hashlib.sha256(inquiry.answer.encode()).hexdigest()[:16]


def path_of(inquiry: Inquiry) -> str:
    """Where a notice about a question leads, without language prefix."""
    return f"{inquiry.initiative.inquiries_path}#{inquiry.anchor}"
