"""Following a wijk or a place, the links in the mail, and what one follows."""

from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.activity.enums import Pace
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.following import actions
from wijken.following.delivery import read_watch_token
from wijken.following.forms import AddressesForm, ChangeForm, FollowForm, FollowPlaceForm, FollowWijkForm
from wijken.following.models import Watch
from wijken.policies import is_board
from wijken.views.shortcuts import breadcrumbs, get_wijk_or_404, room_breadcrumbs, wijk_page


# --- Beginning --------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
def follow_wijk(request: HttpRequest, slug: str) -> HttpResponse:
    """Follow all of a wijk, or a theme there: at once with an account, and else by the link in a mail."""
    wijk = get_wijk_or_404(slug)
    form = FollowWijkForm(posted(request), is_visitor=not request.user.is_authenticated)
    crumbs = breadcrumbs(wijk, request, _("Volgen"))
    if form.is_valid() and (done := follow(request, form, crumbs, wijk=wijk)):
        return done
    return render(request, "following/follow_wijk.html", {"wijk": wijk, "form": form, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
def follow_place(request: HttpRequest) -> HttpResponse:
    """Follow what happens around a place. The place comes by POST and is kept as a cell of the grid."""
    form = FollowPlaceForm(
        None if "pin_remove" in request.POST else posted(request), is_visitor=not request.user.is_authenticated
    )
    crumbs = [(_("Rond een plek volgen"), request.path)]
    if form.is_valid() and (done := follow(request, form, crumbs)):
        return done
    return render(request, "following/follow_place.html", {"form": form, "breadcrumbs": crumbs})


def follow(request: HttpRequest, form: FollowForm, crumbs: list[tuple[str, str]], **about: Any) -> HttpResponse | None:
    """Begin to follow; None, with the reason on the form, when that is refused."""
    told = form.told | about
    try:
        if request.user.is_authenticated:
            actions.watch(actor=request.user, **told)
        else:
            return ask(request, told, crumbs)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    messages.success(request, _("Je volgt dit nu. Is er iets nieuws? Dan krijg je mail."))
    return redirect("following:mine")


def ask(request: HttpRequest, told: dict[str, Any], crumbs: list[tuple[str, str]]) -> HttpResponse:
    """Mail a visitor a link. The answer is the same for every address, known or not; too many at once get none."""
    if not ratelimit.consume(request, action="follow", key=told["email"].lower()):
        raise Refused(_("Dit gaat te snel achter elkaar. Wacht even en probeer het dan opnieuw."))
    actions.ask_watch(language=get_language() or "nl", **told)
    return render(request, "following/check_mail.html", {"email": told["email"], "breadcrumbs": crumbs})


# --- Links in mail ----------------------------------------------------------------------------------------------------
def watch_of(token: str) -> Watch | None:
    """The row of a link; None for one that is gone or not ours."""
    try:
        pk = read_watch_token(token)
    except BadSignature:
        return None
    return Watch.objects.select_related("wijk", "theme", "user").defer("wijk__boundary").filter(pk=pk).first()


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the first link. It asks once more, since mail programs open links by themselves."""
    watch = watch_of(token)
    if watch is None:
        return render(request, "following/unknown.html", status=404)
    if request.method == "POST":
        watch = actions.confirm_watch(watch=watch)
        messages.success(request, _("Gelukt. Is er iets nieuws? Dan krijg je mail."))
        return redirect("wijken:detail", watch.wijk.slug) if watch.wijk else redirect("home")
    return render(request, "following/confirm.html", {"watch": watch})


@csrf_exempt  # RFC 8058: the mail program posts here by itself, and the signed word is the proof
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop from the link in a mail, without signing in; what is gone already says so in the same words."""
    try:
        read_watch_token(token)
    except BadSignature:
        return render(request, "following/unknown.html", status=404)
    watch = watch_of(token)
    if request.method == "POST" and watch:
        actions.stop_watch(watch=watch)
        watch = None
    return render(request, "following/stop.html", {"watch": watch})


# --- One's own --------------------------------------------------------------------------------------------------------
def crumbs_to(label: str = "", url: str = "") -> list[tuple[str, str]]:
    """The way to what one follows."""
    mine = [(_("Mijn pagina"), reverse("accounts:mine")), (_("Wat ik volg"), reverse("following:mine"))]
    return [*mine, (label, url)] if label else mine


@login_required
@require_safe
def mine(request: SignedInRequest) -> HttpResponse:
    """What somebody follows."""
    rows = list(Watch.objects.of(request.user))
    return render(request, "following/mine.html", {"watches": rows, "breadcrumbs": crumbs_to()})


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, watch_id: int) -> HttpResponse:
    """Another pace, or stop."""
    watch = get_object_or_404(Watch.objects.of(request.user), pk=watch_id)
    if request.POST.get("choice") == "stop":
        actions.stop_watch(watch=watch)
        messages.success(request, _("Je volgt dit niet meer. Er is niets van bewaard."))
        return redirect("following:mine")
    form = ChangeForm(posted(request), initial={"pace": watch.pace})
    if form.is_valid():
        actions.change_watch(watch=watch, pace=Pace(form.cleaned_data["pace"]))
        messages.success(request, _("Bewaard."))
        return redirect("following:mine")
    crumbs = crumbs_to(watch.name, request.path)
    return render(request, "following/change.html", {"watch": watch, "form": form, "breadcrumbs": crumbs})


# --- A WOP's own list -------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@wijk_page(is_board)
def followers(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """How many follow the wijk, inviting a list that the WOP keeps, and how its news shows on a site of its own."""
    form = AddressesForm(posted(request))
    if form.is_valid():
        number = actions.invite_addresses(wijk=wijk, actor=request.user, emails=form.cleaned_data["addresses"])
        sent = _("Uitnodigingen verstuurd: %(number)d. Wie dit al volgt, kreeg er geen.")
        messages.success(request, sent % {"number": number})
        return redirect("following:followers", wijk.slug)
    rows = Watch.objects.filter(wijk=wijk)
    context = {
        "wijk": wijk,
        "form": form,
        "number": rows.confirmed().count(),
        "waiting": rows.filter(confirmed_at=None).count(),
        "site": settings.PUBLIC_URL,
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Volgers en eigen site")),
    }
    return render(request, "following/followers.html", context)
