"""The house rules, the complaint procedure, the house style, and where a manager sets what the portal says."""

from base64 import b64encode
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.lib.differences import differences
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.places.identity import current_gemeente
from gemeente.places.models import Gemeente
from gemeente.portal.actions import (
    add_door,
    add_rule,
    change_gemeente,
    restore_text,
    save_text,
    withdraw_door,
    withdraw_rule,
)
from gemeente.portal.enums import TEXT_PLACES, Matter, RuleName, TextKey, TextPlace
from gemeente.portal.forms import DoorForm, GemeenteForm, RuleForm, TextForm
from gemeente.portal.house_style import logo_of, looks_of, style_sheet, style_version
from gemeente.portal.models import Door, Rule, TextVersion
from gemeente.portal.policies import can_change_gemeente, can_edit_texts, can_set_doors, can_set_rules
from gemeente.portal.schedule import door_schedule, rule_schedule
from gemeente.portal.texts import Text, portal_text
from gemeente.users.requests import SignedInRequest

MANAGE = ("Beheer", "/beheer/")
FOREVER = {"public": True, "max_age": 31_536_000, "immutable": True}  # a year, in seconds
SHORT = {"public": True, "max_age": 60}


# --- For everybody ----------------------------------------------------------------------------------------------------
@require_safe
@kept_page
def house_rules(request: HttpRequest) -> HttpResponse:
    """How we keep it pleasant here."""
    return page_of(request, TextKey.HOUSE_RULES, _("Huisregels"))


@require_safe
@kept_page
def complaint(request: HttpRequest) -> HttpResponse:
    """How to complain about the gemeente, and what then happens (Awb chapter 9)."""
    return page_of(request, TextKey.COMPLAINT, _("Een klacht over de gemeente"))


def page_of(request: HttpRequest, key: TextKey, title: str) -> HttpResponse:
    """A page that is one text of the manager."""
    context = {"title": title, "text": portal_text(key), "breadcrumbs": [(title, request.path)]}
    return render(request, "portal/text_page.html", context)


@require_safe
@kept_page
def style(request: HttpRequest) -> HttpResponse:
    """The style sheet of the house colour. With its version in the address (?v=) it may be kept for ever."""
    colour = current_gemeente().colour
    response = HttpResponse(style_sheet(colour), content_type="text/css; charset=utf-8")
    is_this_one = request.GET.get("v") == style_version(colour)
    patch_cache_control(response, **(FOREVER if is_this_one else SHORT))
    return response


@require_safe
def logo(request: HttpRequest, name: str) -> FileResponse:
    """The logo of the gemeente, under a name of its own for each one."""
    gemeente = get_object_or_404(Gemeente, logo=f"logo/{name}")
    response = FileResponse(gemeente.logo.open(), content_type="image/webp")
    patch_cache_control(response, **FOREVER)
    return response


# --- Texts ------------------------------------------------------------------------------------------------------------
TEXTS = ("Teksten", "/beheer/teksten/")


def text_place_or_404(slug: str) -> TextPlace:
    """Which text an address means."""
    for place in TEXT_PLACES:
        if place.slug == slug:
            return place
    raise Http404(slug)


