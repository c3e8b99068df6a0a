"""Rond mijn huis."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.forms import posted
from initiatives.forms.nearby import NearbyForm
from initiatives.nearby import look_around


@require_http_methods(["GET", "POST"])
def nearby(request: HttpRequest) -> HttpResponse:
    """What happens near a place: pointed at, where the visitor is now, or the middle of a wijk.

    The place comes by POST, so that it stands in no address, log or history, and nothing of it is kept.
    """
    form = NearbyForm(None if "pin_remove" in request.POST else posted(request))
    around = look_around(form.cleaned_data["place"], form.cleaned_data["metres"]) if form.is_valid() else None
    context = {"form": form, "around": around, "breadcrumbs": [(_("Rond mijn huis"), request.path)]}
    return render(request, "initiatives/nearby.html", context)
