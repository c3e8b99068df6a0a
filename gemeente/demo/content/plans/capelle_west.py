"""Initiatives of Capelle-West: on the dike, in the sheds and on the water."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Wie niet slaapt, kneedt mee",
        summary=(
            "Als jij wakker ligt, sta ik al deeg te maken. "
            "Op vrijdag mag je vanaf vier uur 's nachts binnenkomen, "
            "meekneden en om zes uur met een warm brood naar huis."
        ),
        own_share=(
            "Ik geef het meel, de oven en de schorten. Elke vrijdag is er plek voor zes mensen, en ik praat zacht."
        ),
        owner="youssef",
        wijk="capelle-west",
        stage="published",
        scene="learning",
        days_ago=4,
        needs="Mensen die vroeg wakker zijn, of nog wakker\nSchorten in alle maten",
        supporters=7,
        joiners=(
            ("gerda", "Ik ben toch om vier uur wakker. Dan kan ik net zo goed iets kneden."),
            ("soraya", "Als mijn nachtdienst rustig is, kom ik langs voor het eerste brood."),
        ),
    ),
    DemoInitiative(
        title="Open schuren op de dijk",
        summary=(
            "Eén zondag gaan de schuren en tuinen langs de dijk open. "
            "Je ziet er oude ambachten, jonge kunst en bij iedereen iets lekkers."
        ),
        own_share="Elf adressen doen mee. Wij maken de route en staan zelf bij het verkeer.",
        owner="kees",
        wijk="capelle-west",
        stage="preparing",
        scene="art",
        days_ago=33,
        theme="arts_culture",
        needs="Nog een adres dat open wil, groot of klein",
        place="langs de dijk",
        supporters=22,
        joiners=(
            ("annelies", "Mijn atelier gaat open, en de thee staat klaar."),
            ("youssef", "Ik bak iets plats, dan kan het op de fiets mee."),
            ("tomasz", "Je mag bij mij een spijker krom slaan, en weer recht."),
        ),
        updates=(
            DemoUpdate(
                day=14,
                title="Elf schuren op één kaart",
                text=(
                    "Van houtdraaier tot postzegels. Eén schuur is van binnen groter dan van buiten, zegt de eigenaar."
                ),
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=3,
            contacts=(
                DemoContact(
                    day=5,
                    way="call",
                    reached=True,
                    note="Kees heeft elf adressen. We kijken samen waar fietsers en auto's elkaar in de weg zitten.",
                    next_in=9,
                ),
                DemoContact(
                    day=15,
                    way="meeting",
                    reached=True,
                    note="Met de kaart op tafel gezeten. Eén stuk dijk is smal, Kees tekent een route met de klok mee.",
                    next_in=12,
                ),
                DemoContact(
                    day=28,
                    way="call",
                    reached=True,
                    note="De route is klaar. Ik vraag hoeveel hekken we kunnen uitlenen en bel dan terug.",
                    next_in=12,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Spreekbeurt met echte bijen",
        summary=(
            "Elk jaar houdt er wel een kind een spreekbeurt over bijen, met een plaatje van het scherm. "
            "Bij mij mag je in een echt pak komen kijken, en je neemt een potje honing mee naar de klas."
        ),
        own_share=(
            "Ik heb drie kasten, acht kinderpakken en alle zaterdagen in mei en juni. "
            "Je mag ook bij mij oefenen, de bijen luisteren goed."
        ),
        owner="gijs",
        wijk="capelle-west",
        stage="preparing",
        scene="garden",
        days_ago=71,
        theme="youth",
        needs="Kinderen die niet bang zijn, of maar een beetje\nEen houten hek van zes meter",
        place_kind="public",
        place="het weitje onder aan de dijk",
        point=(4.55531, 51.91388),
        supporters=29,
        joiners=(
            ("tomasz", "Mijn tweeling wil als eerste. Ik blijf achter het hek."),
            ("ineke", "Ik luister naar elke spreekbeurt, en klap op tijd."),
            ("joyce", "Mijn klas heeft al achttien vragen op het bord gezet."),
        ),
        updates=(
            DemoUpdate(
                day=22,
                title="Acht pakken genaaid",
                text="Het kleinste past een kind van zes. Of een heel grote kat, dat hebben we geprobeerd.",
            ),
            DemoUpdate(
                day=55,
                title="Geoefend met een lege kast",
                text="Vier kinderen deden alsof. Daarna wilden ze meteen de volle.",
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=2,
            contacts=(
                DemoContact(
                    day=3,
                    way="visit",
                    reached=True,
                    note="De kasten van een afstand bekeken. Gijs wil een hek, ik vraag van wie het weitje precies is.",
                    next_in=12,
                ),
                DemoContact(
                    day=16,
                    way="call",
                    reached=True,
                    note="Gijs mag het weitje gebruiken. Hij tekent waar het hek moet komen.",
                    next_in=20,
                ),
                DemoContact(
                    day=37,
                    way="call",
                    reached=False,
                    note="Geen gehoor. Ik sprak een bericht in.",
                    next_in=2,
                ),
                DemoContact(
                    day=39,
                    way="call",
                    reached=True,
                    note=(
                        "De school wil graag, als er altijd twee volwassenen bij zijn. Gijs heeft een tweede gevonden."
                    ),
                ),
                DemoContact(
                    day=60,
                    way="visit",
                    reached=True,
                    note="Het hek met touw uitgezet. Ik bel Gijs zodra ik weet wanneer het hout komt.",
                    next_in=8,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Schone oever, samen uit roeien",
        summary=(
            "Met drie roeiboten halen we plastic uit het riet langs de Hollandsche IJssel. "
            "Wie niet kan roeien, helpt vanaf de kant met scheppen en sorteren."
        ),
        own_share="De boten en zwemvesten zijn van ons. We varen zes zaterdagen per jaar.",
        owner="kees",
        wijk="capelle-west",
        stage="running",
        scene="water",
        days_ago=150,
        theme="sustainability",
        needs="Thermosflessen met iets warms erin",
        place_kind="public",
        place="de steiger onder aan de dijk",
        point=(4.56685, 51.91562),
        supporters=41,
        joiners=(
            ("tomasz", "Ik haal de zware dingen eruit. De vorige keer was dat een fiets."),
            ("pieter", "Ik weet waar de vogels broeden. Daar varen we omheen."),
            ("annelies", "Ik roei mee, en schilder daarna wat we vonden."),
            ("gijs", "Ik sorteer aan de kant. Bijen doen dat ook, met stuifmeel."),
        ),
        updates=(
            DemoUpdate(
                day=27,
                title="Elf zakken en een bowlingbal",
                text="We snappen nog steeds niet hoe die in het riet kwam. Hij ligt nu bij mij voor de deur.",
            ),
            DemoUpdate(
                day=84,
                title="De kinderen varen mee",
                text="Op de tweede zaterdag hadden we vier kinderen aan boord. Zij zien plastic waar wij riet zien.",
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=2,
            contacts=(
                DemoContact(day=4, way="call", reached=False, note="Er nam niemand op.", next_in=3),
                DemoContact(
                    day=8,
                    way="visit",
                    reached=True,
                    note=(
                        "Op de steiger gesproken. "
                        "Kees haalt het vuil uit het water, wij halen op maandag de zakken weg."
                    ),
                    next_in=25,
                ),
                DemoContact(
                    day=34,
                    way="call",
                    reached=True,
                    note="Elf zakken opgehaald. Kees wil weten wanneer de vogels broeden, ik zoek dat voor hem uit.",
                    next_in=10,
                ),
                DemoContact(
                    day=46,
                    way="mail",
                    reached=True,
                    note="Gestuurd in welke maanden de vogels broeden. Kees past zijn zaterdagen aan.",
                ),
                DemoContact(
                    day=128,
                    way="visit",
                    reached=True,
                    note="Meegeroeid en blaren gekregen. We zoeken samen een vaste plek voor de zakken.",
                    next_in=30,
                ),
            ),
        ),
    ),
)
