"""Initiatives of 's-Gravenland: gardens, birds, laptops and runners."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Voortuinen zonder tegels",
        summary=(
            "Veel voortuinen zijn van steen, en bij een flinke bui staat de straat blank. "
            "We halen samen tegels weg en zetten er planten neer waar bijen van houden."
        ),
        own_share="Elke deelnemer doet ook de tuin van één buur die het zelf niet meer kan.",
        owner="lotte",
        wijk="s-gravenland",
        stage="published",
        scene="garden",
        days_ago=1,
        theme="livability",
        needs="Een aanhanger voor de tegels\nPlanten waar bijen van houden",
        supporters=4,
        joiners=(("nadia", "Ik neem stekken mee. Ook voor plekken waar het niet kan."),),
    ),
    DemoInitiative(
        title="Vogels tellen in je badjas",
        summary=(
            "Voor je eerste kop koffie weet je al wie er in de tuin zit. "
            "Elke eerste zondag tellen we een half uur vanachter het raam, "
            "en om tien uur leggen we de briefjes naast elkaar."
        ),
        own_share=(
            "Ik teken een kaart met twintig vogels en bel iedereen terug die iets raars heeft gezien. "
            "Ook als het een kip is."
        ),
        owner="pieter",
        wijk="s-gravenland",
        stage="preparing",
        scene="garden",
        days_ago=13,
        theme="sustainability",
        needs="Vijftig ramen, hoog en laag\nEen verrekijker voor wie er geen heeft",
        supporters=13,
        joiners=(
            ("shanti", "Ik tel mee tijdens het ademen."),
            ("els-marie", "Ik ken de paddenstoelen. Nu de vogels nog."),
        ),
        updates=(
            DemoUpdate(
                day=7,
                title="Proefzondag met zes badjassen",
                text="We zagen 43 vogels en één inbreker. Dat bleek de buurman, die zijn sleutel kwijt was.",
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
                    note="Pieter wil bij 200 huizen een kaart in de bus doen. Hij tekent de vogels, wij drukken.",
                    next_in=5,
                ),
                DemoContact(
                    day=9,
                    way="mail",
                    reached=True,
                    note="De proefdruk gestuurd. De koolmees is te blauw, Pieter maakt hem opnieuw.",
                    next_in=8,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Laptops met een tweede baas",
        summary=(
            "Mensen zetten goede laptops bij het vuil, alleen omdat ze traag zijn. "
            "Ik maak ze weer snel, en geef ze aan kinderen die hun huiswerk nu op een telefoon maken."
        ),
        own_share=(
            "Ik repareer er twee per week op mijn kamer en wis alles wat erop staat. "
            "Mijn moeder vindt veertig laptops wel het maximum."
        ),
        owner="ruben",
        wijk="s-gravenland",
        stage="preparing",
        scene="repair",
        days_ago=64,
        theme="education_work",
        needs="Oude laptops en opladers, ook kapotte\nIemand met een droge kelder",
        place_kind="home",
        place="'s-Gravenweg",
        point=(4.55884, 51.91977),
        supporters=23,
        joiners=(
            ("winston", "Ik heb nog soldeerbouten van voor jouw tijd. Kom maar langs."),
            ("priya", "Ik leg de kinderen uit hoe je een bestand terugvindt."),
            ("naima", "In mijn taalgroep zitten drie gezinnen die er een zoeken."),
        ),
        updates=(
            DemoUpdate(
                day=18,
                title="Negen binnen, vier gemaakt",
                text="Van de andere vijf maak ik er twee. Het werkt een beetje als soep.",
            ),
            DemoUpdate(
                day=50,
                title="Er staan elf kinderen op mijn lijst",
                text="Nummer één wil vooral weten of er een spelletje op zit.",
            ),
        ),
        case=DemoCase(
            by="karim",
            claimed=2,
            contacts=(
                DemoContact(day=3, way="call", reached=False, note="Ruben zat in de les. Ik bel na school.", next_in=2),
                DemoContact(
                    day=6,
                    way="meeting",
                    reached=True,
                    note="Met Ruben en zijn moeder aan tafel gezeten. Hij wist elke laptop twee keer, dat is goed.",
                    next_in=20,
                ),
                DemoContact(
                    day=27,
                    way="call",
                    reached=True,
                    note=(
                        "De school weet welke kinderen er een zoeken en geeft ze door. "
                        "Dan hoeft niemand het zelf te vragen."
                    ),
                    next_in=25,
                ),
                DemoContact(
                    day=55,
                    way="visit",
                    reached=True,
                    note="Twaalf laptops op één slaapkamer gezien. Ik zoek een droge kelder en bel Ruben.",
                    next_in=14,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Hardlopen met de buurt",
        summary=(
            "Op maandagavond lopen we een rondje langs het water in 's-Gravenland. "
            "Er is een groep die praat, een groep die zweet en niemand blijft achter."
        ),
        own_share="Lotte en twee anderen zijn opgeleid als trainer en doen dit zonder vergoeding.",
        owner="lotte",
        wijk="s-gravenland",
        stage="running",
        scene="sport",
        days_ago=75,
        theme="sports_leisure",
        needs="Nog een trainer voor de groep die praat\nBandjes die oplichten in het donker",
        place_kind="public",
        place="het bruggetje bij het water",
        point=(4.55465, 51.91966),
        supporters=20,
        joiners=(
            ("shanti", "Ik doe het rekken na afloop. Ook in de regen."),
            ("pieter", "Ik loop mee tot ik een vogel zie."),
            ("dilara", "Zet mij bij de groep die zweet. Ik zit de hele dag al."),
        ),
        updates=(
            DemoUpdate(
                day=20,
                title="De groep die praat is het grootst",
                text=(
                    "Achttien mensen, en bij de brug waren ze nog niet uitgepraat. "
                    "Toen hebben we nog een rondje gedaan."
                ),
            ),
            DemoUpdate(
                day=61,
                title="Voor het eerst vijf kilometer",
                text="Bij de laatste bocht stond haar hele gezin met pannendeksels. Ze was van schrik nog sneller.",
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
                    note="Lotte heeft drie trainers en een route. Ik zoek uit of het pad in de winter gestrooid wordt.",
                    next_in=7,
                ),
                DemoContact(
                    day=10,
                    way="mail",
                    reached=True,
                    note="De strooiwagen komt langs het pad. Lotte heeft de kaart gekregen.",
                ),
                DemoContact(
                    day=41,
                    way="visit",
                    reached=True,
                    note="Meegelopen met de groep die praat. Het bruggetje is glad, dat geef ik door.",
                    next_in=20,
                ),
                DemoContact(
                    day=64,
                    way="call",
                    reached=True,
                    note="Er komt gaas op het bruggetje. Ik bel Lotte als ik de dag weet.",
                    next_in=20,
                ),
            ),
        ),
    ),
)
