"""The page of one opgave, and saying that it matters."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.lib.kept_pages import kept_page
from gemeente.lib.panels import render_panels
from gemeente.partners.mandates import held_mandates
from gemeente.users.requests import SignedInRequest
from wijken.agenda.actions.opgaven import stop_support, support_opgave
from wijken.agenda.enums import ROAD, TALKING_STATES, OpgaveState, Origin
from wijken.agenda.models import Opgave
from wijken.agenda.policies import OPGAVE_POLICIES, can_support
from wijken.agenda.showing import headings_of, offers_of, parties_shown, promises_of
from wijken.agenda.views.shortcuts import get_opgave_or_404, opgave_crumbs


@require_safe
@kept_page
def opgave_page(request: HttpRequest, slug: str, opgave: str) -> HttpResponse:
    """Everything about one opgave, and what the reader can do next."""
    row = get_opgave_or_404(request, slug, opgave, is_whole=True)
    context = {
        "opgave": row,
        "wijk": row.wijk,
        "may": {name: policy(request.user, row) for name, policy in OPGAVE_POLICIES.items()},
        "by_line": by_line(row),
        "road": road_of(row),
        "headings": headings_of(row),
        "text": row.text_now,  # type: ignore[attr-defined]
        "parties": parties_shown(row) if row.text_count else [],
        "promises": promises_of(row) if row.offered_at else [],
        "offers": offers_of(row),
        "invites": not request.user.is_authenticated and row.state in TALKING_STATES,
        "my_organisations": [held.organisation_id for held in held_mandates(request.user)],
        "panels": render_panels("opgave", request, row),
        "breadcrumbs": opgave_crumbs(row, request),
    }
    return render(request, "agenda/opgave.html", context)


def by_line(opgave: Opgave) -> str:
    """Who or what brought it up, in words."""
    if opgave.organisation:
        return opgave.organisation.name
    if opgave.origin == Origin.WOP:
        return _("het WOP %(wijk)s") % {"wijk": opgave.wijk.name}
    if opgave.origin == Origin.GEMEENTE:
        return _("de gemeente")
    return opgave.raised_by.profile.public_name


def road_of(opgave: Opgave) -> list[dict[str, Any]]:
    """How far it is, as steps; none for what was dropped."""
    if opgave.state == OpgaveState.DROPPED:
        return []
    here = ROAD.index(OpgaveState(opgave.state))
    states = ["done" if place < here else "current" if place == here else "todo" for place in range(len(ROAD))]
    if opgave.state == OpgaveState.ACHIEVED:
        states[-1] = "done"
    return [{"label": one.label, "state": state} for one, state in zip(ROAD, states, strict=True)]


@require_http_methods(["GET", "POST"])
@login_required
def support(request: SignedInRequest, slug: str, opgave: str) -> HttpResponse:
    """Say that it matters to you, or take that back."""
    row = get_opgave_or_404(request, slug, opgave)
    is_mine = row.is_supported  # type: ignore[attr-defined]
    if not is_mine and not can_support(request.user, row):
        raise PermissionDenied
    if request.method == "POST":
        if request.POST.get("choice") == "stop":
            stop_support(opgave=row, actor=request.user)
            messages.success(request, _("Je steunt dit niet meer."))
        else:
            support_opgave(opgave=row, actor=request.user)
            messages.success(request, _("Dank je wel. Jouw steun telt mee."))
        return redirect(row)
    context = {"opgave": row, "is_mine": is_mine, "breadcrumbs": opgave_crumbs(row, request, _("Steunen"))}
    return render(request, "agenda/support.html", context)
