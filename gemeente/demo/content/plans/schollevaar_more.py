"""More initiatives of Schollevaar: of Dilara, Arjan, Ricardo, Wies and Bram."""

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoInitiative, DemoUpdate

PLANS: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="De avond van de dichte envelop",
        summary=(
            "Sommige brieven blijven weken dicht, omdat je bang bent voor wat erin staat. "
            "Op dinsdagavond maken we ze bij mij aan tafel samen open, en na drie enveloppen is er taart."
        ),
        own_share=(
            "Ik zit er elke dinsdag van zeven tot negen, met een collega die net zo goed kan uitleggen. "
            "De taart bak ik."
        ),
        owner="dilara",
        wijk="schollevaar",
        stage="preparing",
        scene="meeting",
        days_ago=74,
        theme=None,
        needs="Mensen die meelezen in het Turks, Pools of Papiaments\nEen paar mappen met gaatjes",
        place_kind="home",
        place="Maria Danneelserf",
        point=(4.57338, 51.94431),
        supporters=24,
        joiners=(
            ("tomasz", "Ik lees mee in het Pools, en ik weet hoe lang zo'n brief dicht kan blijven."),
            ("naima", "Moeilijke woorden maak ik klein, met muntthee erbij."),
            ("jaap", "Ik reken na wat er onderaan staat. Twee keer."),
        ),
        updates=(
            DemoUpdate(
                day=41,
                title="De proefavond: elf enveloppen",
                text=(
                    "Negen vielen mee, voor twee belden we de volgende ochtend. "
                    "In één zat een verjaardagskaart uit maart."
                ),
            ),
        ),
        case=DemoCase(
            by="sander",
            claimed=1,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=True,
                    note="Dilara houdt het klein, vier mensen per avond. Ze stuurt door wie meer hulp nodig heeft.",
                    next_in=12,
                ),
                DemoContact(
                    day=16,
                    way="meeting",
                    reached=True,
                    note="Kennis gemaakt met de collega die mensen met schulden helpt. Zij komt een avond meekijken.",
                    next_in=28,
                ),
                DemoContact(
                    day=63,
                    way="call",
                    reached=True,
                    note="Ze wil graag dat ik een dinsdag kom kijken. Ik neem zelf ook een envelop mee.",
                    next_in=14,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Voor het eerst alleen met de trein",
        summary=(
            "Na groep acht moeten veel kinderen ineens zelf naar een school in de stad. "
            "Ik rij met vijf kinderen tegelijk heen en weer, tot ze mij de weg wijzen en niet andersom."
        ),
        own_share="Ik geef er acht vrije middagen voor, en ik heb nog een conducteurspet voor wie het goed doet.",
        owner="arjan",
        wijk="schollevaar",
        stage="preparing",
        scene="learning",
        days_ago=44,
        theme="youth",
        needs="Ouders die meerijden, één per groepje\nEen plattegrond van het spoor, zo groot als een deur",
        supporters=16,
        joiners=(
            ("henk", "Ik doe hetzelfde met de bus. Dan kunnen ze ook nog overstappen."),
            ("emine", "Mijn oudste gaat mee. Ik zwaai, en dan ga ik naar huis en ben ik niet zenuwachtig."),
        ),
        updates=(
            DemoUpdate(
                day=27,
                title="Drie kinderen, één verkeerd perron",
                text=(
                    "Dat was precies de bedoeling. "
                    "Ze zochten samen uit hoe het moest en waren trotser dan wanneer het goed ging."
                ),
            ),
        ),
        case=DemoCase(
            by="sander",
            claimed=0,
            contacts=(
                DemoContact(
                    day=2,
                    way="call",
                    reached=False,
                    note="Arjan was aan het werk, tussen twee stations. Voicemail ingesproken.",
                    next_in=1,
                ),
                DemoContact(
                    day=3,
                    way="call",
                    reached=True,
                    note="Hij wil met twee scholen beginnen. Ik vraag de scholen wie hij daar kan spreken.",
                    next_in=14,
                ),
                DemoContact(
                    day=18,
                    way="visit",
                    reached=True,
                    note=(
                        "Samen op het station gestaan en de route gelopen. "
                        "Arjan maakt een kaartje met wat je doet als je te laat bent."
                    ),
                    next_in=14,
                ),
                DemoContact(
                    day=36,
                    way="mail",
                    reached=True,
                    note="Het kaartje is af en erg duidelijk. We zitten samen met de tweede school aan tafel.",
                    next_in=12,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Emmerorkest Schollevaar",
        summary=(
            "Een trommel is duur, maar een emmer heeft iedereen. "
            "Op zaterdagmiddag spelen we met stokken, deksels en een oude wastobbe die klinkt als onweer."
        ),
        own_share="Ik geef twee uur les per week en verzamel de emmers. Vier vaders sjouwen alles heen en weer.",
        owner="ricardo",
        wijk="schollevaar",
        stage="running",
        scene="art",
        days_ago=128,
        theme="arts_culture",
        needs=(
            "Emmers zonder gat, liefst van metaal\n"
            "Iemand die maat kan houden en het kan uitleggen\nEen plek om te oefenen als het regent"
        ),
        place_kind="public",
        place="het grasveld achter de winkels",
        point=(4.56616, 51.9459),
        supporters=29,
        joiners=(
            ("kevin", "Ik speel gitaar, maar zo'n wastobbe wil ik ook wel eens."),
            ("daan", "Ik maak er een dans bij. Jullie moeten dan wel even lang hetzelfde spelen."),
            ("youssef", "In mijn bakkerij staan vijfentwintig lege emmers. Ze ruiken naar amandel."),
        ),
        updates=(
            DemoUpdate(
                day=52,
                title="Zestien emmers op een rij",
                text=(
                    "Elke emmer heeft nu een kleur en elke kleur een ritme. "
                    "Geel is altijd te vroeg, maar dat maakt niet uit."
                ),
            ),
            DemoUpdate(
                day=109,
                title="Ons eerste optreden duurde vier minuten",
                text=(
                    "Daarna wilde het publiek meedoen, en duurde het nog een uur. "
                    "Er zijn twee emmers gebarsten, en niemand vond het erg."
                ),
            ),
        ),
        case=DemoCase(
            by="sander",
            claimed=3,
            contacts=(
                DemoContact(
                    day=4,
                    way="call",
                    reached=True,
                    note="Gesproken over geluid. Ricardo stopt om vijf uur en gaat zelf eerst bij de huizen langs.",
                    next_in=14,
                ),
                DemoContact(
                    day=20,
                    way="visit",
                    reached=True,
                    note=(
                        "Bij een oefening geluisterd, van ver en van dichtbij. "
                        "Op het gras achter de winkels klinkt het het zachtst."
                    ),
                ),
                DemoContact(
                    day=90,
                    way="mail",
                    reached=True,
                    note=(
                        "Ricardo zoekt een droge plek voor als het regent. Ik vraag het aan de school en het buurthuis."
                    ),
                    next_in=20,
                ),
                DemoContact(
                    day=119,
                    way="call",
                    reached=True,
                    note="De school heeft een hal vrij op zaterdag. We gaan er samen kijken hoe het daar klinkt.",
                    next_in=13,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Vloer vrij voor de foxtrot",
        summary=(
            "Ik heb zestig jaar gedanst en mijn knieën willen nog best. "
            "Eén middag per maand schuiven we in de hal van de flat de stoelen aan de kant en zet ik de platen op."
        ),
        own_share="Ik neem mijn pick-up en 140 platen mee. Zes buren dweilen de vloer, vooraf en achteraf.",
        owner="wies",
        wijk="schollevaar",
        stage="realised",
        scene="meeting",
        days_ago=236,
        theme="sports_leisure",
        place="de hal van de flat",
        result=(
            "We dansten vier middagen, met 64 verschillende mensen van 7 tot 93 jaar. "
            "Er is één teen gekneusd en er is één nieuw stel, en dat waren niet dezelfde mensen."
        ),
        people_reached=64,
        done_ago=3,
        supporters=34,
        joiners=(
            ("priya", "Ik dans op zondag, en op maandag ook als jij de platen kiest."),
            ("winston", "Ik houd de pick-up aan de praat. De naald is mijn werk."),
            ("samira", "Ik doe vooraf ieders haar. Het moet blijven zitten bij een draai."),
        ),
        updates=(
            DemoUpdate(
                day=83,
                title="De vloer is glad genoeg",
                text=(
                    "We hebben hem geprobeerd met z'n vieren en één plaat. Winston gleed van de voordeur tot de lift."
                ),
            ),
            DemoUpdate(
                day=141,
                title="Mijn kleinzoon kan het ook",
                text=(
                    "Hij is negentien en keek eerst op zijn telefoon. "
                    "Aan het eind vroeg hij wanneer de volgende middag is."
                ),
            ),
        ),
        case=DemoCase(
            by="sander",
            claimed=1,
            contacts=(
                DemoContact(
                    day=2,
                    way="visit",
                    reached=True,
                    note="Koffie bij Wies, met muziek. Ze wil een slot op de deur van de hal, dat regel ik.",
                    next_in=7,
                ),
                DemoContact(
                    day=10,
                    way="call",
                    reached=True,
                    note="Er zit een slot op de deur en Wies heeft de sleutel. Ze begint zodra de vloer glad is.",
                ),
                DemoContact(
                    day=128,
                    way="visit",
                    reached=True,
                    note="Een middag meegedanst, niet goed. Er zaten dertig mensen en de buren van boven deden mee.",
                ),
                DemoContact(
                    day=226,
                    way="call",
                    reached=True,
                    note=(
                        "Wies denkt na over een tweede ronde, in een andere flat. Ik bel haar om te horen wat ze kiest."
                    ),
                    next_in=16,
                ),
            ),
        ),
    ),
    DemoInitiative(
        title="Een vlot om op te lunchen",
        summary=(
            "Op de singel is het stil en op mijn zolder ligt hout genoeg. "
            "We bouwen een vlot met zes stoelen, dat aan een touw heen en weer gaat tussen twee steigers."
        ),
        own_share="Ik timmer het vlot in twee maanden in mijn schuur. Acht buren schuren, verven en houden het schoon.",
        owner="bram",
        wijk="schollevaar",
        stage="stopped",
        scene="water",
        days_ago=412,
        theme="livability",
        reason=(
            "De singel bleek op het mooiste stuk maar veertig centimeter diep, dus we zouden vooral vastzitten. "
            "Van het hout maakte ik banken voor het Huiswerkhuis, en die zitten ook heel goed vast."
        ),
        supporters=26,
        joiners=(
            ("tomasz", "Ik las de ogen waar het touw doorheen gaat. En ik kan zwemmen."),
            ("gerda", "Ik neem de broodjes mee, en een hengel."),
        ),
        updates=(
            DemoUpdate(
                day=89,
                title="Het vlot past niet door de deur",
                text=(
                    "Ik had de schuur eerst moeten meten. "
                    "We zagen hem in tweeën, dat is meteen een vlot voor twee gezinnen."
                ),
            ),
        ),
        case=DemoCase(
            by="sander",
            claimed=2,
            contacts=(
                DemoContact(
                    day=3,
                    way="call",
                    reached=True,
                    note="Bram vertelde hoe hij het wil bouwen. Ik vraag wie er over het water gaat.",
                    next_in=14,
                ),
                DemoContact(
                    day=18,
                    way="meeting",
                    reached=True,
                    note="Met Bram en iemand van het waterschap aan tafel. Zij meten eerst hoe diep het is.",
                    next_in=45,
                ),
                DemoContact(
                    day=140,
                    way="mail",
                    reached=True,
                    note="De metingen doorgestuurd. Op één plek is het diep genoeg, maar daar broeden meerkoeten.",
                    next_in=60,
                ),
                DemoContact(
                    day=281,
                    way="visit",
                    reached=True,
                    note=(
                        "In de schuur gepraat over hoe het liep. "
                        "Bram is er rustig onder en heeft al een plan met het hout."
                    ),
                ),
            ),
            closing="Het vlot komt er niet, het water is te laag. Het hout en de ervaring gaan naar het Huiswerkhuis.",
        ),
    ),
)
