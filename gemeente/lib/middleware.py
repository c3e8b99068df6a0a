"""Rules for every answer: language from the path, caching of anonymous pages, and headers Django has no setting for."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from gemeente.lib.errors import Refused
from gemeente.lib.kept_pages import find_page, keep_page, page_tag
from gemeente.lib.site_version import one_reading

GetResponse = Callable[[HttpRequest], HttpResponse]

PERMISSIONS_POLICY = "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"


def permissions_policy(get_response: GetResponse) -> GetResponse:
    """Say on every answer which powers of the browser the portal never asks for."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return middleware


class PublicPages:
    """Let anyone keep a visitor's page and ask whether it changed; keep a signed-in page to its reader.

    A visitor is a request without the session cookie. Her answer carries no cookie, so it is the same for all and
    may be kept: "public, no-cache" with an ETag. With a session cookie, or once an answer sets one, it is "private".
    Of a view marked `kept_page` the version of the site answers "not changed", and this process keeps the page itself.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with one_reading():
            return self.finish(request, self.get_response(request))

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Sequence[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Answer without the view where that can be. The version is read first: what a view then reads is as new."""
        if not getattr(view, "is_kept", False) or not is_visitor(request) or settings.DEBUG:
            return None
        if request.method not in {"GET", "HEAD"}:
            return None
        request.page_tag = tag = page_tag()  # type: ignore[attr-defined]
        return get_conditional_response(request, etag=tag) or find_page(request, tag)

    def finish(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Say who may keep the answer, and keep it."""
        if response.streaming or response.has_header("Cache-Control"):
            return response
        patch_vary_headers(response, ["Cookie"])
        if not is_visitor(request) or response.cookies:
            patch_cache_control(response, private=True, no_cache=True)
            return response
        patch_cache_control(response, public=True, no_cache=True)
        if tag := getattr(request, "page_tag", ""):
            if response.status_code in {200, 304}:
                response["ETag"] = tag
            if response.status_code == 200 and request.method == "GET":
                keep_page(request, response, tag)
            return response
        if request.method not in {"GET", "HEAD"} or response.status_code != 200:
            return response
        response["ETag"] = f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
        return get_conditional_response(request, etag=response["ETag"], response=response) or response


def is_visitor(request: HttpRequest) -> bool:
    """Whether nobody signed in or began something in this browser."""
    return settings.SESSION_COOKIE_NAME not in request.COOKIES


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
