"""The list as a feed, for who follows a wijk, a theme or some words in a program of her own."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.lib.kept_pages import kept_page
from gemeente.places.identity import current_gemeente
from initiatives.filters import InitiativeFilter
from initiatives.models import Initiative

MOST = 50  # entries: who reads a feed comes back before there are more
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, section 2.2


def plain(text: str) -> str:
    """A text as XML can hold it: a character that came along with a paste would break the feed for everybody."""
    return NOT_IN_XML.sub("", text)


@require_safe
@kept_page
def atom(request: HttpRequest) -> HttpResponse:
    """The newest initiatives of a choice as Atom (RFC 4287), filtered by the URL as the list is. No names of people."""
    filters = InitiativeFilter(request.GET, Initiative.objects.public().for_cards())
    portal = plain(current_gemeente().portal_name)
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    feed = Atom1Feed(
        title=f"{_('Initiatieven')} - {portal}",
        link=f"{settings.PUBLIC_URL}{reverse('initiatives:list')}{query}",
        description=None,
        author_name=portal,
        feed_url=f"{settings.PUBLIC_URL}{request.get_full_path()}",
        language=translation.get_language(),
    )
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
