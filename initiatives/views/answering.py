"""The page on which an owner answers what the WOP of her wijk asks: a step of writing, and a part to change later."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.answering import answer_wop
from initiatives.asking import Asked, asked_of, seen_answers
from initiatives.models import Initiative
from initiatives.policies import is_concept, is_owner
from initiatives.views.shortcuts import breadcrumbs
from initiatives.writing_steps import PLACE_NUMBER, TOTAL, WOP
from wijken.forms.asking import AskForm

Tabs = list[dict[str, Any]]


def revise_answers(request: SignedInRequest, initiative: Initiative, tabs: Tabs) -> HttpResponse:
    """Answer what the WOP asks. `tabs` are the other parts of what is online. 404 where nothing is asked."""
    asked = asked_of(initiative)
    if not asked:
        raise Http404(WOP.slug)
    form, standing = form_of(request, asked), list[dict[str, str]]()
    if form.is_valid():
        try:
            based_on = request.POST.get("based_on", "")
            answer_wop(initiative=initiative, actor=request.user, answers=form.answers(), based_on=based_on)
        except Stale as stale:
            form.add_error(None, str(stale))
            asked = asked_of(initiative)
            standing = [{"label": a.question.label, "text": a.answer.words if a.answer else "-"} for a in asked]
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return after_answers(request, initiative)
    is_new = is_concept(initiative)
    context = {
        "step": WOP,
        "form": form,
        "initiative": initiative,
        "is_new": is_new,
        "based_on": seen_answers(asked) if standing or not form.is_bound else request.POST.get("based_on", ""),
        "standing": standing,
        "number": PLACE_NUMBER,
        "total": TOTAL,
        "back_url": reverse("initiatives:revise", args=[initiative.slug, "plek"]) if is_new else "",
        "parts": [] if is_new else tabs,
        "breadcrumbs": breadcrumbs(initiative, request, str(WOP.title)),
    }
    return render(request, "initiatives/step.html", context)


def form_of(request: SignedInRequest, asked: list[Asked]) -> AskForm:
    """The questions with what was answered."""
    initial = {
        f"question_{one.question.pk}": one.answer.text if one.answer.number is None else one.answer.number
        for one in asked
        if one.answer
    }
    return AskForm(posted(request), initial=initial, questions=[one.question for one in asked])


def after_answers(request: SignedInRequest, initiative: Initiative) -> HttpResponse:
    """On to the next step of a concept; back to what is online."""
    if not is_concept(initiative):
        messages.success(request, _("Bewaard."))
        return redirect(initiative)
    return redirect(
        "initiatives:revise", initiative.slug, "bereikbaar" if is_owner(request.user, initiative) else "foto"
    )
