"""An owner offers her initiative, and somebody takes it over or not."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gemeente.accounts.age import must_tell_age
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.handover import accept_offer, decline_offer, offer_initiative, take_offer_back
from initiatives.forms.handover import OfferForm
from initiatives.models import Initiative, Offer
from initiatives.policies import can_offer_initiative
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


def open_offer(initiative: Initiative) -> Offer | None:
    """What waits for an answer, with to whom it was made."""
    rows = Offer.objects.open().filter(initiative=initiative).select_related("helper__user__profile", "initiative")
    offer = rows.first()
    if offer:
        offer.helper.initiative = initiative
    return offer


@require_http_methods(["GET", "POST"])
@login_required
def offer(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner chooses to whom she wants to hand it over; while that waits, she sees so."""
    initiative = get_initiative_or_404(request, slug)
    if not can_offer_initiative(request.user, initiative):
        raise PermissionDenied
    waiting = open_offer(initiative)
    form = OfferForm(posted(request), helpers=initiative.active_helpers)
    if waiting is None and form.is_valid():
        try:
            offer_initiative(initiative=initiative, actor=request.user, **form.told())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je aanbod is verstuurd. Er verandert niets tot het antwoord ja is."))
            return redirect("initiatives:offer", initiative.slug)
    crumbs = breadcrumbs(initiative, request, _("Overdragen"))
    context = {"initiative": initiative, "offer": waiting, "form": form, "breadcrumbs": crumbs}
    return render(request, "initiatives/offer.html", context)


@require_POST
@login_required
def take_back(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner takes her offer back."""
    initiative = get_initiative_or_404(request, slug)
    if not can_offer_initiative(request.user, initiative):
        raise PermissionDenied
    if waiting := open_offer(initiative):
        try:
            take_offer_back(offer=waiting, actor=request.user)
        except Stale as stale:
            messages.warning(request, str(stale))
        else:
            messages.success(request, _("Je aanbod is teruggenomen. Het initiatief blijft van jou."))
    return redirect("initiatives:offer", initiative.slug)


@require_http_methods(["GET", "POST"])
@login_required
def take_over(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who was asked says yes or no. An offer that is gone, or somebody else's, is not there."""
    initiative = get_initiative_or_404(request, slug)
    waiting = open_offer(initiative)
    if waiting is None or waiting.helper.user_id != request.user.pk:
        raise Http404(slug)
    refusal = ""
    if request.method == "POST":
        try:
            return answered(request, waiting)
        except Stale as stale:
            messages.warning(request, str(stale))
            return redirect(initiative)
        except Refused as refused:
            refusal = str(refused)
    crumbs = breadcrumbs(initiative, request, _("Overnemen"))
    context = {"initiative": initiative, "offer": waiting, "refusal": refusal, "breadcrumbs": crumbs}
    return render(request, "initiatives/take_over.html", context)


def answered(request: SignedInRequest, offer: Offer) -> HttpResponse:
    """Let a yes or a no count; any other answer is no yes. A new owner says how the gemeente reaches her."""
    if request.POST.get("answer") != "yes":
        decline_offer(offer=offer, actor=request.user)
        messages.success(request, _("Goed dat je het zegt. De eigenaar krijgt bericht, verder verandert er niets."))
        return redirect(offer.initiative)
    initiative = accept_offer(offer=offer, actor=request.user)
    messages.success(request, _("Dit is nu van jou. Wie het volgt, krijgt bericht."))
    if must_tell_age(initiative.owner):
        return redirect("age:age")
    return redirect(initiative) if request.user.profile.contact_way else redirect("accounts:contact")
