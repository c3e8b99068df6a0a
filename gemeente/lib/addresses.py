"""Addresses of many things of one kind: a list of fifty rows needs a hundred, and Django looks each of them up anew."""

from functools import cache

from django.urls import reverse
from django.utils.translation import get_language

SLUG, NUMBER = "slug-of-something", 987654321  # no address of ours holds these


def address(name: str, key: str | int) -> str:
    """What `reverse(name, args=[key])` gives, for a slug or a number, in the language of the page."""
    pattern, stand_in = _pattern(name, isinstance(key, int), get_language())
    return pattern.replace(stand_in, str(key))


@cache
def _pattern(name: str, is_number: bool, language: str | None) -> tuple[str, str]:
    """The address of a stand-in, and how it is written there."""
    stand_in = NUMBER if is_number else SLUG
    return reverse(name, args=[stand_in]), str(stand_in)
