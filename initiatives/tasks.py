"""Background work of initiatives."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gemeente.activity.enums import Pace
from initiatives.actions.forgetting import forget_old_notes, purge_participation_requests
from initiatives.actions.pausing import remind_of_pauses
from initiatives.actions.reminding import remind_of_steps
from initiatives.actions.saved_searches import mail_searches, match_shown_again
from initiatives.actions.saved_searches import match_searches as find_searches
from initiatives.actions.silence import ask_who_is_quiet
from initiatives.actions.versions import tell_of_changes
from initiatives.delivery import send_confirmation, send_helper_request
from initiatives.search_delivery import send_found


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_confirmation(request_id: int) -> None:
    """Mail a visitor the link that makes her support count."""
    send_confirmation(request_id)


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_helper(helper_id: int) -> None:
    """Mail somebody the question whether she wants to act in an owner's name."""
    send_helper_request(helper_id)


@app.periodic(cron="10 2 * * *")
@app.task(queueing_lock="forget_requests", pass_context=False)
def forget_requests(timestamp: int) -> None:
    """Forget each night what was never confirmed."""
    purge_participation_requests()


@app.periodic(cron="20 2 * * *")
@app.task(queueing_lock="forget_notes", pass_context=False)
def forget_notes(timestamp: int) -> None:
    """Forget each night what was written down for somebody who never said yes."""
    forget_old_notes()


@app.periodic(cron="40 4 * * *")
@app.task(queueing_lock="ask_who_is_quiet", pass_context=False)
def ask_about_silence(timestamp: int) -> None:
    """Ask each night where it was silent for long."""
    ask_who_is_quiet()


@app.periodic(cron="30 6 * * *")
@app.task(queueing_lock="remind_of_steps", pass_context=False)
def remind_of_planning(timestamp: int) -> None:
    """Tell each morning which steps come up, and which are late."""
    remind_of_steps()


@app.periodic(cron="0 7 * * *")
@app.task(queueing_lock="remind_of_pauses", pass_context=False)
def ask_after_pauses(timestamp: int) -> None:
    """Ask each morning whether it goes on where a pause is over."""
    remind_of_pauses()


@app.periodic(cron="25 * * * *")
@app.task(queueing_lock="tell_of_changes", pass_context=False)
def tell_changes(timestamp: int) -> None:
    """Tell each hour of new texts that came too soon after others."""
    tell_of_changes()


# --- Saved searches --------------------------------------------------------------------------------------------------
@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def match_searches(initiative_id: int) -> None:
    """Find who looks for what an initiative is now."""
    find_searches(initiative_id)


@app.task(retry=RetryStrategy(max_attempts=8, exponential_wait=4), pass_context=False)
def mail_search(search_id: int) -> None:
    """Mail what one saved search found."""
    send_found(search_id)


@app.periodic(cron="30 5 * * *")
@app.task(queueing_lock="match_shown_again", pass_context=False)
def match_what_shows_again(timestamp: int) -> None:
    """Find each morning, before the daily mail, who looks for what is no longer hidden."""
    match_shown_again()


@app.periodic(cron="0 6 * * *")
@app.task(queueing_lock="mail_daily_searches", pass_context=False)
def mail_daily_searches(timestamp: int) -> None:
    """Mail each morning what was found for who wants to know once a day."""
    mail_searches(Pace.DAILY)


@app.periodic(cron="15 6 * * 1")
@app.task(queueing_lock="mail_weekly_searches", pass_context=False)
def mail_weekly_searches(timestamp: int) -> None:
    """Mail each Monday what was found for who wants to know once a week."""
    mail_searches(Pace.WEEKLY)
