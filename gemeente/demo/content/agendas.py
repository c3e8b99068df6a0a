"""What three wijken set themselves: one offered its agenda and got answers, one is busy, one had it on paper."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoAnswer:
    """What an organisation said to a point: by whom, when, yes with what or no with why; and what came of it."""

    by: str
    organisation: str
    days_ago: int
    function: str
    what: str = ""
    quarters: int = 2
    euros: int = 0
    money_from: str = ""
    is_firm: bool = False
    reason: str = ""
    alternative: str = ""
    signed: bool = False
    changed: str = ""
    reply: str = ""
    notes: tuple[tuple[str, str, str], ...] = ()  # who, how far, and words


@dataclass(frozen=True)
class DemoOpgave:
    """One opgave from its signal on. `says` are (who, kind, text, link); `text` its three parts; `parties` who sign."""

    title: str
    signal: str
    by: str
    days_ago: int
    theme: str = ""
    origin: str = "resident"
    organisation: str = ""
    source: tuple[str, int, str] | None = None
    says: tuple[tuple[str, str, str, str], ...] = ()
    summary: tuple[str, str] | None = None
    text: tuple[str, str, str] | None = None
    parties: tuple[tuple[str, str], ...] = ()  # the WOP, an organisation or a group, and who signs ("": not yet)
    supporters: int = 0
    is_on_agenda: bool = True
    begun: bool = False
    dropped: str = ""
    initiatives: tuple[str, ...] = ()
    offer: tuple[str, str, str, str] | None = None
    answers: tuple[DemoAnswer, ...] = ()


@dataclass(frozen=True)
class DemoAgenda:
    """The agenda of a wijk: who writes it and what stands on it. `offered` is how many days ago, 0 for not yet."""

    slug: str
    title: str
    years: tuple[int, int]
    vision: str
    themes: tuple[tuple[str, str], ...]
    board: str
    member: str
    days_ago: int
    opgaven: tuple[DemoOpgave, ...]
    offered: int = 0
    paper: str = ""
    ranks: tuple[tuple[str, tuple[int, ...]], ...] = ()


ORGANISATIONS: tuple[tuple[str, str, str], ...] = (
    ("Gemeente Capelle aan den IJssel", "gemeente", "https://www.capelleaandenijssel.nl/"),
    ("Havensteder", "housing", "https://www.havensteder.nl/"),
    ("Welzijn Capelle", "welfare", ""),
    ("Huurdersvereniging De Hoven", "association", ""),
    ("Hoogheemraadschap", "government", ""),
)
# Who may speak for whom: sign, promise.
MANDATES: tuple[tuple[str, str], ...] = (
    ("noor", "Gemeente Capelle aan den IJssel"),
    ("dirk", "Gemeente Capelle aan den IJssel"),
    ("petra", "Havensteder"),
    ("bas", "Welzijn Capelle"),
    ("samira", "Huurdersvereniging De Hoven"),
)
BUDGETS: tuple[tuple[str, int, int, str], ...] = (
    ("Veilig oversteken", 2027, 60_000, "2026-041"),
    ("Groen en water in de wijk", 2027, 45_000, "2026-042"),
)
GEMEENTE = "Gemeente Capelle aan den IJssel"

AGENDAS: tuple[DemoAgenda, ...] = (
    DemoAgenda(
        slug="middelwatering",
        title="Middelwatering, een wijk die je kent",
        years=(2026, 2030),
        vision=(
            "In 2030 kent iedereen in Middelwatering de mensen van de eigen trap. Je loopt veilig naar school en naar "
            "de winkel. Als het hard regent, blijft het water in de tuinen en niet in de kelders.\n\n"
            "Wij beginnen zelf. De gemeente en Havensteder maken mee waar wat wij niet alleen kunnen."
        ),
        themes=(("Wonen", "livability"), ("Veilig op straat", "safety"), ("Groen en water", "sustainability")),
        board="willem",
        member="wilma",
        days_ago=210,
        offered=75,
        ranks=(("fatima", (0, 2, 1)), ("dennis", (0, 4)), ("corrie", (1, 0)), ("henk", (0,))),
        opgaven=(
            DemoOpgave(
                title="Veilig oversteken bij de Hoven",
                signal=(
                    "Bij de Hoven steken elke ochtend tientallen kinderen over. Auto's komen hard de bocht om. Ouders "
                    "brengen hun kind daarom met de auto, en dan wordt het nog drukker."
                ),
                by="dennis",
                days_ago=200,
                theme="Veilig op straat",
                says=(
                    ("dennis", "matter", "Tussen acht en half negen tel ik veertig auto's in tien minuten.", ""),
                    ("fatima", "who", "Vooral kinderen van groep drie en vier. En ouderen met een rollator.", ""),
                    ("henk", "cause", "De bocht is ruim. Ik reed hier bus, en iedereen neemt hem te hard.", ""),
                    ("noor", "known", "In het verkeersplan staat deze bocht niet als knelpunt.", ""),
                    ("corrie", "unknown", "Hoe vaak gaat het net goed? Niemand schrijft dat op.", ""),
                ),
                summary=(
                    "cause",
                    "De bocht is zo ruim dat je er makkelijk te hard rijdt, en nergens te wachten.",
                ),
                text=(
                    "Kinderen en ouderen steken bij de Hoven niet veilig over, omdat auto's er te hard rijden.",
                    "Elk kind van acht jaar en ouder loopt of fietst hier zelf naar school.",
                    "We tellen twee keer per jaar: auto's, snelheid en kinderen die zelf lopen.",
                ),
                parties=(
                    ("wop", "willem"),
                    ("Huurdersvereniging De Hoven", "samira"),
                    ("Ouders van hier", "dennis"),
                ),
                supporters=18,
                begun=True,
                initiatives=("Licht op het pad bij de Wiekslag", "Fietsles voor moeders"),
                offer=("bas", "Welzijn Capelle", "Een buurtcoach die meeloopt in de eerste weken", "twee ochtenden"),
                answers=(
                    DemoAnswer(
                        by="noor",
                        organisation=GEMEENTE,
                        days_ago=60,
                        function="teamleider verkeer",
                        what="Een zebrapad met een smallere bocht en een plek om te wachten.",
                        quarters=2,
                        euros=38_000,
                        money_from="het budget Veilig oversteken",
                        is_firm=True,
                        signed=True,
                        notes=(("noor", "busy", "De tekening is klaar. Wilma en Dennis keken mee op straat."),),
                    ),
                    DemoAnswer(
                        by="bas",
                        organisation="Welzijn Capelle",
                        days_ago=50,
                        function="coördinator jeugd",
                        what="We leiden acht ouders op als verkeersbrigadier.",
                        quarters=1,
                        signed=True,
                        notes=(
                            ("bas", "busy", "Vijf ouders deden de training."),
                            ("wilma", "done", "Acht ouders staan er nu, om de beurt."),
                        ),
                    ),
                ),
            ),
            DemoOpgave(
                title="Elkaar kennen op de trap",
                signal="In de flats aan de Hoven kent bijna niemand de buren meer. Als er iets is, belt niemand aan.",
                by="petra",
                days_ago=190,
                theme="Wonen",
                origin="partner",
                organisation="Havensteder",
                says=(
                    ("samira", "matter", "In mijn kapsalon hoor ik het elke dag: ik weet niet wie er boven woont.", ""),
                    (
                        "corrie",
                        "known",
                        "Op mijn trap eten we elke maand samen. Daar klaagt niemand.",
                        "",
                    ),
                ),
                text=(
                    "Op de trappen van de Hoven kennen buren elkaar niet.",
                    "Op elke trap is iemand die nieuwe buren welkom heet.",
                    "We vragen elk jaar aan bewoners of ze drie buren bij naam kennen.",
                ),
                parties=(("wop", "willem"), ("Havensteder", "petra")),
                supporters=11,
                begun=True,
                initiatives=("Lange tafel in de Dichtersbuurt", "Sokken aan de waslijn"),
                answers=(
                    DemoAnswer(
                        by="petra",
                        organisation="Havensteder",
                        days_ago=55,
                        function="gebiedsbeheerder",
                        what="Elke nieuwe huurder krijgt een kaartje van de trap, en wij bellen aan bij wie dat wil.",
                        quarters=1,
                        signed=True,
                        notes=(("petra", "done", "Het kaartje ligt bij elke sleutel."),),
                    ),
                ),
            ),
            DemoOpgave(
                title="Water bij harde regen",
                signal="Bij een flinke bui staat de kelder onder water en loopt de straat over.",
                by="fatima",
                days_ago=180,
                theme="Groen en water",
                origin="figure",
                source=("Klimaateffectatlas", 2024, "https://www.klimaateffectatlas.nl/"),
                says=(
                    ("fatima", "matter", "Op twee juni stond er dertig centimeter in de bergingen van de Hoven.", ""),
                    (
                        "liesbeth",
                        "source",
                        "De kaart met plassen bij hevige regen.",
                        "https://www.klimaateffectatlas.nl/",
                    ),
                ),
                summary=("matter", "Bij buien van meer dan dertig millimeter loopt het riool over."),
                supporters=14,
                initiatives=("Twintig regentonnen in de Hoven", "Moestuin achter de Hoven"),
                answers=(
                    DemoAnswer(
                        by="dirk",
                        organisation=GEMEENTE,
                        days_ago=30,
                        function="beheerder riolering",
                        what="We halen de stoep achter de Hoven open en leggen er groen aan.",
                        quarters=4,
                        euros=12_500,
                        money_from="het fonds voor klimaat",
                        changed="We halen de stoep achter de Hoven open, leggen er groen aan en bekijken de kelders.",
                        reply="Mooi. Maar wat doen jullie aan de kelders zelf? Daar staat het water.",
                    ),
                ),
            ),
            DemoOpgave(
                title="Een halte bij het winkelcentrum",
                signal="Wie slecht loopt, komt niet bij de winkels: de halte is opgeheven.",
                by="henk",
                days_ago=170,
                theme="Veilig op straat",
                origin="wop",
                supporters=7,
                answers=(
                    DemoAnswer(
                        by="noor",
                        organisation=GEMEENTE,
                        days_ago=40,
                        function="beleidsmedewerker mobiliteit",
                        reason="De vervoerder rijdt hier niet meer, en wij gaan niet over de lijnen.",
                        alternative="Een buurtbusje op afroep. We brengen jullie bij een wijk die dat al doet.",
                        reply="Jammer. Het busje willen we onderzoeken; wie van jullie rijdt mee naar die wijk?",
                    ),
                ),
            ),
            DemoOpgave(
                title="Meer licht op de paden",
                signal="Op de paden tussen de flats is het na vijf uur donker. Mensen lopen om, of blijven thuis.",
                by="wilma",
                days_ago=160,
                theme="Veilig op straat",
                origin="wop",
                supporters=9,
            ),
            DemoOpgave(
                title="Een plek voor jongeren",
                signal="Na school hangen jongens bij de winkels omdat er niets anders is.",
                by="dennis",
                days_ago=12,
                theme="Wonen",
                supporters=4,
                is_on_agenda=False,
            ),
        ),
    ),
    DemoAgenda(
        slug="schollevaar",
        title="Schollevaar doet het samen",
        years=(2027, 2031),
        vision="Rond het station, in het bos en op de galerij: hier kom je elkaar tegen.",
        themes=(("Rond het station", "safety"), ("Het Schollebos", "sustainability"), ("Jong zijn", "youth")),
        board="ricardo",
        member="mo",
        days_ago=60,
        ranks=(("bram", (0, 1)), ("wies", (1,))),
        opgaven=(
            DemoOpgave(
                title="Prettig wachten bij het station",
                signal="'s Avonds voelen veel mensen zich niet prettig op het plein bij het station.",
                by="dilara",
                days_ago=55,
                theme="Rond het station",
                says=(
                    ("arjan", "matter", "Na tienen sta je er alleen. De kiosk is dicht en het licht is fel.", ""),
                    ("dilara", "who", "Vooral vrouwen die laat werken, en jongeren na het voetballen.", ""),
                    ("mo", "unknown", "Hoeveel mensen nemen een andere weg? Dat weet niemand.", ""),
                    ("sander", "known", "De spoorbeheerder wil meedenken over het licht.", ""),
                ),
                summary=("who", "Wie laat thuiskomt: vrouwen met late diensten en jongeren na sport."),
                text=(
                    "Het plein bij het station voelt na tien uur niet prettig.",
                    "Wie laat aankomt, loopt zonder nadenken over het plein.",
                    "We vragen het elk voorjaar aan honderd reizigers.",
                ),
                parties=(("wop", "ricardo"), ("Welzijn Capelle", ""), ("Reizigers van de late trein", "arjan")),
                supporters=12,
                initiatives=("Repareerzaterdag bij het station",),
            ),
            DemoOpgave(
                title="Het bos zonder afval",
                signal="Na een mooi weekend ligt het Schollebos vol.",
                by="els-marie",
                days_ago=40,
                theme="Het Schollebos",
                says=(("els-marie", "cause", "De bakken staan bij de ingang, niet bij de bankjes.", ""),),
                supporters=6,
                initiatives=("Wandelclub Schollebos", "Paddenstoelen kijken en laten staan"),
            ),
            DemoOpgave(
                title="Een oefenruimte voor muziek",
                signal="Jongeren die muziek maken, kunnen nergens hard zijn.",
                by="mo",
                days_ago=20,
                theme="Jong zijn",
                supporters=3,
                is_on_agenda=False,
                initiatives=("Emmerorkest Schollevaar",),
            ),
            DemoOpgave(
                title="Een tweede pinautomaat",
                signal="Er is nog maar één automaat in de wijk, en die is vaak leeg.",
                by="winston",
                days_ago=50,
                dropped="De supermarkt geeft nu geld mee aan de kassa. Daarmee is het opgelost.",
                is_on_agenda=False,
            ),
        ),
    ),
    DemoAgenda(
        slug="capelle-west",
        title="Toekomstagenda Capelle-West",
        years=(2022, 2026),
        vision="",
        themes=(("Wonen", "livability"), ("Werken", "education"), ("Welzijn", "elderly")),
        board="kees",
        member="annelies",
        days_ago=300,
        paper="Toekomstagenda Capelle-West 2022-2026",
        opgaven=(
            DemoOpgave(
                title="Droge voeten aan de dijk",
                signal="Punt 3 van onze agenda op papier: bij hoogwater weten te weinig mensen wat ze moeten doen.",
                by="kees",
                days_ago=290,
                theme="Wonen",
                origin="wop",
                supporters=5,
                initiatives=("Wie belt wie bij hoogwater?",),
            ),
            DemoOpgave(
                title="Werk dicht bij huis",
                signal="Punt 7 van onze agenda op papier: kleine bedrijven vinden geen plek meer in de wijk.",
                by="annelies",
                days_ago=290,
                theme="Werken",
                origin="wop",
                supporters=2,
                initiatives=("Open schuren op de dijk",),
            ),
        ),
    ),
)
