"""Meetings of the seven WOPs: what was talked about and decided, what comes, and who said to do what."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoPoint:
    """A point of an agenda. `about` is the title of an initiative, `decision` what the WOP decided."""

    title: str
    explanation: str = ""
    minutes: int | None = None
    about: str = ""
    decision: str = ""


@dataclass(frozen=True)
class DemoAction:
    """Something that somebody does: a key of the cast, or words. `due_in` counts days from today."""

    what: str
    who: str = ""
    words: str = ""
    due_in: int | None = None
    is_done: bool = False


@dataclass(frozen=True)
class DemoProposal:
    """What a resident proposes, with the answer of the board where there is one."""

    who: str
    title: str
    explanation: str
    about: str = ""
    answer: str = ""
    is_accepted: bool = True


@dataclass(frozen=True)
class DemoMeeting:
    """A meeting so many days from today; what was is behind us and has minutes, unless they still must be written."""

    title: str
    days: int
    points: tuple[DemoPoint, ...] = ()
    introduction: str = ""
    hour: int = 20
    minutes: str = ""
    actions: tuple[DemoAction, ...] = ()
    proposals: tuple[DemoProposal, ...] = ()
    comes: int = 0
    cancelled: str = ""
    slot_minutes: int | None = None
    taken: tuple[tuple[str, str], ...] = ()  # who took which moment of a spreekuur, and what for


@dataclass(frozen=True)
class DemoMeetings:
    """How one WOP meets, and who of it writes."""

    slug: str
    writer: str
    place: str
    directions: str
    meetings: tuple[DemoMeeting, ...]
    is_step_free: bool = True
    has_hearing_loop: bool = False


OPEN = DemoPoint("Welkom en mededelingen", minutes=10)
ROUND = DemoPoint("Rondvraag", minutes=15)

MEETINGS: tuple[DemoMeetings, ...] = (
    DemoMeetings(
        slug="middelwatering",
        writer="samira",
        place="De Wiekslag, Wiekslag 1",
        directions="Bus 98 stopt voor de deur. Je fiets kan in het rek naast de ingang.",
        has_hearing_loop=True,
        meetings=(
            DemoMeeting(
                "Wijkoverleg Middelwatering",
                -152,
                (
                    OPEN,
                    DemoPoint(
                        "Twintig regentonnen in de Hoven",
                        about="Twintig regentonnen in de Hoven",
                        decision="Het WOP helpt met vervoer van de tonnen en hangt de oproep op in de Wiekslag.",
                    ),
                    ROUND,
                ),
                comes=31,
                minutes="Er waren 31 mensen.\n\n## Regentonnen\n\nDe initiatiefnemers lieten een ton zien. "
                "Iedereen mocht eraan draaien.\n\n## Rondvraag\n\n- De bladkorven komen weer in oktober.\n"
                "- De hondenspeelplaats krijgt een nieuw hek.",
                actions=(DemoAction("Een aanhanger regelen voor de tonnen", "henk", due_in=-120, is_done=True),),
            ),
            DemoMeeting(
                "Wijkoverleg Middelwatering",
                -61,
                (
                    OPEN,
                    DemoPoint(
                        "De moestuin achter de Hoven",
                        "Fatima vertelt hoe het gaat en wat er nog nodig is.",
                        20,
                        "Moestuin achter de Hoven",
                        "Het WOP steunt de moestuin en vraagt de gemeente om een waterpunt.",
                    ),
                    DemoPoint(
                        "Licht op het pad bij de Wiekslag",
                        minutes=20,
                        about="Licht op het pad bij de Wiekslag",
                        decision="We lopen het pad samen met de gemeente, als het donker is.",
                    ),
                    ROUND,
                ),
                introduction="Over groen en licht in de wijk. Wilma bakt cake.",
                comes=38,
                minutes="Er waren 38 mensen, van wie negen voor het eerst.\n\n## De moestuin\n\nHet water komt nu uit "
                "een slang van 40 meter. Dat gaat in de winter niet meer.\n\n## Licht op het pad\n\nTwee lantaarns "
                "doen het al een jaar niet. Bewoners lopen om.\n\n## Rondvraag\n\n- Iemand vroeg naar de glasbak. "
                "Die komt terug naast de supermarkt.",
                actions=(
                    DemoAction("De gemeente vragen om een waterpunt bij de moestuin", "willem", due_in=-3),
                    DemoAction("Een avond prikken om het pad te lopen", "noor", due_in=12),
                    DemoAction("De glasbak in de wijkkrant zetten", "wilma", due_in=-20, is_done=True),
                    DemoAction("Laten weten wanneer de lantaarns gemaakt worden", words="Stadsbeheer", due_in=20),
                ),
            ),
            DemoMeeting(
                "Spreekuur van de wijkwethouder",
                10,
                hour=19,
                introduction="Een kwartier onder vier ogen, vlak voor het wijkoverleg. Kies een moment.",
                slot_minutes=15,
                taken=(("fatima", "Water bij de moestuin"), ("dennis", "Het veldje achter de school")),
            ),
            DemoMeeting(
                "Wijkoverleg Middelwatering",
                10,
                (
                    OPEN,
                    DemoPoint("Oud en nieuw: waar vuurwerk, waar niet", "De wijkagent is erbij.", 25),
                    DemoPoint("De muurschildering", minutes=15, about="Muurschildering in de Schildersbuurt"),
                    ROUND,
                ),
                introduction="Kom je voor het eerst? Fijn. Er staat koffie, en niemand hoeft iets te zeggen.",
                comes=14,
                proposals=(
                    DemoProposal(
                        "dennis",
                        "Het veldje is altijd nat",
                        "Elf jongens kunnen er vanaf oktober niet meer op. Wie kan daar iets aan doen?",
                    ),
                    DemoProposal(
                        "corrie",
                        "Elke week soep in de Wiekslag",
                        "Kunnen we de keuken van de Wiekslag gebruiken?",
                        answer="Mooi plan. Het staat erop.",
                    ),
                ),
            ),
            DemoMeeting("Wijkoverleg Middelwatering", 101, comes=2),
        ),
    ),
    DemoMeetings(
        slug="oostgaarde",
        writer="ineke",
        place="Huis van de wijk De Trefterp, Hermitage 1",
        directions="Tien minuten lopen van metro De Terp.",
        meetings=(
            DemoMeeting(
                "Oostgaarde aan tafel",
                -82,
                (
                    OPEN,
                    DemoPoint(
                        "De pannakooi",
                        minutes=30,
                        about="Pannakooi in de Hoeken",
                        decision="De kooi gaat om 21 uur dicht. Drie vaders houden om de beurt de sleutel.",
                    ),
                    DemoPoint("Een nieuwe voorzitter", decision="We zoeken verder. Ineke leidt zolang de avond."),
                    ROUND,
                ),
                introduction="We eten om zes uur, en om half acht begint het overleg.",
                comes=20,
                minutes="We aten met 26 mensen.\n\n## De pannakooi\n\nDe buren van nummer 12 tot 20 horen de bal tot "
                "laat. De jongens vonden het zelf ook niet eerlijk.",
                actions=(
                    DemoAction("Een rooster maken voor de sleutel van de kooi", "emine", due_in=6),
                    DemoAction("Oproep voor een voorzitter ophangen", "bayram", due_in=-10),
                ),
            ),
            DemoMeeting(
                "Oostgaarde aan tafel",
                19,
                (
                    OPEN,
                    DemoPoint("Samen van de metro naar huis", minutes=20, about="Samen van de metro naar huis"),
                    DemoPoint("Wie wordt voorzitter?", "Ineke vertelt wat het werk is: zes avonden per jaar.", 20),
                ),
                introduction="We eten om zes uur. Neem iets mee voor vier mensen.",
                hour=19,
                comes=9,
            ),
        ),
    ),
    DemoMeetings(
        slug="schollevaar",
        writer="dilara",
        place="Wijkcentrum de Scholver, Slotplein 1",
        directions="Tegenover station Schollevaar.",
        has_hearing_loop=True,
        meetings=(
            DemoMeeting(
                "WOP-avond Schollevaar",
                -117,
                (
                    OPEN,
                    DemoPoint(
                        "Huiswerkhuis",
                        about="Huiswerkhuis in de flat",
                        decision="Het WOP vraagt Havensteder om de berging voor nog een jaar.",
                    ),
                ),
                comes=24,
                minutes="Het Huiswerkhuis had 19 kinderen op één middag. De berging is te klein, maar warm.",
                actions=(DemoAction("Havensteder bellen over de berging", "winston", due_in=-60, is_done=True),),
            ),
            DemoMeeting(
                "WOP-avond Schollevaar",
                -5,
                (OPEN, DemoPoint("Het station in de avond", minutes=30), ROUND),
                introduction="Met de stationsmanager en de wijkagent.",
                comes=22,
            ),
            DemoMeeting(
                "Spreekuur van de wijkwethouder",
                26,
                hour=16,
                slot_minutes=10,
                taken=(("bram", "Een schuur voor gereedschap"),),
            ),
            DemoMeeting(
                "WOP-avond Schollevaar",
                40,
                (OPEN, DemoPoint("Repareerzaterdag zoekt een plek", about="Repareerzaterdag bij het station"), ROUND),
                comes=3,
                proposals=(
                    DemoProposal(
                        "bram",
                        "Mijn eigen schutting",
                        "Mag die twintig centimeter hoger?",
                        answer="Dat is iets tussen jou en de gemeente. Kom ermee naar het spreekuur.",
                        is_accepted=False,
                    ),
                ),
            ),
        ),
    ),
    DemoMeetings(
        slug="capelle-west",
        writer="gerda",
        place="De Groene Boog, Dorpsstraat 66",
        directions="Aan de dijk. Parkeren kan achter de kerk.",
        is_step_free=False,
        meetings=(
            DemoMeeting(
                "Dijkoverleg",
                -73,
                (
                    DemoPoint(
                        "Wie belt wie bij hoogwater?",
                        about="Wie belt wie bij hoogwater?",
                        decision="De bellijst is nu ook van het WOP. Elk najaar oefenen we een keer.",
                    ),
                    DemoPoint("Vrachtauto's op de dijk", decision="We tellen een week lang, ook 's nachts."),
                ),
                comes=15,
                minutes="Met 17 mensen in de consistorie. Het regende, dus iedereen was er.",
                actions=(
                    DemoAction("Vrachtauto's tellen, zes mensen in ploegen", "kees", due_in=-14),
                    DemoAction("De tellers koffie brengen", "annelies", is_done=True),
                ),
            ),
            DemoMeeting(
                "Dijkoverleg", 33, (DemoPoint("Wat de telling opleverde", minutes=40), ROUND), comes=6, hour=19
            ),
        ),
    ),
    DemoMeetings(
        slug="fascinatio",
        writer="soraya",
        place="Basisschool De Bouwsteen, Fascinatio Boulevard 200",
        directions="Ingang aan de kant van het schoolplein.",
        meetings=(
            DemoMeeting(
                "Fascinatio praat",
                -94,
                (
                    DemoPoint(
                        "De speelplek",
                        about="Speelplek bij de Boulevard",
                        decision="De speelplek blijft open in de winter.",
                    ),
                    DemoPoint("Wat deden we goed?"),
                ),
                comes=18,
                minutes="Drieëntwintig mensen, zeven talen. We schreven alles op het bord.",
                actions=(DemoAction("Een bord maken met de spelregels, in plaatjes", "joyce", due_in=30),),
            ),
            DemoMeeting("Fascinatio praat", 24, (DemoPoint("Parkeren bij Rivium", minutes=30), ROUND), comes=5),
        ),
    ),
    DemoMeetings(
        slug="s-gravenland",
        writer="shanti",
        place="De Oude Plaats, 's-Gravenweg 325",
        directions="Met een scootmobiel kun je tot aan de deur.",
        meetings=(
            DemoMeeting(
                "Wijkavond 's-Gravenland",
                -66,
                (
                    DemoPoint(
                        "Voortuinen zonder tegels",
                        about="Voortuinen zonder tegels",
                        decision="Wie een tegel inlevert, krijgt van het WOP een plant.",
                    ),
                ),
                comes=9,
                minutes="Elf mensen. De oudste tuin van de straat is van 1931.",
                actions=(DemoAction("Vijftig planten bestellen", "olga", due_in=45),),
            ),
            DemoMeeting(
                "Wijkschouw langs het slootpad",
                8,
                hour=17,
                introduction="We lopen het pad met een zaklamp.",
                cancelled="De gemeente vernieuwt het pad die week zelf. We lopen in het voorjaar.",
            ),
            DemoMeeting("Wijkavond 's-Gravenland", 47, (OPEN, ROUND), comes=1),
        ),
    ),
    DemoMeetings(
        slug="schenkel",
        writer="naima",
        place="De Schenkel, Bermweg 300",
        directions="Metro Schenkel, uitgang parkzijde.",
        meetings=(
            DemoMeeting(
                "Schenkel overlegt",
                -88,
                (
                    DemoPoint(
                        "De drempel van drie centimeter",
                        about="De drempel van drie centimeter",
                        decision="Een drempel die niemand nodig heeft, gaat weg. Rajesh houdt de lijst bij.",
                    ),
                ),
                comes=14,
                minutes="Sjaan liet zien hoe het gaat met een rollator. Toen was er niemand meer tegen.",
                actions=(DemoAction("De lijst van drempels naar de gemeente brengen", "rajesh", due_in=2),),
            ),
            DemoMeeting(
                "Schenkel overlegt",
                15,
                (DemoPoint("Zon op ons dak: wie doet er mee?", minutes=30, about="Zon op ons dak"), ROUND),
                comes=11,
            ),
        ),
    ),
)
