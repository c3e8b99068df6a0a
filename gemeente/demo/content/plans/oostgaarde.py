"""Initiatives of Oostgaarde: those that look for people, or get ready."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Soep op zondag in de Bergen",
        summary=(
            "De zondag duurt lang als je alleen woont. "
            "Daarom koken we elke week een grote pan soep, en eet iedereen uit de Bergen mee die zin heeft."
        ),
        own_share="Vijf koks wisselen elkaar af. Wie slecht ter been is, halen we op en brengen we thuis.",
        owner="emine",
        wijk="oostgaarde",
        stage="published",
        scene="table",
        days_ago=0,
        theme="elderly",
        needs="Een pan van twintig liter\nIemand met een auto die mensen ophaalt",
        place="de Bergen",
        supporters=3,
        joiners=(("mei", "Ik kook toch altijd voor tien. Nu komen ze eindelijk ook."),),
    ),
    DemoInitiative(
        title="Het rek voor te veel courgettes",
        summary=(
            "Elke zomer heb ik veertig courgettes en maar één maag. "
            "Ik zet een rek neer waar je groente en fruit uit je tuin kwijt kunt, "
            "en waar iedereen mag pakken wat hij op kan."
        ),
        own_share=(
            "Ik timmer het rek van twee pallets en veeg er elke avond onder. "
            "Wat blijft liggen, gaat op mijn composthoop."
        ),
        owner="bayram",
        wijk="oostgaarde",
        stage="published",
        scene="garden",
        days_ago=26,
        theme="sustainability",
        needs="Buren met een tuin of een volle fruitboom\nEen afdakje tegen de regen",
        place_kind="public",
        place="de stoep voor de flat in de Linie",
        point=(4.60485, 51.93799),
        supporters=14,
        joiners=(
            ("trudy", "Ik heb een pruimenboom die van geen ophouden weet."),
            ("mei", "Ik hang bij elke groente een recept. Ook bij de rare."),
        ),
        case=DemoCase(
            by="yvonne",
            claimed=2,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=True,
                    note=(
                        "Bayram wil het rek onder het raam van de buurvrouw zetten. "
                        "Hij vraagt eerst of zij dat goed vindt."
                    ),
                    next_in=7,
                ),
                DemoContact(
                    day=11,
                    way="visit",
                    reached=True,
                    note=(
                        "De buurvrouw vindt het goed en brengt zelf tomaten. "
                        "Ik zoek uit hoeveel stoep er vrij moet blijven."
                    ),
                    next_in=21,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Drie akkoorden in de garage",
        summary=(
            "Met drie akkoorden speel je bijna elk liedje dat je oma kent. "
            "Op woensdagavond leer ik ze aan wie wil, tussen de fietsen en de winterbanden."
        ),
        own_share=(
            "Ik geef tien avonden les en leen vier gitaren uit. "
            "Mijn buurman zet op woensdag zijn auto buiten, dan is er plek."
        ),
        owner="kevin",
        wijk="oostgaarde",
        stage="preparing",
        scene="art",
        days_ago=48,
        theme="arts_culture",
        needs="Gitaren die al jaren op zolder staan\nEen kachel, want de garage is koud",
        place_kind="home",
        place="Purmerhoek",
        point=(4.60374, 51.93241),
        supporters=17,
        joiners=(
            ("emine", "Mijn oudste wil graag, en dan leer ik stiekem mee."),
            ("ricardo", "Ik neem een trommel mee, dan blijft iedereen in de maat."),
            ("daan", "Ik film het eerste liedje, maar alleen als het goed gaat."),
        ),
        updates=(
            DemoUpdate(
                day=23,
                title="Proefavond: zeven mensen, vier gitaren",
                text="We wisselen om het kwartier. Wie niet speelt, zingt mee of houdt de deur dicht.",
            ),
        ),
        case=DemoCase(
            by="yvonne",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2, way="call", reached=False, note="Kevin zat op de heftruck en kon niet opnemen.", next_in=2
                ),
                DemoContact(
                    day=4,
                    way="visit",
                    reached=True,
                    note="In de garage gestaan. Kevin stopt om negen uur en hangt een briefje op voor de buren.",
                    next_in=21,
                ),
                DemoContact(
                    day=30,
                    way="call",
                    reached=True,
                    note="De buren vinden het goed. Kevin zoekt een kachel, ik vraag een collega welke veilig is.",
                    next_in=25,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Met de wind mee over de dijk",
        summary=(
            "Wie niet meer zelf durft te fietsen, mist vooral de dijk. "
            "Op een fiets met twee zadels naast elkaar neem ik je mee: heen tegen de wind in, "
            "zodat je op de terugweg kunt zingen."
        ),
        own_share=(
            "Ik fiets drie ochtenden in de week, het hele jaar door. "
            "Twee vriendinnen vallen in als mijn knie protesteert."
        ),
        owner="trudy",
        wijk="oostgaarde",
        stage="preparing",
        scene="care",
        days_ago=17,
        theme="sports_leisure",
        needs="Een duofiets te leen voor de eerste maanden\nEen droge stalling dicht bij de dijk",
        place_kind="public",
        place="het pad omhoog naar de dijk",
        point=(4.61482, 51.92704),
        supporters=21,
        joiners=(
            ("kevin", "Ik hou de remmen en de ketting bij."),
            ("kees", "Bij mij aan de dijk kun je stoppen voor koffie."),
        ),
        updates=(
            DemoUpdate(
                day=9,
                title="Proefrit op een geleende fiets",
                text="Mijn buurvrouw van 84 zat naast me. In de bocht riep ze dat het best harder kon.",
            ),
        ),
        case=DemoCase(
            by="yvonne",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2,
                    way="meeting",
                    reached=True,
                    note=(
                        "Koffie gedronken bij Trudy. Ze maakt eerst tien proefritten en schrijft op wie vaker mee wil."
                    ),
                    next_in=10,
                ),
                DemoContact(
                    day=13,
                    way="call",
                    reached=True,
                    note=(
                        "Zes ritten gemaakt, zonder lekke band. Ik vraag bij de flat of er in de fietsenkelder plek is."
                    ),
                    next_in=9,
                ),
            ),
        ),
    ),
)
