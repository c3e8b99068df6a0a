"""The agenda, minutes with their decisions, and what somebody does after a meeting."""

import datetime as dt
import uuid

import pytest
import time_machine
from django.core.files.storage import Storage
from django.db import DatabaseError, connection, transaction

from gemeente.activity.models import Notice
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.hand_over import what_goes_along
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.documents import a_document
from tests.factories.initiatives import published
from tests.factories.meetings import acted, evening, noted, planned, pointed, proposed
from wijken.meetings.actions.action_points import change_action, drop_action, hand_over_actions, tick_action
from wijken.meetings.actions.agenda import (
    answer_point,
    ask_to_speak,
    change_point,
    drop_point,
    propose_point,
    shift_point,
    stop_speaking,
    withdraw_point,
)
from wijken.meetings.actions.minutes import publish_minutes, write_minutes
from wijken.meetings.actions.papers import add_paper, remove_paper
from wijken.meetings.enums import MeetingKind, PointState
from wijken.meetings.models import ActionPoint, Meeting, Minutes, MinutesVersion, Point
from wijken.meetings.views.detail import carried_to


def told(template: str) -> set[str]:
    return {row.recipient.first_name for row in Notice.objects.filter(template=template).select_related("recipient")}


def agenda(meeting: Meeting) -> list[str]:
    return [point.title for point in meeting.points.accepted()]


@pytest.fixture
def meeting(oostgaarde: Wijk, willem: User) -> Meeting:
    return planned(oostgaarde, willem)


@pytest.fixture
def held(oostgaarde: Wijk, willem: User) -> Meeting:
    meeting = planned(oostgaarde, willem, days=-10)
    pointed(meeting, willem, title="Het groen")
    return meeting


# --- The agenda -------------------------------------------------------------------------------------------------------
def test_proposed_point_waits_for_the_board(meeting: Meeting, willem: User, wilma: User, fatima: User) -> None:
    key = uuid.uuid4()
    point = propose_point(meeting=meeting, actor=fatima, title="Licht", submission_key=key)
    again = propose_point(meeting=meeting, actor=fatima, title="Licht", submission_key=key)

    assert (again, point.state, agenda(meeting)) == (point, PointState.PROPOSED, [])
    assert told("point_proposed") == {"Willem"}
    with pytest.raises(Refused):
        answer_point(point=point, actor=wilma, is_accepted=True, answer="")
    with pytest.raises(Refused):
        answer_point(point=point, actor=willem, is_accepted=False, answer=" ")
    with pytest.raises(Refused):
        change_point(point=point, actor=wilma, based_on=1, title="Anders")
    with pytest.raises(Refused):
        drop_point(point=point, actor=wilma)

    answer_point(point=point, actor=willem, is_accepted=True, answer="Goed idee.")

    assert agenda(meeting) == ["Licht"]
    assert told("point_answered") == {"Fatima"}
    with pytest.raises(Stale):
        answer_point(point=point, actor=willem, is_accepted=False, answer="Toch niet.")
    with pytest.raises(Refused):
        withdraw_point(point=point, actor=fatima)


def test_points_can_be_proposed_until_some_days_before(meeting: Meeting, fatima: User) -> None:
    with time_machine.travel(evening(25), tick=False):
        proposed(meeting, fatima)
    with time_machine.travel(evening(26), tick=False), pytest.raises(Refused):
        proposed(meeting, fatima)


def test_nobody_proposes_without_end_and_everybody_can_take_it_back(meeting: Meeting, fatima: User, bram: User) -> None:
    points = [proposed(meeting, fatima, title=f"Punt {number}") for number in range(5)]
    with pytest.raises(Refused):
        proposed(meeting, fatima)
    with pytest.raises(Refused):
        withdraw_point(point=points[0], actor=bram)
    withdraw_point(point=points[0], actor=fatima)
    proposed(meeting, fatima)


