"""A pause is no stage: it has a reason, perhaps a day, and one click ends it."""

import datetime as dt

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.utils import timezone

from gemeente.activity.models import Entry, Notice, Subject
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.actions.blocking import pause_account
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.cube import cube_differences, settle_cube
from initiatives.actions.joining import participate
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.locking import seen
from initiatives.actions.moving import move_initiative
from initiatives.actions.pausing import (
    PAUSE,
    pause_initiative,
    remind_of_pause,
    remind_of_pauses,
    resume_initiative,
)
from initiatives.actions.silence import ask_who_is_quiet
from initiatives.enums import ParticipationKind, Right, Stage
from initiatives.models import CubeCell, Initiative
from initiatives.workflow import TRANSITIONS
from tests.conftest import CAST
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper

REASON = "In de winter groeit er niets."


@pytest.fixture
def initiative(fatima: User, bram: User, oostgaarde: Wijk, reference: None) -> Initiative:
    """Under way, and Bram joins in."""
    initiative = published(owner=fatima, wijk=oostgaarde)
    begin = next(t for t in TRANSITIONS if (t.source, t.name) == ("published", "begin"))
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN)
    return move_initiative(initiative=initiative, actor=fatima, transition=begin)


def in_days(days: int) -> dt.date:
    return timezone.localdate() + dt.timedelta(days=days)


def told(who: User) -> list[str]:
    return list(Notice.objects.filter(recipient=who).order_by("pk").values_list("template", flat=True))


def test_pause_is_told_once_and_keeps_the_stage(initiative: Initiative, fatima: User, bram: User) -> None:
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON)
    pause_initiative(initiative=initiative, actor=fatima, reason="Het vriest.", until=in_days(20))

    row = Initiative.objects.get()
    assert (row.stage, row.pause_reason, row.paused_until) == (Stage.RUNNING, "Het vriest.", in_days(20))
    assert told(bram).count("initiative_paused") == 1
    assert [entry.changes for entry in Entry.objects.filter(verb="initiative_paused")] == [{"until": [None, None]}]


def test_resuming_is_told_and_doing_it_twice_changes_nothing(initiative: Initiative, fatima: User, bram: User) -> None:
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON, until=in_days(20))

    resume_initiative(initiative=initiative, actor=fatima)
    resume_initiative(initiative=initiative, actor=fatima)

    row = Initiative.objects.get()
    assert (row.is_paused, row.pause_reason, row.paused_until) == (False, "", None)
    assert told(bram)[-2:] == ["initiative_paused", "initiative_resumed"]


@pytest.mark.parametrize("who", [who for who in CAST if who != "fatima"])
def test_nobody_else_pauses_or_resumes(who: str, initiative: Initiative, cast: dict[str, User]) -> None:
    with pytest.raises(Refused):
        pause_initiative(initiative=initiative, actor=cast[who], reason=REASON)
    pause_initiative(initiative=initiative, actor=cast["fatima"], reason=REASON)

    with pytest.raises(Refused):
        resume_initiative(initiative=initiative, actor=cast[who])

    assert Initiative.objects.get().is_paused


@pytest.mark.parametrize(("reason", "days"), [(" ", None), (REASON, 0), (REASON, -3)])
def test_pause_needs_a_reason_and_a_day_that_comes(
    reason: str, days: int | None, initiative: Initiative, fatima: User
) -> None:
    until = None if days is None else in_days(days)

    with pytest.raises(Refused):
        pause_initiative(initiative=initiative, actor=fatima, reason=reason, until=until)


def test_concept_and_what_ended_do_not_pause(initiative: Initiative, fatima: User) -> None:
    stop = next(t for t in TRANSITIONS if (t.source, t.name) == ("running", "stop"))
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON)

    ended = move_initiative(initiative=initiative, actor=fatima, transition=stop, outcome="Te weinig tijd.")

    assert not ended.is_paused
    for row in (ended, InitiativeFactory(owner=fatima)):
        with pytest.raises(Refused):
            pause_initiative(initiative=row, actor=fatima, reason=REASON)


