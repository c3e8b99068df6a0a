"""The named people of the demo: the cast that tests and screens share, and ten more residents."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoPerson:
    """One invented person. `role` is a role code, or None for a resident without one; `wijk` is a slug or None."""

    key: str
    name: str
    alias: str
    wijk: str | None
    role: str | None
    who: str


CAST: tuple[DemoPerson, ...] = (
    DemoPerson(
        "fatima",
        "Fatima El Idrissi",
        "Fatima",
        "middelwatering",
        None,
        "Leidt de moestuin achter de Hoven en kent elke plant bij naam.",
    ),
    DemoPerson(
        "bram",
        "Bram Verschoor",
        "Bram",
        "schollevaar",
        None,
        "Timmerman met een volle schuur. Leent liever uit dan dat hij weggooit.",
    ),
    DemoPerson(
        "willem",
        "Willem Hoogendijk",
        "Willem",
        "middelwatering",
        "wop_board",
        "Voorzitter van het WOP Middelwatering. Oud-schipper, en gewend om koers te houden.",
    ),
    DemoPerson(
        "noor",
        "Noor van der Meulen",
        "Noor",
        "middelwatering",
        "gebiedsregisseur",
        "Gebiedsregisseur. Belt liever dan dat ze mailt, en is vaak op de fiets in de wijk.",
    ),
    DemoPerson(
        "joost",
        "Joost Bakhuis",
        "Joost",
        None,
        "fund_coordinator",
        "Coördinator van het fonds. Helpt je om een plan op één bladzijde te krijgen.",
    ),
    DemoPerson(
        "aisha",
        "Aisha Ramdin",
        "Aisha",
        "oostgaarde",
        "assessor",
        "Bewoner in het team dat aanvragen leest. Vraagt altijd: wie heeft hier iets aan?",
    ),
    DemoPerson(
        "dirk",
        "Dirk van Wijngaarden",
        "Dirk",
        None,
        "mandate_holder",
        "Neemt namens het college besluiten over aanvragen, en legt ze uit.",
    ),
    DemoPerson(
        "els",
        "Els Kooiman",
        "Els",
        None,
        "finance",
        "Zet betalingen klaar. Nauwkeurig, en snel als het kan.",
    ),
    DemoPerson(
        "frits",
        "Frits Pattinama",
        "Frits",
        None,
        "finance",
        "Controleert de betalingen van Els en geeft ze vrij.",
    ),
    DemoPerson(
        "petra",
        "Petra de Graaf",
        "Petra",
        None,
        "partner",
        "Werkt bij een woningcorporatie. Weet welke sleutel op welke berging past.",
    ),
    DemoPerson(
        "hans",
        "Hans Groeneveld",
        "Hans",
        None,
        "council_member",
        "Raadslid. Wil vooraf meepraten over het kader, en achteraf zien wat het bracht.",
    ),
    DemoPerson(
        "griet",
        "Griet Oosterom",
        "Griet",
        None,
        "clerk",
        "Griffier. Legt vast wat de raad besloot, woord voor woord.",
    ),
    DemoPerson(
        "chris",
        "Chris Tjin-A-Tsoi",
        "Chris",
        None,
        "controller",
        "Controller. Zorgt dat de bedragen kloppen met wat de raad besloot.",
    ),
    DemoPerson(
        "mona",
        "Mona Yılmaz",
        "Mona",
        None,
        "manager",
        "Beheert het portaal: rollen, teksten en regelingen.",
    ),
    DemoPerson(
        "wilma",
        "Wilma Kasanpawiro",
        "Wilma",
        "middelwatering",
        "wop_member",
        "Lid van het WOP Middelwatering. Bakt voor elke bijeenkomst een cake.",
    ),
    DemoPerson(
        "bas",
        "Bas Timmer",
        "Bas",
        "oostgaarde",
        "buurtcoach",
        "Buurtcoach in Oostgaarde. Belt overal aan en schrijft op wat mensen willen.",
    ),
    DemoPerson(
        "thea",
        "Thea Nijssen",
        "Thea",
        None,
        "team_lead",
        "Teamleider. Zorgt dat iedere bewoner een contactpersoon houdt, ook als die ziek is.",
    ),
    DemoPerson(
        "milan",
        "Milan Kovač",
        "Milan",
        None,
        "moderator",
        "Moderator. Leest meldingen, en verbergt alleen wat echt niet kan.",
    ),
)

STAFF: tuple[DemoPerson, ...] = (
    DemoPerson(
        "sander",
        "Sander Blom",
        "Sander",
        "schollevaar",
        "gebiedsregisseur",
        "Gebiedsregisseur van Schollevaar. Zet zijn fiets altijd bij het station.",
    ),
    DemoPerson(
        "yvonne",
        "Yvonne Rosendaal",
        "Yvonne",
        "oostgaarde",
        "gebiedsregisseur",
        "Gebiedsregisseur van Oostgaarde. Drinkt overal koffie en onthoudt ieders naam.",
    ),
    DemoPerson(
        "karim",
        "Karim Haddou",
        "Karim",
        None,
        "civil_servant",
        "Ambtenaar. Weet bij welke collega je moet zijn, en loopt even mee.",
    ),
    DemoPerson(
        "liesbeth",
        "Liesbeth Korteweg",
        "Liesbeth",
        None,
        "civil_servant",
        "Ambtenaar. Begon ooit bij de plantsoenen en kent elke boom.",
    ),
)

RESIDENTS: tuple[DemoPerson, ...] = (
    DemoPerson(
        "soraya", "Soraya", "Soraya", "fascinatio", None, "Verpleegkundige met nachtdiensten en groene vingers."
    ),
    DemoPerson(
        "kees", "Kees", "Dijkkees", "capelle-west", None, "Woont aan de dijk en roeit als het water het toelaat."
    ),
    DemoPerson("emine", "Emine", "Emine", "oostgaarde", None, "Moeder van drie. Kent de speelplek als haar broekzak."),
    DemoPerson("rajesh", "Rajesh", "Raj", "schenkel", None, "Rekent graag uit wat een zonnepaneel oplevert."),
    DemoPerson("lotte", "Lotte", "Lotte", "s-gravenland", None, "Studeert, loopt hard en maakt snel vrienden."),
    DemoPerson("winston", "Winston", "Oom Winston", "schollevaar", None, "Repareert radio's sinds zijn twaalfde."),
    DemoPerson("ineke", "Ineke", "Ineke", "oostgaarde", None, "Gepensioneerd juf. Leest nog elke week voor."),
    DemoPerson("tomasz", "Tomasz", "Tomasz", "capelle-west", None, "Lasser, visser en vader van een tweeling."),
    DemoPerson("naima", "Naima", "Naima", "schenkel", None, "Geeft taalles en schenkt er muntthee bij."),
    DemoPerson("daan", "Daan", "Daan K.", "fascinatio", None, "Zestien jaar. Wil een plek om te dansen."),
    # Capelle-West
    DemoPerson(
        "gerda",
        "Gerda Molenaar",
        "Gerda",
        "capelle-west",
        None,
        "Woont in het huis waar ze geboren is, en fluit bij de afwas.",
    ),
    DemoPerson("youssef", "Youssef", "Youssef", "capelle-west", None, "Bakker. Staat op als de rest naar bed gaat."),
    DemoPerson("annelies", "Annelies", "", "capelle-west", None, "Schildert boten, de echte en die op papier."),
    # Fascinatio
    DemoPerson("priya", "Priya", "Priya", "fascinatio", None, "Werkt met data en danst op zondag."),
    DemoPerson("marek", "Marek Nowak", "Marek", "fascinatio", None, "Kan alles wat met stroom te maken heeft."),
    DemoPerson(
        "joyce", "Joyce", "Joyce V.", "fascinatio", None, "Juf op een basisschool. Heeft altijd krijt in haar zak."
    ),
    # Middelwatering
    DemoPerson(
        "henk", "Henk de Ruiter", "Henk", "middelwatering", None, "Was buschauffeur. Kent elke halte en elke hond."
    ),
    DemoPerson(
        "samira", "Samira", "Samira", "middelwatering", None, "Kapster. Hoort alles en vertelt alleen het leuke."
    ),
    DemoPerson("dennis", "Dennis", "Dennis", "middelwatering", None, "Vader van twee, en trainer van elf."),
    DemoPerson("corrie", "Corrie", "Tante Corrie", "middelwatering", None, "Breit voor de hele flat."),
    # Oostgaarde
    DemoPerson("bayram", "Bayram", "Bayram", "oostgaarde", None, "Heeft een volkstuin en te veel courgettes."),
    DemoPerson(
        "trudy", "Trudy van Es", "Trudy", "oostgaarde", None, "Was verpleegkundige. Fietst nog elke dag de dijk op."
    ),
    DemoPerson("kevin", "Kevin", "Kevin", "oostgaarde", None, "Rijdt op een heftruck en speelt gitaar."),
    DemoPerson("mei", "Mei", "Mei", "oostgaarde", None, "Kookt voor tien als er drie komen."),
    # 's-Gravenland
    DemoPerson("pieter", "Pieter", "Pieter", "s-gravenland", None, "Telt vogels voor hij naar zijn werk gaat."),
    DemoPerson("shanti", "Shanti", "Shanti", "s-gravenland", None, "Geeft yoga in het park, ook in de regen."),
    DemoPerson("olga", "Olga", "Olga", "s-gravenland", None, "Viool, veel geduld en een open raam."),
    DemoPerson(
        "ruben", "Ruben", "Ruben B.", "s-gravenland", None, "Zeventien. Bouwt computers van wat anderen weggooien."
    ),
    # Schenkel
    DemoPerson("fatoumata", "Fatoumata", "Fatou", "schenkel", None, "Naait gordijnen, jurken en carnavalspakken."),
    DemoPerson("jaap", "Jaap", "Jaap", "schenkel", None, "Meet alles op, het liefst twee keer."),
    DemoPerson("linda", "Linda", "Linda", "schenkel", None, "Werkt in de zorg en lacht het hardst."),
    # Schollevaar
    DemoPerson("ricardo", "Ricardo", "Ricardo", "schollevaar", None, "Trommelt, en leert het graag aan wie wil."),
    DemoPerson(
        "els-marie", "Els-Marie", "Els-Marie", "schollevaar", None, "Weet welke paddenstoel je beter laat staan."
    ),
    DemoPerson("mo", "Mohammed", "Mo", "schollevaar", None, "Student. Repareert fietsen op het balkon."),
    DemoPerson("wies", "Wies", "Wies", "schollevaar", None, "Tachtig, en de snelste van de breiclub."),
    DemoPerson("dilara", "Dilara", "Dilara", "schollevaar", None, "Jurist overdag, voetbalt 's avonds."),
    DemoPerson("arjan", "Arjan", "Arjan", "schollevaar", None, "Conducteur. Kan alle stations van Nederland opnoemen."),
    DemoPerson("nadia", "Nadia", "Nadia", "fascinatio", None, "Zet overal planten neer, ook waar het niet kan."),
    DemoPerson("gijs", "Gijs", "Gijs", "capelle-west", None, "Elf jaar imker en nog nooit boos op een bij."),
    DemoPerson("sjaan", "Sjaan", "Sjaan", "schenkel", None, "Kent iedereen, want ze zit altijd op het bankje."),
)