def test_wop_writes_and_orders_the_agenda(meeting: Meeting, willem: User, wilma: User, fatima: User) -> None:
    points = [pointed(meeting, wilma, title=title) for title in ("Een", "Twee", "Drie")]
    shift_point(point=points[2], actor=wilma, is_up=True)
    shift_point(point=points[0], actor=wilma, is_up=True)

    assert agenda(meeting) == ["Een", "Drie", "Twee"]
    change_point(point=points[0], actor=wilma, based_on=1, title="Eerst")
    with pytest.raises(Stale):
        change_point(point=points[0], actor=willem, based_on=1, title="Nee")
    drop_point(point=points[1], actor=wilma)
    assert agenda(meeting) == ["Eerst", "Drie"]
    for act in (
        lambda: pointed(meeting, fatima),
        lambda: change_point(point=points[0], actor=fatima, based_on=2, title="x"),
        lambda: shift_point(point=points[0], actor=fatima, is_up=False),
        lambda: drop_point(point=points[0], actor=fatima),
    ):
        with pytest.raises(Refused):
            act()
    with pytest.raises(Stale):
        drop_point(point=points[1], actor=wilma)


def test_board_of_another_wijk_touches_nothing(
    held: Meeting, meeting: Meeting, schollevaar: Wijk, willem: User
) -> None:
    omar = person("Omar", role="wop_board", role_wijk=schollevaar)
    point, action = pointed(meeting, willem), acted(held, willem)
    for act in (
        lambda: pointed(meeting, omar),
        lambda: shift_point(point=point, actor=omar, is_up=True),
        lambda: add_paper(meeting=meeting, actor=omar, document=a_document(), title="x"),
        lambda: write_minutes(meeting=held, actor=omar, based_on=0, text="x"),
        lambda: publish_minutes(meeting=held, actor=omar, number=1),
        lambda: acted(held, omar),
        lambda: tick_action(action=action, actor=omar, is_done=True),
    ):
        with pytest.raises(Refused):
            act()


def test_speaker_asks_once_and_can_stop(meeting: Meeting, willem: User, fatima: User) -> None:
    point = pointed(meeting, willem)
    ask_to_speak(point=point, actor=fatima)
    ask_to_speak(point=point, actor=fatima)

    assert point.speakers.count() == 1
    stop_speaking(point=point, actor=fatima)
    assert point.speakers.count() == 0
    with pytest.raises(Refused):
        ask_to_speak(point=proposed(meeting, fatima), actor=fatima)


def test_paper_is_laid_by_the_wop_and_its_file_goes_with_it(
    meeting: Meeting, wilma: User, fatima: User, store: Storage, django_capture_on_commit_callbacks: object
) -> None:
    with pytest.raises(Refused):
        add_paper(meeting=meeting, actor=fatima, document=a_document(), title="Kaart")
    paper = add_paper(meeting=meeting, actor=wilma, document=a_document(), title="Kaart")
    assert store.exists(paper.file.name)

    with django_capture_on_commit_callbacks(execute=True):
        remove_paper(paper=paper, actor=wilma)
    assert not store.exists(paper.file.name)


# --- Minutes ----------------------------------------------------------------------------------------------------------
def test_minutes_stay_with_the_wop_until_the_board_makes_them_public(
    held: Meeting, willem: User, wilma: User, fatima: User
) -> None:
    point = held.points.get()
    with pytest.raises(Refused):
        write_minutes(meeting=held, actor=fatima, based_on=0, text="Niet van haar")
    minutes = write_minutes(meeting=held, actor=wilma, based_on=0, text="Eerst", decisions={point.pk: "Snoeien."})
    with pytest.raises(Refused):
        publish_minutes(meeting=held, actor=wilma, number=1)
    with pytest.raises(Stale):
        write_minutes(meeting=held, actor=willem, based_on=0, text="Tegelijk")
    point.refresh_from_db()
    assert point.decision == ""

    publish_minutes(meeting=held, actor=willem, number=1)
    point.refresh_from_db()
    held.refresh_from_db()
    assert (point.decision, held.status) == ("Snoeien.", "held")
    with pytest.raises(Refused):
        drop_point(point=point, actor=wilma)

    write_minutes(meeting=held, actor=wilma, based_on=1, text="Beter", decisions={point.pk: "Niet snoeien."})
    minutes.refresh_from_db()
    assert minutes.published.text == "Eerst"
    with pytest.raises(Stale):
        publish_minutes(meeting=held, actor=willem, number=1)
    publish_minutes(meeting=held, actor=willem, number=2)

    versions = MinutesVersion.objects.order_by("number").values_list("text", "decisions", "is_public")
    assert list(versions) == [
        ("Eerst", [{"title": "Het groen", "text": "Snoeien."}], True),
        ("Beter", [{"title": "Het groen", "text": "Niet snoeien."}], True),
    ]
    assert told("minutes_published") == {"Willem", "Wilma"}
    assert Notice.objects.filter(template="minutes_published").count() == 2


