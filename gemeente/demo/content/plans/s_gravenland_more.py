"""Initiatives of 's-Gravenland: violins, chairs in the park and a dark path."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Een viool op proef",
        summary=(
            "Een viool kopen voor een kind dat na drie weken wil voetballen, dat doet niemand. "
            "Daarom leen je er bij mij een, een half jaar lang, "
            "met elke week een les en een buur die veel kan hebben."
        ),
        own_share=(
            "Ik heb zeven kleine violen verzameld en geef op vrijdag zes lessen. Nieuwe snaren zet ik er zelf op."
        ),
        owner="olga",
        wijk="s-gravenland",
        stage="running",
        scene="art",
        days_ago=200,
        theme="arts_culture",
        needs="Violen, ook met een barst\nOordoppen voor ouders",
        supporters=30,
        joiners=(
            ("bram", "De barsten lijm ik. Hout is hout."),
            ("corrie", "Ik brei om elke viool een hoes. Zeven kleuren."),
            ("lotte", "Ik breng de kinderen op vrijdag van school naar Olga."),
        ),
        updates=(
            DemoUpdate(
                day=39,
                title="Zes kinderen, zes tonen",
                text="Het klonk als een deur. Maar wel een deur die er zin in had.",
            ),
            DemoUpdate(
                day=133,
                title="Het eerste echte liedje",
                text="Vader Jacob, in drie groepen. De vaders huilden, en niet van de pijn.",
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=1,
            contacts=(
                DemoContact(
                    day=4,
                    way="call",
                    reached=True,
                    note=(
                        "Olga geeft les met het raam open. "
                        "Ze gaat eerst zelf langs om te vragen of de buren dat goed vinden."
                    ),
                    next_in=14,
                ),
                DemoContact(
                    day=19,
                    way="call",
                    reached=False,
                    note="Geen gehoor. Het heeft geen haast, zei ik tegen het bandje.",
                    next_in=3,
                ),
                DemoContact(
                    day=23,
                    way="call",
                    reached=True,
                    note="De buren vinden vrijdag tot zes uur prima. Eén van hen zet zijn stoel al klaar.",
                    next_in=60,
                ),
                DemoContact(
                    day=90,
                    way="visit",
                    reached=True,
                    note="Bij een les geweest. Olga zoekt een grotere kamer, ik vraag het aan de school.",
                    next_in=21,
                ),
                DemoContact(
                    day=112,
                    way="mail",
                    reached=True,
                    note="Op vrijdag vanaf drie uur is het muzieklokaal vrij.",
                ),
                DemoContact(
                    day=186,
                    way="call",
                    reached=True,
                    note="Er komen vier kinderen bij. We zoeken samen waar nog kleine violen liggen.",
                    next_in=25,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Yoga op een tuinstoel",
        summary=(
            "Je hoeft je tenen niet aan te raken om yoga te doen, naar je tenen kijken telt ook. "
            "Op dinsdag zetten we stoelen in een kring in het park, en beweegt iedereen wat er nog beweegt."
        ),
        own_share=(
            "Ik geef elke dinsdag een uur, ook in de regen. Drie buren dragen de stoelen en schenken na afloop thee."
        ),
        owner="shanti",
        wijk="s-gravenland",
        stage="realised",
        scene="care",
        days_ago=450,
        theme="elderly",
        place_kind="public",
        place="het gras in het park",
        point=(4.5622, 51.91888),
        result=(
            "Dertig dinsdagen lang zaten er gemiddeld elf mensen in de kring. "
            "Een van hen kan zijn kleinzoon weer optillen, en laat dat elke week even zien."
        ),
        people_reached=46,
        supporters=43,
        joiners=(
            ("pieter", "Ik draag de stoelen, en wijs de reiger aan."),
            ("gerda", "Ik kom op de fiets. Dan heb ik onderweg al gezeten."),
            ("linda", "Ik let op de heupen en de knieën."),
        ),
        updates=(
            DemoUpdate(
                day=24,
                title="Eerste les in de motregen",
                text="Acht stoelen, acht paraplu's. De boom lukte niemand, de treurwilg wel.",
            ),
            DemoUpdate(
                day=139,
                title="We kregen publiek",
                text="Twee hardlopers deden mee vanaf de kant. Eén viel om, en dat gebeurt ons op een stoel nooit.",
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=2,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=True,
                    note="Shanti wil op het gras in het park. Ik vraag op welke dag er gemaaid wordt.",
                    next_in=7,
                ),
                DemoContact(
                    day=11,
                    way="mail",
                    reached=True,
                    note="Maaien gebeurt op maandag, dus op dinsdag is het gras kort.",
                ),
                DemoContact(
                    day=80,
                    way="visit",
                    reached=True,
                    note="Zelf op stoel negen gezeten en spierpijn gekregen. Shanti redt zich prima.",
                    next_in=120,
                ),
                DemoContact(
                    day=215,
                    way="call",
                    reached=True,
                    note="Dertig lessen gegeven. Twee deelnemers leiden de groep als Shanti op reis is.",
                ),
            ),
            closing=(
                "De groep beweegt elke dinsdag en redt zichzelf. Als de stoelen op zijn, weet Shanti ons te vinden."
            ),
        ),
    ),
    DemoInitiative(
        title="Lampjes langs het slootpad",
        summary=(
            "Het pad langs de sloot is 's avonds zo donker dat mijn zus er hard gaat zingen. "
            "Ik bouw dertig lampjes die overdag zon opslaan, en zacht aangaan als er iemand loopt."
        ),
        own_share="Ik soldeer de lampjes van onderdelen uit oude spullen. Vier buren zetten ze samen in de grond.",
        owner="ruben",
        wijk="s-gravenland",
        stage="stopped",
        scene="light",
        days_ago=320,
        theme="safety",
        place_kind="public",
        place="het pad langs de sloot",
        point=(4.56485, 51.91965),
        reason=(
            "Pieter telde elf vleermuizen die juist dat donkere stuk gebruiken. "
            "Voor hen is mijn licht te veel, en ik wil ze niet wegjagen. "
            "Mijn zus loopt nu een straat verder, en zingt daar ook."
        ),
        supporters=25,
        joiners=(
            ("pieter", "Ik kijk eerst welke dieren er 's avonds zitten."),
            ("marek", "Ik test of ze tegen water kunnen. De ene helft kan het al."),
        ),
        updates=(
            DemoUpdate(
                day=20,
                title="Lampje één doet het",
                text="Het ging ook aan voor een eend. Ze leek tevreden.",
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2,
                    way="call",
                    reached=True,
                    note="Ruben heeft één lampje klaar. We gaan 's avonds samen op het pad kijken.",
                    next_in=8,
                ),
                DemoContact(
                    day=10,
                    way="visit",
                    reached=True,
                    note=(
                        "In het donker gelopen, het is er echt zwart. "
                        "Ik vraag een collega naar de dieren langs de sloot."
                    ),
                    next_in=14,
                ),
                DemoContact(
                    day=26,
                    way="call",
                    reached=False,
                    note="De lijn viel weg, daarna geen gehoor.",
                    next_in=3,
                ),
                DemoContact(
                    day=30,
                    way="meeting",
                    reached=True,
                    note=(
                        "Met Ruben, Pieter en een collega van het groen gepraat. "
                        "Er vliegen vleermuizen, en licht is slecht voor ze."
                    ),
                    next_in=14,
                ),
                DemoContact(
                    day=45,
                    way="call",
                    reached=True,
                    note=(
                        "Ruben stopt ermee en vindt dat zelf de goede keus. "
                        "De lampjes gaan naar vier tuinen in de buurt."
                    ),
                ),
            ),
            closing="Het pad blijft donker voor de vleermuizen. De lampjes van Ruben staan nu in vier tuinen.",
        ),
    ),
)
