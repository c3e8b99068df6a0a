"""One house colour, and the colours that follow from it so that every text stays readable (WCAG 2.2: 1.4.3). Pure.

A colour is "#rrggbb". The grounds are those of static/css/theme-capelle.css: the darkest light ones and the lightest
dark ones that text in the house colour stands on; a test holds the two files together.
"""

from dataclasses import dataclass

ENOUGH = 4.5  # WCAG 1.4.3
WHITE, BLACK = "#ffffff", "#000000"
LIGHT_GROUND = "#e3eff6"  # --portal-water-tint
DARK_GROUND = "#143448"  # --portal-water-tint in the dark scheme
DARK_INK = "#06263a"  # --portal-on-accent in the dark scheme
QUIET_ON_DEEP = "#c9dce8"  # --portal-on-deep-quiet
STEP = 0.04  # of the way to black or white, each time a colour is not yet readable


@dataclass(frozen=True)
class HouseColours:
    """What a house colour gives: for the light scheme, and its light tint for the dark one."""

    main: str
    main_hover: str
    link: str
    deep: str
    tint: str
    tint_hover: str
    night: str


def house_colours(colour: str) -> HouseColours:
    """The colours that follow from one on which white text is readable (`is_readable`)."""
    link = _until(colour, BLACK, [LIGHT_GROUND])
    tint = _until(colour, WHITE, [DARK_GROUND, DARK_INK])
    return HouseColours(
        main=colour,
        main_hover=mixed(colour, BLACK, 0.3),
        link=link,
        deep=_until(mixed(colour, BLACK, 0.3), BLACK, [QUIET_ON_DEEP]),
        tint=tint,
        tint_hover=mixed(tint, WHITE, 0.5),
        night=_until(mixed(colour, BLACK, 0.55), BLACK, [QUIET_ON_DEEP]),
    )


def is_readable(colour: str) -> bool:
    """Whether white text can be read on a colour."""
    return contrast(colour, WHITE) >= ENOUGH


def contrast(one: str, other: str) -> float:
    """How much two colours differ in light: 1 (not at all) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another in it."""
    parts = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in parts)


def _until(colour: str, towards: str, grounds: list[str]) -> str:
    """A colour, moved towards black or white until it is readable on (or under) each of these."""
    share, found = 0.0, colour
    while share < 1 and any(contrast(found, ground) < ENOUGH for ground in grounds):
        share = min(1, share + STEP)
        found = mixed(colour, towards, share)
    return found


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
