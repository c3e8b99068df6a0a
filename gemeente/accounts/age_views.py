"""Whether somebody acts for herself, and the yes of a parent or youth worker for who is too young for that."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.accounts.actions import ask_guardian, confirm_guardian, state_age
from gemeente.accounts.delivery import read_guardian_token
from gemeente.accounts.enums import AgeGroup
from gemeente.accounts.forms import AgeForm, GuardianForm
from gemeente.accounts.models import GuardianConsent
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest

OwnAge = Callable[[], int]


def safe_next(request: HttpRequest) -> str:
    """Where the reader was going, if that is a page of ours; else nothing."""
    target = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if is_ours else ""


def with_next(url: str, target: str) -> str:
    """A page that remembers where the reader was going."""
    return f"{url}?{urlencode({'next': target})}" if target else url


@require_http_methods(["GET", "POST"])
@login_required
def age(request: SignedInRequest, own_age: OwnAge) -> HttpResponse:
    """Ask once whether somebody is old enough; who is not, sees who must say yes and whether they did."""
    target, profile = safe_next(request), request.user.profile
    form = AgeForm(posted(request), own_age=own_age(), initial={"age_group": profile.age_group})
    if form.is_valid():
        group = AgeGroup(form.cleaned_data["age_group"])
        state_age(person=request.user, age_group=group, actor=request.user)
        if group == AgeGroup.YOUNG:
            return redirect(with_next(reverse("age:age"), target))
        messages.success(request, _("Dank je wel. Je kunt verder."))
        return redirect(target or "accounts:mine")
    asked = GuardianConsent.objects.filter(person=request.user).order_by("pk") if profile.is_young else []
    context = {
        "form": form,
        "is_young": profile.is_young,
        "guardians": asked,
        "has_consent": any(consent.confirmed_at for consent in asked),
        "next": target,
        "ask_url": with_next(reverse("age:ask"), target),
    }
    return render(request, "accounts/age.html", context | page_context(request, own_age))


def page_context(request: HttpRequest, own_age: OwnAge) -> dict[str, Any]:
    """What the pages of who signed in share."""
    crumbs = [(_("Mijn pagina"), reverse("accounts:mine")), (_("Je leeftijd"), reverse("age:age"))]
    if request.path != crumbs[-1][1]:
        crumbs.append((_("Vraag toestemming"), request.path))
    return {"own_age": own_age(), "breadcrumbs": crumbs}


@require_http_methods(["GET", "POST"])
@login_required
def ask(request: SignedInRequest, own_age: OwnAge) -> HttpResponse:
    """A young person says who may say yes for her."""
    target = safe_next(request)
    if not request.user.profile.is_young:
        return redirect(with_next(reverse("age:age"), target))
    form = GuardianForm(posted(request))
    if form.is_valid():
        try:
            ask_guardian(person=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, _("De mail is weg. Zodra er een ja is, hoor je het van ons."))
            return redirect(with_next(reverse("age:age"), target))
    context = {"form": form, "next": target, "back_url": with_next(reverse("age:age"), target)}
    return render(request, "accounts/ask_guardian.html", context | page_context(request, own_age))


@require_http_methods(["GET", "POST"])
def guardian(request: HttpRequest, token: str, own_age: OwnAge) -> HttpResponse:
    """The page behind the mailed link of a parent or youth worker: yes or no, and later a yes taken back.

    It asks on the page, since mail programs open links by themselves.
    """
    consent = consent_of(token)
    if consent is None:
        return render(request, "accounts/guardian_unknown.html", status=404)
    if request.method == "POST":
        agrees = request.POST.get("answer") == "yes"
        confirm_guardian(consent=consent, agrees=agrees)
        return render(request, "accounts/guardian_done.html", {"agrees": agrees, "person": consent.person})
    context = {"consent": consent, "person": consent.person, "own_age": own_age()}
    return render(request, "accounts/guardian.html", context)


def consent_of(token: str) -> GuardianConsent | None:
    """The question that a link stands for; None for one that is too old, gone, or that we did not make."""
    try:
        return read_guardian_token(token)
    except BadSignature:
        return None
