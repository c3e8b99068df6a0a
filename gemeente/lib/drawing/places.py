"""What Capelle looks like: sky, river, dike, terraced houses, gallery flats, trees and reed."""

from random import Random

from gemeente.lib.drawing.palette import DARK_WOOD, DOORS, FLOWERS, LEAF, ROOFS, SUN, WALLS, Mood, pick_distinct
from gemeente.lib.drawing.svg import at, blunt, box, dashes, dot, fill, framed, line, mix, move, num, soft, specks

# The crown and the bark of each kind of tree.
CROWNS = {
    "round": ("M-34-52a27 27 0 0 1 12-42 28 28 0 0 1 48 2 26 26 0 0 1 8 42 30 26 0 0 1-68-2z", DARK_WOOD),
    "poplar": ("M-17-30q-8-56 17-104 25 48 17 104-17 10-34 0z", DARK_WOOD),
    "birch": ("M-24-46q-12-28 2-38-2-24 22-28 24 4 22 28 14 10 2 38-24 14-48 0z", "#ffeedd"),
}
CLOUD = "h58a14 14 0 0 0-9-27 22 22 0 0 0-41-5 16 16 0 0 0-8 32z"


def sky(rng: Random, mood: Mood) -> str:
    """Draw the sky with the sun or the moon, and clouds or stars."""
    gradient = (
        '<linearGradient id="s" x2="0" y2="1">'
        f'<stop stop-color="{mood.top}"/><stop offset="1" stop-color="{mood.bottom}"/></linearGradient>'
    )
    sun_x = rng.randint(70, 570)
    ball = dot(sun_x, mood.sun_y, 52, mood.sun, 0.22) + dot(sun_x, mood.sun_y, 30, mood.sun)
    return gradient + fill("url(#s)", "M0 0h640v360H0z") + ball + (_stars(rng) if mood.dark else _clouds(rng))


def _clouds(rng: Random) -> str:
    spots = [(rng.randint(30, 240), rng.randint(50, 90)), (rng.randint(330, 540), rng.randint(60, 100))]
    return fill("#ffffff", "".join(f"M{at(x, y)}{CLOUD}" for x, y in spots), 0.75)


def _stars(rng: Random) -> str:
    return line("#fff", 2.4, specks((rng.randint(10, 630), rng.randint(12, 150)) for _ in range(8)), 0.8)


def skyline(rng: Random, mood: Mood, y: float = 214) -> str:
    """Draw far houses, flats and tree tops as one soft silhouette that stands on y."""
    x, d = -10.0, f"M-10 {num(y)}"
    while x < 640:
        kind, width = rng.choice(("flat", "row", "row", "trees", "trees")), rng.randint(90, 130)
        if kind == "flat":
            height = rng.randint(46, 84)
            d += f"v-{height}h{width}v{height}"
        elif kind == "row":
            d += f"l11-28h{width - 22}l11 28"  # the long roof of a row of houses: a point would look like a hill
        else:
            half = width // 2
            width = half * 2
            d += f"a{half} {rng.randint(18, 30)} 0 0 1 {width} 0"
        x += width
    return fill(mood.far, d + "V260H-10z", 0.75)


def land(rng: Random, mood: Mood, y: float = 232) -> str:
    """Draw a rolling meadow and nearer grass, the ground that scenes stand on."""
    bend = rng.choice((-14, -8, 10, 16))
    return fill(mood.hill, f"M0 {num(y - 14)}q160{_signed(bend)} 320 2t320-4v150H0z") + fill(
        mood.grass, f"M0 {num(y + 22)}q190{_signed(-bend)} 350-6t290 6v120H0z"
    )


def _signed(value: float) -> str:
    return num(value) if value < 0 else " " + num(value)


def pavement(mood: Mood, top: float = 250) -> str:
    """Draw a street of pale bricks that widens towards the viewer, with joints that show the depth."""
    shade = soft(mix(mood.path, "#7a5a3c", 0.12))
    return fill(mood.path, f"M0 {num(top)}h640v120H0z") + line(
        shade, 2, f"M0 {num(top + 26)}h640M200 {num(top)}-20 360M440 {num(top)}l220 110"
    )


def walk_way(mood: Mood, x: float, drift: float = 0) -> str:
    """Draw a footpath that winds from the front to the horizon."""
    return fill(
        mood.path,
        f"M{at(x - 74, 360)}q{at(40 + drift, -50)} {at(66 + drift, -76)}t{at(-6 - drift, -46)}h14"
        f"q{at(20 + drift, 18)} {at(14 + drift, 46)}t{at(44, 76)}z",
    )


