"""The wijken: all of them on a map, and the page of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import people_with_role, role_label
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.panels import render_panels
from gemeente.places.forms import PlaceForm
from gemeente.places.geography import inhabitants_of, locate
from gemeente.places.maps import town_map
from gemeente.places.models import Wijk


@require_safe
@kept_page
def wijk_list(request: HttpRequest) -> HttpResponse:
    """The seven wijken on a map with numbers and, beside it, the same as a list."""
    context = {"map": town_map(), "breadcrumbs": [(_("Wijken"), request.path)]}
    return render(request, "wijken/wijk_list.html", context)


@require_safe
@kept_page
def wijk_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a wijk: what it is, what happens there, who its people are, how to begin."""
    wijk = get_object_or_404(Wijk.objects.defer("boundary"), slug=slug)
    context = {
        "wijk": wijk,
        "inhabitants": inhabitants_of(wijk, timezone.localdate()),
        "side": render_panels("wijk_side", request, wijk),
        "role_label": role_label(Role.GEBIEDSREGISSEUR),
        "contacts": people_with_role(Role.GEBIEDSREGISSEUR, wijk).select_related("profile"),
        "panels": render_panels("wijk", request, wijk),
        "breadcrumbs": [(_("Wijken"), reverse("wijken:list")), (wijk.name, request.path)],
    }
    return render(request, "wijken/wijk_detail.html", context)


@require_http_methods(["GET", "POST"])
def find_wijk(request: HttpRequest) -> HttpResponse:
    """Tell in which wijk a place lies: pointed at on the map, or where the visitor is now. Nothing is kept."""
    form = PlaceForm(posted(request))
    finding = locate(form.cleaned_data["place"]) if form.is_valid() else None
    context = {
        "form": form,
        "finding": finding,
        "map": town_map(),
        "breadcrumbs": [(_("Wijken"), reverse("wijken:list")), (_("Welke wijk?"), request.path)],
    }
    return render(request, "wijken/find_wijk.html", context)
