"""Neighbours offer help and take it back; owners thank them and count what came."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.pledging import count_delivered, offer_help, thank_helper, withdraw_help
from initiatives.enums import ParticipationKind
from initiatives.forms.needs import DeliveredForm, HelpForm, ThanksForm
from initiatives.models import Initiative, Need, Pledge
from initiatives.policies import can_participate, can_thank_helpers
from initiatives.showing_needs import bar_of, bars_of, pledge_words
from initiatives.views.joining import mail_link
from initiatives.views.needing import saved
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


@require_http_methods(["GET", "POST"])
def offer(request: HttpRequest, slug: str, need_id: int | None = None) -> HttpResponse:
    """Offer so much of a need, or something else: a visitor confirms by mail, for who is signed in it counts at once.

    Of what is closed or full meanwhile the page says so, and shows what is still looked for.
    """
    initiative = get_initiative_or_404(request, slug)
    if not can_participate(request.user, initiative):
        raise PermissionDenied
    need = get_object_or_404(Need, initiative=initiative, pk=need_id) if need_id else None
    is_visitor = not request.user.is_authenticated
    mine = Pledge.objects.filter(initiative=initiative, need=need, user_id=request.user.pk or 0, withdrawn_at=None)
    row = mine.first()
    initial = {"amount": row.amount, "message": row.message} if row else {}
    form = HelpForm(posted(request), initial=initial, need=need, is_visitor=is_visitor)
    if form.is_valid():
        try:
            return send_offer(request, initiative, need, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    is_over = need is not None and (need.closed_at is not None or (not need.left and row is None))
    context = {
        "initiative": initiative,
        "need": need,
        "bar": bar_of(need) if need else None,
        "form": form,
        "is_over": is_over and not form.is_bound,
        "others": [bar for bar in bars_of(initiative) if bar["is_open"]] if is_over else [],
        "is_visitor": is_visitor,
        "pledge": row,
        "breadcrumbs": breadcrumbs(initiative, request, _("Ik help mee")),
    }
    return render(request, "initiatives/offer_help.html", context)


def send_offer(request: HttpRequest, initiative: Initiative, need: Need | None, form: HelpForm) -> HttpResponse:
    """Let an offer count, or mail a visitor the link that does. Raises Refused."""
    told = form.told()
    if not request.user.is_authenticated:
        return mail_link(request, initiative, ParticipationKind.JOIN, told | {"need": need})
    offer_help(initiative=initiative, actor=request.user, need=need, **told)
    messages.success(request, _("Dank je wel! De eigenaar krijgt bericht en spreekt met je af."))
    return redirect("initiatives:own_help", initiative.slug)


@require_safe
@login_required
def own_help(request: SignedInRequest, slug: str) -> HttpResponse:
    """What somebody offers here, the word of thanks she got, and what happens next."""
    initiative = get_initiative_or_404(request, slug)
    rows = Pledge.objects.filter(initiative=initiative, user=request.user, withdrawn_at=None)
    pledges = list(rows.select_related("need").order_by("pk"))
    context = {
        "initiative": initiative,
        "rows": [(pledge_words(row), row) for row in pledges],
        "may_offer": can_participate(request.user, initiative),
        "is_waiting": any(row.delivered is None for row in pledges),
        "breadcrumbs": breadcrumbs(initiative, request, _("Jouw hulp")),
    }
    return render(request, "initiatives/own_help.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def withdraw_offer(request: SignedInRequest, slug: str, pledge_id: int) -> HttpResponse:
    """Take one's own offer back."""
    initiative = get_initiative_or_404(request, slug)
    rows = Pledge.objects.filter(initiative=initiative, user=request.user, withdrawn_at=None)
    pledge = get_object_or_404(rows.select_related("need", "initiative"), pk=pledge_id)
    if request.method == "POST":
        try:
            withdraw_help(pledge=pledge, actor=request.user)
        except Refused as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, _("Goed, je aanbod is weg. Een ander kan het nu oppakken."))
        return redirect("initiatives:own_help", slug)
    crumbs = breadcrumbs(initiative, request, _("Aanbod intrekken"))
    context = {"initiative": initiative, "pledge": pledge, "words": pledge_words(pledge), "breadcrumbs": crumbs}
    return render(request, "initiatives/withdraw_help.html", context)


# --- Owners -----------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@login_required
def thank(request: SignedInRequest, slug: str, pledge_id: int) -> HttpResponse:
    """Thank a neighbour with a personal word, once."""
    initiative, pledge = get_pledge_or_404(request, slug, pledge_id)
    form = ThanksForm(posted(request))
    if form.is_valid() and saved(form, lambda: thank_helper(pledge=pledge, actor=request.user, **form.cleaned_data)):
        messages.success(request, _("Je buur krijgt je bedankje."))
        return redirect("initiatives:participants", slug)
    return render_pledge(request, initiative, pledge, form, "initiatives/thank_helper.html", _("Bedanken"))


@require_http_methods(["GET", "POST"])
@login_required
def delivered(request: SignedInRequest, slug: str, pledge_id: int) -> HttpResponse:
    """Write how much of an offer really came."""
    initiative, pledge = get_pledge_or_404(request, slug, pledge_id)
    start = pledge.amount if pledge.delivered is None else pledge.delivered
    form = DeliveredForm(posted(request), initial={"delivered": start})
    if form.is_valid() and saved(form, lambda: count_delivered(pledge=pledge, actor=request.user, **form.cleaned_data)):
        messages.success(request, _("Geteld."))
        return redirect("initiatives:participants", slug)
    return render_pledge(request, initiative, pledge, form, "initiatives/delivered.html", _("Tellen wat er kwam"))


def get_pledge_or_404(request: SignedInRequest, slug: str, pledge_id: int) -> tuple[Initiative, Pledge]:
    """An open offer with its giver, for who may thank and count. Raises PermissionDenied for anybody else."""
    initiative = get_initiative_or_404(request, slug)
    if not can_thank_helpers(request.user, initiative):
        raise PermissionDenied
    rows = Pledge.objects.filter(initiative=initiative, user__isnull=False, withdrawn_at=None)
    return initiative, get_object_or_404(rows.select_related("need", "initiative", "user__profile"), pk=pledge_id)


def render_pledge(
    request: SignedInRequest, initiative: Initiative, pledge: Pledge, form: forms.Form, template: str, title: str
) -> HttpResponse:
    """A page about one offer."""
    crumbs = [*breadcrumbs(initiative), (title, request.path)]
    told = {"initiative": initiative, "pledge": pledge, "words": pledge_words(pledge), "form": form}
    return render(request, template, told | {"breadcrumbs": crumbs})
