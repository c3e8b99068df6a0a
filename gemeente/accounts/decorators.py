"""Doors of desk pages: signed in, with the right role, after a second step."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from gemeente.accounts.policies import needs_second_factor
from gemeente.accounts.second_factor import ask_second_factor, has_second_factor
from gemeente.users.requests import SignedInRequest

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
DeskView = Callable[Concatenate[SignedInRequest, P], HttpResponseBase]


def desk_page(policy: Callable[[Any], bool]) -> Callable[[DeskView[P]], View[P]]:
    """Open a view to whom the policy allows: a visitor signs in first, who must have a second step sets it up first.

    Volunteers and people of partners who see only what they wrote themselves do without (SECOND_FACTOR_ROLES).

    Raises PermissionDenied (403) for everybody else, before any word about a second step.
    """

    def decorate(view: DeskView[P]) -> View[P]:
        @wraps(view)
        @login_required
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not policy(request.user):
                raise PermissionDenied
            if needs_second_factor(request.user) and not has_second_factor(request):
                return ask_second_factor(request)
            return view(cast("SignedInRequest", request), *args, **kwargs)

        return guarded

    return decorate
