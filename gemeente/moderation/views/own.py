"""One's own pages: what I reported, what of mine is hidden, worries told to or by me, and whom I blocked."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.cases.policies import speaks_for_owner
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.moderation.actions.blocking import block_person, lift_block
from gemeente.moderation.actions.hiding import answer_hiding
from gemeente.moderation.actions.worrying import answer_worry
from gemeente.moderation.forms import AnswerForm
from gemeente.moderation.links import block_link_of_worry, read_block_token
from gemeente.moderation.models import Block, Hiding, Report, Worry
from gemeente.moderation.policies import can_answer_hiding, can_answer_worry
from gemeente.users.models import User
from gemeente.users.requests import SignedInRequest


def crumbs(request: HttpRequest, title: str) -> list[tuple[str, str]]:
    """Where a page of one's own stands."""
    return [(_("Mijn pagina"), reverse("accounts:mine")), (title, request.path)]


@require_safe
@login_required
def my_report(request: SignedInRequest, report_id: int) -> HttpResponse:
    """What somebody reported, and what came of it."""
    rows = Report.objects.filter(reporter=request.user).select_related("subject", "receipt")
    report = get_object_or_404(rows, pk=report_id)
    title = _("Melding %(number)s") % {"number": report.receipt.number}
    return render(request, "moderation/my_report.html", {"report": report, "breadcrumbs": crumbs(request, title)})


# --- What of mine is hidden -------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@login_required
def my_hiding(request: SignedInRequest, hiding_id: int) -> HttpResponse:
    """Why something of the reader's is hidden, and her answer."""
    hiding = get_object_or_404(Hiding.objects.owned_by(request.user).with_subject(), pk=hiding_id)
    form = AnswerForm(posted(request), label=_("Wat vind je ervan?"), help_text=_("De beheerder leest dit."))
    if form.is_valid():
        try:
            receipt = answer_hiding(hiding=hiding, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je antwoord is aangekomen: %(number)s.") % {"number": receipt.number})
            return redirect(hiding)
    context = {
        "hiding": hiding,
        "form": form,
        "may_answer": can_answer_hiding(request.user, hiding),
        "breadcrumbs": crumbs(request, _("Verborgen")),
    }
    return render(request, "moderation/my_hiding.html", context)


# --- Worries ----------------------------------------------------------------------------------------------------------
def get_worry_or_404(request: SignedInRequest, worry_id: int) -> Worry:
    """The one door to a worry outside the desk: for the owner of the case, and for who wrote it."""
    worry = get_object_or_404(Worry.objects.with_case(), pk=worry_id)
    if not speaks_for_owner(request.user, worry.case) and worry.author_id != request.user.pk:
        raise Http404(worry_id)
    return worry


@require_http_methods(["GET", "POST"])
@login_required
def my_worry(request: SignedInRequest, worry_id: int) -> HttpResponse:
    """A worry as its owner reads and answers it, or as who wrote it reads the answer."""
    worry = get_worry_or_404(request, worry_id)
    is_owner = speaks_for_owner(request.user, worry.case)
    form = AnswerForm(posted(request), help_text=_("Wij sturen je antwoord door. Je buur ziet je e-mailadres niet."))
    if form.is_valid():
        try:
            answer_worry(worry=worry, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je antwoord is onderweg naar je buur."))
            return redirect(worry)
    context = {
        "worry": worry,
        "form": form,
        "is_owner": is_owner,
        "may_answer": is_owner and can_answer_worry(request.user, worry),
        "block_url": block_url_of(request.user, worry) if is_owner else "",
        "breadcrumbs": crumbs(request, _("Een zorg van een buur") if is_owner else _("Jouw zorg")),
    }
    return render(request, "moderation/my_worry.html", context)


def block_url_of(owner: User, worry: Worry) -> str:
    """Where the owner blocks who wrote it; nothing where she left neither account nor address."""
    return block_link_of_worry(owner=owner, worry=worry) if worry.author_id or worry.email else ""


# --- Blocks -----------------------------------------------------------------------------------------------------------
@require_safe
@login_required
def blocks(request: SignedInRequest) -> HttpResponse:
    """Whom the reader blocked; and whether she is asked to be silent herself."""
    mine = Block.objects.active().made_by(request.user).order_by("-pk")
    context = {
        "page": paginate(mine, request.GET, size=50),
        "pause": Block.objects.active().pauses().filter(user=request.user).order_by("-ends_at").first(),
        "breadcrumbs": crumbs(request, _("Wie je blokkeerde")),
    }
    return render(request, "moderation/blocks.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def block(request: SignedInRequest, token: str) -> HttpResponse:
    """Ask an owner whether she wants to keep somebody away, and do it."""
    person = person_of(request, token)
    if request.method == "POST":
        block_person(owner=request.user, **person)
        messages.success(request, _("Geblokkeerd. Deze persoon hoort dat niet van ons."))
        return redirect("moderation:blocks")
    context = {"label": person["label"], "breadcrumbs": crumbs(request, _("Blokkeren"))}
    return render(request, "moderation/block.html", context)


def person_of(request: SignedInRequest, token: str) -> dict[str, Any]:
    """Whom a link stands for: user or e-mail, and the name the owner knows. Raises Http404 for a link of others."""
    try:
        owner_id, kind, pk = read_block_token(token)
    except BadSignature:
        raise Http404(token) from None
    if owner_id != request.user.pk:
        raise Http404(token)
    if kind == "person":
        user = get_object_or_404(User.objects.select_related("profile"), pk=pk)
        return {"user": user, "label": user.profile.public_name}
    worry = get_worry_or_404(request, pk)
    return {"user": worry.author, "email": worry.email, "label": worry.name_for_owner}


@require_http_methods(["GET", "POST"])
@login_required
def unblock(request: SignedInRequest, block_id: int) -> HttpResponse:
    """Ask an owner whether somebody may take part again, and do it."""
    found = get_object_or_404(Block.objects.active().made_by(request.user), pk=block_id)
    if request.method == "POST":
        lift_block(block=found, actor=request.user)
        messages.success(request, _("Deze persoon kan weer meedoen."))
        return redirect("moderation:blocks")
    context = {"block": found, "breadcrumbs": crumbs(request, _("Blokkade opheffen"))}
    return render(request, "moderation/unblock.html", context)
