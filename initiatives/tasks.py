"""Background work of initiatives."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from initiatives.actions.forgetting import purge_participation_requests
from initiatives.delivery import send_confirmation


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_confirmation(request_id: int) -> None:
    """Mail a visitor the link that makes her support count."""
    send_confirmation(request_id)


@app.periodic(cron="10 2 * * *")
@app.task(queueing_lock="forget_requests", pass_context=False)
def forget_requests(timestamp: int) -> None:
    """Forget each night what was never confirmed."""
    purge_participation_requests()
