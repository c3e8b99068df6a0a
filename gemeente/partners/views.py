"""Where a manager keeps organisations and mandates."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.partners.actions import add_organisation, change_organisation, end_mandate, give_mandate
from gemeente.partners.enums import OrganisationKind
from gemeente.partners.forms import EndForm, MandateForm, OrganisationForm
from gemeente.partners.models import Mandate, Organisation
from gemeente.partners.policies import can_keep_partners
from gemeente.users.requests import SignedInRequest

MANAGE = ("Beheer", "/beheer/")
PARTNERS = ("Partners", "/beheer/partners/")


def saved(form: forms.Form, action: Callable[..., object], **told: Any) -> bool:
    """Do what a form asks; what the action refuses stands above the form."""
    try:
        action(**told)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def form_page(request: SignedInRequest, form: forms.Form, title: str, **more: Any) -> HttpResponse:
    """A page with one form under the partners."""
    crumbs = [MANAGE, PARTNERS, *more.pop("crumbs", []), (title, request.path)]
    context = {"form": form, "title": title, "cancel_url": PARTNERS[1], "breadcrumbs": crumbs} | more
    return render(request, "partners/form.html", context)


@require_safe
@desk_page(can_keep_partners)
def organisations(request: SignedInRequest) -> HttpResponse:
    """Every organisation, and how many people may speak for it today."""
    today = timezone.localdate()
    now = Q(mandates__starts_on__lte=today) & (Q(mandates__ends_on=None) | Q(mandates__ends_on__gt=today))
    page = paginate(Organisation.objects.annotate(now=Count("mandates", filter=now)), request.GET, size=50)
    return render(request, "partners/list.html", {"page": page, "breadcrumbs": [MANAGE, PARTNERS]})


@require_http_methods(["GET", "POST"])
@desk_page(can_keep_partners)
def new_organisation(request: SignedInRequest) -> HttpResponse:
    """Write one down."""
    form = OrganisationForm(posted(request))
    if form.is_valid():
        told = form.cleaned_data | {"kind": OrganisationKind(form.cleaned_data["kind"])}
        if saved(form, add_organisation, actor=request.user, **told):
            messages.success(request, "De organisatie staat erbij. Geef nu iemand een mandaat.")
            return redirect("partners:list")
    return form_page(request, form, "Een organisatie erbij", submit_label="Zet erbij")


@require_safe
@desk_page(can_keep_partners)
def organisation(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """One organisation, and who may or might speak for it: now, later and before."""
    row = get_object_or_404(Organisation, pk=organisation_id)
    today = timezone.localdate()
    mandates = list(row.mandates.select_related("user__profile")[:200])
    for mandate in mandates:
        mandate.is_over = mandate.ends_on is not None and mandate.ends_on <= today  # type: ignore[attr-defined]
    context = {"row": row, "mandates": mandates, "breadcrumbs": [MANAGE, PARTNERS, (row.name, request.path)]}
    return render(request, "partners/organisation.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_keep_partners)
def edit_organisation(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """Another name, kind or website."""
    row = get_object_or_404(Organisation, pk=organisation_id)
    form = OrganisationForm(posted(request), initial=OrganisationForm.initial_of(row))
    if form.is_valid():
        told = form.cleaned_data | {"kind": OrganisationKind(form.cleaned_data["kind"])}
        if saved(form, change_organisation, organisation=row, actor=request.user, **told):
            messages.success(request, "Bewaard.")
            return redirect("partners:organisation", row.pk)
    return form_page(request, form, f"{row.name} wijzigen", submit_label="Bewaar", cancel_url=url_of(row))


@require_http_methods(["GET", "POST"])
@desk_page(can_keep_partners)
def new_mandate(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """Let somebody speak for it."""
    row = get_object_or_404(Organisation, pk=organisation_id)
    form = MandateForm(posted(request), initial={"starts_on": timezone.localdate()})
    if form.is_valid():
        told = {name: value for name, value in form.cleaned_data.items() if name != "email"}
        if saved(form, give_mandate, user=form.person, organisation=row, actor=request.user, **told):
            messages.success(request, "Het mandaat staat erbij.")
            return redirect("partners:organisation", row.pk)
    crumbs = [(row.name, url_of(row))]
    return form_page(
        request, form, "Een mandaat geven", submit_label="Geef mandaat", cancel_url=url_of(row), crumbs=crumbs
    )


@require_http_methods(["GET", "POST"])
@desk_page(can_keep_partners)
def stop_mandate(request: SignedInRequest, mandate_id: int) -> HttpResponse:
    """Let a mandate end; what was signed and promised stays."""
    mandate = get_object_or_404(Mandate.objects.select_related("organisation", "user__profile"), pk=mandate_id)
    row = mandate.organisation
    form = EndForm(posted(request), initial={"ends_on": timezone.localdate()})
    if form.is_valid() and saved(form, end_mandate, mandate=mandate, actor=request.user, **form.cleaned_data):
        messages.success(request, "Opgeschreven. Wat deze persoon tekende of toezegde, blijft staan.")
        return redirect("partners:organisation", row.pk)
    title = f"Mandaat van {mandate.user.name or mandate.user.email} stoppen"
    crumbs = [(row.name, url_of(row))]
    return form_page(request, form, title, submit_label="Stop mandaat", cancel_url=url_of(row), crumbs=crumbs)


def url_of(row: Organisation) -> str:
    """The manager's page of an organisation."""
    return reverse("partners:organisation", args=[row.pk])
