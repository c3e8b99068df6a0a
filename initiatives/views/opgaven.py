"""To which opgave of its wijk an initiative belongs."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.opgaven import choose_opgave
from initiatives.forms.opgaven import OpgaveForm
from initiatives.policies import can_choose_opgave
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


@require_http_methods(["GET", "POST"])
@login_required
def opgave(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who holds the pen hangs it on an opgave of the wijk, or takes it off."""
    initiative = get_initiative_or_404(request, slug)
    if not can_choose_opgave(request.user, initiative):
        raise PermissionDenied
    form = OpgaveForm(posted(request), initial={"opgave": initiative.opgave_id}, initiative=initiative)
    if form.is_valid():
        try:
            choose_opgave(initiative=initiative, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("opgave", str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect(initiative)
    crumbs = breadcrumbs(initiative, request, _("Opgave van de wijk"))
    return render(request, "initiatives/opgave.html", {"initiative": initiative, "form": form, "breadcrumbs": crumbs})
