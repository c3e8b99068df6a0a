"""Initiatives of Middelwatering: the four of Fatima and two of the WOP."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Moestuin achter de Hoven",
        summary=(
            "Van een stuk gras maken we samen een tuin waar iedereen mag oogsten. "
            "Er komen zes bakken, een kas van oude ramen en een bank in de zon."
        ),
        own_share="Zes gezinnen onderhouden de tuin, elke week om de beurt. Samen is dat 240 uur per jaar.",
        owner="fatima",
        wijk="middelwatering",
        stage="running",
        scene="garden",
        days_ago=96,
        theme="livability",
        needs="Iemand die een kas van oude ramen dicht krijgt",
        place_kind="public",
        place="het grasveld achter de Hoven",
        point=(4.58431, 51.93153),
        supporters=31,
        joiners=(
            ("corrie", "Ik kan niet meer bukken, maar ik maak soep voor iedereen die dat wel kan."),
            ("bram", "Ik zaag de planken voor de bakken op maat. Zeg maar hoe hoog."),
            ("henk", "Ik heb een aanhanger en een vrije zaterdag."),
            ("bayram", "Ik breng stekken van mijn volkstuin mee, en zeker twee courgetteplanten."),
            ("soraya", "Na mijn nachtdienst geef ik water, dan is het nog lekker stil."),
        ),
        updates=(
            DemoUpdate(
                day=66,
                title="De eerste drie bakken staan",
                text=(
                    "Bram had de planken al gezaagd, dus om twaalf uur waren we klaar. "
                    "Toen hebben we nog twee uur soep gegeten."
                ),
            ),
            DemoUpdate(
                day=83,
                title="Onze kas heeft negentien ramen",
                text=(
                    "Ze komen uit elf verschillende huizen en geen een is even groot. "
                    "Toch past het. Nu zoeken we nog handen voor de plantdag."
                ),
            ),
        ),
        case=DemoCase(
            by="noor",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2,
                    way="call",
                    reached=False,
                    note="Fatima stond met haar handen in de aarde.",
                    next_in=2,
                ),
                DemoContact(
                    day=4,
                    way="visit",
                    reached=True,
                    note=(
                        "Samen over het grasveld gelopen. "
                        "Fatima tekent de bakken in, ik vraag na waar de leidingen liggen."
                    ),
                    next_in=14,
                ),
                DemoContact(
                    day=18,
                    way="mail",
                    reached=True,
                    note="Tekening van de leidingen gestuurd. De bakken kunnen staan waar Fatima ze wil hebben.",
                ),
                DemoContact(
                    day=67,
                    way="visit",
                    reached=True,
                    note=(
                        "De eerste drie bakken bekeken, ze staan stevig. "
                        "Fatima regelt zelf wie de sleutel van het hek heeft."
                    ),
                    next_in=22,
                ),
                DemoContact(
                    day=89,
                    way="call",
                    reached=True,
                    note="Gebeld over de plantdag. Ik kom kijken waar de waterkraan het best kan komen.",
                    next_in=12,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Muurschildering in de Schildersbuurt",
        summary=(
            "Een buurt met zulke straatnamen verdient een schilderij op de kale kopgevel. "
            "Kinderen maken de schets, buren kiezen en samen schilderen we."
        ),
        own_share="We hebben twaalf schilders, een steiger te leen en een buurvrouw die de verf mengt.",
        owner="fatima",
        wijk="middelwatering",
        stage="realised",
        scene="art",
        days_ago=430,
        theme="arts_culture",
        place_kind="public",
        place="de kopgevel in de Schildersbuurt",
        point=(4.57565, 51.92592),
        result=(
            "In drie weekenden schilderden 41 buren de gevel. De tekening van Amira (9) kreeg de meeste stemmen. "
            "Ze zette haar naam rechtsonder, net als een echte schilder."
        ),
        people_reached=260,
        supporters=54,
        joiners=(
            ("annelies", "Ik schilder boten, dus een muur die stilstaat moet ook lukken."),
            ("samira", "Ik meng de hele dag kleuren. Geef mij de verf maar."),
            ("dennis", "Ik kom met elf jongens die graag op een steiger willen. Ze mogen alleen onderaan."),
        ),
        updates=(
            DemoUpdate(
                day=64,
                title="We hebben 73 tekeningen",
                text=(
                    "Ze hangen nu aan een waslijn in de straat. "
                    "Iedereen mag drie knijpers zetten op wat hij het mooist vindt."
                ),
            ),
            DemoUpdate(
                day=231,
                title="De gevel is nu nog wit",
                text="Vandaag zit de grondverf erop. Mijn haar is ook wit, maar dat gaat er met zeep weer uit.",
            ),
            DemoUpdate(
                day=318,
                title="Het doek kan eraf",
                text="Amira heeft de laatste streek gezet, onze oudste buurman van 91 de eerste. Kom gauw kijken!",
            ),
        ),
        case=DemoCase(
            by="noor",
            claimed=2,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=True,
                    note="Fatima wil eerst weten van wie de gevel is. Ik zoek dat uit en bel haar terug.",
                    next_in=9,
                ),
                DemoContact(
                    day=12,
                    way="meeting",
                    reached=True,
                    note=(
                        "Met de eigenaar van de gevel aan tafel. "
                        "Hij vindt het goed, als de verf tien jaar blijft zitten."
                    ),
                    next_in=60,
                ),
                DemoContact(
                    day=205,
                    way="mail",
                    reached=True,
                    note="Fatima stuurde de gekozen schets. De eigenaar heeft er ook ja op gezegd.",
                ),
                DemoContact(
                    day=334,
                    way="visit",
                    reached=True,
                    note="De gevel bekeken, met thee van de buren erbij. Alles is opgeruimd en de steiger is terug.",
                ),
            ),
            closing="De schildering is af. Fatima houdt een pot van elke kleur bewaard om later bij te werken.",
        ),
    ),
    DemoInitiative(
        title="Fietsles voor moeders",
        summary=(
            "Veel moeders uit de Hoven brengen hun kinderen lopend naar school, omdat ze nooit leerden fietsen. "
            "Op woensdagochtend oefenen we samen, op zachte banden en met een zachte landing in het gras."
        ),
        own_share=(
            "Ik geef les met drie vriendinnen, twee uur per week. We hebben al vier fietsen die laag genoeg zijn."
        ),
        owner="fatima",
        wijk="middelwatering",
        stage="published",
        scene="sport",
        days_ago=1,
        theme="sports_leisure",
        needs="Een damesfiets met een lage instap\nIemand die tijdens de les op de peuters past",
        supporters=5,
        joiners=(("mo", "Ik kijk alle remmen na, dan kun jij je op het sturen richten."),),
    ),
    DemoInitiative(
        title="Twintig regentonnen in de Hoven",
        summary=(
            "Bij een bui loopt het water zo het riool in, en een week later sta ik met de slang te sproeien. "
            "We zetten twintig tonnen onder de regenpijpen, en wie er een heeft deelt met twee buren."
        ),
        own_share="Wij halen de tonnen op, zagen de pijpen door en komen elk najaar langs om ze leeg te maken.",
        owner="fatima",
        wijk="middelwatering",
        stage="preparing",
        scene="water",
        days_ago=25,
        theme="sustainability",
        needs="Namen voor de tonnen die nog geen naam hebben",
        supporters=17,
        joiners=(
            ("jaap", "Ik meet alle regenpijpen op. Twee keer, voor de zekerheid."),
            ("willem", "Van water tegenhouden weet een schipper wel iets."),
        ),
        updates=(
            DemoUpdate(
                day=15,
                title="De eerste ton heeft een naam",
                text=(
                    "De kinderen van hiernaast noemen hem Toon. Hij was na één bui vol, "
                    "dus we denken nu aan een grotere broer."
                ),
            ),
        ),
        case=DemoCase(
            by="noor",
            claimed=1,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=True,
                    note=(
                        "Fatima vertelde welke huizen meedoen. "
                        "Ik vraag de verhuurder of er aan de pijpen gezaagd mag worden."
                    ),
                    next_in=15,
                ),
                DemoContact(
                    day=18,
                    way="call",
                    reached=True,
                    note=(
                        "De verhuurder vindt het goed, maar wil eerst meekijken. "
                        "We lopen met z'n drieën langs de pijpen."
                    ),
                    next_in=11,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Licht op het pad bij de Wiekslag",
        summary=(
            "In de winter is het pad langs de struiken te donker om fijn te lopen. "
            "We lopen het samen af, tekenen de donkere plekken in en snoeien wat in de weg hangt."
        ),
        own_share="Vier bewoners lopen elke maand een avondronde. Het lage snoeiwerk doen we zelf.",
        owner="willem",
        wijk="middelwatering",
        stage="published",
        scene="light",
        days_ago=2,
        theme="safety",
        needs="Iemand met een goede snoeischaar\nMensen die één avond meelopen, met of zonder hond",
        place_kind="public",
        place="het pad bij de Wiekslag",
        point=(4.57042, 51.92387),
        supporters=9,
        joiners=(("henk", "De hond en ik lopen daar toch al elke avond. Wij nemen de lamp mee."),),
    ),
    DemoInitiative(
        title="Lange tafel in de Dichtersbuurt",
        summary=(
            "Op de laatste zaterdag van augustus zetten we één tafel neer, de hele straat door. "
            "Iedereen neemt een gerecht mee van thuis, en iemand leest een gedicht voor."
        ),
        own_share="Wij regelen de tafels, hangen de vlaggen op en ruimen dezelfde avond alles weer op.",
        owner="wilma",
        wijk="middelwatering",
        stage="preparing",
        scene="table",
        days_ago=5,
        theme="arts_culture",
        needs="Vlaggetjes, met of zonder gaten",
        place="de straten van de Dichtersbuurt",
        supporters=12,
        joiners=(
            ("mei", "Ik maak dumplings voor vijftig. Het worden er vast tachtig."),
            ("olga", "Ik speel viool tussen de soep en het toetje."),
            ("fatima", "Ik breng een schaal harira en mijn twee langste tafels."),
        ),
    ),
)
