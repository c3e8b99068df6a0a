"""The second step at signing in: who has taken it on this visit, and where somebody goes who has not."""

from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

RETURN_KEY = "second_factor_return"  # in the session: the page that asked for the second step


def has_device(user: Any) -> bool:
    """Whether a person has an app that makes codes."""
    return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists()


def has_second_factor(request: HttpRequest) -> bool:
    """Whether the reader may see pages that ask for a second step: she has a device and used it on this visit.

    The demo waives it (settings: SECOND_FACTOR_WAIVED).
    """
    if settings.SECOND_FACTOR_WAIVED:
        return True
    return request.user.is_authenticated and has_device(request.user) and not must_give_code(request)


def must_give_code(request: HttpRequest) -> bool:
    """Whether the reader signed in without a code: on another browser, before she set up the device."""
    records = get_authentication_records(request, request.user)
    return all(record["method"] != "mfa" for record in records)


def ask_second_factor(request: HttpRequest) -> HttpResponseRedirect:
    """Send the reader to the page that explains the second step, and remember where she was going."""
    query = urlencode({"next": request.get_full_path()})
    return HttpResponseRedirect(f"{reverse('accounts:second_factor')}?{query}")
