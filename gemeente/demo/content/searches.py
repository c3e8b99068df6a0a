"""What people of the demo keep looking for, and how far some initiatives reach."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoSearch:
    """Choices of the list under a name, as the address of the list has them."""

    who: str
    name: str
    pace: str
    choices: tuple[tuple[str, str], ...]


SEARCHES = (
    DemoSearch("fatima", "Alles met groen in Oostgaarde", "daily", (("zoek", "tuin"), ("wijk", "oostgaarde"))),
    DemoSearch("fatima", "Waar ik bij kan helpen", "weekly", (("wijk", "oostgaarde"), ("hulp", "ja"))),
    DemoSearch("bram", "Nieuw in Schollevaar", "at_once", (("wijk", "schollevaar"),)),
)


@dataclass(frozen=True)
class DemoFollow:
    """A wijk that somebody follows (with a theme, or without), or what happens within metres of a place."""

    who: str
    pace: str
    wijk: str = ""
    theme: str = ""
    place: tuple[float, float] | None = None
    metres: int | None = None


FOLLOWS = (
    DemoFollow("fatima", "weekly", wijk="middelwatering"),
    DemoFollow("fatima", "daily", place=(4.578, 51.929), metres=500),
    DemoFollow("bram", "daily", wijk="schollevaar", theme="livability"),
    DemoFollow("willem", "at_once", wijk="middelwatering"),
)

# Where it is says how far most of them reach; these reach less far, or further.
SCALES = {
    "Hop langs de regenpijp": "street",
    "Eén auto voor de hele galerij": "street",
    "Lampjes langs het slootpad": "street",
    "Voortuinen zonder tegels": "street",
    "Optocht van oude gordijnen": "street",
    "Lange tafel in de Dichtersbuurt": "buurt",
    "Twintig regentonnen in de Hoven": "buurt",
    "Vijf kippen voor de Vogelbuurt": "buurt",
    "Hardlopen met de buurt": "buurt",
}
