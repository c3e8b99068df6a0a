"""The entrance: home, pages about the portal itself, errors, and what every page knows."""

import sys
from dataclasses import dataclass
from functools import cache
from typing import Any

import psycopg
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse, translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import requires_csrf_token
from django.views.decorators.http import require_safe

from gemeente.accounts.policies import can_use_admin
from gemeente.activity.models import Notice
from gemeente.cases.policies import can_read_worklist
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.prepared import Person, prepared
from gemeente.lib.samples import SampleForm, samples
from gemeente.moderation.policies import can_moderate
from gemeente.places.identity import current_gemeente
from gemeente.places.maps import point_map, town_map
from gemeente.places.models import in_language
from gemeente.places.pins import PinForm
from gemeente.portal.enums import RuleName, TextKey
from gemeente.portal.house_style import logo_of, style_url
from gemeente.portal.rules import rule
from gemeente.portal.texts import portal_text
from initiatives.cards import cards_of
from initiatives.figures import achieved, figures
from initiatives.models import Initiative
from initiatives.outdoor_policies import can_note_outdoors

OUTAGES = (OperationalError, InterfaceError, psycopg.OperationalError)
FRAME = "_portal_frame"  # on the request
# What no search engine reads, by the first part of the address.
PRIVATE = ("account", "mijn", "werkbak", "buiten", "moderatie", "beheer", "afmelden", "melden", "zorgen")
PLAIN = {"phone": settings.HELP_PHONE}  # all that a page without a database can know


@require_safe
@kept_page
def home(request: HttpRequest) -> HttpResponse:
    """Where people begin: doors, the map of the wijken, and what is happening now."""
    newest = Initiative.objects.public().for_cards().newest_first()[:6]
    told = figures()
    context = {
        "title": portal_text(TextKey.HOME_TITLE).lines,
        "lead": portal_text(TextKey.HOME_LEAD).plain,
        "cards": cards_of(newest),
        "figures": told,
        "achieved": achieved(told),
        "map": town_map(),
    }
    return render(request, "home.html", context)


@require_safe
@kept_page
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the portal is, and what to do when it is not."""
    return render(request, "pages/accessibility.html", {"breadcrumbs": [(_("Toegankelijkheid"), request.path)]})


@require_safe
@kept_page
def privacy(request: HttpRequest) -> HttpResponse:
    """What happens with people's data."""
    numbers = {"own_age": rule(RuleName.OWN_AGE), "note_days": rule(RuleName.NOTE_DAYS)}
    return render(request, "pages/privacy.html", {"breadcrumbs": [(_("Privacy"), request.path)]} | numbers)


