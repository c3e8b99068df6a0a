"""News of a wijk outside the portal: as a feed, and as a small page that a WOP shows on a site of its own."""

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from gemeente.lib.feeds import new_feed, plain
from gemeente.lib.kept_pages import kept_page
from gemeente.places.identity import current_gemeente
from wijken.following.news import news_of_wijk
from wijken.views.shortcuts import get_wijk_or_404

MOST_IN_FEED, MOST_ON_A_SITE = 30, 6


@require_safe
@kept_page
def atom(request: HttpRequest, slug: str) -> HttpResponse:
    """What is new in a wijk as Atom (RFC 4287). No names of people."""
    wijk = get_wijk_or_404(slug)
    path = reverse("wijken:detail", args=[slug])
    feed = new_feed(request, title=wijk.name, portal=current_gemeente().portal_name, path=path)
    for item in news_of_wijk(wijk, MOST_IN_FEED):
        link = f"{settings.PUBLIC_URL}{item.subject.get_absolute_url()}"
        feed.add_item(
            title=plain(f"{item.words}: {item.subject.title}"),
            link=link,
            description="",
            unique_id=f"{link}#{item.entry.pk}",
            pubdate=item.entry.created_at,
            updateddate=item.entry.created_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]
def embedded(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as a small page for an <iframe> on any site: links open outside it, and nothing can be done in it.

    Not a kept page: what lets it stand elsewhere are marks on the answer, which a page from memory has lost.
    """
    wijk = get_wijk_or_404(slug)
    return render(request, "following/embedded.html", {"wijk": wijk, "items": news_of_wijk(wijk, MOST_ON_A_SITE)})
