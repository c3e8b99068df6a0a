"""Plans of people without an account, written down outdoors by the buurtcoach, and one that went silent."""

from dataclasses import dataclass

from gemeente.demo.content.plan import DemoCase, DemoContact, DemoUpdate


@dataclass(frozen=True)
class DemoNote:
    """One plan on paper. `noted` is the day it was written down; `signed`, `helped`: days later, None for not yet.

    `helper` is the key of a DemoPerson; the news is hers, in the owner's name.
    """

    name: str
    phone: str
    address: str
    title: str
    summary: str
    own_share: str
    needs: str
    wijk: str
    place: str
    scene: str
    by: str
    noted: int
    signed: int | None = None
    helper: str = ""
    helped: int = 0
    updates: tuple[DemoUpdate, ...] = ()
    case: DemoCase | None = None


@dataclass(frozen=True)
class DemoSilence:
    """Something that was running once, and of which nothing was heard since."""

    title: str
    summary: str
    own_share: str
    owner: str
    wijk: str
    scene: str
    days_ago: int
    began: int
    case: DemoCase
    updates: tuple[DemoUpdate, ...] = ()


NOTES: tuple[DemoNote, ...] = (
    DemoNote(
        name="Truus Verkade",
        phone="010-555 0171",
        address="Aan de galerij, de deur met de gele klomp",
        title="Koffie op de galerij",
        summary=(
            "Op woensdag zet ik om tien uur koffie op de galerij van de vierde verdieping. "
            "Wie alleen zit, hoeft dan niet alleen te zitten."
        ),
        own_share="Ik zet de koffie en haal de stoelen. Mijn buurman van nummer twaalf let op de wind.",
        needs="Klapstoelen die we mogen houden\nIemand die appeltaart bakt, het liefst zonder rozijnen",
        wijk="oostgaarde",
        place="de galerij op vier hoog",
        scene="table",
        by="bas",
        noted=64,
        signed=4,
        helper="ineke",
        helped=7,
        updates=(
            DemoUpdate(
                day=21,
                title="Veertien stoelen en een hond",
                text="Truus telde af en kwam drie kopjes te kort. De hond van twee hoog komt nu ook elke week.",
            ),
            DemoUpdate(
                day=44,
                title="Bij regen in de hal",
                text="De huismeester geeft ons de sleutel. Truus neemt de klok mee, anders blijft iedereen zitten.",
            ),
        ),
        case=DemoCase(
            by="yvonne",
            claimed=5,
            contacts=(
                DemoContact(
                    day=6,
                    way="visit",
                    reached=True,
                    note="Bij Truus op de galerij gezeten. Ze wil geen computer, wel stoelen. Ineke helpt haar.",
                    next_in=20,
                ),
                DemoContact(
                    day=25,
                    way="call",
                    reached=True,
                    note="De stoelen van het oude wijkhuis mogen naar de flat. Ik bel als ze komen.",
                ),
            ),
        ),
    ),
    DemoNote(
        name="Cor van Dam",
        phone="010-555 0172",
        address="",
        title="Leren vissen van een opa",
        summary=(
            "Ik vis al zestig jaar aan dezelfde steiger. "
            "Op zaterdag mogen drie kinderen mee, dan leer ik ze wachten en vangen."
        ),
        own_share="Ik heb hengels, wormen en geduld. De kinderen brengen een volwassene mee.",
        needs="Drie zwemvesten in kindermaat",
        wijk="oostgaarde",
        place="de steiger bij het park",
        scene="water",
        by="bas",
        noted=3,
    ),
)

SILENCES: tuple[DemoSilence, ...] = (
    DemoSilence(
        title="Schaken met een vreemde",
        summary=(
            "Twee tafels in de bibliotheek, elke donderdag. "
            "Je speelt tegen wie er binnenkomt, en wie verliest haalt de thee."
        ),
        own_share="Ik breng vier borden mee en zet alles klaar. Uitleg is gratis, winnen niet.",
        owner="pieter",
        wijk="s-gravenland",
        scene="learning",
        days_ago=812,
        began=20,
        case=DemoCase(
            by="karim",
            claimed=1,
            contacts=(
                DemoContact(
                    day=3,
                    way="mail",
                    reached=True,
                    note="Pieter schrijft liever. De bibliotheek vindt het goed, op donderdag staan de tafels klaar.",
                    next_in=30,
                ),
                DemoContact(
                    day=34, way="mail", reached=True, note="Het loopt en Pieter heeft niets meer nodig. We ronden af."
                ),
            ),
            closing="De tafels staan er elke donderdag. Pieter kan ons altijd weer mailen.",
        ),
        updates=(
            DemoUpdate(
                day=35,
                title="Remise na drie uur",
                text="Twee mensen die elkaar niet verstonden, speelden tot de lampen uitgingen.",
            ),
        ),
    ),
)
