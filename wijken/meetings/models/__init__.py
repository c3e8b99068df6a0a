"""What a meeting has, one module a subject."""

from wijken.meetings.models.attending import Appointment, SignUp, SignUpRequest, Slot
from wijken.meetings.models.meeting import Meeting, MeetingDocument
from wijken.meetings.models.minutes import ActionPoint, Minutes, MinutesVersion
from wijken.meetings.models.points import Point, Speaker

__all__ = [
    "ActionPoint",
    "Appointment",
    "Meeting",
    "MeetingDocument",
    "Minutes",
    "MinutesVersion",
    "Point",
    "SignUp",
    "SignUpRequest",
    "Slot",
    "Speaker",
]
