"""What internet.nl asks of every answer, errors and static files included."""

from collections.abc import Callable
from unittest.mock import patch

import psycopg
import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from gemeente.users.models import User

CSP = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
FIXED = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def check_headers(response: object) -> None:
    """Fail on a header that is missing or weaker than it should be."""
    policy = dict(part.strip().split(" ", 1) for part in response.headers["Content-Security-Policy"].split(";"))
    assert policy == CSP
    assert {name: response.headers.get(name) for name in FIXED} == FIXED
    assert "geolocation=(self)" in response.headers["Permissions-Policy"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/initiatieven/nieuw/", 200),
        ("/mijn/", 302),
        ("/bestaat-niet/", 404),
        ("/initiatieven", 301),
        ("/healthz", 200),
        ("/robots.txt", 200),
        ("/.well-known/security.txt", 200),
        ("/static/site.css", 200),
        ("/static/niets.css", 404),
        ("/kaart/capelle.svg", 200),
    ],
)
def test_headers_on_every_answer(path: str, status: int, client: Client, reference: None) -> None:
    response = client.get(path, secure=True)
    response.close()

    assert response.status_code == status
    check_headers(response)


def test_headers_on_403(client_for: Callable[..., Client], bram: User) -> None:
    response = client_for(bram).get("/werkbak/", secure=True)

    assert response.status_code == 403
    check_headers(response)


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (ZeroDivisionError(), 500),
        (OperationalError("gone"), 503),
        (InterfaceError("closed"), 503),
        (psycopg.OperationalError("pool"), 503),
    ],
)
def test_headers_on_500_and_503_without_a_database(fault: Exception, status: int, settings: object) -> None:
    client = Client(raise_request_exception=False)
    with patch("gemeente.lib.middleware.page_tag", side_effect=fault):
        response = client.get("/", secure=True)

    assert response.status_code == status
    assert response.headers.get("Retry-After") == ("120" if status == 503 else None)
    assert response.headers["Cache-Control"] == "no-store"
    check_headers(response)


def test_unknown_host_is_refused(client: Client) -> None:
    response = client.get("/", headers={"host": "kwaad.example"}, secure=True)

    assert response.status_code == 400
    check_headers(response)


def test_compression_of_pages_is_off(client: Client, reference: None) -> None:
    response = client.get("/", headers={"accept-encoding": "gzip, br"})

    assert "Content-Encoding" not in response.headers
