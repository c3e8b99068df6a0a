"""Plans with more than one owner, of a group, at rest, changed along the way, or about to pass to somebody else."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DemoRight:
    """Somebody whom the owner gave a right, from so many days after publication; `name` is how she is called there."""

    key: str
    right: str
    day: int
    name: str = ""


@dataclass(frozen=True)
class DemoChange:
    """A text that changed: the day, who wrote it (a key, or "" for the owner), and the parts that are new."""

    day: int
    texts: dict[str, str]
    by: str = ""


@dataclass(frozen=True)
class DemoPen:
    """What happened to the pen of one of the plans, by its title.

    `pause` is the day, the reason, and in how many days from today it goes on; `offer` is a key and the day.
    """

    title: str
    organisation: str = ""
    rights: tuple[DemoRight, ...] = ()
    changes: tuple[DemoChange, ...] = field(default=())
    pause: tuple[int, str, int] | None = None
    offer: tuple[str, int] | None = None


PENS: tuple[DemoPen, ...] = (
    DemoPen(
        title="Moestuin achter de Hoven",
        organisation="Tuinvereniging De Hoven",
        rights=(
            DemoRight("henk", "owner", 30, "Henk van de kas"),
            DemoRight("corrie", "reader", 41),
        ),
    ),
    DemoPen(
        title="Huiswerkhuis in de flat",
        rights=(
            DemoRight("dilara", "owner", 60, "juf Dilara"),
            DemoRight("rajesh", "writer", 64),
        ),
        changes=(
            DemoChange(
                95,
                {
                    "own_share": (
                        "Elf vrijwilligers draaien een rooster. "
                        "Wij zetten de tafels klaar, schenken thee en sluiten af."
                    ),
                },
            ),
            DemoChange(
                196,
                {
                    "summary": (
                        "Op dinsdag en donderdag is de ruimte beneden open voor wie rustig wil leren, "
                        "op donderdag tot acht uur. "
                        "Buren met een vak helpen met rekenen, taal en de eerste sollicitatie."
                    ),
                },
                by="dilara",
            ),
            DemoChange(
                205,
                {
                    "own_share": (
                        "Twaalf vrijwilligers draaien een rooster. "
                        "Wij zetten de tafels klaar, schenken thee en ruimen samen met de leerlingen op."
                    ),
                    "needs": "Iemand die scheikunde nog snapt, want Jos is verhuisd\nEen laptop die niet hapert",
                },
            ),
        ),
    ),
    DemoPen(
        title="Twintig regentonnen in de Hoven",
        rights=(DemoRight("jaap", "writer", 6),),
        offer=("jaap", 22),
    ),
    DemoPen(
        title="Met de wind mee over de dijk",
        pause=(14, "De duofiets staat bij de fietsenmaker: het voorwiel is krom van een stoeprand.", 24),
    ),
)
