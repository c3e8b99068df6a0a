"""What the WOPs of the demo advise, what the gemeente lays before them, and how it answers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoVote:
    """Who votes what, and what goes with it: an interest, or what she sees otherwise."""

    who: str
    choice: str = "in_favour"
    words: str = ""


@dataclass(frozen=True)
class DemoAdvice:
    """An advice as far as it came. Days are before today; 0 is not yet."""

    slug: str
    writer: str  # of the board
    begun: int
    title: str = ""
    about: str = ""  # the title of an initiative
    asker: str = ""
    question: str = ""
    stance: str = "positive"
    text: str = ""
    votes: tuple[DemoVote, ...] = ()
    opinions: tuple[DemoVote, ...] = ()  # of neighbours, where the wijk asks them
    voting: int = 0
    given: int = 0
    replied: int = 0
    outcome: str = ""
    reply: str = ""
    withdrawn: int = 0
    reason: str = ""


ADVICES: tuple[DemoAdvice, ...] = (
    DemoAdvice(
        slug="capelle-west",
        writer="kees",
        begun=190,
        title="Vrachtwagens op de IJsseldijk",
        stance="negative",
        text=(
            "Wij zijn tegen de omleiding van vrachtwagens over de IJsseldijk.\n\n"
            "De dijk is smal en de huizen staan er vlak op. Fietsers naar school hebben geen eigen strook. "
            "Wij vragen de gemeente om de omleiding langs de Nijverheidstraat te leggen."
        ),
        votes=(DemoVote("kees"), DemoVote("gerda"), DemoVote("tomasz"), DemoVote("annelies")),
        voting=172,
        given=160,
        replied=125,
        outcome="not_followed",
        reply=(
            "We volgen dit advies niet. Langs de Nijverheidstraat past de omleiding niet: de brug daar mag maar "
            "30 ton dragen. Het gaat om elf weken.\n\n"
            "Wat we wel doen: vrachtwagens rijden niet tussen 8 en 9 uur, en er komt een verkeersregelaar bij school."
        ),
    ),
    DemoAdvice(
        slug="middelwatering",
        writer="willem",
        begun=150,
        about="Moestuin achter de Hoven",
        text=(
            "Wij zijn voor deze moestuin. De buurt onderhoudt hem zelf, en er is al twee jaar niets met het veld "
            "gebeurd. Wij vragen de gemeente om een wateraansluiting te betalen."
        ),
        votes=(
            DemoVote("willem"),
            DemoVote("samira"),
            DemoVote("henk", "recused", "Ik tuinier er zelf."),
        ),
        voting=132,
        given=120,
        replied=95,
        outcome="followed",
        reply="We nemen dit over. De wateraansluiting komt er in het voorjaar.",
    ),
    DemoAdvice(
        slug="schollevaar",
        writer="dilara",
        begun=96,
        title="Licht op het pad door het Schollebos",
        stance="conditional",
        text=(
            "Wij zijn voor licht op het pad van het station naar de flats, als het licht 's nachts dimt.\n\n"
            "Mensen durven er na het werk niet langs. In het bos zelf moet het donker blijven, voor de vleermuizen."
        ),
        votes=(
            DemoVote("dilara"),
            DemoVote("ricardo"),
            DemoVote(
                "arjan",
                "against",
                "Elke lamp trekt weer een lamp. Laat het bos donker, en maak het pad langs de weg beter.",
            ),
        ),
        voting=80,
        given=70,
    ),
    DemoAdvice(
        slug="middelwatering",
        writer="samira",
        begun=30,
        title="Bankjes en schaduw op het winkelplein",
        text=(
            "Zet vier bankjes met leuning op het plein, en plant bomen waar nu de lege bakken staan. "
            "Oudere buren komen niet meer, omdat ze onderweg nergens kunnen zitten."
        ),
        votes=(DemoVote("willem"), DemoVote("samira")),
        voting=20,
        given=12,
    ),
    DemoAdvice(
        slug="oostgaarde",
        writer="ineke",
        begun=15,
        title="Een beweegroute langs de singel",
        stance="positive",
        text=(
            "Maak een rondje van twee kilometer langs de singel, met om de paar honderd meter iets om te doen. "
            "Begin met wat er al staat: de trap, de brug en het veldje."
        ),
        votes=(DemoVote("ineke"), DemoVote("mei", "recused", "Mijn man maakt de toestellen.")),
        opinions=(
            DemoVote("fatima", "support", "Ik loop er elke ochtend. Zet ook een bankje neer voor wie moet uitpuffen."),
            DemoVote("bram", "support"),
            DemoVote("dennis", "no_support", "Geen toestellen bij de eenden."),
        ),
        voting=4,
    ),
    DemoAdvice(
        slug="s-gravenland",
        writer="pieter",
        begun=8,
        title="Een fietsstraat door de wijk",
        stance="conditional",
        text="Wij zijn voor een fietsstraat, als de bus er nog langs kan. Wie weet waar de drempels moeten komen?",
    ),
    DemoAdvice(
        slug="fascinatio",
        writer="priya",
        begun=5,
        title="Een andere plek voor de containers",
        asker="karim",
        question="De ondergrondse containers aan de Boulevard moeten weg voor de nieuwe leiding. Waar kunnen ze heen?",
    ),
    DemoAdvice(
        slug="schenkel",
        writer="rajesh",
        begun=60,
        title="Eenrichting in de Schenkelse straten",
        stance="conditional",
        text="Maak de twee smalle straten eenrichting, als de brandweer er nog doorheen kan.",
        withdrawn=45,
        reason="De gemeente laat de straten zoals ze zijn. Er is niets meer om over te adviseren.",
    ),
)


@dataclass(frozen=True)
class DemoPlan:
    """A plan of the gemeente, with what people said of it and what was done with that."""

    slug: str
    by: str
    kind: str
    title: str
    text: str
    fixed: str
    undecided: str
    decides: str
    place: str
    point: tuple[float, float]
    laid: int  # days before today
    until: int  # days before today; negative is still to come
    reactions: tuple[tuple[str, str, str], ...] = ()  # who, what, and which treatment
    treatments: tuple[tuple[str, str, str], ...] = ()  # its name, what came of it, and why
    decided: int = 0
    decision: str = ""


DEMO_PLANS: tuple[DemoPlan, ...] = (
    DemoPlan(
        slug="schollevaar",
        by="sander",
        kind="maintenance",
        title="Het groen in Schollevaar in 2027",
        text=(
            "Elk jaar kijken we welke bomen, struiken en gazons onderhoud nodig hebben. In 2027 snoeien we in de "
            "Sibeliusweg en omgeving, halen we zieke essen weg en zaaien we bermen in.\n\n"
            "We leggen het nu voor, omdat de aannemer in februari begint."
        ),
        fixed="De veertien essen met essentaksterfte gaan weg: ze kunnen omvallen. Het budget is 180.000 euro.",
        undecided=(
            "Welke bomen ervoor terugkomen. Waar gazon een bloemenberm wordt. En welke plantsoenen jullie zelf willen "
            "bijhouden, met hulp van ons."
        ),
        decides="Het college, in januari",
        place="Sibeliusweg en de straten eromheen",
        point=(4.5745, 51.9452),
        laid=9,
        until=-26,
        reactions=(
            ("els-marie", "Zet er linden en lijsterbessen voor terug. Daar hebben bijen en vogels iets aan.", ""),
            ("wies", "Bij nummer 40 staat het gras altijd zo hoog dat ik met mijn rollator niet bij de bank kom.", ""),
            ("arjan", "Ons trappenhuis wil het plantsoen voor de deur wel doen. Wie geeft ons gereedschap?", ""),
        ),
    ),
    DemoPlan(
        slug="middelwatering",
        by="noor",
        kind="plan",
        title="Nieuwe speeltoestellen aan de Hoven",
        text=(
            "De toestellen op de speelplek zijn van 2004 en worden afgekeurd. We vervangen ze, en leggen zachte "
            "ondergrond neer."
        ),
        fixed="De oude toestellen gaan weg voor de zomer. Er is 60.000 euro.",
        undecided="Voor welke leeftijd de plek wordt, wat er komt te staan en waar de bankjes komen.",
        decides="De wethouder, in het najaar",
        place="De speelplek aan de Hoven",
        point=(4.579, 51.9268),
        laid=110,
        until=80,
        reactions=(
            ("samira", "Graag ook iets voor kinderen van tien en ouder. Die hangen nu maar wat.", "older"),
            ("dennis", "Een klein doel met een net. Dan hoeven ze niet op straat.", "older"),
            ("corrie", "Een bank in de schaduw, met een leuning. Oma's passen ook op.", "bench"),
            ("henk", "Zet er een hek omheen, want er rijden auto's vlak langs.", "fence"),
            ("wilma", "Een bank waar je de hele plek ziet.", "bench"),
        ),
        treatments=(
            (
                "older",
                "partly",
                "Er komt een doel met een net. Een kooi past niet: die is te dicht bij de huizen.",
            ),
            ("bench", "taken_over", "Er komen twee banken met leuning, een onder de plataan. Je ziet er de hele plek."),
            ("fence", "not_taken", "Een hek kost een derde van het geld. We zetten een haag, en paaltjes bij de weg."),
        ),
        decided=60,
        decision=(
            "De plek wordt voor kinderen van 2 tot 12 jaar, met een doel, twee schommels, een klimnet en twee banken. "
            "In mei begint de aannemer."
        ),
    ),
)
