"""A poster to print and hang in the window, with a code that leads to the page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.lib.kept_pages import kept_page
from gemeente.lib.qr import qr_code
from initiatives.views.sharing import share_of
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


@kept_page
@require_safe
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    """One sheet of A4, for anybody: a neighbour prints it too. Not of what others cannot see: the code would fail."""
    initiative = get_initiative_or_404(request, slug)
    share = share_of(initiative)
    if share is None:
        raise Http404(slug)
    context = {
        "initiative": initiative,
        "share": share,
        "code": qr_code(share.url),
        "breadcrumbs": breadcrumbs(initiative, request, _("Poster")),
    }
    return render(request, "initiatives/poster.html", context)
