"""The style sheet of a house colour, and a picture of how it looks."""

import hashlib
from dataclasses import dataclass

from django.urls import reverse

from gemeente.lib.colours import HouseColours, house_colours
from gemeente.places.models import Gemeente

# Only on a screen, and only for who did not ask for more contrast: those have colours of their own in the theme.
SHEET = """\
@media screen and (prefers-contrast: no-preference) {{
  :root {{
    --portal-link: {made.link};
    --portal-link-hover: {made.deep};
    --portal-accent: {made.main};
    --portal-accent-hover: {made.main_hover};
    --portal-on-accent: #fff;
    --portal-river: {made.main};
    --portal-deep: {made.deep};
  }}
}}
@media screen and (prefers-contrast: no-preference) and (prefers-color-scheme: dark) {{
  :root {{
    --portal-link: {made.tint};
    --portal-link-hover: {made.tint_hover};
    --portal-accent: {made.tint};
    --portal-accent-hover: {made.tint_hover};
    --portal-on-accent: #06263a;
    --portal-deep: {made.night};
  }}
}}
"""


def style_sheet(colour: str) -> str:
    """What follows from a house colour, as CSS; nothing for none."""
    return SHEET.format(made=house_colours(colour)) if colour else ""


def style_version(colour: str) -> str:
    """A word that changes with the style sheet, for its address."""
    return hashlib.blake2b(style_sheet(colour).encode(), digest_size=6).hexdigest()


def style_url(gemeente: Gemeente) -> str:
    """Where the style sheet is; empty when the theme has all the colours."""
    return f"{reverse('portal:style')}?v={style_version(gemeente.colour)}" if gemeente.colour else ""


@dataclass(frozen=True)
class Logo:
    """The logo as the head of a page shows it, in pixels."""

    url: str
    width: int
    height: int
    text: str


SHOWN_HEIGHT, SHOWN_WIDTH = 44, 160


def logo_of(gemeente: Gemeente) -> Logo | None:
    """The logo, if there is one, as large as fits in the head of a page on a phone."""
    if not gemeente.logo:
        return None
    scale = min(SHOWN_HEIGHT / gemeente.logo_height, SHOWN_WIDTH / gemeente.logo_width)
    name = str(gemeente.logo.name).split("/")[-1]
    width, height = (max(1, round(side * scale)) for side in (gemeente.logo_width, gemeente.logo_height))
    return Logo(reverse("portal:logo", args=[name]), width, height, gemeente.logo_text)


def looks_of(colour: str) -> HouseColours | None:
    """The colours a preview shows; None when the theme has them all."""
    return house_colours(colour) if colour else None
