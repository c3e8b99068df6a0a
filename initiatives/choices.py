"""What the list can be narrowed to, and how many there are of each choice."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Q, QuerySet, Sum, Value
from django.db.models.functions import Cast
from django.utils.translation import get_language

from gemeente.lib.site_version import kept, kept_setting
from gemeente.places.models import Theme, Wijk
from initiatives.enums import PUBLIC_STAGES, Stage
from initiatives.models import CubeSum, Initiative

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class Named:
    """A wijk or a theme as an address names it."""

    pk: int
    slug: str
    name: str


def wijken() -> dict[str, Named]:
    """The wijken by slug."""
    return kept_setting("choices:wijken", lambda: named(Wijk.objects.values_list("pk", "slug", "name")))


def themes() -> dict[str, Named]:
    """The themes by code, in the language of the page."""
    rows = Theme.objects.all()
    key = f"choices:themes:{get_language()}"
    return kept_setting(key, lambda: named((theme.pk, theme.code, str(theme)) for theme in rows.all()))


def named(rows: Iterable[tuple[int, str, str]]) -> dict[str, Named]:
    """By what an address says."""
    return {slug: Named(pk, slug, name) for pk, slug, name in rows}


def wijk_choices() -> Choices:
    """The wijken to choose from."""
    return [(one.slug, one.name) for one in wijken().values()]


def theme_choices() -> Choices:
    """The themes to choose from; one that ended still finds what it was given to."""
    return [(one.slug, one.name) for one in themes().values()]


def stage_choices() -> list[tuple[str, Any]]:
    """The stages that anybody can see."""
    return [(stage.value, stage.label) for stage in PUBLIC_STAGES]


def year_choices() -> Choices:
    """The years in which something was published, the last first."""

    def ask() -> Choices:
        moments = Initiative.objects.exclude(stage=Stage.CONCEPT).order_by("published_at")
        ends = moments.values_list("published_at__year", flat=True)
        first, last = ends.first(), ends.last()
        return [(str(year), str(year)) for year in range(last, first - 1, -1)] if first and last else []

    return kept("choices:years", ask)


# --- How many there are ----------------------------------------------------------------------------------------------
RUNNING_IS_HEARD = ~Q(stage=Stage.RUNNING, is_quiet=True)  # the list does not call silent ones running
COUNTED = ("wijk", "thema", "fase", "hulp", "plek")
COLUMNS = {"wijk": "wijk_id", "thema": "theme_id", "fase": "stage", "hulp": "is_open_for_help", "plek": "has_point"}


def condition(name: str, value: Any) -> Q:
    """A choice of the address, as the cube knows it."""
    if name == "wijk":
        return Q(wijk=wijken()[value].pk)
    if name == "thema":
        return Q(theme=themes()[value].pk)
    if name == "fase":
        return Q(stage=value) & RUNNING_IS_HEARD
    return Q(**{COLUMNS[name]: True})


def counts(chosen: dict[str, Any]) -> dict[str, dict[str, int]]:
    """How many public initiatives each choice would show beside the other choices made, kept until anything changes.

    By name and value as addresses have them: {"wijk": {"oostgaarde": 12}, "hulp": {"ja": 5}}. Nobody may change it.
    """
    name = ":".join(f"{key}={value}" for key, value in sorted(chosen.items()))
    return kept(f"choices:counts:{name}", lambda: counted(chosen))


def counted(chosen: dict[str, Any]) -> dict[str, dict[str, int]]:
    """The same, asked anew: one query over kept sums."""
    parts = [part(name, {key: value for key, value in chosen.items() if key != name}) for name in COUNTED]
    rows = parts[0].union(*parts[1:], all=True)
    slugs = {
        "wijk": {str(one.pk): one.slug for one in wijken().values()},
        "thema": {str(one.pk): one.slug for one in themes().values()},
        "hulp": {"true": "ja"},
        "plek": {"true": "ja"},
    }
    found: dict[str, dict[str, int]] = {name: {} for name in COUNTED}
    for row in rows:
        value = slugs[row["name"]].get(row["value"]) if row["name"] in slugs else row["value"]
        if value:
            found[row["name"]][value] = row["total"]
    return found


def part(name: str, others: dict[str, Any]) -> "QuerySet[CubeSum, Any]":
    """The sums of one choice."""
    rows = CubeSum.objects.filter(*(condition(key, value) for key, value in others.items()))
    rows = rows.filter(RUNNING_IS_HEARD) if name == "fase" else rows
    named = rows.annotate(name=Value(name, CharField()), value=Cast(COLUMNS[name], CharField()))
    return named.values("name", "value").annotate(total=Sum("count")).order_by()
