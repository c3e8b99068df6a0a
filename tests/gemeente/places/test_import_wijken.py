"""manage.py import_wijken: what it takes in."""

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pytest

from gemeente.places.actions import import_wijken
from gemeente.places.imports import read_file
from gemeente.places.models import CbsArea, PlaceImport, Wijk, WijkArea
from tests.factories.places import GemeenteFactory, WijkFactory, square
from tests.gemeente.places.files import AREAS, WIJKEN, Write, everything, pdok, run, town

SLUGS = ["s-gravenland", "capelle-west", "fascinatio", "middelwatering", "oostgaarde", "schenkel", "schollevaar"]
LINKS = [
    ("capelle-west", "WK050201"),
    ("fascinatio", "WK050209"),
    ("middelwatering", "WK050202"),
    ("middelwatering", "WK050203"),
    ("oostgaarde", "WK050204"),
    ("oostgaarde", "WK050205"),
    ("s-gravenland", "WK050201"),
    ("schenkel", "WK050206"),
    ("schollevaar", "WK050207"),
    ("schollevaar", "WK050208"),
]

pytestmark = pytest.mark.django_db


def links() -> list[tuple[str, str]]:
    """Which wijk has which area."""
    return list(WijkArea.objects.order_by("wijk__slug", "area__code").values_list("wijk__slug", "area__code"))


# --- Both files of the demo ------------------------------------------------------------------------------------------
def test_import_makes_the_seven_wijken() -> None:
    said = run(WIJKEN)

    assert list(Wijk.objects.values_list("slug", flat=True)) == SLUGS
    assert (len(said["Added"]), said["Changed"], said["Kept"]) == (7, [], [])
    assert Wijk.objects.filter(label_longitude=None).count() == 0


def test_import_fills_areas_and_makes_no_wijk() -> None:
    run(AREAS)

    counted = list(CbsArea.objects.values_list("inhabitants", flat=True))
    assert counted == [9290, 8045, 8390, 8330, 6515, 6295, 14020, 3360, 3690]
    assert set(CbsArea.objects.values_list("year", flat=True)) == {2024}
    assert CbsArea.objects.first().source.startswith("Derived from CBS Wijk- en Buurtkaart 2024 (CC BY 4.0)")
    assert Wijk.objects.count() == 0


@pytest.mark.parametrize("order", [(WIJKEN, AREAS), (AREAS, WIJKEN)], ids=["wijken first", "areas first"])
def test_links_do_not_depend_on_the_order(order: tuple[Path, Path]) -> None:
    for path in order:
        run(path)

    assert links() == LINKS
    assert set(WijkArea.objects.values_list("starts_on", "ends_on")) == {(dt.date(2024, 1, 1), None)}


def test_import_twice_keeps_everything() -> None:
    run(WIJKEN)
    run(AREAS)
    before = everything()[:3]

    said = [run(WIJKEN), run(AREAS)]

    assert everything()[:3] == before
    assert [(s["Added"], s["Changed"], len(s["Kept"])) for s in said] == [([], [], 7), ([], [], 9)]


def test_import_records_the_file() -> None:
    run(WIJKEN)

    done = PlaceImport.objects.get()
    assert (done.filename, done.sha256) == (WIJKEN.name, hashlib.sha256(WIJKEN.read_bytes()).hexdigest())
    assert (len(done.added), done.changed, done.kept) == (7, [], [])


def test_dry_run_tells_the_same_and_writes_nothing() -> None:
    before = everything()

    said = run(WIJKEN, dry_run=True)

    assert everything() == before
    assert said.pop("Dry run") == []
    assert said == run(WIJKEN)


# --- What PDOK serves ------------------------------------------------------------------------------------------------
def test_pdok_feature_becomes_an_area(write: Write) -> None:
    path = write(pdok(), links=[{"href": "https://api.pdok.example/items?f=json", "rel": "self"}], numberReturned=1)

    said = run(path, year=2025)

    area = CbsArea.objects.get()
    assert (area.code, area.year, area.name, area.inhabitants) == ("WK050206", 2025, "Schenkel", 6295)
    assert (area.boundary, area.source) == (square(4.56, 51.93), "CBS wijken en buurten, PDOK")
    assert said["Added"] == ["WK050206 Schenkel (2025)"]


@pytest.mark.parametrize(
    ("properties", "inhabitants"),
    [
        ({"aantal_inwoners": 10}, 10),
        ({"aantal_inwoners": None, "aantalInwoners": 11}, 11),
        ({"aantal_inwoners": 0}, 0),
        ({"aantal_inwoners": 12.0}, 12),
        ({"aantal_inwoners": -99997}, None),
        ({"aantal_inwoners": None}, None),
    ],
)
def test_inhabitants_are_read_as_cbs_writes_them(
    properties: dict[str, Any], inhabitants: int | None, write: Write
) -> None:
    run(write(pdok(**properties)), year=2024)

    assert CbsArea.objects.get().inhabitants == inhabitants


