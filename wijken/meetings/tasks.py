"""Background work of meetings. What calls an action imports it late: actions defer these jobs."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def send_invitation(meeting_id: int) -> None:
    """Send the invitation of a meeting that was planned late."""
    from wijken.meetings.actions.inviting import invite_to_meeting

    invite_to_meeting(meeting_id=meeting_id)


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_invitation(meeting_id: int, watch_id: int) -> None:
    """Mail an invitation to somebody without an account who follows the wijk."""
    from wijken.meetings.delivery import send_invitation_to

    send_invitation_to(meeting_id, watch_id)


@app.periodic(cron="45 5 * * *")
@app.task(queueing_lock="send_invitations", pass_context=False)
def send_due_invitations(timestamp: int) -> None:
    """Send each morning the invitations that are due."""
    from wijken.meetings.actions.inviting import send_invitations

    send_invitations()


@app.periodic(cron="15 3 * * *")
@app.task(queueing_lock="hold_meetings", pass_context=False)
def close_meetings(timestamp: int) -> None:
    """Close each night the meetings that are over."""
    from wijken.meetings.actions.meetings import hold_meetings

    hold_meetings()


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_confirmation(request_id: int) -> None:
    """Mail a visitor the link that makes it count that she comes."""
    from wijken.meetings.delivery import send_confirmation

    send_confirmation(request_id)


@app.periodic(cron="12 2 * * *")
@app.task(queueing_lock="forget_sign_ups", pass_context=False)
def forget_sign_up_requests(timestamp: int) -> None:
    """Forget each night what was never confirmed."""
    from wijken.meetings.actions.attending import purge_sign_up_requests

    purge_sign_up_requests()
