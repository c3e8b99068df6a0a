"""Owner and contact person write to each other; every message of the owner has a receipt and gets an answer."""

import datetime as dt
import uuid

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from gemeente.activity.models import Entry, Receipt
from gemeente.cases.actions import close_case, decline_help, send_message
from gemeente.cases.enums import CasePart, CaseState
from gemeente.cases.models import CaseFile, CaseMessage, CasePerson
from gemeente.lib.errors import Refused
from gemeente.users.models import User
from tests.gemeente.cases.stages import at_state, reread, spoke, told

ASK = "Mag de schutting weg?"


@pytest.fixture
def held(case: CaseFile, noor: User, monday: time_machine.Traveller) -> CaseFile:
    """Noor has the case and spoke the owner, an hour ago."""
    at_state(case, CaseState.CLAIMED, noor)
    spoke(case)
    monday.shift(dt.timedelta(hours=1))
    return reread(case)


def test_message_of_the_owner_gives_a_receipt_with_copy(held: CaseFile, fatima: User) -> None:
    message = send_message(case=held, actor=fatima, text=f" {ASK} ")

    receipt = Receipt.objects.get(kind="message")
    assert (message.receipt, message.is_from_owner) == (receipt, True)
    assert (receipt.text, receipt.person, receipt.subject_id) == (ASK, fatima, held.subject_id)
    assert told("message_from_owner") == ["Noor Jansen"]
    assert Entry.objects.get(verb="message_sent").changes == {}


def test_message_of_the_contact_person_tells_the_owner(held: CaseFile, noor: User) -> None:
    message = send_message(case=held, actor=noor, text="Ja, dat mag.")

    assert (message.receipt, message.is_from_owner) == (None, False)
    assert told("message_from_contact") == ["Fatima Jansen"]


def test_message_sent_twice_is_one(held: CaseFile, fatima: User) -> None:
    key = uuid.uuid4()

    sent = [send_message(case=held, actor=fatima, text=ASK, submission_key=key) for _ in range(2)]

    assert (sent[0], CaseMessage.objects.count(), Receipt.objects.filter(kind="message").count()) == (sent[1], 1, 1)


def test_other_words_in_the_same_form_are_another_message(held: CaseFile, fatima: User) -> None:
    key = uuid.uuid4()

    for text in (ASK, "En nog iets: mag het hek open?"):
        send_message(case=held, actor=fatima, text=text, submission_key=key)

    assert (CaseMessage.objects.count(), Receipt.objects.filter(kind="message").count()) == (2, 2)


def test_colleague_and_stranger_cannot_write(held: CaseFile, karim: User, bram: User, noor: User) -> None:
    for actor in (karim, bram):
        with pytest.raises(Refused):
            send_message(case=held, actor=actor, text=ASK)

    assert send_message(case=held, actor=noor, text=ASK).pk


def test_new_case_takes_a_message_for_who_looks_first(case: CaseFile, fatima: User) -> None:
    send_message(case=case, actor=fatima, text=ASK)

    assert told("message_from_owner") == ["Noor Jansen"]


def test_closed_case_takes_no_message(held: CaseFile, noor: User, fatima: User) -> None:
    close_case(case=held, actor=noor, result="Klaar.")

    with pytest.raises(Refused, match="Open het contact eerst weer"):
        send_message(case=held, actor=fatima, text=ASK)


# --- An answer is owed ------------------------------------------------------------------------------------------------
def test_answer_is_owed_within_the_term_of_a_first_contact(held: CaseFile, fatima: User) -> None:
    before = held.due_on

    send_message(case=held, actor=fatima, text=ASK)

    assert (before, reread(held).due_on) == (None, dt.date(2026, 3, 5))


@pytest.mark.parametrize("answer", ["message", "call"])
def test_answer_settles_it(
    held: CaseFile, fatima: User, noor: User, answer: str, monday: time_machine.Traveller
) -> None:
    send_message(case=held, actor=fatima, text=ASK)
    monday.shift(dt.timedelta(hours=1))

    if answer == "message":
        send_message(case=held, actor=noor, text="Ja.")
    else:
        spoke(held)

    assert reread(held).due_on is None


def test_second_question_does_not_postpone_the_first(
    held: CaseFile, fatima: User, monday: time_machine.Traveller
) -> None:
    send_message(case=held, actor=fatima, text=ASK)
    monday.shift(dt.timedelta(days=1))

    send_message(case=held, actor=fatima, text="En de heg?")

    assert reread(held).due_on == dt.date(2026, 3, 5)


def test_case_with_an_open_question_is_not_closed(
    held: CaseFile, fatima: User, noor: User, monday: time_machine.Traveller
) -> None:
    monday.shift(dt.timedelta(hours=1))
    send_message(case=held, actor=fatima, text=ASK)

    with pytest.raises(Refused, match="schreef je nog iets"):
        close_case(case=held, actor=noor, result="Klaar.")
    monday.shift(dt.timedelta(hours=1))
    send_message(case=held, actor=noor, text="Ja, dat mag.")

    assert close_case(case=held, actor=noor, result="Klaar.").state == "closed"


# --- A helper speaks for the owner ------------------------------------------------------------------------------------
def test_helper_writes_in_the_owners_name(held: CaseFile, wilma: User) -> None:
    CasePerson.objects.create(case=held, user=wilma, part=CasePart.HELPER)

    message = send_message(case=held, actor=wilma, text=ASK)

    assert (message.is_from_owner, message.receipt.person) == (True, wilma)


# --- Choices have receipts too ----------------------------------------------------------------------------------------
def test_choice_of_the_owner_gives_a_receipt(held: CaseFile, fatima: User) -> None:
    decline_help(case=held, actor=fatima, reason="We redden het.")

    receipt = Receipt.objects.get(kind="choice")
    assert (receipt.person, receipt.text) == (fatima, "Ik heb de gemeente niet nodig\n\nWe redden het.")


# --- The database -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("sql", ["UPDATE cases_casemessage SET text = 'x'", "DELETE FROM cases_casemessage"])
def test_message_stays_as_it_was_written(held: CaseFile, fatima: User, sql: str) -> None:
    send_message(case=held, actor=fatima, text=ASK)

    with pytest.raises(IntegrityError, match="only ever added"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)

    assert CaseMessage.objects.get().text == ASK


def test_database_wants_a_receipt_for_every_message_of_an_owner(held: CaseFile, fatima: User) -> None:
    fields = {"case": held, "author": fatima, "text": ASK}

    with pytest.raises(IntegrityError, match="has_receipt"), transaction.atomic():
        CaseMessage.objects.create(**fields, is_from_owner=True)

    assert CaseMessage.objects.create(**fields, is_from_owner=False).pk