def test_multipolygon_with_hole_and_heights_is_kept_flat(write: Write) -> None:
    outer, hole = square(4.56, 51.93)["coordinates"][0], square(4.562, 51.932, 0.002)["coordinates"][0]
    island = square(4.59, 51.93)["coordinates"]
    high = [[*point, 3.5] for point in outer]

    run(write(pdok(geometry={"type": "MultiPolygon", "coordinates": [[high, hole], island]})), year=2024)

    assert CbsArea.objects.get().boundary == {"type": "MultiPolygon", "coordinates": [[outer, hole], island]}


def test_features_of_others_are_left_out_unread(write: Write) -> None:
    stranger = pdok("WK059901", "Rotterdam", gemeentecode="GM0599", geometry={"type": "Polygon", "coordinates": "?"})

    said = run(write(stranger, pdok()), year=2024)

    assert said["Added"] == ["WK050206 Schenkel (2024)"]


def test_the_municipality_is_ours(write: Write) -> None:
    GemeenteFactory(code="GM0599")

    run(write(pdok(), pdok("WK059901", "Centrum", gemeentecode="GM0599")), year=2024)

    assert CbsArea.objects.get().code == "WK059901"


def test_changed_area_is_updated_and_named(write: Write) -> None:
    run(write(pdok(), pdok("WK050207", "Schollevaar")), year=2024)

    said = run(write(pdok(aantal_inwoners=7000), pdok("WK050207", "Schollevaar")), year=2024)

    assert said == {
        "Added": [],
        "Changed": ["WK050206 Schenkel (2024)"],
        "Kept": ["WK050207 Schollevaar (2024)"],
    }
    assert CbsArea.objects.get(code="WK050206").inhabitants == 7000


@pytest.mark.parametrize("order", [(2024, 2026), (2026, 2024)])
def test_a_newer_year_ends_the_link_of_the_older(order: tuple[int, int], write: Write) -> None:
    run(write(town()))
    for year in order:
        run(write(pdok()), year=year)

    assert list(WijkArea.objects.order_by("starts_on").values_list("area__year", "starts_on", "ends_on")) == [
        (2024, dt.date(2024, 1, 1), dt.date(2026, 1, 1)),
        (2026, dt.date(2026, 1, 1), None),
    ]


def test_a_corrected_code_moves_the_link(write: Write) -> None:
    run(write(pdok(), pdok("WK050207", "Schollevaar")), year=2024)
    run(write(town()))

    said = run(write(town(codes=["WK050207"])))

    assert links() == [("schenkel", "WK050207")]
    assert said["Changed"] == ["Schenkel", "Schenkel - WK050206 (2024): no longer linked"]


def test_a_wijk_keeps_its_slug_and_texts(write: Write) -> None:
    WijkFactory(name="Schenkel", slug="de-schenkel", introduction="Tussen de plassen.")

    said = run(write(town()))

    wijk = Wijk.objects.get()
    assert (wijk.slug, wijk.introduction, wijk.boundary) == ("de-schenkel", "Tussen de plassen.", square(4.56, 51.93))
    assert said["Changed"] == ["Schenkel"]


# --- --create ---------------------------------------------------------------------------------------------------------
def test_create_makes_a_wijk_of_each_area_once(write: Write) -> None:
    path = write(pdok())
    run(path, year=2024)

    said = [run(path, year=2024, create=True) for _ in range(2)]

    assert links() == [("schenkel", "WK050206")]
    assert [s["Added"] for s in said] == [["Schenkel", "Schenkel - WK050206 (2024)"], []]


def test_create_leaves_the_towns_own_wijken_alone(write: Write) -> None:
    run(WIJKEN)
    run(AREAS)
    before = list(Wijk.objects.values())

    run(AREAS, create=True)

    assert list(Wijk.objects.values()) == before


def test_create_follows_the_boundary_of_its_area(write: Write) -> None:
    run(write(pdok()), year=2024, create=True)
    moved = square(4.57, 51.94)

    run(write(pdok(name="Schenkel en omgeving", geometry=moved)), year=2025, create=True)

    assert list(Wijk.objects.values_list("name", "boundary")) == [("Schenkel", moved)]


def test_a_crash_half_way_leaves_nothing(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(tally: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("gemeente.places.actions.link_areas", crash)
    file, before = read_file(WIJKEN, gemeente_code="GM0502"), everything()

    with pytest.raises(RuntimeError, match="power cut"):
        import_wijken(file=file)

    assert everything() == before
    monkeypatch.undo()
    assert len(import_wijken(file=file).added) == 7
