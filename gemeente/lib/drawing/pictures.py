"""The larger and smaller pictures beside the scenes: the hero and the empty state."""

from dataclasses import replace
from random import Random

from gemeente.lib.drawing.palette import BRICK, CREAM, DARK_WOOD, GLASS, LEAF, NOON, RIVER, SUN, WATER, WOOD, pick_mood
from gemeente.lib.drawing.people import child, person, pick_look, pick_looks, torso
from gemeente.lib.drawing.places import CLOUD, dike_house, flat, reed, terrace, tree
from gemeente.lib.drawing.svg import document, dot, fill, line, move, oval

TINTS = ("#d7eaf3", "#fdeecb", "#dcefe2", "#f6dcd5", "#e6e0f1")


def draw_hero() -> str:
    """Draw the wide picture of the home page, for a dark blue band: 720 x 420, transparent ground."""
    rng = Random(50214)  # noqa: S311 -- a drawing, not a secret
    tops = (SUN, BRICK, "#8fcbe8", "#ffeecc", "#ee9977", SUN)
    looks = [replace(look, top=top) for look, top in zip(pick_looks(rng, 6), tops, strict=True)]
    table = (
        move(412, 314, torso(looks[0], "wave"))
        + move(474, 314, torso(looks[1], "lap"))
        + move(538, 314, torso(looks[2], "reach"), flip=True)
        + fill(CREAM, "M372 284h206l12 14H360z")
        + line(WOOD, 7, "M384 302v32M566 302v32")
        + line("#ffffff", 8, "M412 284v-6M506 284v-6")
        + line(SUN, 10, "M440 272h0M448 266h0M456 273h0")
        + line(LEAF, 5, "M448 284v-10")
    )
    return document(
        720,
        420,
        dot(588, 92, 74, SUN, 0.14) + dot(588, 92, 44, SUN),
        fill("#ffffff", f"M446 128{CLOUD}M96 92{CLOUD}", 0.16),
        fill("#12567d", "M20 268v-34h40v-40h46v56h30l22-20 22 20h40v-70h50v66h60l26-24 26 24h80v-44h44v48h90v18z", 0.7),
        fill("#2f8054", "M34 352q20-78 130-96 90-16 200-24 120-8 200 8 100 30 128 112z"),
        flat(rng, NOON, 282, 262, 7, 6),
        terrace(rng, NOON, 84, 284, 3, 54),
        dike_house(rng, NOON, 628, 270),
        tree(rng, NOON, 462, 262, 1),
        tree(rng, NOON, 246, 288, 0.9),
        tree(rng, NOON, 60, 312, 0.9),
        fill("#3f9a63", "M14 356q10-26 90-36t256-8 256 6q80 8 92 38z"),
        table,
        person(318, 338, looks[3], "walk", "wave"),
        child(272, 338, looks[4], "run", "cheer"),
        person(606, 340, looks[5], "stand", "wave", flip=True),
        fill(RIVER, "M6 362q0-16 54-10t100 0 110 0 110 0 110 0 110 0 100-2q14 4 14 12-10 38-54 38H60Q16 400 6 362z"),
        fill(WATER, "M22 386q40-10 90-4t110 0 110 0 110 0 110 0 140 4q-24 32-64 32H96q-44 0-74-32z"),
        line("#ffffff", 3, "M80 370h46M300 372h60M520 366h40M590 400h40M180 402h54", 0.45),
        _sloop(),
        reed(rng, 28, 388),
        reed(rng, 646, 386),
    )


def _sloop() -> str:
    return move(
        170,
        368,
        fill(BRICK, "M-52-4h104q-6 24-24 24h-56q-18 0-24-24z")
        + line(CREAM, 3, "M-46 4h92")
        + line(DARK_WOOD, 4, "M0-6v-62")
        + fill(CREAM, "M5-66q40 22 40 54H5z")
        + fill(SUN, "M-5-60q-24 22-28 48h28z"),
    )


def draw_empty(seed: int) -> str:
    """Draw a small quiet picture for a list that has nothing in it yet: 320 x 200."""
    rng = Random(f"empty:{seed}")  # noqa: S311
    mood, tint = pick_mood(rng), rng.choice(TINTS)
    look = pick_look(rng)
    subject = rng.choice((_seedling, _bench, _letterbox))(rng)
    side = rng.choice((74, 244))
    return document(
        320,
        200,
        fill(tint, "M22 172q-30-60 28-92t96-50 116 32 34 110z"),
        dot(rng.choice((88, 236)), 62, 20, SUN, 0.85),
        fill(mood.hill, "M10 172q80-38 160-18t140 18z"),
        tree(rng, mood, 320 - side, 166, 0.62),
        oval(160, 174, 144, 11, mood.grass),
        move(160, 174, subject, 1.2),
        person(side, 176, look, "stand", rng.choice(("wave", "hip")), size=0.98, flip=side > 160),
    )


def _seedling(rng: Random) -> str:
    pot = rng.choice((BRICK, WATER, "#e58a6b"))
    leaves = fill(LEAF, "M0-36q-30-2-32-32 30 0 32 32zM0-46q4-28 34-30 0 28-34 30z")
    return (
        line(LEAF, 5, "M0-30v-24")
        + leaves
        + fill(pot, "M-26-34h52l-8 34h-36z")
        + fill("#fff", "M-30-38h60v9h-60z", 0.5)
    )


def _bench(rng: Random) -> str:
    wood = rng.choice((WOOD, "#c98a4a"))
    return (
        line(DARK_WOOD, 6, "M-40 0v-44M40 0v-44") + line(wood, 8, "M-48-24h96M-46-42h92") + line(wood, 7, "M-46-56h92")
    )


def _letterbox(rng: Random) -> str:
    coat = rng.choice((BRICK, WATER, LEAF))
    return (
        line(DARK_WOOD, 8, "M0 0v-40")
        + fill(coat, "M-32-40v-22q0-18 18-18h28q18 0 18 18v22z")
        + fill(GLASS, "M-18-62h36v5h-36z")
        + fill("#fff", "M-14-82h30v20h-30z")
        + line(BRICK, 3, "M-10-78 1-70l11-8")
    )
