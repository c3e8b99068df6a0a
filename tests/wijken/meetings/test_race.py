"""Two at once: one moment of a spreekuur, the last place of a meeting, and one invitation."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from gemeente.activity.models import Notice
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.meetings import planned
from wijken.meetings.actions.attending import sign_up, take_slot
from wijken.meetings.actions.inviting import invite_to_meeting
from wijken.meetings.enums import MeetingKind
from wijken.meetings.models import Appointment, Meeting


def both(*acts: object) -> list[bool]:
    """Do these at once; whether each was let through."""

    def run(act: object) -> bool:
        try:
            return act() is not False
        except Refused:
            return False
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_of_two_at_once_one_gets_it(clone: None, oostgaarde: Wijk, willem: User, fatima: User, bram: User) -> None:
    hours = planned(oostgaarde, willem, kind=MeetingKind.OFFICE_HOURS)
    slot = hours.slots.first()
    meeting = planned(oostgaarde, willem, days=10, room_for=1)
    people = (fatima, bram)

    assert both(*(lambda user=user: take_slot(slot=slot, actor=user, topic="Bomen") for user in people)) == [
        False,
        True,
    ]
    assert both(*(lambda user=user: sign_up(meeting=meeting, actor=user) for user in people)) == [False, True]
    assert both(*(lambda: invite_to_meeting(meeting_id=meeting.pk) for _ in people)) == [False, True]

    assert Appointment.objects.count() == 1
    assert Meeting.objects.get(pk=meeting.pk).sign_up_count == 1
    assert Notice.objects.filter(template="meeting_invitation", recipient=willem).count() == 1
