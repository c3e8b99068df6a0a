"""The wijken: all of them on a map, and the page of each."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.enums import Role
from gemeente.accounts.models import Profile, RoleAssignment
from gemeente.accounts.roles import role_label
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.markdown import to_html
from gemeente.lib.panels import asked_by, panels_at
from gemeente.lib.prepared import prepared
from gemeente.lib.site_version import kept_setting
from gemeente.lib.together import ahead
from gemeente.moderation.models import Hiding
from gemeente.places.forms import PlaceForm
from gemeente.places.geography import inhabitants_of, locate
from gemeente.places.maps import town_map
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.lines import words_of_wijken
from wijken.models import Werkwijze, WijkDocument, WijkPage, WijkStage
from wijken.parts import is_hidden, words_part
from wijken.policies import can_enter_room
from wijken.sections import Section, arrange, common_panels, show_sections, without_words


@require_safe
@kept_page
def wijk_list(request: HttpRequest) -> HttpResponse:
    """The seven wijken on a map with numbers and, beside it, the same as a list with what is going on in each."""
    town, words = town_map(), words_of_wijken()
    rows = [(area, words.get(area.wijk.slug, "")) for area in town.areas]
    context = {"map": town, "wijk_rows": rows, "breadcrumbs": [(_("Wijken"), request.path)]}
    return render(request, "wijken/wijk_list.html", context)


@require_safe
@kept_page
def wijk_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a wijk: what it is, what happens there, who its people are, how to begin; as its WOP arranged it."""
    wijk = home_or_404(slug)
    told: dict[str, Any] = wijk.arrangement or {"welcome": "", "sections": []}
    sections, welcome = arrange(told["sections"]), told["welcome"]
    if is_hidden(wijk) or words_part(told.get("number", 0)) in wijk.hidden_parts:
        sections, welcome = without_words(sections), ""
    context = home_context(request, wijk, welcome, sections)
    context["breadcrumbs"] = [(_("Wijken"), reverse("wijken:list")), (wijk.name, request.path)]
    return render(request, "wijken/wijk_detail.html", context)


def home_or_404(slug: str) -> Any:
    """A wijk with what its page needs."""
    found = home_of(slug, timezone.localdate())
    if not found:
        raise Http404(slug)
    return found[0]


@prepared
def home_of(slug: Any, day: Any) -> QuerySet[Wijk]:
    """A wijk with its WOP, and in the same query its page as arranged, its documents, stages and contacts on a day."""
    contacts = RoleAssignment.objects.of_role(Role.GEBIEDSREGISSEUR).on(day)
    contacts = contacts.filter(wijk=OuterRef("pk"), user__is_active=True).order_by("user")
    face = {name: f"user__profile__{name}" for name in ("shows_surname", "portrait")}
    page = WijkPage.objects.published().filter(wijk=OuterRef("pk")).order_by("-number")
    papers = WijkDocument.objects.checked().of_page().filter(wijk=OuterRef("pk")).order_by("-created_at", "key")
    paper = JSONObject(key="key", title="title", name="name", size="size")
    rows = Wijk.objects.select_related("wop__subject").filter(slug=slug)
    rows = rows.defer("boundary", "area_codes", "wop__subject__search", "wop__subject__search_text")
    way = Werkwijze.objects.published().filter(wijk=OuterRef(OuterRef("pk"))).order_by("-number")
    stages = WijkStage.objects.filter(werkwijze=Subquery(way.values("pk")[:1])).order_by("position")
    hidings = Hiding.objects.active().filter(subject=OuterRef("wop__subject"))
    return rows.annotate(
        hidden_parts=ArraySubquery(hidings.values("part")),
        faces=ArraySubquery(contacts.values(told=JSONObject(name="user__name", **face))),
        way_stages=ArraySubquery(stages.values(told=JSONObject(nl="label", en="label_en"))),
        arrangement=Subquery(page.values(told=JSONObject(number="number", welcome="welcome", sections="sections"))[:1]),
        papers=ArraySubquery(papers.values(told=paper)),
    )


def home_context(request: HttpRequest, wijk: Any, welcome: str, sections: list[Section]) -> dict[str, Any]:
    """What the page of a wijk shows with its sections arranged so."""
    today = timezone.localdate()
    shown = [one.panel for one in sections if one.panel and one.is_shown]
    with ahead(asked_by([*panels_at("wijk_now"), *panels_at("wijk_side"), *shown], request, wijk)):
        parts = {
            "now": common_panels("wijk_now", request, wijk),
            "side": common_panels("wijk_side", request, wijk),
            "sections": show_sections(sections, request, wijk),
        }
    return parts | {
        "wijk": wijk,
        "welcome": to_html(welcome) if welcome else "",
        "inhabitants": kept_setting(f"inhabitants:{wijk.pk}:{today}", lambda: inhabitants_of(wijk, today)),
        "role_label": role_label(Role.GEBIEDSREGISSEUR),
        "contacts": [Profile(user=User(name=face.pop("name")), **face) for face in wijk.faces],
        "is_member": can_enter_room(request.user, wijk.pk),
    }


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
