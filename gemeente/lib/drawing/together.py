"""Scenes of being together: table, care, light, meeting, art, learning."""

from random import Random

from gemeente.lib.drawing.backdrops import green, neighbourhood, street
from gemeente.lib.drawing.palette import BRICK, DARK_WOOD, DEEP_WATER, INK, LEAF, SUN, WATER, WOOD, Mood
from gemeente.lib.drawing.people import child, person, pick_look, pick_looks, torso
from gemeente.lib.drawing.places import flat, flowers, land, pavement, sky, skyline, tree, walk_way
from gemeente.lib.drawing.svg import beads, box, dot, fill, line, mix, move, oval, specks

PARTY = (BRICK, SUN, LEAF, WATER, "#e88fb0")


def table(rng: Random, mood: Mood) -> str:
    """A long table down the street, bunting above it, neighbours at both sides."""
    looks = pick_looks(rng, 4)
    cloth = rng.choice(("#ffe0a0", "#cfe6ef", "#f6cfc5", "#cfe8d5"))
    guests = "".join(
        move(122 + i * 132, 312, torso(look, rng.choice(("reach", "reach", "wave"))), 1.15, flip=i > 1)
        for i, look in enumerate(looks)
    )
    drape = mix(cloth, "#b98a4a", 0.25)
    top = fill(drape, "M20 306h600l-4 24H24z") + fill(cloth, "M52 278h536l32 30H20z")
    plates = line("#ffffff", 11, "M112 292h24M244 292h24M376 292h24M508 292h24")
    posy = line(SUN, 10, specks(((314, 284), (322, 277), (330, 284))))
    return street(rng, mood) + pavement(mood) + bunting(rng) + guests + top + plates + posy


def bunting(rng: Random) -> str:
    """Draw a string of flags across the street."""
    flags = ""
    for n, colour in enumerate(rng.sample(PARTY, 3)):
        flags += fill(colour, "".join(f"M{x} {_sag(x)}h26l-13 26z" for x in range(30 + n * 80, 600, 240)))
    return line(INK, 2, "M0 96q320 76 640 0") + flags


def _sag(x: int) -> int:
    share = (x + 13) / 640
    return round(96 + 152 * share * (1 - share))


def care(rng: Random, mood: Mood) -> str:
    """Looking after each other: a bench in the green, a walker or a wheelchair, tea and company."""
    elder, elder_two = pick_look(rng, elder=True), pick_look(rng, elder=True)
    looks = pick_looks(rng, 2)
    bench = line(WOOD, 8, "M236 268h196M236 250h196M230 288h208") + line(DARK_WOOD, 6, "M246 248v68M422 248v68")
    wheel = move(
        500,
        316,
        line(DEEP_WATER, 4, "M-24-16a20 20 0 1 0 40 0 20 20 0 1 0-40 0M26 0a5 5 0 1 0 .1 0M-34-58h12v26h34l12 28")
        + person(-6, -6, elder_two, "sit", "lap"),
    )
    walker = line("#51606d", 5, "M-14 0-6-46H8M14 0 6-42M-10-20h22") + line(INK, 7, "M-14-2h0M14-2h0")
    extra = wheel if rng.random() < 0.5 else move(492, 320, walker) + person(464, 320, elder_two, "walk", "reach")
    return (
        green(rng, mood)
        + walk_way(mood, 330, rng.choice((-8, 6)))
        + tree(rng, mood, rng.choice((130, 170)), 282, 1.5)
        + bench
        + person(286, 318, elder, "sit", "lap")
        + person(352, 318, looks[0], "sit", rng.choice(("reach", "lap")))
        + _mugs(318, 280)
        + extra
        + (_dog(rng, 186, 330) if rng.random() < 0.4 else flowers(rng, mood, 0, 220))
    )


def _mugs(x: int, y: int) -> str:
    return line("#fff", 9, f"M{x} {y}v-5M{x + 14} {y}v-5") + line(
        "#fff", 2, f"M{x} {y - 16}q-4-6 0-10M{x + 14} {y - 16}q-4-6 0-10", 0.8
    )


