"""How the WOPs of the demo meet, told through the actions people use, before today."""

import datetime as dt
import uuid

import time_machine
from django.utils import timezone

from gemeente.activity.models import Subject
from gemeente.demo.content.meetings import MEETINGS, DemoMeeting, DemoMeetings
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.meetings.actions.action_points import add_action, tick_action
from wijken.meetings.actions.agenda import add_point, answer_point, ask_to_speak, propose_point
from wijken.meetings.actions.attending import take_slot
from wijken.meetings.actions.meetings import cancel_meeting, hold_meetings, plan_meeting
from wijken.meetings.actions.minutes import publish_minutes, write_minutes
from wijken.meetings.enums import MeetingKind
from wijken.meetings.models import Meeting, SignUp

BEFORE = 28  # days before a meeting, or before today, that it was planned
HOURS = {True: 1, False: 2}  # how long a spreekuur takes, and another meeting


def tell_meetings(people: dict[str, User]) -> None:
    """Let each WOP meet: what was, what comes, one that was called off, and a spreekuur."""
    for plan in MEETINGS:
        wijk = Wijk.objects.defer("boundary").get(slug=plan.slug)
        writer = User.objects.get(pk=people[plan.writer].pk)  # with the roles of today
        for row in sorted(plan.meetings, key=lambda one: one.days):
            tell_meeting(row, plan, wijk, writer, people)
    hold_meetings()


def tell_meeting(row: DemoMeeting, plan: DemoMeetings, wijk: Wijk, writer: User, people: dict[str, User]) -> None:
    """One meeting, from its planning to what came of it."""
    starts_at = hour_of(row)
    with time_machine.travel(min(starts_at, timezone.now()) - dt.timedelta(days=BEFORE), tick=False):
        meeting = plan_meeting(
            wijk=wijk,
            actor=writer,
            kind=MeetingKind.OFFICE_HOURS if row.slot_minutes else MeetingKind.PUBLIC,
            submission_key=uuid.uuid4(),
            title=row.title,
            introduction=row.introduction,
            place=plan.place,
            directions=plan.directions,
            is_step_free=plan.is_step_free,
            has_hearing_loop=plan.has_hearing_loop,
            starts_at=starts_at,
            ends_at=starts_at + dt.timedelta(hours=HOURS[bool(row.slot_minutes)]),
            slot_minutes=row.slot_minutes,
        )
        for point in row.points:
            about = Subject.objects.get(kind="initiative", title=point.about) if point.about else None
            add_point(
                meeting=meeting,
                actor=writer,
                submission_key=uuid.uuid4(),
                title=point.title,
                explanation=point.explanation,
                minutes=point.minutes,
                about=about,
            )
    with time_machine.travel(min(starts_at, timezone.now()) - dt.timedelta(days=7), tick=False):
        bring(row, meeting, writer, people)
    today = timezone.localdate()
    if row.minutes:
        with time_machine.travel(starts_at + dt.timedelta(days=6), tick=False):
            write_down(row, meeting, writer, people, today)


def hour_of(row: DemoMeeting) -> dt.datetime:
    """When it begins."""
    day = timezone.localdate() + dt.timedelta(days=row.days)
    return timezone.make_aware(dt.datetime.combine(day, dt.time(row.hour)))


def bring(row: DemoMeeting, meeting: Meeting, writer: User, people: dict[str, User]) -> None:
    """What residents do before it: propose points, sign up, take a moment; or it is called off."""
    for wish in row.proposals:
        point = propose_point(
            meeting=meeting,
            actor=people[wish.who],
            title=wish.title,
            explanation=wish.explanation,
            submission_key=uuid.uuid4(),
        )
        if wish.answer:
            answer_point(point=point, actor=writer, is_accepted=wish.is_accepted, answer=wish.answer)
            if wish.is_accepted:
                ask_to_speak(point=point, actor=people[wish.who])
    slots = list(meeting.slots.order_by("starts_at")) if row.taken else []
    for slot, (who, topic) in zip(slots, row.taken, strict=False):
        take_slot(slot=slot, actor=people[who], topic=topic)
    if row.comes:
        crowd = User.objects.filter(email__isnull=False, profile__wijk=meeting.wijk).order_by("pk")
        others = User.objects.filter(email__startswith="buur").order_by("pk")
        users = list({user.pk: user for user in [*crowd, *others]}.values())[: row.comes]
        SignUp.objects.bulk_create(SignUp(meeting=meeting, user=user) for user in users)
        Meeting.objects.filter(pk=meeting.pk).update(sign_up_count=len(users))
    if row.cancelled:
        cancel_meeting(meeting=meeting, actor=writer, reason=row.cancelled)


def write_down(row: DemoMeeting, meeting: Meeting, writer: User, people: dict[str, User], today: dt.date) -> None:
    """The minutes, the decisions and who does what."""
    points = {point.title: point.pk for point in meeting.points.accepted()}
    decisions = {points[point.title]: point.decision for point in row.points if point.decision}
    minutes = write_minutes(meeting=meeting, actor=writer, based_on=0, text=row.minutes, decisions=decisions)
    for action in row.actions:
        due_on = None if action.due_in is None else today + dt.timedelta(days=action.due_in)
        made = add_action(
            meeting=meeting,
            actor=writer,
            what=action.what,
            user=people.get(action.who),
            who=action.words,
            due_on=due_on,
            submission_key=uuid.uuid4(),
        )
        if action.is_done:
            tick_action(action=made, actor=writer, is_done=True)
    publish_minutes(meeting=meeting, actor=writer, number=minutes.number)
