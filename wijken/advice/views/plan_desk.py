"""The desk of civil servants: laying plans before a wijk, treating reactions and deciding. In Dutch only."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.cases.notices import people_of_team
from gemeente.cases.views import CRUMB
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.places.pins import pointed
from gemeente.users.requests import SignedInRequest
from wijken.advice.actions import plans as acting
from wijken.advice.actions.reactions import treat_reactions
from wijken.advice.enums import PlanKind, Treatment
from wijken.advice.forms import HandOverForm
from wijken.advice.models import ReactionTreatment, Voornemen
from wijken.advice.plan_forms import CancelForm, DecideForm, LayForm, PlanDocumentForm, TermForm, TreatForm
from wijken.advice.policies import can_hand_over_voornemen, can_lay_voornemen, can_work_on_voornemen

LIST = ("Plannen voor de wijken", "/werkbak/voornemens/")
ON_A_PAGE = 100  # reactions, to treat many in one go
MOST_LETTERS = 100  # of what somebody looks for


def get_plan_or_404(plan_id: int) -> Voornemen:
    """A plan; also one that a manager hid, for it must be decided all the same."""
    return get_object_or_404(Voornemen.objects.whole(), pk=plan_id)


@require_safe
@desk_page(can_lay_voornemen)
def plans(request: SignedInRequest) -> HttpResponse:
    """All plans, what runs on top."""
    rows = (
        Voornemen.objects.for_rows()
        .select_related("responsible", "subject")
        .prefetch_related(
            Prefetch("wijken", queryset=Voornemen.wijken.rel.model.objects.defer("boundary"))  # type: ignore[attr-defined]
        )
    )
    context = {"page": paginate(rows.open_first(), request.GET, size=50), "breadcrumbs": [CRUMB, LIST]}
    return render(request, "advice/desk_plans.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_lay_voornemen)
def new(request: SignedInRequest) -> HttpResponse:
    """Lay a plan before one or more wijken."""
    form = LayForm(posted(request), initial={"kind": PlanKind.PLAN})
    is_pointed = pointed(request.POST)
    if form.is_valid() and not is_pointed:
        told = {name: value for name, value in form.cleaned_data.items() if name not in ("pin", "kind")}
        told |= {"point": form.cleaned_data["pin"], "kind": PlanKind(form.cleaned_data["kind"])}
        try:
            made = acting.lay_voornemen(actor=request.user, **told)
        except Refused as refusal:
            form.add_error("react_until", str(refusal))
        else:
            messages.success(request, "Iedereen kan het plan nu lezen en erop reageren. Het WOP heeft bericht.")
            return redirect(made.desk_url)
    if is_pointed and not form.has_error("pin"):
        form = LayForm(initial=form.pointed_at())
    crumbs = [CRUMB, LIST, ("Een plan voorleggen", request.path)]
    return render(request, "advice/desk_new_plan.html", {"form": form, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@desk_page(can_lay_voornemen)
def plan(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Where a plan stands, and its reactions: those without a treatment first, many to treat in one go."""
    found = get_plan_or_404(plan_id)
    may_work = can_work_on_voornemen(request.user, found)
    if request.method == "POST" and not may_work:
        raise PermissionDenied
    words = request.GET.get("zoek", "").replace("\x00", "").strip()[:MOST_LETTERS]
    page = paginate(reactions_of(found, words), request.GET, size=ON_A_PAGE)
    form = TreatForm(posted(request), rows=page.rows)
    if form.is_valid():
        told: dict[str, Any] = {"outcome": Treatment(form.cleaned_data["outcome"]), "text": form.cleaned_data["text"]}
        number = treat_reactions(voornemen=found, actor=request.user, reactions=form.cleaned_data["chosen"], **told)
        messages.success(request, f"Opgeschreven bij {number} {'reactie' if number == 1 else 'reacties'}.")
        return redirect(found.desk_url)
    context = {
        "plan": found,
        "page": page,
        "words": words,
        "form": form,
        "may_work": may_work,
        "may_hand_over": can_hand_over_voornemen(request.user, found),
        "missing": acting.what_is_missing(found) if found.is_running else "",
        "breadcrumbs": [CRUMB, LIST, (found.title, request.path)],
    }
    return render(request, "advice/desk_plan.html", context)


