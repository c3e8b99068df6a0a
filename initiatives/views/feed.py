"""The list as a feed, for who follows a wijk, a theme or some words in a program of her own."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.lib.feeds import new_feed, plain
from gemeente.lib.kept_pages import kept_page
from gemeente.places.identity import current_gemeente
from initiatives.filters import InitiativeFilter
from initiatives.models import Initiative

MOST = 50  # entries: who reads a feed comes back before there are more


@require_safe
@kept_page
def atom(request: HttpRequest) -> HttpResponse:
    """The newest initiatives of a choice as Atom (RFC 4287), filtered by the URL as the list is. No names of people."""
    filters = InitiativeFilter(request.GET, Initiative.objects.public().for_cards())
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    path = f"{reverse('initiatives:list')}{query}"
    feed = new_feed(request, title=_("Initiatieven"), portal=current_gemeente().portal_name, path=path)
    for initiative in filters.qs.newest_first()[:MOST]:
        link = f"{settings.PUBLIC_URL}{initiative.get_absolute_url()}"
        feed.add_item(
            title=plain(initiative.title),
            link=link,
            description=plain(initiative.summary),
            unique_id=link,
            pubdate=initiative.published_at,
            updateddate=initiative.published_at,
            categories=[plain(initiative.place_name)],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
