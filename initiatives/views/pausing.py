"""Owners let it rest for a while, and go on."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.locking import seen
from initiatives.actions.pausing import PAUSE, pause_initiative, resume_initiative
from initiatives.forms.pausing import PauseForm
from initiatives.models import Initiative
from initiatives.policies import can_pause_initiative
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


@require_http_methods(["GET", "POST"])
@login_required
def pause(request: SignedInRequest, slug: str) -> HttpResponse:
    """Say why it rests, and perhaps until when; or say that anew."""
    initiative = get_initiative_or_404(request, slug)
    if not can_pause_initiative(request.user, initiative):
        raise PermissionDenied
    initial = {"reason": initiative.pause_reason, "until": initiative.paused_until}
    form, based_on, standing = PauseForm(posted(request), initial=initial), request.POST.get("based_on", ""), []
    if form.is_valid():
        try:
            pause_initiative(initiative=initiative, actor=request.user, based_on=based_on, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(stale))
            initiative, based_on = get_initiative_or_404(request, slug), ""
            standing = words_of(initiative)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Op je pagina staat dat het even rust."))
            return redirect(initiative)
    context = {
        "initiative": initiative,
        "form": form,
        "standing": standing,
        "based_on": based_on or seen(initiative, PAUSE),
        "breadcrumbs": breadcrumbs(initiative, request, _("Pauze")),
    }
    return render(request, "initiatives/pause.html", context)


def words_of(initiative: Initiative) -> list[dict[str, str]]:
    """What stands there about the pause now, for who was overtaken."""
    until = date_format(initiative.paused_until) if initiative.paused_until else "-"
    return [
        {"label": _("Waarom het stilligt"), "text": initiative.pause_reason or "-"},
        {"label": _("Wanneer het verdergaat"), "text": until},
    ]


@require_http_methods(["GET", "POST"])
@login_required
def resume(request: SignedInRequest, slug: str) -> HttpResponse:
    """One click, and it goes on. Who comes late finds that it does."""
    initiative = get_initiative_or_404(request, slug)
    if not can_pause_initiative(request.user, initiative):
        raise PermissionDenied
    if not initiative.is_paused:
        messages.info(request, _("Dit is niet meer op pauze."))
        return redirect(initiative)
    if request.method == "POST":
        resume_initiative(initiative=initiative, actor=request.user)
        messages.success(request, _("Mooi, jullie gaan verder. Wie dit volgt, krijgt bericht."))
        return redirect(initiative)
    crumbs = breadcrumbs(initiative, request, _("Ga weer verder"))
    return render(request, "initiatives/resume.html", {"initiative": initiative, "breadcrumbs": crumbs})
