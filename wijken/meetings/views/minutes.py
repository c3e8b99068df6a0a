"""After a meeting: minutes and their versions, who does what, and a paper as a file."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.accounts.second_factor import has_second_factor
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.moderation.models import Hiding
from gemeente.moderation.policies import can_moderate
from gemeente.users.requests import SignedInRequest
from wijken.meetings.actions.action_points import add_action, change_action, drop_action, tick_action
from wijken.meetings.actions.minutes import newest_of, publish_minutes, write_minutes
from wijken.meetings.forms.minutes import ActionForm, MinutesForm
from wijken.meetings.models import ActionPoint, Meeting, MeetingDocument, Minutes, MinutesVersion
from wijken.meetings.policies import can_publish_minutes, can_tick_action, can_write_minutes
from wijken.meetings.views.agenda import under_desk
from wijken.meetings.views.detail import public_minutes
from wijken.meetings.views.shortcuts import breadcrumbs, get_meeting_or_404, meeting_or_403

DOCUMENT_POLICY = "default-src 'none'; sandbox"  # should a browser show it all the same, nothing in it may act


@require_http_methods(["GET", "POST"])
@login_required
def write(request: SignedInRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Write the minutes and the decisions; nobody else sees them yet."""
    meeting = meeting_or_403(request, slug, meeting_id, can_write_minutes)
    minutes = Minutes.objects.filter(meeting=meeting).first()
    newest = newest_of(minutes) if minutes else None
    initial = {"text": newest.text if newest else "", "based_on": minutes.number if minutes else 0}
    points = list(meeting.points.accepted())
    form, standing = MinutesForm(posted(request), initial=initial, points=points), ""
    if form.is_valid():
        told = {"based_on": form.cleaned_data["based_on"], "text": form.cleaned_data["text"]}
        try:
            write_minutes(meeting=meeting, actor=request.user, decisions=form.decisions, **told)
        except Stale as stale:
            form.add_error(None, str(stale))
            form.look_at(minutes.number if minutes else 0)
            standing = newest.text if newest else ""
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Het verslag is bewaard. Alleen het WOP ziet het nog."))
            return redirect(f"{meeting.desk_url}#verslag")
    return under_desk(
        request, "meetings/write_minutes.html", meeting, _("Verslag schrijven"), form=form, standing_text=standing
    )


