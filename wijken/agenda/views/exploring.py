"""Finding out together, signing, and offering help: what somebody does from the page of an opgave."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.paging import paginate
from gemeente.partners.mandates import held_mandates
from gemeente.users.requests import SignedInRequest
from wijken.agenda.actions.agreeing import parties_of, sign_text, signed_parties
from wijken.agenda.actions.exploring import contribute, take_back
from wijken.agenda.actions.offering import offer_to_opgave, withdraw_offer
from wijken.agenda.enums import ContributionKind
from wijken.agenda.forms.exploring import ContributionForm, OfferForm, SignForm
from wijken.agenda.models import Opgave, Party
from wijken.agenda.policies import can_contribute, can_offer, can_sign_party, can_take_back, can_withdraw_offer
from wijken.agenda.showing import contributions_of, text_of
from wijken.agenda.views.shortcuts import get_opgave_or_404, opgave_crumbs, saved, second_step


def on_page(request: HttpRequest, opgave: Opgave, template: str, title: str, **more: Any) -> HttpResponse:
    """A page under an opgave."""
    context = {"opgave": opgave, "wijk": opgave.wijk, "breadcrumbs": opgave_crumbs(opgave, request, title)}
    context["title"] = title
    return render(request, template, context | more)


@require_safe
@kept_page
def contributions(request: HttpRequest, slug: str, opgave: str) -> HttpResponse:
    """All that people added, newest first."""
    row = get_opgave_or_404(request, slug, opgave)
    page = paginate(contributions_of(row).order_by("-pk"), request.GET)
    return on_page(request, row, "agenda/contributions.html", _("Bijdragen"), page=page)


@require_http_methods(["GET", "POST"])
@login_required
def new_contribution(request: SignedInRequest, slug: str, opgave: str) -> HttpResponse:
    """Add what one knows, or does not know."""
    row = get_opgave_or_404(request, slug, opgave)
    if not can_contribute(request.user, row):
        raise PermissionDenied
    form = ContributionForm(posted(request), initial={"kind": request.GET.get("soort", "")})
    if form.is_valid():
        told = form.cleaned_data | {"kind": ContributionKind(form.cleaned_data["kind"])}
        if saved(form, contribute, opgave=row, actor=request.user, **told):
            messages.success(request, _("Dank je wel. Je bijdrage staat erbij."))
            return redirect(row)
    return on_page(request, row, "agenda/contribute.html", _("Vertel mee"), form=form)


@require_http_methods(["GET", "POST"])
@login_required
def drop_contribution(request: SignedInRequest, slug: str, opgave: str, contribution_id: int) -> HttpResponse:
    """Take one's own contribution away."""
    row = get_opgave_or_404(request, slug, opgave)
    contribution = get_object_or_404(row.contributions.select_related("opgave"), pk=contribution_id)
    if not can_take_back(request.user, contribution):
        raise PermissionDenied
    if request.method == "POST":
        take_back(contribution=contribution, actor=request.user)
        messages.success(request, _("Je bijdrage is weg."))
        return redirect(row)
    title, label = _("Je bijdrage weghalen"), _("Haal weg")
    return on_page(request, row, "agenda/ask.html", title, text=contribution.text, submit_label=label)


@require_http_methods(["GET", "POST"])
@login_required
def sign(request: SignedInRequest, slug: str, opgave: str) -> HttpResponse:
    """Read the text, and sign it for a party."""
    row = get_opgave_or_404(request, slug, opgave)
    parties = parties_of(row)
    mine = [party for party in parties if can_sign_party(request.user, party)]
    if not mine:
        raise PermissionDenied
    if asked := second_step(request):
        return asked
    signed = signed_parties(row)
    waiting = [party for party in mine if party.pk not in signed]
    form = SignForm(posted(request), initial={"number": row.text_count}, parties=waiting)
    if form.is_valid():
        try:
            is_saved = saved_signature(form, request)
        except Stale as stale:
            messages.warning(request, str(stale))
            return redirect("agenda:sign", slug, opgave)
        if is_saved:
            messages.success(request, _("Getekend. Iedereen kan zien dat jullie dit mee vaststellen."))
            return redirect(row)
    more = {"form": form, "text": text_of(row), "parties": parties, "signed": signed, "waiting": waiting}
    return on_page(request, row, "agenda/sign.html", _("Tekenen"), **more)


def saved_signature(form: SignForm, request: SignedInRequest) -> bool:
    """Sign; a refusal stands above the form. Raises Stale where the text is another one now."""
    party: Party = form.cleaned_data["party"]
    try:
        sign_text(party=party, actor=request.user, number=form.cleaned_data["number"])
    except Stale:
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


@require_http_methods(["GET", "POST"])
@login_required
def new_offer(request: SignedInRequest, slug: str, opgave: str) -> HttpResponse:
    """Say what an organisation puts in."""
    row = get_opgave_or_404(request, slug, opgave)
    if not can_offer(request.user, row):
        raise PermissionDenied
    form = OfferForm(posted(request), ids=[held.organisation_id for held in held_mandates(request.user)])
    if form.is_valid() and saved(form, offer_to_opgave, opgave=row, actor=request.user, **form.cleaned_data):
        messages.success(request, _("Dank je wel. Het aanbod staat erbij; intrekken kan altijd."))
        return redirect(row)
    return on_page(request, row, "agenda/offer.html", _("Hulp aanbieden"), form=form)


@require_http_methods(["GET", "POST"])
@login_required
def drop_offer(request: SignedInRequest, slug: str, opgave: str, offer_id: int) -> HttpResponse:
    """Take back what an organisation put in."""
    row = get_opgave_or_404(request, slug, opgave)
    offer = get_object_or_404(row.offers.select_related("opgave", "organisation"), pk=offer_id)
    if not can_withdraw_offer(request.user, offer):
        raise PermissionDenied
    if request.method == "POST":
        withdraw_offer(offer=offer, actor=request.user)
        messages.success(request, _("Het aanbod is ingetrokken."))
        return redirect(row)
    title, label = _("Aanbod intrekken"), _("Trek in")
    return on_page(request, row, "agenda/ask.html", title, text=offer.what, submit_label=label)
