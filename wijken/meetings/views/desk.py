"""Meetings as the WOP works on them: all of a wijk, and everything of one."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.lib.paging import paginate
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.meetings.days import today
from wijken.meetings.enums import PointState
from wijken.meetings.models import ActionPoint, Appointment, Meeting, Minutes, Point, SignUp
from wijken.meetings.policies import POLICIES, can_open_desk, can_plan_meeting, can_plan_office_hours, can_see_desk
from wijken.meetings.promise import year_plan
from wijken.meetings.views.listing import PAST
from wijken.meetings.views.shortcuts import desk_breadcrumbs, meeting_or_403
from wijken.meetings.workflow import available
from wijken.policies import is_member
from wijken.views.shortcuts import room_breadcrumbs, wijk_page

MOST_NAMES = 500


@require_safe
@wijk_page(can_see_desk)
def desk_list(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Every meeting of a wijk, what is planned against what was promised, and a door to plan one."""
    is_past, rows = request.GET.get("toon") == PAST, Meeting.objects.in_wijk(wijk).public()
    if not is_member(request.user, wijk.pk):
        rows = rows.filter(slot_minutes__isnull=False)  # a gebiedsregisseur runs the spreekuur alone
    rows = rows.past(today()) if is_past else rows.to_come(today())
    context = {
        "wijk": wijk,
        "page": paginate(rows.for_rows(), request.GET),
        "is_past": is_past,
        "plan": year_plan(wijk),
        "may_plan": can_plan_meeting(request.user, wijk.pk),
        "may_plan_office_hours": can_plan_office_hours(request.user, wijk.pk),
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Bijeenkomsten")),
    }
    return render(request, "meetings/desk_list.html", context)


@require_safe
@login_required
def desk(request: SignedInRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Everything of one meeting for who runs it: agenda, who comes, papers, minutes, actions."""
    meeting = meeting_or_403(request, slug, meeting_id, can_open_desk)
    may = {name: policy(request.user, meeting) for name, policy in POLICIES.items()}
    context = {
        "meeting": meeting,
        "wijk": meeting.wijk,
        "may": may,
        "steps": [step.name for step in available(meeting, request.user)],
        **(appointments_of(meeting) if meeting.is_by_appointment else agenda_of(meeting)),
        "who_comes": who_comes(meeting) if may["see_who_comes"] and not meeting.is_by_appointment else {},
        "breadcrumbs": desk_breadcrumbs(meeting, request),
    }
    return render(request, "meetings/desk.html", context)


def agenda_of(meeting: Meeting) -> dict[str, Any]:
    """Points in order, points that wait for an answer, papers, minutes and actions."""
    points = list(Point.objects.filter(meeting=meeting).with_about().prefetch_related("speakers__user"))
    minutes = Minutes.objects.filter(meeting=meeting).select_related("published").first()
    return {
        "points": sorted(
            (one for one in points if one.state == PointState.ACCEPTED), key=lambda one: (one.position, one.pk)
        ),
        "waiting": [one for one in points if one.state == PointState.PROPOSED],
        "papers": list(meeting.documents.all()),
        "minutes": minutes,
        "is_newer": minutes is not None and (minutes.published is None or minutes.published.number != minutes.number),
        "actions": list(ActionPoint.objects.filter(meeting=meeting).with_people().first_due_first()),
    }


def appointments_of(meeting: Meeting) -> dict[str, Any]:
    """The moments of a spreekuur with who comes for what: only who runs it reads this page."""
    taken = {row.slot_id: row for row in Appointment.objects.filter(meeting=meeting).select_related("user")}
    return {"slots": [(slot, taken.get(slot.pk)) for slot in meeting.slots.order_by("starts_at")]}


def who_comes(meeting: Meeting) -> dict[str, Any]:
    """First names of who signed up, for who runs it, and how many gave none."""
    rows = SignUp.objects.filter(meeting=meeting).select_related("user").order_by("created_at", "pk")
    names = [row.user.first_name for row in rows[:MOST_NAMES]]
    return {"names": [name for name in names if name], "nameless": sum(not name for name in names)}
