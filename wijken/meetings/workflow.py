"""The life of a meeting as a table: who may bring it from where to where. None of them is ever deleted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijken.meetings.enums import MeetingStatus
from wijken.meetings.policies import Policy, can_cancel_meeting, can_publish_minutes, can_resume_meeting

if TYPE_CHECKING:
    from gemeente.users.models import User
    from wijken.meetings.models import Meeting


@dataclass(frozen=True)
class Transition:
    """One step: its name, where it begins and ends, and who may take it."""

    name: str
    source: MeetingStatus
    target: MeetingStatus
    policy: Policy
    label: str | Promise


TRANSITIONS = (
    Transition(
        "cancel", MeetingStatus.PLANNED, MeetingStatus.CANCELLED, can_cancel_meeting, _("Gelast de bijeenkomst af")
    ),
    Transition(
        "resume", MeetingStatus.CANCELLED, MeetingStatus.PLANNED, can_resume_meeting, _("Laat hem toch doorgaan")
    ),
    # Also by itself, the night after.
    Transition("hold", MeetingStatus.PLANNED, MeetingStatus.HELD, can_publish_minutes, _("De bijeenkomst is geweest")),
)


def available(meeting: "Meeting", user: "User | Any") -> list[Transition]:
    """What somebody may do with it now."""
    return [step for step in TRANSITIONS if step.source == meeting.status and step.policy(user, meeting)]
