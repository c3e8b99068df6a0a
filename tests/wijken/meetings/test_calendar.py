"""Calendars, read back by other code than wrote them: vobject and dateutil."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
import time_machine
import vobject
from django.test import Client
from django.utils import timezone

from gemeente.activity.models import Subject
from gemeente.places.models import Wijk
from gemeente.portal.reference import load_rules
from gemeente.users.models import User
from tests.factories.meetings import evening, planned
from wijken.meetings.actions.meetings import cancel_meeting, change_meeting
from wijken.meetings.enums import MeetingKind
from wijken.meetings.models import Meeting

TOWN = ZoneInfo("Europe/Amsterdam")
OF_WIJK = "/wijken/oostgaarde/bijeenkomsten.ics"


def events(client: Client, path: str = OF_WIJK) -> dict[str, object]:
    """The meetings of a calendar by their title."""
    calendar = vobject.readOne(client.get(path).content.decode())
    return {event.summary.value: event for event in calendar.contents.get("vevent", [])}


def moved(meeting: Meeting, actor: User, **told: object) -> Meeting:
    """The same meeting with something else."""
    names = ("title", "place", "introduction", "starts_at", "ends_at", "room_for", "slot_minutes", "directions")
    words = {name: getattr(meeting, name) for name in names}
    return change_meeting(meeting=meeting, actor=actor, based_on=meeting.version, **(words | told))


def test_event_says_what_when_where_and_leads_back(client: Client, oostgaarde: Wijk, willem: User) -> None:
    words = {"title": "Overleg; met, komma's", "introduction": "Regel een\nRegel twee", "place": "De Wiekslag, zaal 2"}
    meeting = planned(oostgaarde, willem, **words)

    event = events(client)["Overleg; met, komma's"]

    assert event.dtstart.value == meeting.starts_at
    assert event.dtend.value == meeting.ends_at
    assert event.location.value == "De Wiekslag, zaal 2"
    assert event.description.value.startswith("Regel een\nRegel twee")
    assert event.url.value == f"http://localhost{meeting.get_absolute_url()}"
    assert event.uid.value == f"{meeting.uid}@localhost"
    assert (event.sequence.value, event.status.value) == ("0", "CONFIRMED")
    assert event.dtstamp.value == event.last_modified.value == meeting.changed_at.replace(microsecond=0)


@pytest.mark.parametrize(
    ("day", "offset"), [(dt.date(2027, 3, 27), 1), (dt.date(2027, 3, 28), 2), (dt.date(2027, 10, 31), 1)]
)
def test_times_are_right_over_the_night_the_clocks_change(
    day: dt.date, offset: int, client: Client, oostgaarde: Wijk, willem: User
) -> None:
    with time_machine.travel(dt.datetime(2027, 3, 1, tzinfo=dt.UTC), tick=False):
        starts_at = dt.datetime.combine(day, dt.time(20), tzinfo=TOWN)
        planned(oostgaarde, willem, starts_at=starts_at)
        text = client.get(OF_WIJK).content.decode()

    calendar = vobject.readOne(text)
    # dateutil reckons with the rules of the VTIMEZONE in the file, not with a table of its own.
    start = calendar.vevent.dtstart.value
    assert f"DTSTART;TZID=Europe/Amsterdam:{day:%Y%m%d}T200000" in text
    assert start.utcoffset() == dt.timedelta(hours=offset)
    assert start == starts_at


def test_a_night_meeting_ends_after_the_clocks_changed(client: Client, oostgaarde: Wijk, willem: User) -> None:
    with time_machine.travel(dt.datetime(2027, 3, 1, tzinfo=dt.UTC), tick=False):
        start, end = dt.datetime(2027, 3, 27, 23, tzinfo=TOWN), dt.datetime(2027, 3, 28, 4, tzinfo=TOWN)
        planned(oostgaarde, willem, starts_at=start, ends_at=end)
        event = vobject.readOne(client.get(OF_WIJK).content.decode()).vevent

    lasted = event.dtend.value.astimezone(dt.UTC) - event.dtstart.value.astimezone(dt.UTC)
    assert lasted == dt.timedelta(hours=4)


def test_what_moved_has_a_higher_sequence_and_the_same_uid(client: Client, oostgaarde: Wijk, willem: User) -> None:
    meeting = planned(oostgaarde, willem)
    before = events(client)["Wijkoverleg"]

    meeting = moved(meeting, willem, introduction="Andere woorden.")
    same = events(client)["Wijkoverleg"]
    meeting = moved(meeting, willem, starts_at=evening(31), ends_at=evening(31, 22))
    after = events(client)["Wijkoverleg"]

    assert before.uid.value == same.uid.value == after.uid.value
    assert [one.sequence.value for one in (before, same, after)] == ["0", "0", "1"]
    assert after.dtstart.value == evening(31)


def test_what_is_called_off_stays_as_cancelled(client: Client, oostgaarde: Wijk, willem: User) -> None:
    cancel_meeting(meeting=planned(oostgaarde, willem), actor=willem, reason="De zaal is dicht.")

    event = events(client)["Afgelast: Wijkoverleg"]

    assert (event.status.value, event.sequence.value) == ("CANCELLED", "1")
    assert "De zaal is dicht." in event.description.value


def test_calendars_hold_their_own_and_nothing_old_or_hidden(
    client: Client, oostgaarde: Wijk, schollevaar: Wijk, willem: User
) -> None:
    planned(oostgaarde, willem, title="Straks")
    planned(oostgaarde, willem, title="Pas nog", days=-30)
    planned(oostgaarde, willem, title="Lang geleden", days=-400)
    hidden = planned(oostgaarde, willem, title="Verborgen")
    Subject.objects.filter(pk=hidden.subject_id).update(is_public=False)

    assert set(events(client)) == set(events(client, "/bijeenkomsten.ics")) == {"Straks", "Pas nog"}
    assert events(client, "/wijken/schollevaar/bijeenkomsten.ics") == {}
    one = Meeting.objects.get(title="Straks")
    assert set(events(client, f"/wijken/oostgaarde/bijeenkomsten/{one.pk}.ics")) == {"Straks"}
    assert client.get(f"/wijken/oostgaarde/bijeenkomsten/{hidden.pk}.ics").status_code == 404


def test_calendar_can_be_kept_and_leaves_no_cookie(client: Client, oostgaarde: Wijk, willem: User) -> None:
    planned(oostgaarde, willem, kind=MeetingKind.OFFICE_HOURS)

    first = client.get(OF_WIJK)
    again = client.get(OF_WIJK, headers={"if-none-match": first.headers["ETag"]})

    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert first.headers["Cache-Control"] == "public, no-cache"
    assert not first.cookies
    assert again.status_code == 304
    with time_machine.travel(timezone.now() + dt.timedelta(seconds=90), tick=False):
        assert client.get(OF_WIJK).content == first.content


def test_calendar_of_many_asks_as_much(
    client: Client, oostgaarde: Wijk, willem: User, django_assert_max_num_queries: object
) -> None:
    load_rules()
    meeting = planned(oostgaarde, willem)
    for number in range(40):
        subject = Subject.objects.create(kind="meeting", title="x", path=f"/x/{number}/", is_public=True)
        Meeting.objects.create(
            wijk=oostgaarde,
            kind=MeetingKind.PUBLIC,
            title=f"Nummer {number}",
            place="Hier",
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            subject=subject,
        )

    with django_assert_max_num_queries(6):
        assert len(events(client, OF_WIJK)) == 41


@pytest.mark.parametrize("text", ["Bel\x07letje", "Regel\r\nterug"])
def test_odd_characters_break_no_calendar(text: str, client: Client, oostgaarde: Wijk, willem: User) -> None:
    planned(oostgaarde, willem, introduction=text)

    assert list(events(client)) == ["Wijkoverleg"]
