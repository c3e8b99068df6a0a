"""Background work of activity: mail."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gemeente.activity.delivery import send_notice, send_receipt


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def deliver_notice(notice_id: int) -> None:
    """Mail one notice, once."""
    send_notice(notice_id)


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def deliver_receipt(receipt_id: int) -> None:
    """Mail one receipt, once."""
    send_receipt(receipt_id)