@require_http_methods(["GET", "POST"])
@login_required
def publish(request: SignedInRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Read the minutes once more, and make them public."""
    meeting = meeting_or_403(request, slug, meeting_id, can_publish_minutes)
    minutes = Minutes.objects.filter(meeting=meeting).first()
    newest = newest_of(minutes) if minutes else None
    if newest is None:
        return redirect("meetings:write_minutes", slug, meeting_id)
    if request.method == "POST":
        number = request.POST.get("number", "")
        publish_minutes(meeting=meeting, actor=request.user, number=int(number) if number.isdecimal() else 0)
        messages.success(request, _("Het verslag is openbaar. Wie iets doet, krijgt bericht."))
        return redirect(meeting)
    actions = ActionPoint.objects.filter(meeting=meeting).with_people().first_due_first()
    title = _("Verslag openbaar maken")
    return under_desk(request, "meetings/publish.html", meeting, title, version=newest, actions=actions)


@require_safe
@kept_page
def versions(request: HttpRequest, slug: str, meeting_id: int) -> HttpResponse:
    """The public texts of minutes, the newest first: what was changed afterwards stays to be seen."""
    meeting = get_meeting_or_404(request, slug, meeting_id)
    minutes = public_minutes(meeting, Hiding.objects.parts_of(meeting.subject_id))
    if minutes is None:
        raise Http404
    rows = MinutesVersion.objects.filter(minutes=minutes, is_public=True).order_by("-number")
    context = {
        "meeting": meeting,
        "versions": rows[:20],
        "breadcrumbs": breadcrumbs(meeting, request, _("Versies van het verslag")),
    }
    return render(request, "meetings/versions.html", context)


# --- Who does what ----------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@login_required
def new_action(request: SignedInRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Write down what somebody does."""
    meeting = meeting_or_403(request, slug, meeting_id, can_write_minutes)
    form = ActionForm(posted(request), meeting=meeting)
    if form.is_valid():
        key = form.cleaned_data["submission_key"]
        try:
            add_action(meeting=meeting, actor=request.user, submission_key=key, **form.told())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De actie is opgeschreven."))
            return redirect(f"{meeting.desk_url}#acties")
    return under_desk(request, "meetings/action.html", meeting, _("Een actie erbij"), form=form)


@require_http_methods(["GET", "POST"])
@login_required
def edit_action(request: SignedInRequest, slug: str, meeting_id: int, action_id: int) -> HttpResponse:
    """Change what, who or when."""
    meeting = meeting_or_403(request, slug, meeting_id, can_write_minutes)
    action = action_of(meeting, action_id)
    form = ActionForm(posted(request), initial=ActionForm.initial_of(action), meeting=meeting)
    if form.is_valid():
        try:
            change_action(action=action, actor=request.user, **form.told())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect(f"{meeting.desk_url}#acties")
    return under_desk(request, "meetings/action.html", meeting, _("Actie aanpassen"), form=form, task=action)


@require_http_methods(["GET", "POST"])
@login_required
def remove_action(request: SignedInRequest, slug: str, meeting_id: int, action_id: int) -> HttpResponse:
    """Take an action away."""
    meeting = meeting_or_403(request, slug, meeting_id, can_write_minutes)
    action = action_of(meeting, action_id)
    if request.method == "POST":
        drop_action(action=action, actor=request.user)
        messages.success(request, _("De actie is weg."))
        return redirect(f"{meeting.desk_url}#acties")
    return under_desk(request, "meetings/drop.html", meeting, _("Actie weghalen"), name=action.what)


def action_of(meeting: Meeting, action_id: int) -> ActionPoint:
    """One of its actions."""
    action = get_object_or_404(meeting.actions.select_related("user"), pk=action_id)
    action.meeting = meeting
    return action


@require_POST
@login_required
def tick(request: SignedInRequest, action_id: int) -> HttpResponse:
    """Tick an action off, or take the tick away: from one's own page, or the worktable of the WOP."""
    rows = ActionPoint.objects.select_related("meeting__wijk").filter(meeting__subject__is_public=True)
    action = get_object_or_404(rows, pk=action_id)
    if not can_tick_action(request.user, action):
        raise PermissionDenied
    is_done = request.POST.get("choice") != "undo"
    tick_action(action=action, actor=request.user, is_done=is_done)
    messages.success(request, _("Mooi, dat is klaar.") if is_done else _("Het staat weer open."))
    back = request.POST.get("terug", "")
    if back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return redirect(back)
    return redirect(reverse("accounts:mine"))


# --- Papers -----------------------------------------------------------------------------------------------------------
@require_safe
def paper(request: HttpRequest, slug: str, meeting_id: int, key: uuid.UUID) -> HttpResponseBase:
    """A paper to save, for everybody; what a manager hid only for who judges it, after the second step."""
    judges = can_moderate(request.user) and has_second_factor(request)
    rows = MeetingDocument.objects.checked().select_related("meeting__subject")
    if not judges:
        rows = rows.filter(meeting__subject__is_public=True)
    found = get_object_or_404(rows, key=key, meeting=meeting_id, meeting__wijk__slug=slug)
    if not judges and f"document:{found.key}" in Hiding.objects.parts_of(found.meeting.subject_id):
        raise Http404(key)
    try:
        response = FileResponse(
            found.file.open(), as_attachment=True, filename=found.name, content_type="application/pdf"
        )
    except FileNotFoundError:
        raise Http404(key) from None
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = DOCUMENT_POLICY
    patch_cache_control(response, private=True, no_store=True)
    return response
