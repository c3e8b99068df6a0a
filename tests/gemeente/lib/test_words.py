"""Filters for words that people wrote."""

import pytest

from gemeente.lib.templatetags.portal import breakable, dialled, lines


def test_lines_leave_out_the_empty_ones() -> None:
    assert lines("Een schop\n\n  Een kruiwagen \r\n") == ["Een schop", "Een kruiwagen"]


def test_address_may_go_on_below_and_shows_no_markup_of_its_own() -> None:
    assert breakable("wop.oost@capelle.example") == "<wbr>wop<wbr>.oost<wbr>@capelle<wbr>.example"
    assert breakable("<b>@x") == "<wbr>&lt;b&gt;<wbr>@x"


@pytest.mark.parametrize(
    ("written", "address"),
    [("14 010", "tel:14010"), ("010-555 01 77", "tel:0105550177"), ("112", "tel:112")],
)
def test_number_as_a_telephone_dials_it(written: str, address: str) -> None:
    assert dialled(written) == address
