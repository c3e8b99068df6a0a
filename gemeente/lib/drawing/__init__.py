"""Pictures drawn by code: a scene for each initiative, the hero, empty states and portraits.

Pure and deterministic: the same name and seed give the same text on every machine. A picture is a complete SVG document
without style, script or reference to anything outside it, so it can be served as an image of its own under a strict
content policy. Pictures are decoration: a page never tells something in them alone.
"""

from collections.abc import Callable
from random import Random

from gemeente.lib.drawing import outdoors, together
from gemeente.lib.drawing.palette import NIGHT, Mood, pick_mood
from gemeente.lib.drawing.pictures import draw_empty, draw_hero
from gemeente.lib.drawing.svg import document, mirror

__all__ = ["SCENES", "draw_empty", "draw_hero", "draw_scene"]

_PAINTERS: dict[str, Callable[[Random, Mood], str]] = {
    "garden": outdoors.garden,
    "table": together.table,
    "playground": outdoors.playground,
    "repair": outdoors.repair,
    "sport": outdoors.sport,
    "care": together.care,
    "light": together.light,
    "water": outdoors.water,
    "meeting": together.meeting,
    "art": together.art,
    "learning": together.learning,
    "energy": outdoors.energy,
}
# Scenes that look as right from the other side; the rest are near symmetrical or hold letters.
_MIRRORED = frozenset({"garden", "playground", "repair", "sport", "care", "light", "energy"})
SCENES: tuple[str, ...] = tuple(_PAINTERS)


def draw_scene(scene: str, seed: int) -> str:
    """Draw one scene, varied by seed, as a standalone SVG of 640 x 360.

    Raises ValueError for a scene that is not in SCENES.
    """
    painter = _PAINTERS.get(scene)
    if painter is None:
        raise ValueError(f"Unknown scene {scene!r}; choose one of {', '.join(SCENES)}.")
    rng = Random(f"{scene}:{seed}")  # noqa: S311 -- a drawing, not a secret
    mood = NIGHT if scene == "light" else pick_mood(rng)
    picture = painter(rng, mood)
    if scene in _MIRRORED and rng.random() < 0.5:
        picture = mirror(640, picture)
    return document(640, 360, picture)
