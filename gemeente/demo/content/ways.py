"""How three wijken of the demo work in their own way; the others go the common way."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class DemoQuestion:
    """Something a WOP asks who begins."""

    label: str
    purpose: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    is_required: bool = False


@dataclass(frozen=True)
class DemoWay:
    """A version: whose, who of the board wrote it, what it began with, and what became different."""

    slug: str
    by: str
    base: str  # an example by its code; empty for what counts already
    days_ago: int
    renamed: dict[str, tuple[str, str]] = field(default_factory=dict)  # by what it was called: Dutch and English
    added: tuple[tuple[str, str, str], ...] = ()  # Dutch, English, common stage
    questions: tuple[DemoQuestion, ...] = ()
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)
    promises: tuple[int, int] | None = None
    is_draft: bool = False


FIRST: tuple[DemoWay, ...] = (
    DemoWay(
        slug="middelwatering",
        by="willem",
        base="bestuur-dat-vergadert",
        days_ago=760,
        renamed={"Voorbereiden": ("We bereiden het voor", "We are preparing")},
        promises=(10, 14),
    ),
    DemoWay(
        slug="oostgaarde",
        by="trudy",
        base="de-buurt-steunt",
        days_ago=900,
        renamed={"Samen aan de slag": ("Mouwen opgestroopt", "Sleeves rolled up")},
        rules={"advice": {"voters": "members", "quorum": 33, "majority": 50, "asks_residents": True}},
        promises=(6, 21),
    ),
    DemoWay(
        slug="schollevaar",
        by="winston",
        base="klein-en-informeel",
        days_ago=820,
        renamed={"Idee": ("Droom", "Dream"), "We zijn bezig": ("In beweging", "In motion")},
        added=(("Koffie met het WOP", "Coffee with the WOP", "preparing"),),
        questions=(
            DemoQuestion(
                "Wie in de wijk kan je helpen, denk je?",
                "Zo kunnen wij mensen aan elkaar voorstellen bij de koffie. Noem een vereniging of groep, geen namen.",
            ),
        ),
        promises=(4, 7),
    ),
)
LATER: tuple[DemoWay, ...] = (
    DemoWay(  # what ran before goes on as it began: its board sees on its page that it can move that over
        slug="middelwatering",
        by="willem",
        base="",
        days_ago=16,
        added=(("Bijna klaar", "Nearly done", "running"),),
        questions=(
            DemoQuestion(
                "Is er iets wat de wijk daarna zelf moet onderhouden?",
                "Dan maken we daar vooraf een afspraak over.",
                "choice",
                ("Ja", "Nee", "Weten we nog niet"),
            ),
        ),
        rules={"budget": {"voters": "members", "quorum": 50, "majority": 67, "asks_residents": True}},
    ),
    DemoWay(
        slug="schollevaar",
        by="dilara",
        base="",
        days_ago=15,
        added=(("Even uitblazen", "Catching breath", "running"),),
        is_draft=True,
    ),
)
# At which stage of its wijk an initiative came to stand, within the common one where its owner had put it.
STEPS: dict[str, str] = {
    "Licht op het pad bij de Wiekslag": "Op de agenda",
    "Bushalte waar nooit een bus komt": "Op de agenda",
    "Twintig regentonnen in de Hoven": "We bereiden het voor",
    "Het rek voor te veel courgettes": "Buren gezocht",
    "De avond van de dichte envelop": "Koffie met het WOP",
}
# What owners told the WOP beside what they must.
ANSWERS: dict[str, dict[str, str]] = {
    "Paddenstoelen kijken en laten staan": {
        "Wie in de wijk kan je helpen, denk je?": "De natuurclub van het Schollebos, en de school aan de rand ervan."
    },
    "Licht op het pad bij de Wiekslag": {
        "Wat wil je van het WOP weten of vragen?": "Willen jullie mee komen kijken, op een avond in november?"
    },
}
