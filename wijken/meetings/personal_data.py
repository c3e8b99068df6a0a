"""What meetings keep about a person."""

from typing import Any

from django.db.models import F

from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User
from wijken.meetings.enums import PointState
from wijken.meetings.models import (
    ActionPoint,
    Appointment,
    Meeting,
    MinutesVersion,
    Point,
    SignUp,
    SignUpRequest,
    Speaker,
)


def export_meetings(user: User) -> dict[str, Any]:
    """Where she comes, what she brought, wrote and does, and what waits for her mail."""
    proposed = Point.objects.filter(proposed_by=user).order_by("pk")
    of_meeting = ("meeting__title", "meeting__starts_at")
    return {
        "comes": list(SignUp.objects.filter(user=user).order_by("pk").values(*of_meeting, "created_at")),
        "appointments": list(
            Appointment.objects.filter(user=user).order_by("pk").values(*of_meeting, "slot__starts_at", "topic")
        ),
        "points": list(proposed.values(*of_meeting, "title", "explanation", "state", "answer", "created_at")),
        "speaks": list(
            Speaker.objects.filter(user=user).order_by("pk").values("point__title", "point__meeting__starts_at")
        ),
        "actions": list(
            ActionPoint.objects.filter(user=user).order_by("pk").values(*of_meeting, "what", "due_on", "done_at")
        ),
        "minutes": list(
            MinutesVersion.objects.filter(author=user)
            .order_by("pk")
            .values("number", "text", "created_at", meeting=F("minutes__meeting__title"))
        ),
        "requests": list(
            SignUpRequest.objects.filter(email__iexact=user.email or "-").values(*of_meeting, "name", "topic")
        ),
    }


def erase_meetings(user: User) -> None:
    """Forget where she comes and what for. A point that was discussed stays, without whose it was; so do minutes.

    How many came to what is over stays a number.
    """
    SignUpRequest.objects.filter(email__iexact=user.email or "-").delete()
    came = list(SignUp.objects.filter(user=user).values_list("meeting_id", flat=True))
    SignUp.objects.filter(user=user).delete()
    for meeting in Meeting.objects.filter(pk__in=came).order_by("pk").select_for_update():
        if meeting.is_to_come:
            meeting.sign_up_count = meeting.sign_ups.count()
            meeting.save(update_fields=["sign_up_count"])
    Appointment.objects.filter(user=user).delete()
    Speaker.objects.filter(user=user).delete()
    mine = Point.objects.filter(proposed_by=user)
    mine.exclude(state=PointState.ACCEPTED).delete()
    mine.update(proposed_by=None)
    ActionPoint.objects.filter(user=user).update(user=None)


def move_meetings(old: User, new: User) -> None:
    """What was hers stays hers, as far as she has not the same already."""
    for rows, name in ((SignUp.objects, "meeting"), (Appointment.objects, "meeting"), (Speaker.objects, "point")):
        twice = rows.filter(user=new).values(name)
        rows.filter(user=old).exclude(**{f"{name}__in": twice}).update(user=new)
    Point.objects.filter(proposed_by=old).update(proposed_by=new)
    ActionPoint.objects.filter(user=old).update(user=new)
    MinutesVersion.objects.filter(author=old).update(author=new)


MEETINGS_DATA = PersonalData("meetings", export_meetings, erase_meetings, move_meetings)
