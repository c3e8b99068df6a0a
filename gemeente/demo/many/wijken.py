"""A wijk with a busy WOP: many opgaven, meetings and members in the first wijk, beside many initiatives in all."""

import datetime as dt
import uuid
from random import Random

from django.utils.text import slugify

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.activity.models import Subject
from gemeente.demo.many import words
from gemeente.demo.many.copying import Table, new_ids
from gemeente.places.models import Wijk
from wijken.agenda.enums import OpgaveState, Origin
from wijken.agenda.models import Opgave
from wijken.enums import Function
from wijken.meetings.enums import MeetingKind, MeetingStatus
from wijken.meetings.models import Meeting
from wijken.models import Membership

# For a hundred thousand initiatives: 500 opgaven, 300 meetings and 5,000 members.
AN_OPGAVE, A_MEETING, A_MEMBER = 200, 333, 20
ON_THE_AGENDA = 0.2  # the others are signals
COMING_YEARS, PAST_YEARS = 1, 8
STATES = (OpgaveState.SIGNALLED, OpgaveState.EXPLORED)


def fill_wijk(count: int, people: list[int], now: dt.datetime, chance: Random) -> int:
    """Add what belongs to so many initiatives to the first wijk by name; returns how many rows."""
    wijk = Wijk.objects.defer("boundary").order_by("slug").first()
    if wijk is None:
        return 0
    rows = add_opgaven(wijk, count // AN_OPGAVE, people, now, chance)
    rows += add_meetings(wijk, count // A_MEETING, now, chance)
    return rows + add_members(wijk, people[: count // A_MEMBER], now)


def add_opgaven(wijk: Wijk, count: int, people: list[int], now: dt.datetime, chance: Random) -> int:
    """Signals and what is being looked into, of which some stand on the agenda."""
    subjects, opgaven = Table(Subject), Table(Opgave)
    first = Opgave.objects.filter(wijk=wijk, position__isnull=False).count()
    for number, (pk, subject_id) in enumerate(zip(new_ids(Opgave, count), new_ids(Subject, count), strict=True)):
        title = f"{chance.choice(words.STARTS)} {chance.choice(words.ANY)} {chance.choice(words.SPOTS)}"
        slug = f"{slugify(title)[:70]}-{pk}"
        signal = f"{chance.choice(words.WHY)} {chance.choice(words.HOW)}"
        subjects.add(
            id=subject_id,
            kind="opgave",
            title=title,
            path=f"/wijken/{wijk.slug}/agenda/{slug}/",
            wijk_id=wijk.pk,
            is_public=True,
            search_text=signal,
        )
        is_on_agenda = chance.random() < ON_THE_AGENDA
        opgaven.add(
            id=pk,
            wijk_id=wijk.pk,
            slug=slug,
            title=title,
            signal=signal,
            state=STATES[is_on_agenda],
            origin=Origin.RESIDENT,
            raised_by_id=chance.choice(people),
            position=first + number + 1 if is_on_agenda else None,
            submission_key=uuid.UUID(int=pk << 64 | chance.getrandbits(64)),
            subject_id=subject_id,
            created_at=now - dt.timedelta(days=chance.randint(1, PAST_YEARS * 365)),
        )
    return subjects.copy() + opgaven.copy()


def add_meetings(wijk: Wijk, count: int, now: dt.datetime, chance: Random) -> int:
    """Meetings of years past, and some to come."""
    subjects, meetings = Table(Subject), Table(Meeting)
    for pk, subject_id in zip(new_ids(Meeting, count), new_ids(Subject, count), strict=True):
        days = chance.randint(-PAST_YEARS * 365, COMING_YEARS * 365)
        starts_at = now.replace(hour=20) + dt.timedelta(days=days)
        title = f"Bijeenkomst {chance.choice(words.SPOTS)}"
        subjects.add(
            id=subject_id,
            kind="meeting",
            title=title,
            path=f"/wijken/{wijk.slug}/bijeenkomsten/{pk}/",
            wijk_id=wijk.pk,
            is_public=True,
            search_text=title,
        )
        meetings.add(
            id=pk,
            wijk_id=wijk.pk,
            kind=MeetingKind.PUBLIC,
            title=title,
            starts_at=starts_at,
            ends_at=starts_at + dt.timedelta(hours=2),
            place="Wijkcentrum",
            status=MeetingStatus.PLANNED if days >= 0 else MeetingStatus.HELD,
            invited_at=starts_at - dt.timedelta(days=14) if days < 0 else None,
            uid=uuid.UUID(int=pk << 64 | chance.getrandbits(64)),
            changed_at=starts_at - dt.timedelta(days=30),
            created_at=starts_at - dt.timedelta(days=30),
            submission_key=uuid.UUID(int=pk << 64 | chance.getrandbits(64)),
            subject_id=subject_id,
        )
    return subjects.copy() + meetings.copy()


def add_members(wijk: Wijk, people: list[int], now: dt.datetime) -> int:
    """Members of the WOP, all since one day."""
    roles, memberships = Table(RoleAssignment), Table(Membership)
    since = (now - dt.timedelta(days=400)).date()
    ids = zip(people, new_ids(RoleAssignment, len(people)), new_ids(Membership, len(people)), strict=True)
    for user_id, role_id, pk in ids:
        roles.add(id=role_id, user_id=user_id, role=Role.WOP_MEMBER, wijk_id=wijk.pk, starts_on=since, given_at=now)
        memberships.add(id=pk, wijk_id=wijk.pk, user_id=user_id, function=Function.MEMBER, starts_on=since)
    return roles.copy() + memberships.copy()
