"""Neighbours support an initiative or join in, by the link in a mail or signed in; its owner reads who joins in."""

from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.moderation.links import block_link
from gemeente.users.requests import SignedInRequest
from initiatives.actions.joining import confirm_participation, participate, request_participation, withdraw
from initiatives.delivery import read_confirm_token
from initiatives.enums import ParticipationKind
from initiatives.forms import ParticipationForm
from initiatives.models import Initiative, Participation, ParticipationRequest
from initiatives.policies import can_participate, can_read_participants, can_tell_news, can_thank_helpers, holds_pen
from initiatives.showing_needs import pledges_of
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404

DONE = {
    ParticipationKind.SUPPORT: _("Je steunt dit nu. Is er nieuws? Dan hoor je het van ons."),
    ParticipationKind.JOIN: _("Je doet mee! De eigenaar heeft je bericht gekregen."),
}
CRUMBS = {ParticipationKind.SUPPORT: _("Steunen"), ParticipationKind.JOIN: _("Meedoen")}


@require_http_methods(["GET", "POST"])
def take_part(request: HttpRequest, slug: str, kind: ParticipationKind) -> HttpResponse:
    """Support it or join in: a visitor gets a mail to confirm, for who is signed in it counts at once."""
    initiative = get_initiative_or_404(request, slug)
    if not can_participate(request.user, initiative):
        raise PermissionDenied
    is_visitor = not request.user.is_authenticated
    row = initiative.participations.filter(user_id=request.user.pk or 0, kind=kind).first()
    initial = {"message": row.message} if row else {}
    form = ParticipationForm(posted(request), initial=initial, kind=kind, is_visitor=is_visitor)
    if form.is_valid():
        try:
            go_on = ask_to_confirm if is_visitor else join
            return go_on(request, initiative, kind, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {
        "initiative": initiative,
        "form": form,
        "kind": kind,
        "is_visitor": is_visitor,
        "participation": row,
        "breadcrumbs": breadcrumbs(initiative, request, str(CRUMBS[kind])),
    }
    return render(request, "initiatives/take_part.html", context)


def join(
    request: HttpRequest, initiative: Initiative, kind: ParticipationKind, form: ParticipationForm
) -> HttpResponse:
    """Let it count for who is signed in."""
    assert request.user.is_authenticated
    participate(initiative=initiative, actor=request.user, kind=kind, message=form.cleaned_data.get("message", ""))
    messages.success(request, str(DONE[kind]))
    return redirect(initiative)


def ask_to_confirm(
    request: HttpRequest, initiative: Initiative, kind: ParticipationKind, form: ParticipationForm
) -> HttpResponse:
    """Mail a visitor the link that lets it count."""
    return mail_link(request, initiative, kind, form.cleaned_data)


def mail_link(
    request: HttpRequest, initiative: Initiative, kind: ParticipationKind, told: dict[str, Any]
) -> HttpResponse:
    """Mail a visitor a link. The answer is the same for every address, known or not; too many at once get none."""
    if not ratelimit.consume(request, action="take_part", key=told["email"].lower()):
        raise Refused(gettext("Dit gaat te snel achter elkaar. Wacht even en probeer het dan opnieuw."))
    request_participation(initiative=initiative, kind=kind, language=get_language() or "nl", **told)
    crumbs = breadcrumbs(initiative, request, gettext("Kijk in je mail"))
    context = {"initiative": initiative, "email": told["email"], "breadcrumbs": crumbs}
    return render(request, "initiatives/check_mail.html", context)


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the link in the mail. It asks once more, since mail programs open links by themselves."""
    asked = request_of(token)
    if asked is None:
        return render(request, "initiatives/confirm_unknown.html", status=404)
    initiative, kind = asked.initiative, ParticipationKind(asked.kind)
    if request.method == "POST":
        try:
            is_counted = confirm_participation(request=asked)
        except Refused as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, str(DONE[kind]) if is_counted else gettext("Dit initiatief is van jou."))
        return redirect(initiative)
    crumbs = breadcrumbs(initiative, request, gettext("Bevestig"))
    context = {"initiative": initiative, "kind": kind, "asked": asked, "breadcrumbs": crumbs}
    return render(request, "initiatives/confirm.html", context)


def request_of(token: str) -> ParticipationRequest | None:
    """The request of a link; None for one that was used, is too old or not ours, and for what is hidden since."""
    try:
        pk = read_confirm_token(token)
    except BadSignature:
        return None
    rows = ParticipationRequest.objects.filter(pk=pk, initiative__subject__is_public=True)
    return rows.select_related("initiative", "need").first()


@require_http_methods(["GET", "POST"])
@login_required
def stop(request: SignedInRequest, slug: str, kind: ParticipationKind) -> HttpResponse:
    """Take part no longer."""
    initiative = get_initiative_or_404(request, slug)
    if request.method == "POST":
        withdraw(initiative=initiative, actor=request.user, kind=kind)
        messages.success(request, gettext("Goed, dat is veranderd. Je volgt dit nog wel; stoppen kan ook."))
        return redirect(initiative)
    crumbs = breadcrumbs(initiative, request, gettext("Stoppen"))
    return render(request, "initiatives/stop.html", {"initiative": initiative, "kind": kind, "breadcrumbs": crumbs})


@require_safe
@login_required
def participants(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who joins in and with what, for the owner. Supporters stay a number."""
    initiative = get_initiative_or_404(request, slug)
    if not can_read_participants(request.user, initiative):
        raise PermissionDenied
    rows = Participation.objects.filter(initiative=initiative, kind=ParticipationKind.JOIN)
    page = paginate(rows.select_related("user__profile").order_by("-created_at", "-pk"), request.GET, size=50)
    may_block = holds_pen(request.user, initiative)
    offered = pledges_of(initiative, [row.user_id for row in page.rows])
    links = [
        (
            row,
            block_link(owner=request.user, person=row.user) if may_block else "",
            offered.get(row.user_id, []),
        )
        for row in page.rows
    ]
    crumbs = breadcrumbs(initiative, request, gettext("Wie doet er mee?"))
    can = {"thank_helpers": can_thank_helpers, "tell_news": can_tell_news}
    may = {name: policy(request.user, initiative) for name, policy in can.items()}
    context = {"initiative": initiative, "page": page, "rows": links, "may": may, "breadcrumbs": crumbs}
    return render(request, "initiatives/participants.html", context)
