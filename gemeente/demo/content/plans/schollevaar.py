"""Initiatives of Schollevaar: of Bram, Winston, Mo and Els-Marie."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Huiswerkhuis in de flat",
        summary=(
            "Op dinsdag en donderdag is de ruimte beneden open voor wie rustig wil leren. "
            "Buren met een vak helpen met rekenen, taal en de eerste sollicitatie."
        ),
        own_share="Negen vrijwilligers draaien een rooster. Wij zetten de tafels klaar en sluiten af.",
        owner="bram",
        wijk="schollevaar",
        stage="running",
        scene="learning",
        days_ago=210,
        theme="education_work",
        needs="Iemand die scheikunde nog snapt\nEen laptop die niet hapert",
        place="de ruimte onder in de flat",
        supporters=38,
        joiners=(
            ("ineke", "Ik nam juf-zijn nooit helemaal af. Geef mij de spelling."),
            ("ruben", "Ik heb drie opgeknapte laptops over en een tas vol opladers."),
            ("rajesh", "Rekenen doe ik graag hardop, met knikkers als het moet."),
            ("dilara", "Op donderdag oefen ik betogen. Tegenspraak is welkom."),
        ),
        updates=(
            DemoUpdate(
                day=92,
                title="De tafels wiebelen niet meer",
                text="Ik heb er twaalf recht gezaagd. Ze zijn nu wel een centimeter lager, maar dat merkt niemand.",
            ),
            DemoUpdate(
                day=151,
                title="Een zeven voor wiskunde!",
                text="Jayden had er nooit meer dan een vijf voor. Hij hing zijn blaadje zelf op naast de deur.",
            ),
            DemoUpdate(
                day=197,
                title="Donderdag tot acht uur open",
                text="Er komen nu zo'n twintig leerlingen per avond. Daarom blijven we op donderdag een uur langer.",
            ),
        ),
        case=DemoCase(
            by="sander",
            claimed=1,
            contacts=(
                DemoContact(
                    day=3,
                    way="visit",
                    reached=True,
                    note="De ruimte bekeken met Bram. Alleen het slot doet het niet, ik bel de verhuurder.",
                    next_in=7,
                ),
                DemoContact(
                    day=11,
                    way="call",
                    reached=True,
                    note=(
                        "Het slot wordt vervangen en Bram krijgt twee sleutels. Hij begint met een proef van een maand."
                    ),
                    next_in=45,
                ),
                DemoContact(
                    day=96,
                    way="visit",
                    reached=True,
                    note=(
                        "Op een dinsdag langs geweest, acht leerlingen en zo stil dat ik op mijn tenen liep. "
                        "Bram zoekt een tweede laptop."
                    ),
                ),
                DemoContact(
                    day=199,
                    way="call",
                    reached=True,
                    note=(
                        "We praten verder over de donderdag tot acht uur. "
                        "Ik vraag of het licht in de gang dan ook aan blijft."
                    ),
                    next_in=16,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Repareerzaterdag bij het station",
        summary=(
            "Een kapotte lamp of lekke band hoeft niet weg. "
            "Elke eerste zaterdag maken we het samen, en je leert meteen hoe het moet."
        ),
        own_share="Wij brengen gereedschap, kennis en koffie mee. Wie komt, schroeft zelf mee.",
        owner="winston",
        wijk="schollevaar",
        stage="running",
        scene="repair",
        days_ago=305,
        theme="sustainability",
        needs="Iemand die naaimachines durft open te maken\nEen partytent voor als het regent",
        place_kind="public",
        place="het plein bij het station",
        point=(4.57897, 51.94835),
        supporters=49,
        joiners=(
            ("mo", "Ik doe de fietsen. Van mijn balkon naar het plein is vijf minuten."),
            ("marek", "Alles met een stekker mag naar mijn tafel."),
            ("fatoumata", "Ritsen en zomen, want een jas gooi je ook niet weg."),
            ("kevin", "Ik til de wasmachine uit je auto, en er ook weer in."),
        ),
        updates=(
            DemoUpdate(
                day=121,
                title="Eerste proef: 14 van de 19",
                text="Veertien dingen doen het weer. Bij de andere vijf weten we nu tenminste wat er binnenin zat.",
            ),
            DemoUpdate(
                day=226,
                title="De radio van mevrouw De Wit",
                text=(
                    "Uit 1961, en twintig jaar stil. Nu speelt hij weer. "
                    "Ze heeft hem meteen aangezet en met mij gedanst, midden op het plein."
                ),
            ),
        ),
        case=DemoCase(
            by="sander",
            claimed=2,
            contacts=(
                DemoContact(
                    day=4,
                    way="call",
                    reached=False,
                    note="Winston belde net met een ander.",
                    next_in=3,
                ),
                DemoContact(
                    day=7,
                    way="meeting",
                    reached=True,
                    note="Koffie gedronken op het plein. Winston wil onder het afdak staan, ik vraag of dat mag.",
                    next_in=14,
                ),
                DemoContact(
                    day=20,
                    way="mail",
                    reached=True,
                    note="Onder het afdak mag, als er drie meter vrij blijft voor wie naar de trein loopt.",
                ),
                DemoContact(
                    day=125,
                    way="visit",
                    reached=True,
                    note=("Mijn broodrooster meegenomen, en hij doet het weer. Winston zoekt nog stroom op het plein."),
                    next_in=40,
                ),
                DemoContact(
                    day=284,
                    way="call",
                    reached=True,
                    note="De stroomkast kan open op zaterdag. Ik zou Winston bellen zodra de sleutel binnen is.",
                    next_in=14,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Wandelclub Schollebos",
        summary=(
            "Elke woensdag lopen we om tien uur een rustig rondje door het Schollebos. "
            "Met een rollator kun je goed mee, en halverwege is er een bankje."
        ),
        own_share="Twee begeleiders lopen altijd mee. We bellen wie een week niet is geweest.",
        owner="winston",
        wijk="schollevaar",
        stage="realised",
        scene="garden",
        days_ago=560,
        theme="elderly",
        place_kind="public",
        place="de ingang van het Schollebos",
        point=(4.58232, 51.94179),
        result=(
            "De club loopt nu een jaar, met gemiddeld achttien mensen. Twee leden leiden zelf een tweede groep. "
            "Het bankje halverwege heet inmiddels het koekjesbankje."
        ),
        people_reached=58,
        supporters=57,
        joiners=(
            ("wies", "Ik loop voorop. Iemand moet het tempo maken."),
            ("els-marie", "Ik vertel onderweg wat er groeit, en wat je beter laat staan."),
            ("linda", "Ik neem een EHBO-tas mee en blijf achteraan bij wie moe is."),
        ),
        updates=(
            DemoUpdate(
                day=152,
                title="We liepen met zes, en twee honden",
                text="De honden waren het eerst moe. Volgende week zelfde tijd, zelfde bankje.",
            ),
            DemoUpdate(
                day=301,
                title="Honderd rondjes samen",
                text="Wies heeft alles opgeteld: met z'n allen liepen we van hier naar Maastricht en een stukje terug.",
            ),
        ),
        case=DemoCase(
            by="sander",
            claimed=0,
            contacts=(
                DemoContact(
                    day=1,
                    way="call",
                    reached=True,
                    note="Winston vroeg naar het pad met de wortels. Ik laat kijken of dat vlakker kan.",
                    next_in=20,
                ),
                DemoContact(
                    day=24,
                    way="visit",
                    reached=True,
                    note="Het rondje samen gelopen. Het pad is vlak gemaakt en een rollator rolt er goed.",
                ),
                DemoContact(
                    day=290,
                    way="mail",
                    reached=True,
                    note="Winston stuurde een foto van zestien wandelaars in de regen. Iedereen lacht.",
                ),
                DemoContact(
                    day=431,
                    way="meeting",
                    reached=True,
                    note="Thee gedronken na de wandeling. De club regelt alles zelf en heeft ons niet meer nodig.",
                ),
            ),
            closing="De wandelclub loopt op eigen benen. Wie mee wil, komt op woensdag naar de ingang van het bos.",
        ),
    ),
    DemoInitiative(
        title="Fietslampjes vast voor het donker",
        summary=(
            "Ik zie elke avond twintig fietsers voorbijkomen die zelf niet te zien zijn. "
            "Twee avonden lang sta ik langs het fietspad en zet ik op elke fiets een lampje dat het doet."
        ),
        own_share=(
            "Ik heb zestig lampjes van oude fietsen schoongemaakt. Met twee studievrienden sta ik er van vijf tot acht."
        ),
        owner="mo",
        wijk="schollevaar",
        stage="published",
        scene="repair",
        days_ago=3,
        theme="safety",
        needs="Batterijen, de platte ronde\nIemand die warme chocolademelk schenkt",
        place_kind="public",
        place="het fietspad naar het station",
        point=(4.57233, 51.9474),
        supporters=8,
        joiners=(("arjan", "Ik kom net van de trein en heb een zaklamp. Ik houd hem vast terwijl jij schroeft."),),
    ),
    DemoInitiative(
        title="Paddenstoelen kijken en laten staan",
        summary=(
            "In het Schollebos groeien meer dan honderd soorten, en bijna iedereen loopt erlangs. "
            "Vier zaterdagen gaan we op onze knieën, met een spiegeltje om onder de hoed te kijken."
        ),
        own_share=(
            "Ik leid alle vier de tochten en maak een boekje met tekeningen. "
            "De spiegeltjes komen uit mijn tijd bij de tandarts."
        ),
        owner="els-marie",
        wijk="schollevaar",
        stage="published",
        scene="garden",
        days_ago=19,
        theme="sustainability",
        needs="Kniekussens of een oud matje\nKinderen, want die zien alles het eerst",
        place_kind="public",
        place="de rand van het Schollebos",
        point=(4.57955, 51.93965),
        supporters=13,
        joiners=(
            ("pieter", "Ik doe de vogels erbij. Naar boven kijken is een fijne pauze voor je knieën."),
            ("joyce", "Ik kom met acht kinderen uit mijn klas en acht vergrootglazen."),
        ),
        case=DemoCase(
            by="sander",
            claimed=2,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=False,
                    note="Els-Marie zat in het bos, zonder bereik. Bericht ingesproken.",
                    next_in=1,
                ),
                DemoContact(
                    day=4,
                    way="call",
                    reached=True,
                    note="Ze vraagt of een groep van twintig buiten het pad mag komen. Ik vraag het de boswachter.",
                    next_in=10,
                ),
                DemoContact(
                    day=15,
                    way="mail",
                    reached=True,
                    note="Met vijftien tegelijk mag het. We lopen samen met de boswachter een proefronde.",
                    next_in=10,
                ),
            ),
        ),
    ),
)
