"""What still runs in a wijk by an older version of its way, or by the common one from before it had its own."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from gemeente.places.models import Wijk
from initiatives.enums import UNDER_WAY
from initiatives.models import Initiative
from wijken.models import Werkwijze, WijkStage
from wijken.ways import way_in_force

COMMON = 0  # the number of the common way, which has no version


@dataclass(frozen=True)
class OldStage:
    """A stage of an older version, by a word that a form can carry; how many stand there, and where it may lead."""

    key: str
    label: str
    common: str
    count: int
    targets: tuple[WijkStage, ...]

    @property
    def best(self) -> WijkStage:
        """Where it leads by itself: to the stage of the same name, else to the first."""
        same = (stage for stage in self.targets if stage.label.lower() == self.label.lower())
        return next(same, self.targets[0])


@dataclass(frozen=True)
class OldWay:
    """An older version by which something still runs; `way` is None for the common one."""

    number: int
    way: Werkwijze | None
    stages: tuple[OldStage, ...]

    @property
    def count(self) -> int:
        """How many go by it."""
        return sum(stage.count for stage in self.stages)

    @property
    def label(self) -> str:
        """What it is called."""
        return _("Versie %(number)d") % {"number": self.number} if self.way else _("De gewone werkwijze")


def running_in(wijk: Wijk) -> QuerySet[Initiative]:
    """What is under way in a wijk."""
    return Initiative.objects.under_way().filter(wijk=wijk)


def old_ways(wijk: Wijk) -> tuple[Werkwijze | None, list[OldWay]]:
    """The version in force of a wijk, and those before by which something still runs, the oldest first.

    None and nothing for a wijk that goes the common way: four queries at most, whatever their number.
    """
    now = way_in_force(wijk.pk)
    if now is None:
        return None, []
    rows = running_in(wijk).exclude(werkwijze=now).order_by().values_list("werkwijze", "wijk_stage", "stage")
    counts: dict[tuple[int | None, Any], int] = {}
    for way, own, common, number in rows.annotate(number=Count("pk")):
        counts[way, str(own or common)] = number
    targets = list(now.stages.all())
    older = Werkwijze.objects.filter(pk__in={way for way, _key in counts if way}).prefetch_related("stages")
    found = [old_way(way, counts, targets) for way in older.order_by("number")]
    is_common = any(way is None for way, _key in counts)
    return now, [*([old_way(None, counts, targets)] if is_common else []), *found]


def old_way(way: Werkwijze | None, counts: dict[tuple[int | None, Any], int], targets: list[WijkStage]) -> OldWay:
    """One older version with how many stand where."""
    if way is None:
        stages = [(stage.value, str(stage.label), stage.value) for stage in UNDER_WAY]
    else:
        stages = [(str(stage.pk), stage.label, stage.common) for stage in way.stages.all()]
    pk = way.pk if way else None
    return OldWay(
        number=way.number if way else COMMON,
        way=way,
        stages=tuple(
            OldStage(key, label, common, counts.get((pk, key), 0), tuple(t for t in targets if t.common == common))
            for key, label, common in stages
        ),
    )
