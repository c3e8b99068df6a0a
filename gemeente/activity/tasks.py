"""Background work of activity: mail."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gemeente.activity.delivery import send_notice, send_receipt
from gemeente.activity.searching import renew_title_words


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def deliver_notice(notice_id: int) -> None:
    """Mail one notice, once."""
    send_notice(notice_id)


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def deliver_receipt(receipt_id: int) -> None:
    """Mail one receipt, once."""
    send_receipt(receipt_id)


@app.periodic(cron="50 2 * * *")
@app.task(queueing_lock="renew_words", pass_context=False)
def renew_words(timestamp: int) -> None:
    """Forget each night the words that no public title has any more."""
    renew_title_words()
