"""The map of initiatives: as a page, and its window as GeoJSON for a live map."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.lib.kept_pages import kept_page
from gemeente.places.frames import Frame, frame_of
from gemeente.places.geography import Box
from gemeente.places.maps import TownMap, town_map
from gemeente.places.windows import read_window, ways, write_window
from initiatives.mapping import Item, MapFilter, MapView, look_at
from initiatives.models import Initiative

LIMIT = 100_000  # bytes (design.md section 8)
DECIMALS = 5  # of a degree, about a metre
SECONDS = 60  # how long others may keep it: what is hidden is gone within a minute


def read_box(request: HttpRequest, town: TownMap) -> tuple[Box, bool]:
    """The window of the address, and whether that asked for one that is none: then it is the whole town."""
    asked = request.GET.get("venster", "")
    try:
        return (read_window(asked, town) if asked else Box(*town.extent)), False
    except ValueError:
        return Box(*town.extent), True


def look(request: HttpRequest, frame: Frame) -> tuple[MapFilter, MapView]:
    """The choices of the address, and what a frame shows of them."""
    filters = MapFilter(request.GET, Initiative.objects.public())
    rows = filters.qs
    return filters, look_at(rows, filters.chosen, frame, choices(request.GET).urlencode())


def choices(query: QueryDict) -> QueryDict:
    """The address without the window: what the list may be asked too."""
    kept = query.copy()
    kept.pop("venster", None)
    kept.pop("pagina", None)
    return kept


@require_safe
@kept_page
def initiative_map(request: HttpRequest) -> HttpResponse:
    """Initiatives on a drawing of the town and, beside it, the same as a list. Links move the window."""
    town = town_map()
    box, is_wrong = read_box(request, town)
    filters, view = look(request, frame_of(town, box, town.width, town.height))
    kept = choices(request.GET)
    query = kept.urlencode()
    go = [(words, link(request.path, kept, window)) for words, window in ways(view.frame.box, town)]
    list_url = reverse("initiatives:list") + (f"?{query}" if query else "")
    context = {
        "filters": filters,
        "view": view,
        "is_wrong": is_wrong,
        "is_filtered": any(kept.values()),
        "ways": go,
        "list_url": list_url,
        "window": write_window(view.frame.box),
        "source_url": reverse("initiatives:map_data") + f"?{query}",
        "breadcrumbs": [(_("Initiatieven"), reverse("initiatives:list")), (_("Kaart"), request.path)],
    }
    return render(request, "initiatives/initiative_map.html", context)


def link(path: str, kept: QueryDict, window: str) -> str:
    """The address of another window with the same choices."""
    query = kept.copy()
    if window:
        query["venster"] = window
    return f"{path}?{query.urlencode(safe=',')}" if query else path


@require_safe
def map_data(request: HttpRequest) -> HttpResponse:
    """What a window shows, as GeoJSON (RFC 7946): at most LIMIT bytes, the same for everybody."""
    town = town_map()
    box, _is_wrong = read_box(request, town)
    _filters, view = look(request, Frame(town, box, town.width, town.height))
    response = HttpResponse(write_features(view), content_type="application/geo+json")
    patch_cache_control(response, public=True, max_age=SECONDS)
    return response


def write_features(view: MapView) -> bytes:
    """As many of the items as fit, in their order."""
    written: list[bytes] = []
    size = 200  # of what stands around them
    for item in view.items:
        text = json.dumps(feature(item), ensure_ascii=False, separators=(",", ":")).encode()
        size += len(text) + 1
        if size > LIMIT:
            break
        written.append(text)
    has_more = view.has_more or len(written) < len(view.items)
    head = f'{{"type":"FeatureCollection","hasMore":{json.dumps(has_more)},"features":['
    return head.encode() + b",".join(written) + b"]}"


def feature(item: Item) -> dict[str, Any]:
    """An initiative as a point; a square as its middle, with its bounds."""
    place = [round(item.place.longitude, DECIMALS), round(item.place.latitude, DECIMALS)]
    properties: dict[str, Any] = {"title": item.title, "detail": item.detail, "url": item.url}
    found: dict[str, Any] = {"type": "Feature", "geometry": {"type": "Point", "coordinates": place}}
    if item.box:
        properties["count"] = item.count
        found["bbox"] = [
            round(part, DECIMALS) for part in (item.box.west, item.box.south, item.box.east, item.box.north)
        ]
    return found | {"properties": properties}
