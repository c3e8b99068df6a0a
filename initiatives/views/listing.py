"""The list of what residents undertake."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.activity.searching import corrected
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.paging import paginate
from initiatives.cards import cards_of
from initiatives.filters import InitiativeFilter
from initiatives.models import Initiative

MOST_ALIKE = 12  # initiatives shown to who made a typing error


@require_safe
@kept_page
def initiative_list(request: HttpRequest) -> HttpResponse:
    """Everything residents undertake, narrowed and ordered by the URL; who made a typing error sees what is meant."""
    filters = InitiativeFilter(request.GET, Initiative.objects.public().for_cards())
    page = paginate(filters.qs, request.GET)
    chips = filters.chips
    filters.show_counts()
    query = f"?{urlencode(filters.chosen)}" if filters.chosen else ""
    context = {
        "filters": filters,
        "chips": chips,
        "page": page,
        "cards": cards_of(page.rows),
        "meant": meant_by(filters) if filters.words and not page.rows and page.number == 1 else None,
        "feed_url": reverse("initiatives:atom") + query,
        "save_url": reverse("initiatives:save_search") + query,
        "breadcrumbs": [(_("Initiatieven"), request.path)],
    }
    return render(request, "initiatives/initiative_list.html", context)


def meant_by(filters: InitiativeFilter) -> dict[str, Any] | None:
    """What somebody may have meant beside her other choices, with what that finds; nothing where that finds nothing."""
    words = corrected(filters.words, "initiative")
    if not words:
        return None
    query = QueryDict(mutable=True)
    query.update(filters.chosen | {"zoek": words})
    rows = InitiativeFilter(query, Initiative.objects.public().for_cards(), inside=False).qs[:MOST_ALIKE]
    cards = cards_of(rows)
    return {"words": words, "url": filters.link(zoek=words), "cards": cards} if cards else None
