"""What nobody said yes to: unconfirmed support, and plans written down for who never answered (AVG art. 5)."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from gemeente.accounts.actions import close_account
from gemeente.activity.actions import record
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from initiatives.actions.documents import forget_document
from initiatives.actions.locking import for_each, locked
from initiatives.actions.photos import forget_cards, forget_photo
from initiatives.models import DroppedReference, Initiative, ParticipationRequest
from initiatives.verbs import NOTE_FORGOTTEN

REQUEST_DAYS = 7  # how long a visitor can confirm


def purge_participation_requests() -> int:
    """Forget requests that nobody confirmed in time; returns how many."""
    limit = timezone.now() - dt.timedelta(days=REQUEST_DAYS)
    return ParticipationRequest.objects.filter(created_at__lt=limit).delete()[0]


def forget_old_notes() -> int:
    """Wipe what was written down too long ago without a yes, with who it is of; returns how many.

    Who got the link lately, or said yes and waits for a letter, is not forgotten yet.
    """
    limit = timezone.now() - dt.timedelta(days=rule(RuleName.NOTE_DAYS))
    return for_each(Initiative.objects.unanswered_since(limit), forget_unanswered)


@transaction.atomic
def forget_unanswered(*, initiative: Initiative) -> bool:
    """Wipe a concept and its person, unless she said yes by now; says whether it did."""
    initiative = locked(initiative)
    if not Initiative.objects.unanswered_since(timezone.now()).filter(pk=initiative.pk).exists():
        return False
    record(actor=None, verb=NOTE_FORGOTTEN, changes={"number": (None, initiative.note_number)})
    wipe_note(initiative)
    return True


def wipe_note(initiative: Initiative) -> None:
    """Delete a concept on paper, and its person too where this was all there is of her."""
    if initiative.owner.initiatives.exclude(pk=initiative.pk).exists():
        wipe_concept(initiative)
    else:
        close_account(user=initiative.owner)


def wipe_concept(concept: Initiative) -> None:
    """Delete what was never online, with its photos and signed cards; brought over from elsewhere it stays away."""
    for photo in concept.photos.all():
        forget_photo(photo)
    for document in concept.documents.all():
        forget_document(document)
    forget_cards(concept)
    if concept.reference:
        DroppedReference.objects.get_or_create(reference=concept.reference)
    concept.delete()