def _dog(rng: Random, x: int, y: int) -> str:
    coat = rng.choice(("#8d5a36", "#3a3f52", "#e6c08a", "#f1efe9"))
    dog = (
        line(coat, 6, "M-14-8V0M-6-8V0M10-8V0M16-8V0M-17-20q-8-4-8-14")
        + line(coat, 14, "M-11-16h22")
        + line(coat, 13, "M19-27h3")
    )
    return move(
        x, y, dog + line(INK, 3, "M29-27h0M22-31h0") + line(mix(coat, INK, 0.4), 5, "M15-33v8"), flip=rng.random() < 0.5
    )


def light(rng: Random, mood: Mood) -> str:
    """An evening walk: lamps that shine on the path, lit windows, neighbours and a dog."""
    looks = pick_looks(rng, 3)
    lamps = "".join(
        _lamp(x, y, size) for x, y, size in ((rng.choice((180, 450)), 280, 0.76), (rng.choice((70, 560)), 330, 1.15))
    )
    return (
        neighbourhood(rng, mood)
        + walk_way(mood, 300, rng.choice((-10, 0, 10)))
        + lamps
        + person(286, 316, looks[0], "walk", "wave")
        + person(346, 322, looks[1], "walk", "rest", flip=True)
        + (child(398, 326, looks[2], "walk", "cheer") if rng.random() < 0.5 else _dog(rng, 236, 326))
    )


def _lamp(x: int, y: int, size: float) -> str:
    glow = fill("#ffd166", "M-8-116-64 2q64 18 128 0L8-116z", 0.22) + dot(0, -120, 30, "#ffd166", 0.3)
    return move(
        x,
        y,
        glow
        + line("#0a1d2b", 5, "M0 0v-112")
        + fill("#ffe9a8", "M-10-112-14-132h28l-4 20z")
        + line("#0a1d2b", 5, "M-15-133 0-142l15 9"),
        size,
    )


def meeting(rng: Random, mood: Mood) -> str:
    """Neighbours talking in a half circle, with thoughts in coloured balloons."""
    looks = pick_looks(rng, 4)
    places = ((164, 278), (230, 264), (300, 264), (370, 278))
    group = "".join(
        person(x, y, look, "stand", rng.choice(("rest", "hip", "reach", "reach")), flip=x > 260)
        for (x, y), look in zip(places, looks, strict=True)
    )
    colours = rng.sample((SUN, "#ffffff", "#ee9977", "#99ccee", "#aaddbb"), 2)
    spots = rng.choice((((134, 166), (284, 150)), ((214, 150), (354, 166)), ((134, 166), (354, 166))))
    balloons = "".join(_balloon(rng, x, y, colour) for (x, y), colour in zip(spots, colours, strict=True))
    return neighbourhood(rng, mood) + pavement(mood, 258) + move(0, 0, group + balloons, 1.2)


def _balloon(rng: Random, x: int, y: int, colour: str) -> str:
    signs = (
        line(DEEP_WATER, 4, "M18-22h44M18-10h28"),
        line(LEAF, 6, "M27-18l9 8 18-18"),
        fill(BRICK, "M40-4q-25-16-17-26 8-7 17 1 9-8 17-1 8 10-17 26z"),
        beads(DEEP_WATER, 7, 16, "M24-18h33"),
    )
    return move(
        x,
        y,
        fill(colour, "M12-40h56q12 0 12 12v20q0 12-12 12H36L20 18V4h-8Q0 4 0-8v-20q0-12 12-12z") + rng.choice(signs),
    )


