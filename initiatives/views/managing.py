"""Where a manager writes ready plans and tips: versions by date, with a look beforehand and their history."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.lib.differences import differences
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.blueprints import add_blueprint, add_card, withdraw_blueprint, withdraw_card
from initiatives.blueprint_policies import can_write_blueprints, can_write_cards
from initiatives.blueprints import VersionLines, version_lines
from initiatives.forms.blueprints import BlueprintForm, CardForm, StepFormSet, steps_of
from initiatives.models import Blueprint, NextStepCard

MANAGE = ("Beheer", "/beheer/")
BLUEPRINTS = ("Draaiboeken", "/beheer/draaiboeken/")
CARDS = ("Tips", "/beheer/tips/")
TEXTS = ("title", "intro", "title_hint", "summary_start", "needs")


def saved(form: Any, action: Any, **told: Any) -> bool:
    """Do what a form asks; what the action refuses stands above the form."""
    try:
        action(**told)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def newest_or_404(model: Any, code: str) -> Any:
    """The newest version of a ready plan or a tip."""
    newest = model.objects.filter(code=code).order_by("-pk").first()
    if newest is None:
        raise Http404(code)
    return newest


# --- Ready plans ------------------------------------------------------------------------------------------------------
@require_safe
@desk_page(can_write_blueprints)
def blueprints(request: SignedInRequest) -> HttpResponse:
    """Every ready plan: what counts now, what comes, and who wrote it."""
    rows: list[VersionLines] = version_lines(Blueprint.objects.select_related("author"), timezone.localdate())
    return render(request, "initiatives/manage_blueprints.html", {"rows": rows, "breadcrumbs": [MANAGE, BLUEPRINTS]})


@require_http_methods(["GET", "POST"])
@desk_page(can_write_blueprints)
def write_blueprint(request: SignedInRequest, code: str = "") -> HttpResponse:
    """Write a version of a ready plan, from the newest; look how it will be before saving."""
    newest: Blueprint | None = newest_or_404(Blueprint, code) if code else None
    initial = BlueprintForm.initial_of(newest) if newest else {}
    form = BlueprintForm(posted(request), initial=initial, newest=newest)
    steps = StepFormSet(posted(request), initial=steps_of(newest), prefix="steps")
    preview = None
    if form.is_valid() & steps.is_valid():
        told = {"code": code} | form.cleaned_data | {"steps": steps.in_order()}
        if "preview" in request.POST:
            preview = told
        elif saved(form, add_blueprint, actor=request.user, **told):
            messages.success(request, "Het draaiboek staat klaar.")
            return redirect("plans:blueprints")
    title = newest.title if newest else "Nieuw draaiboek"
    context = {
        "form": form,
        "steps": steps,
        "preview": preview,
        "newest": newest,
        "breadcrumbs": [MANAGE, BLUEPRINTS, (title, request.path)],
    }
    return render(request, "initiatives/write_blueprint.html", context)


@require_safe
@desk_page(can_write_blueprints)
def blueprint_history(request: SignedInRequest, code: str) -> HttpResponse:
    """The versions of a ready plan: who wrote them, and from when they count."""
    newest = newest_or_404(Blueprint, code)
    lines = version_lines(Blueprint.objects.filter(code=code).select_related("author"), timezone.localdate())[0]
    crumbs = [MANAGE, BLUEPRINTS, (f"{newest.title}: versies", request.path)]
    context = {"newest": newest, "lines": lines, "breadcrumbs": crumbs}
    return render(request, "initiatives/blueprint_history.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_write_blueprints)
def blueprint_version(request: SignedInRequest, code: str, version_id: int) -> HttpResponse:
    """One version beside the one before it; what has not begun can be taken away."""
    versions = Blueprint.objects.filter(code=code).select_related("author", "theme").prefetch_related("steps")
    version = get_object_or_404(versions, pk=version_id)
    if request.method == "POST":
        withdraw_blueprint(blueprint=version, actor=request.user)
        messages.success(request, "Weggehaald.")
        return redirect("plans:blueprints")
    before = versions.filter(pk__lt=version.pk).order_by("-pk").first()
    history = reverse("plans:blueprint_history", args=[code])
    context = {
        "version": version,
        "pieces": differences(as_text(before or version), as_text(version)),
        "is_first": before is None,
        "is_later": version.starts_on > timezone.localdate(),
        "breadcrumbs": [MANAGE, BLUEPRINTS, (f"{version.title}: versies", history), ("Versie", request.path)],
    }
    return render(request, "initiatives/blueprint_version.html", context)


def as_text(version: Blueprint) -> str:
    """A version as one text, to compare."""
    lines = [getattr(version, name) for name in TEXTS if getattr(version, name)]
    for step in version.steps.all():
        said = (step.timing, step.explanation, f"{step.link_label} {step.link_url}".strip())
        lines.append("\n".join([f"{step.position}. {step.title}", *(one for one in said if one)]))
    return "\n\n".join(lines)


# --- Tips -------------------------------------------------------------------------------------------------------------
@require_safe
@desk_page(can_write_cards)
def cards(request: SignedInRequest) -> HttpResponse:
    """Every tip: what counts now and what comes."""
    rows = version_lines(NextStepCard.objects.select_related("author"), timezone.localdate())
    return render(request, "initiatives/manage_cards.html", {"rows": rows, "breadcrumbs": [MANAGE, CARDS]})


@require_http_methods(["GET", "POST"])
@desk_page(can_write_cards)
def write_card(request: SignedInRequest, code: str = "") -> HttpResponse:
    """Write a version of a tip, from the newest; look how it will be before saving."""
    newest: NextStepCard | None = newest_or_404(NextStepCard, code) if code else None
    initial = CardForm.initial_of(newest) if newest else {"stages": []}
    form = CardForm(posted(request), initial=initial, newest=newest)
    preview = None
    if form.is_valid():
        told = {"code": code} | form.cleaned_data
        if "preview" in request.POST:
            preview = told
        elif saved(form, add_card, actor=request.user, **told):
            messages.success(request, "De tip staat klaar.")
            return redirect("plans:cards")
    title = newest.title if newest else "Nieuwe tip"
    crumbs = [MANAGE, CARDS, (title, request.path)]
    context = {"form": form, "preview": preview, "newest": newest, "breadcrumbs": crumbs}
    return render(request, "initiatives/write_card.html", context)


@require_POST
@desk_page(can_write_cards)
def drop_card(request: SignedInRequest, card_id: int) -> HttpResponse:
    """Take away a version of a tip that has not begun."""
    withdraw_card(card=get_object_or_404(NextStepCard, pk=card_id), actor=request.user)
    messages.success(request, "Weggehaald.")
    return redirect("plans:cards")
