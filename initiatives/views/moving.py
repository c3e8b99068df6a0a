"""The owner takes the next step."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.moving import move_initiative
from initiatives.enums import Stage
from initiatives.forms import StepForm
from initiatives.next_steps import next_steps
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


@require_http_methods(["GET", "POST"])
@login_required
def move(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner takes the next step."""
    initiative = get_initiative_or_404(request, slug)
    steps = next_steps(initiative, request.user)
    if not steps:
        raise PermissionDenied
    shares = initiative.shares.order_by("position", "pk")
    form = StepForm(posted(request), request.FILES or None, steps=steps, shares=shares)
    if form.is_valid():
        try:
            move_initiative(initiative=initiative, actor=request.user, **form.told())
        except Stale as stale:
            messages.warning(request, str(stale))
            return redirect(initiative)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Wie dit volgt, krijgt bericht."))
            is_realised = form.cleaned_data["transition"].target == Stage.REALISED
            return redirect("initiatives:tell_result", initiative.slug) if is_realised else redirect(initiative)
    crumbs = breadcrumbs(initiative, request, _("Volgende stap"))
    return render(request, "initiatives/move.html", {"form": form, "initiative": initiative, "breadcrumbs": crumbs})
