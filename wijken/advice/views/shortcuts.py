"""The doors of an advice, and where its pages stand."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from gemeente.activity.models import Subject
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.advice.forms import KINDS
from wijken.advice.models import Advice
from wijken.advice.policies import Policy
from wijken.views.shortcuts import Crumbs, breadcrumbs, room_breadcrumbs

P = ParamSpec("P")
AdviceView = Callable[Concatenate[SignedInRequest, Advice, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, str, int, P], HttpResponseBase]
MOST = 60  # of one kind, to choose from


def get_advice_or_404(slug: str, advice_id: int) -> Advice:
    """The one door to an advice: what a manager hid is for nobody."""
    return get_object_or_404(Advice.objects.public().whole(), pk=advice_id, wijk__slug=slug)


def advice_page(policy: Policy) -> Callable[[AdviceView[P]], View[P]]:
    """Open a page of an advice to whom the policy allows; the view gets the advice in the place of slug and number.

    A visitor signs in first. Raises PermissionDenied (403) for everybody else, 404 where there is no such advice.
    """

    def decorate(view: AdviceView[P]) -> View[P]:
        @wraps(view)
        @login_required
        def guarded(
            request: HttpRequest, slug: str, advice_id: int, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            advice = get_advice_or_404(slug, advice_id)
            if not policy(request.user, advice):
                raise PermissionDenied
            return view(cast("SignedInRequest", request), advice, *args, **kwargs)

        return guarded

    return decorate


def crumbs_of(advice: Advice, request: HttpRequest | None = None, title: str = "") -> Crumbs:
    """Where the page of an advice stands, or a page under it."""
    crumbs = [*list_crumbs(advice.wijk), (advice.shown_title, advice.get_absolute_url())]
    return [*crumbs, (title, request.path)] if request else crumbs


def list_crumbs(wijk: Wijk) -> Crumbs:
    """Where the adviezen of a wijk stand."""
    return [*breadcrumbs(wijk), (_("Adviezen"), reverse("advice:list", args=[wijk.slug]))]


def work_crumbs(advice: Advice, request: HttpRequest, title: str = "") -> Crumbs:
    """Where a page of the WOP about an advice stands."""
    crumbs = [*room_crumbs(advice.wijk, request), (advice.shown_title, advice.room_url)]
    return [*crumbs, (title, request.path)] if title else crumbs


def room_crumbs(wijk: Wijk, request: HttpRequest, title: str = "") -> Crumbs:
    """Where the adviezen of a WOP stand on its worktable."""
    crumbs = [*room_breadcrumbs(wijk, request), (_("Adviezen"), reverse("advice:room", args=[wijk.slug]))]
    return [*crumbs, (title, request.path)] if title else crumbs


def subjects_to_advise_on(wijk: Wijk) -> list[Subject]:
    """What a WOP can advise on: what stands in its wijk and of the whole town, the newest of each kind."""
    rows = Subject.objects.public().filter(wijk=wijk) | Subject.objects.public().filter(wijk=None)
    rows = rows.only("kind", "title", "is_public", "wijk_id", "theme_id", "path").order_by("-pk")
    return [one for kind in KINDS for one in rows.filter(kind=kind)[:MOST]]


def changed(request: HttpRequest, **values: Any) -> QueryDict:
    """What was sent, with other values of some fields: from now on she has seen them."""
    data = request.POST.copy()
    for name, value in values.items():
        data[name] = str(value)
    return data
