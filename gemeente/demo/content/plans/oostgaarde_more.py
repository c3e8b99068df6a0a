"""Initiatives of Oostgaarde: those that run, are done or stopped."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Achter elke deur een recept",
        summary=(
            "In de Terp koken mensen uit wel twintig landen, maar je ruikt het alleen op de gang. "
            "Elke maand kookt één gezin voor de buren, en het recept komt met een tekening in ons boek."
        ),
        own_share=(
            "Ik kook de eerste keer en bewaar alle recepten. Acht gezinnen koken om de beurt, en wie eet wast af."
        ),
        owner="mei",
        wijk="oostgaarde",
        stage="running",
        scene="table",
        days_ago=240,
        theme="arts_culture",
        needs="Iemand die mooi kan tekenen\nLange tafels en dertig stoelen",
        place="de Terp",
        supporters=36,
        joiners=(
            ("aisha", "Ik maak roti, en je mag meekijken hoe hij rond blijft."),
            ("ineke", "Ik lees de recepten na. Een handje zout laat ik staan."),
            ("bayram", "Ik breng de groente. Je raadt al welke."),
            ("annelies", "Ik teken de borden voordat ze leeg zijn. Dus snel."),
        ),
        updates=(
            DemoUpdate(
                day=34,
                title="De eerste pan was te groot",
                text="Er kwamen drie mensen en ik had voor tien gekookt. Iedereen ging naar huis met een bakje.",
            ),
            DemoUpdate(
                day=142,
                title="Recept nummer vijf heeft geen maten",
                text="Onze kok kookt op gevoel. Vijf buren stonden met een weegschaal naast hem en schreven alles op.",
            ),
            DemoUpdate(
                day=217,
                title="Ons boek is al een vinger dik",
                text="We hebben acht recepten en acht tekeningen. Nummer negen wordt soep met gember.",
            ),
        ),
        case=DemoCase(
            by="yvonne",
            claimed=3,
            contacts=(
                DemoContact(
                    day=5,
                    way="call",
                    reached=True,
                    note=(
                        "Mei begint zonder zaal, gewoon bij mensen thuis. "
                        "Ze heeft nu niets nodig, ik bel over twee maanden."
                    ),
                    next_in=60,
                ),
                DemoContact(
                    day=66,
                    way="call",
                    reached=False,
                    note="Ik belde onder het eten, dat was niet handig.",
                    next_in=3,
                ),
                DemoContact(
                    day=70,
                    way="visit",
                    reached=True,
                    note=(
                        "Meegegeten, drie keer opgeschept. "
                        "Mei wil tafels lenen, ik vraag de school of dat op zaterdag kan."
                    ),
                    next_in=14,
                ),
                DemoContact(
                    day=85,
                    way="mail",
                    reached=True,
                    note="Twaalf tafels van de school kunnen mee, als ze zondag terug zijn.",
                ),
                DemoContact(
                    day=222,
                    way="call",
                    reached=True,
                    note="Mei vraagt rond hoeveel buren een boek willen. Daarna spreken we af over het drukken.",
                    next_in=30,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Post van groep zeven",
        summary=(
            "Kinderen van elf schrijven brieven met buren van boven de zeventig, "
            "op papier en met een postzegel die ze zelf tekenen. "
            "Na vijf brieven zoeken ze elkaar op, en kijken ze of het gezicht bij het handschrift past."
        ),
        own_share="Ik breng elke vrijdag de post rond, met tas en pet. De juf en ik helpen bij de moeilijke letters.",
        owner="ineke",
        wijk="oostgaarde",
        stage="running",
        scene="learning",
        days_ago=120,
        theme="youth",
        needs="Buren boven de zeventig die graag schrijven\nMooi papier en oude ansichtkaarten",
        supporters=27,
        joiners=(
            ("gerda", "Ik schrijf met een kroontjespen, dat hebben ze vast nog nooit gezien."),
            ("emine", "Mijn middelste zit in groep zeven en heeft al drie kladjes."),
            ("wies", "Ik brei en ik schrijf. Niet tegelijk."),
        ),
        updates=(
            DemoUpdate(
                day=41,
                title="De eerste twintig brieven zijn weg",
                text="Eén kind vroeg of vroeger alles zwart-wit was. Het antwoord was vier kantjes lang.",
            ),
            DemoUpdate(
                day=97,
                title="Ze hebben elkaar gezien",
                text=(
                    "Drie paren zagen elkaar op school. Eén schrijver van 78 nam zijn rapport uit groep zeven mee. "
                    "Hij had een vier voor schrijven."
                ),
            ),
        ),
        case=DemoCase(
            by="yvonne",
            claimed=2,
            contacts=(
                DemoContact(
                    day=6,
                    way="meeting",
                    reached=True,
                    note="Met Ineke en de juf aan tafel gezeten. De school doet mee, de adressen blijven bij Ineke.",
                    next_in=30,
                ),
                DemoContact(
                    day=38,
                    way="call",
                    reached=True,
                    note="Twintig schrijvers en genoeg papier. Ineke belt zelf als ze iets nodig heeft.",
                ),
                DemoContact(
                    day=101,
                    way="visit",
                    reached=True,
                    note=(
                        "Bij de ontmoeting geweest, ik kreeg ook een brief. "
                        "Ik vraag een tweede school of zij mee wil doen."
                    ),
                    next_in=24,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Samen van de metro naar huis",
        summary=(
            "Na een late dienst loop je liever niet alleen langs de struiken. "
            "Op vaste tijden wacht er iemand met een geel hesje en een thermoskan, "
            "en loop je met een groepje de wijk in."
        ),
        own_share="Acht buren wachten om de beurt bij de uitgang, vijf avonden in de week, een hele winter lang.",
        owner="aisha",
        wijk="oostgaarde",
        stage="realised",
        scene="light",
        days_ago=420,
        theme="safety",
        place_kind="public",
        place="de uitgang van de metro",
        point=(4.61615, 51.93078),
        result=(
            "Een hele winter lang liepen er mensen met ons mee, 63 in totaal. "
            "Ze kennen elkaar nu, en wachten zelf op wie nog in de metro zit. "
            "De thermoskan staat weer bij mij, met een deuk van de dinsdagploeg."
        ),
        people_reached=63,
        supporters=48,
        joiners=(
            ("kevin", "Mijn dienst eindigt om elf uur, dan loop ik toch al."),
            ("trudy", "Nachtdiensten ken ik. Geef mij de dinsdag maar."),
            ("arjan", "Ik weet precies welke trein te laat is."),
        ),
        updates=(
            DemoUpdate(
                day=52,
                title="Avond één: vier wandelaars",
                text="En een hond. Die hoorde bij niemand en liep toch mee.",
            ),
            DemoUpdate(
                day=138,
                title="Halverwege de winter",
                text="Wie eerst meeliep, staat nu zelf met een hesje klaar. We hebben er twee bij moeten kopen.",
            ),
        ),
        case=DemoCase(
            by="yvonne",
            claimed=1,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=True,
                    note="Aisha heeft al acht namen. Ik loop donderdag een keer mee om te zien waar het donker is.",
                    next_in=5,
                ),
                DemoContact(
                    day=8,
                    way="visit",
                    reached=True,
                    note="Meegelopen om elf uur. Twee lampen deden het niet, die geef ik door.",
                    next_in=14,
                ),
                DemoContact(day=21, way="mail", reached=True, note="De twee lampen branden weer."),
                DemoContact(
                    day=214,
                    way="call",
                    reached=True,
                    note="De winter is om en het ging goed. We ronden af, Aisha schrijft zelf op hoe het was.",
                ),
            ),
            closing=(
                "Een winter lang hoefde niemand alleen naar huis te lopen. De buren gaan samen verder, ook zonder ons."
            ),
        ),
    ),
    DemoInitiative(
        title="De zandbak krijgt een deksel",
        summary=(
            "Overdag is de zandbak van de kinderen, 's nachts van de katten. "
            "Wij bouwen een deksel dat je 's avonds dichtklapt, en dat overdag een podium is."
        ),
        own_share=(
            "Drie vaders en twee moeders timmeren in twee weekenden. Elke avond doet een ander gezin de zandbak dicht."
        ),
        owner="emine",
        wijk="oostgaarde",
        stage="realised",
        scene="art",
        days_ago=610,
        theme="livability",
        place_kind="public",
        place="de zandbak in de Hoeken",
        point=(4.60936, 51.93531),
        result=(
            "Het deksel gaat elke avond dicht en de katten zijn verhuisd. "
            "Op het podium was al drie keer een voorstelling, de laatste met 46 kijkers en een hond als koning."
        ),
        people_reached=180,
        supporters=52,
        joiners=(
            ("bram", "Ik heb scharnieren die een olifant houden."),
            ("bayram", "Ik breng schoon zand met de kruiwagen. Dat worden veertig ritten."),
            ("kevin", "Bij de opening speel ik een liedje."),
        ),
        updates=(
            DemoUpdate(
                day=88,
                title="Het deksel past",
                text="Op één hoek na. Die hoek heet nu het kattenluik.",
            ),
        ),
        case=DemoCase(
            by="yvonne",
            claimed=2,
            contacts=(
                DemoContact(
                    day=4,
                    way="visit",
                    reached=True,
                    note=(
                        "Samen bij de zandbak gestaan en twee katten geteld. "
                        "Emine tekent het deksel, ik vraag hoe zwaar het mag zijn."
                    ),
                    next_in=14,
                ),
                DemoContact(
                    day=19,
                    way="call",
                    reached=True,
                    note="Het mag, als er geen vingers tussen kunnen komen. Emine zet er een rand van rubber op.",
                    next_in=40,
                ),
                DemoContact(
                    day=61,
                    way="call",
                    reached=False,
                    note="Emine stond op het schoolplein. Ik bel later.",
                    next_in=4,
                ),
                DemoContact(
                    day=95,
                    way="visit",
                    reached=True,
                    note="Het deksel gaat soepel open en dicht. Er ligt nieuw zand, Emine kan verder zonder ons.",
                ),
            ),
            closing="Het deksel ligt erop en werkt. De gezinnen doen het elke avond zelf dicht.",
        ),
    ),
    DemoInitiative(
        title="Pannakooi in de Hoeken",
        summary=(
            "De kinderen uit de Hoeken wilden een kooi om klein voetbal te spelen. "
            "We zochten een plek die dichtbij genoeg is, maar niet onder een slaapkamerraam."
        ),
        own_share="Ouders zouden toezicht houden tot acht uur en de kooi zelf opbouwen.",
        owner="emine",
        wijk="oostgaarde",
        stage="stopped",
        scene="playground",
        days_ago=270,
        theme="sports_leisure",
        place="de Hoeken",
        reason=(
            "We vonden geen plek die stil genoeg was voor de buren. "
            "De kinderen trainen nu mee bij de club, en daar zijn we blij mee."
        ),
        supporters=24,
        joiners=(("dennis", "Ik train er al elf, dus een paar meer hoor ik niet."),),
        updates=(
            DemoUpdate(
                day=12,
                title="Drie plekken bekeken",
                text="Bij de eerste zat een slaapkamerraam, bij de tweede stond een boom en bij de derde allebei.",
            ),
        ),
        case=DemoCase(
            by="yvonne",
            claimed=1,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=True,
                    note="Emine en zes kinderen hebben drie plekken op het oog. We gaan woensdag samen kijken.",
                    next_in=6,
                ),
                DemoContact(
                    day=9,
                    way="visit",
                    reached=True,
                    note=(
                        "Alle drie de plekken bekeken. "
                        "Twee liggen te dicht bij een raam, bij de derde vraagt Emine het aan de buren."
                    ),
                    next_in=21,
                ),
                DemoContact(
                    day=31,
                    way="call",
                    reached=False,
                    note="Geen gehoor, dus ik liet een bericht achter.",
                    next_in=4,
                ),
                DemoContact(
                    day=36,
                    way="meeting",
                    reached=True,
                    note=(
                        "Met Emine en vier buren gepraat. "
                        "Niemand is boos, maar stil wordt het daar niet, dus we zoeken nog een maand."
                    ),
                    next_in=30,
                ),
                DemoContact(
                    day=68,
                    way="call",
                    reached=True,
                    note="Er is geen plek gevonden. De kinderen trainen nu bij de club, en Emine heeft daar vrede mee.",
                ),
            ),
            closing="Er was geen plek die voor alle buren goed was. De kinderen trainen nu bij de club.",
        ),
    ),
)
