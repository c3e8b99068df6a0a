"""Saved searches: of who is signed in, and the link in their mail."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.activity.enums import Pace
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.saved_searches import change_search, delete_search, save_search
from initiatives.filters import InitiativeFilter
from initiatives.forms.saved_searches import ChangeSearchForm, SaveSearchForm
from initiatives.models import Initiative, SavedSearch
from initiatives.search_delivery import read_stop_token

NAME_LENGTH = 80
NOT_SAVED = frozenset({"jaar"})  # what began in a year that is over finds nothing new


def crumbs_to(label: str, url: str) -> list[tuple[str, str]]:
    """The way to a page of one's saved searches."""
    mine = [(_("Mijn pagina"), reverse("accounts:mine")), (_("Mijn zoekopdrachten"), reverse("initiatives:searches"))]
    return [*mine, (label, url)] if label else mine


@login_required
@require_safe
def searches(request: SignedInRequest) -> HttpResponse:
    """What somebody keeps looking for."""
    rows = list(SavedSearch.objects.of(request.user))
    return render(request, "initiatives/searches.html", {"searches": rows, "breadcrumbs": crumbs_to("", "")})


@login_required
@require_http_methods(["GET", "POST"])
def save(request: SignedInRequest) -> HttpResponse:
    """Keep the choices of the address under a name."""
    filters = InitiativeFilter(request.GET, Initiative.objects.none())
    chosen = {name: value for name, value in filters.chosen.items() if name not in NOT_SAVED}
    said = [filters.said(name, value) for name, value in chosen.items()]
    name = ", ".join(said) or _("Alles wat nieuw is")
    form = SaveSearchForm(posted(request), initial={"name": name[:NAME_LENGTH]})
    if form.is_valid():
        try:
            save_search(
                actor=request.user,
                name=form.cleaned_data["name"],
                chosen=chosen,
                pace=Pace(form.cleaned_data["pace"]),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Komt er iets bij dat past? Dan krijg je mail."))
            return redirect("initiatives:searches")
    context: dict[str, Any] = {"form": form, "said": said, "list_url": reverse("initiatives:list") + filters.link()}
    context["breadcrumbs"] = crumbs_to(_("Bewaren"), request.path)
    return render(request, "initiatives/save_search.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, search_id: int) -> HttpResponse:
    """Another name or pace, or silence for a while."""
    search = get_object_or_404(SavedSearch.objects.of(request.user), pk=search_id)
    initial = {"name": search.name, "pace": search.pace, "is_paused": bool(search.paused_at)}
    form = ChangeSearchForm(posted(request), initial=initial)
    if form.is_valid():
        told = form.cleaned_data | {"pace": Pace(form.cleaned_data["pace"])}
        change_search(search=search, actor=request.user, **told)
        messages.success(request, _("Bewaard."))
        return redirect("initiatives:searches")
    context = {"form": form, "search": search, "breadcrumbs": crumbs_to(search.name, request.path)}
    return render(request, "initiatives/change_search.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, search_id: int) -> HttpResponse:
    """Ask, and forget it."""
    search = get_object_or_404(SavedSearch.objects.of(request.user), pk=search_id)
    if request.method == "POST":
        delete_search(search=search, actor=request.user)
        messages.success(request, _("Weggehaald. Je krijgt hier geen mail meer van."))
        return redirect("initiatives:searches")
    context = {"search": search, "breadcrumbs": crumbs_to(search.name, request.path)}
    return render(request, "initiatives/delete_search.html", context)


@csrf_exempt  # RFC 8058: the mail program posts here by itself, and the signed word is the proof
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Turn the mail of one saved search off (or on again) from the link in that mail, without signing in."""
    try:
        search_id = read_stop_token(token)
    except BadSignature:
        return render(request, "activity/unsubscribe_unknown.html", status=404)
    search = SavedSearch.objects.select_related("user").filter(pk=search_id).first()
    if search is None:
        return render(request, "activity/unsubscribe_unknown.html", status=404)
    if request.method == "POST":
        is_paused = request.POST.get("choice") != "start"
        search = change_search(
            search=search, actor=search.user, name=search.name, pace=Pace(search.pace), is_paused=is_paused
        )
    context = {"is_refused": bool(search.paused_at), "is_done": request.method == "POST"}
    return render(request, "initiatives/stop_search.html", context)
