"""What meetings add to pages of other nouns."""

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gemeente.lib.panels import Panel
from gemeente.lib.prepared import Asked, prepared
from gemeente.lib.together import moment_of
from gemeente.moderation.models import Hiding, Report
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.doors import room_door
from wijken.meetings.days import today
from wijken.meetings.enums import MeetingKind, MeetingStatus, PointState
from wijken.meetings.models import ActionPoint, Appointment, Meeting, MinutesVersion, Point, SignUp
from wijken.meetings.policies import can_see_desk
from wijken.meetings.promise import year_plan
from wijken.policies import is_member

OF_A_WIJK = 3
MOST = 20  # of one's own
TOLD = 5  # about one subject


# --- The page of a wijk -----------------------------------------------------------------------------------------------
@prepared
def next_of(wijk: Any, midnight: Any) -> QuerySet[Meeting]:
    """What comes first in a wijk."""
    rows = Meeting.objects.public().in_wijk(wijk).to_come(midnight)
    return rows.defer("introduction", "directions")[:OF_A_WIJK]


def coming_asks(request: HttpRequest, wijk: Any) -> list[Asked]:
    """What `coming_to` asks."""
    return [next_of.later(wijk.pk, today())]


def coming_to(wijk: Any) -> list[Meeting]:
    """What comes first in a wijk; asked once for a page that shows it twice."""
    if not hasattr(wijk, "coming_meetings"):
        wijk.coming_meetings = next_of(wijk.pk, today())
        for row in wijk.coming_meetings:
            row.wijk = wijk
    found: list[Meeting] = wijk.coming_meetings
    return found


