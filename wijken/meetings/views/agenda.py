"""The agenda as the WOP writes it: points, their order, answers to what residents proposed, papers."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from wijken.meetings.actions.agenda import add_point, answer_point, change_point, drop_point, shift_point
from wijken.meetings.actions.papers import add_paper, remove_paper
from wijken.meetings.enums import PointState
from wijken.meetings.forms.agenda import AnswerForm, PointForm
from wijken.meetings.forms.minutes import PaperForm
from wijken.meetings.models import Meeting, Point
from wijken.meetings.policies import can_add_documents, can_answer_points, can_edit_agenda
from wijken.meetings.views.shortcuts import desk_breadcrumbs, meeting_or_403


def point_or_404(meeting: Meeting, point_id: int, *states: PointState) -> Point:
    """One of its points, in one of these states."""
    rows = meeting.points.select_related("about", "proposed_by__profile").filter(state__in=states)
    point = get_object_or_404(rows, pk=point_id)
    point.meeting = meeting
    return point


def under_desk(request: HttpRequest, template: str, meeting: Meeting, title: str, **more: object) -> HttpResponse:
    """A page under the worktable of a meeting."""
    crumbs = desk_breadcrumbs(meeting, request, title)
    return render(request, template, {"meeting": meeting, "title": title, "breadcrumbs": crumbs, **more})


@require_http_methods(["GET", "POST"])
@login_required
def new_point(request: SignedInRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Put a point on the agenda."""
    meeting = meeting_or_403(request, slug, meeting_id, can_edit_agenda)
    form = PointForm(posted(request))
    if form.is_valid():
        key = form.cleaned_data["submission_key"]
        try:
            add_point(meeting=meeting, actor=request.user, submission_key=key, **form.told())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Het punt staat op de agenda."))
            return redirect(f"{meeting.desk_url}#agenda")
    return under_desk(request, "meetings/point.html", meeting, _("Een punt erbij"), form=form)


@require_http_methods(["GET", "POST"])
@login_required
def edit_point(request: SignedInRequest, slug: str, meeting_id: int, point_id: int) -> HttpResponse:
    """Change a point of the agenda."""
    meeting = meeting_or_403(request, slug, meeting_id, can_edit_agenda)
    point = point_or_404(meeting, point_id, PointState.ACCEPTED)
    form, standing = PointForm(posted(request), initial=PointForm.initial_of(point)), ""
    if form.is_valid():
        try:
            based_on = form.cleaned_data["based_on"] or 0
            change_point(point=point, actor=request.user, based_on=based_on, **form.told())
        except Stale as stale:
            form.add_error(None, str(stale))
            form.look_at(point)
            standing = "\n\n".join(filter(None, [point.title, point.explanation]))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect(f"{meeting.desk_url}#agenda")
    title = _("Punt aanpassen")
    return under_desk(request, "meetings/point.html", meeting, title, form=form, point=point, standing_text=standing)


@require_http_methods(["GET", "POST"])
@login_required
def remove_point(request: SignedInRequest, slug: str, meeting_id: int, point_id: int) -> HttpResponse:
    """Take a point off the agenda."""
    meeting = meeting_or_403(request, slug, meeting_id, can_edit_agenda)
    point = point_or_404(meeting, point_id, PointState.ACCEPTED)
    if request.method == "POST":
        drop_point(point=point, actor=request.user)
        messages.success(request, _("Het punt is van de agenda."))
        return redirect(f"{meeting.desk_url}#agenda")
    return under_desk(request, "meetings/drop.html", meeting, _("Punt weghalen"), name=point.title)


@require_POST
@login_required
def move_point(request: SignedInRequest, slug: str, meeting_id: int, point_id: int) -> HttpResponse:
    """Move a point one place up or down."""
    meeting = meeting_or_403(request, slug, meeting_id, can_edit_agenda)
    point = point_or_404(meeting, point_id, PointState.ACCEPTED)
    shift_point(point=point, actor=request.user, is_up=request.POST.get("choice") != "down")
    return redirect(f"{meeting.desk_url}#punt-{point.pk}")


@require_http_methods(["GET", "POST"])
@login_required
def answer(request: SignedInRequest, slug: str, meeting_id: int, point_id: int) -> HttpResponse:
    """Say yes or no to what somebody proposed."""
    meeting = meeting_or_403(request, slug, meeting_id, can_answer_points)
    point = point_or_404(meeting, point_id, *PointState)
    form = AnswerForm(posted(request))
    if form.is_valid():
        is_accepted, words = form.cleaned_data["choice"] == "yes", form.cleaned_data["answer"]
        try:
            answer_point(point=point, actor=request.user, is_accepted=is_accepted, answer=words)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je antwoord is verstuurd."))
            return redirect(f"{meeting.desk_url}#agenda")
    return under_desk(request, "meetings/answer.html", meeting, _("Antwoord geven"), form=form, point=point)


# --- Papers -----------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@login_required
def new_paper(request: SignedInRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Lay a PDF on the table."""
    meeting = meeting_or_403(request, slug, meeting_id, can_add_documents)
    form = PaperForm(posted(request), request.FILES or None)
    if form.is_valid():
        try:
            add_paper(meeting=meeting, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("document", str(refusal))
        else:
            messages.success(request, _("Het stuk ligt op tafel. Iedereen kan het downloaden."))
            return redirect(f"{meeting.desk_url}#stukken")
    return under_desk(request, "meetings/paper.html", meeting, _("Een stuk erbij"), form=form)


@require_http_methods(["GET", "POST"])
@login_required
def drop_paper(request: SignedInRequest, slug: str, meeting_id: int, key: uuid.UUID) -> HttpResponse:
    """Take a paper away."""
    meeting = meeting_or_403(request, slug, meeting_id, can_add_documents)
    paper = get_object_or_404(meeting.documents, key=key)
    if request.method == "POST":
        remove_paper(paper=paper, actor=request.user)
        messages.success(request, _("Het stuk is weg."))
        return redirect(f"{meeting.desk_url}#stukken")
    return under_desk(request, "meetings/drop.html", meeting, _("Stuk weghalen"), name=paper.title)
