"""One answer of the uitvoeringsplan: its words, its versions, and what both sides say."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.cases.quarters import words_of_quarter
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.partners.mandates import held_mandates
from gemeente.users.requests import SignedInRequest
from wijken.agenda.actions.promising import (
    answer_opgave,
    change_promise,
    counter_sign,
    reply_to_promise,
    tell_progress,
    withdraw_promise,
)
from wijken.agenda.enums import Progress
from wijken.agenda.forms.promises import ProgressForm, PromiseForm, ReasonForm, ReplyForm
from wijken.agenda.models import Opgave, Promise, PromiseVersion
from wijken.agenda.policies import (
    PROMISE_POLICIES,
    PromisePolicy,
    can_answer,
    can_change_promise,
    can_counter_sign,
    can_reply,
    can_tell_progress,
)
from wijken.agenda.showing import hidden, promise_title
from wijken.agenda.views.shortcuts import get_opgave_or_404, opgave_crumbs, saved, second_step

MOST = 100


def get_promise_or_404(opgave: Opgave, promise_id: int) -> Promise:
    """One answer to an opgave."""
    promise = get_object_or_404(Promise.objects.select_related("organisation"), opgave=opgave, pk=promise_id)
    promise.opgave = opgave
    return promise


def on_page(request: HttpRequest, promise: Promise, template: str, title: str = "", **more: Any) -> HttpResponse:
    """The page of an answer, or one under it."""
    crumbs = opgave_crumbs(promise.opgave, request)
    crumbs.append((promise.organisation.name, promise.get_absolute_url()))
    context = {"promise": promise, "opgave": promise.opgave, "wijk": promise.opgave.wijk, "title": title}
    context["breadcrumbs"] = [*crumbs, (title, request.path)] if title else crumbs
    return render(request, template, context | more)


def when_of(version: PromiseVersion) -> str:
    """In which quarter, in words."""
    return words_of_quarter(version.quarter) if version.quarter else ""


def allowed(request: SignedInRequest, slug: str, opgave: str, promise_id: int, policy: PromisePolicy) -> Promise:
    """An answer of which the reader may do something. Raises Http404, PermissionDenied."""
    promise = get_promise_or_404(get_opgave_or_404(request, slug, opgave), promise_id)
    if not policy(request.user, promise):
        raise PermissionDenied
    return promise


@require_safe
@kept_page
def promise_page(request: HttpRequest, slug: str, opgave: str, promise_id: int) -> HttpResponse:
    """What was answered, how it changed, and what both sides say of it."""
    promise = get_promise_or_404(get_opgave_or_404(request, slug, opgave), promise_id)
    versions = list(promise.versions.select_related("budget", "counter_signature")[:MOST])
    now = versions[0]
    now.promise = promise
    more: dict[str, Any] = {
        "version": now,
        "when": when_of(now),
        "heading": promise_title(now),
        "before": [
            {"version": row, "when": words_of_quarter(row.quarter) if row.quarter else ""} for row in versions[1:]
        ],
        "replies": list(promise.replies.exclude(pk__in=hidden(promise.opgave, "reply"))[:MOST]),
        "notes": list(promise.notes.exclude(pk__in=hidden(promise.opgave, "progress"))[:MOST]),
        "may": {name: policy(request.user, promise) for name, policy in PROMISE_POLICIES.items()},
    }
    return on_page(request, promise, "agenda/promise.html", **more)


@require_http_methods(["GET", "POST"])
@login_required
def new_promise(request: SignedInRequest, slug: str, opgave: str) -> HttpResponse:
    """Answer a point of an offered agenda; who works for the gemeente after her second step."""
    row = get_opgave_or_404(request, slug, opgave)
    if not can_answer(request.user, row):
        raise PermissionDenied
    if asked := second_step(request):
        return asked
    form = PromiseForm(posted(request), ids=may_promise_for(request))
    if form.is_valid():
        told = {"organisation": form.cleaned_data["organisation"], "said": form.told()}
        key = form.cleaned_data["submission_key"]
        if saved(form, answer_opgave, opgave=row, actor=request.user, submission_key=key, **told):
            messages.success(request, _("Dank je wel. Het WOP en de wijk lezen nu jullie antwoord."))
            return redirect(row)
    crumbs = opgave_crumbs(row, request, _("Antwoord geven"))
    context = {"opgave": row, "wijk": row.wijk, "form": form, "breadcrumbs": crumbs}
    return render(request, "agenda/new_promise.html", context)


def may_promise_for(request: SignedInRequest) -> list[int]:
    """The organisations for which the reader may promise today."""
    return [held.organisation_id for held in held_mandates(request.user) if held.may_promise]


@require_http_methods(["GET", "POST"])
@login_required
def edit_promise(request: SignedInRequest, slug: str, opgave: str, promise_id: int) -> HttpResponse:
    """Say it anew: the board then counter-signs anew."""
    promise = allowed(request, slug, opgave, promise_id, can_change_promise)
    if asked := second_step(request):
        return asked
    now = PromiseVersion.objects.get(promise=promise, number=promise.version_count)
    form = PromiseForm(posted(request), initial=PromiseForm.initial_of(now), ids=[], keeps=now)
    if form.is_valid():
        based_on = form.cleaned_data["based_on"] or 0
        if saved(form, change_promise, promise=promise, actor=request.user, said=form.told(), based_on=based_on):
            messages.success(request, _("Bewaard. Het bestuur van het WOP leest dit, en tekent opnieuw."))
            return redirect(promise)
    return on_page(request, promise, "agenda/edit_promise.html", _("Antwoord veranderen"), form=form)


@require_http_methods(["GET", "POST"])
@login_required
def withdraw(request: SignedInRequest, slug: str, opgave: str, promise_id: int) -> HttpResponse:
    """Withdraw an answer, with a reason."""
    promise = allowed(request, slug, opgave, promise_id, can_change_promise)
    if asked := second_step(request):
        return asked
    form = ReasonForm(posted(request))
    if form.is_valid() and saved(form, withdraw_promise, promise=promise, actor=request.user, **form.cleaned_data):
        messages.success(request, _("Ingetrokken. Iedereen leest waarom."))
        return redirect(promise)
    title = _("Antwoord intrekken")
    return on_page(request, promise, "agenda/promise_form.html", title, form=form, submit_label=_("Trek in"))


@require_http_methods(["GET", "POST"])
@login_required
def sign(request: SignedInRequest, slug: str, opgave: str, promise_id: int) -> HttpResponse:
    """The board takes an answer as it stands."""
    promise = allowed(request, slug, opgave, promise_id, can_counter_sign)
    if request.method == "POST":
        number = request.POST.get("number", "")
        is_number = number.isascii() and number.isdigit() and len(number) < 9
        try:
            counter_sign(promise=promise, actor=request.user, number=int(number) if is_number else 0)
        except Stale as stale:
            messages.warning(request, str(stale))
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Getekend. De organisatie krijgt bericht."))
        return redirect(promise)
    version = promise.versions.get(number=promise.version_count)
    more: dict[str, Any] = {"version": version, "when": when_of(version)}
    return on_page(request, promise, "agenda/sign_promise.html", _("Meetekenen"), **more)


@require_http_methods(["GET", "POST"])
@login_required
def reply(request: SignedInRequest, slug: str, opgave: str, promise_id: int) -> HttpResponse:
    """Say something back."""
    promise = allowed(request, slug, opgave, promise_id, can_reply)
    if asked := second_step(request):
        return asked
    form = ReplyForm(posted(request))
    if form.is_valid() and saved(form, reply_to_promise, promise=promise, actor=request.user, **form.cleaned_data):
        messages.success(request, _("Je reactie staat erbij."))
        return redirect(promise)
    title = _("Reageren")
    return on_page(request, promise, "agenda/promise_form.html", title, form=form, submit_label=_("Zet erbij"))


@require_http_methods(["GET", "POST"])
@login_required
def progress(request: SignedInRequest, slug: str, opgave: str, promise_id: int) -> HttpResponse:
    """Tell how far it is."""
    promise = allowed(request, slug, opgave, promise_id, can_tell_progress)
    if asked := second_step(request):
        return asked
    form = ProgressForm(posted(request), initial={"state": promise.progress})
    if form.is_valid():
        told = form.cleaned_data | {"state": Progress(form.cleaned_data["state"])}
        if saved(form, tell_progress, promise=promise, actor=request.user, **told):
            messages.success(request, _("Dank je wel. Iedereen ziet hoe ver het is."))
            return redirect(promise)
    title = _("Hoe ver is het?")
    return on_page(request, promise, "agenda/promise_form.html", title, form=form, submit_label=_("Vertel het"))
