"""Initiatives of Capelle-West: stories, a bench and high water."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Hoe klonk de dijk in 1950?",
        summary=(
            "Ik woon in het huis waar ik geboren ben, en ik weet nog hoe de werf om vijf uur klonk. "
            "Kinderen stellen de vragen, oude buren vertellen, en alles komt op een bandje voor later."
        ),
        own_share=(
            "Elke maand zet ik acht stoelen om mijn tafel en bak ik iets van vroeger. "
            "Mijn nicht neemt alles op en schrijft het uit."
        ),
        owner="gerda",
        wijk="capelle-west",
        stage="running",
        scene="meeting",
        days_ago=330,
        theme="elderly",
        needs="Oude foto's van de dijk, ook als ze scheef zijn\nKinderen tussen acht en veertien jaar",
        place_kind="home",
        place="Ketensedijk",
        point=(4.56016, 51.91504),
        supporters=39,
        joiners=(
            ("kees", "Ik weet nog wie er door het ijs zakte. Dat was ik."),
            ("winston", "Ik heb een oude recorder gemaakt. Er past nog een bandje in."),
            ("lotte", "Ik zet alles netjes op de computer, met de naam erbij."),
        ),
        updates=(
            DemoUpdate(
                day=48,
                title="Bandje één: de visboer",
                text=(
                    "Hij riep zo hard dat je het aan de overkant hoorde. Drie buren deden hem na, en alle drie anders."
                ),
            ),
            DemoUpdate(
                day=171,
                title="Mijn keuken was vol",
                text=(
                    "Veertien mensen op acht stoelen. "
                    "De jongste vroeg wat een kolenkit was, de oudste ging hem thuis halen."
                ),
            ),
            DemoUpdate(
                day=290,
                title="Twaalf bandjes op een rij",
                text="Bij elk verhaal hoor je zachtjes mijn fluitketel. Die mag erop blijven.",
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2,
                    way="meeting",
                    reached=True,
                    note="Bij Gerda aan de keukentafel gezeten. Ze zoekt vooral kinderen, ik vraag het de school.",
                    next_in=14,
                ),
                DemoContact(
                    day=17,
                    way="mail",
                    reached=True,
                    note="De school doet mee, er komen elke keer vijf kinderen.",
                ),
                DemoContact(
                    day=110,
                    way="call",
                    reached=True,
                    note="Het loopt goed, en Gerda is er moe en blij van. Haar nicht komt vaker helpen.",
                    next_in=90,
                ),
                DemoContact(
                    day=205,
                    way="call",
                    reached=False,
                    note="De voicemail. Ik zei wie ik ben en waarom ik bel.",
                    next_in=3,
                ),
                DemoContact(
                    day=209,
                    way="call",
                    reached=True,
                    note="Gerda wil de verhalen laten horen in de bibliotheek. Ik vraag daar wie erover gaat.",
                    next_in=30,
                ),
                DemoContact(
                    day=316,
                    way="visit",
                    reached=True,
                    note="Naar bandje vier geluisterd. De bibliotheek heeft een hoek vrij, we prikken samen een datum.",
                    next_in=20,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Bankje met uitzicht op de IJssel",
        summary=(
            "Op de dijk is een mooie plek om uit te rusten, maar er staat niets om op te zitten. "
            "Wij lassen een bank van oud staal, met een leuning waar je goed uit opstaat."
        ),
        own_share="Tomasz last de bank in zijn werkplaats. Buren betalen samen het hout.",
        owner="tomasz",
        wijk="capelle-west",
        stage="realised",
        scene="care",
        days_ago=380,
        theme="elderly",
        place_kind="public",
        place="boven op de dijk",
        point=(4.56272, 51.91455),
        result=(
            "De bank staat er, met de namen van de makers aan de onderkant. Er zit bijna altijd iemand. "
            "Op zondagochtend moet je zelfs even wachten, met zijn vieren op een rij."
        ),
        people_reached=120,
        supporters=47,
        joiners=(
            ("gerda", "Ik kom proefzitten. Ik ben 1 meter 53, dus let op de hoogte."),
            ("bram", "Ik heb eiken planken die al drie jaar op iets moois wachten."),
            ("jaap", "Ik kom de hoogte meten. Twee keer."),
        ),
        updates=(
            DemoUpdate(
                day=61,
                title="Gerda heeft proefgezeten",
                text="De zitting moest vier centimeter omlaag. Nu komt ze zonder hulp weer overeind.",
            ),
            DemoUpdate(
                day=118,
                title="De bank staat",
                text="Vijf mannen tilden en één buurvrouw zei waar hij moest. Hij staat waar zij het zei.",
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2,
                    way="visit",
                    reached=True,
                    note="Met Tomasz op de dijk gestaan. Ik vraag na waar je mag graven en waar niet.",
                    next_in=14,
                ),
                DemoContact(
                    day=17,
                    way="mail",
                    reached=True,
                    note="De bank mag op losse voeten staan, dan hoeft er geen gat in de dijk.",
                ),
                DemoContact(
                    day=64,
                    way="call",
                    reached=True,
                    note="De voeten zijn al gelast. Tomasz belt als de bank klaar is.",
                    next_in=50,
                ),
                DemoContact(
                    day=119,
                    way="visit",
                    reached=True,
                    note="De bank staat stevig en zit goed. De pot verf voor later staat bij Tomasz.",
                ),
            ),
            closing="De bank staat op de dijk en er zit bijna altijd iemand. Tomasz schildert hem elk voorjaar.",
        ),
    ),
    DemoInitiative(
        title="Wie belt wie bij hoogwater?",
        summary=(
            "Als het water hoog staat, belt iedereen tegelijk en krijgt niemand gehoor. "
            "We maken een bellijst per trap, en oefenen één zaterdag met laarzen, lampen en zandzakken."
        ),
        own_share=(
            "Zestien buren bellen elk hun eigen rij huizen. "
            "Ik schilder op elke trap een streep: zo hoog stond het ooit."
        ),
        owner="annelies",
        wijk="capelle-west",
        stage="realised",
        scene="water",
        days_ago=500,
        theme="safety",
        place_kind="public",
        place="de trap naar de dijk",
        point=(4.55113, 51.91564),
        result=(
            "Op de oefendag deden 74 buren mee, en na negen minuten was iedereen gebeld. "
            "Een paar maanden later kwam het water echt. "
            "Toen stond er koffie klaar voordat de eerste zandzak lag."
        ),
        people_reached=210,
        supporters=55,
        joiners=(
            ("kees", "Ik zie aan de kade hoe hoog het komt, nog voor de radio het zegt."),
            ("gerda", "Ik heb 1953 meegemaakt. Ik vertel hoe het toen ging."),
            ("youssef", "Ik ben toch wakker. Bel mij maar om drie uur 's nachts."),
            ("tomasz", "Ik til. Eén zak per arm."),
        ),
        updates=(
            DemoUpdate(
                day=57,
                title="De bellijst is klaar",
                text="Zestien namen, zestien nummers en één buurvrouw die liever op de ramen klopt.",
            ),
            DemoUpdate(
                day=93,
                title="Negen minuten!",
                text="Onze eerste poging duurde 26 minuten. Toen bleek dat twee buren de hele tijd elkaar belden.",
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=0,
            contacts=(
                DemoContact(
                    day=1,
                    way="call",
                    reached=True,
                    note="Annelies heeft al zestien bellers. Ik zoek de collega die over zandzakken gaat.",
                    next_in=7,
                ),
                DemoContact(
                    day=9,
                    way="meeting",
                    reached=True,
                    note="Met de collega van het water erbij. Er komen honderd zakken op twee plekken te liggen.",
                    next_in=40,
                ),
                DemoContact(
                    day=52,
                    way="call",
                    reached=False,
                    note="In gesprek, twee keer.",
                    next_in=3,
                ),
                DemoContact(
                    day=55,
                    way="call",
                    reached=True,
                    note="De oefendag staat vast. Wij zetten die ochtend een stuk van de weg af.",
                    next_in=30,
                ),
                DemoContact(
                    day=94,
                    way="visit",
                    reached=True,
                    note="Meegedaan met de oefening, in te grote laarzen. De lijst kan zo mee naar volgend jaar.",
                ),
                DemoContact(
                    day=240,
                    way="call",
                    reached=True,
                    note="Na het hoge water gebeld. De lijst werkte en de buren willen elk jaar oefenen.",
                ),
            ),
            closing="De buren hebben een bellijst die werkt. Ze oefenen elk najaar, wij leggen dan zandzakken neer.",
        ),
    ),
)