@require_safe
@desk_page(can_edit_texts)
def texts(request: SignedInRequest) -> HttpResponse:
    """Every text, where it shows, and who wrote it last."""
    newest = {row.key: row for row in TextVersion.objects.newest_of_each().select_related("author")}
    context = {
        "rows": [(place, newest.get(place.key)) for place in TEXT_PLACES],
        "breadcrumbs": [MANAGE, TEXTS],
    }
    return render(request, "portal/texts.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_edit_texts)
def edit_text(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write a text in both languages; look how it will be before saving."""
    place = text_place_or_404(slug)
    newest, now = TextVersion.objects.of_key(place.key).first(), portal_text(place.key)
    start = (newest.dutch, newest.english, newest.pk) if newest else (now.dutch, now.english, None)
    initial = dict(zip(("dutch", "english", "based_on"), start, strict=True))
    form = TextForm(posted(request), initial=initial, key=place.key)
    preview = None
    if form.is_valid():
        if "preview" in request.POST:
            preview = Text(place.key, form.cleaned_data["dutch"], form.cleaned_data["english"])
        elif saved(form, save_text, key=place.key, actor=request.user, **form.cleaned_data):
            messages.success(request, "Bewaard. Binnen een minuut staat het overal zo.")
            return redirect("portal:texts")
    context = {
        "place": place,
        "form": form,
        "preview": shown(preview) if preview else None,
        "breadcrumbs": [MANAGE, TEXTS, (str(place.key.label), request.path)],
    }
    return render(request, "portal/edit_text.html", context)


def saved(form: Any, action: Any, **told: Any) -> bool:
    """Do what a form asks; what the action refuses stands above the form."""
    try:
        action(**told)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def shown(text: Text) -> list[dict[str, Any]]:
    """A text as it will look, in both languages; its headings come under that of the language."""
    return [
        {"label": label, "language": language, "html": text.shown(language, first_heading=4)}
        for label, language in (("Nederlands", "nl"), ("Engels", "en"))
    ]


@require_safe
@desk_page(can_edit_texts)
def text_history(request: SignedInRequest, slug: str) -> HttpResponse:
    """The versions of a text: who wrote them, and when."""
    place = text_place_or_404(slug)
    context = {
        "place": place,
        "versions": TextVersion.objects.of_key(place.key).select_related("author")[:200],
        "breadcrumbs": [MANAGE, TEXTS, (f"{place.key.label}: eerdere versies", request.path)],
    }
    return render(request, "portal/text_history.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_edit_texts)
def text_version(request: SignedInRequest, slug: str, version_id: int) -> HttpResponse:
    """One version beside the one that came before it; an older one can be put back."""
    place = text_place_or_404(slug)
    versions = TextVersion.objects.of_key(place.key).select_related("author")
    version = get_object_or_404(versions, pk=version_id)
    if request.method == "POST":
        restore_text(version=version, actor=request.user)
        messages.success(request, "Teruggezet. Deze tekst geldt nu weer.")
        return redirect("portal:text_history", slug)
    before = versions.filter(pk__lt=version.pk).first()
    history = reverse("portal:text_history", args=[slug])
    context = {
        "place": place,
        "version": version,
        "before": before,
        "is_now": not versions.filter(pk__gt=version.pk).exists(),
        "languages": compared(before, version),
        "breadcrumbs": [MANAGE, TEXTS, (f"{place.key.label}: eerdere versies", history), ("Versie", request.path)],
    }
    return render(request, "portal/text_version.html", context)


def compared(before: TextVersion | None, version: TextVersion) -> list[dict[str, Any]]:
    """What changed in each language since the version before."""
    return [
        {
            "label": label,
            "language": language,
            "pieces": differences(getattr(before, name) if before else getattr(version, name), getattr(version, name)),
        }
        for label, language, name in (("Nederlands", "nl", "dutch"), ("Engels", "en", "english"))
    ]


# --- Who we are -------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@desk_page(can_change_gemeente)
def gemeente(request: SignedInRequest) -> HttpResponse:
    """Name, phone, sender of mail and house style; look how it will be before saving."""
    row = get_object_or_404(Gemeente.objects.order_by("pk"))
    form = GemeenteForm(posted(request), request.FILES or None, initial=GemeenteForm.initial_of(row), gemeente=row)
    preview = None
    if form.is_valid():
        if "preview" in request.POST:
            preview = looks(form)
        elif saved(form, change_gemeente, actor=request.user, **form.to_keep()):
            messages.success(request, "Bewaard. Binnen een minuut staat het overal zo.")
            return redirect("portal:gemeente")
    if form.is_bound:
        form.hold_logo()
    context = {
        "form": form,
        "logo": logo_of(row),
        "preview": preview,
        "breadcrumbs": [MANAGE, ("Gemeente en huisstijl", request.path)],
    }
    return render(request, "portal/gemeente.html", context)


def looks(form: GemeenteForm) -> dict[str, Any]:
    """What a preview shows: the words as pages say them, the colours, and a new logo as a picture in the page."""
    told = form.cleaned_data
    logo = told["logo"]
    return {
        "told": told,
        "colours": looks_of(told["colour"]),
        "logo": f"data:image/webp;base64,{b64encode(logo.data).decode()}" if logo else "",
    }


# --- Doors ------------------------------------------------------------------------------------------------------------
DOORS = ("Loketten", "/beheer/loketten/")


@require_safe
@desk_page(can_set_doors)
def doors(request: SignedInRequest) -> HttpResponse:
    """For each matter: where people go today, what begins later, and what was."""
    rows = Door.objects.select_related("wijk")
    context = {"matters": door_schedule(rows, timezone.localdate()), "breadcrumbs": [MANAGE, DOORS]}
    return render(request, "portal/doors.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_set_doors)
def new_door(request: SignedInRequest) -> HttpResponse:
    """Let a matter have another door from a day on."""
    asked = request.GET.get("loket", "")
    initial = {"matter": asked if asked in Matter.values else "", "is_here": "nee"}
    form = DoorForm(posted(request), initial=initial)
    if form.is_valid() and saved(form, add_door, actor=request.user, **form.cleaned_data):
        messages.success(request, "Het loket staat klaar.")
        return redirect("portal:doors")
    context = {"form": form, "breadcrumbs": [MANAGE, DOORS, ("Een ander loket", request.path)]}
    return render(request, "portal/new_door.html", context)


@require_POST
@desk_page(can_set_doors)
def drop_door(request: SignedInRequest, door_id: int) -> HttpResponse:
    """Take away a door that has not begun."""
    withdraw_door(door=get_object_or_404(Door, pk=door_id), actor=request.user)
    messages.success(request, "Weggehaald.")
    return redirect("portal:doors")


# --- Numbers ----------------------------------------------------------------------------------------------------------
RULES = ("Regels", "/beheer/regels/")


@require_safe
@desk_page(can_set_rules)
def rules(request: SignedInRequest) -> HttpResponse:
    """Every number: what it means, what it is now, and what comes."""
    context = {"rules": rule_schedule(Rule.objects.all(), timezone.localdate()), "breadcrumbs": [MANAGE, RULES]}
    return render(request, "portal/rules.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_set_rules)
def new_rule(request: SignedInRequest) -> HttpResponse:
    """Let a number be another one from a day on."""
    asked = request.GET.get("regel", "")
    form = RuleForm(posted(request), initial={"name": asked if asked in RuleName.values else ""})
    if form.is_valid() and saved(form, add_rule, actor=request.user, **form.cleaned_data):
        messages.success(request, "Het nieuwe getal staat klaar.")
        return redirect("portal:rules")
    context = {"form": form, "breadcrumbs": [MANAGE, RULES, ("Een ander getal", request.path)]}
    return render(request, "portal/new_rule.html", context)


@require_POST
@desk_page(can_set_rules)
def drop_rule(request: SignedInRequest, rule_id: int) -> HttpResponse:
    """Take away a number that has not begun."""
    withdraw_rule(rule=get_object_or_404(Rule, pk=rule_id), actor=request.user)
    messages.success(request, "Weggehaald.")
    return redirect("portal:rules")
