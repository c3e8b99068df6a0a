"""More initiatives of Middelwatering: of Henk, Samira, Dennis, Corrie and Wilma."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Bushalte waar nooit een bus komt",
        summary=(
            "Ik zet een oude haltepaal met een bankje bij de Torenhof. "
            "Wie daar gaat zitten, wil een praatje, en de dienstregeling zegt alleen: nu."
        ),
        own_share="De paal en het bankje heb ik al. Elke ochtend van tien tot elf zit ik er zelf, met een kan koffie.",
        owner="henk",
        wijk="middelwatering",
        stage="published",
        scene="care",
        days_ago=9,
        theme="elderly",
        needs="Buren die een vast uur op het bankje willen zitten\nIemand die een paal recht in de grond krijgt",
        place_kind="public",
        place="het pleintje bij de Torenhof",
        point=(4.58976, 51.92607),
        supporters=14,
        joiners=(
            ("sjaan", "Zitten en praten, dat doe ik al jaren. Ik kom graag een keer op jouw bankje."),
            ("arjan", "Ik roep om dat er geen vertraging is, want er is ook geen bus."),
        ),
    ),
    DemoInitiative(
        title="Goed geknipt naar je sollicitatie",
        summary=(
            "Wie lang zonder werk zit, slaat de kapper vaak als eerste over. "
            "Op maandag knip ik je bij mij thuis, en in de spiegel oefenen we meteen het gesprek."
        ),
        own_share="Ik knip elke maandag zes mensen, zonder kosten. Mijn zus strijkt intussen de blouses.",
        owner="samira",
        wijk="middelwatering",
        stage="preparing",
        scene="care",
        days_ago=62,
        theme="education_work",
        needs="Een kappersstoel die omhoog kan\nIemand die vroeger sollicitanten sprak\nNette colberts, in alle maten",
        place_kind="home",
        place="Wiekslag",
        point=(4.56833, 51.92195),
        supporters=22,
        joiners=(
            ("dilara", "Ik stel bij ons op kantoor de vragen, dus ik weet welke er komen."),
            ("fatoumata", "Een broek te lang of een mouw te kort? Ik zet hem om terwijl je wacht."),
        ),
        updates=(
            DemoUpdate(
                day=36,
                title="Eerste klant, eerste baan",
                text=(
                    "We oefenden op mijn neef. Hij begint maandag in het magazijn, "
                    "en hij zegt dat het door de scheiding links komt."
                ),
            ),
        ),
        case=DemoCase(
            by="noor",
            claimed=2,
            contacts=(
                DemoContact(
                    day=4,
                    way="call",
                    reached=False,
                    note="Samira stond te knippen. Ik bel na zes uur terug.",
                    next_in=1,
                ),
                DemoContact(
                    day=5,
                    way="call",
                    reached=True,
                    note=(
                        "Ze wil klein beginnen, met zes mensen per week. Ik vraag rond wie er al mensen aan werk helpt."
                    ),
                    next_in=21,
                ),
                DemoContact(
                    day=27,
                    way="meeting",
                    reached=True,
                    note=(
                        "Met Samira en een collega van werk en inkomen gepraat. "
                        "Die vertelt het aan wie er iets aan heeft."
                    ),
                    next_in=28,
                ),
                DemoContact(
                    day=57,
                    way="mail",
                    reached=True,
                    note="Samira zoekt nog een stoel. Ik kom langs om te zien wat er bij haar in de kamer past.",
                    next_in=14,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="De scheidsrechter is tien",
        summary=(
            "Op woensdagmiddag voetballen we op het veldje in de Merelbuurt, en elke wedstrijd fluit een ander kind. "
            "Wie zelf een keer heeft gefloten, schreeuwt daarna nooit meer tegen de scheids."
        ),
        own_share=(
            "Vier ouders staan elke week langs de lijn, twee uur lang. "
            "Ik leer de kinderen de regels en hoe je nee zegt."
        ),
        owner="dennis",
        wijk="middelwatering",
        stage="running",
        scene="sport",
        days_ago=164,
        theme="youth",
        needs="Fluitjes, want ze raken steeds kwijt\nOpa's en oma's die langs de lijn willen klappen",
        place_kind="public",
        place="het veldje in de Merelbuurt",
        point=(4.5879, 51.93241),
        supporters=27,
        joiners=(
            ("daan", "Ik wil het vlaggen wel doen. Dan sta ik ook eens op tijd op."),
            ("lotte", "Ik doe de warming-up, met muziek en zonder gezeur."),
            ("wilma", "Ik bak cake voor de winnaars. En voor de verliezers, die hebben het harder nodig."),
        ),
        updates=(
            DemoUpdate(
                day=112,
                title="De eerste rode kaart",
                text=(
                    "Die was voor mij. Ik riep iets over buitenspel en Noah (9) wees naar de kant. "
                    "Hij had gelijk, het was geen buitenspel."
                ),
            ),
            DemoUpdate(
                day=148,
                title="Drieëntwintig scheidsrechters",
                text=(
                    "Zoveel kinderen hebben nu gefloten, en negen van hen zijn meisjes. Het rooster hangt bij het hek."
                ),
            ),
        ),
        case=DemoCase(
            by="noor",
            claimed=0,
            contacts=(
                DemoContact(
                    day=1,
                    way="call",
                    reached=True,
                    note="Dennis vroeg of het veldje op woensdag vrij is. Ik zoek het uit.",
                    next_in=7,
                ),
                DemoContact(
                    day=8,
                    way="mail",
                    reached=True,
                    note=(
                        "Het veldje is vrij tot zes uur. "
                        "Dennis laat de mensen die ernaast wonen zelf weten wat er gebeurt."
                    ),
                ),
                DemoContact(
                    day=118,
                    way="visit",
                    reached=True,
                    note="Een middag gekeken. Het hek klemt, dat geef ik door aan de collega's van onderhoud.",
                    next_in=30,
                ),
                DemoContact(
                    day=150,
                    way="call",
                    reached=True,
                    note="Het hek is gemaakt. We spreken over een paar weken of er een tweede middag bij komt.",
                    next_in=24,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Sokken aan de waslijn",
        summary=(
            "Mijn kast ligt vol wol en mijn handen willen wat doen. "
            "Daarom hangen we gebreide sokken aan een lijn bij de Rondelen: heb je koude voeten, pak een paar."
        ),
        own_share="Elf breisters breien elk minstens acht paar. Ik hang ze op en veeg de pluizen van de vloer.",
        owner="corrie",
        wijk="middelwatering",
        stage="realised",
        scene="care",
        days_ago=318,
        theme=None,
        place="de hal van de flat bij de Rondelen",
        result=(
            "We breiden 104 paar en er hangt nog één sok, want ik was de tel kwijt en de tweede kwam er nooit. "
            "Een man bracht zijn paar gewassen terug, met een doosje bonbons erin."
        ),
        people_reached=104,
        done_ago=0,
        supporters=43,
        joiners=(
            ("wies", "Ik brei acht paar in de week. Tel mij maar voor twee."),
            ("trudy", "Ik haal wol op bij iedereen die ooit met een trui begon en stopte."),
            ("fatima", "Ik span de lijn, en ik leer eindelijk een hiel breien."),
        ),
        updates=(
            DemoUpdate(
                day=88,
                title="Veertig paar en één muts",
                text="De muts was een sok die te groot werd. Hij mag blijven.",
            ),
            DemoUpdate(
                day=171,
                title="De lijn was om twaalf uur leeg",
                text=(
                    "We hingen negen paar op en alles was weg voor de lunch. "
                    "Iemand hing een briefje terug: warm, dank je."
                ),
            ),
        ),
        case=DemoCase(
            by="noor",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2,
                    way="visit",
                    reached=True,
                    note=("Corrie wil de lijn in de hal, zodat de wol droog blijft. Ik vraag het de huismeester."),
                    next_in=10,
                ),
                DemoContact(
                    day=13,
                    way="call",
                    reached=True,
                    note="De huismeester vindt het leuk en hangt zelf de haken op. Corrie gaat beginnen.",
                ),
                DemoContact(
                    day=246,
                    way="visit",
                    reached=True,
                    note="De sokken zijn op, op één na, en Corrie is er blij mee. Bij vertrek kreeg ik zelf een paar.",
                ),
            ),
            closing="Alle sokken hebben voeten gevonden. Corrie begint opnieuw zodra haar kast weer vol ligt.",
        ),
    ),
    DemoInitiative(
        title="Vijf kippen voor de Vogelbuurt",
        summary=(
            "Een buurt met die naam en geen kip te zien, dat kan toch niet. "
            "Vijf families delen een hok, de eieren en de beurt om 's ochtends het luikje open te doen."
        ),
        own_share=(
            "Wij bouwen het hok van oude deuren en betalen samen het voer. "
            "Ik bak van de eieren cake voor de hele straat."
        ),
        owner="wilma",
        wijk="middelwatering",
        stage="stopped",
        scene="garden",
        days_ago=356,
        theme="livability",
        reason=(
            "Voor het weekend kregen we het rooster nooit rond, "
            "en twee buren slapen overdag en waren bang voor het gekakel. "
            "De deuren zijn nu een tafel geworden, en eieren haal ik bij de boer."
        ),
        supporters=19,
        joiners=(
            ("bayram", "Mijn kippen leggen te veel. Je mag er twee van mij hebben."),
            ("dennis", "Het luikje om zeven uur is voor mij, ik ben toch al wakker door de kinderen."),
        ),
        updates=(
            DemoUpdate(
                day=140,
                title="Het hok staat in mijn garage",
                text="Het is mooier dan mijn keuken. Nu nog de kippen, en twee mensen voor de zondag.",
            ),
        ),
        case=DemoCase(
            by="noor",
            claimed=3,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=False,
                    note="De voicemail van Wilma zat vol.",
                    next_in=2,
                ),
                DemoContact(
                    day=5,
                    way="call",
                    reached=True,
                    note="Wilma weet precies wat ze wil. Afgesproken dat ze eerst bij de huizen ernaast langsgaat.",
                    next_in=21,
                ),
                DemoContact(
                    day=150,
                    way="visit",
                    reached=True,
                    note="Het hok gezien en de lijst met beurten. Voor zaterdag en zondag staan er nog geen namen op.",
                    next_in=60,
                ),
                DemoContact(
                    day=241,
                    way="call",
                    reached=True,
                    note=(
                        "Wilma stopt, en ze legde goed uit waarom. "
                        "Ze heeft de buren zelf al verteld hoe het verder gaat."
                    ),
                ),
            ),
            closing="Er zijn geen kippen gekomen. Het hok werd een tafel, en de buren spreken elkaar nu wel.",
        ),
    ),
)
