"""The page of a wijk for its board: in which order, under which headings, with which texts of its own."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted, rest_on
from gemeente.lib.submissions import submission
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.actions import page as actions
from wijken.actions.page import arrangement_of, current_page, token_of
from wijken.forms.page import MoveForm, SectionForm, SeenForm, ShowForm, TextForm, WelcomeForm
from wijken.models import WijkPage
from wijken.policies import can_arrange_page
from wijken.sections import TEXT, Section, as_visitor
from wijken.views.pages import home_context, home_or_404
from wijken.views.shortcuts import room_breadcrumbs, wijk_page

MOST_VERSIONS = 50


def home_url(wijk: Wijk) -> str:
    """Where the board arranges its page."""
    return reverse("wijken:page", args=[wijk.slug])


def on_page(request: HttpRequest, wijk: Wijk, template: str, title: str, **more: Any) -> HttpResponse:
    """A page under it."""
    crumbs = room_breadcrumbs(wijk, request, title)
    crumbs.insert(3, (_("Jullie pagina"), home_url(wijk)))
    return render(request, template, {"wijk": wijk, "breadcrumbs": crumbs, **more})


@require_safe
@wijk_page(can_arrange_page)
def page(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """All sections in order, with what can be done to each."""
    shown = current_page(wijk)
    told = arrangement_of(shown)
    context = {
        "wijk": wijk,
        "seen": token_of(shown),
        "is_draft": shown is not None and not shown.is_published,
        "has_versions": shown is not None and (shown.is_published or shown.number > 1),
        "welcome": told.welcome,
        "rows": list(enumerate(told.sections, start=1)),
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Jullie pagina")),
    }
    return render(request, "wijken/page.html", context)


# --- One click --------------------------------------------------------------------------------------------------------
def told_or_404(form: SeenForm) -> dict[str, Any]:
    """What a button said; a made-up one says nothing we know. Raises Http404."""
    if not form.is_valid():
        raise Http404
    return form.cleaned_data


@require_POST
@wijk_page(can_arrange_page)
def move(request: SignedInRequest, wijk: Wijk, key: str) -> HttpResponse:
    """Put a section higher or lower."""
    told = told_or_404(MoveForm(request.POST))
    actions.move_section(wijk=wijk, actor=request.user, seen=told["seen"], key=key, place=told["place"])
    return redirect(f"{home_url(wijk)}#deel-{key}")


@require_POST
@wijk_page(can_arrange_page)
def show(request: SignedInRequest, wijk: Wijk, key: str) -> HttpResponse:
    """Let a section be on the page, or not."""
    told = told_or_404(ShowForm(request.POST))
    is_shown = told["choice"] == "show"
    actions.show_section(wijk=wijk, actor=request.user, seen=told["seen"], key=key, is_shown=is_shown)
    return redirect(f"{home_url(wijk)}#deel-{key}")


# --- Words ------------------------------------------------------------------------------------------------------------
def saved(form: forms.Form, action: Any, wijk: Wijk, **told: Any) -> bool:
    """Do what a form asks. What is refused stands above it, with what was typed; sent once more it counts, seen."""
    try:
        action(wijk=wijk, seen=form.cleaned_data["seen"], **told)
    except Stale as stale:
        form.add_error(None, f"{stale} {_('Kijk wat er nu staat. Bewaar je dit nog een keer, dan geldt jouw tekst.')}")
        rest_on(form, token_of(current_page(wijk)), name="seen")
        return False
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


@require_http_methods(["GET", "POST"])
@wijk_page(can_arrange_page)
def welcome(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """What stands on top of the page."""
    shown = current_page(wijk)
    told = arrangement_of(shown)
    form = WelcomeForm(posted(request), initial={"text": told.welcome, "seen": token_of(shown)})
    if form.is_valid():
        text = form.cleaned_data["text"]
        if saved(form, actions.write_welcome, wijk, actor=request.user, text=text):
            return done(request, wijk)
    return on_page(request, wijk, "wijken/page_form.html", _("Jullie welkom"), form=form, standing_text=told.welcome)


@require_http_methods(["GET", "POST"])
@wijk_page(can_arrange_page)
def section(request: SignedInRequest, wijk: Wijk, key: str) -> HttpResponse:
    """The heading of a section and the text under it."""
    shown = current_page(wijk)
    about = section_or_404(wijk, key)
    initial = {"title": about.title, "text": about.text, "seen": token_of(shown)}
    common_title = "" if about.is_text else about.common_title
    make = TextForm if about.is_text else SectionForm
    form = make(posted(request), initial=initial, common_title=common_title)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("title", "text")}
        if saved(form, actions.word_section, wijk, actor=request.user, key=key, **told):
            return done(request, wijk)
    about = section_or_404(wijk, key)
    more = {"form": form, "section": about, "standing_text": about.text}
    return on_page(request, wijk, "wijken/page_form.html", about.heading, **more)


@require_http_methods(["GET", "POST"])
@wijk_page(can_arrange_page)
def new_text(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """A text of the WOP's own, on top of the sections."""
    form = TextForm(posted(request), initial={"seen": token_of(current_page(wijk))})
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("title", "text")}
        key = TEXT + submission(form.cleaned_data["submission_key"], *told.values()).hex[:12]
        if saved(form, actions.add_text, wijk, actor=request.user, key=key, **told):
            messages.success(request, _("Je tekst staat bovenaan in het concept. Zet hem waar je wilt."))
            return redirect(f"{home_url(wijk)}#deel-{key}")
    return on_page(request, wijk, "wijken/page_form.html", _("Een eigen tekst"), form=form)


