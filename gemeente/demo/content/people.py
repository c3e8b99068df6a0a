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
)
