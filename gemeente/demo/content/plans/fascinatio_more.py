"""Initiatives of Fascinatio: a ladder, chalk, sand and one car."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Eén ladder, vijf piepjes",
        summary=(
            "In veel huizen ligt de rookmelder nog in de doos. "
            "Ik kom langs met een ladder, hang hem op de goede plek en laat je horen hoe hard hij piept."
        ),
        own_share=(
            "Ik doe elke zaterdagochtend vijf huizen, samen met een leerling van zestien. "
            "De ladder en de boor zijn van mij."
        ),
        owner="marek",
        wijk="fascinatio",
        stage="running",
        scene="repair",
        days_ago=280,
        theme="safety",
        needs="Batterijen van negen volt\nBuren die hun flat vast waarschuwen voor de piep",
        supporters=34,
        joiners=(
            ("daan", "Ik ben de leerling van zestien. Ik mag nu zelf boren."),
            ("soraya", "Ik vertel het op mijn afdeling. Wij zien wat rook doet."),
            ("linda", "Ik weet bij wie je eerst moet zijn: mensen die slecht lopen."),
        ),
        updates=(
            DemoUpdate(
                day=43,
                title="Huis nummer tien",
                text="De papegaai doet de piep nu na. Sorry daarvoor.",
            ),
            DemoUpdate(
                day=160,
                title="Honderd melders hangen",
                text="Bij één meneer hing er al een, uit 1998. Die hebben we met een minuut stilte weggebracht.",
            ),
            DemoUpdate(
                day=251,
                title="Hij ging echt af",
                text=(
                    "Bij een gezin op de derde brandde een pan aan. "
                    "Iedereen stond binnen een minuut buiten, behalve de rijst."
                ),
            ),
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
                        "Marek wil beginnen bij mensen die slecht lopen. "
                        "Ik vraag de thuiszorg of zij zijn kaartje willen geven."
                    ),
                    next_in=14,
                ),
                DemoContact(day=15, way="mail", reached=True, note="De thuiszorg geeft het kaartje van Marek mee."),
                DemoContact(
                    day=120,
                    way="visit",
                    reached=True,
                    note="Een ochtend mee geweest langs vijf huizen. Marek zoekt een tweede ploeg met een ladder.",
                    next_in=60,
                ),
                DemoContact(
                    day=181,
                    way="call",
                    reached=False,
                    note="Geen antwoord, ook geen voicemail. Ik stuurde een sms.",
                    next_in=4,
                ),
                DemoContact(
                    day=185,
                    way="call",
                    reached=True,
                    note=(
                        "De tweede ploeg is er, twee broers uit dezelfde flat. Batterijen heeft hij nog voor een maand."
                    ),
                    next_in=60,
                ),
                DemoContact(
                    day=262,
                    way="call",
                    reached=True,
                    note=(
                        "Na de aangebrande pan wil iedereen een melder. "
                        "We maken samen een lijst wie het eerst aan de beurt is."
                    ),
                    next_in=26,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="De langste hinkelbaan van Capelle",
        summary=(
            "De weg naar school is saai, en daarom komen veel kinderen met de auto. "
            "Wij tekenen één hinkelbaan van voordeur tot schoolplein, en wie hinkelt hoeft niet te lopen."
        ),
        own_share=(
            "Mijn klas tekent, ouders knielen mee en ik geef al het krijt uit mijn jaszak. "
            "Na elke regenbui beginnen we opnieuw."
        ),
        owner="joyce",
        wijk="fascinatio",
        stage="realised",
        scene="playground",
        days_ago=300,
        theme="sports_leisure",
        place_kind="public",
        place="het pad naar de school",
        point=(4.52814, 51.91885),
        result=(
            "De baan telde 412 vakken en liep langs 58 voordeuren. "
            "De oudste die hem helemaal hinkelde was 79, en ze wilde daarna meteen terug."
        ),
        people_reached=430,
        supporters=44,
        joiners=(
            ("priya", "Ik hou de telling bij. Na vak 300 vertrouw ik niemand meer."),
            ("daan", "Ik doe hem achteruit."),
            ("lotte", "Ik hinkel met de eersten mee, dan kan ik het trainen noemen."),
            ("jaap", "Ik meet of jullie echt de langste hebben."),
        ),
        updates=(
            DemoUpdate(
                day=31,
                title="Vak 1 tot en met 90",
                text="Na drie kwartier was het krijt op. Een buurvrouw kwam met vier emmertjes van zolder.",
            ),
            DemoUpdate(
                day=44,
                title="Het regende",
                text="Alles weg. De kinderen juichten, want nu mag het nog een keer.",
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
                    note="Joyce tekent met krijt op de stoep. Dat mag gewoon, alleen niet op de weg.",
                    next_in=20,
                ),
                DemoContact(
                    day=26,
                    way="visit",
                    reached=True,
                    note="Het pad samen gelopen. Bij twee uitritten tekenen de kinderen een groot uitroepteken.",
                    next_in=20,
                ),
                DemoContact(
                    day=52,
                    way="call",
                    reached=True,
                    note=(
                        "Het ging goed, ook na de regen. "
                        "Joyce doet het volgend jaar weer en heeft ons daar niet bij nodig."
                    ),
                ),
            ),
            closing="De hinkelbaan is getekend en gehinkeld. De school doet het elk voorjaar opnieuw.",
        ),
    ),
    DemoInitiative(
        title="Speelplek bij de Boulevard",
        summary=(
            "Aan de Fascinatio Boulevard is weinig te doen voor kinderen onder de acht. "
            "Met boomstammen, zand en een glijbaan wordt het lege hoekje een plek om te blijven."
        ),
        own_share="Ouders leggen het zand en de stammen neer, en vegen de plek elke vrijdag schoon.",
        owner="soraya",
        wijk="fascinatio",
        stage="realised",
        scene="playground",
        days_ago=640,
        theme="youth",
        place_kind="public",
        place="het hoekje aan de Boulevard",
        point=(4.53427, 51.91336),
        result=(
            "De speelplek is open en wordt elke dag gebruikt. Ouders houden hem zelf schoon, ook in de winter. "
            "Het record op de glijbaan staat op 61 keer in één middag."
        ),
        people_reached=340,
        supporters=58,
        joiners=(
            ("joyce", "Mijn klas tekende hoe hoog de glijbaan moet. Ik heb hem iets lager gemaakt."),
            ("tomasz", "Ik haal de stammen met de aanhanger."),
            ("nadia", "Ik zet er wilgen omheen. Over tien jaar zit je in de schaduw."),
        ),
        updates=(
            DemoUpdate(
                day=75,
                title="Het zand ligt er",
                text="Een hele vrachtwagen vol, en de helft zit al in schoenen.",
            ),
            DemoUpdate(
                day=132,
                title="Hij is open",
                text="De jongste knipte het lint door. Het duurde lang, maar niemand mocht helpen.",
            ),
        ),
        case=DemoCase(
            by="liesbeth",
            claimed=2,
            contacts=(
                DemoContact(
                    day=4,
                    way="visit",
                    reached=True,
                    note=(
                        "Het hoekje bekeken en de bomen geteld. "
                        "Soraya wil stammen, ik weet waar er nog een paar liggen."
                    ),
                    next_in=14,
                ),
                DemoContact(
                    day=18,
                    way="call",
                    reached=True,
                    note="Zes stammen van een oude es zijn voor haar. Een collega legt ze apart.",
                    next_in=30,
                ),
                DemoContact(
                    day=50,
                    way="mail",
                    reached=True,
                    note="Afgesproken dat wij de glijbaan elk jaar nakijken.",
                ),
                DemoContact(
                    day=134,
                    way="visit",
                    reached=True,
                    note="Bij de opening geweest en zelf van de glijbaan gegaan. De ouders vegen, wij kijken na.",
                ),
            ),
            closing="De speelplek is open. De ouders houden hem schoon, en wij kijken elk jaar de glijbaan na.",
        ),
    ),
    DemoInitiative(
        title="Eén auto voor de hele galerij",
        summary=(
            "Op onze galerij staan negen auto's bijna altijd stil. "
            "Met zes gezinnen delen we er één, en op een lege plek komt een pingpongtafel."
        ),
        own_share="Mijn auto doet mee en ik maak het rooster. Elk gezin wast hem een maand lang.",
        owner="priya",
        wijk="fascinatio",
        stage="stopped",
        scene="energy",
        days_ago=210,
        reason=(
            "Zes gezinnen wilden de auto op dezelfde zaterdagochtend, en daar helpt geen rooster tegen. "
            "We lenen hem nu aan elkaar uit als het zo uitkomt, en dat is ook fijn."
        ),
        supporters=19,
        joiners=(
            ("nadia", "Ik heb hem alleen nodig voor potgrond. Daarna veeg ik hem uit."),
            ("marek", "Ik zorg dat je hem beneden kunt opladen."),
        ),
        updates=(
            DemoUpdate(
                day=38,
                title="De proefmaand is om",
                text=(
                    "De auto maakte 31 ritten, waarvan 14 naar de bouwmarkt. "
                    "Er ligt zand op de achterbank, en dat was niemand."
                ),
            ),
        ),
        case=DemoCase(
            by="liesbeth",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2,
                    way="call",
                    reached=True,
                    note="Priya heeft zes gezinnen en een rooster. Ik zoek uit of de auto een vaste plek kan krijgen.",
                    next_in=10,
                ),
                DemoContact(
                    day=13,
                    way="mail",
                    reached=True,
                    note="Een vaste plek kan, als de buren aan de overkant het ook goed vinden.",
                ),
                DemoContact(
                    day=45,
                    way="call",
                    reached=False,
                    note="De muziek stond zo hard dat Priya me niet hoorde.",
                    next_in=5,
                ),
                DemoContact(
                    day=51,
                    way="meeting",
                    reached=True,
                    note="Met drie gezinnen gepraat. De zaterdag past niet, ze proberen het nog een maand.",
                    next_in=30,
                ),
                DemoContact(
                    day=83,
                    way="call",
                    reached=True,
                    note="Ze stoppen ermee, zonder ruzie. Priya leent haar auto nu uit als het uitkomt.",
                ),
            ),
            closing="Delen met een rooster paste niet bij deze gezinnen. Ze lenen nu van elkaar, en dat gaat goed.",
        ),
    ),
)
