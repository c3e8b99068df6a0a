"""What owners do once it is online: take a step, and see who joins in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.moderation.links import block_link
from gemeente.users.requests import SignedInRequest
from initiatives.actions.moving import move_initiative
from initiatives.enums import ParticipationKind, Stage
from initiatives.forms import StepForm
from initiatives.models import Participation
from initiatives.policies import can_read_participants, can_tell_news, can_thank_helpers, holds_pen
from initiatives.showing_needs import pledges_of
from initiatives.views.doors import breadcrumbs, get_initiative_or_404
from initiatives.workflow import available


@require_http_methods(["GET", "POST"])
@login_required
def move(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner takes the next step."""
    initiative = get_initiative_or_404(request, slug)
    transitions = available(initiative, request.user)
    if not transitions:
        raise PermissionDenied
    shares = initiative.shares.order_by("position", "pk")
    form = StepForm(posted(request), request.FILES or None, transitions=transitions, shares=shares)
    if form.is_valid():
        told = form.cleaned_data
        try:
            move_initiative(
                initiative=initiative,
                actor=request.user,
                transition=told["transition"],
                outcome=told.get("outcome", ""),
                people_reached=told.get("people_reached"),
                photo=told.get("photo"),
                photo_description=told.get("photo_description", ""),
                done=form.done(),
            )
        except Stale as stale:
            messages.warning(request, str(stale))
            return redirect(initiative)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Wie dit volgt, krijgt bericht."))
            is_realised = told["transition"].target == Stage.REALISED
            return redirect("initiatives:tell_result", initiative.slug) if is_realised else redirect(initiative)
    crumbs = breadcrumbs(initiative, request, _("Volgende stap"))
    return render(request, "initiatives/move.html", {"form": form, "initiative": initiative, "breadcrumbs": crumbs})


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
    crumbs = breadcrumbs(initiative, request, _("Wie doet er mee?"))
    can = {"thank_helpers": can_thank_helpers, "tell_news": can_tell_news}
    may = {name: policy(request.user, initiative) for name, policy in can.items()}
    context = {"initiative": initiative, "page": page, "rows": links, "may": may, "breadcrumbs": crumbs}
    return render(request, "initiatives/participants.html", context)
