"""Coming to a meeting or a spreekuur, and not coming after all: with an account, or by the link in a mail."""

from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.models import User
from gemeente.users.requests import SignedInRequest
from wijken.meetings.actions.attending import (
    confirm_sign_up,
    give_back,
    request_sign_up,
    sign_off,
    sign_up,
    take_slot,
)
from wijken.meetings.delivery import read_confirm_token, read_sign_off_token
from wijken.meetings.forms.attending import SignUpForm
from wijken.meetings.models import Appointment, Meeting, SignUp, SignUpRequest, Slot
from wijken.meetings.views.shortcuts import breadcrumbs, get_meeting_or_404


@require_http_methods(["GET", "POST"])
def come(request: HttpRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Say that one comes: at once with an account, a visitor by the link in a mail."""
    meeting = get_meeting_or_404(request, slug, meeting_id)
    if meeting.is_by_appointment:
        raise Http404
    return attend(request, meeting, None)


@require_http_methods(["GET", "POST"])
def choose_slot(request: HttpRequest, slug: str, meeting_id: int, slot_id: int) -> HttpResponse:
    """Take a moment of a spreekuur."""
    meeting = get_meeting_or_404(request, slug, meeting_id)
    slot = get_object_or_404(meeting.slots, pk=slot_id)
    slot.meeting = meeting
    return attend(request, meeting, slot)


def attend(request: HttpRequest, meeting: Meeting, slot: Slot | None) -> HttpResponse:
    """The form of who comes, and what becomes of it."""
    is_visitor = not request.user.is_authenticated
    form = SignUpForm(posted(request), is_by_appointment=meeting.is_by_appointment, is_visitor=is_visitor)
    if form.is_valid():
        try:
            if is_visitor:
                return mail_link(request, meeting, slot, form.cleaned_data)
            return come_now(request, meeting, slot, form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {
        "meeting": meeting,
        "slot": slot,
        "form": form,
        "is_visitor": is_visitor,
        "breadcrumbs": breadcrumbs(meeting, request, _("Ik kom")),
    }
    return render(request, "meetings/come.html", context)


def come_now(request: HttpRequest, meeting: Meeting, slot: Slot | None, told: dict[str, Any]) -> HttpResponse:
    """Let it count for who is signed in."""
    assert request.user.is_authenticated
    if slot:
        take_slot(slot=slot, actor=request.user, topic=told["topic"])
        messages.success(request, _("Dit moment is van jou. Kun je toch niet? Geef het dan terug."))
    else:
        sign_up(meeting=meeting, actor=request.user)
        messages.success(request, _("Fijn dat je komt! Verandert er iets, dan hoor je het."))
    return redirect(meeting)


def mail_link(request: HttpRequest, meeting: Meeting, slot: Slot | None, told: dict[str, Any]) -> HttpResponse:
    """Mail a visitor a link. The answer is the same for every address, known or not; too many at once get none."""
    if not ratelimit.consume(request, action="take_part", key=told["email"].lower()):
        raise Refused(_("Dit gaat te snel achter elkaar. Wacht even en probeer het dan opnieuw."))
    request_sign_up(meeting=meeting, slot=slot, language=get_language() or "nl", **told)
    crumbs = breadcrumbs(meeting, request, _("Kijk in je mail"))
    context = {"meeting": meeting, "email": told["email"], "breadcrumbs": crumbs}
    return render(request, "meetings/check_mail.html", context)


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the link in the mail. It asks once more, since mail programs open links by themselves."""
    asked = request_of(token)
    if asked is None:
        return render(request, "meetings/link_unknown.html", status=404)
    meeting = asked.meeting
    if request.method == "POST":
        try:
            confirm_sign_up(request=asked)
        except Refused as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, _("Fijn dat je komt! In je mail staat hoe je je weer afmeldt."))
        return redirect(meeting)
    crumbs = breadcrumbs(meeting, request, _("Bevestig"))
    return render(request, "meetings/confirm.html", {"meeting": meeting, "asked": asked, "breadcrumbs": crumbs})


def request_of(token: str) -> SignUpRequest | None:
    """The request of a link; None for one that was used, is too old or not ours, and for what is hidden since."""
    try:
        key = read_confirm_token(token)
    except BadSignature:
        return None
    rows = SignUpRequest.objects.filter(key=key, meeting__subject__is_public=True)
    return rows.select_related("meeting__wijk", "slot").first()


@require_http_methods(["GET", "POST"])
@login_required
def stay_away(request: SignedInRequest, slug: str, meeting_id: int) -> HttpResponse:
    """Come no longer, or give one's moment back."""
    meeting = get_meeting_or_404(request, slug, meeting_id)
    return leave(request, meeting, request.user)


@require_http_methods(["GET", "POST"])
def stay_away_by_mail(request: HttpRequest, token: str) -> HttpResponse:
    """The same behind the link in a mail, for who has no account to sign in with."""
    try:
        meeting_id, user_id = read_sign_off_token(token)
    except BadSignature:
        return render(request, "meetings/link_unknown.html", status=404)
    meeting = Meeting.objects.public().with_wijk().filter(pk=meeting_id).first()
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if meeting is None or user is None:
        return render(request, "meetings/link_unknown.html", status=404)
    return leave(request, meeting, user)


def leave(request: HttpRequest, meeting: Meeting, user: User) -> HttpResponse:
    """Ask, and let go."""
    if request.method == "POST":
        if meeting.is_by_appointment:
            give_back(meeting=meeting, actor=user)
            messages.success(request, _("Goed, dit moment is weer vrij voor een ander."))
        else:
            sign_off(meeting=meeting, actor=user)
            messages.success(request, _("Goed dat je het laat weten. Je komt niet."))
        return redirect(meeting)
    rows = Appointment.objects if meeting.is_by_appointment else SignUp.objects
    context = {
        "meeting": meeting,
        "comes": rows.filter(meeting=meeting, user=user).exists(),
        "breadcrumbs": breadcrumbs(meeting, request, _("Ik kom toch niet")),
    }
    return render(request, "meetings/stay_away.html", context)
