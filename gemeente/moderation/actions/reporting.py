"""Reporting a text or photo, and deciding that it stays or that a manager must look."""

import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import give_receipt, record
from gemeente.activity.enums import ReceiptKind
from gemeente.activity.models import Entry, Subject
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.submissions import submission
from gemeente.moderation.brakes import slow_down
from gemeente.moderation.enums import ReportOutcome, ReportReason
from gemeente.moderation.models import Report
from gemeente.moderation.notices import REPORT_WAITS_FOR_MANAGER, tell_managers, tell_moderators, tell_reporter
from gemeente.moderation.parts import WHOLE, label_of, parts_of, writer_of
from gemeente.moderation.policies import can_handle_report, can_pass_report
from gemeente.moderation.tasks import mail_outcome
from gemeente.moderation.verbs import REPORT_LEFT, REPORT_PASSED, REPORTED
from gemeente.users.models import User


@transaction.atomic
def report_part(
    *,
    subject: Subject,
    part: str,
    reason: ReportReason,
    text: str = "",
    actor: User | None = None,
    email: str = "",
    submission_key: uuid.UUID | None = None,
) -> Report:
    """Take in a report of anybody; of the first on a part the moderators hear. The same form posted twice makes one.

    `email` is of a visitor who wants to hear what came of it. Raises Refused for what is not public, for a part that
    the subject does not have, and for a new account that goes too fast.
    """
    key = submission(submission_key, text)
    is_public = Subject.objects.public().select_for_update().filter(pk=subject.pk).exists()
    same = Report.objects.filter(submission_key=key).first()
    if same and (same.subject_id, same.reporter) == (subject.pk, actor):
        return same
    if not is_public:
        raise Refused(_("Deze pagina is er niet meer."))
    if part != WHOLE and part not in {one.code for one in parts_of(subject)}:
        raise Refused(_("Dit staat niet meer op de pagina."))
    slow_down(actor)
    said = f"{label_of(subject, part)}\n{reason.label}\n\n{text.strip()}".strip()
    receipt = give_receipt(
        kind=ReceiptKind.REPORT, text=said, person=actor, email="" if actor else email, subject=subject
    )
    made = Report.objects.create(
        subject=subject,
        part=part,
        reason=reason,
        text=text.strip(),
        reporter=actor,
        email="" if actor else email.lower(),
        receipt=receipt,
        submission_key=uuid.uuid4() if same else key,
    )
    entry = record(actor=actor, verb=REPORTED, subject=subject, changes={"part": (None, part)})
    if not Report.objects.same_part(made).open().exclude(pk=made.pk).exists():
        tell_moderators(entry, reread(made))
    return made


@transaction.atomic
def leave_report(*, report: Report, actor: User, reason: str, seen: int | None = None) -> Report:
    """Let it stand, with a reason that each reporter reads. It settles all that was said of this part until now.

    `seen` is the newest report that was on the page: what came in since stays open. Raises Refused for who may not
    decide and without a reason, Stale when it was settled before.
    """
    report = locked(report)
    if not can_handle_report(actor, report) or writer_of(report.subject, report.part) == actor.pk:
        raise Refused(_("Over deze melding kun jij niet beslissen."))
    if not reason.strip():
        raise Refused(_("Schrijf op waarom dit blijft staan. Wie het meldde, leest dit."))
    entry = record(actor=actor, verb=REPORT_LEFT, subject=report.subject, changes={"part": (None, report.part)})
    settle(report, entry, actor, ReportOutcome.LEFT, reason.strip(), seen)
    return report


@transaction.atomic
def pass_report(*, report: Report, actor: User, note: str = "") -> Report:
    """Ask a manager to decide on all that was said of this part: only she can hide.

    Raises Refused for who may not, and when it was passed before.
    """
    report = locked(report)
    if not can_pass_report(actor, report):
        raise Refused(_("Deze melding kun je niet doorgeven."))
    passed = {"passed_at": timezone.now(), "passed_by": actor, "pass_note": note.strip()}
    Report.objects.same_part(report).open().filter(passed_at=None).update(**passed)
    entry = record(actor=actor, verb=REPORT_PASSED, subject=report.subject, changes={"part": (None, report.part)})
    tell_managers(entry, REPORT_WAITS_FOR_MANAGER, report)
    return reread(report)


def settle(
    report: Report,
    entry: Entry,
    actor: User,
    outcome: ReportOutcome,
    answer: str = "",
    seen: int | None = None,
    part: str | None = None,
) -> None:
    """Write what came of a report and of the others on the same part, and tell who reported, once each.

    With `part` also those on that part: of the page where it was hidden as a whole.
    """
    parts = {report.part, report.part if part is None else part}
    rows = Report.objects.open().filter(subject=report.subject_id, part__in=parts).select_related("reporter")
    rows = rows.filter(pk__lte=max(seen or 0, report.pk)).select_for_update(of=["self"])
    for one in rows.order_by("pk"):
        one.outcome, one.answer, one.settled_at, one.settled_by = outcome, answer, timezone.now(), actor
        one.save(update_fields=["outcome", "answer", "settled_at", "settled_by"])
        tell_reporter(entry, one)
        if one.email:
            mail_outcome.defer(report_id=one.pk)
    report.refresh_from_db(fields=["outcome", "answer", "settled_at", "settled_by"])


def locked(report: Report) -> Report:
    """The report as it is now, and nobody else's until this transaction ends. Raises Stale when it was settled."""
    Report.objects.select_for_update().only("pk").get(pk=report.pk)
    report = reread(report)
    if report.outcome != ReportOutcome.OPEN:
        raise Stale(_("Deze melding is intussen al behandeld. Kijk wat er nu staat."))
    return report


def reread(report: Report) -> Report:
    """The report with what policies read."""
    return Report.objects.with_subject().get(pk=report.pk)
