"""Documents of a wijk. What comes in here was checked by lib.documents."""

import uuid
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.activity.models import Subject
from gemeente.lib.documents import CleanDocument
from gemeente.lib.errors import Refused
from gemeente.lib.submissions import submission
from gemeente.moderation.brakes import refuse_paused
from gemeente.places.models import Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from wijken.models import WijkDocument
from wijken.policies import can_manage_documents
from wijken.verbs import DOCUMENT_ADDED, DOCUMENT_REMOVED


@transaction.atomic
def add_document(
    *,
    wijk: Wijk,
    actor: User,
    document: CleanDocument,
    title: str,
    subject: Subject | None = None,
    form_key: uuid.UUID | None = None,
) -> WijkDocument:
    """Put a checked document on the page of a wijk, or with one of its subjects. The same form twice adds one.

    Raises Refused for who is not on the board, for who must be silent, and where there is no room.
    """
    if not can_manage_documents(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van dit WOP kan hier documenten neerzetten."))
    refuse_paused(actor)
    made = keep_document(wijk=wijk, document=document, title=title, subject=subject, form_key=form_key)
    about = subject or subject_of_wop(wijk)
    record(actor=actor, verb=DOCUMENT_ADDED, subject=about, changes={"wijk": (None, wijk.name)})
    return made


@transaction.atomic
def keep_document(
    *,
    wijk: Wijk,
    document: CleanDocument,
    title: str,
    subject: Subject | None = None,
    form_key: uuid.UUID | None = None,
    most: RuleName = RuleName.WIJK_DOCUMENTS,
) -> WijkDocument:
    """Store a checked document of a wijk: the one way in. For actions that ask themselves who may, and that record it.

    `most` is the rule that bounds their number: of those on the page together, and of those of each subject. Raises
    Refused where there is no room.
    """
    Wijk.objects.select_for_update(no_key=True).only("pk").get(pk=wijk.pk)
    key = submission(form_key, title, document.name, str(len(document.data)))
    if same := WijkDocument.objects.filter(submission_key=key).first():
        return same
    beside = WijkDocument.objects.filter(wijk=wijk, subject=subject)
    if beside.count() >= rule(most):
        raise Refused(_("Er is geen plek meer voor documenten. Haal er eerst een weg."))
    made = WijkDocument(
        wijk=wijk,
        subject=subject,
        submission_key=key,
        title=title,
        name=document.name,
        size=len(document.data),
        checked_at=timezone.now(),
    )
    made.file.save(f"{made.key.hex}.pdf", ContentFile(document.data), save=False)
    made.save(force_insert=True)
    return made


@transaction.atomic
def remove_document(*, document: WijkDocument, actor: User) -> None:
    """Take a document away. Raises Refused for who is not on the board of its wijk."""
    if not can_manage_documents(actor, document.wijk_id):
        raise Refused(_("Alleen het bestuur van dit WOP kan dit document weghalen."))
    wijk = document.wijk
    about = document.subject or subject_of_wop(wijk)
    record(actor=actor, verb=DOCUMENT_REMOVED, subject=about, changes={"wijk": (None, wijk.name)})
    forget_document(document)


def forget_document(document: WijkDocument) -> None:
    """Delete a document; its file goes once the transaction is committed."""
    transaction.on_commit(partial(document.file.storage.delete, document.file.name or ""))
    document.delete()


def subject_of_wop(wijk: Wijk) -> Subject | None:
    """What the log calls the page of a wijk: its WOP, where there is one."""
    return Subject.objects.filter(wop__wijk=wijk).first()
