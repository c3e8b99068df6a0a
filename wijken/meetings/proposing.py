"""Until which day people propose points: a rule of the portal."""

import datetime as dt

from django.utils import timezone

from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from wijken.meetings.models import Meeting


def last_day_to_propose(meeting: Meeting) -> dt.date:
    """The last day on which somebody may propose a point."""
    return meeting.day - dt.timedelta(days=rule(RuleName.PROPOSAL_DAYS))


def is_open_for_points(meeting: Meeting) -> bool:
    """Whether that day is not over yet."""
    return timezone.localdate() <= last_day_to_propose(meeting)