def terrace(rng: Random, mood: Mood, x: float, y: float, count: int, width: float = 58) -> str:
    """Draw a row of terraced houses (rijtjeshuizen) that stands on y, with its left side at x."""
    whole, tall = width * count, 56.0
    top = y - tall
    first, second = (_lit(wall, mood) for wall in pick_distinct(rng, WALLS, 2))
    walls = fill(first, box(x, top, whole, tall)) + dashes(
        second, tall, num(width), f"M{at(x + width, y - tall / 2)}h{num(whole - width)}"
    )
    chimneys = "".join(box(x + (i + 0.5) * width, top - 46, 9, 18) for i in range(0, count, 2))
    roofs = fill(_lit(rng.choice(ROOFS), mood), f"{chimneys}M{at(x - 5, top)}l9-36h{num(whole - 8)}l9 36z")
    sills = f"M{at(x + 8, top + 14)}h{num(whole - 8)}m{num(8 - whole)} 22h{num(whole - 8)}"
    wide, gap = num(width / 2 - 18), num(width / 2 - 16)
    frames = dashes("#ffffee", 18, f"18 {wide}", sills)
    panes = dashes(mood.glass, 13, f"0 2 14 {gap}", sills)
    doors = dashes(rng.choice(DOORS), 30, f"13 {num(width - 13)}", f"M{at(x + 10, y - 15)}h{num(whole - 12)}")
    return blunt(walls, roofs, frames, panes, doors)


def flat(rng: Random, mood: Mood, x: float, y: float, floors: int = 6, bays: int = 7) -> str:
    """Draw a gallery flat (galerijflat) that stands on y: stair tower, galleries and a rhythm of doors."""
    width, storey = bays * 22, 21
    top = y - floors * storey - 8
    wall = _lit(rng.choice(("#f3e9d6", "#e9d9c3", "#dfe6ea", "#f0dcc6")), mood)
    tower = _lit(rng.choice(("#b6432d", "#0b4a6f", "#d98f5f")), mood)
    rows = "".join(f"M{at(x + 4, top + 15 + i * storey)}h{width - 6}" for i in range(floors))
    rails = "".join(f"M{at(x, top + 25 + i * storey)}h{width}" for i in range(floors))
    accent = rng.choice((SUN, "#5aa9c9", "#e58a6b", "#7fbf8c", "#f7ecd9"))
    return (
        fill(wall, box(x, top, width, y - top))
        + fill(tower, box(x - 24, top - 14, 26, y - top + 14))
        + blunt(
            dashes(mood.glass if mood.dark else "#77aabb", 13, "9 4 5 4", rows), line(mix(accent, wall, 0.25), 6, rails)
        )
    )


def dike_house(rng: Random, mood: Mood, x: float, y: float) -> str:
    """Draw a small house with a steep gable, as they stand along the dike, standing on y around x."""
    wall = _lit(rng.choice(("#f7ecd9", "#b6432d", "#e9d4b2", "#c8664c")), mood)
    roof = _lit(rng.choice(ROOFS), mood)
    marks = (
        fill(wall, "M-26 0v-34L0-68l26 34V0z")
        + line(roof, 7, "M-31-30 0-71l31 41")
        + framed(mood.glass, "#fffaf0", "M-18-30h14v15h-14zM-6-50H6v11H-6z")
        + fill(rng.choice(DOORS), "M4-27h13V0H4z")
    )
    return move(x, y, marks)


def tree(rng: Random, mood: Mood, x: float, y: float, size: float = 1) -> str:
    """Draw a tree that stands on y: a round crown, a poplar or a pollard willow."""
    green = rng.choice((LEAF, mood.deep, "#4d9a5a", "#6aa84f"))
    if mood.dark:
        green = mix(green, "#08334d", 0.45)
    kind = rng.choice(tuple(CROWNS))
    crown, bark = CROWNS[kind]
    return move(x, y, fill(green, crown) + line(bark, 5, "M0-3v-60M0-36l9-11"), size)


def reed(rng: Random, x: float, y: float, count: int = 4) -> str:
    """Draw a clump of reed with brown cigars, rooted on y."""
    stems, heads = "", ""
    for i in range(count):
        left, height, lean = x + i * 8 + rng.randint(-2, 2), rng.randint(30, 58), rng.randint(-5, 6)
        stems += f"M{at(left, y)}q0-{height // 2} {lean}-{height}"
        if i % 2:
            heads += f"M{at(left + lean, y - height)}v-9"
    return line("#4f8f55", 3, stems) + line(DARK_WOOD, 5, heads)


def flowers(rng: Random, mood: Mood, left: int = 0, right: int = 640) -> str:
    """Draw tufts of grass and flowers along the front edge, the nearest layer."""
    spots = [(rng.randint(left, right), rng.randint(340, 356)) for _ in range(3)]
    blades = "".join(f"M{at(x, y)}l-6-11m6 11v-15m0 15l6-11" for x, y in spots)
    blooms = line(rng.choice(FLOWERS), 7, specks((x, y - 16) for x, y in spots[:3]))
    return line(mood.deep, 3, blades) + ("" if mood.dark else blooms)


def _lit(colour: str, mood: Mood) -> str:
    """Dim a wall at night."""
    return mix(colour, "#08263d", 0.62) if mood.dark else colour
