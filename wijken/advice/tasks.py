"""Background work of advice: terms that end at night, and who is reminded in the morning."""

from procrastinate.contrib.django import app

from wijken.advice.actions.plans import close_terms_that_are_over
from wijken.advice.actions.replying import remind_of_replies
from wijken.advice.actions.votes import close_votes_that_are_over


@app.periodic(cron="5 0 * * *")
@app.task(queueing_lock="close_votes", pass_context=False)
def close_votes(timestamp: int) -> None:
    """Count each night the votes whose last day is past."""
    close_votes_that_are_over()


@app.periodic(cron="10 0 * * *")
@app.task(queueing_lock="close_reactions", pass_context=False)
def close_reactions(timestamp: int) -> None:
    """Close each night the reactions on plans whose last day is past."""
    close_terms_that_are_over()


@app.periodic(cron="40 6 * * *")
@app.task(queueing_lock="remind_of_replies", pass_context=False)
def remind(timestamp: int) -> None:
    """Remind each morning of answers that are due or late."""
    remind_of_replies()
