"""Initiatives of Schenkel: gloves, free hours, sun and language."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Hek voor verloren handschoenen",
        summary=(
            "Vanaf mijn bankje zie ik elke week een handschoen liggen, altijd één. "
            "Ik hang knijpers aan het hek, zodat je hem terugvindt of een nieuw paar maakt van wat er overblijft."
        ),
        own_share=(
            "Ik zit er toch elke dag van tien tot twaalf. "
            "Ik raap op, hang op, en neem mee naar huis wat in de was moet."
        ),
        owner="sjaan",
        wijk="schenkel",
        stage="published",
        scene="playground",
        days_ago=12,
        theme="livability",
        needs="Honderd wasknijpers\nIemand die een bordje kan schilderen",
        place_kind="public",
        place="het hek naast mijn bankje",
        point=(4.57468, 51.9315),
        supporters=12,
        joiners=(
            ("jaap", "Ik schroef een lat op het hek, precies recht."),
            ("wies", "Wat te lang blijft hangen, haal ik uit en brei ik opnieuw."),
        ),
    ),
    DemoInitiative(
        title="Een middag vrij voor wie altijd zorgt",
        summary=(
            "Wie voor een zieke man of moeder zorgt, komt zelf nooit meer bij de kapper. "
            "Op donderdag kom ik twee uur bij jullie zitten, en mag jij doen wat je wilt, ook slapen."
        ),
        own_share=(
            "Ik geef elke donderdag twee uur, en drie collega's doen dat ook. We kunnen goed kaarten en goed stil zijn."
        ),
        owner="linda",
        wijk="schenkel",
        stage="published",
        scene="care",
        days_ago=20,
        theme="elderly",
        needs="Mensen met geduld en een vrije middag\nNamen van buren die nooit om hulp vragen",
        supporters=16,
        joiners=(
            ("sjaan", "Ik weet wie nooit om hulp vraagt. Ik heb een lijstje."),
            ("trudy", "Ik heb veertig jaar voor anderen gezorgd. Twee uur kan er nog wel bij."),
        ),
        case=DemoCase(
            by="liesbeth",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2,
                    way="call",
                    reached=True,
                    note=(
                        "Linda heeft vier mensen die mee willen doen. "
                        "We zetten op papier wat je in een huis wel en niet doet."
                    ),
                    next_in=6,
                ),
                DemoContact(
                    day=9,
                    way="meeting",
                    reached=True,
                    note=(
                        "Met Linda en de thuiszorg aan tafel. "
                        "Tillen blijft bij de thuiszorg, zitten en praten doen de buren."
                    ),
                    next_in=16,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Zon op ons dak",
        summary=(
            "Met twintig huizen tegelijk kopen we zonnepanelen en tochtstrips in. "
            "Rajesh rekent voor elk huis uit wat het kost en wat het oplevert."
        ),
        own_share="We meten zelf elk dak op en plakken de tochtstrips bij buren die hulp willen.",
        owner="rajesh",
        wijk="schenkel",
        stage="preparing",
        scene="energy",
        days_ago=58,
        theme="sustainability",
        needs="Nog vier huizen, dan zijn we met twintig\nEen lange ladder op zaterdag",
        supporters=28,
        joiners=(
            ("jaap", "Ik meet de daken op, met een touw om mijn middel."),
            ("marek", "Ik kijk in je meterkast of het past."),
            ("linda", "Ik breng soep naar wie op het dak zit."),
        ),
        updates=(
            DemoUpdate(
                day=17,
                title="Zestien daken op papier",
                text="Negen liggen op het zuiden, zes op het westen en één onder een grote kastanje.",
            ),
            DemoUpdate(
                day=44,
                title="De eerste tochtstrips zitten",
                text="De buurvrouw merkte het meteen. Haar gordijnen bewegen niet meer.",
            ),
        ),
        case=DemoCase(
            by="liesbeth",
            claimed=2,
            contacts=(
                DemoContact(
                    day=4,
                    way="call",
                    reached=True,
                    note="Rajesh heeft de cijfers van zestien huizen. Ik zoek iemand die met hem meekijkt.",
                    next_in=14,
                ),
                DemoContact(
                    day=20,
                    way="meeting",
                    reached=True,
                    note="Met een collega door de cijfers gelopen. Twee daken vallen af, de rest kan.",
                    next_in=20,
                ),
                DemoContact(
                    day=43,
                    way="call",
                    reached=False,
                    note="Ik sprak de buurvrouw, die geeft het door.",
                    next_in=2,
                ),
                DemoContact(
                    day=45,
                    way="call",
                    reached=True,
                    note="Rajesh vraagt op drie plekken een prijs en belt als hij ze heeft. De kastanje blijft staan.",
                    next_in=21,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Taal aan de keukentafel",
        summary=(
            "Nederlands leer je het best door te praten over gewone dingen. "
            "Elke week schuift een klein groepje aan bij een buur die graag vertelt."
        ),
        own_share="Naima maakt de lessen. Zes buren stellen hun keuken open en zetten thee.",
        owner="naima",
        wijk="schenkel",
        stage="running",
        scene="table",
        days_ago=188,
        theme="education_work",
        needs="Buren die graag vertellen, ook als ze snel praten\nTwaalf theeglazen",
        place_kind="home",
        place="Bermweg",
        point=(4.56402, 51.93016),
        supporters=33,
        joiners=(
            ("linda", "Bij mij gaat het over het ziekenhuis. Dat is nuttig en soms grappig."),
            ("ineke", "Ik was juf. De d en de t leg ik graag nog eens uit."),
            ("fatoumata", "Ik leerde het zelf zo. Nu is mijn keuken aan de beurt."),
            ("sjaan", "Ik praat toch al. Laat ze maar naast me zitten."),
        ),
        updates=(
            DemoUpdate(
                day=30,
                title="Les één: het weer",
                text="Na een uur kon iedereen 'druilerig' zeggen. De thee was op, de regen nog niet.",
            ),
            DemoUpdate(
                day=104,
                title="We speelden apotheek",
                text="Met echte doosjes en een witte jas. Iedereen kan nu vragen of je erbij mag drinken.",
            ),
            DemoUpdate(
                day=165,
                title="Zij belde zelf",
                text=(
                    "Een moeder uit onze groep belde voor het eerst zelf de school. "
                    "Ze kreeg een bandje, maar ze verstond het."
                ),
            ),
        ),
        case=DemoCase(
            by="liesbeth",
            claimed=1,
            contacts=(
                DemoContact(
                    day=3,
                    way="visit",
                    reached=True,
                    note="Muntthee gedronken bij Naima. Ze zoekt boeken voor beginners, ik vraag de bibliotheek.",
                    next_in=10,
                ),
                DemoContact(
                    day=14,
                    way="mail",
                    reached=True,
                    note="De bibliotheek leent haar een doos met twaalf boeken.",
                ),
                DemoContact(
                    day=75,
                    way="call",
                    reached=True,
                    note="Er zijn nu zes keukens. Naima vraagt rond wie er kan oppassen tijdens de les.",
                    next_in=30,
                ),
                DemoContact(
                    day=107,
                    way="call",
                    reached=False,
                    note="Naima gaf taalles en had haar telefoon uit.",
                    next_in=4,
                ),
                DemoContact(
                    day=112,
                    way="call",
                    reached=True,
                    note="Twee oma's passen op. Naima denkt na over een tweede groep.",
                    next_in=45,
                ),
                DemoContact(
                    day=176,
                    way="visit",
                    reached=True,
                    note=(
                        "Bij een les gezeten en een nieuw woord geleerd. "
                        "Naima telt wie er voor de tweede groep komt, dan bel ik."
                    ),
                    next_in=16,
                ),
            ),
        ),
    ),
)
