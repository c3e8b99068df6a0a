"""Initiatives for the whole town: of Ineke, Nadia, Trudy and Olga."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Heel Capelle leest voor",
        summary=(
            "In alle zeven wijken lezen buren één ochtend voor aan kinderen, in hun eigen taal en in het Nederlands. "
            "Achter een raam, op een bankje of in de wachtkamer: overal kan het."
        ),
        own_share="Ineke zoekt de boeken uit en oefent met de voorlezers. Er doen al dertig mensen mee.",
        owner="ineke",
        wijk=None,
        stage="published",
        scene="learning",
        days_ago=12,
        theme="youth",
        needs="Voorlezers in het Portugees en het Tigrinya\nPlekken waar twaalf kinderen kunnen zitten",
        supporters=33,
        joiners=(
            ("emine", "Ik lees voor in het Turks, met alle stemmetjes."),
            ("kees", "In Capelle-West lees ik voor in mijn roeiboot. Aan de kant, vastgelegd."),
            ("sjaan", "Mijn bankje is vrij die ochtend, dan schuif ik op."),
            ("fatima", "Ik lees het verhaal over de rups voor, en daarna zoeken we hem in de tuin."),
        ),
        case=DemoCase(
            by="karim",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2,
                    way="call",
                    reached=True,
                    note="Ineke heeft voor vijf wijken al plekken. Ik geef haar namen voor Fascinatio en Schenkel.",
                    next_in=5,
                ),
                DemoContact(
                    day=7,
                    way="meeting",
                    reached=True,
                    note=(
                        "Samen de lijst met plekken doorgelopen. "
                        "Ik vraag of de hal van het gemeentehuis ook mag, en bel haar."
                    ),
                    next_in=10,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="De stekjesfiets rijdt langs alle wijken",
        summary=(
            "Mijn vensterbank is vol, en die van jou vast leeg. "
            "Elke week rijd ik met een bakfiets vol stekjes een andere wijk in: "
            "je ruilt er een, of je krijgt er een mee."
        ),
        own_share="Ik fiets elke zaterdag drie uur en stek door de week. Twee vriendinnen wassen de potjes om.",
        owner="nadia",
        wijk=None,
        stage="running",
        scene="garden",
        days_ago=252,
        theme="sustainability",
        needs="Lege potjes en yoghurtbakjes\nIemand met sterke benen voor de dijk in Capelle-West",
        supporters=46,
        joiners=(
            ("bayram", "Ik geef tachtig courgetteplantjes mee. Je mag niet weigeren."),
            ("mo", "Ik zet een tweede versnelling op de bakfiets."),
            ("soraya", "Ik stek alles wat op mijn afdeling overblijft na het bezoekuur."),
            ("lotte", "Tegen de dijk op duw ik. Dat telt mee als training."),
        ),
        updates=(
            DemoUpdate(
                day=97,
                title="De bakfiets is groen, en het slot ook",
                text="Hij kwam van een buurman die er zijn kinderen te groot voor vond. Ik heb hem in de verf gezet.",
            ),
            DemoUpdate(
                day=178,
                title="Eerste rit: 62 stekjes weg",
                text=(
                    "In Oostgaarde stond een rij tot de hoek. "
                    "Iemand ruilde een cactus voor een varen, om eindelijk te kunnen knuffelen."
                ),
            ),
            DemoUpdate(
                day=231,
                title="Alle zeven wijken gehad",
                text=(
                    "De hardste regen viel in Schenkel, het lekkerste gebak stond in Fascinatio. "
                    "Ik begin gewoon weer bij één."
                ),
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=2,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=False,
                    note="Nadia was stekjes aan het brengen.",
                    next_in=2,
                ),
                DemoContact(
                    day=5,
                    way="call",
                    reached=True,
                    note="Nadia wil weten waar ze mag staan. Ik maak een lijst met één plek per wijk.",
                    next_in=14,
                ),
                DemoContact(
                    day=21,
                    way="mail",
                    reached=True,
                    note="Zeven plekken gestuurd, met de naam van de collega die in elke wijk werkt.",
                ),
                DemoContact(
                    day=181,
                    way="visit",
                    reached=True,
                    note="Bij de fiets gestaan en een begonia gekregen. Nadia denkt aan een vaste plek in de winter.",
                    next_in=45,
                ),
                DemoContact(
                    day=243,
                    way="call",
                    reached=True,
                    note=(
                        "Ze zoekt nog een plek die droog en licht is. "
                        "Ik vraag of de hal van het gemeentehuis op zaterdag open kan."
                    ),
                    next_in=16,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Zeven wijken leren reanimeren",
        summary=(
            "Als iemand valt, zijn de buren er het eerst, maar veel mensen durven dan niets. "
            "In elke wijk oefenen we één avond op een pop, tot iedereen het liedje in zijn hoofd heeft."
        ),
        own_share="Vijf oud-collega's uit het ziekenhuis geven les, zonder kosten. Wij sjouwen de poppen zelf mee.",
        owner="trudy",
        wijk=None,
        stage="realised",
        scene="care",
        days_ago=516,
        theme="safety",
        result=(
            "Op veertien avonden oefenden 212 mensen, de jongste twaalf en de oudste 84. "
            "In Schenkel hielp een deelnemer twee maanden later haar eigen buurman, "
            "en hij stuurde alle lesgevers bloemen."
        ),
        people_reached=212,
        supporters=60,
        joiners=(
            ("linda", "Ik geef les in Schenkel, en ik zing het liedje voor."),
            ("soraya", "De avond in Fascinatio doe ik, als mijn dienst het toelaat."),
            ("dilara", "Ik nodig mijn hele voetbalteam uit. Zij hebben er de knieën voor."),
            ("wilma", "Er is cake, want van reanimeren krijg je honger."),
        ),
        updates=(
            DemoUpdate(
                day=139,
                title="De poppen zijn binnen",
                text="Het zijn er zeven en ze zitten achter in mijn auto, in de gordel. De buren kijken me raar aan.",
            ),
            DemoUpdate(
                day=271,
                title="Eerste avond in Oostgaarde",
                text=(
                    "Achttien mensen en allemaal spierpijn. "
                    "Na afloop durfde iedereen, ook de man die zei dat hij alleen kwam kijken."
                ),
            ),
            DemoUpdate(
                day=379,
                title="Veertien avonden later",
                text="De laatste les was in Capelle-West, met het raam open. De poppen mogen nu op zolder uitrusten.",
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=2,
            contacts=(
                DemoContact(
                    day=4,
                    way="call",
                    reached=True,
                    note="Trudy heeft lesgevers, geen zalen. Ik zoek in elke wijk een ruimte die 's avonds open is.",
                    next_in=30,
                ),
                DemoContact(
                    day=38,
                    way="meeting",
                    reached=True,
                    note="Zes van de zeven zalen zijn rond. Voor 's-Gravenland vraagt ze het zelf op school.",
                    next_in=60,
                ),
                DemoContact(
                    day=274,
                    way="mail",
                    reached=True,
                    note="Trudy schreef hoe de eerste avond ging. Ze wil per wijk een tweede avond, en dat kan.",
                ),
                DemoContact(
                    day=398,
                    way="call",
                    reached=True,
                    note="Teruggekeken op veertien avonden. Trudy geeft de poppen door aan wie het nog eens wil doen.",
                ),
            ),
            closing="In elke wijk zijn nu mensen die durven te helpen. De poppen staan klaar voor een volgende keer.",
        ),
    ),
    DemoInitiative(
        title="Eén lied, zeven wijken, zeven ramen",
        summary=(
            "Op één zondag klinkt in alle wijken om twaalf uur hetzelfde lied uit een open raam. "
            "Wie niet kan zingen, neuriet, en wie niet kan neuriën, zet het raam open."
        ),
        own_share=(
            "Ik schrijf het lied en oefen in elke wijk drie keer. Per wijk zoekt één buur de zangers en de ramen."
        ),
        owner="olga",
        wijk=None,
        stage="realised",
        scene="art",
        days_ago=688,
        theme="arts_culture",
        result=(
            "Er zongen 640 mensen mee, uit 183 ramen. In Schollevaar begonnen ze een minuut te vroeg, "
            "dus het werd vanzelf een canon. Dat vond ik het mooiste stuk."
        ),
        people_reached=640,
        supporters=52,
        joiners=(
            ("ricardo", "Ik tel af op een emmer, dan hoort de hele flat het."),
            ("kees", "Vanaf het water klinkt alles verder. Ik roei langs en zing de tweede stem."),
            ("gerda", "Ik fluit de tussenstukken. Dat oefen ik elke dag bij de afwas."),
            ("shanti", "Ik leer je vooraf ademen, in het park."),
            ("youssef", "Ik geef de zangers broodjes. Met een lege maag zing je vals."),
        ),
        updates=(
            DemoUpdate(
                day=190,
                title="Het lied is af",
                text="Het heeft drie coupletten en één woord dat in elke taal hetzelfde is: la.",
            ),
            DemoUpdate(
                day=356,
                title="Oefenen in het trappenhuis",
                text="Daar galmt het zo mooi dat de postbode bleef staan. Hij zingt nu de lage partij.",
            ),
            DemoUpdate(
                day=509,
                title="Zondag om twaalf uur",
                text="Zet je klok gelijk met die van je buren. En zet de wasmachine even uit, alsjeblieft.",
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=3,
            contacts=(
                DemoContact(
                    day=5,
                    way="call",
                    reached=False,
                    note="Olga gaf les en kon niet praten. Ik bel morgen.",
                    next_in=1,
                ),
                DemoContact(
                    day=6,
                    way="call",
                    reached=True,
                    note="Ze zoekt in elke wijk iemand die trekt. Ik vraag het de zeven WOP's.",
                    next_in=21,
                ),
                DemoContact(
                    day=30,
                    way="mail",
                    reached=True,
                    note="Uit alle zeven wijken een naam gekregen en doorgegeven. Olga belt ze zelf.",
                ),
                DemoContact(
                    day=362,
                    way="visit",
                    reached=True,
                    note=(
                        "Bij een oefening in 's-Gravenland gezeten. "
                        "Afgesproken dat niemand een vergunning nodig heeft voor een open raam."
                    ),
                    next_in=90,
                ),
                DemoContact(
                    day=527,
                    way="meeting",
                    reached=True,
                    note="Met Olga en vier zangers teruggekeken. Ze hebben een boekje met alle coupletten voor later.",
                ),
            ),
            closing=(
                "Het lied heeft geklonken, in alle zeven wijken. Olga leent de bladmuziek uit aan wie het nog eens wil."
            ),
        ),
    ),
)
