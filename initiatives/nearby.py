"""Rond mijn huis: everything public near a place. The place is asked, used and forgotten."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gemeente.activity.models import Subject
from gemeente.places.frames import Frame, Mark, Name, frame_of, numbered
from gemeente.places.geography import Box, Place, metres_between
from gemeente.places.maps import town_map
from initiatives.cards import cards_of
from initiatives.enums import PlaceKind
from initiatives.models import Initiative

RADII = (100, 500, 1000)  # metres
FIRST_RADIUS = 500
MOST = 50  # rows
SPARE = 10  # more than are shown, for the index is right to 4 % only
KINDS = {"initiative": gettext_lazy("Initiatief"), "question": gettext_lazy("Vraag")}
WIDTH, HEIGHT, DOT = 640, 560, 18  # pixels


@dataclass(frozen=True)
class Found:
    """Something near. `is_rough`: at somebody's home, so the place is the middle of a cell and the distance too."""

    subject: Subject
    place: Place
    metres: float
    card: dict[str, Any] | None
    is_rough: bool

    @property
    def kind(self) -> str:
        """What it is, where its stage does not tell."""
        return "" if self.card else str(KINDS.get(self.subject.kind, ""))

    @property
    def distance(self) -> str:
        """How far, in words."""
        return in_words(self.metres, self.is_rough)


@dataclass(frozen=True)
class Nearby:
    """What lies within `metres` of a place, nearest first and at most MOST; `counts` by radius, at most MOST + 1."""

    place: Place
    metres: int
    found: list[Found]
    counts: dict[int, int]

    @property
    def has_more(self) -> bool:
        """Whether some are left out."""
        return self.counts[self.metres] > MOST

    @property
    def has_rough(self) -> bool:
        """Whether some are at somebody's home."""
        return any(one.is_rough for one in self.found)

    @property
    def next_radius(self) -> int | None:
        """The first larger circle with something in it, else the next larger one."""
        larger = [radius for radius in RADII if radius > self.metres]
        return next((radius for radius in larger if self.counts[radius]), next(iter(larger), None))

    @cached_property
    def frame(self) -> Frame:
        """The circle as a drawing."""
        return frame_of(town_map(), Box.around(self.place, self.metres * 1.1), WIDTH, HEIGHT)

    @property
    def circle(self) -> float:
        """The radius of the circle in that drawing, in pixels."""
        return self.frame.pixels_of(self.metres)

    @property
    def names(self) -> list[Name]:
        """The names of the wijken in that drawing."""
        return self.frame.names(self.marks)

    @cached_property
    def marks(self) -> list[Mark]:
        """What was found, numbered as the list is."""
        rows = [(one.place, one.subject.title, one.subject.get_absolute_url()) for one in self.found]
        return numbered(self.frame, rows, DOT)


def look_around(place: Place, metres: int) -> Nearby:
    """What is within one of RADII of a place: two queries, whatever there is."""
    rows = Subject.objects.public().within(Box.around(place, RADII[-1])).nearest_first(place).select_related("wijk")
    rows = rows.only("kind", "title", "path", "longitude", "latitude", "wijk__name")
    spots = [(subject, spot) for subject in rows[: MOST + SPARE] if (spot := subject.point)]
    measured = [(metres_between(place, spot), subject.pk, subject, spot) for subject, spot in spots]
    measured.sort(key=lambda row: row[:2])
    counts = {radius: min(MOST + 1, sum(row[0] <= radius for row in measured)) for radius in RADII}
    return Nearby(place, metres, with_cards(measured[: min(MOST, counts[metres])]), counts)


def with_cards(measured: list[tuple[float, int, Subject, Place]]) -> list[Found]:
    """The rows with what is known of those that are initiatives."""
    ids = [pk for _metres, pk, _subject, _spot in measured]
    initiatives = list(Initiative.objects.public().filter(subject__in=ids).for_cards())
    cards = {row.subject_id: (card, row) for row, card in zip(initiatives, cards_of(initiatives), strict=True)}
    found = []
    for metres, pk, subject, spot in measured:
        card, initiative = cards.get(pk, (None, None))
        is_rough = initiative is not None and initiative.place_kind == PlaceKind.HOME
        found.append(Found(subject, spot, metres, card, is_rough))
    return found


def in_words(metres: float, is_rough: bool) -> str:
    """A distance to steps of 10 metres; to a cell around a home to steps of 100."""
    step = 100 if is_rough else 10
    rounded = number_format(max(step, ceil(metres / step - 0.5) * step), use_l10n=True, force_grouping=True)
    return (_("op ongeveer %(n)s meter") if is_rough else _("op %(n)s meter")) % {"n": rounded}
