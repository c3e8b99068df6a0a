"""Background work of following."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gemeente.activity.enums import Pace
from wijken.following.actions import purge_unconfirmed
from wijken.following.delivery import send_confirmation, send_news
from wijken.following.rounds import begin_round


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_confirmation(watch_id: int) -> None:
    """Mail an address the link that makes it count."""
    send_confirmation(watch_id)


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_news(watch_id: int, after: int, up_to: int) -> None:
    """Mail one who follows what is new in a stretch of the log."""
    send_news(watch_id, after, up_to)


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="news_at_once", pass_context=False)
def tell_at_once(timestamp: int) -> None:
    """Tell who wants to know at once."""
    begin_round(Pace.AT_ONCE)


@app.periodic(cron="30 6 * * *")
@app.task(queueing_lock="news_daily", pass_context=False)
def tell_daily(timestamp: int) -> None:
    """Tell each morning who wants to know once a day."""
    begin_round(Pace.DAILY)


@app.periodic(cron="45 6 * * 1")
@app.task(queueing_lock="news_weekly", pass_context=False)
def tell_weekly(timestamp: int) -> None:
    """Tell each Monday who wants to know once a week."""
    begin_round(Pace.WEEKLY)


@app.periodic(cron="10 4 * * *")
@app.task(queueing_lock="purge_watches", pass_context=False)
def forget_unconfirmed(timestamp: int) -> None:
    """Forget each night what nobody confirmed in time."""
    purge_unconfirmed()
