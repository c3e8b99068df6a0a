"""Colours of the house style and the light at a time of day."""

from dataclasses import dataclass
from random import Random

WATER = "#0b4a6f"
DEEP_WATER = "#08334d"
SUN = "#f6b21b"
LEAF = "#2c7a4b"
BRICK = "#b6432d"
CREAM = "#fff6e3"
WOOD = "#a8713d"
DARK_WOOD = "#7a4f2a"
GLASS = "#cfe6ef"
INK = "#17212b"
RIVER = "#4d9cbf"

WALLS = ("#b6432d", "#c8664c", "#d98f5f", "#e6c08a", "#f3e6cf", "#a9573f", "#dfa779")
ROOFS = ("#7d3325", "#4a4f5c", "#8c4a33", "#3f5566")
DOORS = ("#0b4a6f", "#2c7a4b", "#08334d", "#f6b21b", "#7d3325")
CLOTHES = ("#f6b21b", "#b6432d", "#0b4a6f", "#2c7a4b", "#e58a6b", "#5aa9c9", "#7a5a9e", "#fff6e3", "#e9c46a", "#3d8f86")
TROUSERS = ("#24435c", "#3a3f52", "#6b4a35", "#08334d", "#51606d")
SKINS = ("#ffddbb", "#eebb88", "#dd9966", "#bb7744", "#995533", "#774422", "#ffccaa", "#cc8855")
HAIRS = ("#2b1b14", "#4a2f1e", "#7b4a24", "#c98a3a", "#17212b", "#a5482a")
GREYS = ("#dddddd", "#bbbbbb", "#eeeeee")
FLOWERS = ("#f6b21b", "#e4573d", "#ffffff", "#e88fb0", "#8e6fc1")


@dataclass(frozen=True)
class Mood:
    """The light of one time of day: sky from top to bottom, sun, and the green and paths under it."""

    top: str
    bottom: str
    sun: str
    sun_y: int
    far: str
    hill: str
    grass: str
    deep: str
    path: str
    glass: str = GLASS
    dark: bool = False


MORNING = Mood("#b4dcec", "#fdf0d6", "#f9c13d", 118, "#a5cfd6", "#a3cf9f", "#7dbb83", "#4f9a66", "#f0dfbd")
NOON = Mood("#8fcbe8", "#e9f6f8", "#f6b21b", 66, "#94c4d6", "#93cb97", "#6db679", "#3f8f5b", "#eee1c8")
AFTERNOON = Mood("#aad6e6", "#ffe2ae", "#f6b21b", 96, "#a9c3bd", "#b4cd8e", "#86b96f", "#4f9157", "#f2d9a9")
SUNSET = Mood("#b9aede", "#ffd9ae", "#f79a3c", 132, "#b3a6cb", "#a9c08c", "#7cad74", "#43845a", "#efcf9f", "#ffe9ad")
NIGHT = Mood(
    "#08263d", "#3c7397", "#f8e7b4", 74, "#174f70", "#1d5a5c", "#1c5548", "#123f38", "#4b6a72", "#ffd166", dark=True
)
DAYLIGHT = (MORNING, NOON, AFTERNOON, SUNSET, NOON)


def pick_mood(rng: Random) -> Mood:
    """Choose a time of day with daylight."""
    return rng.choice(DAYLIGHT)


def pick_distinct(rng: Random, colours: tuple[str, ...], count: int) -> list[str]:
    """Choose colours so that neighbours in the list differ."""
    chosen: list[str] = []
    while len(chosen) < count:
        colour = rng.choice(colours)
        if not chosen or chosen[-1] != colour:
            chosen.append(colour)
    return chosen