def test_silent_account_pauses_only_what_nobody_reads(initiative: Initiative, fatima: User, mona: User) -> None:
    pause_account(person=fatima, actor=mona, days=7, reason="Reclame.")

    with pytest.raises(Refused, match="niets plaatsen"):
        pause_initiative(initiative=initiative, actor=fatima, reason=REASON)
    assert not Initiative.objects.get().is_paused
    Subject.objects.update(is_public=False)

    assert pause_initiative(initiative=initiative, actor=fatima, reason=REASON).is_paused


def test_two_tabs_do_not_write_over_each_other(initiative: Initiative, fatima: User) -> None:
    based_on = seen(initiative, PAUSE)
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON, based_on=based_on)

    with pytest.raises(Stale):
        pause_initiative(initiative=initiative, actor=fatima, reason="Het vriest.", based_on=based_on)


def test_what_rests_is_neither_running_nor_asked(initiative: Initiative, fatima: User) -> None:
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON)
    settle_cube()

    with time_machine.travel(timezone.now() + dt.timedelta(days=400), tick=False):
        asked = ask_who_is_quiet()

    assert (asked, Initiative.objects.running().count()) == ((0, 0), 0)
    assert (list(CubeCell.objects.values_list("is_quiet", flat=True)), cube_differences()) == ([True], {})
    resume_initiative(initiative=initiative, actor=fatima)
    settle_cube()
    assert (Initiative.objects.running().count(), cube_differences()) == (1, {})


def test_silence_after_a_pause_is_asked_about(initiative: Initiative, fatima: User) -> None:
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON, until=in_days(30))

    with time_machine.travel(timezone.now() + dt.timedelta(days=370), tick=False):
        early = ask_who_is_quiet()
    with time_machine.travel(timezone.now() + dt.timedelta(days=400), tick=False):
        late = ask_who_is_quiet()

    assert (early, late) == ((0, 0), (1, 0))


def test_on_the_day_its_owners_are_asked_once(initiative: Initiative, fatima: User, wilma: User, bram: User) -> None:
    give_helper(initiative, wilma, right=Right.OWNER)
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON, until=in_days(10))
    before = remind_of_pauses(), remind_of_pause(initiative=initiative)

    with time_machine.travel(timezone.now() + dt.timedelta(days=10), tick=False):
        asked = remind_of_pauses(), remind_of_pauses(), remind_of_pause(initiative=initiative)

    assert (before, asked) == ((0, False), (1, 0, False))
    assert [told(who).count("pause_over") for who in (fatima, wilma, bram)] == [1, 1, 0]


def test_another_day_is_another_reminder(initiative: Initiative, fatima: User) -> None:
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON, until=in_days(10))
    with time_machine.travel(timezone.now() + dt.timedelta(days=10), tick=False):
        remind_of_pauses()
        pause_initiative(initiative=initiative, actor=fatima, reason=REASON, until=in_days(10))

    with time_machine.travel(timezone.now() + dt.timedelta(days=21), tick=False):
        assert remind_of_pauses() == 1


def test_neighbours_still_join_in(initiative: Initiative, fatima: User, wilma: User) -> None:
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON)

    assert participate(initiative=initiative, actor=wilma, kind=ParticipationKind.JOIN).pk


def test_withdrawing_forgets_the_pause(initiative: Initiative, fatima: User) -> None:
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON, until=in_days(10))

    withdraw_initiative(initiative=initiative, actor=fatima)

    row = Initiative.objects.get()
    assert (row.pause_reason, row.paused_at, row.paused_until) == ("", None, None)


@pytest.mark.parametrize(
    "fields",
    [{"paused_at": None}, {"pause_reason": ""}, {"stage": Stage.STOPPED, "outcome": "Klaar."}],
)
def test_database_knows_what_a_pause_is(fields: dict[str, object], initiative: Initiative, fatima: User) -> None:
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON, until=in_days(10))

    with pytest.raises(DatabaseError, match="pause"), transaction.atomic():
        Initiative.objects.update(**fields)
