"""Pictures: the map of the town, the outlines of its wijken and the drawings."""

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from gemeente.lib.drawing import SCENES, draw_empty, draw_hero, draw_scene
from gemeente.lib.kept_pages import kept_page
from gemeente.places.maps import town_map
from gemeente.places.outlines import outlines

SVG, GEOJSON = "image/svg+xml", "application/geo+json"
FOREVER = {"public": True, "max_age": 31_536_000, "immutable": True}  # a year, in seconds
VARIETIES = 24  # of each scene, so that browsers meet the same ones again

scene_picture = cache(draw_scene)  # a millisecond each, and a list shows twenty; all of them together are 1 MB


@require_safe
@kept_page
def map_image(request: HttpRequest) -> HttpResponse:
    """The town as an image of its own. With its version in the address (?v=) it may be kept for ever."""
    shown = town_map()
    response = HttpResponse(render_to_string("places/map.svg", {"map": shown}), content_type=SVG)
    if request.GET.get("v") == shown.version:
        patch_cache_control(response, **FOREVER)
    return response


@require_safe
@kept_page
def wijk_outlines(request: HttpRequest) -> HttpResponse:
    """The wijken as GeoJSON for a live map. With the version of the map in the address it may be kept for ever."""
    version = town_map().version
    response = HttpResponse(outlines(), content_type=GEOJSON)
    if request.GET.get("v") == version:
        patch_cache_control(response, **FOREVER)
    return response


@require_safe
def drawing(request: HttpRequest, scene: str, seed: int) -> HttpResponse:
    """A scene, as the picture of what has no photo."""
    if scene not in SCENES:
        raise Http404(scene)
    return kept_picture(scene_picture(scene, seed % VARIETIES))


@require_safe
def hero(request: HttpRequest) -> HttpResponse:
    """The picture at the top of the home page."""
    return kept_picture(draw_hero())


@require_safe
def empty(request: HttpRequest) -> HttpResponse:
    """The picture where there is nothing yet."""
    return kept_picture(draw_empty(0))


def kept_picture(svg: str) -> HttpResponse:
    """An answer that browsers keep for good."""
    response = HttpResponse(svg, content_type=SVG)
    patch_cache_control(response, **FOREVER)
    return response
