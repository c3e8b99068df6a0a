"""Background work of the agenda."""

from procrastinate.contrib.django import app

from wijken.agenda.actions.reminding import remind_of_points


@app.periodic(cron="40 6 * * *")
@app.task(queueing_lock="remind_of_points", pass_context=False)
def remind_of_agenda_points(timestamp: int) -> None:
    """Tell the gemeente each morning of wijken that it did not tell this week, where points are late."""
    remind_of_points()
