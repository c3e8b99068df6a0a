"""What residents of the demo came with: a lamp, a form, a call, something for everybody, and one that grew."""

from dataclasses import dataclass

from gemeente.demo.content.plan import DemoCase, DemoContact


@dataclass(frozen=True)
class DemoQuestion:
    """One question. `asker` is the key of a DemoPerson; without one it came from `name`, on paper, with `phone`.

    `shown` is the day on which the asker showed it to everybody, with title and text; `ended` the day on which she
    said that it was enough, with why. `grew_into` is the title of the DemoInitiative that came of it.
    """

    kind: str
    text: str
    days_ago: int
    asker: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    wijk: str | None = None
    place: str = ""
    point: tuple[float, float] | None = None
    case: DemoCase | None = None
    shown: tuple[int, str, str] | None = None
    ended: tuple[int, str] | None = None
    grew_into: str = ""


QUESTIONS: tuple[DemoQuestion, ...] = (
    DemoQuestion(
        kind="place",
        asker="trudy",
        text=(
            "Onder aan de trap naar de dijk brandt de lamp al weken niet. Ik heb het eerder gemeld en kreeg te horen "
            "dat het was afgehandeld. De lamp weet daar niets van."
        ),
        days_ago=40,
        wijk="oostgaarde",
        place="de trap naar de dijk",
        case=DemoCase(
            by="yvonne",
            claimed=1,
            contacts=(
                DemoContact(
                    2,
                    "call",
                    True,
                    "Trudy legde uit waar het is. De mast is doorgeroest, dus een nieuwe lamp past niet.",
                ),
                DemoContact(
                    9,
                    "visit",
                    True,
                    "Samen gekeken. De mast staat in het onderhoud van volgend voorjaar. Tot dan hangt er een losse "
                    "lamp. Ik bel als de datum vaststaat.",
                    next_in=60,
                ),
            ),
            planned=(10, "Een nieuwe mast met lamp onder aan de trap", "Beheer openbare ruimte", 2),
        ),
    ),
    DemoQuestion(
        kind="stuck",
        asker="naima",
        text=(
            "Ik vraag al drie keer een parkeerkaart aan voor de mensen die komen helpen bij de taalles. Elke keer mist "
            "er iets anders. Ik weet niet meer wie ik moet bellen."
        ),
        days_ago=21,
        wijk="schenkel",
        case=DemoCase(
            by="karim",
            claimed=0,
            contacts=(
                DemoContact(
                    1,
                    "call",
                    True,
                    "Eén telefoontje: het gaat om een kaart voor vrijwilligers. Dat is een ander formulier.",
                ),
                DemoContact(
                    4, "meeting", True, "Formulier samen ingevuld, in een kwartier. Naima kreeg de kaarten mee."
                ),
            ),
            closing="De kaarten zijn er. Loopt het nog een keer vast? Dan belt Naima mij en niet het formulier.",
        ),
    ),
    DemoQuestion(
        kind="callback",
        name="Mevrouw Snoek",
        phone="010-555 0188",
        text="Over de stoep bij de bushalte",
        days_ago=1,
        wijk="middelwatering",
    ),
    DemoQuestion(
        kind="question",
        asker="dennis",
        text=(
            "Langs het veldje aan de Bermweg rijden ze veel te hard. Ik train daar elf kinderen. Kunnen we daar iets "
            "aan doen? Je mag me na zes uur bellen."
        ),
        days_ago=12,
        wijk="middelwatering",
        place="het veldje aan de Bermweg",
        case=DemoCase(
            by="noor",
            claimed=1,
            contacts=(
                DemoContact(
                    1,
                    "call",
                    True,
                    "Dennis wil graag dat buren meedenken. We gaan er woensdag samen staan.",
                    next_in=14,
                ),
            ),
        ),
        shown=(
            3,
            "Te hard langs het veldje",
            "Langs het veldje waar onze kinderen trainen, rijden auto's te hard. Wie ziet dit ook, en wie denkt mee?",
        ),
    ),
    DemoQuestion(
        kind="question",
        asker="fatima",
        text="Mag ik een regenton onder de pijp aan de voorgevel zetten? En moet ik dat aan iemand vragen?",
        days_ago=33,
        wijk="middelwatering",
        case=DemoCase(
            by="noor",
            claimed=0,
            contacts=(
                DemoContact(
                    1, "visit", True, "Het mag, en vragen hoeft niet. Fatima denkt dat de hele straat mee wil doen."
                ),
            ),
        ),
        ended=(3, "Ik weet genoeg. Ik begin er gewoon mee, met de straat."),
        grew_into="Twintig regentonnen in de Hoven",
    ),
)
