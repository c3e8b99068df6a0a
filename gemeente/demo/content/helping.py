"""What the initiatives of the demo ask of neighbours in numbers, who offers it, and what their owners do themselves."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoOffer:
    """What one neighbour offers; once it came, how much of it, and the owner's word of thanks."""

    by: str
    amount: int = 1
    message: str = ""
    came: int | None = None
    thanks: str = ""


@dataclass(frozen=True)
class DemoNeed:
    """Something that is needed; without a kind it is an offer of something else."""

    kind: str
    title: str
    amount: int = 1
    unit: str = ""
    offers: tuple[DemoOffer, ...] = ()


@dataclass(frozen=True)
class DemoShare:
    """A row of the own share."""

    kind: str
    what: str
    planned: int
    done: int | None = None


@dataclass(frozen=True)
class DemoHelp:
    """The numbers of one initiative, by its title."""

    title: str
    needs: tuple[DemoNeed, ...] = ()
    shares: tuple[DemoShare, ...] = ()


HELP = (
    DemoHelp(
        "Moestuin achter de Hoven",
        needs=(
            DemoNeed(
                "hands",
                "Handen in de tuin",
                10,
                offers=(
                    DemoOffer("bram", 2, "Mijn zoon komt ook.", came=2, thanks="De bakken staan waterpas. Dank!"),
                    DemoOffer("bayram", 1, came=1),
                    DemoOffer("soraya", 1, "Na mijn nachtdienst, dus niet te vroeg."),
                    DemoOffer("henk", 3),
                ),
            ),
            DemoNeed("goods", "Een kruiwagen te leen", offers=(DemoOffer("henk", 1, "Hij piept een beetje."),)),
            DemoNeed("goods", "Scheppen en harken", 8, "stuks", offers=(DemoOffer("corrie", 3),)),
            DemoNeed("", "", offers=(DemoOffer("corrie", 1, "Ik maak soep voor iedereen die wel kan bukken."),)),
        ),
        shares=(
            DemoShare("hours", "De tuin onderhouden, elke week om de beurt", 240, 62),
            DemoShare("people", "Zes gezinnen die om de beurt gaan", 14, 14),
        ),
    ),
    DemoHelp(
        "Schone oever, samen uit roeien",
        needs=(
            DemoNeed(
                "hands",
                "Handen op de kant, elke zaterdag",
                8,
                offers=(
                    DemoOffer("gijs", 1, came=1, thanks="Zonder jou lag alles nog op een hoop."),
                    DemoOffer("tomasz", 2, came=2),
                    DemoOffer("annelies", 1),
                ),
            ),
            DemoNeed("goods", "Laarzen, liefst grote maten", 20, "paar", offers=(DemoOffer("pieter", 4, came=4),)),
            DemoNeed("knowledge", "Iemand die vaker in een roeiboot zat"),
        ),
        shares=(
            DemoShare("goods", "Boten en zwemvesten van onszelf", 15),
            DemoShare("hours", "Zes zaterdagen varen", 90, 54),
        ),
    ),
    DemoHelp(
        "Dansvloer onder de bogen",
        needs=(
            DemoNeed("goods", "Een vloer van acht bij vier meter"),
            DemoNeed("hands", "Een volwassene op vrijdag", 2, "mensen", offers=(DemoOffer("priya", 1),)),
            DemoNeed("permit", "Toestemming van de beheerder van de bogen"),
            DemoNeed("money", "Geld voor koptelefoons", 120, "euro", offers=(DemoOffer("lotte", 25),)),
        ),
        shares=(DemoShare("people", "De opruimploeg", 6), DemoShare("hours", "Langs bij alle buren", 20, 17)),
    ),
    DemoHelp(
        "Twintig regentonnen in de Hoven",
        needs=(
            DemoNeed(
                "goods",
                "Oude wijnvaten of tonnen",
                20,
                "tonnen",
                offers=(DemoOffer("willem", 3, "Ze roken naar haring, nu niet meer."), DemoOffer("jaap", 2)),
            ),
            DemoNeed("hours", "Uren met een zaag", 12, "uur", offers=(DemoOffer("jaap", 6),)),
            DemoNeed("goods", "Een busje voor één middag"),
        ),
        shares=(DemoShare("hours", "Tonnen ophalen en aansluiten", 60),),
    ),
    DemoHelp(
        "Open schuren op de dijk",
        needs=(
            DemoNeed(
                "hands",
                "Mensen die bij de weg willen staan",
                2,
                "mensen",
                offers=(DemoOffer("youssef", 1), DemoOffer("tomasz", 1)),
            ),
            DemoNeed("place", "Een schuur met een piano"),
        ),
        shares=(DemoShare("people", "Elf adressen die opengaan", 19),),
    ),
    DemoHelp(
        "Lange tafel in de Dichtersbuurt",
        needs=(
            DemoNeed("goods", "Tafels die even hoog zijn", 12, "tafels", offers=(DemoOffer("fatima", 2),)),
            DemoNeed("knowledge", "Een dichter die niet te lang praat"),
            DemoNeed("hands", "Handen bij het opruimen", 6, offers=(DemoOffer("olga", 1), DemoOffer("mei", 2))),
        ),
        shares=(DemoShare("hours", "Opbouwen, vlaggen ophangen en opruimen", 45),),
    ),
    DemoHelp(
        "Bankje met uitzicht op de IJssel",
        needs=(
            DemoNeed(
                "goods",
                "Eiken planken",
                3,
                "planken",
                offers=(DemoOffer("bram", 3, came=3, thanks="Drie jaar wachten was het waard. Kom maar vaak zitten!"),),
            ),
            DemoNeed(
                "hands",
                "Handen om de bank de dijk op te tillen",
                4,
                offers=(DemoOffer("jaap", 1, came=1), DemoOffer("gerda", 1, "Ik geef aanwijzingen.", came=1)),
            ),
        ),
        shares=(
            DemoShare("hours", "Lassen in de werkplaats", 30, 44),
            DemoShare("people", "Wie aan de bank werkten", 3, 3),
        ),
    ),
    DemoHelp(
        "Muurschildering in de Schildersbuurt",
        needs=(
            DemoNeed(
                "hands",
                "Schilders in drie weekenden",
                30,
                "schilders",
                offers=(
                    DemoOffer(
                        "dennis",
                        12,
                        "Elf met een kwast, en ik hou de emmer.",
                        came=11,
                        thanks="Zeg de jongens: prachtig!",
                    ),
                    DemoOffer("annelies", 1, came=1),
                    DemoOffer("samira", 1, came=1, thanks="Dat blauw heeft niemand anders. Dank je!"),
                ),
            ),
            DemoNeed("hours", "Verf mengen en kwasten wassen", 20, "uur", offers=(DemoOffer("samira", 16, came=18),)),
        ),
        shares=(
            DemoShare("people", "Schilders uit de straat", 12, 28),
            DemoShare("hours", "Schetsen, steiger bouwen en schilderen", 120, 165),
        ),
    ),
    DemoHelp(
        "Speelplek bij de Boulevard",
        needs=(
            DemoNeed("goods", "Boomstammen", 9, "stammen", offers=(DemoOffer("tomasz", 9, came=9),)),
            DemoNeed("goods", "Wilgentenen", 40, "tenen", offers=(DemoOffer("nadia", 40, came=40),)),
        ),
        shares=(DemoShare("hours", "Zand en stammen neerleggen", 80, 96), DemoShare("people", "Ouders", 10, 16)),
    ),
)
