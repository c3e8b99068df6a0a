"""Addresses of many things of one kind."""

import pytest
from django.urls import reverse
from django.utils import translation

from gemeente.lib.addresses import address


@pytest.mark.parametrize(
    ("name", "key"),
    [("initiatives:detail", "een-tuin-2"), ("initiatives:planning", "x"), ("cases:case", 7), ("contact:case", 12345)],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_address_is_that_of_reverse(name: str, key: str | int, language: str) -> None:
    with translation.override(language):
        assert address(name, key) == reverse(name, args=[key])