@require_http_methods(["GET", "POST"])
@wijk_page(can_arrange_page)
def drop_text(request: SignedInRequest, wijk: Wijk, key: str) -> HttpResponse:
    """Take a text of the WOP's own away."""
    if request.method == "POST":
        seen = told_or_404(SeenForm(request.POST))["seen"]
        actions.drop_text(wijk=wijk, actor=request.user, seen=seen, key=key)
        messages.success(request, _("De tekst is weg uit het concept."))
        return redirect(home_url(wijk))
    about = section_or_404(wijk, key)
    if not about.is_text:
        raise Http404(key)
    more = {"section": about, "seen": token_of(current_page(wijk))}
    return on_page(request, wijk, "wijken/page_drop.html", _("Tekst weghalen"), **more)


def section_or_404(wijk: Wijk, key: str) -> Section:
    """A section as the board sees it now."""
    for one in arrangement_of(current_page(wijk)).sections:
        if one.key == key:
            return one
    raise Http404(key)


def done(request: HttpRequest, wijk: Wijk) -> HttpResponse:
    """Back to the sections."""
    messages.success(request, _("Bewaard in het concept."))
    return redirect(home_url(wijk))


# --- Looking, and putting online --------------------------------------------------------------------------------------
def for_visitor(request: HttpRequest, slug: str, shown: WijkPage | None) -> dict[str, Any]:
    """The page of the wijk as a visitor sees it with this arrangement."""
    told = arrangement_of(shown)
    return home_context(as_visitor(request), home_or_404(slug), told.welcome, list(told.sections))


@require_safe
@wijk_page(can_arrange_page)
def preview(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """The draft as visitors would see it."""
    shown = current_page(wijk)
    is_draft = shown is not None and not shown.is_published
    more = for_visitor(request, wijk.slug, shown) | {"seen": token_of(shown), "is_draft": is_draft}
    more.pop("wijk")
    return on_page(request, wijk, "wijken/page_preview.html", _("Voorbeeld"), **more)


@require_POST
@wijk_page(can_arrange_page)
def publish(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Put the draft online."""
    actions.publish_page(wijk=wijk, actor=request.user, seen=told_or_404(SeenForm(request.POST))["seen"])
    messages.success(request, _("Jullie pagina staat online."))
    return redirect("wijken:detail", wijk.slug)


@require_http_methods(["GET", "POST"])
@wijk_page(can_arrange_page)
def discard(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Throw the draft away."""
    if request.method == "POST":
        actions.discard_page(wijk=wijk, actor=request.user, seen=told_or_404(SeenForm(request.POST))["seen"])
        messages.success(request, _("Het concept is weg. Online is er niets veranderd."))
        return redirect(home_url(wijk))
    seen = token_of(current_page(wijk))
    return on_page(request, wijk, "wijken/page_discard.html", _("Concept weggooien"), seen=seen)


@require_safe
@wijk_page(can_arrange_page)
def versions(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """What was online before."""
    rows = WijkPage.objects.of_wijk(wijk.pk).published().select_related("published_by__profile")[:MOST_VERSIONS]
    return on_page(request, wijk, "wijken/page_versions.html", _("Eerdere versies"), versions=list(rows))


@require_http_methods(["GET", "POST"])
@wijk_page(can_arrange_page)
def version(request: SignedInRequest, wijk: Wijk, number: int) -> HttpResponse:
    """An earlier version as a visitor would see it now, and a button that makes it the draft."""
    found = get_object_or_404(WijkPage.objects.of_wijk(wijk.pk).published(), number=number)
    if request.method == "POST":
        seen = told_or_404(SeenForm(request.POST))["seen"]
        actions.put_back(wijk=wijk, actor=request.user, seen=seen, page=found)
        messages.success(request, _("Deze versie is nu het concept. Zet haar online als ze goed is."))
        return redirect(home_url(wijk))
    shown = current_page(wijk)
    more = for_visitor(request, wijk.slug, found)
    more |= {"version": found, "seen": token_of(shown), "has_draft": shown is not None and not shown.is_published}
    more.pop("wijk")
    return on_page(request, wijk, "wijken/page_version.html", _("Versie %(number)d") % {"number": number}, **more)
