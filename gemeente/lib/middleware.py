"""Rules for every answer: language from the path, caching of anonymous pages, and headers Django has no setting for."""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from gemeente.lib.errors import Refused

GetResponse = Callable[[HttpRequest], HttpResponse]

PERMISSIONS_POLICY = "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"


def permissions_policy(get_response: GetResponse) -> GetResponse:
    """Say on every answer which powers of the browser the portal never asks for."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return middleware


def public_pages(get_response: GetResponse) -> GetResponse:
    """Let anyone keep a visitor's page and ask whether it changed; keep a signed-in page to its reader.

    A visitor is a request without the session cookie. Her answer carries no cookie, so it is the same for all and
    may be kept: "public, no-cache" with an ETag. With a session cookie, or once an answer sets one, it is "private".
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.streaming or response.has_header("Cache-Control"):
            return response
        patch_vary_headers(response, ["Cookie"])
        if settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies:
            patch_cache_control(response, private=True, no_cache=True)
            return response
        patch_cache_control(response, public=True, no_cache=True)
        if request.method not in {"GET", "HEAD"} or response.status_code != 200:
            return response
        response["ETag"] = f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
        return get_conditional_response(request, etag=response["ETag"], response=response) or response

    return middleware


class RefusedActions:
    """Say why an action was refused where a view did not: something changed between its page and the click (409)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a refusal; anything else is not ours."""
        if not isinstance(exception, Refused):
            return None
        return render(request, "409.html", {"sentence": str(exception)}, status=409)


class LanguageFromPath(LocaleMiddleware):
    """The path alone decides the language (design.md section 5): no cookie, no Accept-Language, so no Vary on it."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.setdefault("Content-Language", translation.get_language())
        return response
