"""The mail of every morning: who waits for somebody to take up their case."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.core.mail import EmailMessage

from gemeente.accounts.enums import Role
from gemeente.activity.models import Entry, Notice
from gemeente.cases.actions import end_case, tell_team_who_waits
from gemeente.cases.enums import CaseState
from gemeente.cases.models import CaseFile
from gemeente.cases.tasks import morning_mail
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.initiatives import published
from tests.gemeente.cases.stages import at_state, leave, told


@pytest.mark.parametrize(
    ("morning", "is_told"),
    [
        ("2026-03-03", True),
        ("2026-03-06", True),
        ("2026-03-07", False),  # Saturday
        ("2026-03-08", False),  # Sunday
        ("2026-04-03", False),  # Good Friday
        ("2026-04-06", False),  # Easter Monday
        ("2026-04-27", False),  # King's Day
        ("2026-12-25", False),
    ],
)
def test_team_is_told_on_working_days(
    morning: str, is_told: bool, case: CaseFile, karim: User, monday: time_machine.Traveller
) -> None:
    monday.move_to(f"{morning} 08:30", tick=False)

    answer = tell_team_who_waits()

    assert (answer, told("cases_waiting")) == (is_told, ["Noor Jansen", "Karim Jansen"] if is_told else [])


def test_team_is_not_told_when_nobody_waits(case: CaseFile, fatima: User, noor: User) -> None:
    before = tell_team_who_waits()
    at_state(case, CaseState.CLAIMED, noor)

    again = tell_team_who_waits()

    assert (before, again) == (True, False)
    assert (
        Entry.objects.filter(verb="cases_wait").count() == Notice.objects.filter(template="cases_waiting").count() == 1
    )


@pytest.mark.parametrize(("day", "waiting", "late"), [("2026-03-05", 2, 0), ("2026-03-06", 2, 1), ("2026-03-09", 2, 2)])
def test_team_hears_how_many_wait_and_how_many_too_long(
    day: str, waiting: int, late: int, case: CaseFile, fatima: User, oostgaarde: Wijk, monday: time_machine.Traveller
) -> None:
    monday.shift(dt.timedelta(days=1))
    published(owner=fatima, wijk=oostgaarde)
    end_case(case=published(owner=fatima, wijk=oostgaarde).case, actor=fatima)
    monday.move_to(f"{day} 08:30", tick=False)

    tell_team_who_waits()

    assert Entry.objects.get(verb="cases_wait").changes == {"waiting": [None, waiting], "late": [None, late]}


def test_team_is_everybody_who_can_be_contact_now(case: CaseFile, cast: dict[str, User | None], karim: User) -> None:
    leave(person("Sanne", role=Role.CIVIL_SERVANT))

    tell_team_who_waits()

    assert told("cases_waiting") == ["Noor Jansen", "Thea Jansen", "Karim Jansen"]


def test_mail_of_the_morning_says_it_in_one_line(
    case: CaseFile, noor: User, run_jobs: Callable[[], int], mailoutbox: list[EmailMessage],
    monday: time_machine.Traveller,
) -> None:  # fmt: skip
    run_jobs()
    monday.move_to("2026-03-06 08:30", tick=False)

    morning_mail(timestamp=0)
    run_jobs()

    mail = mailoutbox[-1]
    assert (mail.to, mail.subject) == ([noor.email], "Er wacht 1 inwoner op een eerste gesprek")
    assert "Bij 1 van hen zijn we te laat." in mail.body
    assert "/werkbak/" in mail.body
