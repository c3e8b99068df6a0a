"""Meetings as a list: of the whole town, and of one wijk; what comes and what was."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.lib.kept_pages import kept_page
from gemeente.lib.paging import paginate
from wijken.meetings.days import today
from wijken.meetings.models import Meeting
from wijken.meetings.policies import can_see_desk
from wijken.meetings.querysets import MeetingQuerySet
from wijken.views.shortcuts import breadcrumbs, get_wijk_or_404

PAST = "geweest"


@require_safe
@kept_page
def of_town(request: HttpRequest) -> HttpResponse:
    """What comes in all wijken, or what was."""
    context = {"wijk": None, "breadcrumbs": [(_("Bijeenkomsten"), request.path)]}
    return render(request, "meetings/list.html", context | listed(request, Meeting.objects.public()))


@require_safe
@kept_page
def of_wijk(request: HttpRequest, slug: str) -> HttpResponse:
    """What comes in one wijk, or what was."""
    wijk = get_wijk_or_404(slug)
    context = {
        "wijk": wijk,
        "may_see_desk": can_see_desk(request.user, wijk.pk),
        "breadcrumbs": breadcrumbs(wijk, request, _("Bijeenkomsten")),
    }
    return render(request, "meetings/list.html", context | listed(request, Meeting.objects.public().in_wijk(wijk)))


def listed(request: HttpRequest, meetings: MeetingQuerySet) -> dict[str, Any]:
    """One page of what comes, or with `?toon=geweest` of what was."""
    midnight, is_past = today(), request.GET.get("toon") == PAST
    rows = meetings.past(midnight) if is_past else meetings.to_come(midnight)
    return {"page": paginate(rows.for_rows(), request.GET), "is_past": is_past}
