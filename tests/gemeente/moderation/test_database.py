"""What the database itself refuses, whoever asks."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from gemeente.activity.actions import give_receipt
from gemeente.activity.enums import ReceiptKind
from gemeente.activity.models import Subject
from gemeente.cases.models import CaseFile
from gemeente.moderation.actions.blocking import block_person, pause_account
from gemeente.moderation.actions.hiding import answer_hiding, keep_hiding, lift_hiding
from gemeente.moderation.actions.reporting import leave_report
from gemeente.moderation.actions.worrying import answer_worry, tell_worry
from gemeente.moderation.models import Block, Hiding, HidingGround, Report, Worry
from gemeente.users.models import User
from tests.factories.activity import make_entry


@pytest.fixture
def rows(report: Report, hiding: Hiding, case: CaseFile, bram: User, fatima: User, milan: User) -> None:
    """Something in each table."""
    Subject.objects.update(is_public=True, hidden_at=None)
    tell_worry(case=case, actor=bram, text="Komt er geluid?")
    block_person(owner=fatima, label="Een buur", email="lastig@voorbeeld.example")
    pause_account(person=bram, actor=milan, days=7, reason="Reclame.")


def run(sql: str) -> None:
    """One statement past every action."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("table", ["report", "hiding", "worry"])
@pytest.mark.parametrize("sql", ["DELETE FROM moderation_{}", "TRUNCATE moderation_{} CASCADE"])
def test_record_is_never_deleted(table: str, sql: str, rows: None) -> None:
    run("SET CONSTRAINTS ALL IMMEDIATE")  # or a truncate stumbles over checks that still wait

    with pytest.raises(IntegrityError, match="record of moderation stays"):
        run(sql.format(table))


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("report", "text = 'Anders'"),
        ("report", "reason = 'other'"),
        ("report", "part = 'news:1'"),
        ("report", "created_at = now()"),
        ("report", "answer = 'Anders'"),
        ("report", "outcome = ''"),
        ("hiding", "facts = 'Anders'"),
        ("hiding", "part = 'news:1'"),
        ("hiding", "ground_id = ground_id + 1"),
        ("hiding", "by_id = by_id + 1"),
        ("hiding", "created_at = now()"),
        ("worry", "text = 'Anders'"),
        ("worry", "owner_sees_name = NOT owner_sees_name"),
        ("worry", "created_at = now()"),
    ],
)
def test_what_was_written_stays(table: str, change: str, rows: None) -> None:
    with pytest.raises(IntegrityError, match="stays as it was written"):
        run(f"UPDATE moderation_{table} SET {change}")


def test_answers_are_added_once(hiding: Hiding, case: CaseFile, fatima: User, mona: User, bram: User) -> None:
    answer_hiding(hiding=hiding, actor=fatima, answer="Een grap.")
    keep_hiding(hiding=hiding, actor=mona, reason="Toch niet.")
    lift_hiding(hiding=hiding, actor=mona, reason="Het is weg.")
    worry = tell_worry(case=case, actor=bram, text="Komt er geluid?")
    answer_worry(worry=worry, actor=fatima, answer="Nee.")

    for table, change in (
        ("hiding", "answer = 'Anders'"),
        ("hiding", "keep_reason = 'Anders'"),
        ("hiding", "lift_reason = 'Anders'"),
        ("hiding", "lifted_at = NULL, lifted_by_id = NULL, lift_reason = ''"),
        ("worry", "answer = 'Anders'"),
    ):
        with pytest.raises(IntegrityError, match="stays as it was written"):
            run(f"UPDATE moderation_{table} SET {change}")


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("report", "email = ''"),
        ("report", "told_at = now()"),
        ("worry", "phone = '', email = '', name = ''"),
        ("worry", "answer_mailed_at = now()"),
    ],
)
def test_addresses_can_be_forgotten(table: str, change: str, rows: None) -> None:
    run(f"UPDATE moderation_{table} SET {change}")


