"""What happens to an initiative when its owner says goodbye: to a helper, away, or (by itself) on without a name."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import follow, notify, record
from gemeente.activity.models import Follow, Subject
from gemeente.cases.actions import end_case
from gemeente.lib.errors import Refused
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of, keep_people_in_step, keep_subject_true
from initiatives.actions.counts import count_again, count_given
from initiatives.actions.documents import forget_document
from initiatives.actions.inquiries import count_inquiries
from initiatives.actions.locking import locked
from initiatives.actions.pausing import end_pause
from initiatives.actions.photos import forget_cards, forget_photo
from initiatives.actions.planning import forget_plan
from initiatives.actions.standing import STANDING, stand_at
from initiatives.models import (
    Document,
    Helper,
    Initiative,
    Inquiry,
    Need,
    Offer,
    Participation,
    ParticipationRequest,
    Photo,
    Pledge,
    SavedHit,
    Share,
    ThanksName,
    Update,
    Version,
    WijkAnswer,
)
from initiatives.notices import HANDED_TO_YOU
from initiatives.outdoor_policies import can_withdraw_for_owner
from initiatives.policies import can_leave_initiative
from initiatives.verbs import HANDED_OVER, WITHDRAWN

EMPTY_TITLE = "Teruggetrokken"


@transaction.atomic
def hand_over(*, initiative: Initiative, actor: User, helper: Helper) -> Initiative:
    """Make an accepted helper the owner, with the case and all. Raises Refused for anybody but the owner."""
    initiative = locked(initiative)
    chosen = next((one for one in initiative.active_helpers if one.pk == helper.pk), None)
    if not can_leave_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan een initiatief overdragen."))
    if chosen is None or chosen.user is None:
        raise Refused(_("Deze persoon helpt hier niet meer. Kies opnieuw."))
    pass_on(initiative, chosen, chosen.user)
    entry = record(actor=actor, verb=HANDED_OVER, subject=initiative.subject)
    notify(entry=entry, recipients=[initiative.owner], template=HANDED_TO_YOU)
    return initiative


def pass_on(initiative: Initiative, helper: Helper, user: User) -> None:
    """Make somebody with a right the owner, with the case and all; what was offered ends. Expects it to be locked."""
    now = timezone.now()
    Helper.objects.filter(pk=helper.pk).update(ended_at=now)
    Offer.objects.open().filter(initiative=initiative).update(ended_at=now)
    initiative.owner = user
    initiative.save(update_fields=["owner"])
    hear(initiative)
    keep_people_in_step(initiative)
    assert initiative.subject is not None
    follow(user=user, subject=initiative.subject)


@transaction.atomic
def withdraw_initiative(*, initiative: Initiative, actor: User) -> Initiative:
    """Take text, photos and news away for good: no page, an ended case, and an emptied row for the archive.

    Raises Refused for anybody but the owner, and for an owner without an account who hears her by phone or letter.
    """
    initiative = locked(initiative)
    if not can_leave_initiative(actor, initiative) and not can_withdraw_for_owner(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan een initiatief weghalen."))
    assert initiative.case is not None
    end_case(case=initiative.case, actor=initiative.owner)
    record(actor=actor, verb=WITHDRAWN, subject=initiative.subject, person=in_name_of(initiative, actor))
    forget_contents(initiative)
    empty_row(initiative)
    return initiative


def forget_contents(initiative: Initiative) -> None:
    """Delete what hangs on it: photos, documents, news, questions, neighbours, needs, numbers and signed cards.

    Helpers stop.
    """
    for photo in Photo.objects.filter(initiative=initiative):
        forget_photo(photo)
    for document in Document.objects.filter(initiative=initiative):
        forget_document(document)
    taking_part = (ThanksName, Participation, ParticipationRequest, Pledge)
    for rows in (Update, Inquiry, *taking_part, Need, Share, Offer, Version, SavedHit, WijkAnswer):
        rows.objects.filter(initiative=initiative).delete()
    Follow.objects.filter(subject=initiative.subject_id).delete()
    forget_cards(initiative)
    Helper.objects.filter(initiative=initiative, ended_at=None).update(ended_at=timezone.now(), email="", name="")
    keep_people_in_step(initiative)
    count_again(initiative)
    count_given(initiative)
    forget_plan(initiative)
    count_inquiries(initiative)


def empty_row(initiative: Initiative) -> None:
    """Leave nothing of it but that it was there, in which wijk and how far it came."""
    initiative.title, initiative.withdrawn_at, initiative.quiet_since = EMPTY_TITLE, timezone.now(), None
    told = ("summary", "own_share", "needs", "outcome", "story", "follow_up", "organisation")
    texts = (*told, "place_text", "source_url", "needs_line")
    for name in texts:
        setattr(initiative, name, "")
    initiative.is_open_for_help, initiative.shown_names, initiative.version_count = False, {}, 0
    initiative.longitude = initiative.latitude = initiative.photo = initiative.werkwijze = None
    stand_at(initiative, None)
    others = (*STANDING, "longitude", "latitude", "photo", "is_open_for_help", "shown_names", "version_count")
    if initiative.is_paused:
        end_pause(initiative)
    initiative.save(update_fields=["title", "withdrawn_at", "quiet_since", *texts, *others])
    keep_subject_true(initiative)
    Subject.objects.filter(initiative=initiative).update(is_public=False, hidden_at=None)
