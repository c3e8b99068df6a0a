"""Proof that a message arrived: number, time and copy, mailed once and never changed."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from gemeente.accounts.actions import close_account
from gemeente.activity.actions import give_receipt
from gemeente.activity.delivery import send_receipt
from gemeente.activity.enums import ReceiptKind
from gemeente.activity.models import Receipt
from gemeente.activity.personal_data import export_activity
from gemeente.users.models import User
from tests.factories.activity import SubjectFactory

TEXT = "De lantaarn bij nummer 12 is stuk.\n\nKan iemand <b>kijken</b>?"


def receipt_of(person: User | None = None, **fields: Any) -> Receipt:
    """A message that arrived."""
    return give_receipt(**({"kind": ReceiptKind.MESSAGE, "text": TEXT, "person": person} | fields))


@time_machine.travel(dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC), tick=False)
def test_number_has_the_year_of_capelle(fatima: User) -> None:
    receipt = receipt_of(fatima)

    assert receipt.number == f"B2027-{receipt.pk:05d}"


@time_machine.travel(dt.datetime(2026, 6, 15, 10, 5, tzinfo=dt.UTC), tick=False)
def test_mail_has_number_time_and_copy(fatima: User, mailoutbox: list[EmailMessage]) -> None:
    receipt = receipt_of(fatima, subject=SubjectFactory(title="Tuin & bank"))

    assert send_receipt(receipt.pk)

    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["fatima@voorbeeld.example"], f"Je bericht is aangekomen: {receipt.number}")
    assert "15 juni 2026 om 12.05 uur (Bericht)" in mail.body
    assert "Het gaat over: Tuin & bank." in mail.body
    assert "De lantaarn bij nummer 12 is stuk." in mail.body
    assert "<b>kijken</b>" in mail.body
    assert "&lt;b&gt;kijken&lt;/b&gt;" in mail.alternatives[0][0]
    assert "/mijn/ontvangst/" in mail.body


def test_mail_leaves_once(fatima: User, mailoutbox: list[EmailMessage], run_jobs: Any) -> None:
    receipt = receipt_of(fatima)

    run_jobs()

    assert (len(mailoutbox), send_receipt(receipt.pk)) == (1, False)
    assert len(mailoutbox) == 1
    assert Receipt.objects.get(pk=receipt.pk).mailed_at is not None


def test_message_that_is_rolled_back_leaves_nothing(fatima: User, run_jobs: Any) -> None:
    with transaction.atomic():
        receipt_of(fatima)
        transaction.set_rollback(True)

    assert (Receipt.objects.count(), run_jobs()) == (0, 0)


def test_visitor_is_mailed_at_the_address_she_gave(db: None, mailoutbox: list[EmailMessage]) -> None:
    receipt = receipt_of(email="buur@voorbeeld.example")

    assert send_receipt(receipt.pk)

    assert mailoutbox[0].to == ["buur@voorbeeld.example"]
    assert (receipt.number in mailoutbox[0].subject, TEXT in mailoutbox[0].body) == (True, False)
    assert "/mijn/ontvangst/" not in mailoutbox[0].body


def test_mail_speaks_the_language_she_wrote_in(fatima: User, mailoutbox: list[EmailMessage]) -> None:
    with translation.override("en"):
        receipt = receipt_of(fatima)

    send_receipt(receipt.pk)

    assert receipt.language == "en"
    assert "/en/mijn/ontvangst/" in mailoutbox[0].body


def test_without_an_address_no_mail_leaves(db: None, fatima: User, mailoutbox: list[EmailMessage]) -> None:
    nobody, gone = receipt_of(), receipt_of(fatima)
    close_account(user=fatima)

    assert [send_receipt(nobody.pk), send_receipt(gone.pk), send_receipt(999_999)] == [False, False, False]
    assert mailoutbox == []


def test_export_holds_her_receipts_only(fatima: User, bram: User) -> None:
    receipt_of(fatima)

    assert [row["text"] for row in export_activity(fatima)["receipts"]] == [TEXT]
    assert export_activity(bram)["receipts"] == []


# --- It stays as it was written ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "change",
    [
        "text = 'Anders'",
        "kind = 'worry'",
        "created_at = now()",
        "language = 'en'",
        "subject_id = (SELECT max(id) FROM activity_subject)",
        "id = id + 1",
    ],
)
def test_database_refuses_another_text(fatima: User, change: str) -> None:
    SubjectFactory()
    receipt = receipt_of(fatima)

    with pytest.raises(IntegrityError, match="stays as it was written"), transaction.atomic():
        connection.cursor().execute(f"UPDATE activity_receipt SET {change}")

    assert Receipt.objects.get() == receipt
    assert Receipt.objects.get().text == TEXT


@pytest.mark.parametrize("sql", ["DELETE FROM activity_receipt", "TRUNCATE activity_receipt CASCADE"])
def test_database_refuses_to_forget(fatima: User, sql: str) -> None:
    receipt_of(fatima)
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")  # else the row just written stands in the way

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        connection.cursor().execute(sql)

    assert Receipt.objects.count() == 1


def test_mailing_and_whose_it_is_may_change(fatima: User, bram: User) -> None:
    receipt_of(fatima)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE activity_receipt SET mailed_at = now(), person_id = %s", [bram.pk])

    assert Receipt.objects.get().person == bram


def test_database_knows_the_kinds(fatima: User) -> None:
    with pytest.raises(IntegrityError, match="receipt_kind_known"), transaction.atomic():
        Receipt.objects.create(person=fatima, kind="brief", text=TEXT)
