"""One's own pages: what is waiting, profile, data, goodbye, and the second step."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.stagekit import clear_login
from allauth.mfa.totp.views import ActivateTOTPView
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.signing import BadSignature
from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.accounts.actions import (
    accept_invitation,
    answer_claim,
    change_profile,
    change_work_profile,
    choose_contact,
    close_account,
    decline_invitation,
)
from gemeente.accounts.decorators import desk_page
from gemeente.accounts.delivery import read_claim_token, read_invitation_token, role_name
from gemeente.accounts.forms import CloseForm, ContactForm, ProfileForm, WorkProfileForm
from gemeente.accounts.models import Claim, Invitation, Profile, RoleAssignment
from gemeente.accounts.policies import (
    can_close_own_account,
    can_edit_own_work_profile,
    can_use_admin,
    needs_second_factor,
)
from gemeente.accounts.roles import held_roles, role_label
from gemeente.accounts.second_factor import RETURN_KEY, has_device, has_second_factor, must_give_code
from gemeente.activity.delivery import write_letter
from gemeente.activity.models import Notice
from gemeente.lib.errors import Refused
from gemeente.lib.farewell import farewell_forms
from gemeente.lib.forms import posted
from gemeente.lib.panels import render_panels
from gemeente.lib.personal_data import personal_data_parts
from gemeente.lib.prepared import Person, prepared
from gemeente.users.requests import SignedInRequest

NEWEST = 3  # notices on one's own page; the inbox has the rest


@login_required
@require_safe
def mine(request: SignedInRequest) -> HttpResponse:
    """Where somebody is after signing in: what is new and what she has going."""
    context = {
        "notices": [(notice, write_letter(notice)) for notice in newest_unread(request.user.pk)],
        "panels": render_panels("mine", request, request.user),
        "roles": roles_of(request.user),
        "may_use_admin": can_use_admin(request.user),
        "may_edit_work_profile": can_edit_own_work_profile(request.user),
        "must_set_second_step": needs_second_factor(request.user) and not has_second_factor(request),
        "breadcrumbs": [(_("Mijn pagina"), request.path)],
    }
    return render(request, "accounts/mine.html", context)


@prepared
def newest_unread(user: Any) -> "QuerySet[Notice]":
    """The newest unread notices; which ones these are is found before anything is joined to them."""
    rows = Notice.objects.visible_to(Person(user)).unread().order_by("-created_at", "-pk")
    return Notice.objects.filter(pk__in=rows.values("pk")[:NEWEST]).newest_first()


def roles_of(user: Any) -> list[dict[str, Any]]:
    """The roles somebody holds today, by the names the gemeente uses now; no query where she holds none."""
    if not held_roles(user):
        return []
    rows = RoleAssignment.objects.filter(user=user).on(timezone.localdate()).select_related("wijk").order_by("pk")
    held = rows.defer("wijk__boundary", "wijk__introduction", "wijk__introduction_en")
    return [{"label": role_label(row.role), "wijk": row.wijk, "ends_on": row.ends_on} for row in held]


def breadcrumbs(request: HttpRequest, title: str) -> list[tuple[str, str]]:
    """Where a page of one's own stands."""
    return [(_("Mijn pagina"), reverse("accounts:mine")), (title, request.path)]


