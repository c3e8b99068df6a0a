"""Who hears what of a meeting. Names of who comes go to nobody but who runs it."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import translation

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.roles import people_in, people_with_role
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.following.delivery import followers_of
from wijken.meetings.models import Meeting

INVITATION = "meeting_invitation"
MOVED = "meeting_moved"
CANCELLED = "meeting_cancelled"
RESUMED = "meeting_resumed"
POINT_WAITS = "point_proposed"
POINT_ANSWER = "point_answered"
COMING = "meeting_coming"
MINUTES = "minutes_published"
ACTION_FOR_YOU = "action_for_you"
SLOT_TAKEN_NOTICE = "slot_taken"
SLOT_BACK = "slot_given_back"


def board_of(wijk: Wijk | Any) -> QuerySet[User]:
    """The board of the WOP of a wijk."""
    return people_with_role(Role.WOP_BOARD, wijk)


def members_of(wijk: Wijk | Any) -> QuerySet[User]:
    """The members of the WOP of a wijk, its board included."""
    return people_in(RoleAssignment.objects.filter(role__in=(Role.WOP_BOARD, Role.WOP_MEMBER), wijk=wijk))


def invited_to(meeting: Meeting) -> QuerySet[User]:
    """Who gets the invitation: the WOP, who follows the wijk or the meeting, and who signed up already.

    Who follows the wijk without an account has an address only, and gets a mail of her own.
    """
    follows = Q(pk__in=[watch.user_id for watch in followers_of(meeting.wijk) if watch.user_id])
    of_wop, comes = Q(pk__in=members_of(meeting.wijk).values("pk")), Q(pk__in=coming_to(meeting).values("pk"))
    return User.objects.filter(of_wop | follows | comes, is_active=True)


def coming_to(meeting: Meeting) -> QuerySet[User]:
    """Who must know when something changes: who comes, took a moment of a spreekuur, spoke up, or follows it."""
    mine = Q(sign_ups__meeting=meeting) | Q(appointments__meeting=meeting) | Q(follows__subject=meeting.subject_id)
    mine |= Q(speaking_at__point__meeting=meeting) | Q(proposed_points__meeting=meeting)
    return User.objects.filter(mine, is_active=True).distinct()


def path_of(meeting: Meeting, desk: bool = False) -> str:
    """Where a button leads, in Dutch."""
    with translation.override("nl"):
        return meeting.desk_url if desk else meeting.get_absolute_url()


def who_runs(meeting: Meeting) -> QuerySet[User]:
    """Who plans this one: the board, and of a spreekuur the gebiedsregisseur too."""
    roles = [Role.WOP_BOARD, *([Role.GEBIEDSREGISSEUR] if meeting.is_by_appointment else [])]
    return people_in(RoleAssignment.objects.filter(role__in=roles, wijk=meeting.wijk))


def reading_minutes_of(meeting: Meeting) -> QuerySet[User]:
    """Who hears that the minutes are there: who got the invitation."""
    return invited_to(meeting)


def own_page() -> str:
    """Where somebody ticks off what she does, in Dutch."""
    with translation.override("nl"):
        return reverse("accounts:mine")
