"""Background work of moderation: mail to visitors."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gemeente.moderation.delivery import send_outcome, send_worry_answer


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_outcome(report_id: int) -> None:
    """Mail a visitor what came of her report, once."""
    send_outcome(report_id)


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_worry_answer(worry_id: int) -> None:
    """Mail a visitor the answer to her worry, once."""
    send_worry_answer(worry_id)
