"""What neighbours ask owners in the demo, and two results told in full."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoInquiry:
    """A question about an initiative (by its title), so many days ago; an empty answer leaves it open.

    `after` is how many days later the owner answered.
    """

    title: str
    by: str
    days_ago: float
    text: str
    answer: str = ""
    after: float = 1


@dataclass(frozen=True)
class DemoResult:
    """The story of a realised initiative, and what its two pictures show.

    `names` are pairs of a joiner's key and the name she chose; the others said no.
    """

    title: str
    story: str
    follow_up: str
    names: tuple[tuple[str, str], ...]
    before: str
    after: str


INQUIRIES = (
    DemoInquiry(
        title="Moestuin achter de Hoven",
        by="sjaan",
        days_ago=41,
        text="Kan mijn moeder van 80 ook meedoen? Op haar knieën zitten lukt niet meer.",
        answer=(
            "Heel graag! Drie bakken staan op tafelhoogte, daar kun je zittend wieden. "
            "En aan de lange tafel zoeken we altijd iemand die boontjes dopt en verhalen vertelt."
        ),
        after=0.4,
    ),
    DemoInquiry(
        title="Moestuin achter de Hoven",
        by="marek",
        days_ago=23,
        text="Wie geeft er water als iedereen op vakantie is?",
        answer="We hebben een rooster op het schuurtje. In augustus doen de gezinnen die thuis zijn een extra beurt.",
        after=2,
    ),
    DemoInquiry(
        title="Moestuin achter de Hoven",
        by="lotte",
        days_ago=12,
        text="Mag mijn hond mee, aan de lijn?",
        answer="Aan de lijn wel, in de bakken niet. Er staat een waterbak bij het hek.",
    ),
    DemoInquiry(
        title="Moestuin achter de Hoven",
        by="dilara",
        days_ago=3,
        text="Ik woon in de Wiekslag, dus net buiten de Hoven. Mag ik ook een bak, of is er een wachtlijst?",
    ),
    DemoInquiry(
        title="Lange tafel in de Dichtersbuurt",
        by="henk",
        days_ago=3,
        text="Ik eet geen vlees. Kan ik dan ook aanschuiven?",
        answer="Zeker. Iedereen neemt iets mee en we zetten er kaartjes bij. De soep is altijd zonder vlees.",
        after=0.5,
    ),
    DemoInquiry(
        title="Een vlot om op te lunchen",
        by="kees",
        days_ago=60,
        text="Ik heb nog zes lege tonnen en een aanlegplek. Mag ik het plan overnemen?",
        answer="Graag zelfs. Bel me, dan krijg je de tekeningen en de brief over de vergunning erbij.",
        after=3,
    ),
    DemoInquiry(
        title="Bankje met uitzicht op de IJssel",
        by="wies",
        days_ago=150,
        text="Wat kostte dat nou, zo'n bank?",
        answer=(
            "Het staal was oud en gratis, het hout kwam van Bram. We betaalden 85 euro aan verf en bouten. "
            "De meeste tijd zat in het lassen: ongeveer veertig uur."
        ),
    ),
)

RESULTS = (
    DemoResult(
        title="Bankje met uitzicht op de IJssel",
        story=(
            "Het begon met Gerda. Zij loopt elke dag de dijk op, en halverwege moest ze altijd even staan. "
            "“Staan is geen rusten”, zei ze.\n\n"
            "## Eerst een gat, toen toch niet\n\n"
            "Wij dachten: vier palen in de grond en klaar. Maar in een dijk mag je niet zomaar graven. "
            "Karim van de gemeente zocht uit wat wel mag: losse voeten, zwaar genoeg om te blijven staan. "
            "Dat was achteraf beter, want nu kan de bank mee als de dijk wordt opgeknapt.\n\n"
            "## Proefzitten\n\n"
            "We hebben de zitting drie keer veranderd:\n\n"
            "- eerst was hij te hoog,\n"
            "- toen te diep,\n"
            "- en toen zat Gerda goed, en iedereen na haar ook.\n\n"
            "Op een zaterdag tilden we hem met zijn vijven omhoog. Onderaan staan de namen van de makers. "
            "Je ziet ze pas als je een pen laat vallen."
        ),
        follow_up=(
            "Elk voorjaar schilderen we de bank samen. Wil jij ook een bank? Begin met proefzitten, en bel de gemeente "
            "voordat je een schep koopt. De tekening krijg je van Tomasz."
        ),
        names=(("gerda", "Gerda"), ("bram", "Bram van de planken")),
        before="De dijk met gras, zonder iets om op te zitten",
        after="Een houten bank op de dijk, met uitzicht op het water",
    ),
    DemoResult(
        title="Muurschildering in de Schildersbuurt",
        story=(
            "De gevel was grijs, en er stond één woord op dat we hier niet herhalen. "
            "We vroegen alle kinderen van de straat om een tekening. Het werden er 73.\n\n"
            "## Kiezen zonder ruzie\n\n"
            "Ze hingen aan een waslijn in de straat, en iedereen mocht drie knijpers zetten. "
            "Amira (9) won met haar vis. "
            "Van de andere tekeningen zit er ook iets in. Zoek maar: er is een oma die vliegt.\n\n"
            "## Twaalf schilders en een steiger\n\n"
            "De steiger leenden we drie weekenden. Samira mengde elke kleur, en hield op een papiertje bij hoe. "
            "Onze oudste buurman van 91 zette de eerste streek. Op de laatste dag regende het. "
            "We hebben toen binnen taart gegeten, en zondag de lucht afgemaakt."
        ),
        follow_up=(
            "De verf gaat tien jaar mee. Komt er iets lelijks op, dan hebben we van elke kleur nog een potje. "
            "Wil je zelf beginnen? Vraag eerst aan de eigenaar van de muur, en daarna pas aan de kinderen."
        ),
        names=(("annelies", "Annelies"), ("samira", "Samira"), ("dennis", "de vader van Noah")),
        before="Een grijze gevel met vlekken",
        after="Dezelfde gevel, vol kleuren, met een zon en een vis",
    ),
)