def art(rng: Random, mood: Mood) -> str:
    """A mural on the end wall of a flat, a painter on the ladder, others with brush and easel."""
    looks = pick_looks(rng, 3)
    sea, hill, bird = rng.sample(("#5aa9c9", LEAF, BRICK, "#e58a6b", "#7a5a9e", WATER), 3)
    wall = (
        fill("#f7ecd9", "M150 84h250v196H150z")
        + fill("#cfe6ef", "M166 98h218v166H166z")
        + dot(rng.choice((224, 320)), 148, 30, SUN)
        + fill(hill, "M166 210q50-60 104-16t114-30v100H166z")
        + fill(sea, "M166 232q28-14 54 0t54 0 54 0 56-4v36H166z")
        + fill(bird, "M330 254v-54q-22-4-24-28 14 2 24 14 10-12 24-14-2 24-22 28v54z")
        + dot(331, 158, 13, bird)
    )
    easel = (
        line(WOOD, 5, "M0 0l14-74 16 74M14-66V0")
        + fill("#fff", "M-10-64h48v38h-48z")
        + line(hill, 6, "M-2-36q10-18 18-6t16-8")
        + dot(24, -54, 5, SUN)
    )
    return (
        sky(rng, mood)
        + skyline(rng, mood)
        + land(rng, mood)
        + tree(rng, mood, 84, 272, 1.3)
        + flat(rng, mood, 396, 278, 8, 8)
        + wall
        + pavement(mood, 276)
        + line(WOOD, 5, "M196 326l18-176M226 326l10-176M200 290h28M203 260h26M206 230h26M210 200h24M213 172h23")
        + person(222, 240, looks[0], "stand", "wave")
        + person(330, 316, looks[1], "stand", "wave")
        + line(DARK_WOOD, 3, "M352 236l8-12")
        + move(500, 330, easel, 1.1)
        + person(474, 334, looks[2], "stand", "reach")
        + fill(BRICK, box(126, 322, 20, 20) + "M98 326h18v18h-18z")
    )


def learning(rng: Random, mood: Mood) -> str:
    """A bright room in the wijk: books, a window on the neighbourhood, people learning at a table."""
    looks = pick_looks(rng, 4)
    wall, rug = rng.choice(
        (("#fbe8c4", "#e58a6b"), ("#dcefe2", "#5aa9c9"), ("#f6dcd5", "#3d8f86"), ("#d7eaf3", "#e9b44c"))
    )
    window = (
        '<svg x="214" y="44" width="212" height="130" viewBox="150 70 424 260">'
        + "".join(
            (
                fill(mood.top, "M0 0h640v360H0z"),
                flat(rng, mood, 190, 260, 6, 7),
                tree(rng, mood, 440, 264, 1.4),
                fill(mood.grass, "M0 258h640v90H0z"),
            )
        )
        + "</svg>"
    )
    board = (
        fill("#24564a", box(470, 60, 120, 84))
        + line(WOOD, 6, "M468 146h124")
        + line(
            "#fff",
            3,
            rng.choice(
                (
                    "M490 84h40M490 102h70M490 120h52",
                    "M492 118l20-34 20 34M498 106h28M548 84v34M548 110a8 8 0 1 0 16 0 8 8 0 1 0-16 0",
                )
            ),
            0.85,
        )
    )
    laptop = fill("#51606d", "M396 262h40l6 22h-40z") + line("#d5dde3", 4, "M386 286h54")
    return (
        fill(wall, "M0 0h640v360H0z")
        + fill(mix(wall, "#a8713d", 0.45), "M0 268h640v92H0z")
        + oval(320, 336, 270, 30, rug, 0.5)
        + window
        + '<path stroke="#fffaf0" stroke-width="8" d="M214 44h212v130H214zM320 44v130"/>'
        + shelves(rng)
        + board
        + person(548, 326, looks[0], "stand", "wave", size=1.25, flip=True)
        + "".join(
            move(x, 326, torso(look, arms), 1.25, flip=x > 300)
            for x, look, arms in ((204, looks[1], "reach"), (302, looks[2], "lap"), (400, looks[3], "reach"))
        )
        + fill(WOOD, "M138 286h330l16 18H122z")
        + line(DARK_WOOD, 8, "M146 308v38M460 308v38")
        + fill(SUN, "M236 286l22-9 22 9-22 6z")
        + fill("#fff", "M300 290l24-8 24 8-24 5z")
        + laptop
    )


def shelves(rng: Random) -> str:
    """Draw a book case with three shelves and a plant."""
    books = "".join(
        line(
            colour,
            9,
            "".join(
                f"M{46 + (i * 34 + n * 12) % 116} {y}v-{rng.randint(18, 28)}"
                for i, y in enumerate((110, 160, 210, 110, 160))
            ),
        )
        for n, colour in enumerate(rng.sample((BRICK, WATER, LEAF, SUN, "#e58a6b", "#7a5a9e"), 3))
    )
    return (
        f'<path fill="#ddbb99" stroke="{WOOD}" d="M32 70h142v196H32zM36 116h134M36 166h134M36 216h134"/>'
        + books
        + line(LEAF, 6, "M70 242v-16q-12-2-14-10M70 236q10-2 12-12")
        + fill(BRICK, "M58 242h24l-4 20h-16z")
    )
