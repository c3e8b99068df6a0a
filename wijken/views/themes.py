"""The themes of a wijk: its board names, orders and ends them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.actions.themes import add_theme, end_theme, shift_theme
from wijken.forms.themes import WijkThemeForm
from wijken.models import WijkTheme
from wijken.policies import is_board
from wijken.views.shortcuts import room_breadcrumbs, wijk_page


@require_http_methods(["GET", "POST"])
@wijk_page(is_board)
def themes(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """The themes of now in order, with buttons, and a form for one more."""
    form = WijkThemeForm(posted(request))
    if form.is_valid():
        try:
            add_theme(wijk=wijk, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Het thema staat erbij."))
            return redirect("wijken:themes", wijk.slug)
    context = {
        "wijk": wijk,
        "form": form,
        "themes": list(WijkTheme.objects.of(wijk).on(timezone.localdate()).select_related("theme")),
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Thema's van de wijk")),
    }
    return render(request, "wijken/themes.html", context)


@require_POST
@wijk_page(is_board)
def theme(request: SignedInRequest, wijk: Wijk, theme_id: int) -> HttpResponse:
    """Move a theme up or down, or let it end."""
    row = get_object_or_404(WijkTheme.objects.of(wijk).select_related("wijk"), pk=theme_id)
    choice = request.POST.get("choice", "")
    if choice == "end":
        end_theme(theme=row, actor=request.user)
        messages.success(request, _("Dit thema kun je niet meer kiezen. Waar het bij stond, blijft het staan."))
    elif choice in ("up", "down"):
        shift_theme(theme=row, actor=request.user, is_up=choice == "up")
    return redirect("wijken:themes", wijk.slug)
