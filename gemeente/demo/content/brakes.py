"""What went wrong between neighbours in the demo, and how it was put right: worries, reports, and one hidden text."""

from dataclasses import dataclass

from gemeente.demo.content.plan import DemoUpdate


@dataclass(frozen=True)
class DemoWorry:
    """One worry about the initiative of that title. `by` is the key of a DemoPerson; without one a visitor wrote it.

    `answer` is the owner's, two days later.
    """

    title: str
    text: str
    days_ago: int
    by: str = ""
    answer: str = ""


@dataclass(frozen=True)
class DemoReport:
    """One report on the initiative of that title, or on `news` that its owner told an hour before.

    `left` is why it stays, a day later. `ground` and `facts` are why a manager hid it then; `answer` is the owner's.
    """

    title: str
    reason: str
    text: str
    days_ago: int
    by: str = ""
    news: DemoUpdate | None = None
    left: str = ""
    ground: str = ""
    facts: str = ""
    answer: str = ""


WORRIES: tuple[DemoWorry, ...] = (
    DemoWorry(
        title="Drie akkoorden in de garage",
        text=(
            "Mijn slaapkamer ligt boven de garage en ik heb vroege dienst. Muziek vind ik leuk, maar niet om elf uur "
            "in de avond. Tot hoe laat gaat het door?"
        ),
        days_ago=20,
        by="trudy",
        answer=(
            "Goed dat je het vraagt. Om negen uur gaan de gitaren in de hoes, ook als het gezellig is. "
            "Hoor je ons toch? App me dan meteen, mijn nummer hangt op de garagedeur. En kom een keer luisteren."
        ),
    ),
    DemoWorry(
        title="Moestuin achter de Hoven",
        text=(
            "Ik woon op de hoek. Vorig jaar lag er compost tegen mijn schutting, en dat ruik je in de zomer. "
            "Waar komt de bak dit jaar te staan?"
        ),
        days_ago=3,
        by="samira",
    ),
    DemoWorry(
        title="Lange tafel in de Dichtersbuurt",
        text="Blijft onze oprit vrij tijdens het eten? Mijn man moet soms opeens naar het ziekenhuis.",
        days_ago=2,
    ),
)

REPORTS: tuple[DemoReport, ...] = (
    DemoReport(
        title="Muurschildering in de Schildersbuurt",
        reason="other",
        text="Niemand heeft mij gevraagd of ik een schildering op die muur wil zien.",
        days_ago=30,
        by="henk",
        left=(
            "Dat je het er niet mee eens bent, is geen reden om de tekst te verbergen. Je kunt de makers zelf laten "
            "weten wat je dwarszit, met “Ik maak me zorgen”. Zij en hun contactpersoon lezen dat."
        ),
    ),
    DemoReport(
        title="Twintig regentonnen in de Hoven",
        reason="private",
        text="Dit is het nummer van mijn moeder. Zij weet hier niets van.",
        days_ago=9,
        news=DemoUpdate(
            0,
            "Kraantjes kwijt? Bel nummer 14",
            "Mevrouw Van Dijk van nummer 14 bewaart de kraantjes. Bel haar maar: 010-555 0177.",
        ),
        ground="privacy",
        facts="Er staan een naam, een huisnummer en een telefoonnummer in van iemand die daar geen ja op zei.",
        answer="Dom van mij, ik had het haar eerst moeten vragen. Ik vertel het opnieuw, zonder naam en nummer.",
    ),
    DemoReport(
        title="Bushalte waar nooit een bus komt",
        reason="untrue",
        text="Is dit een grap? Straks staan er mensen voor niets te wachten.",
        days_ago=1,
    ),
)
