"""The layers behind a scene, from the sky down to the ground that people stand on."""

from random import Random

from gemeente.lib.drawing.palette import RIVER, Mood
from gemeente.lib.drawing.places import dike_house, flat, land, reed, sky, skyline, terrace, tree
from gemeente.lib.drawing.svg import at, fill, line, mix


def neighbourhood(rng: Random, mood: Mood) -> str:
    """Draw a Capelle neighbourhood: sky, skyline, meadow, and houses, a flat or the dike."""
    street = rng.choice((_terraced_street, _flat_in_green, _dike))
    return sky(rng, mood) + skyline(rng, mood) + land(rng, mood) + street(rng, mood)


def street(rng: Random, mood: Mood) -> str:
    """Draw a street front close by: a row of houses and a tree."""
    gap = rng.randint(330, 480)
    return (
        sky(rng, mood)
        + skyline(rng, mood)
        + fill(mood.hill, "M0 220q160-16 330-4t310-4v50H0z")
        + terrace(rng, mood, gap - 320, 252, 5, 64)
        + tree(rng, mood, gap + 50, 254, 1.2)
    )


def green(rng: Random, mood: Mood) -> str:
    """Draw open green with a few trees and only the skyline behind."""
    spots = sorted(rng.sample((40, 250, 420, 520, 600), 2))
    trees = "".join(tree(rng, mood, x, rng.randint(232, 242), rng.choice((0.7, 0.85, 1))) for x in spots)
    return sky(rng, mood) + skyline(rng, mood) + land(rng, mood) + trees


def riverside(rng: Random, mood: Mood) -> str:
    """Draw the IJssel with the lift towers of the Algera barrier far off and houses on the dike."""
    near = mix(RIVER, mood.bottom, 0.12)
    far = mix(RIVER, mood.bottom, 0.45)
    bridge = rng.choice((60, 420))
    towers = "".join(f"M{bridge + i * 34} 196v-74h9v74z" for i in (0, 1, 3, 4))
    deck = f"M{bridge - 30} 178h220v7h-220zM{bridge} 122h43v9h-43zM{bridge + 102} 122h43v9h-43z"
    homes = 330 if bridge == 60 else 40
    houses = "".join(dike_house(rng, mood, homes + i * 76, 196 - (i % 2) * 3) for i in range(3))
    return (
        sky(rng, mood)
        + fill(mix(mood.far, "#ffffff", 0.15), towers + deck)
        + fill(mood.far, "M0 194q160-12 330-6t310-4v30H0z", 0.8)
        + fill(mood.hill, f"M{homes - 90} 214q60-20 110-20h190q60 2 110 20z")
        + houses
        + fill(far, "M0 208q160-4 320 0t320 0v160H0z")
        + fill(near, "M0 252q80-10 160 0t160 0 160 0 160 0v110H0z")
        + line("#ffffff", 3, "M60 234h46M470 238h52", 0.5)
    )


def bank(rng: Random, mood: Mood) -> str:
    """Draw the near bank with reed at both sides of the picture."""
    edge = rng.choice((300, 312))
    return (
        fill(mood.grass, f"M0 {edge + 10}q150-24 330 6t310-4v50H0z")
        + reed(rng, 8, 334)
        + reed(rng, rng.choice((570, 590)), 338)
    )


def _terraced_street(rng: Random, mood: Mood) -> str:
    x = rng.choice((26, 60, 330, 360))
    beside = 80 if x > 200 else 560
    return tree(rng, mood, beside, 246, 1.1) + terrace(rng, mood, x, 246, 4, 60)


def _flat_in_green(rng: Random, mood: Mood) -> str:
    left = rng.choice((True, False))
    x = rng.randint(60, 120) if left else rng.randint(390, 430)
    return flat(rng, mood, x, 244, rng.randint(5, 7), 8) + tree(rng, mood, x + (210 if left else -60), 248, 1)


def _dike(rng: Random, mood: Mood) -> str:
    x = rng.randint(70, 290)
    slope = f"M{at(x - 130, 250)}q70-44 130-44h190q70 2 150 44z"
    homes = "".join(dike_house(rng, mood, x + i * 72, 208) for i in range(2))
    return fill(mix(mood.hill, mood.deep, 0.25), slope) + homes