def reactions_of(found: Voornemen, words: str) -> Any:
    """Its reactions, those without a treatment first; with words, those in which they stand."""
    rows = found.reactions.select_related("author__profile")
    rows = rows.filter(text__icontains=words) if words else rows
    last = Prefetch("treatments", queryset=ReactionTreatment.objects.order_by("number"), to_attr="told")
    return rows.prefetch_related(last).order_by("outcome", "pk")


# --- One thing with a form --------------------------------------------------------------------------------------------
def one_act(
    request: SignedInRequest,
    plan_id: int,
    make: Callable[[Voornemen], forms.Form],
    act: Callable[[Voornemen, forms.Form], object],
    words: dict[str, str],
    field: str | None = None,
    policy: Callable[[Any, Voornemen], bool] = can_work_on_voornemen,
) -> HttpResponse:
    """A page with a form that does one thing with a plan; what is refused stands at `field`."""
    found = get_plan_or_404(plan_id)
    if not policy(request.user, found):
        raise PermissionDenied
    form = make(found)
    if form.is_valid():
        try:
            act(found, form)
        except Refused as refusal:
            form.add_error(field, str(refusal))
        else:
            messages.success(request, words["done"])
            return redirect(found.desk_url)
    crumbs = [CRUMB, LIST, (found.title, found.desk_url), (words["title"], request.path)]
    return render(request, "advice/desk_act.html", {"plan": found, "form": form, "words": words, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@desk_page(can_lay_voornemen)
def add_document(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Put a PDF with it."""
    words = {"title": "Document erbij", "label": "Zet het erbij", "done": "Het document staat erbij."}
    return one_act(
        request,
        plan_id,
        lambda _plan: PlanDocumentForm(posted(request), request.FILES or None),
        lambda found, form: acting.add_plan_document(voornemen=found, actor=request.user, **form.cleaned_data),
        words,
        "document",
    )


@require_http_methods(["GET", "POST"])
@desk_page(can_lay_voornemen)
def extend(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Give more time to react."""
    words = {"title": "Meer tijd om te reageren", "label": "Bewaar deze dag", "done": "Iedereen kan langer reageren."}
    return one_act(
        request,
        plan_id,
        lambda found: TermForm(posted(request), initial={"react_until": found.react_until}),
        lambda found, form: acting.extend_term(voornemen=found, actor=request.user, **form.cleaned_data),
        words,
        "react_until",
    )


@require_http_methods(["GET", "POST"])
@desk_page(can_lay_voornemen)
def decide(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Decide, and publish what was done with the reactions."""
    words = {
        "title": "Besluiten",
        "label": "Maak dit besluit openbaar",
        "done": "Het besluit staat er. Wie reageerde, heeft bericht.",
    }
    return one_act(
        request,
        plan_id,
        lambda _plan: DecideForm(posted(request)),
        lambda found, form: acting.decide_voornemen(voornemen=found, actor=request.user, **form.cleaned_data),
        words,
    )


@require_http_methods(["GET", "POST"])
@desk_page(can_lay_voornemen)
def cancel(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Say that it does not go on."""
    words = {"title": "Dit gaat niet door", "label": "Trek het plan in", "done": "Wie reageerde, heeft bericht."}
    return one_act(
        request,
        plan_id,
        lambda _plan: CancelForm(posted(request)),
        lambda found, form: acting.cancel_voornemen(voornemen=found, actor=request.user, **form.cleaned_data),
        words,
    )


@require_http_methods(["GET", "POST"])
@desk_page(can_lay_voornemen)
def hand_over(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Make a colleague responsible."""
    words = {"title": "Overdragen aan een collega", "label": "Draag over", "done": "Je collega heeft bericht."}
    return one_act(
        request,
        plan_id,
        lambda found: HandOverForm(posted(request), colleagues=people_of_team().exclude(pk=found.responsible_id)),
        lambda found, form: acting.hand_over_voornemen(voornemen=found, actor=request.user, **form.cleaned_data),
        words,
        policy=can_hand_over_voornemen,
    )
