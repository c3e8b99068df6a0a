"""Initiatives of Schenkel: thresholds, curtains and a very long sjoelbak."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="De drempel van drie centimeter",
        summary=(
            "Van elke drempel in mijn huis weet ik hoe hoog hij is, en over één ben ik gevallen. "
            "Nu meet ik ook bij anderen, en maak ik een schuin plankje dat precies past."
        ),
        own_share=(
            "Ik zaag er drie per week in mijn schuur en leg ze zelf neer. "
            "Meten doe ik twee keer, dus reken op twee keer koffie."
        ),
        owner="jaap",
        wijk="schenkel",
        stage="running",
        scene="repair",
        days_ago=350,
        theme="safety",
        needs="Restjes hout van twee centimeter dik\nIemand die schuren niet erg vindt",
        supporters=37,
        joiners=(
            ("bram", "Restjes genoeg. Neem een grote tas mee."),
            ("sjaan", "Ik zie vanaf mijn bankje wie er struikelt. Ik stuur ze door."),
            ("linda", "Ik neem je kaartje mee als ik bij mensen thuis kom."),
            ("rajesh", "Ik reken uit hoe schuin het mag. Minder dan jij denkt."),
        ),
        updates=(
            DemoUpdate(
                day=62,
                title="Nummer twintig ligt",
                text="Bij een echtpaar op de hoek. Hij reed er vijf keer overheen met zijn rollator, voor de lol.",
            ),
            DemoUpdate(
                day=240,
                title="Een drempel van zeven centimeter",
                text="Die was te hoog voor een plankje. Nu ligt er een brug, met een leuning.",
            ),
        ),
        case=DemoCase(
            by="liesbeth",
            claimed=3,
            contacts=(
                DemoContact(
                    day=5, way="call", reached=False, note="Jaap stond te zagen en hoorde me twee keer niet.", next_in=2
                ),
                DemoContact(
                    day=7,
                    way="visit",
                    reached=True,
                    note=(
                        "Jaap heeft mijn duimstok ook even nagemeten. Hij zoekt adressen, ik noem hem bij de thuiszorg."
                    ),
                    next_in=30,
                ),
                DemoContact(
                    day=40,
                    way="call",
                    reached=True,
                    note="Tien adressen gedaan. Jaap wil ook een plankje in de hal van de flat, ik vraag of dat mag.",
                    next_in=14,
                ),
                DemoContact(day=55, way="mail", reached=True, note="In de hal mag het, als het plankje vastzit."),
                DemoContact(
                    day=210,
                    way="call",
                    reached=True,
                    note="Jaap heeft het druk met zagen. We zoeken samen een maatje voor in de schuur.",
                    next_in=45,
                ),
                DemoContact(
                    day=262,
                    way="visit",
                    reached=True,
                    note="Met Jaap en zijn maatje in de schuur gestaan. Ze maken er nu vijf per week.",
                    next_in=75,
                ),
                DemoContact(
                    day=338,
                    way="call",
                    reached=True,
                    note="Er liggen er 61. Jaap wil het ook aan anderen leren, we kiezen samen een middag.",
                    next_in=18,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Optocht van oude gordijnen",
        summary=(
            "Iedereen heeft een gordijn op zolder dat te lelijk is om op te hangen en te goed om weg te doen. "
            "We naaien er pakken van, van pauw tot piraat, en lopen er samen mee door Schenkel."
        ),
        own_share="Ik heb vier naaimachines en negen avonden. Wie niet kan naaien, knipt of past.",
        owner="fatoumata",
        wijk="schenkel",
        stage="realised",
        scene="art",
        days_ago=260,
        theme="arts_culture",
        place_kind="public",
        place="het plein bij de winkels",
        point=(4.57252, 51.93226),
        result=(
            "Er liepen 52 pakken mee, met achteraan een draak van elf meter vitrage. "
            "Drie buurvrouwen hebben nu zelf een naaimachine. De gordijnen met de eenden werden een koningin."
        ),
        people_reached=310,
        supporters=40,
        joiners=(
            ("sjaan", "Ik ga als schemerlamp."),
            ("naima", "Ik breng thee, en mijn bruine gordijnen uit 1994."),
            ("linda", "Ik word de clown. Lachen kan ik al."),
            ("winston", "Ik maak een muziekkar van drie radio's."),
        ),
        updates=(
            DemoUpdate(
                day=37,
                title="We hebben 88 gordijnen",
                text="Bloemen, ruiten en één paar met eenden. Over de eenden praten we nog.",
            ),
            DemoUpdate(
                day=68,
                title="Morgen lopen we",
                text="De draak is langer dan mijn kamer. Zijn staart ligt vannacht op de galerij.",
            ),
        ),
        case=DemoCase(
            by="liesbeth",
            claimed=2,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=True,
                    note="Fatou wil op een zaterdag door drie straten lopen. Ik zoek uit hoe we de weg veilig houden.",
                    next_in=12,
                ),
                DemoContact(
                    day=16,
                    way="meeting",
                    reached=True,
                    note="De route getekend, met het plein als einde. Acht buren trekken een hesje aan.",
                    next_in=30,
                ),
                DemoContact(
                    day=50,
                    way="call",
                    reached=False,
                    note="Boven de naaimachine uit was de telefoon niet te horen.",
                    next_in=3,
                ),
                DemoContact(
                    day=53,
                    way="call",
                    reached=True,
                    note=(
                        "De weg gaat een half uur dicht en de buschauffeurs weten het. Fatou gaat zelf langs de deuren."
                    ),
                    next_in=18,
                ),
                DemoContact(
                    day=69,
                    way="visit",
                    reached=True,
                    note="Meegelopen als halve pauw. Het plein was schoon voor het donker was.",
                ),
                DemoContact(
                    day=249,
                    way="call",
                    reached=True,
                    note="Fatou wil de pakken uitlenen aan de school. Ik vraag daar of er een droge kast vrij is.",
                    next_in=18,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="De sjoelbak van acht meter",
        summary=(
            "Een gewone sjoelbak is voor twee, en wij zijn met meer. "
            "We bouwen er een van acht meter, zetten hem buiten op schragen en spelen straat tegen straat."
        ),
        own_share=(
            "Jaap zaagt, ik hou de punten bij en tien buren schuren de bodem glad. "
            "De stenen maken we van een oude boom."
        ),
        owner="sjaan",
        wijk="schenkel",
        stage="realised",
        scene="sport",
        days_ago=690,
        theme="sports_leisure",
        place_kind="public",
        place="het veldje voor mijn bankje",
        point=(4.57077, 51.93515),
        result=(
            "We speelden vier zomeravonden, met 23 ploegen. De winnaar was elf jaar. "
            "Jaap werd laatste, op de bak die hij zelf twee keer had opgemeten."
        ),
        people_reached=150,
        supporters=51,
        joiners=(
            ("jaap", "Ik bouw hem in drie delen, anders krijg je hem nooit de hoek om."),
            ("rajesh", "Ik tel de punten op. Ook als je boos kijkt."),
            ("fatoumata", "Ik naai een zak voor de stenen."),
        ),
        updates=(
            DemoUpdate(
                day=45,
                title="Acht meter en twee centimeter",
                text="Jaap slaapt er slecht van. Wij vinden het een prima bak.",
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
                    note="Naast Sjaan op het bankje gezeten. Het veldje mag, als de bak 's nachts naar binnen gaat.",
                    next_in=21,
                ),
                DemoContact(
                    day=30,
                    way="call",
                    reached=True,
                    note="De bak slaapt in de schuur van Jaap. Wij maaien het gras kort voor de eerste avond.",
                    next_in=30,
                ),
                DemoContact(
                    day=84,
                    way="visit",
                    reached=True,
                    note="Meegedaan en verloren van een jongen van elf. De buren zetten de bak voortaan zelf neer.",
                ),
            ),
            closing="De sjoelbak staat er elke zomer weer. De buren zetten hem zelf neer en ruimen hem zelf op.",
        ),
    ),
)
