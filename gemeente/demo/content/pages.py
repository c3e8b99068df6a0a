"""How four WOPs of the demo arranged the page of their wijk, each in its own way. The others chose nothing."""

from dataclasses import dataclass, field

from gemeente.demo.content.albums import DemoPaper


@dataclass(frozen=True)
class DemoText:
    """A text of the WOP's own: its heading, its words, and the place where it stands."""

    title: str
    text: str
    place: int


@dataclass(frozen=True)
class DemoPage:
    """A version of a page: who made it and when; what comes first, what is left out, and what it is called."""

    slug: str
    who: str
    days_ago: int
    welcome: str = ""
    first: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    words: dict[str, tuple[str, str]] = field(default_factory=dict)
    texts: tuple[DemoText, ...] = ()
    papers: tuple[DemoPaper, ...] = ()
    is_draft: bool = False


PAGES: tuple[DemoPage, ...] = (
    DemoPage(
        slug="middelwatering",
        who="willem",
        days_ago=300,
        welcome="Welkom in Middelwatering. Wij zijn het WOP: buren die samen met de gemeente de wijk beter maken.",
        first=("agenda", "meetings"),
        papers=(
            DemoPaper(
                "Jaarverslag 2025 van het WOP Middelwatering",
                ("Vier bijeenkomsten, 212 bezoekers.", "Zes plannen kregen geld uit het wijkbudget."),
                is_public=True,
            ),
        ),
    ),
    DemoPage(
        slug="middelwatering",
        who="samira",
        days_ago=45,
        welcome=(
            "Welkom in het hart van Capelle. Wij zijn het WOP: buren die plannen maken, de gemeente advies geven en "
            "zelf de handen uit de mouwen steken. **Jij bepaalt mee**: kom naar een bijeenkomst, of zeg wat jij ziet."
        ),
        first=("agenda", "meetings", "advice", "initiatives"),
        words={
            "agenda": (
                "Onze agenda",
                "Dit spraken we met elkaar af. Bij elk punt zie je hoe ver het is, en wie er antwoord moet geven.",
            ),
            "advice": ("Wat wij de gemeente vroegen", ""),
            "documents": ("Jaarverslagen en wijkkranten", ""),
        },
        texts=(
            DemoText(
                "Spreekuur",
                "Elke **eerste dinsdag** van de maand zit er iemand van ons in de bibliotheek aan het Stadsplein, "
                "van 19.30 tot 20.30 uur.\n\n- Je hoeft niets voor te bereiden\n- Koffie staat klaar",
                3,
            ),
        ),
        papers=(
            DemoPaper(
                "Wijkkrant najaar 2026",
                ("De Hoven krijgen twintig regentonnen.", "Wie helpt met de lange tafel in de Dichtersbuurt?"),
                is_public=True,
            ),
        ),
    ),
    DemoPage(
        slug="middelwatering",
        who="willem",
        days_ago=2,
        welcome="Welkom in het hart van Capelle. In december zijn er verkiezingen voor het bestuur: doe je mee?",
        is_draft=True,
    ),
    DemoPage(
        slug="oostgaarde",
        who="ineke",
        days_ago=30,
        welcome="Hoi! Oostgaarde is van ons allemaal. Zie je iets dat leuker kan? *Gewoon beginnen.* Wij helpen je.",
        first=("initiatives", "map", "news"),
        hidden=("figures", "questions"),
        words={
            "initiatives": ("Wat we samen doen", "Geen plan is te klein. Een bankje, een borrel, een moestuinbak."),
            "map": ("Bij jou om de hoek", ""),
            "agenda": ("Wat nog beter kan", ""),
            "meetings": ("Kom eens langs", "Er is soep. Je mag ook alleen luisteren."),
        },
        texts=(
            DemoText(
                "Eén avond per maand helpt al",
                "We zoeken mensen voor het wijkbudget en voor de speelplekken. Ervaring is niet nodig.",
                1,
            ),
        ),
        papers=(
            DemoPaper(
                "Het wijkbudget van Oostgaarde in 2026",
                ("Zoveel hadden we, en hier ging het heen.", "Wat overblijft, gaat mee naar volgend jaar."),
                is_public=True,
            ),
            DemoPaper("Recept van de straatsoep", ("Voor vijftig kommen.", "Begin om drie uur."), is_public=True),
        ),
    ),
    DemoPage(
        slug="fascinatio",
        who="priya",
        days_ago=80,
        welcome="Fascinatio is jong en groeit. We praten kort en doen veel. Bijna alles regelen we hier.",
        first=("map", "news", "figures", "initiatives"),
        hidden=("questions",),
        words={
            "map": ("Onze straten", ""),
            "figures": ("Wij in getallen", "Wie meedoet, telt. We willen dit jaar de dertig halen."),
            "news": ("Net gebeurd", ""),
        },
    ),
    DemoPage(
        slug="capelle-west",
        who="kees",
        days_ago=120,
        welcome=(
            "Al sinds 2018 heeft Capelle-West een eigen Toekomstagenda, met drie thema's: wonen, werken en welzijn. "
            "Hier lees je wat ervan terechtkomt."
        ),
        first=("agenda", "advice", "documents"),
        words={
            "agenda": (
                "Toekomstagenda Capelle-West",
                "Aangeboden aan de burgemeester. De gemeente antwoordt.",
            ),
            "documents": ("Stukken", ""),
        },
        papers=(
            DemoPaper(
                "Toekomstagenda Capelle-West",
                ("Wonen: de dijk blijft van ons.", "Werken: ruimte voor kleine zaken.", "Welzijn: elkaar kennen."),
                is_public=True,
            ),
            DemoPaper("Verslag van de dijkwandeling", ("Wat we zagen, en wat anders moet.",), is_public=True),
        ),
    ),
)
