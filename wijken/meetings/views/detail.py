"""The page of one meeting: when and where, who comes, the agenda, what was decided; and its invitation on paper."""

from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.activity.models import Follow
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.qr import qr_code
from gemeente.moderation.models import Hiding
from gemeente.moderation.parts import ids_of
from wijken.meetings.enums import MeetingKind
from wijken.meetings.models import (
    ActionPoint,
    Appointment,
    Meeting,
    MeetingDocument,
    Minutes,
    Point,
    SignUp,
    Slot,
    Speaker,
)
from wijken.meetings.policies import POLICIES
from wijken.meetings.proposing import last_day_to_propose
from wijken.meetings.views.shortcuts import breadcrumbs, get_meeting_or_404

MOST_POINTS = 50
MOST_ACTIONS = 100


@require_safe
@kept_page
def meeting_detail(request: HttpRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Everything that anybody may know of a meeting, and what the reader can do."""
    meeting = get_meeting_or_404(request, slug, meeting_id)
    hidden = Hiding.objects.parts_of(meeting.subject_id)
    minutes = public_minutes(meeting, hidden)
    may = {name: policy(request.user, meeting) for name, policy in POLICIES.items()}
    context = {
        "meeting": meeting,
        "wijk": meeting.wijk,
        "may": may,
        "mine": own_part(request, meeting),
        **agenda_of(request, meeting, hidden),
        **until_when(meeting),
        "papers": papers_of(meeting, hidden),
        "slots": slots_of(meeting),
        "minutes": minutes,
        "actions": actions_of(meeting) if minutes else [],
        "carried": carried_to(meeting),
        "last_minutes": last_minutes_of(meeting) if meeting.is_to_come else None,
        "breadcrumbs": breadcrumbs(meeting),
    }
    return render(request, "meetings/detail.html", context)


@require_safe
@kept_page
def invitation(request: HttpRequest, slug: str, meeting_id: int) -> HttpResponse:
    """The invitation on paper: one sheet with the agenda and a code that leads here. Not of what is called off."""
    meeting = get_meeting_or_404(request, slug, meeting_id)
    if meeting.is_cancelled:
        raise Http404(slug)
    url = f"{settings.PUBLIC_URL}{meeting.get_absolute_url()}"
    hidden = Hiding.objects.parts_of(meeting.subject_id)
    context = {
        "meeting": meeting,
        "wijk": meeting.wijk,
        "points": agenda_of(request, meeting, hidden)["points"],
        "carried": carried_to(meeting),
        "code": qr_code(url),
        "short_url": url.split("://", 1)[1].rstrip("/"),
        "breadcrumbs": breadcrumbs(meeting, request, _("Uitnodiging")),
    }
    return render(request, "meetings/invitation.html", context)


def until_when(meeting: Meeting) -> dict[str, Any]:
    """Until which day people propose points, and whether that is still so."""
    if not meeting.is_to_come or meeting.is_by_appointment:
        return {}
    day = last_day_to_propose(meeting)
    return {"propose_until": day, "propose_is_open": timezone.localdate() <= day}


def own_part(request: HttpRequest, meeting: Meeting) -> dict[str, Any]:
    """Whether the reader comes, follows it, and which moment is hers: one query, none for a visitor."""
    if not request.user.is_authenticated:
        return {}
    mine = {"meeting": OuterRef("pk"), "user": request.user.pk}
    rows = Meeting.objects.filter(pk=meeting.pk).annotate(
        comes=Exists(SignUp.objects.filter(**mine)),
        follows=Exists(Follow.objects.filter(subject=OuterRef("subject"), user=request.user.pk)),
        appointment=Appointment.objects.filter(**mine).values("slot")[:1],
    )
    return {**rows.values("comes", "follows", "appointment").get()}


def agenda_of(request: HttpRequest, meeting: Meeting, hidden: frozenset[str]) -> dict[str, Any]:
    """The agenda, and what the reader herself proposed. What a manager hid is there for nobody."""
    if meeting.is_by_appointment:
        return {"points": [], "proposed": []}
    rows = Point.objects.filter(meeting=meeting).with_about().exclude(pk__in=ids_of(hidden, "point"))
    points = list(rows.accepted()[:MOST_POINTS])
    if not request.user.is_authenticated:
        return {"points": points, "proposed": []}
    speaks = set(Speaker.objects.filter(point__meeting=meeting, user=request.user).values_list("point_id", flat=True))
    for point in points:
        point.speaks = point.pk in speaks  # type: ignore[attr-defined]
    mine = rows.filter(proposed_by=request.user).exclude(state="accepted").order_by("pk")
    return {"points": points, "proposed": list(mine[:MOST_POINTS])}


def papers_of(meeting: Meeting, hidden: frozenset[str]) -> list[MeetingDocument]:
    """What lies on the table."""
    rows = MeetingDocument.objects.checked().filter(meeting=meeting)
    return list(rows.exclude(pk__in=ids_of(hidden, "document")))


def slots_of(meeting: Meeting) -> list[Slot]:
    """The moments of a spreekuur, with whether somebody has them; never who."""
    if not meeting.is_by_appointment:
        return []
    taken = Appointment.objects.filter(slot=OuterRef("pk"))
    return list(meeting.slots.annotate(is_taken=Exists(taken)).order_by("starts_at"))


def public_minutes(meeting: Meeting, hidden: frozenset[str]) -> Minutes | None:
    """The minutes, if the board made them public."""
    minutes = Minutes.objects.filter(meeting=meeting, published__isnull=False).select_related("published").first()
    return None if minutes is None or f"minutes:{minutes.pk}" in hidden else minutes


def actions_of(meeting: Meeting) -> QuerySet[ActionPoint]:
    """Who does what after this meeting."""
    return ActionPoint.objects.filter(meeting=meeting).with_people().first_due_first()[:MOST_ACTIONS]


def carried_to(meeting: Meeting) -> list[ActionPoint]:
    """What is still open of earlier meetings: on the agenda of the next one, and only of that."""
    if not meeting.is_to_come or meeting.kind != MeetingKind.PUBLIC:
        return []
    sooner = Meeting.objects.planned_from(timezone.now()).filter(
        wijk=meeting.wijk_id, kind=MeetingKind.PUBLIC, starts_at__lt=meeting.starts_at
    )
    rows = ActionPoint.objects.carried_to(meeting).filter(~Exists(sooner.order_by()))
    return list(rows.with_people().first_due_first()[:MOST_ACTIONS])


def last_minutes_of(meeting: Meeting) -> Meeting | None:
    """The meeting before this one of which everybody may read the minutes."""
    rows = Meeting.objects.public().in_wijk(meeting.wijk_id).filter(starts_at__lt=meeting.starts_at)
    return rows.filter(written_minutes__published__isnull=False).with_wijk().order_by("-starts_at", "-pk").first()
