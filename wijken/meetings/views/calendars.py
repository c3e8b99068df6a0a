"""Meetings for the calendar on somebody's phone: of a wijk, of the whole town, and one of them."""

import re

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.lib.kept_pages import kept_page
from wijken.meetings.calendar import MOST, calendar_of, in_calendars
from wijken.meetings.models import Meeting
from wijken.meetings.querysets import MeetingQuerySet
from wijken.meetings.views.shortcuts import get_meeting_or_404
from wijken.views.shortcuts import get_wijk_or_404

CONTENT_TYPE = "text/calendar; charset=utf-8"


@require_safe
@kept_page
def of_town(request: HttpRequest) -> HttpResponse:
    """All wijken in one calendar."""
    return answer(feed(Meeting.objects.public()), _("Bijeenkomsten in Capelle"), "bijeenkomsten")


@require_safe
@kept_page
def of_wijk(request: HttpRequest, slug: str) -> HttpResponse:
    """The calendar of one wijk."""
    wijk = get_wijk_or_404(slug)
    name = _("Bijeenkomsten in %(wijk)s") % {"wijk": wijk.name}
    return answer(feed(Meeting.objects.public().in_wijk(wijk)), name, f"bijeenkomsten-{slug}")


@require_safe
@kept_page
def of_meeting(request: HttpRequest, slug: str, meeting_id: int) -> HttpResponse:
    """One meeting, to put in one's own calendar."""
    meeting = get_meeting_or_404(request, slug, meeting_id)
    return answer([meeting], meeting.title, f"bijeenkomst-{meeting.pk}")


def feed(meetings: MeetingQuerySet) -> list[Meeting]:
    """What stands in a calendar that people follow: what was not long ago, and all that is to come."""
    recent = meetings.filter(starts_at__gte=in_calendars(timezone.now()))
    return list(recent.with_wijk().order_by("-starts_at", "-pk")[:MOST])


def answer(meetings: list[Meeting], name: str, file: str) -> HttpResponse:
    """A calendar as a file that a calendar program opens."""
    name_of_file = re.sub(r"[^a-z0-9-]", "", file)
    disposition = f'inline; filename="{name_of_file}.ics"'
    return HttpResponse(
        calendar_of(meetings, name), content_type=CONTENT_TYPE, headers={"Content-Disposition": disposition}
    )
