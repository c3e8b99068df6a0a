"""Hiding with a stated legal ground, the owner's answer, and showing again. Nothing here changes a word of hers."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import give_receipt, record
from gemeente.activity.enums import ReceiptKind
from gemeente.activity.models import Receipt, Subject
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.actions.reporting import locked as locked_report
from gemeente.moderation.actions.reporting import settle
from gemeente.moderation.enums import ReportOutcome
from gemeente.moderation.models import Hiding, HidingGround, Report
from gemeente.moderation.notices import (
    HIDING_WAS_ANSWERED,
    HIDING_WAS_KEPT,
    HIDING_WAS_LIFTED,
    SOMETHING_HIDDEN,
    tell_managers,
    tell_owners_of,
)
from gemeente.moderation.parts import WHOLE, writer_of
from gemeente.moderation.policies import can_answer_hiding, can_hide, can_keep_hiding, can_lift_hiding
from gemeente.moderation.verbs import HIDDEN, HIDING_ANSWERED, HIDING_KEPT, HIDING_LIFTED
from gemeente.users.models import User


@transaction.atomic
def hide_part(
    *, report: Report, actor: User, ground: HidingGround, facts: str, whole: bool = False, seen: int | None = None
) -> Hiding:
    """Hide what was reported, or with `whole` its whole page, on a ground of law and with the facts (DSA art. 17).

    Who wrote it, the owners or a neighbour, hears both and what she can do. Raises Refused for anybody but a manager
    without a part in the case who did not write it herself, without facts, on a ground that ended, and for what is
    hidden or not public already.
    """
    report = locked_report(report)
    part = WHOLE if whole else report.part
    writer_id = writer_of(report.subject, part)
    if not can_hide(actor, report) or writer_id == actor.pk:
        raise Refused(_("Alleen een beheerder zonder eigen belang kan iets verbergen."))
    if not facts.strip():
        raise Refused(_("Schrijf op wat er staat en waarom dat niet mag. De eigenaar leest dit."))
    if ground.ends_on and ground.ends_on <= timezone.localdate():
        raise Refused(_("Deze grond geldt niet meer. Kies een andere."))
    subject = Subject.objects.select_for_update().get(pk=report.subject_id)
    if not subject.is_public or part in Hiding.objects.parts_of(subject.pk):
        raise Refused(_("Dit is al niet meer te zien."))
    entry = record(
        actor=actor, verb=HIDDEN, subject=subject, changes={"part": (None, part), "ground": (None, ground.code)}
    )
    hiding = Hiding.objects.create(
        subject=subject, part=part, ground=ground, facts=facts.strip(), by=actor, entry=entry, writer_id=writer_id
    )
    if part == WHOLE:
        subject.is_public, subject.hidden_at = False, hiding.created_at
        subject.save(update_fields=["is_public", "hidden_at"])
    settle(report, entry, actor, ReportOutcome.HIDDEN, seen=seen, part=part)
    tell_owners_of(entry, reread(hiding), SOMETHING_HIDDEN)
    return hiding


@transaction.atomic
def answer_hiding(*, hiding: Hiding, actor: User, answer: str) -> Receipt:
    """Let the owner say what she thinks of it, once; the managers read it. Returns her receipt.

    Raises Refused for anybody else, without an answer, and when it was answered or lifted before.
    """
    hiding = locked(hiding)
    if not can_answer_hiding(actor, hiding):
        raise Refused(_("Hier kun je nu niet op antwoorden."))
    if not answer.strip():
        raise Refused(_("Schrijf op wat je ervan vindt."))
    hiding.answer, hiding.answered_at, hiding.answered_by = answer.strip(), timezone.now(), actor
    hiding.save(update_fields=["answer", "answered_at", "answered_by"])
    entry = record(actor=actor, verb=HIDING_ANSWERED, subject=hiding.subject, changes={"part": (None, hiding.part)})
    tell_managers(entry, HIDING_WAS_ANSWERED, hiding)
    return give_receipt(kind=ReceiptKind.ANSWER, text=hiding.answer, person=actor, subject=hiding.subject)


@transaction.atomic
def lift_hiding(*, hiding: Hiding, actor: User, reason: str) -> Hiding:
    """Show it again, with a reason that the owner reads. Lifting what was lifted changes nothing.

    Raises Refused for anybody but a manager without a part in the case, and without a reason.
    """
    hiding = locked(hiding)
    if not hiding.is_active:
        return hiding
    if not can_lift_hiding(actor, hiding):
        raise Refused(_("Alleen een beheerder zonder eigen belang kan dit weer laten zien."))
    if not reason.strip():
        raise Refused(_("Schrijf op waarom dit weer te zien is. De eigenaar leest dit."))
    hiding.lifted_at, hiding.lifted_by, hiding.lift_reason = timezone.now(), actor, reason.strip()
    hiding.save(update_fields=["lifted_at", "lifted_by", "lift_reason"])
    if hiding.part == WHOLE:
        hidden = Subject.objects.filter(pk=hiding.subject_id, hidden_at__isnull=False)  # not what its owner took away
        hidden.update(is_public=True, hidden_at=None)
    entry = record(actor=actor, verb=HIDING_LIFTED, subject=hiding.subject, changes={"part": (None, hiding.part)})
    tell_owners_of(entry, hiding, HIDING_WAS_LIFTED)
    return hiding


@transaction.atomic
def keep_hiding(*, hiding: Hiding, actor: User, reason: str) -> Hiding:
    """Say to an owner who answered why it stays hidden, once.

    Raises Refused for anybody but a manager without a part in the case, before there is an answer, and without a
    reason; Stale when it was lifted.
    """
    hiding = locked(hiding)
    if not hiding.is_active:
        raise Stale(_("Dit is intussen weer te zien."))
    if not can_keep_hiding(actor, hiding):
        raise Refused(_("Hier valt nu niets op te antwoorden."))
    if not reason.strip():
        raise Refused(_("Schrijf op waarom dit verborgen blijft. De eigenaar leest dit."))
    hiding.kept_at, hiding.kept_by, hiding.keep_reason = timezone.now(), actor, reason.strip()
    hiding.save(update_fields=["kept_at", "kept_by", "keep_reason"])
    entry = record(actor=actor, verb=HIDING_KEPT, subject=hiding.subject, changes={"part": (None, hiding.part)})
    tell_owners_of(entry, hiding, HIDING_WAS_KEPT)
    return hiding


def locked(hiding: Hiding) -> Hiding:
    """The hiding as it is now, and nobody else's until this transaction ends."""
    Hiding.objects.select_for_update().only("pk").get(pk=hiding.pk)
    return reread(hiding)


def reread(hiding: Hiding) -> Hiding:
    """The hiding with what policies read."""
    return Hiding.objects.with_subject().get(pk=hiding.pk)
