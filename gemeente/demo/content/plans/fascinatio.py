"""Initiatives of Fascinatio: new neighbours, dancers and a green wall."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Hop langs de regenpijp",
        summary=(
            "Onze galerij heeft twaalf grijze regenpijpen en nul groene. "
            "Ik zet onder elke pijp een bak met hop of kamperfoelie, dan klimt het groen vanzelf naar boven."
        ),
        own_share=(
            "Ik kweek zestig stekken op mijn balkon en bind ze elke maand op. Twaalf buren geven elk één bak water."
        ),
        owner="nadia",
        wijk="fascinatio",
        stage="published",
        scene="garden",
        days_ago=3,
        theme="sustainability",
        needs="Oude emmers met een gat in de bodem\nBuren die beneden water willen geven",
        place_kind="public",
        place="de grijze muur bij de parkeerplaats",
        point=(4.53375, 51.91638),
        supporters=6,
        joiners=(("marek", "Ik span de draden, recht en stevig. Stroom zet ik er niet op."),),
    ),
    DemoInitiative(
        title="Welkom in Fascinatio",
        summary=(
            "Nieuwe buren krijgen een kaart, een plattegrond en een uitnodiging voor koffie. "
            "Zo ken je na een week al iemand die je de weg wijst."
        ),
        own_share="Tien gastvrouwen en gastheren verdelen de straten en bellen zelf aan.",
        owner="soraya",
        wijk="fascinatio",
        stage="published",
        scene="meeting",
        days_ago=8,
        theme="livability",
        needs="Iemand voor de laatste vier straten\nIemand die een plattegrond kan tekenen",
        supporters=11,
        joiners=(
            ("marek", "Ik weet in elk huis waar de meterkast zit. Dat wil een nieuwe buur het eerst weten."),
            ("joyce", "Mijn klas kleurt de kaarten. Reken op veel zon en veel paarden."),
        ),
        case=DemoCase(
            by="liesbeth",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2,
                    way="call",
                    reached=False,
                    note="Ik kreeg de voicemail en liet mijn nummer achter.",
                    next_in=4,
                ),
                DemoContact(
                    day=6,
                    way="call",
                    reached=True,
                    note="Soraya sliep na haar nachtdienst, nu wel gesproken. Ze stuurt de plattegrond en ik lees mee.",
                    next_in=7,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Dansvloer onder de bogen",
        summary=(
            "Jongeren uit Fascinatio zoeken een droge plek om te dansen, zonder dat iemand er last van heeft. "
            "We willen op vrijdag tot negen uur oefenen, met zachte muziek en een eigen opruimploeg."
        ),
        own_share="Wij maken zelf de afspraken over geluid, en gaan eerst langs bij alle buren.",
        owner="daan",
        wijk="fascinatio",
        stage="preparing",
        scene="sport",
        days_ago=21,
        theme="youth",
        needs="Een stopcontact voor veertig koptelefoons",
        place_kind="public",
        place="onder de bogen",
        point=(4.5305, 51.91838),
        supporters=26,
        joiners=(
            ("priya", "Ik dans op zondag, maar vrijdag kan ook. Ik breng koptelefoons mee."),
            ("lotte", "Ik doe de warming-up. Wie niet warm is, danst niet."),
        ),
        updates=(
            DemoUpdate(
                day=9,
                title="Bij 34 deuren aangebeld",
                text="Dertig vonden het goed, drie waren niet thuis en één meneer danst mee.",
            ),
            DemoUpdate(
                day=17,
                title="Dansen zonder geluid",
                text="We hebben met koptelefoons geoefend. Het ziet er gek uit, en je hoort alleen schoenen.",
            ),
        ),
        case=DemoCase(
            by="liesbeth",
            claimed=2,
            contacts=(
                DemoContact(day=3, way="call", reached=False, note="De telefoon ging lang over.", next_in=2),
                DemoContact(
                    day=5,
                    way="call",
                    reached=True,
                    note="Daan belt het liefst na school, dat doen we voortaan. We spreken af onder de bogen.",
                    next_in=3,
                ),
                DemoContact(
                    day=8,
                    way="visit",
                    reached=True,
                    note=(
                        "Met vijf dansers onder de bogen gestaan. Het is er droog, ik vraag hoe laat de lampen uitgaan."
                    ),
                    next_in=16,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Rekenblad zonder tranen",
        summary=(
            "Voor veel banen moet je een rekenblad op de computer kunnen maken, "
            "en bijna niemand legt dat rustig uit. "
            "Op maandagavond leer ik het aan vier mensen tegelijk, met je eigen boodschappen als voorbeeld."
        ),
        own_share=(
            "Ik geef twaalf avonden van anderhalf uur en zet drie laptops klaar. "
            "Wie klaar is, helpt een avond bij de volgende groep."
        ),
        owner="priya",
        wijk="fascinatio",
        stage="running",
        scene="learning",
        days_ago=95,
        theme="education_work",
        needs="Eén laptop die niet te traag is\nIemand die op maandag op kleine kinderen past",
        place_kind="home",
        place="Fascinatio Boulevard",
        point=(4.53165, 51.91521),
        supporters=18,
        joiners=(
            ("ruben", "Ik breng twee laptops mee. Ze waren weggegooid en doen het prima."),
            ("naima", "Ik ken vijf mensen die dit nodig hebben voor hun werk."),
            ("daan", "Ik pas op de kinderen, als ze van dansen houden."),
        ),
        updates=(
            DemoUpdate(
                day=36,
                title="Vier mensen, vier boodschappenlijsten",
                text="We weten nu dat mensen in Fascinatio heel veel pindakaas eten. Het staat in een grafiek.",
            ),
            DemoUpdate(
                day=78,
                title="Nu legt zij het aan mij uit",
                text=(
                    "Een buurvrouw uit de eerste groep vond een truc die ik niet kende. "
                    "Ze houdt er op haar nieuwe werk de voorraad mee bij."
                ),
            ),
        ),
        case=DemoCase(
            by="liesbeth",
            claimed=3,
            contacts=(
                DemoContact(
                    day=7,
                    way="call",
                    reached=True,
                    note="Priya geeft les bij haar thuis en dat gaat goed. Ik noem haar bij de taalgroep in Schenkel.",
                    next_in=30,
                ),
                DemoContact(
                    day=39,
                    way="call",
                    reached=True,
                    note="Twee groepen zijn vol. Priya denkt na over een grotere kamer.",
                    next_in=30,
                ),
                DemoContact(day=72, way="mail", reached=True, note="Drie kamers gestuurd die op maandag vrij zijn."),
                DemoContact(
                    day=84,
                    way="call",
                    reached=True,
                    note="Priya kiest de kamer bij de school. Ik vraag wie daar op maandagavond de deur opendoet.",
                    next_in=14,
                ),
            ),
        ),
    ),
)
