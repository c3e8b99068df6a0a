"""Writing the log and telling people. Higher apps call these inside their own actions, in the same transaction."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from gemeente.activity.enums import ReceiptKind
from gemeente.activity.models import Entry, Follow, MailRefusal, Notice, Receipt, Subject
from gemeente.activity.tasks import deliver_notice, deliver_receipt
from gemeente.activity.verbs import Verb
from gemeente.users.models import User

Changes = dict[str, tuple[Any, Any]]


def record(
    *,
    actor: User | None,
    verb: Verb,
    subject: Subject | None = None,
    person: User | None = None,
    changes: Changes | None = None,
) -> Entry:
    """Add an entry to the log: who did what, to which subject or person, and old and new values of allowed fields.

    Raises ValueError for a field that the verb does not list: no text and no contact data may slip into the log.
    """
    changes = changes or {}
    if unlisted := changes.keys() - verb.fields:
        raise ValueError(f"{verb.name} may not log {', '.join(sorted(unlisted))}")
    return Entry.objects.create(
        actor=actor,
        verb=verb.name,
        subject=subject,
        person=person,
        visibility=verb.visibility,
        changes={field: [_plain(old), _plain(new)] for field, (old, new) in changes.items()},
    )


def _plain(value: Any) -> str | int | bool | None:
    return value if value is None or isinstance(value, int) else str(value)


@transaction.atomic
def notify(*, entry: Entry, recipients: Iterable[User], template: str, path: str = "") -> None:
    """Tell people of an event: once each, whatever happens twice.

    `template` names a text in templates/notices/, `path` (in Dutch) is where its button leads: to the subject when
    empty. The mails leave through the worker once the transaction is committed.
    """
    people = {user.pk for user in recipients if user.is_active}
    if not people:
        return
    rows = [Notice(recipient_id=pk, entry=entry, template=template, path=path) for pk in sorted(people)]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    waiting = Notice.objects.filter(entry=entry, template=template, mailed_at=None).values_list("pk", flat=True)
    jobs: list[dict[str, Any]] = [{"notice_id": pk} for pk in waiting]
    deliver_notice.batch_defer(*jobs)


@transaction.atomic
def give_receipt(
    *, kind: ReceiptKind, text: str, person: User | None = None, email: str = "", subject: Subject | None = None
) -> Receipt:
    """Keep what a resident sent to the gemeente, and mail her number, time and copy where she has an address.

    Call it in the transaction that takes the message in. `email` is of a visitor; a known person is mailed at her own.
    """
    receipt = Receipt.objects.create(
        person=person, email=email, kind=kind, subject=subject, text=text, language=get_language() or "nl"
    )
    deliver_receipt.defer(receipt_id=receipt.pk)
    return receipt


@transaction.atomic
def follow(*, user: User, subject: Subject) -> None:
    """Let a person hear of a subject; doing it twice changes nothing."""
    Follow.objects.bulk_create([Follow(user=user, subject=subject)], ignore_conflicts=True)


@transaction.atomic
def unfollow(*, user: User, subject: Subject) -> None:
    """Stop telling a person of a subject."""
    Follow.objects.filter(user=user, subject=subject).delete()


@transaction.atomic
def mark_notices_read(*, user: User, up_to: int) -> None:
    """Mark what a person has seen: her unread notices up to and including one id."""
    Notice.objects.filter(recipient=user, read_at=None, pk__lte=up_to).update(read_at=timezone.now())


@transaction.atomic
def refuse_mail(*, user: User, template: str) -> None:
    """Send a person no more e-mail of one kind."""
    MailRefusal.objects.get_or_create(user=user, template=template)


@transaction.atomic
def accept_mail(*, user: User, template: str) -> None:
    """Send a person e-mail of one kind again."""
    MailRefusal.objects.filter(user=user, template=template).delete()
