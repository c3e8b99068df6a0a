"""The desk of civil servants: which advice waits for an answer, and giving it. In Dutch only."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.accounts.policies import can_be_contact
from gemeente.cases.notices import people_of_team
from gemeente.cases.views import CRUMB
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.users.requests import SignedInRequest
from wijken.advice.actions.replying import hand_over_advice, reply_to_advice
from wijken.advice.enums import OUT, ReplyOutcome
from wijken.advice.forms import HandOverForm, ReplyForm
from wijken.advice.models import Advice
from wijken.advice.policies import can_hand_over_advice, can_reply
from wijken.advice.views.shortcuts import changed

LIST = ("Adviezen van WOP's", "/werkbak/adviezen/")


def get_for_desk_or_404(request: HttpRequest, advice_id: int) -> Advice:
    """An advice that was given; what a manager hid is answered when it is shown again."""
    return get_object_or_404(Advice.objects.public().whole().filter(state__in=OUT), pk=advice_id)


@require_safe
@desk_page(can_be_contact)
def replies(request: SignedInRequest) -> HttpResponse:
    """What waits for an answer, the longest waiting first, and who owes it."""
    rows = Advice.objects.public().waiting().for_rows().select_related("wijk", "about", "responsible")
    context = {"page": paginate(rows, request.GET, size=50), "breadcrumbs": [CRUMB, LIST]}
    return render(request, "advice/desk_list.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_be_contact)
def reply(request: SignedInRequest, advice_id: int) -> HttpResponse:
    """Read an advice and answer it; who is not responsible reads along."""
    advice = get_for_desk_or_404(request, advice_id)
    may_reply, answers = can_reply(request.user, advice), list(advice.replies.select_related("by"))
    if request.method == "POST" and not may_reply:
        raise PermissionDenied
    form = ReplyForm(posted(request), initial={"seen": len(answers)})
    if form.is_valid():
        told = form.cleaned_data | {"outcome": ReplyOutcome(form.cleaned_data["outcome"])}
        try:
            reply_to_advice(advice=advice, actor=request.user, **told)
        except Stale as stale:
            answers = list(advice.replies.select_related("by"))
            form.add_error(None, str(stale))
            form.data = changed(request, seen=len(answers))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Het antwoord staat erbij. Het WOP hoort het.")
            return redirect(advice)
    context = {
        "advice": advice,
        "answers": answers,
        "form": form,
        "may_reply": may_reply,
        "may_hand_over": can_hand_over_advice(request.user, advice),
        "breadcrumbs": [CRUMB, LIST, (advice.shown_title, request.path)],
    }
    return render(request, "advice/desk_reply.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_be_contact)
def hand_over(request: SignedInRequest, advice_id: int) -> HttpResponse:
    """Let a colleague give the answer."""
    advice = get_for_desk_or_404(request, advice_id)
    if not can_hand_over_advice(request.user, advice):
        raise PermissionDenied
    colleagues = people_of_team().exclude(pk=advice.responsible_id or 0)
    form = HandOverForm(posted(request), colleagues=colleagues)
    if form.is_valid():
        try:
            hand_over_advice(advice=advice, actor=request.user, to=form.cleaned_data["to"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{form.cleaned_data['to'].name} geeft nu het antwoord.")
            return redirect("advice_desk:list")
    crumbs = [CRUMB, LIST, (advice.shown_title, advice.desk_url), ("Overdragen", request.path)]
    return render(request, "advice/desk_hand_over.html", {"advice": advice, "form": form, "breadcrumbs": crumbs})
