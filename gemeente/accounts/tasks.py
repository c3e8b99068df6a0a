"""Background work of accounts: mail."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gemeente.accounts.delivery import send_claim


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_claim(claim_id: int) -> None:
    """Mail somebody on paper the link with which she says: yes, this is mine."""
    send_claim(claim_id)
