"""The invitation: once for each meeting, some weeks before, with the agenda and a link to the last minutes."""

from django.db import transaction
from django.utils import timezone

from gemeente.activity.actions import notify, record
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from wijken.following.delivery import followers_of
from wijken.meetings.models import Meeting
from wijken.meetings.notices import INVITATION, invited_to
from wijken.meetings.tasks import mail_invitation
from wijken.meetings.verbs import MEETING_INVITED


@transaction.atomic
def invite_to_meeting(*, meeting_id: int) -> bool:
    """Send the invitation of one meeting, unless that was done, it is called off, hidden, or not yet its time.

    Says whether it left. The row stays locked meanwhile: a second worker waits and then sees that it is out.
    """
    now = timezone.now()
    due = Meeting.objects.to_invite(now, rule(RuleName.INVITATION_DAYS)).select_for_update(of=["self"])
    meeting = due.select_related("subject", "wijk").filter(pk=meeting_id).first()
    if meeting is None:
        return False
    meeting.invited_at = now
    meeting.save(update_fields=["invited_at"])
    entry = record(actor=None, verb=MEETING_INVITED, subject=meeting.subject)
    notify(entry=entry, recipients=invited_to(meeting), template=INVITATION)
    for watch in followers_of(meeting.wijk):
        if watch.user_id is None:
            mail_invitation.defer(meeting_id=meeting.pk, watch_id=watch.pk)
    return True


def send_invitations() -> int:
    """Send what is due; each night. Returns how many meetings."""
    due = Meeting.objects.to_invite(timezone.now(), rule(RuleName.INVITATION_DAYS)).values_list("pk", flat=True)
    return sum(invite_to_meeting(meeting_id=pk) for pk in list(due))