# --- Nonsense ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"part": "whatever"}, "hiding_part_known"),
        ({"facts": ""}, "hiding_has_facts"),
        ({"answer": "Zonder dag"}, "hiding_answer_complete"),
        ({"keep_reason": "Zonder dag"}, "hiding_kept_with_reason"),
        ({"lift_reason": "Zonder dag"}, "hiding_lifted_with_reason"),
        ({}, "hiding_once"),
    ],
)
def test_hiding_without_sense_is_refused(fields: dict[str, Any], constraint: str, hiding: Hiding) -> None:
    sound = {"subject": hiding.subject, "part": "", "ground": hiding.ground, "facts": "Feiten.", "by": hiding.by}
    entry = make_entry(subject=hiding.subject)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Hiding.objects.create(**sound | {"entry": entry} | fields)

    assert Hiding.objects.create(**sound | {"entry": entry, "part": "news:1"}).pk


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"reason": "unknown"}, "report_reason_known"),
        ({"part": "photo:"}, "report_part_known"),
        ({"outcome": "unknown"}, "report_outcome_known"),
        ({"outcome": "left", "answer": "Mag."}, "report_settled_by_somebody"),
        ({"passed_at": timezone.now()}, "report_passed_by_somebody"),
        ({"pass_note": "Kijk."}, "report_passed_by_somebody"),
    ],
)
def test_report_without_sense_is_refused(fields: dict[str, Any], constraint: str, report: Report) -> None:
    receipt = give_receipt(kind=ReceiptKind.REPORT, text="Iets")
    sound = {"subject": report.subject, "reason": "other", "receipt": receipt}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Report.objects.create(**sound | fields)

    assert Report.objects.create(**sound).pk


def test_report_that_stays_has_a_reason(report: Report, milan: User) -> None:
    with pytest.raises(IntegrityError, match="report_left_with_reason"):
        run(f"UPDATE moderation_report SET outcome = 'left', settled_at = now(), settled_by_id = {milan.pk}")

    assert leave_report(report=report, actor=milan, reason="Mag.").answer == "Mag."


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"user": None, "email": ""}, "block_of_one_person"),
        ({"email": "ook@voorbeeld.example"}, "block_of_one_person"),
        ({"owner": None}, "block_of_portal_has_reason_and_end"),
        ({"owner": None, "reason": "Reclame."}, "block_of_portal_has_reason_and_end"),
        ({"ends_at": timezone.now() + dt.timedelta(days=7)}, "block_of_portal_has_reason_and_end"),
        ({"ends_at": timezone.now() - dt.timedelta(days=7)}, "block_ends_later|block_of_portal"),
        ({"owner": "user"}, "block_of_somebody_else"),
    ],
)
def test_block_without_sense_is_refused(fields: dict[str, Any], constraint: str, fatima: User, bram: User) -> None:
    sound = {"owner": fatima, "by": fatima, "user": bram, "label": "Bram"}
    fields = {name: bram if value == "user" else value for name, value in fields.items()}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Block.objects.create(**sound | fields)

    assert Block.objects.create(**sound).pk
    with pytest.raises(IntegrityError, match="block_user_once"), transaction.atomic():
        Block.objects.create(**sound)


def test_worry_has_words_and_one_address(rows: None, bram: User) -> None:
    for change, constraint in (("name = 'Bram'", "worry_author_has_one_address"),):
        with pytest.raises(IntegrityError, match=constraint):
            run(f"UPDATE moderation_worry SET {change}")

    assert Worry.objects.get().author == bram


def test_hidden_subject_is_never_public(hiding: Hiding) -> None:
    with pytest.raises(IntegrityError, match="subject_hidden_is_not_public"):
        run("UPDATE activity_subject SET is_public = true")

    assert Subject.objects.get().hidden_at == hiding.created_at


def test_ground_that_was_used_stays(hiding: Hiding) -> None:
    with pytest.raises(ProtectedError):
        HidingGround.objects.get(pk=hiding.ground_id).delete()
