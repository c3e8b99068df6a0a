"""Planning a meeting, changing it, calling it off, and letting it go on after all."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.meetings.actions.meetings import cancel_meeting, change_meeting, plan_meeting, resume_meeting
from wijken.meetings.enums import MeetingKind
from wijken.meetings.forms.meetings import MeetingForm, ReasonForm
from wijken.meetings.models import Meeting
from wijken.meetings.policies import (
    can_cancel_meeting,
    can_change_meeting,
    can_plan_meeting,
    can_plan_office_hours,
    can_resume_meeting,
)
from wijken.meetings.views.shortcuts import desk_breadcrumbs, meeting_or_403
from wijken.views.shortcuts import room_breadcrumbs, wijk_page


@require_http_methods(["GET", "POST"])
@wijk_page(can_plan_meeting)
def new_meeting(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Plan a meeting that everybody can come to."""
    return plan(request, wijk, is_by_appointment=False)


@require_http_methods(["GET", "POST"])
@wijk_page(can_plan_office_hours)
def new_office_hours(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Plan a spreekuur, one at a time."""
    return plan(request, wijk, is_by_appointment=True)


def plan(request: SignedInRequest, wijk: Wijk, *, is_by_appointment: bool) -> HttpResponse:
    """The form of a new meeting, and what becomes of it."""
    initial = first_words(wijk, is_by_appointment)
    form = MeetingForm(posted(request), initial=initial, is_by_appointment=is_by_appointment, is_new=True)
    if form.is_valid():
        kind = MeetingKind(form.cleaned_data.get("kind") or MeetingKind.OFFICE_HOURS)
        key = form.cleaned_data["submission_key"]
        try:
            meeting = plan_meeting(wijk=wijk, actor=request.user, kind=kind, submission_key=key, **form.told())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De bijeenkomst is gepland. Iedereen kan hem nu zien."))
            return redirect(meeting.desk_url)
    title = _("Een spreekuur plannen") if is_by_appointment else _("Een bijeenkomst plannen")
    context = {
        "wijk": wijk,
        "form": form,
        "title": title,
        "cancel_url": reverse("meetings:desk_list", args=[wijk.slug]),
        "breadcrumbs": room_breadcrumbs(wijk, request, title),
    }
    return render(request, "meetings/plan.html", context)


def first_words(wijk: Wijk, is_by_appointment: bool) -> dict[str, Any]:
    """What an empty form begins with: the place of last time, and the usual words."""
    rows = Meeting.objects.in_wijk(wijk).order_by("-created_at", "-pk")
    names = ("place", "is_step_free", "has_hearing_loop", "directions")
    last = rows.values(*names).first() or {}
    if is_by_appointment:
        return last | {"title": _("Spreekuur van de wijkwethouder"), "slot_minutes": 10}
    return last | {"title": _("Wijkoverleg %(wijk)s") % {"wijk": wijk.name}, "kind": MeetingKind.PUBLIC}


@require_http_methods(["GET", "POST"])
@login_required
def change(request: SignedInRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Change words, time or place."""
    meeting = meeting_or_403(request, slug, meeting_id, can_change_meeting)
    form = MeetingForm(
        posted(request),
        initial=MeetingForm.initial_of(meeting),
        is_by_appointment=meeting.is_by_appointment,
        is_new=False,
    )
    standing: list[dict[str, str]] = []
    if form.is_valid():
        based_on = form.cleaned_data["based_on"] or 0
        try:
            change_meeting(meeting=meeting, actor=request.user, based_on=based_on, **form.told())
        except Stale as stale:
            form.add_error(None, str(stale))
            form.look_at(meeting)
            standing = form.texts_of(meeting)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Is de tijd of de plek anders? Dan krijgt wie komt bericht."))
            return redirect(meeting.desk_url)
    title = _("Bijeenkomst aanpassen")
    context = {"wijk": meeting.wijk, "form": form, "title": title, "standing": standing, "meeting": meeting}
    crumbs = desk_breadcrumbs(meeting, request, title)
    return render(request, "meetings/plan.html", context | {"cancel_url": meeting.desk_url, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@login_required
def cancel(request: SignedInRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Call it off, with a reason."""
    meeting = meeting_or_403(request, slug, meeting_id, can_cancel_meeting)
    form = ReasonForm(posted(request))
    if form.is_valid():
        try:
            cancel_meeting(meeting=meeting, actor=request.user, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De bijeenkomst is afgelast. Wie zou komen, krijgt bericht."))
            return redirect(meeting.desk_url)
    crumbs = desk_breadcrumbs(meeting, request, _("Afgelasten"))
    return render(request, "meetings/cancel.html", {"meeting": meeting, "form": form, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@login_required
def resume(request: SignedInRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Let it go on after all."""
    meeting = meeting_or_403(request, slug, meeting_id, can_resume_meeting)
    if request.method == "POST":
        resume_meeting(meeting=meeting, actor=request.user)
        messages.success(request, _("De bijeenkomst gaat toch door. Wie zou komen, krijgt bericht."))
        return redirect(meeting.desk_url)
    crumbs = desk_breadcrumbs(meeting, request, _("Toch door laten gaan"))
    return render(request, "meetings/resume.html", {"meeting": meeting, "breadcrumbs": crumbs})
