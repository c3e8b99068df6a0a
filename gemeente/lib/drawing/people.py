"""Neighbours: simple, friendly figures with feet at the origin, about 92 units tall, and portraits of them."""

from dataclasses import dataclass, replace
from random import Random

from gemeente.lib.drawing.palette import CLOTHES, GREYS, HAIRS, SKINS, TROUSERS
from gemeente.lib.drawing.svg import dot, fill, line, mix, move, soft

EYES = "#332211"
HAIR_STYLES = ("short", "bob", "afro", "bun", "scarf", "long", "cap", "curls", "tail", "beard", "bald")
CAP = "M-13-80a13 13 0 0 1 26 0q-13-13-26 0z"


@dataclass(frozen=True)
class Look:
    """What one neighbour looks like."""

    skin: str
    hair: str
    style: str
    top: str
    bottom: str


def pick_look(rng: Random, *, elder: bool = False) -> Look:
    """Choose a look; an elder has grey hair or a scarf."""
    style = rng.choice(HAIR_STYLES)
    skin = rng.choice(SKINS)
    hair = rng.choice(GREYS) if elder else rng.choice(HAIRS)
    if style in {"scarf", "cap"}:
        hair = rng.choice(CLOTHES)
    if style in {"afro", "curls"} and not elder:
        hair = rng.choice(HAIRS[:2])
    return Look(skin, hair, style, rng.choice(CLOTHES), rng.choice(TROUSERS))


def pick_looks(rng: Random, count: int) -> list[Look]:
    """Choose looks that differ in skin, hair style and clothes as far as the palette reaches."""
    skins = rng.sample(SKINS, len(SKINS))
    styles = rng.sample(HAIR_STYLES, len(HAIR_STYLES))
    tops = rng.sample(CLOTHES, len(CLOTHES))
    looks = []
    for i in range(count):
        look = pick_look(rng)
        style = styles[i % len(styles)]
        hair = look.hair if look.style not in {"scarf", "cap"} else rng.choice(HAIRS)
        if style in {"scarf", "cap"}:
            hair = tops[(i + 3) % len(tops)]
        looks.append(Look(skins[i % len(skins)], hair, style, tops[i % len(tops)], look.bottom))
    return looks


LEGS = {
    "stand": "M-5-32v29M5-32v29",
    "walk": "M-2-32-10-4M3-32 12-4",
    "sit": "M-2-31h19V-3M2-28h21v25",
    "kneel": "M-3-27l13 12-2 13M0-26-7-4h-12",
    "run": "M-2-32l-13 15-13-4M2-32l15 10-3 18",
}
ARMS = {
    "rest": ("M-11-56q-7 9-5 20M11-56q7 9 5 20", "M-16-35v1M16-35v1"),
    "wave": ("M-11-56q-7 9-5 20M10-57q9-6 12-22", "M-16-35v1M23-82v1"),
    "reach": ("M-10-55q6 16 20 14M9-57q6 12 18 8", "M12-41h2M29-49h1"),
    "cheer": ("M-10-57q-9-6-12-22M10-57q9-6 12-22", "M-23-82v1M23-82v1"),
    "lap": ("M-11-56q-5 12 4 19M11-56q4 10-3 18", "M-5-36h2M6-36h2"),
    "hip": ("M-11-56q-12 8-3 18M11-56q7 9 5 20", "M-11-37v1M16-35v1"),
}


def person(
    x: float,
    y: float,
    look: Look,
    legs: str = "stand",
    arms: str = "rest",
    *,
    size: float = 1,
    flip: bool = False,
) -> str:
    """Draw a whole neighbour standing, walking, sitting, kneeling or running at (x, y)."""
    figure = line(soft(look.bottom), 7, LEGS[legs]) + torso(look, arms)
    return move(x, y, figure, size, flip=flip)


def child(x: float, y: float, look: Look, legs: str = "stand", arms: str = "rest", *, flip: bool = False) -> str:
    """Draw a child: smaller than a grown neighbour, with a child's hair."""
    if look.style in {"beard", "bald"}:
        look = replace(look, style="short")
    return person(x, y, look, legs, arms, size=0.68, flip=flip)


def torso(look: Look, arms: str = "rest") -> str:
    """Draw a neighbour from the waist up, as behind a table."""
    sleeves, hands = ARMS[arms]
    return (
        _hair_behind(look)
        + fill(soft(look.top), "M-12-28v-26a12 12 0 0 1 24 0v26z")
        + line(soft(mix(look.top, "#08334d", 0.16)), 7, sleeves)
        + line(soft(look.skin), 7, hands)
        + head(look)
    )


def head(look: Look) -> str:
    """Draw the face and the hair in front of it."""
    beard = fill(soft(look.hair), "M-12-79q6 7 12 3q6 4 12-3a12 12 0 0 1-24 0z") if look.style == "beard" else ""
    face = line(EYES, 2, "M-3-80h0M6-80h0M-1-75q3 3 6 0")
    if look.style == "beard":
        face = line(EYES, 2, "M-4-80h0M4-80h0") + line("#ffffff", 2, "M-3-74q3 2 6 0")
    return dot(0, -80, 12, soft(look.skin)) + beard + face + _hair_front(look)


def _hair_behind(look: Look) -> str:
    hair = soft(look.hair)
    behind = {
        "afro": dot(0, -85, 17, hair),
        "long": fill(hair, "M-14-57v-23a14 14 0 0 1 28 0v23z"),
        "bob": fill(hair, "M-14-69v-11a14 14 0 0 1 28 0v11z"),
        "tail": line(hair, 8, "M-10-86q-14 2-9 20"),
        "scarf": fill(hair, "M-16-58q2-9 2-22a14 14 0 0 1 28 0q0 13 2 22-16 8-32 0z"),
        "curls": line(hair, 13, "M-11-76h0M-9-86h0M0-91h0M9-86h0M11-77h0"),
        "bun": dot(0, -95, 7, hair),
    }
    return behind.get(look.style, "")


def _hair_front(look: Look) -> str:
    hair = soft(look.hair)
    if look.style in {"short", "bob", "long", "tail", "bun"}:
        return fill(hair, CAP)
    front = {
        "scarf": fill(hair, "M-14-77a14 16 0 0 1 28 0q-4-11-14-11t-14 11z"),
        "cap": fill(hair, "M-13-87a13 9 0 0 1 26 0h7q0 4-3 4h-30z"),
        "afro": fill(hair, "M-12-82q2-12 12-12t12 12q-12-6-24 0z"),
    }
    return front.get(look.style, "")
