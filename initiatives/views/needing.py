"""Owners say what is still needed, and in numbers what they do themselves."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.needing import (
    change_need,
    change_share,
    close_need,
    drop_need,
    drop_share,
    move_need,
    reopen_need,
    state_need,
    state_share,
)
from initiatives.enums import NeedKind, ShareKind
from initiatives.forms.needs import EXAMPLES, NeedForm, NumbersForm
from initiatives.models import Initiative, Need
from initiatives.policies import can_state_needs, can_state_share
from initiatives.showing_needs import bar_of, own_figures
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404

# What an owner does to one need with one button.
ACTS: dict[str, Callable[..., Any]] = {
    "omhoog": lambda **told: move_need(is_up=True, **told),
    "omlaag": lambda **told: move_need(is_up=False, **told),
    "sluiten": close_need,
    "openen": reopen_need,
    "weg": drop_need,
}


@require_http_methods(["GET", "POST"])
@login_required
def needs(request: SignedInRequest, slug: str) -> HttpResponse:
    """What is needed, in the owner's order, and a form for one more; `?soort=` fills it with an example."""
    initiative = get_initiative_or_404(request, slug)
    if not can_state_needs(request.user, initiative):
        raise PermissionDenied
    example = NeedForm.example_of(request.GET.get("soort", ""))
    form = NeedForm(posted(request), initial=example)
    if form.is_valid():
        told = form.cleaned_data | {"kind": NeedKind(form.cleaned_data["kind"])}
        if saved(form, lambda: state_need(initiative=initiative, actor=request.user, **told)):
            messages.success(request, _("Dit staat erbij."))
            return redirect("initiatives:needs", slug)
    rows = list(initiative.needed.order_by("position", "pk"))
    context = {
        "initiative": initiative,
        "form": form,
        "rows": [bar_of(need) | {"need": need} for need in rows],
        "examples": EXAMPLES,
        "chosen": example.get("kind", ""),
        "tabs": tabs_of(initiative, "needs"),
        "breadcrumbs": breadcrumbs(initiative, request, _("Wat er nog nodig is")),
    }
    return render(request, "initiatives/needs.html", context)


def saved(form: forms.Form, write: Callable[[], object]) -> bool:
    """Whether an action took it; its refusal stands above the form."""
    try:
        write()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def tabs_of(initiative: Initiative, current: str) -> list[dict[str, Any]]:
    """The two pages with numbers, as tabs."""
    pages = [("needs", _("Wat er nog nodig is")), ("shares", _("Wat jullie zelf doen"))]
    return [
        {
            "label": label,
            "url": reverse(f"initiatives:{name}", args=[initiative.slug]),
            "is_current": name == current,
        }
        for name, label in pages
        if name != "needs" or not initiative.is_ended
    ]


@require_http_methods(["GET", "POST"])
@login_required
def need(request: SignedInRequest, slug: str, need_id: int) -> HttpResponse:
    """Change one need."""
    initiative = get_initiative_or_404(request, slug)
    row = get_object_or_404(Need.objects.select_related("initiative"), initiative=initiative, pk=need_id)
    if not can_state_needs(request.user, initiative):
        raise PermissionDenied
    form = NeedForm(posted(request), initial=NeedForm.initial_of(row), need=row)
    if form.is_valid():
        try:
            change_need(need=row, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("amount", str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("initiatives:needs", slug)
    crumbs = breadcrumbs(initiative, request, _("Wat er nog nodig is"))
    context = {"initiative": initiative, "need": row, "form": form, "breadcrumbs": crumbs}
    return render(request, "initiatives/need_form.html", context)


@require_POST
@login_required
def act_on_need(request: SignedInRequest, slug: str, need_id: int, act: str) -> HttpResponse:
    """Close a need, open it again, take it away, or let it trade places with its neighbour."""
    initiative = get_initiative_or_404(request, slug)
    row = get_object_or_404(Need.objects.select_related("initiative"), initiative=initiative, pk=need_id)
    if act not in ACTS:
        raise Http404(act)
    if not can_state_needs(request.user, initiative):
        raise PermissionDenied
    try:
        ACTS[act](need=row, actor=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect(f"{reverse('initiatives:needs', args=[slug])}#nodig-{need_id}")


# --- The owners' own share --------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@login_required
def shares(request: SignedInRequest, slug: str) -> HttpResponse:
    """What the owners do themselves in numbers, and a form for one more; after the end too, for what it became."""
    initiative = get_initiative_or_404(request, slug)
    if not can_state_share(request.user, initiative):
        raise PermissionDenied
    form = NumbersForm(posted(request), initiative=initiative)
    if form.is_valid():
        told = form.cleaned_data | {"kind": ShareKind(form.cleaned_data["kind"])}
        if saved(form, lambda: state_share(initiative=initiative, actor=request.user, **told)):
            messages.success(request, _("Dit staat erbij."))
            return redirect("initiatives:shares", slug)
    rows = list(initiative.shares.order_by("position", "pk"))
    context = {
        "initiative": initiative,
        "form": form,
        "rows": rows,
        "figures": own_figures(initiative, rows),
        "tabs": tabs_of(initiative, "shares"),
        "breadcrumbs": breadcrumbs(initiative, request, _("Wat jullie zelf doen")),
    }
    return render(request, "initiatives/shares.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def share(request: SignedInRequest, slug: str, share_id: int) -> HttpResponse:
    """Change one row of the own share."""
    initiative = get_initiative_or_404(request, slug)
    row = get_object_or_404(initiative.shares.select_related("initiative"), pk=share_id)
    if not can_state_share(request.user, initiative):
        raise PermissionDenied
    form = NumbersForm(posted(request), initial=NumbersForm.initial_of(row), initiative=initiative, share=row)
    if form.is_valid():
        told = {"done": row.done} | form.cleaned_data
        if saved(form, lambda: change_share(share=row, actor=request.user, **told)):
            messages.success(request, _("Bewaard."))
            return redirect("initiatives:shares", slug)
    crumbs = breadcrumbs(initiative, request, _("Wat jullie zelf doen"))
    context = {"initiative": initiative, "share": row, "form": form, "breadcrumbs": crumbs}
    return render(request, "initiatives/share_form.html", context)


@require_POST
@login_required
def remove_share(request: SignedInRequest, slug: str, share_id: int) -> HttpResponse:
    """Take one row of the own share away."""
    initiative = get_initiative_or_404(request, slug)
    row = get_object_or_404(initiative.shares.select_related("initiative"), pk=share_id)
    if not can_state_share(request.user, initiative):
        raise PermissionDenied
    try:
        drop_share(share=row, actor=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("initiatives:shares", slug)
