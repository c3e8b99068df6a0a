"""The doors of meetings, and where their pages stand."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wijken.meetings.models import Meeting
from wijken.meetings.policies import Policy
from wijken.views.shortcuts import Crumbs
from wijken.views.shortcuts import breadcrumbs as wijk_breadcrumbs


def get_meeting_or_404(request: HttpRequest, slug: str, meeting_id: int) -> Meeting:
    """The one door to a meeting: absent, of another wijk and hidden look alike."""
    rows = Meeting.objects.visible_to(request.user).with_wijk()
    meeting = rows.filter(pk=meeting_id, wijk__slug=slug).first()
    if meeting is None:
        raise Http404
    return meeting


def meeting_or_403(request: HttpRequest, slug: str, meeting_id: int, policy: Policy) -> Meeting:
    """A meeting with which the reader may do something. Raises Http404, PermissionDenied."""
    meeting = get_meeting_or_404(request, slug, meeting_id)
    if not policy(request.user, meeting):
        raise PermissionDenied
    return meeting


def breadcrumbs(meeting: Meeting, request: HttpRequest | None = None, title: str = "") -> Crumbs:
    """Where the page of a meeting stands, or a page under it."""
    crumbs = [
        *wijk_breadcrumbs(meeting.wijk),
        (_("Bijeenkomsten"), reverse("meetings:of_wijk", args=[meeting.wijk.slug])),
        (meeting.title, meeting.get_absolute_url()),
    ]
    return [*crumbs, (title, request.path)] if request else crumbs


def desk_breadcrumbs(meeting: Meeting, request: HttpRequest, title: str = "") -> Crumbs:
    """Where a page of the WOP stands that works on a meeting."""
    slug = meeting.wijk.slug
    crumbs = [
        *wijk_breadcrumbs(meeting.wijk),
        (_("Werktafel van het WOP"), reverse("wijken:room", args=[slug])),
        (_("Bijeenkomsten"), reverse("meetings:desk_list", args=[slug])),
        (meeting.title, meeting.desk_url),
    ]
    return [*crumbs, (title, request.path)] if title else crumbs
