"""A part of the town as a drawing of its own: the wijken in it, and marks where something is."""

from collections.abc import Iterable
from dataclasses import dataclass

from gemeente.places.geography import Box, Place, metres_between
from gemeente.places.maps import TownMap

LETTER, LINE = 12, 26  # pixels that a letter of a name is wide, about, and high
SHIFTS = (0, -30, 30, -45, 45, -60, 60)  # pixels up and down: where else a name may stand


@dataclass(frozen=True)
class Frame:
    """What lies in a box, `width` by `height` pixels. The box has the same proportions."""

    town: TownMap
    box: Box
    width: int
    height: int

    @property
    def corner(self) -> tuple[float, float]:
        """Where its corner in the north-west stands in the drawing of the town, in pixels of that."""
        return self.town.projection.to_pixels(Place(self.box.west, self.box.north))

    @property
    def zoom(self) -> float:
        """How many of its pixels go in one of the drawing of the town."""
        left, _top = self.corner
        right, _ = self.town.projection.to_pixels(Place(self.box.east, self.box.south))
        return self.width / (right - left)

    @property
    def transform(self) -> str:
        """For SVG: puts the paths of the town where they stand here."""
        left, top = self.corner
        zoom = self.zoom
        return f"matrix({zoom:.5g} 0 0 {zoom:.5g} {-left * zoom:.1f} {-top * zoom:.1f})"

    @property
    def metres(self) -> float:
        """How wide it is on the ground."""
        middle = self.box.middle.latitude
        return metres_between(Place(self.box.west, middle), Place(self.box.east, middle))

    def to_pixels(self, place: Place) -> tuple[float, float]:
        """Pixels from the left and from the top."""
        x, y = self.town.projection.to_pixels(place)
        (left, top), zoom = self.corner, self.zoom
        return round((x - left) * zoom, 1), round((y - top) * zoom, 1)

    def inside(self, place: Place, radius: float) -> tuple[float, float]:
        """Where a disc for a place stands: moved inside where it would lie over the edge."""
        x, y = self.to_pixels(place)
        edge = radius + 2
        return min(max(x, edge), self.width - edge), min(max(y, edge), self.height - edge)

    def names(self, marks: "Iterable[Mark]") -> "list[Name]":
        """The names of the wijken whose label stands inside, each where it hides no mark and no other name.

        A name for which there is no room is left out: the list beside the drawing has it.
        """
        taken = [(mark.x, mark.y, mark.radius, mark.radius) for mark in marks]
        (left, top), zoom = self.corner, self.zoom
        found = []
        for area in self.town.areas:
            x, y, half = (area.label_x - left) * zoom, (area.label_y - top) * zoom, len(area.wijk.name) * LETTER / 2
            if not (area.path and 0 < x < self.width and 0 < y < self.height):
                continue
            x = min(max(x, half), self.width - half)
            for shift in SHIFTS:
                is_free = all(abs(x - a) > half + c or abs(y + shift - b) > LINE / 2 + d for a, b, c, d in taken)
                if is_free and LINE / 2 < y + shift < self.height - LINE / 2:
                    found.append(Name(round(x), round(y + shift), area.wijk.name))
                    taken.append((x, y + shift, half, LINE / 2))
                    break
        return found

    def pixels_of(self, metres: float) -> float:
        """How long so many metres are."""
        return round(metres * self.width / self.metres, 1)


@dataclass(frozen=True)
class Name:
    """The name of a wijk, around a point."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Mark:
    """A disc with a few characters in it, that leads somewhere."""

    x: float
    y: float
    radius: float
    label: str
    title: str
    url: str


def frame_of(town: TownMap, box: Box, width: int, height: int) -> Frame:
    """The smallest frame of these proportions with all of a box in it, around the same middle."""
    (left, top), (right, bottom) = (
        town.projection.to_pixels(Place(box.west, box.north)),
        town.projection.to_pixels(Place(box.east, box.south)),
    )
    wide = max(right - left, (bottom - top) * width / height)
    x, y, high = (left + right) / 2, (top + bottom) / 2, wide * height / width
    north_west = town.projection.to_place(x - wide / 2, y - high / 2)
    south_east = town.projection.to_place(x + wide / 2, y + high / 2)
    shown = Box(north_west.longitude, south_east.latitude, south_east.longitude, north_west.latitude)
    return Frame(town, shown, width, height)


def numbered(frame: Frame, places: Iterable[tuple[Place, str, str]], radius: float) -> list[Mark]:
    """A mark for each place with its title and address, numbered from 1 as the list beside it is.

    What stands on the very same spot shares the mark of the first: "3+" is number 3 and those that follow it.
    """
    marks: dict[Place, Mark] = {}
    for number, (place, title, url) in enumerate(places, start=1):
        if first := marks.get(place):
            marks[place] = Mark(first.x, first.y, radius, f"{first.label.rstrip('+')}+", first.title, first.url)
        else:
            marks[place] = Mark(*frame.inside(place, radius), radius, str(number), title, url)
    return list(marks.values())[::-1]  # the first is drawn last, on top
