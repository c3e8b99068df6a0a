"""Words that titles, summaries and news of many initiatives are put together from."""

# By theme: what they make, with its article, and where or how it comes about.
THINGS = {
    "livability": ("de geveltuintjes", "het bloemenlint", "de moestuin", "het schoonmaakteam", "de bankjes"),
    "education_work": ("het taalcafé", "de leerwerkplaats", "het huiswerkuur", "de computerles", "de naaicursus"),
    "safety": ("de buurtpreventie", "het fietspad", "de oversteek", "het licht", "het wandelteam"),
    "sustainability": ("de voedseltuin", "het bijenhotel", "de boomspiegels", "de regentonnen", "het vlinderveld"),
    "sports_leisure": (
        "het hardloopgroepje",
        "de beweegtuin",
        "het pleinvoetbal",
        "de wandelclub",
        "de beachclub",
    ),
    "arts_culture": ("het straatconcert", "de muurschildering", "de ruilbibliotheek", "het wijkkoor", "de fotomiddag"),
    "youth": ("de speelplek", "het jeugdhonk", "de skatebaan", "de kinderraad", "het knutselatelier"),
    "elderly": ("de boodschappendienst", "het telefoonrondje", "de maatjes", "de eettafel", "de klusdienst"),
}
ANY = ("het repair café", "de buurtapp", "de deelkast", "het plein", "het buurtdiner", "het straatfeest")
STARTS = ("Samen aan", "Nieuw leven voor", "Met de buren aan", "Meer plek voor", "Zorg voor", "Een begin met")
SPOTS = (
    *("achter de flat", "aan het water", "bij de school", "naast het winkelcentrum", "in onze straat", "op het veldje"),
    *("rond de kerk", "bij de metro", "langs de singel", "op de hoek", "onder de bomen", "voor de deur"),
)
STREETS = (
    *("Bermweg", "Kanaalweg", "Meeuwensingel", "Wiekslag", "Reigerlaan", "Rivierweg", "Slotlaan", "Schermerhoek"),
    *("Duikerlaan", "Couwenhoekseweg", "Abram van Rijckevorselweg", "Burgemeester Schalijlaan", "Merellaan"),
)
WHY = (
    "Veel buren kennen elkaar nog niet.",
    "Het is hier nu kaal en niemand blijft er staan.",
    "Kinderen uit de straat vroegen erom.",
    "Ouderen zitten vaak alleen, en dat hoeft niet.",
    "Wij lopen er elke dag langs en zien dat het beter kan.",
)
HOW = (
    "We komen elke zaterdag bij elkaar en iedereen mag aansluiten.",
    "We beginnen klein en kijken na een half jaar hoe het gaat.",
    "Wie meedoet, beslist mee.",
    "We vragen de school en de winkels om mee te doen.",
)
SHARES = (
    "Vijf gezinnen geven elke week een uur.",
    "Wij zorgen voor koffie, gereedschap en planning.",
    "Twaalf buren doen om de beurt een middag.",
    "Wij halen het geld zelf op met een rommelmarkt.",
)
NEEDS = (
    ("hands", "Handen op zaterdag", 6, "handen", "Nog een paar handen."),
    ("goods", "Een aanhanger", 1, "stuks", "Iemand met een aanhanger."),
    ("hours", "Uren om te timmeren", 20, "uren", "Iemand die kan timmeren."),
    ("money", "Geld voor planten", 250, "euro", "Wat geld voor planten."),
    ("knowledge", "Iemand die van bomen weet", 1, "mensen", "Kennis van bomen."),
)
NEWS = (
    ("De eerste middag", "We waren met zijn elven. De volgende keer is over twee weken."),
    ("Het materiaal is er", "Alles ligt in de schuur. Wie helpt er zaterdag mee?"),
    ("Een mooie opkomst", "Er kwamen meer mensen dan we stoelen hadden."),
    ("We wachten op droog weer", "Zodra het droog is gaan we verder."),
)
RESULTS = (
    "Het staat er, en er wordt elke dag gebruik van gemaakt.",
    "Het is af. De buren houden het samen bij.",
)
REASONS = ("Er was te weinig tijd.", "De plek ging niet door.", "Wij verhuizen en niemand nam het over.")
FIRST = (
    *("Aicha", "Anneke", "Bilal", "Carla", "Daan", "Desiree", "Emre", "Farida", "Gerrit", "Hanneke", "Ibrahim", "Joke"),
    *("Karin", "Lucia", "Mehmet", "Nadia", "Omar", "Petra", "Quinten", "Rachid", "Sharda", "Tineke", "Umar", "Yvonne"),
)
LAST = (
    *("de Vries", "Jansen", "El Amrani", "van Dijk", "Ramdin", "Bakker", "Yilmaz", "Visser", "Pinas", "Smit", "Mulder"),
    *("Fernandes", "de Boer", "Kaya", "Dekker", "Lopes", "Hoekstra", "Martina", "van den Berg"),
)
