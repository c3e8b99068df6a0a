"""Reporting, and deciding that it stays or that a manager must look."""

import uuid
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser

from gemeente.activity.enums import Visibility
from gemeente.activity.models import Entry, Notice, Receipt, Subject
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.actions.reporting import leave_report, pass_report, report_part
from gemeente.moderation.enums import ReportOutcome, ReportReason
from gemeente.moderation.models import Report
from gemeente.moderation.parts import WHOLE
from gemeente.users.models import User
from initiatives.models import Initiative
from initiatives.parts import photo_part
from tests.factories.initiatives import InitiativeFactory

HURTS = {"part": WHOLE, "reason": ReportReason.HURTS}


def told(template: str) -> set[str]:
    """Who got a notice of this kind."""
    return {notice.recipient.first_name for notice in Notice.objects.filter(template=template)}


def test_report_gives_a_receipt_and_reaches_the_moderators(
    initiative: Initiative, bram: User, milan: User, mona: User
) -> None:
    report = report_part(subject=initiative.subject, **HURTS, text=" Zin twee. ", actor=bram)

    assert (report.text, report.reporter, report.email) == ("Zin twee.", bram, "")
    assert report.receipt.text == "De hele pagina\nHet kwetst of bedreigt iemand\n\nZin twee."
    assert report.receipt.person == bram
    assert told("report_received") == {"Milan"}
    entry = Entry.objects.get(verb="reported")
    assert (entry.changes, entry.visibility) == ({"part": [None, ""]}, Visibility.STAFF)


def test_report_reaches_the_managers_where_nobody_moderates(initiative: Initiative, mona: User) -> None:
    report_part(subject=initiative.subject, **HURTS)

    assert told("report_received") == {"Mona"}


def test_report_of_a_visitor_mails_her_the_receipt(
    initiative: Initiative, milan: User, run_jobs: Callable[[], int], mailoutbox: list
) -> None:
    run_jobs()
    mailoutbox.clear()

    report_part(subject=initiative.subject, **HURTS, text="Zin twee.", email="Buur@Voorbeeld.example")
    run_jobs()

    mail = next(mail for mail in mailoutbox if mail.to == ["Buur@Voorbeeld.example"])
    assert ("B20" in mail.subject, "Zin twee." in mail.body) == (True, False)  # it may be a stranger's address
    assert Report.objects.get().email == "buur@voorbeeld.example"


def test_same_form_twice_is_one_report(initiative: Initiative, bram: User) -> None:
    key = uuid.uuid4()
    about = {"subject": initiative.subject, **HURTS, "submission_key": key}

    first, second = report_part(**about, actor=bram), report_part(**about, actor=bram)

    assert first == second
    assert (Report.objects.count(), Receipt.objects.count()) == (1, 1)


def test_other_words_in_the_same_form_are_another_report(initiative: Initiative, bram: User) -> None:
    about = {"subject": initiative.subject, "submission_key": uuid.uuid4(), "actor": bram}

    first, other = (report_part(**about, **HURTS | {"text": text}) for text in ("Dit kwetst.", "En dit is van mij."))

    assert (first.text, other.text, Report.objects.count()) == ("Dit kwetst.", "En dit is van mij.", 2)


def test_key_of_somebody_else_makes_a_report_of_its_own(initiative: Initiative, bram: User, willem: User) -> None:
    key = uuid.uuid4()

    made = {report_part(subject=initiative.subject, **HURTS, submission_key=key, actor=who) for who in (bram, willem)}

    assert {report.reporter for report in made} == {bram, willem}


def test_moderators_hear_once_of_a_part_that_many_report(
    initiative: Initiative, milan: User, report: Report, photo_report: Report
) -> None:
    for _ in range(3):
        report_part(subject=initiative.subject, **HURTS)

    assert Notice.objects.filter(template="report_received", recipient=milan).count() == 2  # the page and the photo
    leave_report(report=report, actor=milan, reason="Een mening mag.", seen=Report.objects.latest("pk").pk)
    report_part(subject=initiative.subject, **HURTS)
    assert Notice.objects.filter(template="report_received", recipient=milan).count() == 3


