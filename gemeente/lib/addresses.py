"""Addresses of many things of one kind: a list of fifty rows needs a hundred, and Django looks each of them up anew."""

from functools import cache

from django.urls import reverse
from django.utils.translation import get_language

SLUG, NUMBER = "slug-of-something", 987654321  # no address of ours holds these


def address(name: str, *keys: str | int) -> str:
    """What `reverse(name, args=keys)` gives, for slugs and numbers, in the language of the page."""
    pattern, stand_ins = _pattern(name, tuple(isinstance(key, int) for key in keys), get_language())
    for stand_in, key in zip(stand_ins, keys, strict=True):
        pattern = pattern.replace(stand_in, str(key), 1)
    return pattern


@cache
def _pattern(name: str, are_numbers: tuple[bool, ...], language: str | None) -> tuple[str, tuple[str, ...]]:
    """The address of stand-ins, and how each is written there."""
    stand_ins = [NUMBER + place if is_number else f"{SLUG}-{place}" for place, is_number in enumerate(are_numbers)]
    return reverse(name, args=stand_ins), tuple(str(stand_in) for stand_in in stand_ins)
