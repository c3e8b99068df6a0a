"""Rules for values of the environment beyond their type. Each raises ValidationError with one plain sentence."""

import re
from urllib.parse import urlsplit

from environs import ValidationError

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


def is_loopback(url: str) -> bool:
    """Whether a URL can only be reached from this machine."""
    return urlsplit(url).hostname in LOOPBACK_HOSTS


def check_public_url(url: str) -> None:
    """Accept the portal's own address: an origin without a path, and https unless it is this machine."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValidationError("must be an address such as https://buitenkans.example")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValidationError("must be an address without a path")
    if parts.scheme == "http" and not is_loopback(url):
        raise ValidationError("must start with https:// (http:// is for this machine only)")


def check_secret_key(key: str) -> None:
    """Accept a key that cannot be guessed: 50 characters or more."""
    if len(key) < 50:
        raise ValidationError("must be at least 50 random characters")


def check_postgres_url(url: str) -> None:
    """Accept PostgreSQL only: constraints, search and the job queue depend on it."""
    if urlsplit(url).scheme not in {"postgres", "postgresql"}:
        raise ValidationError("must start with postgresql://")


def check_tiles_url(url: str) -> None:
    """Accept the address of map tiles, or nothing for no tiles. Its host goes into the CSP, so it is a plain name."""
    if not url:
        return
    if not re.fullmatch(r"https://[a-z0-9.-]+(:[0-9]+)?/\S+", url):
        raise ValidationError("must start with https:// and a host, or be empty")
    if not all(url.count(part) == 1 for part in ("{z}", "{x}", "{y}")):
        raise ValidationError("must contain {z}, {x} and {y}, once each")


def check_bucket_name(name: str) -> None:
    """Accept the name of an S3 bucket, or none."""
    if name and not re.fullmatch(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", name):
        raise ValidationError("must be the name of a bucket: 3 to 63 small letters, digits, dots and dashes")


def check_bucket_endpoint(url: str) -> None:
    """Accept where an S3 store answers, or nothing: https unless it is this machine, without a path."""
    parts = urlsplit(url)
    if not url:
        return
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValidationError("must be an address such as https://s3.example, without a path")
    if parts.scheme == "http" and not is_loopback(url):
        raise ValidationError("must start with https:// (http:// is for this machine only)")


def check_bucket_region(name: str) -> None:
    """Accept the region of an S3 store, or nothing."""
    if name and not re.fullmatch(r"[a-z0-9-]{1,40}", name):
        raise ValidationError("must be a region such as nl-ams or eu-central-1")


def origin_of(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
