"""Asking a WOP for advice, saying what one thinks of it, and stopping."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.activity.models import Subject
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.advice.actions.asking import ask_advice, owns, withdraw_advice
from wijken.advice.actions.writing import say_opinion
from wijken.advice.enums import Opinion
from wijken.advice.forms import AskForm, OpinionForm, WithdrawForm
from wijken.advice.models import Advice, Say
from wijken.advice.policies import asker_kind, can_say_opinion, can_withdraw_advice
from wijken.advice.views.shortcuts import advice_page, crumbs_of, list_crumbs, subjects_to_advise_on
from wijken.views.shortcuts import get_wijk_or_404


@require_http_methods(["GET", "POST"])
@login_required
def ask(request: SignedInRequest, slug: str) -> HttpResponse:
    """Ask a WOP for advice: the gemeente and partners on anything, a resident on what is hers."""
    wijk = get_wijk_or_404(slug)
    subjects = subjects_for(request, wijk)
    if not subjects and asker_kind(request.user) is None:
        raise PermissionDenied
    form = AskForm(posted(request), subjects=subjects, initial={"about": request.GET.get("over", "")})
    if asker_kind(request.user) is None:
        del form.fields["title"]
        form.fields["about"].required = True
        form.fields["about"].error_messages["required"] = _("Kies waar je advies over wilt.")
    if form.is_valid():
        try:
            advice = ask_advice(wijk=wijk, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je vraag ligt bij het WOP. Je hoort het als ze beginnen."))
            return redirect(advice)
    context = {"wijk": wijk, "form": form, "breadcrumbs": [*list_crumbs(wijk), (_("Advies vragen"), request.path)]}
    return render(request, "advice/ask.html", context)


def subjects_for(request: SignedInRequest, wijk: Wijk) -> list[Subject]:
    """What somebody can ask about: who works for it anything in the wijk, a resident what is hers."""
    rows = subjects_to_advise_on(wijk)
    if asker_kind(request.user) is not None:
        return rows
    return [one for one in rows if owns(request.user, one)]


@require_http_methods(["GET", "POST"])
@advice_page(can_say_opinion)
def opinion(request: SignedInRequest, advice: Advice) -> HttpResponse:
    """Say as a neighbour what one thinks of it, or change that."""
    said = Say.objects.filter(advice=advice, user=request.user).first()
    initial = {"opinion": said.opinion, "words": said.words} if said else {}
    form = OpinionForm(posted(request), initial=initial)
    if form.is_valid():
        told: dict[str, Any] = {"opinion": Opinion(form.cleaned_data["opinion"]), "words": form.cleaned_data["words"]}
        try:
            say_opinion(advice=advice, actor=request.user, **told)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Dank je wel. Het telt mee als inbreng; het WOP beslist."))
            return redirect(advice)
    crumbs = crumbs_of(advice, request, _("Jouw mening"))
    return render(request, "advice/opinion.html", {"advice": advice, "form": form, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@advice_page(can_withdraw_advice)
def withdraw(request: SignedInRequest, advice: Advice) -> HttpResponse:
    """Stop with it before it is given, with a reason for everybody."""
    form = WithdrawForm(posted(request))
    if form.is_valid():
        try:
            withdraw_advice(advice=advice, actor=request.user, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Dit advies is ingetrokken."))
            return redirect(advice)
    crumbs = crumbs_of(advice, request, _("Intrekken"))
    return render(request, "advice/withdraw.html", {"advice": advice, "form": form, "breadcrumbs": crumbs})
