"""Scenes of doing: garden, playground, repair, sport, water, energy."""

from random import Random

from gemeente.lib.drawing.backdrops import bank, green, neighbourhood, riverside
from gemeente.lib.drawing.palette import BRICK, CREAM, DARK_WOOD, DEEP_WATER, LEAF, ROOFS, SUN, WALLS, WATER, WOOD, Mood
from gemeente.lib.drawing.people import child, person, pick_looks
from gemeente.lib.drawing.places import flowers, pavement, sky, skyline, tree, walk_way
from gemeente.lib.drawing.svg import beads, blunt, boxes, dashes, dot, fill, framed, line, mix, move, oval, specks

SOIL = "#7a5136"


def garden(rng: Random, mood: Mood) -> str:
    """A vegetable garden with raised beds, sunflowers, and neighbours at work."""
    looks = pick_looks(rng, 3)
    return (
        neighbourhood(rng, mood)
        + walk_way(mood, rng.choice((300, 330)))
        + _bed(rng, 34, 262, 206)
        + _bed(rng, 402, 258, 206)
        + person(282, 300, looks[0], "walk", "reach")
        + _can(308, 262)
        + person(402, 322, looks[1], "kneel", "reach", flip=True)
        + (
            _sunflowers(rng.choice((50, 556)), 262) + flowers(rng, mood, 420)
            if rng.random() < 0.5
            else child(220, 330, looks[2], "stand", "cheer")
        )
    )


def _bed(rng: Random, x: int, y: int, width: int) -> str:
    row = f"M{x + 18} {y - 6}h{width - 30}"
    return (
        beads(rng.choice(("#3f9a55", LEAF, "#5ba84f")), 25, 28, row)
        + beads(rng.choice(("#ee6644", SUN, "#9977cc", "#99cc66")), 8, 28, f"M{x + 15} {y - 11}h{width - 30}")
        + line(SOIL, 8, f"M{x + 6} {y + 4}h{width - 12}")
        + fill(WOOD, f"M{x} {y + 6}h{width}l6 22H{x - 6}z")
    )


def _sunflowers(x: int, y: int) -> str:
    tops = ((x, y - 66), (x + 22, y - 88), (x + 42, y - 58))
    stems = "".join(f"M{a} {y}V{b}" for a, b in tops)
    return line(LEAF, 4, stems) + line(SUN, 24, specks(tops)) + line(SOIL, 11, specks(tops))


def _can(x: int, y: int) -> str:
    can = fill(WATER, "M0 0h20l2 22H-2zM20 12l18-12 3 4-21 16z") + line(WATER, 3, "M2 0q8-14 16 0")
    return move(x, y, can + line("#8fcbe8", 2.5, "M44 6l5 9M39 8l4 10M48 3l7 8"))


def playground(rng: Random, mood: Mood) -> str:
    """A playground with swings, a climbing tower with a slide, and children."""
    looks = pick_looks(rng, 4)
    frame, seat = rng.sample((BRICK, WATER, LEAF, "#e58a3c"), 2)
    tilt = rng.choice((-16, 14))
    swing = (
        line(frame, 7, "M20 300 44 186 68 300M196 300l24-114 24 114M44 186h176")
        + line("#51606d", 2.5, f"M84 188v84M112 188v84M150 188l{tilt} 82M178 188l{tilt} 82")
        + line(seat, 6, f"M82 274h32M{148 + tilt} 272h32")
        + child(98 if tilt > 0 else 164 + tilt, 291, looks[0], "sit", "cheer")
    )
    tower = (
        line(DARK_WOOD, 7, "M10 300V190M74 300V190")
        + fill(WOOD, "M4 232h76v10H4z")
        + fill(seat, "M-6 194l48-40 48 40z")
        + line("#fff6e3", 3, "M12 216h60")
        + child(42, 234, looks[2], "stand", "wave")
        + line(SUN, 13, "M80 238q30 4 52 34t52 26")
        + line(DARK_WOOD, 4, "M-24 302 10 236M-18 290h12M-10 274h12M-2 258h12")
    )
    sand = oval(rng.choice((320, 350)), 318, 250, 32, "#f0d9a0")
    return (
        neighbourhood(rng, mood)
        + sand
        + move(rng.choice((10, 30)), 8, swing)
        + move(rng.choice((380, 410)), 8, tower)
        + (
            person(322, 322, looks[3], "stand", "wave")
            if rng.random() < 0.5
            else child(330, 326, looks[1], "run", "cheer")
        )
    )


def repair(rng: Random, mood: Mood) -> str:
    """A repair café under a striped awning: a bicycle on a stand, a lamp, a radio, helping hands."""
    looks = pick_looks(rng, 4)
    stripe, wheel = rng.choice((BRICK, WATER, LEAF, "#e58a3c")), rng.choice((BRICK, WATER, LEAF))
    bands = "".join(f"M{74 + i * 32} 114h32L{78 + i * 38} 166h-38z" for i in range(0, 11, 2))
    awning = (
        line(DARK_WOOD, 6, "M66 308V150M432 308V150")
        + fill(CREAM, "M74 114h352l32 52H40z")
        + fill(stripe, bands)
        + beads(CREAM, 38, 76, "M97 166h310")
        + beads(stripe, 38, 76, "M59 166h382")
    )
    table = (
        fill(WOOD, "M128 262h208v11H128z")
        + line(DARK_WOOD, 7, "M144 274v40M320 274v40")
        + fill(stripe, "M150 240h38v22h-38z")
        + fill(SUN, "M232 236h30l-7-22h-16z")
        + line(DEEP_WATER, 4, "M247 238v20M236 261h22M158 247h10M158 254h20")
    )
    bicycle = line(
        DEEP_WATER, 4, "M-50 0a20 20 0 1 0 40 0 20 20 0 1 0-40 0M14 0a20 20 0 1 0 40 0 20 20 0 1 0-40 0"
    ) + line(wheel, 5, "M-30 0-14-36H24L34 0M-14-36 2-2 24-36M-30 0H2M-17-44h12M24-36l-2-14h13")
    return (
        green(rng, mood)
        + pavement(mood)
        + person(182, 306, looks[0], "stand", "reach")
        + person(292, 306, looks[1], "stand", "reach", flip=True)
        + awning
        + table
        + move(rng.choice((530, 520)), 300, bicycle)
        + person(446, 322, looks[2], "kneel", "reach")
    )