def test_the_same_text_is_no_new_version_and_nothing_is_not_published(held: Meeting, willem: User) -> None:
    with pytest.raises(Refused):
        publish_minutes(meeting=held, actor=willem, number=0)
    write_minutes(meeting=held, actor=willem, based_on=0, text="Eerst")
    write_minutes(meeting=held, actor=willem, based_on=1, text="Eerst ")

    assert Minutes.objects.get().number == 1


def test_minutes_wait_until_it_began(meeting: Meeting, willem: User) -> None:
    with pytest.raises(Refused):
        write_minutes(meeting=meeting, actor=willem, based_on=0, text="Vooruit")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE meetings_minutesversion SET text = 'anders'",
        "UPDATE meetings_minutesversion SET is_public = false",
        "DELETE FROM meetings_minutesversion",
    ],
)
def test_text_of_minutes_stays_as_written(sql: str, held: Meeting, willem: User) -> None:
    noted(held, willem)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


# --- Actions ----------------------------------------------------------------------------------------------------------
def test_who_does_something_hears_it_once_the_minutes_are_public(held: Meeting, willem: User, wilma: User) -> None:
    action = acted(held, willem, user=wilma)
    assert told("action_for_you") == set()

    noted(held, willem)
    assert told("action_for_you") == {"Wilma"}
    change_action(action=action, actor=willem, what="Bellen", user=None, who="Havensteder", due_on=None)
    acted(held, willem, user=wilma, what="Nog iets")
    assert Notice.objects.filter(template="action_for_you").count() == 2


def test_open_action_comes_back_on_the_next_agenda_until_it_is_done(
    held: Meeting, meeting: Meeting, oostgaarde: Wijk, willem: User, fatima: User, bram: User
) -> None:
    later = planned(oostgaarde, willem, days=60)
    action = acted(held, willem, user=fatima)
    assert carried_to(meeting) == []  # its minutes are not public
    noted(held, willem)

    assert (carried_to(meeting), carried_to(later)) == ([action], [])
    with pytest.raises(Refused):
        tick_action(action=action, actor=bram, is_done=True)
    tick_action(action=action, actor=fatima, is_done=True)
    assert carried_to(meeting) == []
    tick_action(action=action, actor=willem, is_done=False)
    assert carried_to(meeting) == [action]
    drop_action(action=action, actor=willem)
    assert not ActionPoint.objects.exists()


def test_what_somebody_does_goes_to_her_successor(held: Meeting, willem: User, wilma: User, oostgaarde: Wijk) -> None:
    acted(held, willem, user=willem)
    tick_action(action=acted(held, willem, user=willem, what="Klaar"), actor=willem, is_done=True)

    assert "1 actie uit een verslag" in what_goes_along(willem, oostgaarde)
    hand_over_actions(willem, wilma, oostgaarde, willem)
    assert list(ActionPoint.objects.order_by("pk").values_list("user", flat=True)) == [wilma.pk, willem.pk]


# --- What it is about -------------------------------------------------------------------------------------------------
def test_decision_and_agenda_are_told_of_what_they_are_about(
    held: Meeting, meeting: Meeting, oostgaarde: Wijk, willem: User, reference: None
) -> None:
    initiative = published(wijk=oostgaarde)
    about = pointed(held, willem, title="De tuin", about=initiative.subject)
    pointed(meeting, willem, title="Weer de tuin", about=initiative.subject)

    def titles() -> list[str]:
        return [point.title for point in Point.objects.told_about(initiative.subject_id, evening(0)).newest_first()]

    assert titles() == ["Weer de tuin"]
    noted(held, willem, **{"De tuin": "Wij steunen dit."})
    assert titles() == ["Weer de tuin", "De tuin"]
    about.refresh_from_db()
    assert about.decision == "Wij steunen dit."


def test_nobody_writes_an_agenda_of_a_spreekuur(oostgaarde: Wijk, willem: User, fatima: User) -> None:
    hours = planned(oostgaarde, willem, kind=MeetingKind.OFFICE_HOURS)
    for act in (lambda: pointed(hours, willem), lambda: proposed(hours, fatima)):
        with pytest.raises(Refused):
            act()


def test_day_of_an_action_counts_from_the_day_after(held: Meeting, willem: User) -> None:
    today = evening(0).date()
    assert not acted(held, willem, due_on=today).is_late
    assert acted(held, willem, due_on=today - dt.timedelta(days=1)).is_late
