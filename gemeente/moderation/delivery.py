"""Mail to visitors, who have no page of their own: what came of a report, and the answer to a worry."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from gemeente.activity.delivery import compose_letter, read_letter
from gemeente.moderation.enums import ReportOutcome
from gemeente.moderation.models import Report, Worry


@transaction.atomic
def send_outcome(report_id: int) -> bool:
    """Mail a visitor what came of her report, once; says whether a mail left."""
    rows = Report.objects.select_for_update(of=["self"]).select_related("receipt").exclude(email="")
    report = rows.exclude(outcome=ReportOutcome.OPEN).filter(pk=report_id, told_at=None).first()
    if report is None:
        return False
    with translation.override(report.receipt.language):
        letter = read_letter("moderation/outcome_mail.txt", {"report": report}, reverse("home"))
        compose_letter(letter, report.email).send()
    report.told_at = timezone.now()
    report.save(update_fields=["told_at"])
    return True


@transaction.atomic
def send_worry_answer(worry_id: int) -> bool:
    """Mail a visitor the answer to her worry, once; says whether a mail left. It does not greet by a typed name."""
    rows = Worry.objects.select_for_update(of=["self"]).select_related(
        "receipt", "answered_by__profile", "case__subject"
    )
    worry = rows.exclude(email="").exclude(answer="").filter(pk=worry_id, answer_mailed_at=None).first()
    if worry is None:
        return False
    with translation.override(worry.receipt.language):
        letter = read_letter("moderation/worry_mail.txt", {"worry": worry}, reverse("home"))
        compose_letter(letter, worry.email).send()
    worry.answer_mailed_at = timezone.now()
    worry.save(update_fields=["answer_mailed_at"])
    return True
