"""Plans of the gemeente as everybody reads them, and reacting on one."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.paging import paginate
from gemeente.lib.panels import render_panels
from gemeente.moderation.models import Hiding
from gemeente.moderation.parts import ids_of
from gemeente.places.maps import point_map
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.advice.actions.reactions import react, take_back_reaction
from wijken.advice.models import PlanDocument, Reaction, ReactionTreatment, Voornemen
from wijken.advice.plan_forms import ReactForm
from wijken.advice.policies import PLAN_POLICIES, can_react, can_take_back_reaction
from wijken.policies import is_board
from wijken.views.shortcuts import Crumbs, breadcrumbs, get_wijk_or_404

# A document is saved, never shown by us; should a browser show it all the same, nothing in it may act.
DOCUMENT_POLICY = "default-src 'none'; sandbox"


def get_plan_or_404(slug: str, plan_id: int) -> tuple[Voornemen, Wijk, list[Wijk]]:
    """The one door to a plan of a wijk, with that wijk and the others; what a manager hid is for nobody."""
    plan = get_object_or_404(Voornemen.objects.public().whole(), pk=plan_id)
    wijken = list(plan.wijken.defer("boundary").order_by("name"))
    wijk = next((one for one in wijken if one.slug == slug), None)
    if wijk is None:
        raise Http404(slug)
    return plan, wijk, wijken


def crumbs_of(wijk: Wijk, plan: Voornemen | None = None, request: HttpRequest | None = None, title: str = "") -> Crumbs:
    """Where the plans of a wijk stand, one of them, or a page under it."""
    crumbs = [*breadcrumbs(wijk), (_("Plannen van de gemeente"), reverse("voornemens:list", args=[wijk.slug]))]
    crumbs += [(plan.title, plan.get_absolute_url())] if plan else []
    return [*crumbs, (title, request.path)] if request else crumbs


@require_safe
@kept_page
def plan_list(request: HttpRequest, slug: str) -> HttpResponse:
    """What the gemeente lays before a wijk, what one can react on first."""
    wijk = get_wijk_or_404(slug)
    page = paginate(Voornemen.objects.public().in_wijk(wijk).for_rows().open_first(), request.GET)
    return render(request, "advice/plans.html", {"wijk": wijk, "page": page, "breadcrumbs": crumbs_of(wijk)})


@require_safe
@kept_page
def plan_page(request: HttpRequest, slug: str, plan_id: int) -> HttpResponse:
    """What the gemeente wants, what is open, what people say of it, and what was done with that."""
    plan, wijk, wijken = get_plan_or_404(slug, plan_id)
    hidden = Hiding.objects.parts_of(plan.subject_id)
    page = paginate(reactions_of(plan, hidden), request.GET)
    for row in page.rows:
        row.voornemen = plan
    context = {
        "wijk": wijk,
        "plan": plan,
        "may": {name: policy(request.user, plan) for name, policy in PLAN_POLICIES.items()},
        "may_advise": is_board(request.user, wijk.pk) and plan.is_running,
        "wijken": wijken,
        "documents": list(plan.documents.all()),
        "page": page,
        "rows": [row_of(row, request) for row in page.rows],
        "point_map": point_map(plan.point, is_exact=True) if plan.point else None,
        "panels": render_panels("voornemen", request, plan),
        "breadcrumbs": crumbs_of(wijk, plan),
    }
    return render(request, "advice/plan.html", context)


def reactions_of(plan: Voornemen, hidden: frozenset[str]) -> Any:
    """What people said of it; with what was done with each once it is decided."""
    rows = plan.reactions.shown(ids_of(hidden, "reaction"))
    if plan.decision:
        last = ReactionTreatment.objects.order_by("number")
        rows = rows.prefetch_related(Prefetch("treatments", queryset=last, to_attr="told"))
    return rows


def row_of(reaction: Reaction, request: HttpRequest) -> dict[str, Any]:
    """A reaction with its treatment and what the reader can do."""
    told = getattr(reaction, "told", [])
    return {
        "reaction": reaction,
        "treatment": told[-1] if told else None,
        "may_take_back": can_take_back_reaction(request.user, reaction) and not reaction.outcome,
    }


@require_http_methods(["GET", "POST"])
@login_required
def react_page(request: SignedInRequest, slug: str, plan_id: int) -> HttpResponse:
    """React on a plan."""
    plan, wijk, _wijken = get_plan_or_404(slug, plan_id)
    if not can_react(request.user, plan):
        raise PermissionDenied
    form = ReactForm(posted(request))
    if form.is_valid():
        try:
            react(voornemen=plan, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Dank je wel. Je hoort wat de gemeente met je reactie doet."))
            return redirect(plan)
    crumbs = crumbs_of(wijk, plan, request, _("Reageren"))
    return render(request, "advice/react.html", {"plan": plan, "form": form, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@login_required
def take_back(request: SignedInRequest, slug: str, plan_id: int, reaction_id: int) -> HttpResponse:
    """Take one's own reaction away."""
    plan, wijk, _wijken = get_plan_or_404(slug, plan_id)
    reaction = get_object_or_404(plan.reactions.select_related("voornemen"), pk=reaction_id)
    if not can_take_back_reaction(request.user, reaction) or reaction.outcome:
        raise PermissionDenied
    if request.method == "POST":
        take_back_reaction(reaction=reaction, actor=request.user)
        messages.success(request, _("Je reactie is weg."))
        return redirect(plan)
    crumbs = crumbs_of(wijk, plan, request, _("Reactie weghalen"))
    return render(request, "advice/take_back.html", {"plan": plan, "reaction": reaction, "breadcrumbs": crumbs})


@require_safe
def document(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """A document of a plan, to save."""
    found = get_object_or_404(PlanDocument.objects.filter(voornemen__subject__is_public=True), key=key)
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
