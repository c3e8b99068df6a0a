"""What the portal app adds to the manager's start page: one door for each thing she sets."""

from gemeente.lib.panels import manage_door

PANELS = (
    manage_door(
        "texts",
        title="Teksten",
        text="Wat er op de eerste pagina staat, de huisregels, de klachtenpagina en meer.",
        url_name="portal:texts",
        link_label="Bekijk de teksten",
        position=30,
    ),
    manage_door(
        "gemeente",
        title="Gemeente en huisstijl",
        text="Naam, telefoon, openingstijden, afzender van de mail, kleur en logo.",
        url_name="portal:gemeente",
        link_label="Bekijk de gegevens",
        position=31,
    ),
    manage_door(
        "doors",
        title="Loketten",
        text="Waar iemand terecht kan met schade, een vergunning of een vraag om geld, en vanaf wanneer.",
        url_name="portal:doors",
        link_label="Bekijk de loketten",
        position=32,
    ),
    manage_door(
        "rules",
        title="Regels",
        text="De getallen waar het portaal mee werkt, zoals de leeftijd en hoe vaak we iemand proberen te bereiken.",
        url_name="portal:rules",
        link_label="Bekijk de regels",
        position=33,
    ),
)
