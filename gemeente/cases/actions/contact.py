"""Being in touch: what was said, and what was written."""

import datetime as dt
import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import give_receipt, record
from gemeente.activity.enums import ReceiptKind
from gemeente.cases import verbs
from gemeente.cases.actions.steps import keep_choice, keep_clock, locked
from gemeente.cases.enums import Means
from gemeente.cases.models import CaseFile, CaseMessage, ContactMoment
from gemeente.cases.notices import tell_desk, tell_owners
from gemeente.cases.policies import can_dispute_contact, can_log_contact, can_send_message, speaks_for_owner
from gemeente.lib.errors import Refused
from gemeente.lib.submissions import submission
from gemeente.users.models import User


@transaction.atomic
def log_contact(
    *,
    case: CaseFile,
    actor: User,
    means: Means,
    was_reached: bool,
    happened_on: dt.date,
    note: str = "",
    next_on: dt.date | None = None,
    submission_key: uuid.UUID | None = None,
) -> ContactMoment:
    """Write down one contact, or one try. The same form posted twice makes one row.

    Raises Refused for anybody but the contact person, a day before the case began or after today, and a next day in
    the past.
    """
    case = locked(case)
    key = submission_key or uuid.uuid4()
    same = ContactMoment.objects.filter(submission_key=key).first()
    if same and (same.case_id, same.actor_id) == (case.pk, actor.pk):
        return same
    if not can_log_contact(actor, case):
        raise Refused(_("Alleen het vaste contact schrijft op wat er is besproken."))
    if same:
        raise Refused(_("Dit formulier is al gebruikt. Open de zaak opnieuw."))
    today = timezone.localdate()
    if not timezone.localtime(case.opened_at).date() <= happened_on <= today:
        raise Refused(_("De dag van het contact ligt tussen het begin van de zaak en vandaag."))
    if next_on and next_on < today:
        raise Refused(_("De volgende afspraak ligt vandaag of later."))
    moment = ContactMoment.objects.create(
        case=case,
        actor=actor,
        means=means,
        was_reached=was_reached,
        happened_on=happened_on,
        note=note.strip(),
        next_on=next_on,
        submission_key=key,
    )
    keep_clock(case)
    changes = {"means": (None, means), "was_reached": (None, was_reached)}
    entry = record(actor=actor, verb=verbs.DID_LOG, subject=case.subject, changes=changes)
    tell_owners(entry, case, "contact_logged")
    return moment


@transaction.atomic
def dispute_contact(*, moment: ContactMoment, actor: User, reason: str = "") -> ContactMoment:
    """Say that a contact was not so: it counts for nothing from now on. Saying it twice changes nothing.

    Raises Refused for anybody but the owner.
    """
    case = locked(moment.case)
    moment = ContactMoment.objects.select_for_update().get(pk=moment.pk)
    if not can_dispute_contact(actor, case):
        raise Refused(_("Alleen wie het betreft kan zeggen dat dit niet klopt."))
    if moment.is_voided:
        return moment
    keep_choice(case, actor, _("Dit klopt niet"), reason)
    moment.voided_at, moment.void_reason = timezone.now(), reason.strip()
    moment.save(update_fields=["voided_at", "void_reason"])
    keep_clock(case)
    entry = record(actor=actor, verb=verbs.DID_DISPUTE, subject=case.subject)
    tell_desk(entry, case, "contact_disputed")
    return moment


@transaction.atomic
def send_message(*, case: CaseFile, actor: User, text: str, submission_key: uuid.UUID | None = None) -> CaseMessage:
    """Write to the other side of a case, for the people of the case only. The same form posted twice makes one.

    The owner's side gets a receipt (Awb 2:16: a question about what is running counts as a message), and an answer is
    owed within the term of a first contact. Raises Refused for anybody else, and once the case is closed.
    """
    case = locked(case)
    key = submission(submission_key, text)
    same = CaseMessage.objects.filter(submission_key=key).first()
    if same and (same.case_id, same.author_id) == (case.pk, actor.pk):
        return same
    if same or not can_send_message(actor, case):
        raise Refused(_("Je kunt hier nu geen bericht sturen. Open het contact eerst weer."))
    is_from_owner, text = speaks_for_owner(actor, case), text.strip()
    receipt = None
    if is_from_owner:
        receipt = give_receipt(kind=ReceiptKind.MESSAGE, text=text, person=actor, subject=case.subject)
    message = CaseMessage.objects.create(
        case=case, author=actor, is_from_owner=is_from_owner, text=text, receipt=receipt, submission_key=key
    )
    keep_clock(case)
    entry = record(actor=actor, verb=verbs.DID_WRITE, subject=case.subject)
    tell = tell_desk if is_from_owner else tell_owners
    tell(entry, case, "message_from_owner" if is_from_owner else "message_from_contact")
    return message
