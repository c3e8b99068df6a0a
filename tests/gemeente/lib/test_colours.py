"""The colours that follow from one house colour."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gemeente.lib import colours
from gemeente.lib.colours import ENOUGH, WHITE, contrast, house_colours, is_readable, mixed

THEME = Path(__file__).parents[3] / "static" / "css" / "theme-capelle.css"
ANY = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def theme(name: str, *, dark: bool = False) -> str:
    """A colour of the theme, in full."""
    _before, _media, block = THEME.read_text().partition("(prefers-color-scheme: dark)")
    source = block if dark else _before
    found = re.search(rf"--portal-{name}: (#[0-9a-f]+);", source)
    assert found, name
    return found[1]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#0b4a6f", "#0b4a6f") == 1


@pytest.mark.parametrize(("colour", "fine"), [("#767676", True), ("#777777", False), ("#f6b21b", False)])
def test_white_text_needs_enough_contrast(colour: str, fine: bool) -> None:
    assert is_readable(colour) is fine


def test_mixing_goes_all_the_way() -> None:
    assert [mixed("#102030", WHITE, share) for share in (0, 0.5, 1)] == ["#102030", "#889098", "#ffffff"]


@given(ANY)
def test_every_readable_colour_gives_readable_text(colour: str) -> None:
    assume(is_readable(colour))

    made = house_colours(colour)

    pairs = [
        *((WHITE, ground) for ground in (made.main, made.main_hover, made.deep, made.night)),
        *((made.link, theme(name)) for name in ("ground", "water-tint")),
        (made.link, WHITE),
        (made.main_hover, WHITE),
        *((ink, theme(name, dark=True)) for ink in (made.tint, made.tint_hover) for name in ("ground", "surface")),
        (made.tint, theme("water-tint", dark=True)),
        *((theme("on-accent", dark=True), ground) for ground in (made.tint, made.tint_hover)),
        *((theme("on-deep-quiet"), ground) for ground in (made.deep, made.night)),
    ]
    assert [(ink, ground) for ink, ground in pairs if contrast(ink, ground) < ENOUGH] == []


@pytest.mark.parametrize(
    ("ours", "name", "dark"),
    [
        ("LIGHT_GROUND", "water-tint", False),
        ("DARK_GROUND", "water-tint", True),
        ("DARK_INK", "on-accent", True),
        ("QUIET_ON_DEEP", "on-deep-quiet", False),
    ],
)
def test_grounds_are_those_of_the_theme(ours: str, name: str, dark: bool) -> None:
    assert getattr(colours, ours) == theme(name, dark=dark)
