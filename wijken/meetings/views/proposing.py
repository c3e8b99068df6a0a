"""What residents bring to the agenda: a point, and a wish to speak."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from wijken.meetings.actions.agenda import ask_to_speak, propose_point, stop_speaking, withdraw_point
from wijken.meetings.enums import PointState
from wijken.meetings.forms.agenda import PointForm
from wijken.meetings.models import Speaker
from wijken.meetings.policies import can_propose_point
from wijken.meetings.proposing import last_day_to_propose
from wijken.meetings.views.shortcuts import breadcrumbs, get_meeting_or_404, meeting_or_403


@require_http_methods(["GET", "POST"])
@login_required
def propose(request: SignedInRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Propose a point; the board answers."""
    meeting = meeting_or_403(request, slug, meeting_id, can_propose_point)
    form = PointForm(posted(request), is_proposal=True)
    if form.is_valid():
        key = form.cleaned_data["submission_key"]
        try:
            propose_point(meeting=meeting, actor=request.user, submission_key=key, **form.told())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je voorstel is bij het bestuur van het WOP. Je krijgt bericht."))
            return redirect(meeting)
    context = {
        "meeting": meeting,
        "form": form,
        "until": last_day_to_propose(meeting),
        "breadcrumbs": breadcrumbs(meeting, request, _("Een punt voorstellen")),
    }
    return render(request, "meetings/propose.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def withdraw(request: SignedInRequest, slug: str, meeting_id: int, point_id: int) -> HttpResponse:
    """Take away what one proposed oneself."""
    meeting = get_meeting_or_404(request, slug, meeting_id)
    point = get_object_or_404(meeting.points, pk=point_id, proposed_by=request.user, state=PointState.PROPOSED)
    if request.method == "POST":
        withdraw_point(point=point, actor=request.user)
        messages.success(request, _("Je voorstel is weg."))
        return redirect(meeting)
    crumbs = breadcrumbs(meeting, request, _("Voorstel weghalen"))
    return render(request, "meetings/withdraw.html", {"meeting": meeting, "point": point, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@login_required
def speak(request: SignedInRequest, slug: str, meeting_id: int, point_id: int) -> HttpResponse:
    """Ask to speak at a point, or not after all."""
    meeting = get_meeting_or_404(request, slug, meeting_id)
    if not can_propose_point(request.user, meeting):
        raise PermissionDenied
    point = get_object_or_404(meeting.points.accepted(), pk=point_id)
    speaks = Speaker.objects.filter(point=point, user=request.user).exists()
    if request.method == "POST":
        if request.POST.get("choice") == "stop":
            stop_speaking(point=point, actor=request.user)
            messages.success(request, _("Goed, je zegt hier niets over."))
        else:
            ask_to_speak(point=point, actor=request.user)
            messages.success(request, _("Het bestuur weet dat je hier iets over wilt zeggen."))
        return redirect(f"{meeting.get_absolute_url()}#punt-{point.pk}")
    context = {
        "meeting": meeting,
        "point": point,
        "speaks": speaks,
        "breadcrumbs": breadcrumbs(meeting, request, _("Iets zeggen")),
    }
    return render(request, "meetings/speak.html", context)
