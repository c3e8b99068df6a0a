"""Meetings as iCalendar (RFC 5545), for the calendar on somebody's phone. No names of people.

What was called off stays in it as cancelled, so that it goes away there too; a higher sequence takes the place of what
a calendar had. Nothing in it is of now: the same meetings give the same bytes, so that a calendar that asks often is
told that nothing changed.
"""

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from wijken.meetings.models import Meeting

if TYPE_CHECKING:
    from icalendar import Event, Timezone

TOWN = ZoneInfo("Europe/Amsterdam")
MOST = 300  # the newest of them; seven wijken fill that in five years
NOT_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # RFC 5545, section 3.1


def plain(text: str) -> str:
    """A text as a calendar can hold it."""
    return NOT_IN_TEXT.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def in_calendars(now: dt.datetime) -> dt.datetime:
    """From which moment on meetings stand in a calendar that people follow."""
    return now - dt.timedelta(days=rule(RuleName.CALENDAR_DAYS))


def calendar_of(meetings: Iterable[Meeting], name: str) -> bytes:
    """Meetings as one calendar. Expects `with_wijk()`."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Buitenkans//Bijeenkomsten//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", plain(name))
    calendar.add("x-wr-calname", plain(name))
    calendar.add("refresh-interval", dt.timedelta(hours=6), parameters={"value": "DURATION"})
    calendar.add_component(time_zone())
    for meeting in meetings:
        calendar.add_component(event_of(meeting))
    return calendar.to_ical()


def time_zone() -> "Timezone":
    """The clock of Capelle by the rule of directive 2000/84/EC.

    What icalendar makes of it by itself lists the nights of each year, with those in spring an hour late.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", TOWN.key)
    winter, summer = dt.timedelta(hours=1), dt.timedelta(hours=2)
    turns = (
        (TimezoneDaylight(), "CEST", dt.datetime(1996, 3, 31, 2), 3, winter, summer),  # noqa: DTZ001  (on the clock of before, as a VTIMEZONE wants it)
        (TimezoneStandard(), "CET", dt.datetime(1996, 10, 27, 3), 10, summer, winter),  # noqa: DTZ001
    )
    for turn, name, first, month, before, after in turns:
        turn.add("dtstart", first)
        turn.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        turn.add("tzname", name)
        turn.add("tzoffsetfrom", before)
        turn.add("tzoffsetto", after)
        zone.add_component(turn)
    return zone


def event_of(meeting: Meeting) -> "Event":
    """One meeting. Times are those of Capelle, with their zone: right over the night the clocks change."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{meeting.uid}@{urlsplit(settings.PUBLIC_URL).hostname}")
    event.add("summary", plain(meeting.title if not meeting.is_cancelled else _("Afgelast: %s") % meeting.title))
    event.add("dtstart", meeting.starts_at.astimezone(TOWN))
    event.add("dtend", meeting.ends_at.astimezone(TOWN))
    event.add("dtstamp", meeting.changed_at.astimezone(dt.UTC))
    event.add("created", meeting.created_at.astimezone(dt.UTC))
    event.add("last-modified", meeting.changed_at.astimezone(dt.UTC))
    event.add("sequence", meeting.sequence)
    event.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if meeting.is_cancelled else "OPAQUE")
    event.add("location", plain(meeting.place))
    event.add("description", plain(description_of(meeting)))
    event.add("categories", [plain(meeting.wijk.name)])
    event.add("url", f"{settings.PUBLIC_URL}{meeting.get_absolute_url()}")
    return event


def description_of(meeting: Meeting) -> str:
    """What stands under it: why it is called off, what it is about, and where the agenda stands."""
    link = _("Agenda en aanmelden: %s") % f"{settings.PUBLIC_URL}{meeting.get_absolute_url()}"
    reason = _("Gaat niet door: %s") % meeting.status_reason if meeting.is_cancelled else ""
    return "\n\n".join(filter(None, [reason, meeting.introduction, meeting.directions, link]))