@require_safe
@kept_page
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every piece of the interface, live."""
    crumbs = [(_("Stijlgids"), request.path)]
    context = {"form": SampleForm({"title": ""}), "map": town_map(), "breadcrumbs": crumbs}
    return render(request, "styleguide.html", samples() | sample_place() | context)


def sample_place() -> dict[str, Any]:
    """For the style guide: a pin to set, and a place shown exactly and about, beside the number of the last wijk."""
    town = town_map()
    places = [town.projection.to_place(area.label_x + 40, area.label_y) for area in town.areas if area.path]
    place = places[-1] if places else None
    shown = [point_map(place, is_exact) for is_exact in (True, False)] if place else []
    return {"pin_form": PinForm(initial={"pin": place}), "point_maps": shown}


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The process can reach its database; 503 otherwise, through `server_error`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ready", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read."""
    lines = [
        "User-agent: *",
        *(f"Disallow: /{part}/" for part in PRIVATE),
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weak spot (RFC 9116)."""
    body = f"Contact: {settings.SECURITY_CONTACT}\nExpires: 2027-12-31T23:00:00Z\nPreferred-Languages: nl, en\n"
    return HttpResponse(body, content_type="text/plain; charset=utf-8")


# --- What every page knows --------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Link:
    """A link in the header."""

    label: str
    url: str
    is_current: bool = False


def portal_context(request: HttpRequest) -> dict[str, Any]:
    """The frame around each page: who we are, where the reader can go, in which other language.

    Each panel of a page asks for it again: it is made once for a request.
    """
    if FRAME not in request.__dict__:
        request.__dict__[FRAME] = frame_of(request)
    return request.__dict__[FRAME]


def frame_of(request: HttpRequest) -> dict[str, Any]:
    """What `portal_context` keeps."""
    user = getattr(request, "user", None)
    is_known = bool(user and user.is_authenticated)
    return {
        "portal": portal_texts() | {"home_url": reverse("home")},
        "navigation": navigation(request),
        "search_url": reverse("initiatives:list"),
        "language_switch": language_switch(request),
        "account_link": Link(account_name(user), reverse("accounts:mine")) if is_known else sign_in_link(),
        # Asked when the header shows it, and once: each panel of a page gets this context too.
        "unread_notices": cache(lambda: len(unread_ids(user.pk))) if user and is_known else 0,
        "demo": demo_context() if settings.DEMO else None,
    }


@prepared
def unread_ids(user: Any) -> QuerySet[Notice, int]:
    """What somebody has not read yet, as far as the header counts."""
    return Notice.objects.visible_to(Person(user)).unread().values_list("pk", flat=True)[:100]


def portal_texts() -> dict[str, Any]:
    """Name, phone, opening hours and house style of the gemeente."""
    gemeente = current_gemeente()
    return {
        "name": gemeente.portal_name,
        "municipality": gemeente.name,
        "phone": gemeente.phone,
        "email": gemeente.email,
        "address": gemeente.address,
        "opening_hours": in_language(gemeente.opening_hours, gemeente.opening_hours_en),
        "team_name": in_language(gemeente.team_name, gemeente.team_name_en),
        "style_url": style_url(gemeente),
        "logo": logo_of(gemeente),
    }


def navigation(request: HttpRequest) -> list[Link]:
    """The main menu; a civil servant's begins with her work."""
    places = [
        (_("Start"), reverse("home")),
        (_("Initiatieven"), reverse("initiatives:list")),
        (_("Wijken"), reverse("wijken:list")),
    ]
    user = getattr(request, "user", None)
    if can_read_worklist(user):
        places.append(("Werkbak", reverse("cases:worklist")))
    if can_note_outdoors(user):
        places.append(("Buiten", reverse("outdoors:new")))
    if can_moderate(user):
        places.append(("Moderatie", reverse("moderation_desk:queue")))
    if user and can_use_admin(user):
        places.append(("Beheer", reverse("manage:start")))
    home_url = places[0][1]
    return [
        Link(label, url, request.path == url or (url != home_url and request.path.startswith(url)))
        for label, url in places
    ]


def language_switch(request: HttpRequest) -> dict[str, str] | None:
    """The same page in the other language; nothing for pages that are Dutch only."""
    other = "nl" if get_language() == "en" else "en"
    url = translate_url(request.path, other)
    if url == request.path:
        return None
    label = "Nederlands" if other == "nl" else "English"
    return {"url": url, "address": f"{settings.PUBLIC_URL}{url}", "label": label, "language": other}


def account_name(user: Any) -> str:
    """How the header greets somebody."""
    return user.first_name or _("Mijn pagina")


def sign_in_link() -> Link:
    """The way in for a visitor."""
    return Link(_("Inloggen"), reverse("account_login"))


def demo_context() -> dict[str, Any]:
    """What the demo adds: a banner, its mail, and accounts anybody may use."""
    from gemeente.demo.accounts import PASSWORD, demo_accounts

    banner = _("Dit is een demo: mensen en plannen zijn verzonnen, en de tweede stap bij het inloggen staat uit.")
    return {"banner": banner, "mail_url": reverse("demo:mail"), "accounts": demo_accounts(), "password": PASSWORD}


# --- Errors -----------------------------------------------------------------------------------------------------------
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The browser sent something we cannot read."""
    return HttpResponse(render_to_string("400.html", PLAIN), status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Somebody may see this but not do it."""
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing here, or nothing for this reader."""
    return render(request, "404.html", status=404)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from a page that was open too long: say what to do."""
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Our fault. An outage of the database is a 503 that says when to come back; neither page needs a database."""
    if isinstance(sys.exc_info()[1], OUTAGES):
        return HttpResponse(
            render_to_string("503.html", PLAIN), status=503, headers={"Retry-After": "120", "Cache-Control": "no-store"}
        )
    return HttpResponse(render_to_string("500.html", PLAIN), status=500, headers={"Cache-Control": "no-store"})