def sport(rng: Random, mood: Mood) -> str:
    """A game on a court in the wijk: football or basketball, all ages."""
    looks = pick_looks(rng, 4)
    court = rng.choice(("#d98f5f", "#5aa9c9", "#63ad72"))
    ground = fill(court, "M70 262h500l130 98H-60z") + line(
        "#fff", 4, "M92 268h456l104 86H-12zM320 268v86M262 304a58 17 0 1 0 116 0 58 17 0 1 0-116 0", 0.85
    )
    if rng.random() < 0.5:
        goal = blunt(dashes("#fff", 46, "2 7", "M52 258h92")) + line("#fff6e3", 6, "M50 300v-66h98v66")
        ball = dot(352, 322, 10, "#fff") + line(DEEP_WATER, 4, "M349 320h3M356 326h.1")
    else:
        goal = (
            line("#51606d", 7, "M96 304V176")
            + fill("#fff", "M66 150h60v40H66z")
            + line(BRICK, 4, "M82 162h28v16H82zM80 192h34l-6 20H86z")
        )
        ball = dot(270, rng.randint(168, 196), 11, "#e58a3c") + line(DARK_WOOD, 1.5, "M260 182h20")
    return (
        green(rng, mood)
        + ground
        + goal
        + ball
        + person(196, 318, looks[0], "run", "cheer")
        + person(316, 300, looks[1], "run", "reach")
        + person(432, 326, looks[2], "run", rng.choice(("wave", "reach")), flip=True)
        + child(532, 302, looks[3], "stand", "cheer")
    )


def water(rng: Random, mood: Mood) -> str:
    """The IJssel with a boat of neighbours, reed, and houses on the dike."""
    looks = pick_looks(rng, 3)
    hull = rng.choice((BRICK, WATER, LEAF, CREAM))
    boat = (
        person(-38, 16, looks[0], "sit", "reach", size=0.86)
        + person(42, 16, looks[1], "sit", rng.choice(("wave", "reach")), size=0.86, flip=True)
        + line(DARK_WOOD, 5, "M-66-30 12 34")
        + fill(hull, "M-92-6q90 16 184 0-8 40-40 42h-104q-32-2-40-42z")
    )
    ducks = "".join(
        fill("#fff", f"M{x} {y}q12 10 26 0l-6-3q-4-10-12-7 4 8-8 10z") + line(SUN, 3, f"M{x + 18} {y - 7}h5")
        for x, y in ((rng.randint(470, 540), 262),)
    )
    return (
        riverside(rng, mood)
        + ducks
        + move(rng.randint(270, 370), 262, boat, flip=rng.random() < 0.5)
        + bank(rng, mood)
        + (person(150, 336, looks[2], "stand", "wave") if rng.random() < 0.7 else "")
    )


def energy(rng: Random, mood: Mood) -> str:
    """Houses with solar panels, a neighbour on the ladder, and others with the plan."""
    looks = pick_looks(rng, 3)
    roof, walls = rng.choice(ROOFS), rng.sample(WALLS, 3)
    houses = "".join(fill(wall, f"M{60 + i * 120} 182h120v86H{60 + i * 120}z") for i, wall in enumerate(walls))
    panes = boxes(((x + dx, y) for x in (60, 180, 300) for dx, y in ((18, 194), (72, 194), (62, 230))), 32, 22)
    panels = "M88 168l10-44h76l-6 44zM188 168l4-44h76l2 44zM300 168l-6-44h76l10 44z"
    windmill = (
        line("#fff", 5, "M0 0v-104") + line("#fff", 5, "M0-104l6-42M0-104l34 26M0-104l-40 16") + dot(0, -104, 5, CREAM)
    )
    return (
        sky(rng, mood)
        + skyline(rng, mood)
        + fill(mood.hill, "M0 214q170-20 330 0t310-4v80H0z")
        + move(rng.choice((520, 560)), 226, windmill)
        + fill(mood.grass, "M0 266h640v94H0z")
        + walk_way(mood, 206)
        + houses
        + fill(roof, "M50 182l24-68h312l24 68z")
        + framed("#114466", "#8fcbe8", panels)
        + line("#8fcbe8", 1.5, "M92 146h78M190 146h80M297 146h77M136 124l-8 44M230 124v44M332 124l8 44")
        + framed(mood.glass, "#fffaf0", panes)
        + fill(WATER, boxes(((82, 228), (202, 228), (322, 228)), 22, 40))
        + line(WOOD, 5, "M388 318 412 150M416 318l18-164M392 290h27M396 262h26M400 234h25M404 206h25M408 178h24")
        + person(412, 250, looks[0], "stand", "cheer")
        + tree(rng, mood, 600, 286, 1.1)
        + person(496, 326, looks[1], "stand", "wave")
        + fill("#fff", "M540 268l34-4 3 26-34 4z")
        + person(548, 326, looks[2], "stand", "reach")
        + line(mix(WATER, "#ffffff", 0.2), 2, "M560 274l14-1M561 281l9-1")
        + flowers(rng, mood, 0, 380)
    )
