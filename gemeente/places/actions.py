"""Writing the town: one import of wijken and CBS areas."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any

from django.db import transaction

from gemeente.places.boundaries import Boundary, label_point
from gemeente.places.imports import AreaFeature, PlaceFile, WijkFeature
from gemeente.places.models import CbsArea, PlaceImport, Wijk, WijkArea


@dataclass
class Tally:
    """What an import did, by name."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def put(self, row: Wijk | CbsArea | WijkArea, label: str, /, **fields: Any) -> None:
        """Save a row that is new or different, and note which."""
        different = [key for key, value in fields.items() if getattr(row, key) != value]
        for key in different:
            setattr(row, key, fields[key])
        if row._state.adding:
            row.save()
            self.added.append(label)
        elif different:
            row.save(update_fields=different)
            self.changed.append(label)
        else:
            self.kept.append(label)


@transaction.atomic
def import_wijken(*, file: PlaceFile, create: bool = False) -> PlaceImport:
    """Take in what a file holds, all of it or nothing, and record which file did what.

    Doing it twice changes nothing, and links do not depend on the order of files. Nothing is deleted: a wijk that is
    not in the file stays. With `create`, a CBS area that belongs to no wijk becomes one, and a wijk that is drawn as
    its area follows the area's newer boundary.
    """
    tally = Tally()
    wijken = [*file.wijken, *(wijken_to_create(file.areas) if create else [])]
    for area in file.areas:
        save_area(area, file.source, tally)
    for wijk in wijken:
        save_wijk(wijk, tally)
    link_areas(tally)
    return PlaceImport.objects.create(
        filename=file.filename, sha256=file.sha256, added=tally.added, changed=tally.changed, kept=tally.kept
    )


def save_area(feature: AreaFeature, source: str, tally: Tally) -> None:
    """Make or update a CBS area of a year."""
    area = CbsArea.objects.filter(code=feature.code, year=feature.year).first()
    tally.put(
        area or CbsArea(code=feature.code, year=feature.year),
        f"{feature.code} {feature.name} ({feature.year})",
        name=feature.name,
        boundary=feature.boundary,
        inhabitants=feature.inhabitants,
        source=source,
    )


def save_wijk(feature: WijkFeature, tally: Tally) -> None:
    """Make or update a wijk, found by name or else by slug. A wijk keeps its slug: addresses stay."""
    wijk = Wijk.objects.filter(name=feature.name).first() or Wijk.objects.filter(slug=feature.slug).first()
    wijk = wijk or Wijk(slug=feature.slug)
    fields: dict[str, Any] = {"name": feature.name, "boundary": feature.boundary}
    fields["area_codes"] = wijk.area_codes | {str(feature.year): list(feature.area_codes)}
    if wijk.boundary != feature.boundary or wijk.label_longitude is None:
        label = label_point(feature.boundary)
        fields |= {"label_longitude": label.longitude, "label_latitude": label.latitude}
    tally.put(wijk, feature.name, **fields)


def wijken_to_create(areas: Iterable[AreaFeature]) -> list[WijkFeature]:
    """The areas that belong to no wijk yet, and those whose only wijk is drawn exactly as the area was until now."""
    drawn: dict[str, Boundary] = dict(CbsArea.objects.order_by("year").values_list("code", "boundary"))
    owners: dict[str, list[Wijk]] = {}
    for wijk in Wijk.objects.all():
        for code in set(chain.from_iterable(wijk.area_codes.values())):
            owners.setdefault(code, []).append(wijk)
    features = []
    for area in areas:
        match owners.get(area.code, []):
            case []:
                features.append(WijkFeature(area.name, area.year, (area.code,), area.boundary))
            case [owner] if owner.boundary == drawn.get(area.code):
                features.append(WijkFeature(owner.name, area.year, (area.code,), area.boundary))
    return features


def link_areas(tally: Tally) -> None:
    """Make the links of wijken to areas follow from what the files said, whatever their order.

    An area of a year counts from 1 January of that year until 1 January of the next year there is.
    """
    areas = list(CbsArea.objects.defer("boundary").order_by("year", "code"))
    years = sorted({area.year for area in areas})
    ends: dict[int, dt.date | None] = {year: dt.date(following, 1, 1) for year, following in pairwise(years)}
    for wijk in Wijk.objects.exclude(area_codes={}).defer("boundary"):
        links = {link.area_id: link for link in wijk.area_links.select_related("area")}
        for area in areas:
            if area.code not in codes_in(wijk, area.year):
                continue
            link = links.pop(area.pk, None) or WijkArea(wijk=wijk, area=area)
            put_link(link, f"{wijk.name} - {area.code} ({area.year})", ends.get(area.year), tally)
        for link in links.values():
            link.delete()
            tally.changed.append(f"{wijk.name} - {link.area.code} ({link.area.year}): no longer linked")


def put_link(link: WijkArea, name: str, ends_on: dt.date | None, tally: Tally) -> None:
    """Save a link; one that stays as it is goes unmentioned."""
    noted = Tally()
    noted.put(link, name, starts_on=dt.date(link.area.year, 1, 1), ends_on=ends_on)
    tally.added += noted.added
    tally.changed += noted.changed


def codes_in(wijk: Wijk, year: int) -> list[str]:
    """The codes a wijk had in a year: by the latest file up to then, else by the first one after."""
    told = sorted(int(key) for key in wijk.area_codes)
    latest = max((key for key in told if key <= year), default=told[0])
    codes: list[str] = wijk.area_codes[str(latest)]
    return codes
