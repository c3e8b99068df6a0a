"""The doors of a wijk's pages, and where they stand."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest

P = ParamSpec("P")
WijkView = Callable[Concatenate[SignedInRequest, Wijk, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, str, P], HttpResponseBase]
Crumbs = list[tuple[str, str]]


def get_wijk_or_404(slug: str) -> Wijk:
    """A wijk by its slug, without its boundary."""
    wijk = Wijk.objects.defer("boundary").filter(slug=slug).first()
    if wijk is None:
        raise Http404
    return wijk


def wijk_page(policy: Callable[[Any, int | None], bool]) -> Callable[[WijkView[P]], View[P]]:
    """Open a page of a wijk to whom the policy allows there; the view gets the wijk in the place of its slug.

    A visitor signs in first. Raises PermissionDenied (403) for everybody else, 404 where there is no such wijk.
    """

    def decorate(view: WijkView[P]) -> View[P]:
        @wraps(view)
        @login_required
        def guarded(request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            wijk = get_wijk_or_404(slug)
            if not policy(request.user, wijk.pk):
                raise PermissionDenied
            return view(cast("SignedInRequest", request), wijk, *args, **kwargs)

        return guarded

    return decorate


def breadcrumbs(wijk: Wijk, request: HttpRequest | None = None, title: str = "") -> Crumbs:
    """Where the page of a wijk stands, or a page under it."""
    crumbs = [(_("Wijken"), reverse("wijken:list")), (wijk.name, reverse("wijken:detail", args=[wijk.slug]))]
    return [*crumbs, (title, request.path)] if request else crumbs


def room_breadcrumbs(wijk: Wijk, request: HttpRequest, title: str = "") -> Crumbs:
    """Where a page of the worktable of a WOP stands."""
    crumbs = [*breadcrumbs(wijk), (_("Werktafel van het WOP"), reverse("wijken:room", args=[wijk.slug]))]
    return [*crumbs, (title, request.path)] if title else crumbs


def saved(request: HttpRequest, sentence: str, name: str, wijk: Wijk) -> HttpResponse:
    """Say what was done, on the page of the wijk that comes next."""
    messages.success(request, sentence)
    return redirect(name, wijk.slug)
