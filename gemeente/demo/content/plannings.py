"""How some plans of the demo get done: which ready plan they took, what is done, and who does the rest."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoStep:
    """A step of an owner's own; `due_in` is in days from today."""

    title: str
    who: str = ""
    due_in: int | None = None
    explanation: str = ""


@dataclass(frozen=True)
class DemoPlanning:
    """Taken so many days ago; the first `done` steps are ticked off. `starts_in` is in days from today.

    `who` is who does the steps that are still open, in order.
    """

    title: str
    days_ago: int
    blueprint: str = ""
    own: tuple[DemoStep, ...] = ()
    starts_in: int | None = None
    done: int = 0
    who: tuple[str, ...] = ()


PLANNINGS: tuple[DemoPlanning, ...] = (
    DemoPlanning(
        title="Lange tafel in de Dichtersbuurt",
        days_ago=4,
        blueprint="straatfeest",
        done=4,
        own=(DemoStep("Vraag de bakker om brood", "Sjaan", explanation="Hij had vorig jaar veertig broden over."),),
        who=("Wilma", "Willem en Bram", "Bram", "Wilma"),
    ),
    DemoPlanning(
        title="Moestuin achter de Hoven",
        days_ago=80,
        blueprint="buurttuin",
        done=8,
        own=(
            DemoStep("Bouw een hok voor het gereedschap", "Bram", 6, "Hout ligt al bij Bram in de schuur."),
            DemoStep("Maak een rooster voor de vakantie", "Fatima"),
        ),
    ),
    DemoPlanning(
        title="Twintig regentonnen in de Hoven",
        days_ago=20,
        starts_in=25,
        done=2,
        own=(
            DemoStep("Tel wie een ton wil", "Fatima", -12),
            DemoStep("Vraag drie winkels naar een prijs", "Willem", -6),
            DemoStep("Vraag of de regenpijp doorgezaagd mag worden", "Fatima", 3, "Huurders vragen het de verhuurder."),
            DemoStep("Leen een aanhanger", "Bram", 10),
            DemoStep("Zet samen de tonnen neer", "iedereen", 25),
        ),
    ),
    DemoPlanning(title="Dansvloer onder de bogen", days_ago=15, blueprint="straatfeest", starts_in=12, done=6),
    DemoPlanning(title="Voortuinen zonder tegels", days_ago=1, blueprint="geveltuintjes", done=1, who=("Lotte",)),
    DemoPlanning(title="Achter elke deur een recept", days_ago=230, blueprint="buurtmaaltijd", done=9),
    DemoPlanning(title="Repareerzaterdag bij het station", days_ago=300, blueprint="repair-cafe", done=9),
    DemoPlanning(title="Schone oever, samen uit roeien", days_ago=140, blueprint="zwerfvuil", done=6, who=("Kees",)),
)
