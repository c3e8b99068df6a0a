"""Ready plans for everybody: which there are, and what is in one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.lib.kept_pages import kept_page
from gemeente.portal.doors import door
from gemeente.portal.enums import Matter
from initiatives.blueprints import WORD, offered_blueprint, offered_blueprints


@require_safe
@kept_page
def blueprint_list(request: HttpRequest) -> HttpResponse:
    """What somebody can take today."""
    cards = [
        {"title": row.title, "url": row.get_absolute_url(), "picture": row.drawing, "summary": row.intro}
        for row in offered_blueprints()
    ]
    context = {"cards": cards, "breadcrumbs": [(_("Draaiboeken"), request.path)]}
    return render(request, "initiatives/blueprint_list.html", context)


@require_safe
@kept_page
def blueprint_detail(request: HttpRequest, code: str) -> HttpResponse:
    """The whole of one: what to do, when, and where to look."""
    blueprint = offered_blueprint(code)
    if blueprint is None:
        raise Http404(code)
    steps = list(blueprint.steps.all())
    context = {
        "blueprint": blueprint,
        "steps": steps,
        "begin_url": f"{reverse('initiatives:new')}?{urlencode({WORD: code})}",
        "permit_door": door(Matter.PERMIT) if any(step.is_permit for step in steps) else None,
        "breadcrumbs": [(_("Draaiboeken"), reverse("initiatives:blueprints")), (blueprint.title, request.path)],
    }
    return render(request, "initiatives/blueprint_detail.html", context)
