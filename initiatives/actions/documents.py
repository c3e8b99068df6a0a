"""Documents of owners. What comes in here was checked by lib.documents."""

from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.lib.documents import CleanDocument
from gemeente.lib.errors import Refused
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of
from initiatives.actions.locking import locked
from initiatives.actions.photos import showable
from initiatives.models import Document, Initiative, Update
from initiatives.policies import can_remove_photo
from initiatives.verbs import DOCUMENT_REMOVED, DOCUMENT_SHOWN


@transaction.atomic
def add_document(
    *,
    initiative: Initiative,
    actor: User,
    document: CleanDocument,
    title: str,
    is_public: bool,
    update: Update | None = None,
) -> Document:
    """Put a checked document there, for everybody or for the people of the case: the one way in.

    Raises Refused for who may not write here, for who must be silent, and where there is no room.
    """
    initiative = showable(initiative, actor)
    if update and update.initiative_id != initiative.pk:
        raise Refused(_("Dit nieuws staat hier niet meer. Kijk wat er nu staat."))
    if initiative.documents.count() >= rule(RuleName.DOCUMENTS):
        raise Refused(_("Er is geen plek meer voor documenten. Haal er eerst een weg."))
    made = Document(
        initiative=initiative,
        update=update,
        title=title,
        name=document.name,
        size=len(document.data),
        is_public=is_public,
        checked_at=timezone.now(),
    )
    made.file.save(f"{made.key.hex}.pdf", ContentFile(document.data), save=False)
    made.save(force_insert=True)
    hear(initiative)
    if initiative.subject:
        record(
            actor=actor,
            verb=DOCUMENT_SHOWN,
            subject=initiative.subject,
            person=in_name_of(initiative, actor),
            changes={"is_public": (None, is_public)},
        )
    return made


@transaction.atomic
def remove_document(*, document: Document, actor: User) -> None:
    """Take a document away, at any time. Raises Refused for who may not write here."""
    initiative = locked(document.initiative)
    if not can_remove_photo(actor, initiative):
        raise Refused(_("Alleen wie hier schrijft, kan dit document weghalen."))
    hear(initiative)
    if initiative.subject:
        person = in_name_of(initiative, actor)
        record(actor=actor, verb=DOCUMENT_REMOVED, subject=initiative.subject, person=person)
    forget_document(document)


def forget_document(document: Document) -> None:
    """Delete a document; its file goes once the transaction is committed."""
    transaction.on_commit(partial(document.file.storage.delete, document.file.name or ""))
    document.delete()