@pytest.mark.parametrize("wrong", ["hidden", "no such photo", "photo of another"])
def test_report_is_of_what_is_there(wrong: str, initiative: Initiative, bram: User) -> None:
    part = photo_part(initiative.photo)
    report_part(subject=initiative.subject, part=part, reason=ReportReason.PHOTO, actor=bram)
    if wrong == "hidden":
        Subject.objects.update(is_public=False)
    if wrong == "no such photo":
        part = "photo:00000000-0000-0000-0000-000000000000"
    if wrong == "photo of another":
        other = InitiativeFactory(owner=bram)
        part = f"photo:{other.submission_key}"

    with pytest.raises(Refused):
        report_part(subject=initiative.subject, part=part, reason=ReportReason.PHOTO, actor=bram)

    assert Report.objects.count() == 1


# --- It stays ---------------------------------------------------------------------------------------------------------
def test_leaving_it_settles_all_that_was_said_and_tells_who_reported(
    report: Report, initiative: Initiative, milan: User, run_jobs: Callable[[], int], mailoutbox: list
) -> None:
    also = report_part(subject=initiative.subject, **HURTS, email="buur@voorbeeld.example")
    other = report_part(subject=initiative.subject, part=photo_part(initiative.photo), reason=ReportReason.PHOTO)
    run_jobs()
    mailoutbox.clear()

    leave_report(report=report, actor=milan, reason="Een mening mag.", seen=also.pk)
    run_jobs()

    rows = Report.objects.order_by("pk").values_list("outcome", "answer", "settled_by")
    left = (ReportOutcome.LEFT, "Een mening mag.", milan.pk)
    assert list(rows) == [left, left, ("", "", None)]
    assert told("report_settled") == {"Bram"}
    assert [mail.to[0] for mail in mailoutbox if "Een mening mag." in mail.body] == ["buur@voorbeeld.example"]
    assert initiative.title not in "".join(mail.subject + mail.body for mail in mailoutbox)
    assert other.pk == Report.objects.open().get().pk


def test_what_came_in_since_stays_open(report: Report, initiative: Initiative, milan: User) -> None:
    later = report_part(subject=initiative.subject, **HURTS)

    leave_report(report=report, actor=milan, reason="Een mening mag.", seen=report.pk)

    assert list(Report.objects.open()) == [later]


@pytest.mark.parametrize("who", ["anonymous", "bram", "fatima", "noor", "thea", "hans"])
def test_leaving_it_is_for_moderators(who: str, report: Report, cast: dict[str, User | None], milan: User) -> None:
    with pytest.raises(Refused):
        leave_report(report=report, actor=cast[who] or AnonymousUser(), reason="Een mening mag.")

    assert leave_report(report=report, actor=milan, reason="Een mening mag.").outcome == ReportOutcome.LEFT


def test_leaving_it_needs_a_reason(report: Report, milan: User) -> None:
    with pytest.raises(Refused, match="waarom"):
        leave_report(report=report, actor=milan, reason="  ")

    assert Report.objects.open().count() == 1


def test_what_was_decided_cannot_be_decided_again(report: Report, milan: User, mona: User) -> None:
    leave_report(report=report, actor=milan, reason="Een mening mag.")

    with pytest.raises(Stale):
        leave_report(report=report, actor=mona, reason="Toch niet.")
    with pytest.raises(Stale):
        pass_report(report=report, actor=milan)


# --- To a manager -----------------------------------------------------------------------------------------------------
def test_passing_it_tells_the_managers_once(report: Report, milan: User, mona: User, second_manager: User) -> None:
    passed = pass_report(report=report, actor=milan, note="Kijk naar zin twee.")

    assert (passed.passed_by, passed.pass_note) == (milan, "Kijk naar zin twee.")
    assert told("report_for_manager") == {"Mona", "Mirjam"}
    with pytest.raises(Refused):
        pass_report(report=report, actor=milan)
