"""The board of a WOP moves what runs by an older version of its way to the one that counts now."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from initiatives.actions.remapping import remap_way
from initiatives.forms.remapping import RemapForm
from initiatives.remaps import old_ways
from wijken.policies import can_write_way
from wijken.views.shortcuts import room_breadcrumbs, wijk_page


@require_safe
@wijk_page(can_write_way)
def remaps(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """By which older versions something still runs, and how many stand where."""
    now, older = old_ways(wijk)
    return render(
        request,
        "initiatives/remaps.html",
        {"wijk": wijk, "now": now, "older": older, "breadcrumbs": crumbs(wijk, request, _("Overzetten"))},
    )


@require_http_methods(["GET", "POST"])
@wijk_page(can_write_way)
def remap(request: SignedInRequest, wijk: Wijk, number: int) -> HttpResponse:
    """Choose a new stage for each old one, and move all plans of that version at once."""
    now, older = old_ways(wijk)
    old = next((one for one in older if one.number == number), None)
    if now is None or (old is None and request.method == "GET"):
        raise Http404(number)
    if old is None:  # a button pressed twice
        return redirect("initiatives:remaps", wijk.slug)
    form = RemapForm(posted(request), old=old, new=now)
    if form.is_valid():
        try:
            if form.cleaned_data["target"] != now.pk:
                raise Stale(_("Er geldt intussen een andere werkwijze. Kijk opnieuw wat jullie overzetten."))
            count = remap_way(wijk=wijk, actor=request.user, old=old.way, new=now, mapping=form.mapping())
        except Refused as refusal:
            form = RemapForm(old=old, new=now) if isinstance(refusal, Stale) else form
            messages.warning(request, str(refusal))
        else:
            sentence = ngettext("%(n)d plan is overgezet.", "%(n)d plannen zijn overgezet.", count) % {"n": count}
            messages.success(request, sentence + " " + _("De eigenaren krijgen bericht."))
            return redirect("initiatives:remaps", wijk.slug)
    title = _("Zet over: %(version)s") % {"version": old.label}
    context = {"wijk": wijk, "old": old, "now": now, "form": form, "title": title}
    context["breadcrumbs"] = crumbs(wijk, request, title)
    return render(request, "initiatives/remap.html", context)


def crumbs(wijk: Wijk, request: HttpRequest, title: str) -> list[tuple[str, str]]:
    """Where the page stands: under the way of working of the WOP."""
    found = room_breadcrumbs(wijk, request, title)
    found.insert(3, (_("Werkwijze"), reverse("wijken:way_room", args=[wijk.slug])))
    return found
