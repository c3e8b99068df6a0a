"""Background work of cases."""

from procrastinate.contrib.django import app

from gemeente.cases.actions import cover_absences, tell_team_who_waits


@app.periodic(cron="30 6 * * *")  # UTC: half past seven in winter, half past eight in summer
@app.task(queueing_lock="tell_team_who_waits", pass_context=False)
def morning_mail(timestamp: int) -> None:
    """Tell the team each morning who waits; the queue makes one job a morning, whatever the number of workers."""
    tell_team_who_waits()


@app.periodic(cron="0 4 * * *")  # UTC: before anybody in the Netherlands begins
@app.task(queueing_lock="cover_absences", pass_context=False)
def morning_cover(timestamp: int) -> None:
    """See to it each morning that every case has somebody who can act."""
    cover_absences()
