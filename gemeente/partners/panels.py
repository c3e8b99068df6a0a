"""What partners add to the manager's start page."""

from gemeente.lib.panels import manage_door

PANELS = (
    manage_door(
        "partners",
        title="Partners en mandaten",
        text="Organisaties die in de wijken werken, en wie daarvoor mag tekenen of iets mag toezeggen.",
        url_name="partners:list",
        link_label="Bekijk de partners",
        position=25,
    ),
)