def next_in_wijk(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """The first that everybody can come to."""
    rows = coming_to(wijk)
    return {"meeting": next((row for row in rows if row.is_to_come and not row.is_by_appointment), None)}


def lines_of_wijken() -> dict[str, str]:
    """When each wijk meets next, in words, by its slug: one query."""
    rows = Meeting.objects.public().filter(ends_at__gt=today(), kind=MeetingKind.PUBLIC)
    rows = rows.exclude(status=MeetingStatus.CANCELLED).order_by("wijk_id", "starts_at", "pk").distinct("wijk_id")
    return {
        slug: _("bijeenkomst op %(day)s") % {"day": date_format(timezone.localtime(starts_at), "j F")}
        for slug, starts_at in rows.values_list("wijk__slug", "starts_at")
    }


def meetings_of_wijk(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """What comes, the first of them with signing up. Cancelled ones stay: somebody may be on her way."""
    rows = coming_to(wijk)
    first = next((row for row in rows if row.is_to_come and not row.is_by_appointment), None)
    return {"wijk": wijk, "meetings": rows, "first": first}


# --- The worktable of a WOP -------------------------------------------------------------------------------------------
@prepared
def at_work(wijk: Any, now: Any) -> QuerySet[Meeting]:
    """The meetings with something to do: minutes to write, points to answer; and those that come."""
    written = MinutesVersion.objects.filter(minutes__meeting=OuterRef("pk"), is_public=True)
    waits = Count("points", filter=Q(points__state=PointState.PROPOSED))
    rows = Meeting.objects.public().in_wijk(wijk).exclude(status=MeetingStatus.CANCELLED)
    rows = rows.annotate(has_minutes=Exists(written), waiting=waits).filter(
        Q(starts_at__gt=now) | Q(has_minutes=False, kind=MeetingKind.PUBLIC)
    )
    return rows.order_by("-starts_at", "-pk")[:MOST]


def work_asks(request: HttpRequest, wijk: Wijk) -> list[Asked]:
    """What `meetings_at_work` asks."""
    return [at_work.later(wijk.pk, moment_of(request))] if is_member(request.user, wijk.pk) else []


def meetings_at_work(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """The next meeting, points that wait for an answer, minutes to write, and what was promised this year."""
    if not is_member(request.user, wijk.pk):
        return {"is_shown": False}
    rows = work_asks(request, wijk)[0]()
    for row in rows:
        row.wijk = wijk
    coming = [row for row in reversed(rows) if row.is_to_come]
    return {
        "is_shown": True,
        "wijk": wijk,
        "next_one": next((row for row in coming if row.kind == MeetingKind.PUBLIC), None),
        "to_answer": [row for row in coming if row.waiting],
        "to_write": [row for row in rows if row.has_begun and not row.is_by_appointment][:OF_A_WIJK],
        "plan": year_plan(wijk),
    }


# --- One's own page ---------------------------------------------------------------------------------------------------
@prepared
def own_rows(user: Any, now: Any) -> QuerySet[User]:
    """Where somebody goes and what she still has to do, as JSON: one query for a page that asks many."""
    comes = SignUp.objects.filter(meeting=OuterRef("pk"), user=user)
    talks = Appointment.objects.filter(meeting=OuterRef("pk"), user=user)
    meetings = Meeting.objects.public().filter(Exists(comes) | Exists(talks), ends_at__gt=now)
    fields = ("id", "title", "place", "status", "starts_at", "ends_at")
    goes = JSONObject(slug="wijk__slug", moment=Subquery(talks.values("slot__starts_at")[:1]), **{n: n for n in fields})
    actions = ActionPoint.objects.open().public().filter(user=user).first_due_first()
    about = {"slug": "meeting__wijk__slug", "title": "meeting__title", "meeting": "meeting_id"}
    does = JSONObject(id="id", what="what", due_on="due_on", **about)
    return User.objects.filter(pk=user).annotate(
        goes=ArraySubquery(meetings.order_by("starts_at", "pk").values(told=goes)[:MOST]),
        does=ArraySubquery(actions.values(told=does)[:MOST]),
    )


def at_meetings(user: Any) -> tuple[QuerySet[Any], ...]:
    """Without one of these somebody has nothing to do with a meeting."""
    return (
        SignUp.objects.filter(user=user),
        Appointment.objects.filter(user=user),
        ActionPoint.objects.filter(user=user),
    )


def meetings_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """Where she goes, and what she promised to do, to be ticked off."""
    found: Any = own_rows(user.pk, moment_of(request))[0]
    return {"meetings": [goes(row) for row in found.goes], "actions": [does(row) for row in found.does]}


def goes(row: dict[str, Any]) -> Meeting:
    """A meeting of one's own out of its JSON."""
    moment = row.pop("moment")
    times = {name: dt.datetime.fromisoformat(row.pop(name)) for name in ("starts_at", "ends_at")}
    meeting = Meeting(wijk=Wijk(slug=row.pop("slug")), **row, **times)
    meeting.moment = dt.datetime.fromisoformat(moment) if moment else None  # type: ignore[attr-defined]
    return meeting


def does(row: dict[str, Any]) -> ActionPoint:
    """An action of one's own out of its JSON."""
    meeting = Meeting(pk=row["meeting"], title=row["title"], wijk=Wijk(slug=row["slug"]))
    due_on = dt.date.fromisoformat(row["due_on"]) if row["due_on"] else None
    return ActionPoint(pk=row["id"], what=row["what"], due_on=due_on, meeting=meeting)


# --- What is talked about ---------------------------------------------------------------------------------------------
@prepared
def told_about(subject: Any, now: Any) -> QuerySet[Point]:
    """What was decided about a subject, and where it comes up."""
    return Point.objects.told_about(subject, now).newest_first()[:TOLD]


def talks_about(request: HttpRequest, about: Any) -> dict[str, Any]:
    """What the WOP said of an initiative or opgave, and when it speaks about it; no query where it never did."""
    return {"told": [sentence_of(point) for asked in talks_ask(request, about) for point in asked()]}


def talks_ask(request: HttpRequest, about: Any) -> list[Asked]:
    """What `talks_about` asks."""
    is_discussed = about.subject_id and getattr(about, "is_discussed", True)
    return [told_about.later(about.subject_id, moment_of(request))] if is_discussed else []


def sentence_of(point: Point) -> dict[str, str]:
    """One point as a line: when, where to read more, and what was decided."""
    meeting = point.meeting
    day = {"day": date_format(meeting.day, "j F Y")}
    is_decided = bool(point.decision) and meeting.has_begun
    said = _("Besproken in het WOP op %(day)s") if is_decided else _("Staat op de agenda van het WOP van %(day)s")
    return {
        "said": said % day,
        "decision": point.decision if is_decided else "",
        "url": f"{meeting.get_absolute_url()}#punt-{point.pk}",
    }


# --- What a moderator judges ------------------------------------------------------------------------------------------
def reported_meeting(request: HttpRequest, about: Report | Hiding) -> dict[str, Any]:
    """A meeting as everybody reads it, with its points and minutes."""
    if about.subject.kind != "meeting":
        return {"meeting": None}
    meeting = Meeting.objects.with_wijk().filter(subject=about.subject).first()
    versions = MinutesVersion.objects.filter(minutes__meeting=meeting, is_public=True).order_by("-number")
    return {"meeting": meeting, "points": meeting.agenda if meeting else [], "version": versions.first()}


PANELS = (
    Panel(
        "wijk",
        "meetings",
        "meetings/panel_wijk.html",
        meetings_of_wijk,
        position=20,
        title=gettext_lazy("Bijeenkomsten"),
        asks=coming_asks,
    ),
    Panel("wijk_now", "meetings", "meetings/panel_now.html", next_in_wijk, position=20, asks=coming_asks),
    Panel("room", "meetings", "meetings/panel_room.html", meetings_at_work, position=20, asks=work_asks),
    Panel(
        "mine",
        "meetings",
        "meetings/panel_mine.html",
        meetings_of_person,
        position=25,
        rows=at_meetings,
        asks=lambda request, user: [own_rows.later(user.pk, moment_of(request))],
    ),
    Panel("initiative", "meetings", "meetings/panel_subject.html", talks_about, asks=talks_ask),
    Panel("opgave", "meetings", "meetings/panel_subject.html", talks_about, asks=talks_ask),
    Panel("report", "meeting", "meetings/panel_report.html", reported_meeting),
    room_door(
        "meetings",
        title=gettext_lazy("Bijeenkomsten"),
        text=gettext_lazy("Plan een bijeenkomst of spreekuur, maak de agenda en schrijf het verslag."),
        url_name="meetings:desk_list",
        link_label=gettext_lazy("Naar de bijeenkomsten"),
        position=20,
        policy=can_see_desk,
    ),
)
