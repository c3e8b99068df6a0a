"""Who comes, with an account or through a mailed link; and moments of a spreekuur. In public people are a number."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.actions import register_person
from gemeente.accounts.actions.people import person_at
from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused
from gemeente.moderation.brakes import slow_down
from gemeente.users.models import User
from wijken.meetings.actions.meetings import locked
from wijken.meetings.delivery import sign_off_path
from wijken.meetings.models import Appointment, Meeting, SignUp, SignUpRequest, Slot
from wijken.meetings.notices import COMING, SLOT_BACK, SLOT_TAKEN_NOTICE, path_of, who_runs
from wijken.meetings.policies import can_sign_up, can_take_slot
from wijken.meetings.tasks import mail_confirmation
from wijken.meetings.verbs import SIGNED_OFF, SIGNED_UP, SLOT_GIVEN_BACK, SLOT_TAKEN

KEPT_FOR = dt.timedelta(days=7)  # what was never confirmed


# --- A meeting --------------------------------------------------------------------------------------------------------
@transaction.atomic
def sign_up(*, meeting: Meeting, actor: User) -> SignUp:
    """Come to a meeting. Twice changes nothing. Raises Refused once it began or was called off, and when it is full."""
    meeting = locked(meeting)
    if same := SignUp.objects.filter(meeting=meeting, user=actor).first():
        return same
    refuse_closed(meeting, can_sign_up(actor, meeting))
    if meeting.is_full:
        raise Refused(_("Alle plekken zijn vol."))
    slow_down(actor)
    made = SignUp.objects.create(meeting=meeting, user=actor)
    count_again(meeting)
    record(actor=actor, verb=SIGNED_UP, subject=meeting.subject)
    return made


@transaction.atomic
def sign_off(*, meeting: Meeting, actor: User) -> None:
    """Come no longer. Twice changes nothing; once it began the number stays as it was."""
    meeting = locked(meeting)
    if not meeting.is_to_come:
        return
    gone, _rows = SignUp.objects.filter(meeting=meeting, user=actor).delete()
    if gone:
        count_again(meeting)
        record(actor=actor, verb=SIGNED_OFF, subject=meeting.subject)


def count_again(meeting: Meeting) -> None:
    """Keep the number of who comes. Expects the meeting locked."""
    meeting.sign_up_count = meeting.sign_ups.count()
    meeting.save(update_fields=["sign_up_count"])


def refuse_closed(meeting: Meeting, may: bool) -> None:
    """Say that it is too late. Raises Refused."""
    if not may:
        raise Refused(_("Aanmelden kan hier niet meer."))


# --- A spreekuur ------------------------------------------------------------------------------------------------------
@transaction.atomic
def take_slot(*, slot: Slot, actor: User, topic: str) -> Appointment:
    """Take a free moment. Of two at once one gets it; one person has one moment.

    Raises Refused once it began or was called off, without saying what it is about, for who has a moment already, and
    when somebody else was first.
    """
    meeting = locked(slot.meeting)
    mine = Appointment.objects.filter(meeting=meeting, user=actor).first()
    if mine and mine.slot_id == slot.pk:
        return mine
    refuse_closed(meeting, can_take_slot(actor, meeting))
    if mine:
        raise Refused(_("Je hebt al een moment. Geef dat eerst terug."))
    if not topic.strip():
        raise Refused(_("Schrijf in een paar woorden op waar het over gaat."))
    if Appointment.objects.filter(slot=slot).exists() or not Slot.objects.filter(pk=slot.pk).exists():
        raise Refused(_("Iemand anders was je net voor. Kies een ander moment."))
    slow_down(actor)
    made = Appointment.objects.create(slot=slot, meeting=meeting, user=actor, topic=topic.strip())
    entry = record(actor=actor, verb=SLOT_TAKEN, subject=meeting.subject)
    notify(entry=entry, recipients=who_runs(meeting), template=SLOT_TAKEN_NOTICE, path=path_of(meeting, desk=True))
    return made


@transaction.atomic
def give_back(*, meeting: Meeting, actor: User) -> None:
    """Give one's moment back, for somebody else. Twice changes nothing; once it began nothing changes."""
    meeting = locked(meeting)
    if not meeting.is_to_come:
        return
    gone, _rows = Appointment.objects.filter(meeting=meeting, user=actor).delete()
    if gone:
        entry = record(actor=actor, verb=SLOT_GIVEN_BACK, subject=meeting.subject)
        notify(entry=entry, recipients=who_runs(meeting), template=SLOT_BACK, path=path_of(meeting, desk=True))


# --- Without an account -----------------------------------------------------------------------------------------------
@transaction.atomic
def request_sign_up(
    *, meeting: Meeting, email: str, language: str, name: str = "", slot: Slot | None = None, topic: str = ""
) -> SignUpRequest:
    """Keep what a visitor typed and mail her a link; only that link makes it count. Asking again replaces it.

    Says nothing about whether the address is known. Raises Refused once it began, and where no place is left.
    """
    meeting = locked(meeting)
    may = can_take_slot if meeting.is_by_appointment else can_sign_up
    refuse_closed(meeting, may(None, meeting))
    if meeting.is_full:
        raise Refused(_("Alle plekken zijn vol."))
    if slot and Appointment.objects.filter(slot=slot).exists():
        raise Refused(_("Iemand anders was je net voor. Kies een ander moment."))
    told = {"slot": slot, "name": name.strip(), "topic": topic.strip(), "language": language}
    request, _is_new = SignUpRequest.objects.update_or_create(
        meeting=meeting, email=email.lower(), defaults=told | {"created_at": timezone.now()}
    )
    mail_confirmation.defer(request_id=request.pk)
    return request


@transaction.atomic
def confirm_sign_up(*, request: SignUpRequest) -> SignUp | Appointment:
    """Let the link in the mail count: the address is hers, so she gets an account without password if she had none.

    She is not signed in by it, and gets a mail with which she signs off again. Raises Refused when the request was
    used before, when it is too late, and where no place is left.
    """
    asked = SignUpRequest.objects.select_for_update(of=["self"]).select_related("slot").filter(pk=request.pk).first()
    if asked is None:
        raise Refused(_("Deze link is al gebruikt."))
    meeting = locked(asked.meeting)
    user = person_at(asked.email) or register_person(email=asked.email, name=asked.name, language=asked.language)
    if meeting.is_by_appointment and asked.slot is None:
        raise Refused(_("Dit moment is er niet meer. Kies een ander moment."))
    made = (
        take_slot(slot=asked.slot, actor=user, topic=asked.topic)
        if asked.slot
        else sign_up(meeting=meeting, actor=user)
    )
    asked.delete()
    entry = record(actor=None, verb=SIGNED_UP, subject=meeting.subject, person=user)
    notify(entry=entry, recipients=[user], template=COMING, path=sign_off_path(meeting, user))
    return made


def purge_sign_up_requests() -> int:
    """Forget what was never confirmed; each night. Returns how many."""
    gone, _rows = SignUpRequest.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()
    return gone
