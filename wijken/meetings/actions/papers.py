"""Papers on the table. What comes in here was checked by lib.documents."""

from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.lib.documents import CleanDocument
from gemeente.lib.errors import Refused
from gemeente.moderation.brakes import refuse_paused
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from wijken.meetings.actions.meetings import locked
from wijken.meetings.models import Meeting, MeetingDocument
from wijken.meetings.policies import can_add_documents
from wijken.meetings.verbs import PAPER_ADDED, PAPER_REMOVED


@transaction.atomic
def add_paper(*, meeting: Meeting, actor: User, document: CleanDocument, title: str) -> MeetingDocument:
    """Lay a checked PDF on the table, for everybody: the one way in.

    Raises Refused for who is not of the WOP, for who must be silent, and where there is no room.
    """
    meeting = laid_by(meeting, actor)
    refuse_paused(actor)
    if meeting.documents.count() >= rule(RuleName.MEETING_DOCUMENTS):
        raise Refused(_("Er is geen plek meer voor stukken. Haal er eerst een weg."))
    made = MeetingDocument(
        meeting=meeting, title=title, name=document.name, size=len(document.data), checked_at=timezone.now()
    )
    made.file.save(f"{made.key.hex}.pdf", ContentFile(document.data), save=False)
    made.save(force_insert=True)
    record(actor=actor, verb=PAPER_ADDED, subject=meeting.subject)
    return made


@transaction.atomic
def remove_paper(*, paper: MeetingDocument, actor: User) -> None:
    """Take a paper away; its file goes once the transaction is committed. Raises Refused for who is not of the WOP."""
    meeting = laid_by(paper.meeting, actor)
    transaction.on_commit(partial(paper.file.storage.delete, paper.file.name or ""))
    paper.delete()
    record(actor=actor, verb=PAPER_REMOVED, subject=meeting.subject)


def laid_by(meeting: Meeting, actor: User) -> Meeting:
    """The meeting, locked, with which somebody may lay papers. Raises Refused."""
    meeting = locked(meeting)
    if not can_add_documents(actor, meeting):
        raise Refused(_("Alleen het WOP van deze wijk legt stukken op tafel."))
    return meeting
