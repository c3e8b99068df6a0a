"""Asking to join the team of a WOP, and the board's answer."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.actions.joining import accept_request, ask_to_join, decline_request, refusal_of_asker, withdraw_request
from wijken.enums import Function, RequestState
from wijken.forms.team import AnswerForm, JoinForm
from wijken.models import JoinRequest, Membership, Wop
from wijken.policies import can_answer_request, can_ask_to_join
from wijken.team import board_of, groups_in
from wijken.views.shortcuts import breadcrumbs, get_wijk_or_404, room_breadcrumbs, saved, wijk_page


@require_http_methods(["GET", "POST"])
@login_required
def join(request: SignedInRequest, slug: str) -> HttpResponse:
    """Ask to join; who asked sees here what she asked and what the board said."""
    wijk = get_wijk_or_404(slug)
    may = can_ask_to_join(request.user, wijk.pk)
    if request.method == "POST" and not may:
        raise PermissionDenied
    mine = JoinRequest.objects.filter(wijk=wijk, user=request.user).order_by("-pk").first()
    waiting = mine if mine and mine.state == RequestState.OPEN else None
    initial = {"words": waiting.words, "likes": waiting.likes} if waiting else {}
    form = JoinForm(posted(request), initial=initial)
    if form.is_valid():
        try:
            ask_to_join(wijk=wijk, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            sentence = _("Je vraag is verstuurd. Je krijgt bericht als er een antwoord is.")
            return saved(request, sentence, "wijken:join", wijk)
    rows = Membership.objects.in_wijk(wijk).filter(user=request.user).exclude(end_reason="")
    context = {
        "wijk": wijk,
        "wop": Wop.objects.filter(wijk=wijk).first(),
        "form": form if may else None,
        "mine": mine,
        "waiting": waiting,
        "refusal": refusal_of_asker(request.user, wijk),
        "ended": rows.order_by("-ends_on", "-pk").first(),
        "has_board": bool(board_of(wijk, timezone.localdate())),
        "breadcrumbs": breadcrumbs(wijk, request, _("Doe mee met het WOP")),
    }
    return render(request, "wijken/join.html", context)


@require_POST
@login_required
def withdraw_join(request: SignedInRequest, slug: str) -> HttpResponse:
    """Take back what one asked."""
    wijk = get_wijk_or_404(slug)
    waiting = JoinRequest.objects.open().in_wijk(wijk).filter(user=request.user).first()
    if waiting is None:
        messages.warning(request, _("Er staat geen vraag van je open."))
        return redirect("wijken:join", wijk.slug)
    try:
        withdraw_request(request=waiting, actor=request.user)
    except Stale as stale:
        messages.warning(request, str(stale))
    else:
        messages.success(request, _("Je vraag is ingetrokken. Je kunt het altijd opnieuw vragen."))
    return redirect("wijken:join", wijk.slug)


@require_http_methods(["GET", "POST"])
@wijk_page(can_answer_request)
def answer_join(request: SignedInRequest, wijk: Wijk, request_id: int) -> HttpResponse:
    """The board reads who asks to join, and answers."""
    rows = JoinRequest.objects.in_wijk(wijk).select_related("wijk", "user__profile")
    asked = get_object_or_404(rows, pk=request_id)
    groups = [group["name"] for group in groups_in(wijk, timezone.localdate())]
    form = AnswerForm(posted(request), groups=groups)
    if asked.state == RequestState.OPEN and form.is_valid():
        try:
            answer(asked, request, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return saved(request, _("Jullie antwoord is verstuurd."), "wijken:team_inside", wijk)
    context = {
        "wijk": wijk,
        "asked": asked,
        "is_open": asked.state == RequestState.OPEN,
        "form": form,
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Wie wil meedoen")),
    }
    return render(request, "wijken/answer_join.html", context)


def answer(asked: JoinRequest, request: SignedInRequest, form: AnswerForm) -> None:
    """Let the answer of the board count. Raises Refused."""
    told = form.cleaned_data
    if told["answer"] == AnswerForm.NO:
        decline_request(request=asked, actor=request.user, answer=told["words"])
        return
    function = Function(told["answer"])
    group = told["group"] if function == Function.GROUP else ""
    accept_request(request=asked, actor=request.user, function=function, group=group, answer=told["words"])