@login_required
@require_http_methods(["GET", "POST"])
def profile(request: SignedInRequest) -> HttpResponse:
    """What a person tells about herself, and what others see of it."""
    form = ProfileForm(posted(request), initial=ProfileForm.initial_of(request.user))
    if form.is_valid():
        change_profile(user=request.user, **form.cleaned_data)
        messages.success(request, _("Je gegevens zijn bewaard."))
        return redirect("accounts:profile")
    context = {"form": form, "breadcrumbs": breadcrumbs(request, _("Je naam en wijk"))}
    return render(request, "accounts/profile.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def contact(request: SignedInRequest) -> HttpResponse:
    """How and when the gemeente may reach the reader."""
    form = ContactForm(posted(request), initial=ContactForm.initial_of(request.user))
    if form.is_valid():
        choose_contact(user=request.user, **form.cleaned_data)
        messages.success(request, _("We weten nu hoe we je het beste bereiken."))
        return redirect("accounts:mine")
    context = {"form": form, "breadcrumbs": breadcrumbs(request, _("Hoe we je bereiken"))}
    return render(request, "accounts/contact.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_edit_own_work_profile)
def work_profile(request: SignedInRequest) -> HttpResponse:
    """How residents see a contact person."""
    profile = request.user.profile
    initial = {"work_phone": profile.work_phone, "shows_surname": profile.shows_surname}
    form = WorkProfileForm(posted(request), request.FILES or None, initial=initial)
    if form.is_valid():
        told = form.cleaned_data
        change_work_profile(
            user=request.user,
            work_phone=told["work_phone"],
            shows_surname=told["shows_surname"],
            portrait=told["portrait"],
            keeps_portrait=not told["drops_portrait"],
        )
        messages.success(request, _("Zo zien inwoners je vanaf nu."))
        return redirect("accounts:work_profile")
    context = {"form": form, "profile": profile, "breadcrumbs": breadcrumbs(request, _("Zo zien inwoners je"))}
    return render(request, "accounts/work_profile.html", context)


@require_safe
def portrait(request: HttpRequest, name: str) -> FileResponse:
    """The photo of a contact person, who put it there for everybody to see."""
    profile = get_object_or_404(Profile, portrait=f"portraits/{name}", user__is_active=True)
    response = FileResponse(profile.portrait.open(), content_type="image/webp")
    patch_cache_control(response, public=True, max_age=3600)
    return response


@login_required
@require_safe
def data(request: SignedInRequest) -> HttpResponse:
    """What the portal keeps about the reader, and the way to take it along or leave."""
    return render(request, "accounts/data.html", {"breadcrumbs": breadcrumbs(request, _("Wat we van je weten"))})


@never_cache
@login_required
@require_safe
def export(request: SignedInRequest) -> HttpResponse:
    """Everything the portal keeps about the reader, as one JSON file: the share of each app by its name."""
    shares = {part.name: part.export(request.user) for part in personal_data_parts()}
    response = JsonResponse(
        {"made_at": timezone.now(), **shares}, json_dumps_params={"indent": 2, "ensure_ascii": False}
    )
    response["Content-Disposition"] = f'attachment; filename="mijn-gegevens-{timezone.localdate()}.json"'
    return response


@login_required
@require_http_methods(["GET", "POST"])
def close(request: SignedInRequest) -> HttpResponse:
    """Say goodbye: what goes, what stays, and a last yes."""
    form = CloseForm(posted(request))
    farewells = [asked for _part, asked in farewell_forms(request.user, posted(request))]
    if all(one.is_valid() for one in (form, *farewells)):
        try:
            return say_goodbye(request)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {
        "form": form,
        "farewells": farewells,
        "may_close": can_close_own_account(request.user),
        "breadcrumbs": breadcrumbs(request, _("Account sluiten")),
    }
    return render(request, "accounts/close.html", context)


@reauthentication_required
def say_goodbye(request: SignedInRequest) -> HttpResponse:
    """Close the account of who has just proved to be its owner (by password or code, where she has one).

    What she decided about what she leaves behind happens first. Raises Refused, and then nothing happened.
    """
    with transaction.atomic():
        for part, asked in farewell_forms(request.user, posted(request)):
            if not asked.is_valid():
                raise Refused(_("Deze keuze kan niet meer. Kies opnieuw."))
            part.act(request.user, asked)
        close_account(user=request.user)
    logout(request)
    return render(request, "accounts/closed.html")


@require_http_methods(["GET", "POST"])
def claim(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a mailed link: what was written down for somebody on paper, and whether it is hers.

    It asks on the page, since mail programs open links by themselves.
    """
    asked = claim_of(token)
    if asked is None:
        return render(request, "accounts/claim_unknown.html", status=404)
    if request.method == "POST":
        is_mine = request.POST.get("answer") == "yes"
        answer_claim(claim=asked, is_mine=is_mine)
        if not is_mine:
            messages.success(request, _("Bedankt dat je het zei. Je adres is bij ons weg."))
            return redirect("home")
        messages.success(request, _("Mooi! Log in met dit e-mailadres, dan kun je verder."))
        return redirect_to_login(reverse("accounts:mine"), reverse("account_login"))
    context = {"claim": asked, "panels": render_panels("claim", request, asked.person)}
    return render(request, "accounts/claim.html", context)


def claim_of(token: str) -> Claim | None:
    """The claim that a link stands for; None for one that was used, is too old, or that we did not make."""
    try:
        return read_claim_token(token)
    except BadSignature:
        return None


@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a mailed invitation: which role waits, and whether she takes it.

    It asks on the page, since mail programs open links by themselves.
    """
    asked = invitation_of(token)
    if asked is None:
        return render(request, "accounts/invitation_unknown.html", status=404)
    if request.method == "GET":
        context = {"invitation": asked, "role": role_name(asked.role)}
        return render(request, "accounts/invitation.html", context)
    if request.POST.get("answer") != "yes":
        decline_invitation(invitation=asked)
        messages.success(request, _("Je zei nee. We hebben je e-mailadres gewist."))
        return redirect("home")
    try:
        accept_invitation(invitation=asked)
    except Refused as refusal:
        context = {"reason": str(refusal), "invitation": asked}
        return render(request, "accounts/invitation_refused.html", context, status=409)
    messages.success(request, _("Welkom! Log in met dit e-mailadres, dan kun je beginnen."))
    return redirect_to_login(reverse("accounts:mine"), reverse("account_login"))


def invitation_of(token: str) -> Invitation | None:
    """The invitation that a link stands for; None for one that was used, is too old, or that we did not make."""
    try:
        return read_invitation_token(token)
    except BadSignature:
        return None


@require_POST
def start_over(request: HttpRequest) -> HttpResponse:
    """Leave a sign-in that is under way, for another address. The session stays, and with it a draft."""
    clear_login(request)
    page = resolve_url("account_signup" if request.POST.get("way") == "signup" else "account_login")
    target = request.POST.get("next")
    return redirect(f"{page}?{urlencode({'next': target})}" if target else page)


# --- The second step --------------------------------------------------------------------------------------------------
@login_required
@require_safe
def second_factor(request: SignedInRequest) -> HttpResponse:
    """Why a second step, how to set it up, and the way on for who has taken it."""
    target = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        request.session[RETURN_KEY] = target
    context = {
        "has_device": has_device(request.user),
        "must_give_code": must_give_code(request),
        "is_required": needs_second_factor(request.user),
        "return_url": request.session.get(RETURN_KEY) or reverse("accounts:mine"),
        "breadcrumbs": breadcrumbs(request, _("Tweede stap bij het inloggen")),
    }
    return render(request, "accounts/second_factor.html", context)


class ActivateSecondStep(ActivateTOTPView):
    """Setting up the app. Its first code counts as the second step of this visit."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", type="totp", reauthenticated=True)
        return response


activate_totp = ActivateSecondStep.as_view()
