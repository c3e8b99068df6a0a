"""Twenty demo initiatives: all seven wijken and one for the whole town, all eight themes, every stage."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoInitiative:
    """One initiative. `wijk` is a slug, or None for the whole town; `owner` is the key of a DemoPerson.

    `result` is told by realised initiatives, `reason` by stopped ones.
    """

    title: str
    summary: str
    own_share: str
    owner: str
    wijk: str | None
    theme: str
    stage: str
    scene: str
    days_ago: int
    result: str = ""
    reason: str = ""


INITIATIVES: tuple[DemoInitiative, ...] = (
    DemoInitiative(
        title="Moestuin achter de Hoven",
        summary=(
            "Van een stuk gras maken we samen een tuin waar iedereen mag oogsten. "
            "Er komen zes bakken, een kas van oude ramen en een bank in de zon."
        ),
        own_share="Zes gezinnen onderhouden de tuin, elke week om de beurt. Samen is dat 240 uur per jaar.",
        owner="fatima",
        wijk="middelwatering",
        theme="livability",
        stage="running",
        scene="garden",
        days_ago=96,
    ),
    DemoInitiative(
        title="Lange tafel in de Dichtersbuurt",
        summary=(
            "Op de laatste zaterdag van augustus zetten we één tafel neer, de hele straat door. "
            "Iedereen neemt een gerecht mee van thuis, en iemand leest een gedicht voor."
        ),
        own_share="Wij regelen de tafels, hangen de vlaggen op en ruimen dezelfde avond alles weer op.",
        owner="wilma",
        wijk="middelwatering",
        theme="arts_culture",
        stage="preparing",
        scene="table",
        days_ago=4,
    ),
    DemoInitiative(
        title="Licht op het pad bij de Wiekslag",
        summary=(
            "In de winter is het pad langs de struiken te donker om fijn te lopen. "
            "We lopen het samen af, tekenen de donkere plekken in en snoeien wat in de weg hangt."
        ),
        own_share="Vier bewoners lopen elke maand een avondronde. Het lage snoeiwerk doen we zelf.",
        owner="willem",
        wijk="middelwatering",
        theme="safety",
        stage="published",
        scene="light",
        days_ago=2,
    ),
    DemoInitiative(
        title="Muurschildering in de Schildersbuurt",
        summary=(
            "Een buurt met zulke straatnamen verdient een schilderij op de kale kopgevel. "
            "Kinderen maken de schets, buren kiezen en samen schilderen we."
        ),
        own_share="We hebben twaalf schilders, een steiger te leen en een buurvrouw die de verf mengt.",
        owner="fatima",
        wijk="middelwatering",
        theme="arts_culture",
        stage="realised",
        scene="art",
        days_ago=430,
        result="In drie weekenden schilderden 41 buren de gevel. De tekening van Amira (9) kreeg de meeste stemmen.",
    ),
    DemoInitiative(
        title="Huiswerkhuis in de flat",
        summary=(
            "Op dinsdag en donderdag is de ruimte beneden open voor wie rustig wil leren. "
            "Buren met een vak helpen met rekenen, taal en de eerste sollicitatie."
        ),
        own_share="Negen vrijwilligers draaien een rooster. Wij zetten de tafels klaar en sluiten af.",
        owner="bram",
        wijk="schollevaar",
        theme="education_work",
        stage="running",
        scene="learning",
        days_ago=210,
    ),
    DemoInitiative(
        title="Repareerzaterdag bij het station",
        summary=(
            "Een kapotte lamp of lekke band hoeft niet weg. "
            "Elke eerste zaterdag maken we het samen, en je leert meteen hoe het moet."
        ),
        own_share="Wij brengen gereedschap, kennis en koffie mee. Wie komt, schroeft zelf mee.",
        owner="winston",
        wijk="schollevaar",
        theme="sustainability",
        stage="running",
        scene="repair",
        days_ago=305,
    ),
    DemoInitiative(
        title="Wandelclub Schollebos",
        summary=(
            "Elke woensdag lopen we om tien uur een rustig rondje door het Schollebos. "
            "Met een rollator kun je goed mee, en halverwege is er een bankje."
        ),
        own_share="Twee begeleiders lopen altijd mee. We bellen wie een week niet is geweest.",
        owner="winston",
        wijk="schollevaar",
        theme="elderly",
        stage="realised",
        scene="care",
        days_ago=560,
        result="De club loopt nu een jaar, met gemiddeld achttien mensen. Twee leden leiden zelf een tweede groep.",
    ),
    DemoInitiative(
        title="Speelplek bij de Boulevard",
        summary=(
            "Aan de Fascinatio Boulevard is weinig te doen voor kinderen onder de acht. "
            "Met boomstammen, zand en een glijbaan wordt het lege hoekje een plek om te blijven."
        ),
        own_share="Ouders leggen het zand en de stammen neer, en vegen de plek elke vrijdag schoon.",
        owner="soraya",
        wijk="fascinatio",
        theme="youth",
        stage="realised",
        scene="playground",
        days_ago=640,
        result="De speelplek is open en wordt elke dag gebruikt. Ouders houden hem zelf schoon, ook in de winter.",
    ),
    DemoInitiative(
        title="Dansvloer onder de bogen",
        summary=(
            "Jongeren uit Fascinatio zoeken een droge plek om te dansen, zonder dat iemand er last van heeft. "
            "We willen op vrijdag tot negen uur oefenen, met zachte muziek en een eigen opruimploeg."
        ),
        own_share="Wij maken zelf de afspraken over geluid, en gaan eerst langs bij alle buren.",
        owner="daan",
        wijk="fascinatio",
        theme="youth",
        stage="preparing",
        scene="sport",
        days_ago=21,
    ),
    DemoInitiative(
        title="Welkom in Fascinatio",
        summary=(
            "Nieuwe buren krijgen een kaart, een plattegrond en een uitnodiging voor koffie. "
            "Zo ken je na een week al iemand die je de weg wijst."
        ),
        own_share="Tien gastvrouwen en gastheren verdelen de straten en bellen zelf aan.",
        owner="soraya",
        wijk="fascinatio",
        theme="livability",
        stage="published",
        scene="meeting",
        days_ago=6,
    ),
    DemoInitiative(
        title="Schone oever, samen uit roeien",
        summary=(
            "Met drie roeiboten halen we plastic uit het riet langs de Hollandsche IJssel. "
            "Wie niet kan roeien, helpt vanaf de kant met scheppen en sorteren."
        ),
        own_share="De boten en zwemvesten zijn van ons. We varen zes zaterdagen per jaar.",
        owner="kees",
        wijk="capelle-west",
        theme="sustainability",
        stage="running",
        scene="water",
        days_ago=150,
    ),
    DemoInitiative(
        title="Bankje met uitzicht op de IJssel",
        summary=(
            "Op de dijk is een mooie plek om uit te rusten, maar er staat niets om op te zitten. "
            "Wij lassen een bank van oud staal, met een leuning waar je goed uit opstaat."
        ),
        own_share="Tomasz last de bank in zijn werkplaats. Buren betalen samen het hout.",
        owner="tomasz",
        wijk="capelle-west",
        theme="elderly",
        stage="realised",
        scene="care",
        days_ago=380,
        result="De bank staat er, met de namen van de makers aan de onderkant. Er zit bijna altijd iemand.",
    ),
    DemoInitiative(
        title="Open schuren op de dijk",
        summary=(
            "Eén zondag gaan de schuren en tuinen langs de dijk open. "
            "Je ziet er oude ambachten, jonge kunst en bij iedereen iets lekkers."
        ),
        own_share="Elf adressen doen mee. Wij maken de route en staan zelf bij het verkeer.",
        owner="kees",
        wijk="capelle-west",
        theme="arts_culture",
        stage="preparing",
        scene="art",
        days_ago=33,
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
        theme="sports_leisure",
        stage="running",
        scene="sport",
        days_ago=75,
    ),
    DemoInitiative(
        title="Voortuinen zonder tegels",
        summary=(
            "Veel voortuinen zijn van steen, en bij een flinke bui staat de straat blank. "
            "We halen samen tegels weg en zetten er planten neer waar bijen van houden."
        ),
        own_share="Elke deelnemer doet ook de tuin van één buur die het zelf niet meer kan.",
        owner="lotte",
        wijk="s-gravenland",
        theme="livability",
        stage="published",
        scene="garden",
        days_ago=1,
    ),
    DemoInitiative(
        title="Zon op ons dak",
        summary=(
            "Met twintig huizen tegelijk kopen we zonnepanelen en tochtstrips in. "
            "Rajesh rekent voor elk huis uit wat het kost en wat het oplevert."
        ),
        own_share="We meten zelf elk dak op en plakken de tochtstrips bij buren die hulp willen.",
        owner="rajesh",
        wijk="schenkel",
        theme="sustainability",
        stage="preparing",
        scene="energy",
        days_ago=58,
    ),
    DemoInitiative(
        title="Taal aan de keukentafel",
        summary=(
            "Nederlands leer je het best door te praten over gewone dingen. "
            "Elke week schuift een klein groepje aan bij een buur die graag vertelt."
        ),
        own_share="Naima maakt de lessen. Zes buren stellen hun keuken open en zetten thee.",
        owner="naima",
        wijk="schenkel",
        theme="education_work",
        stage="running",
        scene="learning",
        days_ago=188,
    ),
    DemoInitiative(
        title="Pannakooi in de Hoeken",
        summary=(
            "De kinderen uit de Hoeken wilden een kooi om klein voetbal te spelen. "
            "We zochten een plek die dichtbij genoeg is, maar niet onder een slaapkamerraam."
        ),
        own_share="Ouders zouden toezicht houden tot acht uur en de kooi zelf opbouwen.",
        owner="emine",
        wijk="oostgaarde",
        theme="sports_leisure",
        stage="stopped",
        scene="playground",
        days_ago=270,
        reason=(
            "We vonden geen plek die stil genoeg was voor de buren. "
            "De kinderen trainen nu mee bij de club, en daar zijn we blij mee."
        ),
    ),
    DemoInitiative(
        title="Soep op zondag in de Bergen",
        summary=(
            "De zondag duurt lang als je alleen woont. "
            "Daarom koken we elke week een grote pan soep, en eet iedereen uit de Bergen mee die zin heeft."
        ),
        own_share="Vijf koks wisselen elkaar af. Wie slecht ter been is, halen we op en brengen we thuis.",
        owner="emine",
        wijk="oostgaarde",
        theme="elderly",
        stage="published",
        scene="table",
        days_ago=0,
    ),
    DemoInitiative(
        title="Heel Capelle leest voor",
        summary=(
            "In alle zeven wijken lezen buren één ochtend voor aan kinderen, in hun eigen taal en in het Nederlands. "
            "Achter een raam, op een bankje of in de wachtkamer: overal kan het."
        ),
        own_share="Ineke zoekt de boeken uit en oefent met de voorlezers. Er doen al dertig mensen mee.",
        owner="ineke",
        wijk=None,
        theme="youth",
        stage="published",
        scene="learning",
        days_ago=12,
    ),
)
