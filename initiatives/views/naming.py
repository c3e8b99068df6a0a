"""Under which names an initiative stands there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.locking import seen
from initiatives.actions.naming import choose_name, name_organisation
from initiatives.forms.rights import NamesForm
from initiatives.models import Initiative
from initiatives.policies import can_choose_name, can_name_organisation
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404

SEEN = ("organisation",)


def asks_of(request: SignedInRequest, initiative: Initiative) -> frozenset[str]:
    """Which names are hers to choose: a young resident has one name everywhere."""
    asks = set()
    if can_choose_name(request.user, initiative) and not request.user.profile.is_young:
        asks.add("name")
    if can_name_organisation(request.user, initiative):
        asks.add("organisation")
    return frozenset(asks)


@require_http_methods(["GET", "POST"])
@login_required
def names(request: SignedInRequest, slug: str) -> HttpResponse:
    """Each person chooses her own name there; who holds the pen says for which organisation it is."""
    initiative = get_initiative_or_404(request, slug)
    asks = asks_of(request, initiative)
    if not asks:
        raise PermissionDenied
    chosen = initiative.shown_names.get(str(request.user.pk), "")
    initial = {"name": chosen, "organisation": initiative.organisation}
    usual_name = request.user.profile.public_name
    form = NamesForm(posted(request), initial=initial, usual_name=usual_name, asks=asks)
    is_overtaken = False
    if form.is_valid():
        refusal = save_names(request, initiative, form)
        if refusal is None:
            messages.success(request, _("Bewaard."))
            return redirect(initiative)
        is_overtaken = isinstance(refusal, Stale)
    now = get_initiative_or_404(request, slug)
    context = {
        "initiative": initiative,
        "form": form,
        "standing": [{"label": _("Organisatie"), "text": now.organisation or "-"}] if is_overtaken else [],
        "based_on": seen(now, SEEN) if is_overtaken else request.POST.get("based_on", seen(initiative, SEEN)),
        "breadcrumbs": breadcrumbs(initiative, request, _("Namen")),
    }
    return render(request, "initiatives/names.html", context)


def save_names(request: SignedInRequest, initiative: Initiative, form: NamesForm) -> Refused | Stale | None:
    """Write what was typed, all of it or nothing; returns why not, and puts that on the form."""
    told, based_on = form.cleaned_data, request.POST.get("based_on", "")
    try:
        with transaction.atomic():
            if "name" in told:
                choose_name(initiative=initiative, actor=request.user, name=told["name"])
            if "organisation" in form.changed_data:
                organisation = told["organisation"]
                name_organisation(
                    initiative=initiative, actor=request.user, organisation=organisation, based_on=based_on
                )
    except (Refused, Stale) as refusal:
        form.add_error(None, str(refusal))
        return refusal
    return None
