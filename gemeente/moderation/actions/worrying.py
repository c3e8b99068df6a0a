"""A neighbour who worries, and the answer of the owner or the contact person."""

import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import give_receipt, record
from gemeente.activity.enums import ReceiptKind
from gemeente.activity.models import Subject
from gemeente.cases.models import CaseFile
from gemeente.lib.errors import Refused
from gemeente.lib.submissions import submission
from gemeente.moderation.brakes import refuse_blocked, slow_down
from gemeente.moderation.models import Worry
from gemeente.moderation.notices import tell_neighbour, tell_of_worry
from gemeente.moderation.policies import can_answer_worry, can_worry
from gemeente.moderation.tasks import mail_worry_answer
from gemeente.moderation.verbs import WORRIED, WORRY_ANSWERED
from gemeente.users.models import User


@transaction.atomic
def tell_worry(
    *,
    case: CaseFile,
    text: str,
    actor: User | None = None,
    name: str = "",
    email: str = "",
    phone: str = "",
    owner_sees_name: bool = False,
    submission_key: uuid.UUID | None = None,
) -> Worry:
    """Tell owner and contact person what worries a neighbour, and nobody else. The same form posted twice makes one.

    Name and e-mail are of a visitor; of who is signed in we know both. Raises Refused for owner and contact
    themselves, for what is no longer public, for whom the owner blocked, and for a new account that goes too fast.
    """
    key = submission(submission_key, text)
    CaseFile.objects.select_for_update().only("pk").get(pk=case.pk)
    same = Worry.objects.filter(submission_key=key).first()
    if same and (same.case_id, same.author) == (case.pk, actor):
        return same
    case = CaseFile.objects.with_people().get(pk=case.pk)
    if not text.strip():
        raise Refused(_("Vertel waar je je zorgen over maakt."))
    if not Subject.objects.public().filter(pk=case.subject_id).exists() or (actor and not can_worry(actor, case)):
        raise Refused(_("Dit kan hier niet."))
    for owner in case.voices:
        refuse_blocked(by=owner.user, user=actor, email="" if actor else email)
    slow_down(actor)
    receipt = give_receipt(
        kind=ReceiptKind.WORRY, text=text.strip(), person=actor, email="" if actor else email, subject=case.subject
    )
    worry = Worry.objects.create(
        case=case,
        author=actor,
        name="" if actor else name.strip(),
        email="" if actor else email.lower(),
        phone=phone.strip(),
        text=text.strip(),
        owner_sees_name=owner_sees_name,
        receipt=receipt,
        submission_key=uuid.uuid4() if same else key,
    )
    entry = record(actor=actor, verb=WORRIED, subject=case.subject)
    tell_of_worry(entry, reread(worry))
    return worry


@transaction.atomic
def answer_worry(*, worry: Worry, actor: User, answer: str) -> Worry:
    """Answer a neighbour, once: the portal sends it on, so that nobody's address is shown.

    The contact person may write down what was said on the phone, where there is no address. Raises Refused for
    anybody but owner and contact, without an answer, and when it was answered before.
    """
    Worry.objects.select_for_update().only("pk").get(pk=worry.pk)
    worry = reread(worry)
    if not can_answer_worry(actor, worry):
        raise Refused(_("Hier kun je nu niet op antwoorden."))
    if not answer.strip():
        raise Refused(_("Schrijf je antwoord op."))
    worry.answer, worry.answered_at, worry.answered_by = answer.strip(), timezone.now(), actor
    worry.save(update_fields=["answer", "answered_at", "answered_by"])
    entry = record(actor=actor, verb=WORRY_ANSWERED, subject=worry.case.subject)
    if worry.author:
        tell_neighbour(entry, worry)
    elif worry.email:
        mail_worry_answer.defer(worry_id=worry.pk)
    return worry


def reread(worry: Worry) -> Worry:
    """The worry with what policies read."""
    return Worry.objects.with_case().get(pk=worry.pk)
