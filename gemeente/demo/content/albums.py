"""What owners show in the demo: drawn scenes that stand for photos, and papers."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DemoShot:
    """A scene (demo/shots.py), and what its owner says is on it."""

    scene: str
    words: str


@dataclass(frozen=True)
class DemoPaper:
    """A PDF with a title and its lines, for everybody or for the people of the case."""

    title: str
    lines: tuple[str, ...]
    is_public: bool = True


@dataclass(frozen=True)
class DemoAlbum:
    """What stands with one initiative; `of_news` with its newest news. Those of results stand in `talk.py`."""

    title: str
    gallery: tuple[DemoShot, ...] = ()
    of_news: tuple[DemoShot, ...] = ()
    papers: tuple[DemoPaper, ...] = field(default=())


ALBUMS = (
    DemoAlbum(
        title="Moestuin achter de Hoven",
        gallery=(
            DemoShot("planters", "Houten bakken met sla en bonen op het grasveld, met de flats erachter"),
            DemoShot("neighbours", "Vier buren met een schop staan lachend bij de eerste bak"),
            DemoShot("sunflowers", "Een rij zonnebloemen die hoger is dan het hek"),
            DemoShot("field", "Het lege grasveld, zoals het in maart was"),
        ),
        of_news=(
            DemoShot("neighbours", "Buren vullen een bak met aarde"),
            DemoShot("sunflowers", "De eerste zonnebloem is open"),
        ),
        papers=(
            DemoPaper(
                "Tekening van de moestuin",
                (
                    "Twaalf bakken van 1 bij 2 meter, in drie rijen.",
                    "Twee bakken op zithoogte, voor wie niet kan bukken.",
                    "Een regenton bij het pad, en een bank in de zon.",
                ),
            ),
            DemoPaper(
                "Wat het kost, en wie wat betaalt",
                (
                    "Hout en schroeven: 640 euro.",
                    "Aarde: 310 euro.",
                    "Regenton: 85 euro.",
                    "Zelf bij elkaar gelegd: 400 euro.",
                ),
                is_public=False,
            ),
        ),
    ),
)
