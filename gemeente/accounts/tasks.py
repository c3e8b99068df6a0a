"""Background work of accounts: mail."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gemeente.accounts.actions.invitations import forget_old_invitations
from gemeente.accounts.delivery import send_claim, send_guardian, send_invitation


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_claim(claim_id: int) -> None:
    """Mail somebody on paper the link with which she says: yes, this is mine."""
    send_claim(claim_id)


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_invitation(invitation_id: int) -> None:
    """Mail somebody we do not know yet the role that waits for her."""
    send_invitation(invitation_id)


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_guardian(consent_id: int) -> None:
    """Mail a parent or youth worker the link that says yes for a young person."""
    send_guardian(consent_id)


@app.periodic(cron="20 2 * * *")
@app.task(queueing_lock="forget_invitations", pass_context=False)
def forget_invitations(timestamp: int) -> None:
    """Forget each night the addresses of who never answered."""
    forget_old_invitations()
