"""Reminders of steps: once before, once after, all of a day in one, and none for who wants none."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.utils import timezone

from gemeente.activity.models import Entry, Notice
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.moving import move_initiative
from initiatives.actions.planning import change_step, resume_reminders, stop_reminders, tick_step
from initiatives.actions.reminding import remind, remind_of_steps
from initiatives.models import Initiative, PlanStep
from initiatives.workflow import TRANSITIONS
from tests.conftest import undone
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper
from tests.factories.plans import in_days, step


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde, title="Feest")


def told() -> list[tuple[str, dict[str, list[int | None]]]]:
    """Who was told, and of how many."""
    notices = Notice.objects.filter(template="initiative_steps_due").select_related("recipient", "entry")
    return [(notice.recipient.first_name, notice.entry.changes) for notice in notices.order_by("pk")]


def later(days: int) -> time_machine.travel:
    return time_machine.travel(timezone.now() + dt.timedelta(days=days), tick=False)


def test_everything_of_a_day_is_one_reminder(initiative: Initiative) -> None:
    for title, days in (("Vandaag", 0), ("Over een week", 7), ("Over acht dagen", 8), ("Gisteren", -1), ("Ooit", None)):
        step(initiative, title, due_on=None if days is None else in_days(days))

    assert remind_of_steps() == 1
    assert told() == [("Fatima", {"soon": [None, 2], "late": [None, 1]})]


def test_nobody_is_told_twice(initiative: Initiative) -> None:
    step(initiative, due_on=in_days(3))

    assert [remind_of_steps(), remind_of_steps()] == [1, 0]
    with later(4):
        assert [remind_of_steps(), remind_of_steps()] == [1, 0]
    with later(30):
        assert remind_of_steps() == 0
    assert [changes for _who, changes in told()] == [
        {"soon": [None, 1], "late": [None, 0]},
        {"soon": [None, 0], "late": [None, 1]},
    ]


def test_another_day_may_be_told_again(initiative: Initiative, fatima: User) -> None:
    row = step(initiative, due_on=in_days(3))
    remind_of_steps()

    change_step(step=row, actor=fatima, due_on=in_days(5))

    assert remind_of_steps() == 1


def test_what_is_done_is_not_told(initiative: Initiative, fatima: User) -> None:
    tick_step(step=step(initiative, due_on=in_days(3)), actor=fatima, is_done=True)

    assert remind_of_steps() == 0


def test_mail_names_the_steps_and_can_be_stopped(
    initiative: Initiative, run_jobs: Callable[[], int], mailoutbox: list[EmailMessage]
) -> None:
    step(initiative, "Hang slingers op", due_on=in_days(3))
    step(initiative, "Vraag de buren", due_on=in_days(-1))
    remind_of_steps()
    mailoutbox.clear()

    run_jobs()

    mail = next(mail for mail in mailoutbox if "te laat" in mail.subject)
    assert mail.to == ["fatima@voorbeeld.example"]
    assert mail.subject == "Feest: een stap is te laat"
    assert "- Hang slingers op: uiterlijk" in mail.body
    assert "- Vraag de buren: had klaar moeten zijn op" in mail.body
    assert f"/initiatieven/{initiative.slug}/planning/" in mail.body
    assert "List-Unsubscribe" in mail.extra_headers


def test_who_stopped_them_gets_none_and_the_other_does(initiative: Initiative, fatima: User, bram: User) -> None:
    give_helper(initiative, bram)
    step(initiative, due_on=in_days(3))
    stop_reminders(initiative=initiative, actor=fatima)

    remind_of_steps()

    assert [who for who, _changes in told()] == ["Bram"]


def test_they_come_again_for_what_is_later(initiative: Initiative, fatima: User) -> None:
    step(initiative, due_on=in_days(3))
    stop_reminders(initiative=initiative, actor=fatima)
    remind_of_steps()
    resume_reminders(initiative=initiative, actor=fatima)

    step(initiative, due_on=in_days(4))
    remind_of_steps()

    assert [changes["soon"] for _who, changes in told()] == [[None, 1]]


def hide(initiative: Initiative) -> None:
    initiative.subject.is_public = False
    initiative.subject.hidden_at = timezone.now()
    initiative.subject.save(update_fields=["is_public", "hidden_at"])


def pause(initiative: Initiative) -> None:
    Initiative.objects.filter(pk=initiative.pk).update(paused_at=timezone.now(), pause_reason="Vakantie.")


def stop(initiative: Initiative) -> None:
    way = next(t for t in TRANSITIONS if (t.source, t.name) == ("published", "stop"))
    move_initiative(initiative=initiative, actor=initiative.owner, transition=way, outcome="Te druk.")


def withdraw(initiative: Initiative) -> None:
    withdraw_initiative(initiative=initiative, actor=initiative.owner)


@pytest.mark.parametrize("quieted", [hide, pause, stop, withdraw])
def test_nothing_is_told_of_what_is_hidden_paused_ended_or_gone(
    quieted: Callable[[Initiative], None], initiative: Initiative
) -> None:
    step(initiative, due_on=in_days(3))

    quieted(initiative)

    assert remind_of_steps() == 0
    assert told() == []


def test_what_changed_since_the_night_made_its_list_is_told_nothing(initiative: Initiative) -> None:
    step(initiative, due_on=in_days(3))
    for quieted in (hide, pause, stop):
        with undone():
            quieted(initiative)
            assert remind(initiative=initiative) is None

    reminders = [remind(initiative=initiative) for _ in range(2)]

    assert [entry is None for entry in reminders] == [False, True]
    assert len(told()) == 1


def test_nothing_is_told_of_a_concept(fatima: User, reference: None) -> None:
    step(InitiativeFactory(owner=fatima), due_on=in_days(3))

    assert remind_of_steps() == 0


def test_log_keeps_numbers_and_no_words(initiative: Initiative) -> None:
    step(initiative, "Bel Hans op 06-12345678", due_on=in_days(3))
    remind_of_steps()

    entry = Entry.objects.get(verb="steps_reminded")
    assert entry.changes == {"soon": [None, 1], "late": [None, 0]}
    assert PlanStep.objects.get().soon_entry == entry
