"""What accounts adds to pages: the doors of a manager's start page to people, rights and lists."""

from gemeente.lib.panels import manage_door

PANELS = (
    manage_door(
        "people",
        title="Mensen en rollen",
        text="Nodig collega's, WOP'ers, raadsleden en partners uit. Geef een rol of stop er een.",
        url_name="manage:people",
        link_label="Naar de mensen",
        position=10,
        tone="sun",
    ),
    manage_door(
        "rights",
        title="Rechten nakijken",
        text="Elk jaar kijk je na wie wat mag. Hier staat het op een rij, ook om te downloaden.",
        url_name="manage:rights",
        link_label="Bekijk de rechten",
        position=20,
    ),
    manage_door(
        "lists",
        title="Lijsten",
        text="Thema's, termijnen, namen van rollen en wat de wijken over zichzelf vertellen.",
        url_name="admin:index",
        link_label="Naar de lijsten",
        position=90,
    ),
)
