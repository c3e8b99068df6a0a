"""The page of one meeting: when and where, who comes, the agenda, what was decided; and its invitation on paper."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.activity.models import Follow
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.prepared import prepared
from gemeente.lib.qr import qr_code
from gemeente.moderation.models import Hiding
from gemeente.moderation.parts import ids_of
from wijken.meetings.enums import MeetingKind, PointState
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
    meeting = shown_or_404(request, slug, meeting_id)
    hidden = frozenset(meeting.hidden_parts)
    minutes = minutes_shown(meeting, hidden)
    may = {name: policy(request.user, meeting) for name, policy in POLICIES.items()}
    context = {
        "meeting": meeting,
        "wijk": meeting.wijk,
        "may": may,
        "mine": own_part(request, meeting),
        **agenda_of(request, meeting, hidden),
        **until_when(meeting),
        "papers": [one for one in meeting.papers if f"document:{one['key']}" not in hidden],
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


@prepared
def shown_at(slug: Any, meeting: Any, user: Any) -> QuerySet[Meeting]:
    """A meeting with its minutes, papers, what is hidden of it, and what the reader has to do with it: one query."""
    mine = {"meeting": OuterRef("pk"), "user": user}
    papers = MeetingDocument.objects.checked().filter(meeting=OuterRef("pk")).order_by("created_at", "key")
    hidden = Hiding.objects.active().filter(subject=OuterRef("subject")).values("part")
    rows = Meeting.objects.public().with_wijk().select_related("written_minutes__published")
    return rows.filter(pk=meeting, wijk__slug=slug).annotate(
        hidden_parts=ArraySubquery(hidden),
        papers=ArraySubquery(papers.values(told=JSONObject(key="key", title="title", size="size"))),
        comes=Exists(SignUp.objects.filter(**mine)),
        follows=Exists(Follow.objects.filter(subject=OuterRef("subject"), user=user)),
        appointment=Appointment.objects.filter(**mine).values("slot")[:1],
        topic=Appointment.objects.filter(**mine).values("topic")[:1],
    )


def shown_or_404(request: HttpRequest, slug: str, meeting_id: int) -> Any:
    """The same: absent, of another wijk and hidden look alike."""
    found = shown_at(slug, meeting_id, request.user.pk)
    if not found:
        raise Http404
    return found[0]


def own_part(request: HttpRequest, meeting: Any) -> dict[str, Any]:
    """Whether the reader comes, follows it, and which moment is hers and what it is about; nothing of a visitor."""
    names = ("comes", "follows", "appointment", "topic")
    return {name: getattr(meeting, name) for name in names} if request.user.is_authenticated else {}


def agenda_of(request: HttpRequest, meeting: Meeting, hidden: frozenset[str]) -> dict[str, Any]:
    """The agenda, and what the reader herself proposed. What a manager hid is there for nobody."""
    if meeting.is_by_appointment:
        return {"points": [], "proposed": []}
    reader = request.user.pk or 0
    rows = Point.objects.filter(meeting=meeting).with_about().exclude(pk__in=ids_of(hidden, "point"))
    rows = rows.filter(Q(state=PointState.ACCEPTED) | Q(proposed_by=reader)).order_by("position", "pk")
    speaks = Speaker.objects.filter(point=OuterRef("pk"), user=reader)
    found = list(rows.annotate(speaks=Exists(speaks))[: 2 * MOST_POINTS])
    return {
        "points": [one for one in found if one.state == PointState.ACCEPTED],
        "proposed": [one for one in found if one.state != PointState.ACCEPTED],
    }


def slots_of(meeting: Meeting) -> list[Slot]:
    """The moments of a spreekuur, with whether somebody has them; never who."""
    if not meeting.is_by_appointment:
        return []
    taken = Appointment.objects.filter(slot=OuterRef("pk"))
    return list(meeting.slots.annotate(is_taken=Exists(taken)).order_by("starts_at"))


def minutes_shown(meeting: Meeting, hidden: frozenset[str]) -> Minutes | None:
    """The minutes that came with the meeting, if the board made them public."""
    minutes: Minutes | None = getattr(meeting, "written_minutes", None)
    return None if minutes is None or minutes.published is None or f"minutes:{minutes.pk}" in hidden else minutes


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
    return rows.with_public_minutes().with_wijk().first()
