"""The log, following and telling."""

from collections.abc import Callable
from unittest.mock import Mock

import pytest
from django.core.mail import EmailMessage
from django.db import DatabaseError, connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from gemeente.activity.actions import (
    accept_mail,
    follow,
    mark_notices_read,
    notify,
    record,
    refuse_mail,
    unfollow,
)
from gemeente.activity.delivery import send_notice
from gemeente.activity.models import Entry, Follow, MailRefusal, Notice
from gemeente.activity.verbs import Verb, get_verb, register_verbs
from gemeente.users.models import User
from tests.factories.activity import PLANTED, TEMPLATE, SubjectFactory, make_entry, make_notice
from tests.factories.users import UserFactory


# --- The log ----------------------------------------------------------------------------------------------------------
def test_record_keeps_who_what_and_values(fatima: User) -> None:
    subject = SubjectFactory()

    entry = record(actor=fatima, verb=PLANTED, subject=subject, changes={"number": (1, 2)})

    kept = Entry.objects.get(pk=entry.pk)
    assert (kept.actor, kept.subject, kept.person, kept.visibility) == (fatima, subject, None, "public")
    assert kept.changes == {"number": [1, 2]}
    assert kept.sentence == "plantte een boom"


def test_record_refuses_a_field_that_is_not_listed(db: None) -> None:
    with pytest.raises(ValueError, match="test_planted may not log phone"):
        make_entry(changes={"phone": (None, "06")})

    assert not Entry.objects.exists()


def test_verb_has_one_owner() -> None:
    register_verbs(PLANTED)

    with pytest.raises(ValueError, match="registered twice"):
        register_verbs(Verb("test_planted", "plantte iets anders"))
    assert get_verb("test_planted") is PLANTED


CHANGES = [
    "UPDATE activity_entry SET verb = 'niets'",
    "DELETE FROM activity_entry",
    "TRUNCATE activity_entry CASCADE",
]


@pytest.mark.parametrize("sql", CHANGES)
def test_log_can_only_grow(db: None, sql: str) -> None:
    entry = make_entry()
    cursor = connection.cursor()
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        cursor.execute(sql)

    assert Entry.objects.get().verb == entry.verb


def test_log_can_only_grow_through_the_models_too(db: None) -> None:
    entry = make_entry()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.delete()


# --- Following --------------------------------------------------------------------------------------------------------
def test_follow_twice_is_once_and_unfollow_ends_it(fatima: User) -> None:
    subject = SubjectFactory()

    follow(user=fatima, subject=subject)
    follow(user=fatima, subject=subject)
    assert Follow.objects.count() == 1
    unfollow(user=fatima, subject=subject)
    unfollow(user=fatima, subject=subject)

    assert not Follow.objects.exists()


# --- Telling ----------------------------------------------------------------------------------------------------------
def test_notify_tells_each_person_once(fatima: User, bram: User) -> None:
    entry = make_entry()

    notify(entry=entry, recipients=[fatima, bram, fatima], template=TEMPLATE)

    assert sorted(Notice.objects.values_list("recipient", flat=True)) == sorted([fatima.pk, bram.pk])


def test_notify_skips_closed_accounts(fatima: User) -> None:
    fatima.is_active = False

    notify(entry=make_entry(), recipients=[fatima], template=TEMPLATE)

    assert not Notice.objects.exists()


def test_job_stands_in_the_same_transaction(fatima: User) -> None:
    with transaction.atomic():
        make_notice(fatima)
        jobs = ProcrastinateJob.objects.count()
        transaction.set_rollback(True)

    assert jobs == 1
    assert (Notice.objects.count(), ProcrastinateJob.objects.count()) == (0, 0)


def test_worker_mails_once_however_often_it_runs(
    fatima: User, mailoutbox: list[EmailMessage], run_jobs: Callable[[], int]
) -> None:
    notice = make_notice(fatima)
    assert mailoutbox == []

    assert run_jobs() == 1
    assert send_notice(notice.pk) is False
    again = send_notice(notice.pk)

    assert (again, len(mailoutbox)) == (False, 1)
    assert Notice.objects.get().mailed_at is not None


def test_refused_kind_is_not_mailed_but_stays_in_the_portal(fatima: User, mailoutbox: list[EmailMessage]) -> None:
    refuse_mail(user=fatima, template=TEMPLATE)
    refuse_mail(user=fatima, template=TEMPLATE)
    notice = make_notice(fatima)

    assert (send_notice(notice.pk), mailoutbox) == (False, [])
    assert (MailRefusal.objects.count(), Notice.objects.count()) == (1, 1)
    accept_mail(user=fatima, template=TEMPLATE)
    assert send_notice(notice.pk)


def test_refusing_one_kind_leaves_others(fatima: User, mailoutbox: list[EmailMessage]) -> None:
    refuse_mail(user=fatima, template=TEMPLATE)

    send_notice(make_notice(fatima, template="new_case").pk)

    assert len(mailoutbox) == 1


@pytest.mark.parametrize("change", [{"email": None}, {"is_active": False}])
def test_who_has_no_address_or_left_gets_no_mail(fatima: User, mailoutbox: list[EmailMessage], change: dict) -> None:
    notice = make_notice(fatima)
    User.objects.filter(pk=fatima.pk).update(**change)

    assert (send_notice(notice.pk), mailoutbox) == (False, [])


def test_mail_that_fails_is_tried_again(
    fatima: User, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = make_notice(fatima)
    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMessage.send", Mock(side_effect=OSError("stuk")))
        with pytest.raises(OSError, match="stuk"):
            send_notice(notice.pk)

    assert Notice.objects.get().mailed_at is None
    assert send_notice(notice.pk)
    assert len(mailoutbox) == 1


def test_read_marks_only_what_was_on_the_page(fatima: User, bram: User) -> None:
    first, theirs, later = make_notice(fatima), make_notice(bram), make_notice(fatima)

    mark_notices_read(user=fatima, up_to=theirs.pk)

    unread = Notice.objects.filter(read_at=None)
    assert {notice.pk for notice in unread} == {theirs.pk, later.pk}
    assert first.pk not in {notice.pk for notice in unread}


def test_erasing_forgets_what_was_for_her_eyes(fatima: User) -> None:
    from gemeente.activity.personal_data import erase_activity

    make_notice(fatima)
    refuse_mail(user=fatima, template=TEMPLATE)
    follow(user=fatima, subject=SubjectFactory())
    bystander = UserFactory()
    make_notice(bystander)

    erase_activity(fatima)

    left = [Notice.objects.filter(recipient=fatima), Follow.objects.all(), MailRefusal.objects.all()]
    assert [rows.exists() for rows in left] == [False, False, False]
    assert Notice.objects.filter(recipient=bystander).exists()
