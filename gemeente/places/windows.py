"""The part of the town that a page shows, as it stands in an address: `venster=west,south,east,north`, in degrees."""

from collections.abc import Iterator
from math import isfinite

from django.utils.translation import gettext as _

from gemeente.places.geography import Box, Place
from gemeente.places.maps import TownMap

DECIMALS = 4  # of a degree, about 10 metres: nobody's home, and the same address for nearly the same window
SMALLEST = 0.004  # degrees of longitude, about 280 metres
LARGEST = 6  # times the town


def read_window(text: str, town: TownMap) -> Box:
    """The box that an address asks for, at least SMALLEST wide.

    Raises ValueError for what is no box of four numbers, lies outside the country or is much larger than the town.
    """
    west, south, east, north = (float(part) for part in text.split(","))
    if not all(map(isfinite, (west, south, east, north))) or west >= east or south >= north:
        raise ValueError(text)
    if not (Place(west, south).is_in_netherlands and Place(east, north).is_in_netherlands):
        raise ValueError(text)
    whole = Box(*town.extent)
    if east - west > LARGEST * (whole.east - whole.west) or north - south > LARGEST * (whole.north - whole.south):
        raise ValueError(text)
    box = Box(west, south, east, north)
    return resized(box, SMALLEST / (east - west)) if east - west < SMALLEST else box


def write_window(box: Box) -> str:
    """The box for an address."""
    return ",".join(f"{degrees:.{DECIMALS}f}" for degrees in (box.west, box.south, box.east, box.north))


def resized(box: Box, factor: float) -> Box:
    """So many times as wide and high, around the same middle."""
    middle, wide, high = box.middle, (box.east - box.west) * factor / 2, (box.north - box.south) * factor / 2
    return Box(middle.longitude - wide, middle.latitude - high, middle.longitude + wide, middle.latitude + high)


def moved(box: Box, east: float, north: float) -> Box:
    """Further by parts of its own width and height."""
    wide, high = (box.east - box.west) * east, (box.north - box.south) * north
    return Box(box.west + wide, box.south + high, box.east + wide, box.north + high)


def ways(box: Box, town: TownMap) -> Iterator[tuple[str, str]]:
    """Where one can go from a window: words and address of the next, "" for the whole town."""
    whole = Box(*town.extent)
    if box.east - box.west >= 2 * SMALLEST:
        yield _("Kijk dichterbij"), write_window(resized(box, 0.5))
    if box.east - box.west < (whole.east - whole.west) * 0.9:
        larger = resized(box, 2)
        is_whole = larger.east - larger.west > (whole.east - whole.west) * 0.9
        yield _("Kijk van verder weg"), "" if is_whole else write_window(larger)
        for words, east, north in (
            (_("Naar het noorden"), 0, 0.5),
            (_("Naar het oosten"), 0.5, 0),
            (_("Naar het zuiden"), 0, -0.5),
            (_("Naar het westen"), -0.5, 0),
        ):
            yield words, write_window(moved(box, east, north))
        yield _("Heel Capelle"), ""
