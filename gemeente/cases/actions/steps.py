"""What every action of a case stands on: the lock, the step of the table, and the clock."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import give_receipt, record
from gemeente.activity.enums import ReceiptKind
from gemeente.activity.models import Entry
from gemeente.activity.verbs import Verb
from gemeente.cases.enums import CaseState, CaseStep
from gemeente.cases.models import CaseChange, CaseFile, CaseMessage, ContactMoment, FirstContactTerm
from gemeente.cases.quarters import end_of_plan
from gemeente.cases.querysets import ContactMomentQuerySet
from gemeente.cases.workflow import find
from gemeente.lib.errors import Stale
from gemeente.lib.terms import working_days_after
from gemeente.users.models import User

# What the actions of a case change: written together, because the state says whether there is a contact person.
CASE_FIELDS = [
    "state",
    "contact",
    "contact_role",
    "claimed_at",
    "began_at",
    "promised_on",
    "silent_since",
    "due_on",
    "help_declined_at",
    "unwanted_contact",
    "planned_what",
    "planned_by",
    "planned_quarter",
]


def locked(case: CaseFile) -> CaseFile:
    """The case as it is now, and nobody else's until this transaction ends.

    Lock first, read afterwards: who waited for the row would otherwise get it new, with the contact person of before.
    """
    CaseFile.objects.select_for_update().only("pk").get(pk=case.pk)
    return CaseFile.objects.with_people().get(pk=case.pk)


def take_step(case: CaseFile, step: CaseStep, target: CaseState, *, actor: User, verb: Verb, reason: str = "") -> Entry:
    """Take a step of the table: the state, its row in the history, and an entry in the log.

    Raises Stale when the table has no such step from where the case is now.
    """
    source = case.state
    if find(step, source, target) is None:
        raise Stale(_("Deze zaak is intussen veranderd. Kijk wat er nu staat."))
    case.state = target
    case.save(update_fields=CASE_FIELDS)
    add_to_history(case, step, source, actor, reason)
    return record(actor=actor, verb=verb, subject=case.subject, changes={"state": (source, target)})


def add_to_history(
    case: CaseFile, step: CaseStep, source: str, actor: User, reason: str, successor: User | None = None
) -> None:
    """Keep what happened and why, next to the case as it is now."""
    CaseChange.objects.create(
        case=case,
        name=step,
        source=source,
        target=case.state,
        actor=actor,
        reason=reason.strip(),
        successor=successor,
    )


def keep_choice(case: CaseFile, actor: User, choice: str, reason: str) -> None:
    """Give the owner's side a receipt of what she chose, with the words she added."""
    text = f"{choice}\n\n{reason.strip()}".strip()
    give_receipt(kind=ReceiptKind.CHOICE, text=text, person=actor, subject=case.subject)


# --- The clock --------------------------------------------------------------------------------------------------------
def promise(kind: str, today: dt.date | None = None) -> dt.date | None:
    """The day before which the gemeente is in touch when asked today; None where no term is set."""
    today = today or timezone.localdate()
    term = FirstContactTerm.objects.filter(kind=kind, starts_on__lte=today).order_by("-starts_on").first()
    return working_days_after(today, term.working_days) if term else None


def keep_clock(case: CaseFile) -> None:
    """Set since when it is silent and what is owed, by the last contact that was real.

    The promise of a first contact stands until then, also for who declined help: that one is her welcome. Afterwards
    nothing is owed but what was agreed or planned, and an answer to what the owner wrote.
    """
    last = last_spoken(case)
    if last is None:
        case.silent_since, case.due_on = case.began_at, case.promised_on
    else:
        noon = timezone.make_aware(dt.datetime.combine(last.happened_on, dt.time(12)))
        case.silent_since = min(noon, last.created_at)
        case.due_on = None if case.help_declined_at else last.next_on or end_of_plan(case)
    answer_on = answer_due_on(case, last)
    case.due_on = min(filter(None, (case.due_on, answer_on)), default=None)
    case.save(update_fields=["silent_since", "due_on"])


def answer_due_on(case: CaseFile, spoken: ContactMoment | None) -> dt.date | None:
    """The day by which the owner gets an answer to what she wrote; None when nothing waits for one.

    Speaking each other afterwards is an answer, and so is a message back.
    """
    waiting = unanswered(case, spoken)
    return promise(case.kind, timezone.localtime(waiting.created_at).date()) if waiting else None


def unanswered(case: CaseFile, spoken: ContactMoment | None) -> CaseMessage | None:
    """The first message of the owner's side after the last answer."""
    reply = case.messages.filter(is_from_owner=False).order_by("-pk").first()
    answered_at = max((row.created_at for row in (reply, spoken) if row), default=case.began_at)
    return case.messages.filter(is_from_owner=True, created_at__gt=answered_at).order_by("pk").first()


def last_spoken(case: CaseFile) -> ContactMoment | None:
    """The last real contact since the case (last) opened."""
    return real_contacts(case).order_by("-happened_on", "-pk").first()


def real_contacts(case: CaseFile) -> ContactMomentQuerySet:
    """The contacts that reached the owner in the way she chose, since the case (last) opened."""
    return ContactMoment.objects.real(case, case.owner.profile.contact_way)
